import * as iam from 'aws-cdk-lib/aws-iam';
import { DependencyGroup } from 'constructs';
import { BottlerocketIssue, IssueCode } from '../settings';
import { issue } from '../settings/report';
import { NodePreset, presetsIn } from './node-preset';

/** Which presets need rights of nodes whose role is not known here, so that somebody else must give them. */
export function missingRights(presets: readonly NodePreset[] = []): BottlerocketIssue[] {
  return presetsIn(presets).flatMap((preset) => {
    const recorder = new ActionRecorder();
    preset._grantTo(recorder);
    if (recorder.actions.size === 0) {
      return [];
    }
    const message = `The preset ${preset.presetName} needs rights, and the role of the nodes is not known here.`;
    const expected = `a role that may ${[...recorder.actions].join(', ')}`;
    return [issue(IssueCode.PRESET_RIGHTS_MISSING, { path: 'presets', message, expected })];
  });
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
