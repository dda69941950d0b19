import * as ec2 from 'aws-cdk-lib/aws-ec2';

/** The least and the most of something. */
export type Range = readonly [least: number, most: number];

/** What EC2 takes of a type of volumes. */
export interface VolumeTypeLimits {
  /** In GiB. */
  readonly size: Range;
  /** Where they can be said. */
  readonly iops?: Range;
  readonly iopsRequired?: boolean;
  /** How many IOPS there can be for each GiB, and how many there are anyway. */
  readonly iopsPerGiB?: number;
  readonly iopsAnyway?: number;
  /** In MiB in a second, where it can be said. */
  readonly throughput?: Range;
  /** How much throughput there can be for each of the IOPS. */
  readonly throughputPerIops?: number;
  /** Whether nothing can be booted from it. */
  readonly notForBoot?: boolean;
}

const { GP2, GP3, IO1, IO2, SC1, ST1, STANDARD } = ec2.EbsDeviceVolumeType;

/**
 * The limits of EC2, as of November 2026.
 *
 * @see https://docs.aws.amazon.com/ebs/latest/userguide/ebs-volume-types.html
 */
export const VOLUME_TYPES: Readonly<Record<string, VolumeTypeLimits>> = {
  [GP2]: { size: [1, 16384] },
  [GP3]: {
    size: [1, 65536],
    iops: [3000, 80000],
    iopsPerGiB: 500,
    iopsAnyway: 3000,
    throughput: [125, 2000],
    throughputPerIops: 0.25,
  },
  [IO1]: { size: [4, 16384], iops: [100, 64000], iopsRequired: true, iopsPerGiB: 50 },
  [IO2]: { size: [4, 65536], iops: [100, 256000], iopsRequired: true, iopsPerGiB: 1000 },
  [SC1]: { size: [125, 16384], notForBoot: true },
  [ST1]: { size: [125, 16384], notForBoot: true },
  [STANDARD]: { size: [1, 1024] },
};
