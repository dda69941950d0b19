import { App, Stack } from 'aws-cdk-lib';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as eks from 'aws-cdk-lib/aws-eks';
import * as eksv2 from 'aws-cdk-lib/aws-eks-v2';
import {
  BottlerocketCapacityProvider,
  BottlerocketEcsUpdater,
  BottlerocketManagedNodegroup,
  BottlerocketNodeClass,
  BottlerocketNodePool,
  BottlerocketSelfManagedNodegroup,
  BottlerocketUpdateOperator,
} from '../../lib';
import { clusterV1 } from '../helpers/clusters';
import { issuesThrownBy } from '../helpers/issues';

const instanceTypes = [new ec2.InstanceType('m8g.large')];

/** Every construct that takes a cluster. TypeScript takes a cluster of one service for that of the other. */
const OF_EKS: Readonly<Record<string, (stack: Stack, cluster: eks.IClusterRef) => unknown>> = {
  BottlerocketManagedNodegroup: (stack, cluster) =>
    new BottlerocketManagedNodegroup(stack, 'Nodes', { cluster, instanceTypes }),
  BottlerocketSelfManagedNodegroup: (stack, cluster) =>
    new BottlerocketSelfManagedNodegroup(stack, 'Nodes', { cluster, instanceTypes }),
  BottlerocketNodeClass: (stack, cluster) => new BottlerocketNodeClass(stack, 'Nodes', { cluster }),
  BottlerocketNodePool: (stack, cluster) => {
    const nodeClass = BottlerocketNodeClass.fromNodeClassName(stack, 'Class', 'nodes');
    return new BottlerocketNodePool(stack, 'Nodes', { cluster, nodeClass });
  },
  BottlerocketUpdateOperator: (stack, cluster) => new BottlerocketUpdateOperator(stack, 'Nodes', { cluster }),
};
const OF_ECS: Readonly<Record<string, (stack: Stack, cluster: ecs.IClusterRef) => unknown>> = {
  BottlerocketCapacityProvider: (stack, cluster) =>
    new BottlerocketCapacityProvider(stack, 'Nodes', { cluster, instanceTypes }),
  BottlerocketEcsUpdater: (stack, cluster) => new BottlerocketEcsUpdater(stack, 'Nodes', { cluster }),
};

const vpcOf = (stack: Stack) => new ec2.Vpc(stack, 'Vpc');
const ECS_CLUSTERS: Readonly<Record<string, (stack: Stack) => ecs.IClusterRef>> = {
  'of the app': (stack) => new ecs.Cluster(stack, 'Cluster', { vpc: vpcOf(stack) }),
  'that is imported': (stack) =>
    ecs.Cluster.fromClusterAttributes(stack, 'Cluster', { clusterName: 'tasks', vpc: vpcOf(stack) }),
  'of CloudFormation': (stack) => new ecs.CfnCluster(stack, 'Cluster'),
};
const version = eksv2.KubernetesVersion.V1_35;
const EKS_CLUSTERS: Readonly<Record<string, (stack: Stack) => eks.IClusterRef>> = {
  'of aws-eks': (stack) => clusterV1(stack),
  'of aws-eks-v2': (stack) => new eksv2.Cluster(stack, 'Cluster', { version, vpc: vpcOf(stack) }),
  'that is imported': (stack) =>
    eksv2.Cluster.fromClusterAttributes(stack, 'Cluster', { clusterName: 'pods', vpc: vpcOf(stack) }),
  'of CloudFormation': (stack) =>
    new eks.CfnCluster(stack, 'Cluster', { roleArn: 'arn', resourcesVpcConfig: { subnetIds: ['a'] } }),
};

const WITH_INSTANCES: Readonly<Record<string, (stack: Stack, instanceTypes: ec2.InstanceType[]) => unknown>> = {
  BottlerocketManagedNodegroup: (stack, types) =>
    new BottlerocketManagedNodegroup(stack, 'Nodes', { cluster: clusterV1(stack), instanceTypes: types }),
  BottlerocketSelfManagedNodegroup: (stack, types) =>
    new BottlerocketSelfManagedNodegroup(stack, 'Nodes', { cluster: clusterV1(stack), instanceTypes: types }),
  BottlerocketCapacityProvider: (stack, types) =>
    new BottlerocketCapacityProvider(stack, 'Nodes', {
      cluster: new ecs.Cluster(stack, 'Cluster', { vpc: vpcOf(stack) }),
      instanceTypes: types,
    }),
};

const newStack = () => new Stack(new App(), 'Stack');
const problem = (received: string, right: string): unknown[] => [
  expect.objectContaining({
    code: 'WrongCluster',
    path: 'cluster',
    received,
    expected: expect.stringContaining(right) as string,
  }),
];

describe.each(Object.entries(OF_EKS))('%s', (_, make) => {
  test.each(Object.entries(ECS_CLUSTERS))('refuses a cluster of Amazon ECS %s', (__, clusterIn) => {
    const stack = newStack();
    const issues = issuesThrownBy(() => make(stack, clusterIn(stack)));
    expect(issues).toEqual(problem('a cluster of Amazon ECS (Stack/Cluster)', 'a cluster of Amazon EKS'));
  });

  test.each([
    [undefined, 'undefined'],
    ['production', '"production"'],
    [{}, '{}'],
  ])('refuses %p for a cluster', (cluster, shown) => {
    const issues = issuesThrownBy(() => make(newStack(), cluster as never));
    expect(issues).toEqual(problem(shown, 'a cluster of Amazon EKS'));
  });
});

describe.each(Object.entries(OF_ECS))('%s', (_, make) => {
  test.each(Object.entries(EKS_CLUSTERS))('refuses a cluster of Amazon EKS %s', (__, clusterIn) => {
    const stack = newStack();
    const issues = issuesThrownBy(() => make(stack, clusterIn(stack)));
    expect(issues).toEqual(problem('a cluster of Amazon EKS (Stack/Cluster)', 'a cluster of Amazon ECS'));
  });

  test.each([
    [undefined, 'undefined'],
    ['production', '"production"'],
    [{}, '{}'],
  ])('refuses %p for a cluster', (cluster, shown) => {
    const issues = issuesThrownBy(() => make(newStack(), cluster as never));
    expect(issues).toEqual(problem(shown, 'a cluster of Amazon ECS'));
  });
});

test.each(Object.entries(WITH_INSTANCES))('%s refuses instance types that are no list', (_, make) => {
  for (const [types, received] of [
    [undefined, 'undefined'],
    ['m8g.large', '"m8g.large"'],
  ]) {
    expect(issuesThrownBy(() => make(newStack(), types as never))).toMatchObject([
      { code: 'NoInstanceTypes', path: 'instanceTypes', received },
    ]);
  }
});
