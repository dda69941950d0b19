import { CfnResource } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import { BottlerocketIssue, IssueCode } from '../settings';
import { issue } from '../settings/report';

/**
 * Whether a resource is a capacity provider of ECS Managed Instances: instances on Bottlerocket that AWS configures. It is
 * known by its type, so that those without Amazon ECS need not load it.
 */
export function isManagedInstancesResource(construct: IConstruct): boolean {
  return (
    CfnResource.isCfnResource(construct) &&
    construct.cfnResourceType === 'AWS::ECS::CapacityProvider' &&
    (construct as { readonly managedInstancesProvider?: unknown }).managedInstancesProvider !== undefined
  );
}

/** That nothing can be set there. */
export function managedInstancesIssue(construct: IConstruct, path: string): BottlerocketIssue {
  const message = `${construct.node.path} is a capacity provider of ECS Managed Instances.`;
  return issue(IssueCode.MANAGED_INSTANCES, { path, message });
}
