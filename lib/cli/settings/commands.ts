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
      name: 'list',
      summary: 'list all settings of the OS',
      arguments: [],
      options: OS_OPTIONS,
      examples: ['settings list --variant aws-ecs-3', 'settings list --os-version 1.50.0 --json'],
      load: () => (require('./list') as typeof import('./list')).list,
    },
    {
      name: 'explain',
      summary: 'explain one setting in full',
      description:
        'The path may be written as in TOML or as in TypeScript, with or without settings. in front, and with keys in ' +
        'place of <name>. A name alone will do when only one setting has it.',
      arguments: [{ name: 'path', description: 'the path of the setting, such as kubernetes.max-pods' }],
      options: [],
      examples: [
        'settings explain kubernetes.maxPods',
        'settings explain settings.host-containers.admin.enabled',
        'settings explain --json kernel.lockdown',
      ],
      load: () => (require('./explain') as typeof import('./explain')).explain,
    },
    {
      name: 'schema',
      summary: 'print a JSON Schema of user data, for editors',
      description: 'Taplo and VS Code complete and check TOML with it.',
      arguments: [],
      options: OS_OPTIONS,
      examples: ['settings schema --variant aws-k8s-1.35 > bottlerocket.schema.json'],
      load: () => (require('./schema') as typeof import('./schema')).schema,
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
