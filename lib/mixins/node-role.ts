import { CfnResource } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import { DependencyGroup, IConstruct } from 'constructs';
import { NodePreset } from '../node';
import { grantPresets } from '../node/node-preset';
import { warnOnce } from '../os/warn';
import { IssueCode } from '../settings';
import { issue } from '../settings/report';
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
  if (roles.size > 0) {
    return;
  }
  for (const preset of presets) {
    const recorder = new ActionRecorder();
    preset._grantTo(recorder);
    if (recorder.actions.size > 0) {
      const message = `The preset ${preset.presetName} needs rights, and the role of the nodes is not known here.`;
      const expected = `a role that may ${[...recorder.actions].join(', ')}`;
      warnOnce(resources[0]!, [issue(IssueCode.PRESET_RIGHTS_MISSING, { path: 'presets', message, expected })]);
    }
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

/** Takes the place of a role, and learns what a preset would grant to it. */
class ActionRecorder implements iam.IPrincipal {
  public readonly actions = new Set<string>();
  public readonly grantPrincipal = this;
  public readonly assumeRoleAction = 'sts:AssumeRole';
  public readonly policyFragment = new iam.PrincipalPolicyFragment({});

  public addToPolicy(statement: iam.PolicyStatement): boolean {
    return this.addToPrincipalPolicy(statement).statementAdded;
  }

  public addToPrincipalPolicy(statement: iam.PolicyStatement): iam.AddToPrincipalPolicyResult {
    statement.actions.forEach((action) => this.actions.add(action));
    return { statementAdded: true, policyDependable: new DependencyGroup() };
  }
}
