import { App, Stack, StackProps } from 'aws-cdk-lib';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as eks from 'aws-cdk-lib/aws-eks';
import * as eksv2 from 'aws-cdk-lib/aws-eks-v2';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';
import * as clusters from './clusters';

/** A cluster that can be reached, and a VPC for its nodes. */
export interface ReachableCluster {
  readonly stack: Stack;
  readonly vpc: ec2.IVpc;
  readonly cluster: eks.IClusterRef;
}

/** A layer with kubectl and Helm. */
export function kubectlLayer(scope: Construct, id = 'Layer'): lambda.ILayerVersion {
  return lambda.LayerVersion.fromLayerVersionArn(scope, id, 'arn:aws:lambda:eu-west-1:123456789012:layer:kubectl:1');
}

function emptyStack(props?: StackProps): { stack: Stack; vpc: ec2.Vpc } {
  const stack = new Stack(new App(), 'Stack', props);
  return { stack, vpc: new ec2.Vpc(stack, 'Vpc', { maxAzs: 2 }) };
}

/** A cluster of aws-eks. */
export function reachableV1(props?: StackProps): ReachableCluster & { readonly cluster: eks.Cluster } {
  const { stack, vpc } = emptyStack(props);
  return { stack, vpc, cluster: clusters.clusterV1(stack, { vpc }) };
}

/** A cluster of aws-eks-v2. */
export function reachableV2(
  options: Partial<eksv2.ClusterProps> = {},
  props?: StackProps,
): ReachableCluster & { readonly cluster: eksv2.Cluster } {
  const { stack, vpc } = emptyStack(props);
  const kubectlProviderOptions = { kubectlLayer: kubectlLayer(stack) };
  return { stack, vpc, cluster: clusters.clusterV2(stack, { vpc, kubectlProviderOptions, ...options }) };
}

/** An imported cluster of aws-eks. */
export function importedV1(): ReachableCluster {
  const { stack, vpc } = emptyStack();
  const cluster = eks.Cluster.fromClusterAttributes(stack, 'Cluster', {
    clusterName: 'main',
    vpc,
    kubectlRoleArn: 'arn:aws:iam::123456789012:role/kubectl',
    kubectlLayer: kubectlLayer(stack),
  });
  return { stack, vpc, cluster };
}

/** An imported cluster of aws-eks with the function of another stack. */
export function importedV1WithProvider(): ReachableCluster {
  const { stack, vpc } = emptyStack();
  const kubectlProvider = eks.KubectlProvider.fromKubectlProviderAttributes(stack, 'Provider', {
    functionArn: 'arn:aws:lambda:eu-west-1:123456789012:function:kubectl',
    kubectlRoleArn: 'arn:aws:iam::123456789012:role/kubectl',
    handlerRole: iam.Role.fromRoleArn(stack, 'HandlerRole', 'arn:aws:iam::123456789012:role/handler'),
  });
  return {
    stack,
    vpc,
    cluster: eks.Cluster.fromClusterAttributes(stack, 'Cluster', { clusterName: 'main', vpc, kubectlProvider }),
  };
}

/** An imported cluster of aws-eks-v2. */
export function importedV2(): ReachableCluster {
  const { stack, vpc } = emptyStack();
  const kubectlProvider = eksv2.KubectlProvider.fromKubectlProviderAttributes(stack, 'Provider', {
    serviceToken: 'arn:aws:lambda:eu-west-1:123456789012:function:kubectl',
  });
  return {
    stack,
    vpc,
    cluster: eksv2.Cluster.fromClusterAttributes(stack, 'Cluster', { clusterName: 'main', vpc, kubectlProvider }),
  };
}

/** References that do not say how to reach the cluster. */
export const UNREACHABLE: Readonly<Record<string, () => ReachableCluster>> = {
  'an imported cluster of aws-eks without kubectl': () => {
    const { stack, vpc } = emptyStack();
    return { stack, vpc, cluster: eks.Cluster.fromClusterAttributes(stack, 'Cluster', { clusterName: 'main', vpc }) };
  },
  'an imported cluster of aws-eks-v2 without kubectl': () => {
    const { stack, vpc } = emptyStack();
    return { stack, vpc, cluster: eksv2.Cluster.fromClusterAttributes(stack, 'Cluster', { clusterName: 'main', vpc }) };
  },
  'a cluster of aws-eks-v2 without a kubectl provider': () => reachableV2({ kubectlProviderOptions: undefined }),
  'a CloudFormation resource': () => clusters.cfnCluster(),
};
