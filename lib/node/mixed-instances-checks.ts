import * as autoscaling from 'aws-cdk-lib/aws-autoscaling';
import { IssueCode } from '../settings';
import { show } from '../settings/report';
import { NodegroupCapacityType } from './capacity-type';
import { InstanceGroup, isOutside, Report } from './group-checks';

export function checkDistribution(options: InstanceGroup, report: Report): void {
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

export function checkWeights({ instanceTypes, instanceTypeWeights }: InstanceGroup, report: Report) {
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
