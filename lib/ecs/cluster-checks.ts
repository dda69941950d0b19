import { Stack, Stage } from 'aws-cdk-lib';
import * as autoscaling from 'aws-cdk-lib/aws-autoscaling';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as events from 'aws-cdk-lib/aws-events';
import * as scheduler from 'aws-cdk-lib/aws-scheduler';
import type { IConstruct } from 'constructs';
import { isManagedInstancesResource } from '../node/managed-instances';
import { BottlerocketIssue, IssueCode } from '../settings';
import { issue } from '../settings/report';
import { resourceOf, runsBottlerocket } from './capacity-checks';
import { ClusterFacts, tryRead } from './cluster-facts';

/** A cluster, and what its updater was given of it. */
export interface UpdatedCluster {
  readonly facts: ClusterFacts;
  readonly construct: IConstruct;
  readonly attached: readonly autoscaling.IAutoScalingGroupRef[];
  /** The tag of the instances in words. */
  readonly tag: string;
}

/** What else the app has in the account and region of a construct, as far as these are known. */
export function neighboursOf(construct: IConstruct): IConstruct[] {
  const environmentOf = (it: IConstruct) => tryRead(() => Stack.of(it).environment);
  const here = environmentOf(construct);
  const all = Stage.of(construct)?.node.findAll() ?? [];
  return all.filter((other) => environmentOf(other) === here && !other.node.scopes.includes(construct));
}

/** What in the rest of the app keeps instances of the cluster from being updated. */
export function checkCluster(updater: IConstruct, cluster: UpdatedCluster): BottlerocketIssue[] {
  const others = neighboursOf(updater);
  const providers = others.filter((other) => ecs.CfnCapacityProvider.isCfnCapacityProvider(other));
  return [
    ...checkManagedInstances(providers, cluster),
    ...checkAttached(others, providers, cluster),
    ...others.filter((other) => runsStandaloneTasks(other, cluster.facts)).map(standaloneTasks),
  ];
}

function isManaged(provider: ecs.CfnCapacityProvider, { facts }: UpdatedCluster): boolean {
  const named = provider.clusterName === facts.clusterName || facts.managedProviderNames.includes(provider.ref);
  return named && isManagedInstancesResource(provider);
}

function checkManagedInstances(
  providers: readonly ecs.CfnCapacityProvider[],
  cluster: UpdatedCluster,
): BottlerocketIssue[] {
  const managed = providers.filter((provider) => isManaged(provider, cluster));
  return managed.map(({ node }) =>
    cluster.attached.length === 0
      ? issue(IssueCode.MANAGED_INSTANCES, {
          path: 'cluster',
          message: `The capacity of the cluster is ECS Managed Instances (${node.path}), and no Auto Scaling group is attached.`,
        })
      : issue(IssueCode.MANAGED_INSTANCES_IN_CLUSTER, {
          path: 'cluster',
          message: `The cluster has ECS Managed Instances too (${node.path}).`,
        }),
  );
}

/** One instance without the tag makes the commands to all of them fail. */
function checkAttached(
  others: readonly IConstruct[],
  providers: readonly ecs.CfnCapacityProvider[],
  cluster: UpdatedCluster,
): BottlerocketIssue[] {
  const { attached, tag } = cluster;
  const resources = attached.map(resourceOf);
  const forgotten = others.filter(
    (other) =>
      resourceOf(other) !== undefined &&
      !resources.includes(resourceOf(other)) &&
      isCapacityOf(other, providers, cluster) &&
      runsBottlerocket(other),
  );
  if (forgotten.length === 0 && attached.length === 0) {
    const message = `Nothing in this app gives instances ${tag}.`;
    return [issue(IssueCode.NO_CAPACITY_ATTACHED, { path: 'attach', message })];
  }
  return forgotten.map(({ node }) => {
    const message = `${node.path} is capacity of the cluster, but its instances do not get ${tag}.`;
    return issue(IssueCode.CAPACITY_NOT_ATTACHED, { path: 'attach', message });
  });
}

/** By Cluster.addCapacity the group is in the cluster; otherwise a capacity provider has it. */
function isCapacityOf(
  group: IConstruct,
  providers: readonly ecs.CfnCapacityProvider[],
  { construct, facts }: UpdatedCluster,
): boolean {
  const { autoScalingGroupName } = group as Partial<autoscaling.AutoScalingGroup>;
  const provided = providers.some((provider) => {
    const { autoScalingGroupArn } = (provider.autoScalingGroupProvider ?? {}) as { autoScalingGroupArn?: string };
    return facts.providerNames.includes(provider.ref) && autoScalingGroupArn === autoScalingGroupName;
  });
  return provided || group.node.scope === construct;
}

/** A target of a rule or schedule, as far as it matters here. */
interface AnyTarget {
  readonly arn?: unknown;
  readonly ecsParameters?: EcsParameters;
}

interface EcsParameters {
  readonly launchType?: string;
  readonly capacityProviderStrategy?: { readonly capacityProvider?: unknown }[];
}

/** Whether a rule or schedule runs tasks on instances of the cluster. */
function runsStandaloneTasks(construct: IConstruct, { clusterArn }: ClusterFacts): boolean {
  return targetsOf(construct).some(
    ({ arn, ecsParameters }) =>
      ecsParameters !== undefined &&
      runsOnInstances(ecsParameters) &&
      JSON.stringify(arn) === JSON.stringify(Stack.of(construct).resolve(clusterArn) as unknown),
  );
}

function runsOnInstances({ launchType, capacityProviderStrategy = [] }: EcsParameters): boolean {
  const onFargate = capacityProviderStrategy.some(({ capacityProvider }) => /^FARGATE/.test(String(capacityProvider)));
  return launchType !== 'FARGATE' && launchType !== 'EXTERNAL' && !onFargate;
}

function targetsOf(construct: IConstruct): AnyTarget[] {
  if (events.CfnRule.isCfnRule(construct)) {
    return (Stack.of(construct).resolve(construct.targets) ?? []) as AnyTarget[];
  }
  return scheduler.CfnSchedule.isCfnSchedule(construct)
    ? [Stack.of(construct).resolve(construct.target) as AnyTarget]
    : [];
}

function standaloneTasks({ node }: IConstruct): BottlerocketIssue {
  const message = `${node.path} runs tasks on instances of the cluster that do not belong to a service.`;
  return issue(IssueCode.STANDALONE_TASKS, { path: 'cluster', message });
}
