import type { IConstruct } from 'constructs';
import { BottlerocketIssue } from '../../settings';
import { issuesError, throwOnErrors } from '../../settings/report';

const CONSEQUENCE = 'the update operator could not work like this';

/** The error that carries what is wrong with the update operator. */
export function operatorError(issues: readonly BottlerocketIssue[], scope?: IConstruct): Error {
  return issuesError(issues, scope, CONSEQUENCE);
}

/** Throws when one of the issues is an error. */
export function throwOnOperatorErrors(issues: readonly BottlerocketIssue[], scope?: IConstruct): void {
  throwOnErrors(issues, scope, CONSEQUENCE);
}
