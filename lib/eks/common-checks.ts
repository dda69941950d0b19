import { CDK_TOKENS } from '../private/cdk-tokens';
import { BottlerocketIssue, IssueCode } from '../settings';
import { checkLabels, checkTaints } from '../node/labels';
import { checkMetadataOptions } from '../node/metadata-options';
import { checkVolumes } from '../node/volumes';
import { Finding, show } from '../settings/report';
import { BottlerocketNodegroupCommonOptions, NodegroupCapacityType } from './nodegroup-common-options';

/** The sizes of a node group, with defaults. Any of them may be a token. */
export interface Sizes {
  readonly minSize: number;
  readonly desiredSize?: number;
  readonly maxSize: number;
}

/** Takes note of a problem. */
export type Report = (code: IssueCode, finding: Finding) => void;

/** Whether a number is given and can be looked at. */
export function known(value: number | undefined): value is number {
  return value !== undefined && !CDK_TOKENS.isToken(value);
}

/** Whether a number that can be looked at is not a whole one in a range. */
export function isOutside(value: number | undefined, min: number, max: number): boolean {
  return known(value) && !(Number.isInteger(value) && value >= min && value <= max);
}

/** What is wrong with the parts that make a node, whatever kind of group it belongs to. */
export function checkNodes(options: BottlerocketNodegroupCommonOptions): BottlerocketIssue[] {
  return [
    ...checkLabels(options.labels ?? {}, 'labels'),
    ...checkTaints(options.taints ?? [], 'taints'),
    ...checkVolumes(options),
    ...checkMetadataOptions({ hopLimit: options.metadataHopLimit }, 'metadataHopLimit'),
  ];
}

export function checkInstanceCount(
  { instanceTypes }: BottlerocketNodegroupCommonOptions,
  group: string,
  most: number,
  report: Report,
): void {
  if (instanceTypes.length < 1 || instanceTypes.length > most) {
    report(IssueCode.NO_INSTANCE_TYPES, {
      path: 'instanceTypes',
      message: `${group} cannot have this many instance types.`,
      received: `${instanceTypes.length} instance types`,
      expected: `1 to ${most}`,
    });
  }
}

export function checkSizes({ minSize, desiredSize, maxSize }: Sizes, service: string, report: Report): void {
  const refuse = (path: string, message: string, received: number, expected: string) =>
    report(IssueCode.INVALID_SCALING, { path, message, received: String(received), expected });
  if (isOutside(minSize, 0, Infinity)) {
    refuse('minSize', `${service} does not take this size.`, minSize, 'a whole number from 0');
  }
  if (isOutside(maxSize, 1, Infinity)) {
    refuse('maxSize', `${service} does not take this size.`, maxSize, 'a whole number from 1');
  }
  if (isOutside(desiredSize, 0, Infinity)) {
    refuse('desiredSize', `${service} does not take this size.`, desiredSize!, 'a whole number from 0');
  }
  if (known(minSize) && known(desiredSize) && desiredSize < minSize) {
    refuse('desiredSize', `The size is below minSize (${minSize}).`, desiredSize, `a whole number from ${minSize}`);
  }
  if (known(maxSize) && known(desiredSize) && desiredSize > maxSize) {
    refuse('desiredSize', `The size is above maxSize (${maxSize}).`, desiredSize, `a whole number up to ${maxSize}`);
  } else if (known(maxSize) && known(minSize) && minSize > maxSize) {
    refuse('minSize', `The size is above maxSize (${maxSize}).`, minSize, `a whole number up to ${maxSize}`);
  }
}

export function checkCapacity(options: BottlerocketNodegroupCommonOptions, report: Report): void {
  const block = options.capacityType === NodegroupCapacityType.CAPACITY_BLOCK;
  if (block && options.capacityReservationId === undefined) {
    report(IssueCode.INVALID_CAPACITY, {
      path: 'capacityReservationId',
      message: 'The capacity type CAPACITY_BLOCK needs the id of the reservation.',
      expected: 'an id such as cr-0123456789abcdef0',
    });
  }
  if (block && options.instanceTypes.length > 1) {
    report(IssueCode.INVALID_CAPACITY, {
      path: 'instanceTypes',
      message: 'A Capacity Block has one instance type.',
      received: `${options.instanceTypes.length} instance types`,
      expected: '1',
    });
  }
  if (!block && options.capacityReservationId !== undefined) {
    report(IssueCode.INVALID_CAPACITY, {
      path: 'capacityReservationId',
      message: 'Only the capacity type CAPACITY_BLOCK takes a reservation.',
      received: options.capacityReservationId,
      fix: 'Pass capacityType: NodegroupCapacityType.CAPACITY_BLOCK, or leave the reservation out.',
    });
  }
}

/** Whether this is how EKS names versions of Kubernetes. */
export function isKubernetesVersion(version: string): boolean {
  return /^1\.\d\d$/.test(version);
}

export function checkKubernetesVersion(version: string | undefined, report: Report): void {
  if (version !== undefined && !CDK_TOKENS.isToken(version) && !isKubernetesVersion(version)) {
    report(IssueCode.INVALID_KUBERNETES_VERSION, {
      path: 'kubernetesVersion',
      message: 'This is not how EKS names versions of Kubernetes.',
      received: show(version),
      expected: 'two numbers such as 1.35',
    });
  }
}
