import { Size } from 'aws-cdk-lib';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as kms from 'aws-cdk-lib/aws-kms';
import { DATA_DEVICE, OS_DEVICE } from '../os/devices';
import { BottlerocketIssue } from '../settings';
import { checkVolume } from './volume-checks';

/** The size of the data volume in the image. */
const DATA_SIZE = Size.gibibytes(20);

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
   * I/O operations in a second that the volume is provisioned for. Required for io1 and io2, optional for gp3. How many
   * there can be depends on the type and the size.
   *
   * @see https://docs.aws.amazon.com/ebs/latest/userguide/ebs-volume-types.html
   * @default - 3000 for gp3
   */
  readonly iops?: number;

  /**
   * Throughput in MiB in a second that the volume is provisioned for, from 125 to 2000, and at most a quarter of the IOPS.
   * Only for gp3.
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
   * @default - the size of the snapshot, or the size in the image, 20 GiB
   */
  readonly size?: Size;

  /**
   * The snapshot that the volume starts with, such as one of a data volume on which images were pulled already. The volume
   * must be at least as large.
   *
   * @see https://github.com/aws-samples/bottlerocket-images-cache
   * @default - an empty volume
   */
  readonly snapshotId?: string;

  /**
   * How fast the snapshot is read into the volume, in MiB in a second from 100 to 300. It costs extra. Not with fast
   * snapshot restore.
   *
   * @see https://docs.aws.amazon.com/ebs/latest/userguide/initalize-volume.html
   * @default - as fast as it happens to be
   */
  readonly volumeInitializationRate?: number;
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
    {
      deviceName: DATA_DEVICE,
      ebs: {
        ...renderVolume(dataVolume),
        volumeSize: dataVolume.size?.toGibibytes(),
        snapshotId: dataVolume.snapshotId,
        volumeInitializationRate: dataVolume.volumeInitializationRate,
      },
    },
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
  return [
    // The size follows from the image, and is not the same for all of them.
    ...checkVolume(osVolume, 'osVolume'),
    ...checkVolume(dataVolume, 'dataVolume', dataVolume.snapshotId === undefined ? DATA_SIZE : undefined),
  ];
}
