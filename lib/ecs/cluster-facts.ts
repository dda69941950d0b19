import { Stack } from 'aws-cdk-lib';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import type { IConstruct } from 'constructs';
import { CDK_TOKENS } from '../private/cdk-tokens';
import { BottlerocketIssue, IssueCode } from '../settings';
import { issue } from '../settings/report';

/** What is known of a cluster, whether it is a construct, a CloudFormation resource or imported. */
export interface ClusterFacts {
  readonly clusterName: string;
  readonly clusterArn: string;
  readonly vpc?: ec2.IVpc;
  /** The names of its capacity providers with ECS Managed Instances, and of the others. */
  readonly managedProviderNames: readonly string[];
  readonly providerNames: readonly string[];
}

/** The properties of ecs.Cluster and ecs.ICluster that matter here. */
interface AnyCluster {
  readonly vpc?: ec2.IVpc;
  readonly capacityProviderNames?: string[];
  readonly clusterScopedCapacityProviderNames?: string[];
}

/** Collects what a cluster reference knows now; the names of capacity providers may become more. */
export function factsOf(cluster: ecs.IClusterRef): ClusterFacts {
  const known: AnyCluster = ecs.CfnCluster.isCfnCluster(cluster) ? {} : (cluster as AnyCluster);
  return {
    ...cluster.clusterRef,
    vpc: tryRead(() => known.vpc),
    managedProviderNames: known.clusterScopedCapacityProviderNames ?? [],
    providerNames: known.capacityProviderNames ?? [],
  };
}

/** What serves a cluster must be where it is, as far as both are known. */
export function checkPlace(cluster: ecs.IClusterRef, scope: IConstruct): BottlerocketIssue[] {
  const { account, region } = Stack.of(scope);
  const here = { account, region };
  return (['account', 'region'] as const).flatMap((part) => {
    const there = cluster.env[part];
    if (there === here[part] || CDK_TOKENS.isToken(there) || CDK_TOKENS.isToken(here[part])) {
      return [];
    }
    const message = `The cluster is in another ${part} than the stack.`;
    return [issue(IssueCode.CLUSTER_ELSEWHERE, { path: 'cluster', message, received: there, expected: here[part] })];
  });
}

/** Reads what may throw, such as properties that an imported construct was not given. */
export function tryRead<T>(read: () => T | undefined): T | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}
