import { UserDataTarget } from '../../settings/user-data-target';
import type { CommandGroup, OptionDefinition } from '../command';

/** Which OS a command speaks of. */
export const OS_OPTIONS: readonly OptionDefinition[] = [
  {
    name: 'variant',
    value: 'VARIANT',
    description: 'the variant of the OS, such as aws-k8s-1.35-nvidia, or its family, such as aws-ecs (default: any)',
  },
  {
    name: 'os-version',
    value: 'X.Y.Z',
    description: 'the release of the OS (default: the newest one that is known)',
  },
];

/** Commands about settings. Each is loaded only when it runs. */
export const SETTINGS_COMMANDS: CommandGroup = {
  name: 'settings',
  summary: 'check, look up and convert settings',
  commands: [
    {
      name: 'check',
      summary: 'check user data in TOML as the OS does',
      description:
        'What EKS, ECS and the node itself add to user data is not demanded, unless --complete is given. ' +
        'Warnings do not make a file wrong.',
      arguments: [
        { name: 'file', description: 'user data in TOML, plain or gzip; - is the standard input', many: true },
      ],
      options: [
        ...OS_OPTIONS,
        {
          name: 'target',
          value: 'TARGET',
          choices: Object.values(UserDataTarget),
          description: 'who reads the user data besides the OS, and sets the limit of its size (default: nobody)',
        },
        {
          name: 'complete',
          description: 'the files are all that the nodes get: demand what they need to join, and judge how they work',
        },
      ],
      examples: [
        'settings check user-data.toml',
        'settings check --variant aws-k8s-1.35 --os-version 1.66.0 nodes/*.toml',
        'settings check --target eks-managed --json user-data.toml',
      ],
      load: () => (require('./check') as typeof import('./check')).check,
    },
    {
      name: 'import',
      summary: 'turn user data in TOML into typed settings for TypeScript',
      description:
        'What is printed compiles as it is. All forms that the OS reads are understood. Comments are lost, and issues ' +
        'are printed to stderr.',
      arguments: [{ name: 'file', description: 'user data in TOML, plain or gzip; - is the standard input' }],
      options: [
        ...OS_OPTIONS,
        {
          name: 'target',
          value: 'TARGET',
          choices: Object.values(UserDataTarget),
          description: 'who will read the settings: what it writes itself is refused (default: only the OS)',
        },
      ],
      examples: ['settings import user-data.toml > settings.ts'],
      load: () => (require('./import') as typeof import('./import')).importFile,
    },
  ],
};
