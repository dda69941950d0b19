import { App, Stack } from 'aws-cdk-lib';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as eks from 'aws-cdk-lib/aws-eks';
import * as eksv2 from 'aws-cdk-lib/aws-eks-v2';
import * as lambda from 'aws-cdk-lib/aws-lambda';

/** A cluster as a CloudFormation resource, which is the least to synthesise, and its VPC. */
export interface ClusterFixture {
  readonly stack: Stack;
  readonly vpc: ec2.Vpc;
  readonly cluster: eks.CfnCluster;
}

export function cfnCluster(props: Partial<eks.CfnClusterProps> = {}): ClusterFixture {
  const stack = new Stack(new App(), 'Stack');
  const vpc = new ec2.Vpc(stack, 'Vpc', { maxAzs: 2 });
  const cluster = new eks.CfnCluster(stack, 'Cluster', {
    version: '1.35',
    accessConfig: { authenticationMode: 'API' },
    roleArn: 'arn:aws:iam::123456789012:role/cluster',
    resourcesVpcConfig: { subnetIds: vpc.privateSubnets.map(({ subnetId }) => subnetId) },
    ...props,
  });
  return { stack, vpc, cluster };
}

/** A cluster of aws-eks. */
export function clusterV1(stack: Stack, props: Partial<eks.ClusterProps> = {}): eks.Cluster {
  const arn = 'arn:aws:lambda:eu-west-1:123456789012:layer:kubectl:1';
  return new eks.Cluster(stack, 'Cluster', {
    version: eks.KubernetesVersion.V1_35,
    kubectlLayer: lambda.LayerVersion.fromLayerVersionArn(stack, 'Layer', arn),
    defaultCapacity: 0,
    ...props,
  });
}

/** A cluster of aws-eks-v2 without Auto Mode. */
export function clusterV2(stack: Stack, props: Partial<eksv2.ClusterProps> = {}): eksv2.Cluster {
  return new eksv2.Cluster(stack, 'Cluster', {
    version: eksv2.KubernetesVersion.V1_35,
    defaultCapacityType: eksv2.DefaultCapacityType.NODEGROUP,
    defaultCapacity: 0,
    ...props,
  });
}
