import { CfnParameter, Stack } from 'aws-cdk-lib';
import * as autoscaling from 'aws-cdk-lib/aws-autoscaling';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import { NodegroupCapacityType } from '../../lib';
import { InstanceGroup } from '../../lib/node/group-checks';
import { checkDistribution, checkWeights } from '../../lib/node/mixed-instances-checks';

const TOKEN = new CfnParameter(new Stack(), 'Number', { type: 'Number' }).valueAsNumber;
const LOWEST_PRICE = autoscaling.SpotAllocationStrategy.LOWEST_PRICE;
const types = (...names: string[]) => names.map((name) => new ec2.InstanceType(name));

/** Paths of what is wrong, with the one code that a check has. */
function pathsOf(check: typeof checkDistribution, code: string, options: Partial<InstanceGroup>): string[] {
  const paths: string[] = [];
  check({ instanceTypes: types('m7i.large'), ...options }, (found, { path }) => {
    expect(found).toBe(code);
    paths.push(path);
  });
  return paths;
}

describe('a distribution', () => {
  const paths = (
    instancesDistribution?: autoscaling.InstancesDistribution,
    capacityType?: NodegroupCapacityType,
  ): string[] => pathsOf(checkDistribution, 'InvalidInstancesDistribution', { instancesDistribution, capacityType });

  test('need not be given', () => {
    expect(paths()).toEqual([]);
    expect(paths(undefined, NodegroupCapacityType.CAPACITY_BLOCK)).toEqual([]);
  });

  test.each<[string, autoscaling.InstancesDistribution]>([
    ['the ends of the ranges', { onDemandBaseCapacity: 0, onDemandPercentageAboveBaseCapacity: 100 }],
    ['no On-Demand', { onDemandPercentageAboveBaseCapacity: 0 }],
    ['pools with the lowest price', { spotAllocationStrategy: LOWEST_PRICE, spotInstancePools: 20 }],
    ['tokens', { onDemandBaseCapacity: TOKEN, onDemandPercentageAboveBaseCapacity: TOKEN }],
  ])('may have %s', (_, distribution) => {
    expect(paths(distribution)).toEqual([]);
  });

  test.each<[string, autoscaling.InstancesDistribution, string]>([
    ['a negative base', { onDemandBaseCapacity: -1 }, 'onDemandBaseCapacity'],
    ['half an instance', { onDemandBaseCapacity: 0.5 }, 'onDemandBaseCapacity'],
    ['a share above 100', { onDemandPercentageAboveBaseCapacity: 101 }, 'onDemandPercentageAboveBaseCapacity'],
    ['pools without a strategy', { spotInstancePools: 2 }, 'spotInstancePools'],
    [
      'pools with another strategy',
      { spotInstancePools: 2, spotAllocationStrategy: autoscaling.SpotAllocationStrategy.CAPACITY_OPTIMIZED },
      'spotInstancePools',
    ],
    ['21 pools', { spotInstancePools: 21, spotAllocationStrategy: LOWEST_PRICE }, 'spotInstancePools'],
  ])('is refused with %s', (_, distribution, property) => {
    expect(paths(distribution)).toEqual([`instancesDistribution.${property}`]);
  });

  test('leaves Spot as it is, and does not go with a Capacity Block', () => {
    const { SPOT, CAPACITY_BLOCK } = NodegroupCapacityType;
    expect(paths({ onDemandPercentageAboveBaseCapacity: 0 }, SPOT)).toEqual([]);
    expect(paths({ onDemandBaseCapacity: 2 }, SPOT)).toEqual([]);
    const share = 'instancesDistribution.onDemandPercentageAboveBaseCapacity';
    expect(paths({ onDemandPercentageAboveBaseCapacity: 50 }, SPOT)).toEqual([share]);
    expect(paths({}, CAPACITY_BLOCK)).toEqual(['instancesDistribution']);
  });
});

describe('weights', () => {
  const paths = (instanceTypeWeights?: { [type: string]: number }): string[] =>
    pathsOf(checkWeights, 'InvalidInstanceWeights', {
      instanceTypes: types('m7i.large', 'm7i.xlarge'),
      instanceTypeWeights,
    });

  test('are given for all instance types or for none, from 1 to 999', () => {
    expect(paths()).toEqual([]);
    expect(paths({ 'm7i.large': 1, 'm7i.xlarge': 999 })).toEqual([]);
    expect(paths({ 'm7i.large': TOKEN, 'm7i.xlarge': 2 })).toEqual([]);
  });

  test.each<[string, { [type: string]: number }, string[]]>([
    ['a type without one', { 'm7i.large': 1 }, ['m7i.xlarge']],
    ['another type', { 'm7i.large': 1, 'm7i.xlarge': 2, 'c7i.large': 1 }, ['c7i.large']],
    ['0', { 'm7i.large': 0, 'm7i.xlarge': 2 }, ['m7i.large']],
    ['1000', { 'm7i.large': 1, 'm7i.xlarge': 1000 }, ['m7i.xlarge']],
    ['half', { 'm7i.large': 0.5, 'm7i.xlarge': 1 }, ['m7i.large']],
  ])('are refused with %s', (_, weights, wrong) => {
    expect(paths(weights)).toEqual(wrong.map((type) => `instanceTypeWeights["${type}"]`));
  });
});
