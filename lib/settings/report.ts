import type { IConstruct } from 'constructs';
import { detailsOf, validationError } from '../private/errors';
import { IssueCode } from './generated/issue-code.generated';
import { ISSUES } from './generated/issue-table.generated';
import { BottlerocketIssue, IssueSeverity } from './issue';

const LONGEST_VALUE = 120;

/** What the finder of an issue says of the single case. */
export interface Finding {
  readonly path: string;
  readonly message: string;
  readonly received?: string;
  readonly expected?: string;
  /** Only where more can be said than what docs/errors.md advises in general. */
  readonly fix?: string;
}

/** An issue from a finding; severity and general advice come from the registry of codes. */
export function issue(code: IssueCode, finding: Finding): BottlerocketIssue {
  const { severity, fix } = ISSUES[code];
  return { code, severity, ...finding, fix: finding.fix ?? fix };
}

/** A value as an error shows it: JSON, shortened, and never a reason to fail. */
export function show(value: unknown): string {
  if (typeof value === 'bigint') {
    return value.toString();
  }
  let text: string;
  try {
    text = JSON.stringify(value, (_, inner: unknown) => (typeof inner === 'bigint' ? Number(inner) : inner));
  } catch {
    text = Object.prototype.toString.call(value);
  }
  // Functions, symbols and undefined have no JSON; numbers beyond JSON become null.
  if (typeof value === 'number' && !Number.isFinite(value)) {
    text = String(value);
  }
  text ??= typeof value;
  return text.length <= LONGEST_VALUE ? text : `${text.slice(0, LONGEST_VALUE)}... (${text.length} characters)`;
}

/** One issue in full, over several lines. */
export function describe(found: BottlerocketIssue): string {
  const place = found.line === undefined ? '' : ` (line ${found.line}, column ${found.column})`;
  return [
    `[${found.code}] ${found.path}${place}: ${found.message}`,
    ...(found.source === undefined ? [] : [`    Set by: ${found.source}`]),
    ...(found.received === undefined ? [] : [`    Received: ${found.received}`]),
    ...(found.expected === undefined ? [] : [`    Allowed: ${found.expected}`]),
    ...(found.fix === undefined ? [] : [`    Fix: ${found.fix}`]),
  ].join('\n');
}

/** The error that carries all issues of one construct. */
export function issuesError(
  issues: readonly BottlerocketIssue[],
  scope?: IConstruct,
  consequence = 'a Bottlerocket node could not start or join like this',
): Error {
  const errors = issues.filter(({ severity }) => severity === IssueSeverity.ERROR);
  const heading = errors.length === 1 ? consequence : `${consequence}, for ${errors.length} reasons`;
  const message = `${heading}:\n\n${errors.map((found) => `  ${describe(found)}`).join('\n\n')}\n`;
  return validationError('BottlerocketIssues', message, errors, scope);
}

/** Throws when one of the issues is an error. */
export function throwOnErrors(issues: readonly BottlerocketIssue[], scope?: IConstruct, consequence?: string): void {
  if (issues.some(({ severity }) => severity === IssueSeverity.ERROR)) {
    throw issuesError(issues, scope, consequence);
  }
}

/** The issues that an error of this library carries; undefined for any other value. */
export function issuesOf(error: unknown): BottlerocketIssue[] | undefined {
  return detailsOf(error) as BottlerocketIssue[] | undefined;
}
