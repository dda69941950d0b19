import { Reference, Tokenization } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import { isManagedInstancesResource, managedInstancesIssue } from '../node/managed-instances';
import { BottlerocketIssue } from '../settings';
import { resourceOf } from './capacity-checks';
import { BottlerocketCapacityProviderProps } from './capacity-provider-props';
import { tryRead } from './cluster-facts';

/** Whether something is a capacity provider of ECS Managed Instances, which only callers without types can pass. */
export function isManagedInstances(construct: IConstruct | undefined): boolean {
  if (typeof construct !== 'object') {
    return false;
  }
  const { ec2InstanceProfile } = construct as { readonly ec2InstanceProfile?: unknown };
  return (
    isManagedInstancesResource(construct) ||
    (tryRead(() => ec2InstanceProfile) !== undefined && resourceOf(construct) === undefined)
  );
}

/** Where users point settings at ECS Managed Instances, in place of a cluster whose instances are their own. */
export function checkManagedInstances({
  cluster,
  otherCapacityProviders = [],
}: BottlerocketCapacityProviderProps): BottlerocketIssue[] {
  // They belong to their cluster from the start, and are not in its list.
  const listed = otherCapacityProviders.flatMap((name) => {
    const [reference] = Tokenization.reverseString(name).tokens;
    return Reference.isReference(reference) && isManagedInstancesResource(reference.target) ? [reference.target] : [];
  });
  return [
    ...(isManagedInstances(cluster) ? [managedInstancesIssue(cluster, 'cluster')] : []),
    ...listed.map((provider) => managedInstancesIssue(provider, 'otherCapacityProviders')),
  ];
}
