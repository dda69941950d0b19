import { IMAGE_LOCK_ARCHITECTURES, IMAGE_LOCK_FILE } from '../../os/image-lock';
import type { CommandGroup, OptionDefinition } from '../command';

/** Which lock a command speaks of. */
const FILE: OptionDefinition = {
  name: 'file',
  value: 'FILE',
  description: `the lock file (default: ${IMAGE_LOCK_FILE})`,
};

const CONNECTION =
  'Credentials, region and endpoint come from where the AWS SDKs find them: environment, profile, role. Proxies are ' +
  'named by HTTPS_PROXY and NO_PROXY.';

/** Commands about images. Each is loaded only when it runs, and only they load the AWS SDK. */
export const IMAGE_COMMANDS: CommandGroup = {
  name: 'image',
  summary: 'list images, and pin them in a lock file',
  commands: [
    {
      name: 'list',
      summary: 'list the variants of Bottlerocket and where they are in their lives',
      description: `With --online, asks AWS for the newest release of each. ${CONNECTION}`,
      arguments: [],
      options: [
        { name: 'all', description: 'list retired variants, too' },
        { name: 'online', description: 'add the newest release of each, as AWS publishes it' },
        { name: 'region', value: 'REGION', description: 'the region to ask (default: that of the AWS configuration)' },
      ],
      examples: ['image list', 'image list --online --region eu-west-1'],
      load: () => (require('./list') as typeof import('./list')).list,
    },
    {
      name: 'lock',
      summary: 'write versions and AMI ids to a lock file, for fromLock()',
      description:
        'All regions of a variant get the same release. What the lock has of other variants stays as it is, and ' +
        `nothing is removed. The file is written as a whole or not at all. ${CONNECTION}`,
      arguments: [],
      options: [
        {
          name: 'variant',
          value: 'VARIANT',
          many: true,
          description: 'the variants to lock (default: those in the lock)',
        },
        {
          name: 'region',
          value: 'REGION',
          many: true,
          description:
            'regions to add to those of each variant in the lock (default for new variants: all regions in the lock, or else that of the AWS configuration)',
        },
        {
          name: 'all-regions',
          description: 'add all regions of the partition that have Bottlerocket and are enabled for the account',
        },
        {
          name: 'arch',
          value: 'ARCH',
          many: true,
          choices: IMAGE_LOCK_ARCHITECTURES,
          description: 'architectures to add to those of each variant in the lock (default for new variants: all)',
        },
        {
          name: 'os-version',
          value: 'X.Y.Z',
          description: 'the release to lock, with or without its commit (default: latest)',
        },
        FILE,
      ],
      examples: [
        'image lock --variant aws-k8s-1.35 aws-k8s-1.35-nvidia --region eu-west-1 us-east-1',
        'image lock',
        'image lock --os-version 1.66.0',
      ],
      load: () => (require('./lock') as typeof import('./lock')).lock,
    },
    {
      name: 'check',
      summary: 'compare a lock file with what AWS publishes',
      description:
        'Finds newer releases, retired variants, and AMI ids that are not those of AWS. Exits with 1 when the lock ' +
        `should be changed. ${CONNECTION}`,
      arguments: [],
      options: [FILE],
      examples: ['image check', 'image check --json'],
      load: () => (require('./check') as typeof import('./check')).check,
    },
  ],
};
