import { Stack } from 'aws-cdk-lib';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import type { IConstruct } from 'constructs';
import { BottlerocketIssue, IssueCode } from '../settings';
import { issue } from '../settings/report';
import { neighboursOf } from './cluster-checks';
import { ClusterFacts } from './cluster-facts';

/** The instances that services may run on. */
export interface ServedCapacity {
  readonly construct: IConstruct;
  readonly cluster: ClusterFacts;
  readonly capacityProviderName: string;
  readonly isDefault: boolean;
}

/** Finds services whose tasks would wait for ever on these instances. */
export function checkServices(capacity: ServedCapacity): BottlerocketIssue[] {
  return neighboursOf(capacity.construct)
    .filter((other) => ecs.CfnService.isCfnService(other))
    .filter((service) => usesServiceConnect(service) && runsOn(capacity, service))
    .map(({ node }) => {
      const message = `${node.path} has Service Connect, and runs on these instances.`;
      return issue(IssueCode.SERVICE_CONNECT_NOT_SUPPORTED, { path: 'cluster', message });
    });
}

function usesServiceConnect(service: ecs.CfnService): boolean {
  const configuration = Stack.of(service).resolve(service.serviceConnectConfiguration) as
    ecs.CfnService.ServiceConnectConfigurationProperty | undefined;
  return configuration?.enabled === true;
}

/** By its strategy, by the launch type or, without both, by the default strategy of the cluster. */
function runsOn({ cluster, capacityProviderName, isDefault }: ServedCapacity, service: ecs.CfnService): boolean {
  const inService = (value: unknown) => JSON.stringify(Stack.of(service).resolve(value));
  const { launchType, capacityProviderStrategy: given } = service;
  const strategy = (Stack.of(service).resolve(given) ?? []) as ecs.CfnService.CapacityProviderStrategyItemProperty[];
  if (strategy.length > 0) {
    return strategy.some((item) => JSON.stringify(item.capacityProvider) === inService(capacityProviderName));
  }
  const inCluster = [cluster.clusterName, cluster.clusterArn].map(inService).includes(inService(service.cluster));
  return inCluster && (launchType === undefined ? isDefault : launchType === 'EC2');
}
