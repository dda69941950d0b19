import * as autoscaling from 'aws-cdk-lib/aws-autoscaling';
import type { IConstruct } from 'constructs';
import { BottlerocketUserData } from '../node';
import { BottlerocketIssue, IssueCode } from '../settings';
import { issue, show } from '../settings/report';
import {
  checkCapacity,
  checkInstanceCount,
  checkKubernetesVersion,
  checkSizes,
  isOutside,
  known,
  Report,
  Sizes,
} from './common-checks';
import { NodegroupCapacityType } from './nodegroup-common-options';
import { BottlerocketSelfManagedNodegroupOptions } from './self-managed-nodegroup-props';

/** The sizes that an Auto Scaling group gets from what users say. */
export function groupSizes({ minSize = 1, maxSize, desiredSize }: BottlerocketSelfManagedNodegroupOptions): Sizes {
  const usual = desiredSize ?? minSize;
  return { minSize, desiredSize, maxSize: maxSize ?? (known(usual) ? Math.max(1, usual) : usual) };
}

/** Whether some of the instances are Spot Instances; false when it is only known at deployment. */
export function usesSpot(options: BottlerocketSelfManagedNodegroupOptions): boolean {
  const { onDemandPercentageAboveBaseCapacity: onDemand } = options.instancesDistribution ?? {};
  return options.capacityType === NodegroupCapacityType.SPOT || (known(onDemand) && onDemand < 100);
}

/** Whether the group takes more than the one instance type of its launch template. */
export function isMixed(options: BottlerocketSelfManagedNodegroupOptions): boolean {
  const { instanceTypes, capacityType, instancesDistribution, instanceTypeWeights } = options;
  return (
    instanceTypes.length > 1 ||
    capacityType === NodegroupCapacityType.SPOT ||
    instancesDistribution !== undefined ||
    instanceTypeWeights !== undefined
  );
}

/** What Auto Scaling and the OS would refuse, as far as it can be said before. */
export function checkGroup(options: BottlerocketSelfManagedNodegroupOptions): BottlerocketIssue[] {
  const issues: BottlerocketIssue[] = [];
  const report: Report = (code, finding) => issues.push(issue(code, finding));
  checkInstanceCount(options, 'An Auto Scaling group', 40, report);
  checkSizes(groupSizes(options), 'Auto Scaling', report);
  checkCapacity(options, report);
  checkDistribution(options, report);
  checkWeights(options, report);
  checkWarmPool(options, report);
  checkKubernetesVersion(options.kubernetesVersion, report);
  issues.push(...(options.updatePolicy?._findIssues(options.signals !== undefined) ?? []));
  return issues;
}

function checkDistribution(options: BottlerocketSelfManagedNodegroupOptions, report: Report): void {
  const { capacityType, instancesDistribution: distribution } = options;
  if (distribution === undefined) {
    return;
  }
  const refuse = (property: string, message: string, received: unknown, expected: string) =>
    report(IssueCode.INVALID_INSTANCES_DISTRIBUTION, {
      path: `instancesDistribution${property}`,
      message,
      received: show(received),
      expected,
    });
  if (capacityType === NodegroupCapacityType.CAPACITY_BLOCK) {
    refuse('', 'A Capacity Block has one kind of instances only.', distribution, 'nothing');
  }
  const { onDemandBaseCapacity: base, onDemandPercentageAboveBaseCapacity: share, spotInstancePools } = distribution;
  if (isOutside(base, 0, Infinity)) {
    refuse('.onDemandBaseCapacity', 'Auto Scaling does not take this number.', base, 'a whole number from 0');
  }
  if (isOutside(share, 0, 100)) {
    const expected = 'a whole number from 0 to 100';
    refuse('.onDemandPercentageAboveBaseCapacity', 'Auto Scaling does not take this share.', share, expected);
  }
  if (capacityType === NodegroupCapacityType.SPOT && share !== undefined && share !== 0) {
    const message = 'The capacity type SPOT says that all nodes above the base are Spot Instances.';
    refuse('.onDemandPercentageAboveBaseCapacity', message, share, 'nothing, or no capacityType');
  }
  const byPrice = distribution.spotAllocationStrategy === autoscaling.SpotAllocationStrategy.LOWEST_PRICE;
  if (spotInstancePools !== undefined && !byPrice) {
    const message = 'A number of pools goes with the strategy LOWEST_PRICE only.';
    refuse('.spotInstancePools', message, spotInstancePools, 'nothing, or spotAllocationStrategy LOWEST_PRICE');
  } else if (isOutside(spotInstancePools, 1, 20)) {
    const expected = 'a whole number from 1 to 20';
    refuse('.spotInstancePools', 'Auto Scaling does not take this number.', spotInstancePools, expected);
  }
}

function checkWeights({ instanceTypes, instanceTypeWeights }: BottlerocketSelfManagedNodegroupOptions, report: Report) {
  if (instanceTypeWeights === undefined) {
    return;
  }
  const types = instanceTypes.map((type) => type.toString());
  const refuse = (type: string, message: string, received: string | undefined, expected: string) =>
    report(IssueCode.INVALID_INSTANCE_WEIGHTS, {
      path: `instanceTypeWeights[${JSON.stringify(type)}]`,
      message,
      received,
      expected,
    });
  for (const [type, weight] of Object.entries(instanceTypeWeights)) {
    if (!types.includes(type)) {
      refuse(type, 'This is not one of the instance types of the group.', undefined, types.join(', '));
    }
    if (isOutside(weight, 1, 999)) {
      refuse(type, 'Auto Scaling does not take this weight.', String(weight), 'a whole number from 1 to 999');
    }
  }
  for (const type of types.filter((name) => instanceTypeWeights[name] === undefined)) {
    refuse(type, 'When some instance types have a weight, all must have one.', undefined, '1 to 999');
  }
}

function checkWarmPool(options: BottlerocketSelfManagedNodegroupOptions, report: Report): void {
  const { warmPool } = options;
  const refuse = (path: string, message: string, received: string, expected: string) =>
    report(IssueCode.INVALID_WARM_POOL, { path, message, received, expected });
  if (warmPool?.poolState === autoscaling.PoolState.HIBERNATED) {
    const message = 'Bottlerocket does not support hibernation.';
    refuse('warmPool.poolState', message, 'HIBERNATED', 'PoolState.STOPPED or PoolState.RUNNING');
  }
  if (warmPool?.reuseOnScaleIn === true) {
    const message = 'A Bottlerocket node that was in the cluster cannot go back to the pool.';
    refuse('warmPool.reuseOnScaleIn', message, 'true', 'false');
  }
  if (warmPool !== undefined && usesSpot(options)) {
    refuse('warmPool', 'Auto Scaling has no warm pools for Spot Instances.', 'a warm pool', 'nothing');
  }
}

/** Finds a warm pool that was added to the Auto Scaling group itself, so that its nodes do not know of it. */
export function checkLateWarmPool(
  group: IConstruct,
  { warmPool }: BottlerocketSelfManagedNodegroupOptions,
  userData: BottlerocketUserData,
): BottlerocketIssue[] {
  const added = group.node.tryFindChild('WarmPool') !== undefined;
  return added && warmPool === undefined && userData._valueAt('autoscaling', 'should-wait') !== true
    ? [
        issue(IssueCode.INVALID_WARM_POOL, {
          path: 'warmPool',
          message: 'Nodes in this warm pool would join the cluster while they wait, and then fail.',
          fix: 'Pass warmPool to the node group instead of adding it to its Auto Scaling group.',
        }),
      ]
    : [];
}
