import { IssueCode } from '../generated/issue-code.generated';
import { BottlerocketIssue } from '../issue';
import { TomlFloat, TomlValue } from '../model/document';
import { OsContext } from '../model/os-context';
import { formatRelease, isBefore } from '../model/release';
import { Conditions, ScalarModel } from '../model/settings-model';
import { issue, show } from '../report';
import { checkScalar, ruleOf } from './check-scalar';
import { isObject, kindOf, membersOf } from './value-kind';

/** Where a value stands. */
export interface ScalarPlace {
  readonly path: string;
  /** Whether issues must not show the value. */
  readonly sensitive: boolean;
}

/** Reads one value of a known type; undefined, with an issue, when the OS refuses it. */
export function readScalar(
  given: unknown,
  type: ScalarModel,
  { path, sensitive }: ScalarPlace,
  context: OsContext,
  issues: BottlerocketIssue[],
): TomlValue | undefined {
  // A float such as 1.0 is a number for JavaScript, but not a whole number for the OS.
  const input = given instanceof TomlFloat && type.base === 'float' ? given.value : given;
  const refusal = checkScalar(input, type, context.release);
  if (refusal !== undefined) {
    issues.push(
      issue(refusal.code, {
        path,
        message: refusal.code === IssueCode.WRONG_TYPE ? `${kindOf(input)} was given.` : 'The OS refuses this value.',
        received: sensitive ? '(not shown, the setting is sensitive)' : show(input),
        expected: ruleOf(type, context.release).allows,
        fix:
          sensitive && refusal.code !== IssueCode.INVALID_VALUE
            ? undefined
            : (inUnits(refusal.fix, type, path, input) ?? unnest(path, input)),
      }),
    );
    return undefined;
  }
  if (typeof input === 'string' && type.hint === 'base64' && holdsToken(input)) {
    issues.push(
      issue(IssueCode.INVALID_VALUE, {
        path,
        message: 'A value that is only known at deployment was encoded before it was known.',
        fix: 'Encode the text with Fn.base64(text), which CloudFormation does at deployment.',
      }),
    );
    return undefined;
  }
  const conditions = type.values?.get(type.spellings?.[input as string] ?? (input as string));
  if (conditions !== undefined && !isKnownWord(input as string, conditions, path, context, issues)) {
    return undefined;
  }
  return type.base === 'float' && Number.isInteger(input) ? new TomlFloat(Number(input)) : (input as TomlValue);
}

/** Whether the OS knows a word of a closed set already. */
function isKnownWord(
  word: string,
  { since, kubernetes }: Conditions,
  path: string,
  { release, kubernetes: running }: OsContext,
  issues: BottlerocketIssue[],
): boolean {
  if (since !== undefined && isBefore(release, since)) {
    issues.push(
      issue(IssueCode.SETTING_TOO_NEW, {
        path,
        message: `The OS knows ${JSON.stringify(word)} since ${since}, and this node runs ${formatRelease(release)}.`,
        received: show(word),
        expected: `release ${since} or newer`,
      }),
    );
    return false;
  }
  if (running !== undefined && kubernetes !== undefined && isBefore(running, kubernetes)) {
    issues.push(
      issue(IssueCode.NEWER_KUBERNETES_NEEDED, {
        path,
        message: `The kubelet knows ${JSON.stringify(word)} since Kubernetes ${kubernetes}.`,
        received: `Kubernetes ${formatRelease(running, 2)}`,
      }),
    );
  }
  return true;
}

/** A number for a quantity mostly lacks a unit, too: without one it is in whole CPUs, or in bytes. */
function inUnits(fix: string | undefined, type: ScalarModel, path: string, input: unknown): string | undefined {
  const isCount = /(?:inodesFree|pid\.available)"?$/.test(path);
  if (fix === undefined || type.hint !== 'quantity' || isCount || !Number.isInteger(input) || Number(input) < 100) {
    return fix;
  }
  return path.endsWith('.cpu')
    ? `${fix} That is whole CPUs, so perhaps ${show(`${String(input)}m`)}.`
    : `${fix} That is bytes, so perhaps ${show(`${String(input)}Mi`)}.`;
}

/** A setting under a header of its own name: [settings.kubernetes.max-pods] and in it max-pods = 65. */
function unnest(path: string, input: unknown): string | undefined {
  const key = /\.([A-Za-z0-9_-]+)$/.exec(path)?.[1];
  if (key === undefined || !isObject(input)) {
    return undefined;
  }
  const [member, ...others] = Object.entries(membersOf(input));
  return member?.[0] === key && others.length === 0
    ? `Write ${key} = ${show(member[1])} under [${path.slice(0, -key.length - 1)}].`
    : undefined;
}

/** Whether the text behind base64 holds what the CDK writes in place of values that are not known yet. */
function holdsToken(base64: string): boolean {
  return /\$\{Token\[[^\]]+\]\}/.test(Buffer.from(base64, 'base64').toString('latin1'));
}
