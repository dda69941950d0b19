import { Validations } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import { BottlerocketIssue, IssueSeverity } from '../settings';
import { describe } from '../settings/report';

const SHOWN = new WeakMap<IConstruct, Set<string>>();

/** Shows the warnings among the issues on a construct, each one once, with ids that users can acknowledge. */
export function warnOnce(scope: IConstruct, issues: readonly BottlerocketIssue[]): void {
  const shown = SHOWN.get(scope) ?? new Set();
  SHOWN.set(scope, shown);
  for (const found of issues) {
    const text = describe(found);
    if (found.severity === IssueSeverity.WARNING && !shown.has(text)) {
      shown.add(text);
      const control = found.control === undefined ? '' : `:${found.control}`;
      Validations.of(scope).addWarning(`cdk-bottlerocket:${found.code}${control}`, text);
    }
  }
}
