import * as iam from 'aws-cdk-lib/aws-iam';
import { DependencyGroup, IConstruct } from 'constructs';
import { NodePreset } from '../node';
import { grantPresets } from '../node/node-preset';
import { warnOnce } from '../os/warn';
import { IssueCode } from '../settings';
import { issue } from '../settings/report';

/** Gives the role of nodes the rights that presets need, or says that somebody else must. */
export function grantToNodes(resource: IConstruct, presets: readonly NodePreset[] = []): void {
  const role = roleOf(resource);
  if (role !== undefined) {
    grantPresets(role, presets);
    return;
  }
  for (const preset of presets) {
    const recorder = new ActionRecorder();
    preset._grantTo(recorder);
    if (recorder.actions.size > 0) {
      const message = `The preset ${preset.presetName} needs rights, and the role of the nodes is not known here.`;
      const expected = `a role that may ${[...recorder.actions].join(', ')}`;
      warnOnce(resource, [issue(IssueCode.PRESET_RIGHTS_MISSING, { path: 'presets', message, expected })]);
    }
  }
}

/** The constructs of aws-cdk-lib around launch templates and node groups know the role; resources do not. */
function roleOf(resource: IConstruct): iam.IRole | undefined {
  const { scope } = resource.node;
  return scope?.node.defaultChild === resource ? (scope as { readonly role?: iam.IRole }).role : undefined;
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
