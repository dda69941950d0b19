import { CommandFailure } from '../command';

/** Regions that share accounts and credentials. */
export interface Partition {
  readonly name: string;
  readonly owns: RegExp;
  /** All its regions, where the parameters of AWS do not list them. */
  readonly regions?: readonly string[];
}

/** One of the regions in which the parameters of AWS list all regions of the partition `aws`. */
export const DIRECTORY_REGION = 'us-east-1';

/** Where Amazon EKS is, Bottlerocket is published. */
export const DIRECTORY_PATH = '/aws/service/global-infrastructure/services/eks/regions';

/** The last one takes what is left. */
const PARTITIONS: readonly Partition[] = [
  { name: 'aws-cn', owns: /^cn-/, regions: ['cn-north-1', 'cn-northwest-1'] },
  { name: 'aws-us-gov', owns: /^us-gov-/, regions: ['us-gov-east-1', 'us-gov-west-1'] },
  { name: 'aws-eusc', owns: /^eusc-/, regions: ['eusc-de-east-1'] },
  { name: 'aws-iso', owns: /^us-iso-/, regions: ['us-iso-east-1', 'us-iso-west-1'] },
  { name: 'aws-iso-b', owns: /^us-isob-/, regions: ['us-isob-east-1', 'us-isob-west-1'] },
  { name: 'aws-iso-e', owns: /^eu-isoe-/, regions: ['eu-isoe-west-1'] },
  { name: 'aws-iso-f', owns: /^us-isof-/, regions: ['us-isof-east-1', 'us-isof-south-1'] },
  { name: 'aws', owns: /./ },
];

/** The partition of a region, by its name. */
export function partitionOf(region: string): Partition {
  return PARTITIONS.find(({ owns }) => owns.test(region))!;
}

/** One set of credentials is for one partition. */
export function checkPartition(regions: readonly string[]): void {
  const examples = new Map(regions.map((region) => [partitionOf(region).name, region]));
  if (examples.size > 1) {
    const found = [...examples].map(([partition, region]) => `${partition} (${region})`).sort();
    throw new CommandFailure(
      `The regions are of several partitions: ${found.join(', ')}. Credentials are for one partition, so ` +
        'keep a lock for each, as in --file bottlerocket.lock.us-gov.json.',
    );
  }
}
