import { Size } from 'aws-cdk-lib';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as kms from 'aws-cdk-lib/aws-kms';
import { CDK_TOKENS } from '../private/cdk-tokens';
import { BottlerocketIssue, IssueCode } from '../settings';
import { issue } from '../settings/report';

/** The device of the OS. Its partitions fill it exactly. */
export const OS_DEVICE = '/dev/xvda';

/** The device of everything else: images, containers, logs. */
export const DATA_DEVICE = '/dev/xvdb';

/**
 * What both volumes of a Bottlerocket node have.
 */
export interface OsVolumeOptions {
  /**
   * The type of the volume.
   *
   * @default EbsDeviceVolumeType.GP3
   */
  readonly volumeType?: ec2.EbsDeviceVolumeType;

  /**
   * I/O operations in a second that the volume is provisioned for. Required for io1 and io2, optional for gp3.
   *
   * @default - 3000 for gp3
   */
  readonly iops?: number;

  /**
   * Throughput in MiB in a second that the volume is provisioned for, from 125 to 2000. Only for gp3.
   *
   * @default 125
   */
  readonly throughput?: number;

  /**
   * Whether the volume is encrypted.
   *
   * @default true
   */
  readonly encrypted?: boolean;

  /**
   * The key to encrypt the volume with. Auto Scaling gets the right to use it.
   *
   * @default - the key of the account for Amazon EBS
   */
  readonly kmsKey?: kms.IKeyRef;

  /**
   * Whether the volume is deleted together with the instance.
   *
   * @default true
   */
  readonly deleteOnTermination?: boolean;
}

/**
 * The volume for container images, containers, logs and emptyDir volumes.
 */
export interface DataVolumeOptions extends OsVolumeOptions {
  /**
   * The size of the volume, in whole GiB.
   *
   * @default - the size in the image, 20 GiB
   */
  readonly size?: Size;
}

/**
 * The two volumes of a Bottlerocket node.
 *
 * @see https://bottlerocket.dev/en/os/latest/concepts/shared/
 */
export interface BottlerocketVolumes {
  /**
   * The volume of the OS, `/dev/xvda`. It has no size to set: its partitions fill it, and what is added is lost, or at
   * worst becomes a second data partition.
   *
   * @default - encrypted gp3
   */
  readonly osVolume?: OsVolumeOptions;

  /**
   * The volume of everything else, `/dev/xvdb`.
   *
   * @default - encrypted gp3 of the size in the image, 20 GiB
   */
  readonly dataVolume?: DataVolumeOptions;
}

/** The devices that these volumes take. */
export const VOLUME_DEVICES: readonly string[] = [OS_DEVICE, DATA_DEVICE];

/** The volumes as a launch template wants them. */
export function renderVolumes(volumes: BottlerocketVolumes): ec2.CfnLaunchTemplate.BlockDeviceMappingProperty[] {
  const { osVolume = {}, dataVolume = {} } = volumes;
  return [
    { deviceName: OS_DEVICE, ebs: renderVolume(osVolume) },
    { deviceName: DATA_DEVICE, ebs: { ...renderVolume(dataVolume), volumeSize: dataVolume.size?.toGibibytes() } },
  ];
}

function renderVolume(options: OsVolumeOptions): ec2.CfnLaunchTemplate.EbsProperty {
  return {
    volumeType: options.volumeType ?? ec2.EbsDeviceVolumeType.GP3,
    iops: options.iops,
    throughput: options.throughput,
    encrypted: options.encrypted ?? true,
    kmsKeyId: options.kmsKey?.keyRef.keyArn,
    deleteOnTermination: options.deleteOnTermination ?? true,
  };
}

/** The rules of EC2 that can be checked before deployment. */
export function checkVolumes({ osVolume = {}, dataVolume = {} }: BottlerocketVolumes): BottlerocketIssue[] {
  return [...checkVolume(osVolume, 'osVolume'), ...checkVolume(dataVolume, 'dataVolume'), ...checkSize(dataVolume)];
}

function checkVolume(options: OsVolumeOptions, path: string): BottlerocketIssue[] {
  const type = options.volumeType ?? ec2.EbsDeviceVolumeType.GP3;
  const provisioned = [ec2.EbsDeviceVolumeType.IO1, ec2.EbsDeviceVolumeType.IO2].includes(type);
  const gp3 = type === ec2.EbsDeviceVolumeType.GP3;
  const issues: BottlerocketIssue[] = [];
  const report = (property: string, message: string, received: unknown, expected: string) =>
    issues.push(
      issue(IssueCode.INVALID_VOLUME, { path: `${path}.${property}`, message, received: String(received), expected }),
    );
  if (provisioned && options.iops === undefined) {
    report('iops', `Volumes of the type ${type} need iops.`, 'nothing', 'a whole number from 100');
  }
  if (!provisioned && !gp3 && options.iops !== undefined) {
    report('iops', `Volumes of the type ${type} take no iops.`, options.iops, 'nothing, or another volumeType');
  }
  if (gp3 && isOutside(options.iops, 3000, 80000)) {
    report(
      'iops',
      'Volumes of the type gp3 do not take this many iops.',
      options.iops,
      'a whole number from 3000 to 80000',
    );
  }
  if (provisioned && isOutside(options.iops, 100, 256000)) {
    report(
      'iops',
      `Volumes of the type ${type} do not take this many iops.`,
      options.iops,
      'a whole number from 100 to 256000',
    );
  }
  if (!gp3 && options.throughput !== undefined) {
    report(
      'throughput',
      `Volumes of the type ${type} take no throughput.`,
      options.throughput,
      'nothing, or the volumeType gp3',
    );
  }
  if (gp3 && isOutside(options.throughput, 125, 2000)) {
    report(
      'throughput',
      'Volumes of the type gp3 do not take this throughput.',
      options.throughput,
      'a whole number from 125 to 2000',
    );
  }
  if (options.kmsKey !== undefined && options.encrypted === false) {
    report('kmsKey', 'A volume that is not encrypted takes no key.', 'a key, and encrypted: false', 'one of the two');
  }
  return issues;
}

function checkSize({ size }: DataVolumeOptions): BottlerocketIssue[] {
  if (size === undefined || size.isUnresolved()) {
    return [];
  }
  const gibibytes = size.toKibibytes() / (1024 * 1024);
  return isOutside(gibibytes, 1, 65536)
    ? [
        issue(IssueCode.INVALID_VOLUME, {
          path: 'dataVolume.size',
          message: 'EC2 takes sizes in whole GiB.',
          received: `${gibibytes} GiB`,
          expected: 'a size from Size.gibibytes(1) to Size.tebibytes(64)',
        }),
      ]
    : [];
}

function isOutside(value: number | undefined, min: number, max: number): boolean {
  return (
    value !== undefined && !CDK_TOKENS.isToken(value) && !(Number.isInteger(value) && value >= min && value <= max)
  );
}
