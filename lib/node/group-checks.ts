import * as autoscaling from 'aws-cdk-lib/aws-autoscaling';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import { CDK_TOKENS } from '../private/cdk-tokens';
import { BottlerocketIssue, IssueCode } from '../settings';
import { Finding, issue, show } from '../settings/report';
import { NodegroupCapacityType } from './capacity-type';

/** What is said of the instances of a group, whatever runs on them. */
export interface InstanceGroup {
  readonly instanceTypes: ec2.InstanceType[];
  readonly minSize?: number;
  readonly maxSize?: number;
  readonly desiredSize?: number;
  readonly capacityType?: NodegroupCapacityType;
  readonly capacityReservationId?: string;
  readonly instancesDistribution?: autoscaling.InstancesDistribution;
  readonly instanceTypeWeights?: { [instanceType: string]: number };
}

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

/** The sizes that an Auto Scaling group gets from what users say. */
export function groupSizes({ minSize = 1, maxSize, desiredSize }: InstanceGroup): Sizes {
  const usual = desiredSize ?? minSize;
  return { minSize, desiredSize, maxSize: maxSize ?? (known(usual) ? Math.max(1, usual) : usual) };
}

/** Whether some of the instances are Spot Instances; false when it is only known at deployment. */
export function usesSpot(options: InstanceGroup): boolean {
  const { onDemandPercentageAboveBaseCapacity: onDemand } = options.instancesDistribution ?? {};
  return options.capacityType === NodegroupCapacityType.SPOT || (known(onDemand) && onDemand < 100);
}

/** Whether the group takes more than the one instance type of its launch template. */
export function isMixed(options: InstanceGroup): boolean {
  const { instanceTypes, capacityType, instancesDistribution, instanceTypeWeights } = options;
  return (
    instanceTypes.length > 1 ||
    capacityType === NodegroupCapacityType.SPOT ||
    instancesDistribution !== undefined ||
    instanceTypeWeights !== undefined
  );
}

/** Refuses what is no list: without instance types, nothing else can be found out of the nodes. */
export function checkInstanceList(instanceTypes: unknown): BottlerocketIssue[] {
  return Array.isArray(instanceTypes)
    ? []
    : [
        issue(IssueCode.NO_INSTANCE_TYPES, {
          path: 'instanceTypes',
          message: 'This is no list of instance types.',
          received: show(instanceTypes),
          expected: "a list such as [new ec2.InstanceType('m8g.large')]",
          fix: 'Pass a list, also of one instance type.',
        }),
      ];
}

export function checkInstanceCount(
  { instanceTypes }: InstanceGroup,
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
    report(IssueCode.INVALID_SCALING, { path, message, received: show(received), expected });
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

export function checkCapacity(options: InstanceGroup, report: Report): void {
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
