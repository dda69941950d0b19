import { Stack } from 'aws-cdk-lib';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import { isManagedInstances } from '../../lib/ecs/managed-instances-checks';
import { capacityProvider, importedCluster } from '../helpers/ecs-capacity';
import { clusterFixture, managedInstances } from '../helpers/ecs-updater';
import { issuesThrownBy, problemsOf } from '../helpers/issues';

const resourceIn = ({ stack }: { readonly stack: Stack }) =>
  stack.node.findAll().find((it) => ecs.CfnCapacityProvider.isCfnCapacityProvider(it))!;

test('ECS Managed Instances are known as construct and as resource, and nothing else is taken for them', () => {
  const fixture = clusterFixture();
  const managed = managedInstances(fixture);
  expect(isManagedInstances(managed)).toBe(true);
  expect(isManagedInstances(resourceIn(fixture))).toBe(true);
  const { provider } = capacityProvider({}, fixture);
  const others = [provider, ...provider.node.findAll(), fixture.cluster];
  expect(others.filter(isManagedInstances)).toEqual([]);
});

test('settings for them are refused where they are passed in place of a cluster', () => {
  const fixture = clusterFixture();
  const cluster = managedInstances(fixture) as unknown as ecs.Cluster;
  const [found] = issuesThrownBy(() => capacityProvider({ cluster }, fixture));
  expect(found).toMatchObject({ code: 'ManagedInstances', path: 'cluster' });
  expect(found!.message).toContain('Stack/Managed');
  expect(found!.fix).toContain('BottlerocketCapacityProvider');
});

test('they are not in the list of capacity providers that a cluster is told of', () => {
  const fixture = importedCluster();
  const { capacityProviderName } = managedInstances(fixture);
  const options = { otherCapacityProviders: ['FARGATE', capacityProviderName] };
  expect(problemsOf(() => capacityProvider(options, fixture))).toEqual(['ManagedInstances otherCapacityProviders']);
});

test('capacity of the own goes beside them in one cluster', () => {
  const fixture = clusterFixture();
  fixture.cluster.addManagedInstancesCapacityProvider(managedInstances(fixture));
  const { provider } = capacityProvider({}, fixture);
  expect(Stack.of(provider).node.findAll().filter(isManagedInstances)).toHaveLength(2);
  expect(fixture.cluster.capacityProviderNames).toEqual([provider.capacityProviderName]);
});
