import { CfnResource } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import { IConstruct } from 'constructs';
import { NodePreset } from '../node';
import { grantPresets } from '../node/node-preset';
import { missingRights } from '../node/preset-rights';
import { warnOnce } from '../os/warn';
import { isNodegroup } from './launches-of';
import { referredResource } from './references';

/**
 * Gives the role of nodes the rights that presets need, or says that somebody else must.
 *
 * @param resources what may know the role: groups, and the launch template itself
 */
export function grantToNodes(resources: readonly CfnResource[], presets: readonly NodePreset[] = []): void {
  const roles = new Set(resources.flatMap((resource) => roleOf(resource) ?? []));
  roles.forEach((role) => grantPresets(role, presets));
  if (roles.size === 0) {
    warnOnce(resources[0]!, missingRights(presets));
  }
}

function roleOf(resource: CfnResource): iam.IRole | undefined {
  const { scope } = resource.node;
  // The constructs of aws-cdk-lib around groups and launch templates know the role. An Auto Scaling group has no default child.
  const isItsConstruct =
    scope?.node.defaultChild === resource || (scope !== undefined && 'autoScalingGroupArn' in scope);
  const known = isItsConstruct ? tryRole(scope as { readonly role?: iam.IRole }) : undefined;
  return known ?? (isNodegroup(resource) ? asRole(referredResource(resource.nodeRole, resource)) : undefined);
}

/** Groups throw when the launch template that they were given knows no role. */
function tryRole(construct: { readonly role?: iam.IRole }): iam.IRole | undefined {
  try {
    return construct.role;
  } catch {
    return undefined;
  }
}

/** The construct around the resource of a role. */
function asRole(resource: IConstruct | undefined): iam.IRole | undefined {
  const scope = iam.CfnRole.isCfnRole(resource) ? resource.node.scope : undefined;
  return scope?.node.defaultChild === resource && scope !== undefined && 'addToPrincipalPolicy' in scope
    ? (scope as iam.Role)
    : undefined;
}
