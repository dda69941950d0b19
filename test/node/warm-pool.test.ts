import { Stack } from 'aws-cdk-lib';
import * as autoscaling from 'aws-cdk-lib/aws-autoscaling';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import { BottlerocketUserData, NodegroupCapacityType } from '../../lib';
import { checkLateWarmPool, checkWarmPool, WarmPoolRequest } from '../../lib/node/warm-pool';

const { PoolState } = autoscaling;

function paths(options: Partial<WarmPoolRequest>): string[] {
  const found: string[] = [];
  const instanceTypes = [new ec2.InstanceType('m7i.large')];
  checkWarmPool({ instanceTypes, ...options }, (code, { path }) => found.push(`${code} ${path}`));
  return found;
}

test.each<[string, autoscaling.WarmPoolOptions | undefined]>([
  ['no warm pool', undefined],
  ['the defaults', {}],
  ['stopped nodes', { poolState: PoolState.STOPPED, minSize: 2, reuseOnScaleIn: false }],
  ['running nodes', { poolState: PoolState.RUNNING }],
])('a warm pool may have %s', (_, warmPool) => {
  expect(paths({ warmPool })).toEqual([]);
});

test('everything that is wrong is said at once', () => {
  const warmPool = { poolState: PoolState.HIBERNATED, reuseOnScaleIn: true };
  expect(paths({ warmPool, capacityType: NodegroupCapacityType.SPOT })).toEqual([
    'InvalidWarmPool warmPool.poolState',
    'InvalidWarmPool warmPool.reuseOnScaleIn',
    'InvalidWarmPool warmPool',
  ]);
});

describe('a warm pool that was added to the Auto Scaling group itself', () => {
  const stack = new Stack();
  const vpc = new ec2.Vpc(stack, 'Vpc', { maxAzs: 1 });
  const group = (id: string) =>
    new autoscaling.AutoScalingGroup(stack, id, {
      vpc,
      instanceType: new ec2.InstanceType('m7i.large'),
      machineImage: ec2.MachineImage.latestAmazonLinux2023(),
    });
  const late = group('Late');
  late.addWarmPool();
  const plain = new BottlerocketUserData();

  test('is found when the nodes do not wait in it', () => {
    expect(checkLateWarmPool(late, {}, plain)).toMatchObject([{ code: 'InvalidWarmPool', path: 'warmPool' }]);
  });

  test('is fine when they do, and when the construct made it', () => {
    const waiting = new BottlerocketUserData({ settings: { autoscaling: { shouldWait: true } } });
    expect(checkLateWarmPool(late, {}, waiting)).toEqual([]);
    expect(checkLateWarmPool(late, { warmPool: {} }, plain)).toEqual([]);
    expect(checkLateWarmPool(group('Without'), {}, plain)).toEqual([]);
  });
});
