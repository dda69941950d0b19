import { Aws, Stack } from 'aws-cdk-lib';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import { checkPlace, factsOf } from '../../lib/ecs/cluster-facts';
import { clusterFixture } from '../helpers/ecs-updater';

const HERE = { account: '123456789012', region: 'eu-west-1' };

function placesOf(clusterArn: string, env = HERE): string[] {
  const { stack } = clusterFixture({ env });
  const cluster = ecs.Cluster.fromClusterArn(stack, 'Imported', clusterArn);
  return checkPlace(cluster, stack).map(({ code, message }) => `${code}: ${message}`);
}

describe('the cluster', () => {
  test('may be where the updater is', () => {
    expect(placesOf('arn:aws:ecs:eu-west-1:123456789012:cluster/prod')).toEqual([]);
  });

  test('must not be in another region or account', () => {
    expect(placesOf('arn:aws:ecs:eu-central-1:210987654321:cluster/prod')).toEqual([
      'ClusterElsewhere: The cluster is in another account than the stack.',
      'ClusterElsewhere: The cluster is in another region than the stack.',
    ]);
  });

  test('is taken to be in the right place where that is only known at deployment', () => {
    const env = { account: Aws.ACCOUNT_ID, region: Aws.REGION };
    expect(placesOf('arn:aws:ecs:eu-central-1:210987654321:cluster/prod', env)).toEqual([]);
  });
});

describe('what is known', () => {
  test('of a cluster of the app is all', () => {
    const { vpc, cluster } = clusterFixture();
    cluster.enableFargateCapacityProviders();
    expect(factsOf(cluster)).toEqual({
      clusterName: cluster.clusterName,
      clusterArn: cluster.clusterArn,
      vpc,
      managedProviderNames: [],
      providerNames: ['FARGATE', 'FARGATE_SPOT'],
    });
  });

  test('of a cluster by its ARN is the name, and no VPC', () => {
    const { stack } = clusterFixture();
    const clusterArn = 'arn:aws:ecs:eu-west-1:123456789012:cluster/prod';
    expect(factsOf(ecs.Cluster.fromClusterArn(stack, 'Imported', clusterArn))).toEqual({
      clusterName: 'prod',
      clusterArn,
      vpc: undefined,
      managedProviderNames: [],
      providerNames: [],
    });
  });

  test('of a resource of CloudFormation is the name, and no VPC', () => {
    const { stack } = clusterFixture();
    const facts = factsOf(new ecs.CfnCluster(stack, 'Plain'));
    expect(facts.vpc).toBeUndefined();
    expect(Stack.of(stack).resolve([facts.clusterName, facts.clusterArn])).toEqual([
      { Ref: 'Plain' },
      { 'Fn::GetAtt': ['Plain', 'Arn'] },
    ]);
  });

  test('of an imported cluster with its VPC is that too', () => {
    const { stack, vpc } = clusterFixture();
    const attributes = { clusterName: 'prod', vpc: vpc as ec2.IVpc };
    expect(factsOf(ecs.Cluster.fromClusterAttributes(stack, 'Imported', attributes)).vpc).toBe(vpc);
  });
});
