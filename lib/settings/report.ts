import type { IConstruct } from 'constructs';
import { detailsOf, validationError } from '../private/errors';
import { IssueCode } from './generated/issue-code.generated';
import { ISSUES } from './generated/issue-table.generated';
import { BottlerocketIssue, IssueSeverity } from './issue';

const LONGEST_VALUE = 120;

/** A key of the input may be in a text, and be of any length. */
const LONGEST_TEXT = 2000;

/** More members than these are not looked at: values that hold themselves in many ways would take for ever. */
const MOST_MEMBERS = 1000;

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
  const { message, received, expected } = finding;
  return {
    code,
    severity,
    ...finding,
    message: shortened(message),
    received: received && shortened(received),
    expected: expected && shortened(expected),
    fix: shortened(finding.fix ?? fix),
  };
}

/** A text with its end cut off, where it is too long to be read. */
function shortened(text: string): string {
  return text.length <= LONGEST_TEXT ? text : `${text.slice(0, LONGEST_TEXT)}...`;
}

/** Names of values that are secrets, whoever gives them. */
const SECRET_NAME = /(?:password|passwd|secret|token|auth|credentials?|(?:server|private|secret|access)[-_]?key)$/i;

const NOT_SHOWN = '(not shown, it may be a secret)';

/**
 * A value as an error shows it: JSON, shortened, and never a reason to fail. Of secrets, nothing is shown.
 *
 * @param key the name of the value, where it has one
 * @param longest how many characters are shown at most
 */
export function show(value: unknown, key = '', longest = LONGEST_VALUE): string {
  if (SECRET_NAME.test(key)) {
    return NOT_SHOWN;
  }
  switch (typeof value) {
    case 'string':
    case 'object':
      return showJson(value, longest);
    case 'boolean':
    case 'number':
    case 'bigint':
      return String(value);
    default:
      return typeof value;
  }
}

function showJson(value: unknown, longest: number): string {
  let members = 0;
  let isWhole = true;
  const replace = (key: string, inner: unknown): unknown => {
    if (typeof inner !== 'object' && typeof inner !== 'boolean' && SECRET_NAME.test(key)) {
      return NOT_SHOWN;
    }
    if (++members > MOST_MEMBERS || (Array.isArray(inner) && inner.length > MOST_MEMBERS)) {
      isWhole = false;
      return members > MOST_MEMBERS ? undefined : (inner as unknown[]).slice(0, MOST_MEMBERS);
    }
    return typeof inner === 'bigint' ? Number(inner) : inner;
  };
  let text: string;
  try {
    text = JSON.stringify(value, replace) ?? typeof value;
  } catch {
    text = typeOf(value);
  }
  if (text.length <= longest) {
    return text;
  }
  return `${text.slice(0, longest)}...${isWhole ? ` (${text.length} characters)` : ''}`;
}

/** What a value is that JSON cannot hold. It may even refuse to say that. */
function typeOf(value: unknown): string {
  try {
    return Object.prototype.toString.call(value);
  } catch {
    return typeof value;
  }
}

/** One issue in full, over several lines. */
export function describe(found: BottlerocketIssue): string {
  const place = found.line === undefined ? '' : ` (line ${found.line}, column ${found.column})`;
  return [
    `[${found.code}] ${shortened(found.path)}${place}: ${found.message}`,
    ...(found.source === undefined ? [] : [`    Set by: ${found.source}`]),
    ...(found.received === undefined ? [] : [`    Received: ${found.received}`]),
    ...(found.expected === undefined ? [] : [`    Allowed: ${found.expected}`]),
    ...(found.fix === undefined ? [] : [`    Fix: ${found.fix}`]),
  ].join('\n');
}

const NODE_FAILS = 'a Bottlerocket node could not start or join like this';

/** The error that carries all issues of one construct. The heading says what would not work. */
export function issuesError(
  issues: readonly BottlerocketIssue[],
  scope?: IConstruct,
  heading: string = NODE_FAILS,
): Error {
  const errors = issues.filter(({ severity }) => severity === IssueSeverity.ERROR);
  const reasons = errors.length === 1 ? '' : `, for ${errors.length} reasons`;
  const message = `${heading}${reasons}:\n\n${errors.map((found) => `  ${describe(found)}`).join('\n\n')}\n`;
  return validationError('BottlerocketIssues', message, errors, scope);
}

/** Throws when one of the issues is an error. */
export function throwOnErrors(issues: readonly BottlerocketIssue[], scope?: IConstruct, heading?: string): void {
  if (issues.some(({ severity }) => severity === IssueSeverity.ERROR)) {
    throw issuesError(issues, scope, heading);
  }
}

/** The issues that an error of this library carries; undefined for any other value. */
export function issuesOf(error: unknown): BottlerocketIssue[] | undefined {
  return detailsOf(error) as BottlerocketIssue[] | undefined;
}
