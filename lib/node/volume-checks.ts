import { Size } from 'aws-cdk-lib';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import { CDK_TOKENS } from '../private/cdk-tokens';
import { BottlerocketIssue, IssueCode } from '../settings';
import { issue, show } from '../settings/report';
import { isOutside, known } from './group-checks';
import { VOLUME_TYPES, VolumeTypeLimits } from './volume-types';
import type { DataVolumeOptions } from './volumes';

type Refuse = (property: string, message: string, received: unknown, expected: string) => void;

/** A volume with what EC2 takes of its type. */
interface TypedVolume extends DataVolumeOptions {
  readonly type: string;
  readonly limits: VolumeTypeLimits;
}

/**
 * Finds what EC2 refuses of a volume.
 *
 * @param usualSize the size that it has when none is given, where that is known
 */
export function checkVolume(volume: DataVolumeOptions, path: string, usualSize?: Size): BottlerocketIssue[] {
  const issues: BottlerocketIssue[] = [];
  const refuse: Refuse = (property, message, received, expected) =>
    issues.push(
      issue(IssueCode.INVALID_VOLUME, { path: `${path}.${property}`, message, received: String(received), expected }),
    );
  const type: string = volume.volumeType ?? ec2.EbsDeviceVolumeType.GP3;
  const limits = VOLUME_TYPES[type];
  if (limits !== undefined) {
    const typed = { ...volume, type, limits };
    const size = checkSize(typed, usualSize, refuse);
    checkIops(typed, size, refuse);
    checkThroughput(typed, refuse);
    if (limits.notForBoot && path === 'osVolume') {
      refuse('volumeType', `Nothing can be booted from volumes of the type ${type}.`, type, 'gp3, io2, or another SSD');
    }
  }
  if (volume.kmsKey !== undefined && volume.encrypted === false) {
    refuse('kmsKey', 'A volume that is not encrypted takes no key.', 'a key, and encrypted: false', 'one of the two');
  }
  checkSnapshot(volume, refuse);
  return issues;
}

/** The size in GiB, where it is known and right. */
function checkSize(
  { type, limits, size: given }: TypedVolume,
  usual: Size | undefined,
  refuse: Refuse,
): number | undefined {
  const size = given ?? usual;
  if (size === undefined) {
    return undefined;
  }
  // Without types, it may be a number, as in diskSize of aws-cdk-lib, or text, as in Kubernetes.
  if (typeof size.isUnresolved !== 'function') {
    const gibibytes = /^(\d+)(?:Gi?B?)?$/.exec(show(size).replaceAll('"', ''))?.[1] ?? '100';
    refuse('size', 'This is no Size.', size, `Size.gibibytes(${gibibytes})`);
    return undefined;
  }
  if (size.isUnresolved()) {
    return undefined;
  }
  const gibibytes = size.toKibibytes() / (1024 * 1024);
  const [least, most] = limits.size;
  if (!isOutside(gibibytes, least, most)) {
    return gibibytes;
  }
  const message = `Volumes of the type ${type} do not have this size. EC2 takes whole GiB.`;
  const without = given === undefined ? ', the size in the image' : '';
  refuse('size', message, `${gibibytes} GiB${without}`, `Size.gibibytes(${least}) to Size.gibibytes(${most})`);
  return undefined;
}

function checkIops({ type, limits, iops }: TypedVolume, size: number | undefined, refuse: Refuse): void {
  if (limits.iops === undefined) {
    if (iops !== undefined) {
      refuse('iops', `Volumes of the type ${type} take no iops.`, iops, 'nothing, or another volumeType');
    }
    return;
  }
  const [least, most] = limits.iops;
  if (iops === undefined) {
    if (limits.iopsRequired) {
      refuse('iops', `Volumes of the type ${type} need iops.`, 'nothing', `a whole number from ${least}`);
    }
    return;
  }
  if (isOutside(iops, least, most)) {
    const expected = `a whole number from ${least} to ${most}`;
    refuse('iops', `Volumes of the type ${type} do not take this many iops.`, iops, expected);
    return;
  }
  const bySize = size === undefined ? most : Math.max(limits.iopsAnyway ?? 0, size * limits.iopsPerGiB!);
  if (isOutside(iops, least, bySize)) {
    const message = `A volume of the type ${type} with ${size} GiB does not take this many iops.`;
    refuse('iops', message, iops, `at most ${bySize}, which is ${limits.iopsPerGiB} for each GiB, or a larger size`);
  }
}

function checkThroughput({ type, limits, iops, throughput }: TypedVolume, refuse: Refuse): void {
  if (throughput === undefined) {
    return;
  }
  if (limits.throughput === undefined) {
    refuse(
      'throughput',
      `Volumes of the type ${type} take no throughput.`,
      throughput,
      'nothing, or the volumeType gp3',
    );
    return;
  }
  const [least, most] = limits.throughput;
  if (isOutside(throughput, least, most)) {
    const expected = `a whole number from ${least} to ${most}`;
    refuse('throughput', `Volumes of the type ${type} do not take this throughput.`, throughput, expected);
    return;
  }
  const provisioned = iops ?? limits.iopsAnyway;
  const byIops = known(provisioned) ? provisioned * limits.throughputPerIops! : most;
  if (known(throughput) && throughput > byIops) {
    const message = `A volume of the type ${type} with ${provisioned} iops does not take this throughput.`;
    refuse(
      'throughput',
      message,
      throughput,
      `at most ${byIops}, or iops of ${throughput / limits.throughputPerIops!}`,
    );
  }
}

function checkSnapshot({ snapshotId, volumeInitializationRate: rate }: DataVolumeOptions, refuse: Refuse): void {
  if (snapshotId !== undefined && !CDK_TOKENS.isToken(snapshotId) && !/^snap-[0-9a-f]{8,17}$/.test(snapshotId)) {
    refuse('snapshotId', 'This is not the id of a snapshot.', show(snapshotId), 'an id such as snap-0123456789abcdef0');
  }
  if (isOutside(rate, 100, 300)) {
    refuse('volumeInitializationRate', 'EC2 does not take this rate.', rate, 'a whole number from 100 to 300');
  }
  if (rate !== undefined && snapshotId === undefined) {
    const message = 'There is no snapshot to read: an empty volume has its full speed at once.';
    refuse('volumeInitializationRate', message, rate, 'nothing, or a snapshotId');
  }
}
