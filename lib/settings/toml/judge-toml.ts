import { LineIndex } from '../../private/line-index';
import { NO_TOKENS } from '../../private/token-reader';
import { checkDocument } from '../check/check-document';
import { checkSecrets } from '../check/check-secrets';
import { checkTarget } from '../check/check-target';
import { IssueCode } from '../generated/issue-code.generated';
import { BottlerocketIssue, IssueSeverity } from '../issue';
import { newTable, TomlTable } from '../model/document';
import { OsContext } from '../model/os-context';
import { issue } from '../report';
import { UserDataTarget } from '../user-data-target';
import { checkEksText } from './eks-text';
import { unquote } from './parse-toml';
import { readToml } from './read-toml';
import { decodeUserData } from './user-data-bytes';
import { checkSize } from './user-data-size';

/** How user data is judged. */
export interface TomlJudgeOptions {
  readonly context: OsContext;
  /** Who reads it; only the OS, wherever it runs, when nothing is said. */
  readonly target?: UserDataTarget;
  /** Whether these are all settings the node gets, so that it must join its cluster and work with them. */
  readonly isComplete: boolean;
}

/** Settings from a text, and everything that is wrong with them. */
export interface TomlJudgement {
  /** The settings, as far as they are right. */
  readonly document: TomlTable;
  /** In the order of the text, each with its place there. */
  readonly issues: BottlerocketIssue[];
}

/**
 * Judges user data as it comes from a file. An error is what the OS, or the target, refuses, or what the kubelet refuses
 * of several settings together; what keeps a node from working that should join is one only when the data is complete.
 */
export function judgeUserData(bytes: Uint8Array, options: TomlJudgeOptions): TomlJudgement {
  const { text, isCompressed, issues } = decodeUserData(bytes);
  if (issues.length > 0) {
    return { document: newTable(), issues };
  }
  const judged = judgeText(text, options, bytes.length);
  return isCompressed
    ? { document: judged.document, issues: [...checkCompression(options.target), ...judged.issues] }
    : judged;
}

/** Judges user data that is text already. */
export function judgeToml(text: string, options: TomlJudgeOptions): TomlJudgement {
  return judgeText(text, options, Buffer.byteLength(text));
}

function judgeText(source: string, options: TomlJudgeOptions, bytes: number): TomlJudgement {
  const { context, target, isComplete } = options;
  const text = source.replace(/^\uFEFF/, '');
  const read = readToml(text, NO_TOKENS, context);
  const { document, isToml, locate } = read;
  const facts = {
    tokens: NO_TOKENS,
    context,
    target: target ?? UserDataTarget.EC2,
    before: read.issues,
    mayGrow: false,
    joins: isComplete,
    needsCluster: isComplete,
  };
  const found = [
    ...read.issues,
    ...checkTarget(document, facts.target).map(locate),
    ...checkDocument(document, facts).map(locate),
    ...checkSecrets(document, { tokens: NO_TOKENS, allowRegistryCredentials: true }).map(mildly).map(locate),
    ...(isToml && target === UserDataTarget.EKS_MANAGED ? eksIssues(text) : []),
    // Only EC2 has a limit; without a target, nobody said that the node runs there.
    ...checkSize(bytes).map((one) => (target === undefined ? mildly(one) : one)),
  ];
  return { document, issues: inOrder(found) };
}

function eksIssues(text: string): BottlerocketIssue[] {
  const lines = new LineIndex(text);
  return checkEksText(text, unquote).map(({ offset, ...found }) => ({ ...found, ...lines.positionOf(offset) }));
}

function checkCompression(target: UserDataTarget | undefined): BottlerocketIssue[] {
  if (target === undefined || target === UserDataTarget.EC2) {
    return [];
  }
  const [code, reader] =
    target === UserDataTarget.EKS_MANAGED
      ? ([IssueCode.NOT_READ_BY_EKS, 'Amazon EKS'] as const)
      : ([IssueCode.NOT_READ_BY_KARPENTER, 'Karpenter'] as const);
  const message = `${reader} does not read compressed user data.`;
  return inOrder([issue(code, { path: 'settings', message, fix: 'Give the text as it is.' })]);
}

/** The OS takes it all the same. */
function mildly(found: BottlerocketIssue): BottlerocketIssue {
  return { ...found, severity: IssueSeverity.WARNING };
}

/** What has no place of its own stands at the beginning. */
function inOrder(issues: readonly BottlerocketIssue[]): BottlerocketIssue[] {
  return issues
    .map((found) => ({ ...found, line: found.line ?? 1, column: found.column ?? 1 }))
    .sort((a, b) => a.line - b.line || a.column - b.column);
}
