import { App, Stack, StackProps } from 'aws-cdk-lib';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import { BottlerocketCapacityProvider, BottlerocketCapacityProviderProps } from '../../lib';
import { clusterFixture } from './ecs-updater';
import { problemsOf } from './issues';
import { only, types } from './self-managed';

export type CapacityOptions = Partial<BottlerocketCapacityProviderProps>;

/** A capacity provider, of one x86 instance type unless told otherwise. */
export function capacityProvider(options: CapacityOptions = {}, fixture = clusterFixture()) {
  const provider = new BottlerocketCapacityProvider(fixture.stack, 'Capacity', {
    cluster: fixture.cluster,
    instanceTypes: types('m7i.large'),
    ...options,
  });
  return { ...fixture, provider };
}

/** A cluster that the app only knows the name of. */
export function importedCluster(props?: StackProps) {
  const stack = new Stack(new App(), 'Stack', props);
  const vpc = new ec2.Vpc(stack, 'Vpc', { maxAzs: 2 });
  const cluster = ecs.Cluster.fromClusterAttributes(stack, 'Cluster', { clusterName: 'demo', vpc });
  return { stack, vpc, cluster: cluster as ecs.Cluster };
}

export const providerIn = (stack: Stack) => only(stack, 'AWS::ECS::CapacityProvider').Properties;

/** Codes and paths of what is wrong with a capacity provider. */
export const capacityProblems = (options: CapacityOptions) => problemsOf(() => capacityProvider(options));
