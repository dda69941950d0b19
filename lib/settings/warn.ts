import { Validations } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import { BottlerocketIssue, IssueSeverity } from './issue';
import { describe } from './report';

/** Shows the warnings among the issues on a construct, with ids that users can acknowledge. */
export function warn(scope: IConstruct, issues: readonly BottlerocketIssue[]): void {
  for (const found of issues) {
    if (found.severity === IssueSeverity.WARNING) {
      Validations.of(scope).addWarning(`cdk-bottlerocket:${found.code}`, describe(found));
    }
  }
}
