import { CfnParameter, Duration } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import * as autoscaling from 'aws-cdk-lib/aws-autoscaling';
import { IssueCode, NodegroupCapacityType, NodegroupUpdatePolicy } from '../../lib';
import { cfnCluster } from '../helpers/clusters';
import { Options, types, group, asgIn, asgOf, templateDataOf, userDataIn, problems } from '../helpers/self-managed';

describe('several instance types', () => {
  test('are all On-Demand unless told otherwise', () => {
    const { MixedInstancesPolicy, CapacityRebalance } = asgOf({
      instanceTypes: types('m7i.large', 'm6i.large'),
    }).Properties;
    expect(MixedInstancesPolicy).toMatchObject({
      InstancesDistribution: { SpotAllocationStrategy: 'price-capacity-optimized' },
      LaunchTemplate: { Overrides: [{ InstanceType: 'm7i.large' }, { InstanceType: 'm6i.large' }] },
    });
    expect(CapacityRebalance).toBeUndefined();
    expect(templateDataOf({ instanceTypes: types('m7i.large', 'm6i.large') }).InstanceType).toBeUndefined();
  });

  test('as Spot Instances are taken where they are cheap and safe, and replaced in time', () => {
    const options = { instanceTypes: types('m7i.large'), capacityType: NodegroupCapacityType.SPOT };
    expect(asgOf(options).Properties).toMatchObject({
      CapacityRebalance: true,
      MixedInstancesPolicy: {
        InstancesDistribution: {
          OnDemandPercentageAboveBaseCapacity: 0,
          SpotAllocationStrategy: 'price-capacity-optimized',
        },
      },
    });
    expect(asgOf({ ...options, capacityRebalance: false }).Properties.CapacityRebalance).toBe(false);
  });

  test('can be mixed, and weighed', () => {
    const { MixedInstancesPolicy, CapacityRebalance } = asgOf({
      instanceTypes: types('m7i.large', 'm7i.xlarge'),
      instanceTypeWeights: { 'm7i.large': 1, 'm7i.xlarge': 2 },
      instancesDistribution: {
        onDemandBaseCapacity: 2,
        onDemandPercentageAboveBaseCapacity: 25,
        onDemandAllocationStrategy: autoscaling.OnDemandAllocationStrategy.LOWEST_PRICE,
        spotAllocationStrategy: autoscaling.SpotAllocationStrategy.LOWEST_PRICE,
        spotInstancePools: 3,
      },
    }).Properties;
    expect(MixedInstancesPolicy).toMatchObject({
      InstancesDistribution: {
        OnDemandAllocationStrategy: 'lowest-price',
        OnDemandBaseCapacity: 2,
        OnDemandPercentageAboveBaseCapacity: 25,
        SpotAllocationStrategy: 'lowest-price',
        SpotInstancePools: 3,
      },
      LaunchTemplate: {
        Overrides: [
          { InstanceType: 'm7i.large', WeightedCapacity: '1' },
          { InstanceType: 'm7i.xlarge', WeightedCapacity: '2' },
        ],
      },
    });
    expect(CapacityRebalance).toBe(true);
  });

  test.each<[string, Options, string]>([
    [
      'a share above 100',
      { instancesDistribution: { onDemandPercentageAboveBaseCapacity: 101 } },
      '.onDemandPercentageAboveBaseCapacity',
    ],
    ['a negative base', { instancesDistribution: { onDemandBaseCapacity: -1 } }, '.onDemandBaseCapacity'],
    ['pools without lowest price', { instancesDistribution: { spotInstancePools: 2 } }, '.spotInstancePools'],
    [
      'a share beside SPOT',
      {
        capacityType: NodegroupCapacityType.SPOT,
        instancesDistribution: { onDemandPercentageAboveBaseCapacity: 50 },
      },
      '.onDemandPercentageAboveBaseCapacity',
    ],
    [
      'a Capacity Block',
      {
        capacityType: NodegroupCapacityType.CAPACITY_BLOCK,
        capacityReservationId: 'cr-1',
        instancesDistribution: {},
      },
      '',
    ],
  ])('are refused with %s', (_, options, property) => {
    expect(problems(options)).toEqual([`${IssueCode.INVALID_INSTANCES_DISTRIBUTION} instancesDistribution${property}`]);
  });

  test('are weighed all or none', () => {
    const instanceTypes = types('m7i.large', 'm7i.xlarge');
    expect(problems({ instanceTypes, instanceTypeWeights: { 'm7i.large': 0, 'm6i.large': 1 } })).toEqual([
      `${IssueCode.INVALID_INSTANCE_WEIGHTS} instanceTypeWeights["m7i.large"]`,
      `${IssueCode.INVALID_INSTANCE_WEIGHTS} instanceTypeWeights["m6i.large"]`,
      `${IssueCode.INVALID_INSTANCE_WEIGHTS} instanceTypeWeights["m7i.xlarge"]`,
    ]);
  });

  test('are 1 to 40', () => {
    const many = types(...Array.from({ length: 41 }, () => 'm7i.large'));
    expect(problems({ instanceTypes: [] })).toContain(`${IssueCode.NO_INSTANCE_TYPES} instanceTypes`);
    expect(problems({ instanceTypes: many })).toEqual([`${IssueCode.NO_INSTANCE_TYPES} instanceTypes`]);
  });
});

test('a Capacity Block is launched from its reservation', () => {
  expect(
    templateDataOf({ capacityType: NodegroupCapacityType.CAPACITY_BLOCK, capacityReservationId: 'cr-1' }),
  ).toMatchObject({
    CapacityReservationSpecification: { CapacityReservationTarget: { CapacityReservationId: 'cr-1' } },
    InstanceMarketOptions: { MarketType: 'capacity-block' },
    InstanceType: 'm7i.large',
  });
});

describe('sizes', () => {
  test.each<[Options, object]>([
    [{}, { MinSize: '1', MaxSize: '1' }],
    [{ minSize: 0 }, { MinSize: '0', MaxSize: '1' }],
    [{ minSize: 3 }, { MinSize: '3', MaxSize: '3' }],
    [{ desiredSize: 2 }, { MinSize: '1', MaxSize: '2', DesiredCapacity: '2' }],
    [
      { minSize: 2, maxSize: 9 },
      { MinSize: '2', MaxSize: '9' },
    ],
  ])('of %j are %j', (options, expected) => {
    const { MinSize, MaxSize, DesiredCapacity } = asgOf(options).Properties;
    expect({ MinSize, MaxSize, DesiredCapacity }).toEqual({ DesiredCapacity: undefined, ...expected });
  });

  test('that contradict each other are refused', () => {
    expect(problems({ minSize: 3, maxSize: 2 })).toEqual([`${IssueCode.INVALID_SCALING} minSize`]);
    expect(problems({ desiredSize: 3, maxSize: 2 })).toEqual([`${IssueCode.INVALID_SCALING} desiredSize`]);
  });

  test('may be known only at deployment', () => {
    const fixture = cfnCluster();
    const size = new CfnParameter(fixture.stack, 'Size', { type: 'Number' }).valueAsNumber;
    const { stack } = group({ minSize: size, maxSize: size }, fixture);
    const { MinSize, MaxSize } = asgIn(stack).Properties;
    expect([MinSize, MaxSize]).toEqual([{ Ref: 'Size' }, { Ref: 'Size' }]);
  });
});

test('an instance refresh replaces the nodes with a deployment', () => {
  const updatePolicy = NodegroupUpdatePolicy.instanceRefresh({ minHealthyPercentage: 90, maxHealthyPercentage: 110 });
  expect(asgOf({ updatePolicy }).UpdatePolicy).toMatchObject({
    AutoScalingInstanceRefresh: {
      Strategy: 'Rolling',
      Preferences: { MinHealthyPercentage: 90, MaxHealthyPercentage: 110 },
    },
  });
  expect(problems({ updatePolicy: NodegroupUpdatePolicy.instanceRefresh({ maxHealthyPercentage: 110 }) })).toEqual([
    `${IssueCode.INVALID_INSTANCE_REFRESH} updatePolicy.minHealthyPercentage`,
  ]);
});

describe('a warm pool', () => {
  test('holds nodes that do not join before they are needed', () => {
    const { stack } = group({ warmPool: { minSize: 2, poolState: autoscaling.PoolState.STOPPED } });
    Template.fromStack(stack).hasResourceProperties('AWS::AutoScaling::WarmPool', {
      AutoScalingGroupName: { Ref: 'NodesAutoScalingGroupASG5CDA93C8' },
      MinSize: 2,
      PoolState: 'Stopped',
    });
    expect(userDataIn(stack)).toContain('[settings.autoscaling]\nshould-wait = true\n');
  });

  test.each<[string, Options, string]>([
    ['that hibernates', { warmPool: { poolState: autoscaling.PoolState.HIBERNATED } }, 'warmPool.poolState'],
    ['that takes nodes back', { warmPool: { reuseOnScaleIn: true } }, 'warmPool.reuseOnScaleIn'],
    ['of Spot Instances', { warmPool: {}, capacityType: NodegroupCapacityType.SPOT }, 'warmPool'],
    [
      'of some Spot Instances',
      { warmPool: {}, instancesDistribution: { onDemandPercentageAboveBaseCapacity: 50 } },
      'warmPool',
    ],
  ])('%s is refused', (_, options, path) => {
    expect(problems(options)).toEqual([`${IssueCode.INVALID_WARM_POOL} ${path}`]);
  });

  test('that is added to the Auto Scaling group itself is refused, unless the settings know of it', () => {
    const { stack, nodes } = group();
    nodes.autoScalingGroup.addWarmPool();
    expect(() => Template.fromStack(stack)).toThrow(/InvalidWarmPool.*Pass warmPool to the construct/s);
    const other = group({ settings: { autoscaling: { shouldWait: true } } });
    other.nodes.autoScalingGroup.addWarmPool();
    expect(() => Template.fromStack(other.stack)).not.toThrow();
  });

  test('is not contradicted by settings', () => {
    expect(problems({ warmPool: {}, settings: { autoscaling: { shouldWait: false } } })).toEqual([
      `${IssueCode.SETTING_SUPPLIED_BY_NODEGROUP} settings.autoscaling.should-wait`,
    ]);
    expect(() => group({ warmPool: {}, settings: { autoscaling: { shouldWait: true } } })).not.toThrow();
  });
});

test('options of Auto Scaling are passed on', () => {
  const asg = asgOf({
    autoScalingGroupName: 'nodes',
    groupMetrics: [autoscaling.GroupMetrics.all()],
    healthChecks: autoscaling.HealthChecks.withAdditionalChecks({
      additionalTypes: [autoscaling.AdditionalHealthCheckType.EBS],
      gracePeriod: Duration.minutes(10),
    }),
    defaultInstanceWarmup: Duration.minutes(2),
    maxInstanceLifetime: Duration.days(14),
    newInstancesProtectedFromScaleIn: true,
    terminationPolicies: [autoscaling.TerminationPolicy.OLDEST_INSTANCE],
  });
  expect(asg.Properties).toMatchObject({
    AutoScalingGroupName: 'nodes',
    DefaultInstanceWarmup: 120,
    HealthCheckGracePeriod: 600,
    HealthCheckType: 'EBS',
    MaxInstanceLifetime: 1209600,
    MetricsCollection: [{ Granularity: '1Minute' }],
    NewInstancesProtectedFromScaleIn: true,
    TerminationPolicies: ['OldestInstance'],
  });
  expect(templateDataOf({ detailedMonitoring: true }).Monitoring).toEqual({ Enabled: true });
});
