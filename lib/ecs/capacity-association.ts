import { Duration } from 'aws-cdk-lib';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import { Construct } from 'constructs';
import { BottlerocketIssue, IssueCode } from '../settings';
import { issue } from '../settings/report';
import { BottlerocketCapacityProviderProps } from './capacity-provider-props';

/** Clusters that keep their list of capacity providers, by which others can be added later. */
function keepsList(cluster: ecs.IClusterRef): cluster is ecs.Cluster {
  return 'addAsgCapacityProvider' in cluster;
}

/** Finds out whether the cluster will know the capacity provider. */
export function checkAssociation({
  cluster,
  otherCapacityProviders,
}: BottlerocketCapacityProviderProps): BottlerocketIssue[] {
  return keepsList(cluster) || otherCapacityProviders !== undefined
    ? []
    : [
        issue(IssueCode.CAPACITY_PROVIDER_NOT_ASSOCIATED, {
          path: 'cluster',
          message: 'This cluster cannot be told of one more capacity provider.',
        }),
      ];
}

/** Whether tasks and services that name no capacity provider run on this one, as far as it is known now. */
export function isDefault(
  { cluster, defaultCapacityProvider }: BottlerocketCapacityProviderProps,
  capacityProvider: string,
): boolean {
  const strategy = keepsList(cluster) ? cluster.defaultCapacityProviderStrategy : [];
  return defaultCapacityProvider === true || strategy.some((item) => item.capacityProvider === capacityProvider);
}

/** Tells the cluster of the capacity provider. */
export function associate(
  scope: Construct,
  { cluster, otherCapacityProviders, defaultCapacityProvider }: BottlerocketCapacityProviderProps,
  capacityProvider: string,
  provider: ecs.AsgCapacityProvider,
): void {
  const strategy = defaultCapacityProvider === true ? [{ capacityProvider, weight: 1 }] : [];
  if (keepsList(cluster)) {
    // ECS drains, or users want no draining: there is no need for the function of aws-cdk-lib that does.
    const withoutHook: ecs.AddAutoScalingGroupCapacityOptions & { taskDrainTime: Duration } = {
      taskDrainTime: Duration.seconds(0),
    };
    cluster.addAsgCapacityProvider(provider, withoutHook);
    if (strategy.length > 0) {
      cluster.addDefaultCapacityProviderStrategy(strategy);
    }
  } else if (otherCapacityProviders !== undefined) {
    new ecs.CfnClusterCapacityProviderAssociations(scope, 'Association', {
      cluster: cluster.clusterRef.clusterName,
      capacityProviders: [...otherCapacityProviders, capacityProvider],
      defaultCapacityProviderStrategy: strategy,
    });
  }
}
