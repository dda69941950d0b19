import { LineIndex } from '../../private/line-index';
import { NO_TOKENS, TokenReader } from '../../private/token-reader';
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
import { forKarpenter, withoutKubeletFields } from './karpenter';
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
  /** Whether only the settings are wanted, and written anew: how the text says them does not matter then. */
  readonly isRewritten?: boolean;
  /** How text that is only known at deployment is told from other text; in a file there is none. */
  readonly tokens?: TokenReader;
}

/** Settings from a text, and everything that is wrong with them. */
export interface TomlJudgement {
  /** The settings, as far as they are right. */
  readonly document: TomlTable;
  /** In the order of the text, each with its place there. */
  readonly issues: BottlerocketIssue[];
  /** Adds the place in the text to issues that are found later. */
  readonly locate: (found: BottlerocketIssue) => BottlerocketIssue;
}

/**
 * Judges user data as it comes from a file. An error is what the OS, or the target, refuses, or what the kubelet refuses
 * of several settings together; what keeps a node from working that should join is one only when the data is complete.
 */
export function judgeUserData(bytes: Uint8Array, options: TomlJudgeOptions): TomlJudgement {
  const { text, isCompressed, issues } = decodeUserData(bytes);
  if (issues.length > 0) {
    return { document: newTable(), issues, locate: (found) => found };
  }
  const judged = judgeText(text, options, bytes.length);
  return isCompressed && options.isRewritten !== true
    ? { ...judged, issues: [...checkCompression(options.target), ...judged.issues] }
    : judged;
}

/** Judges user data that is text already. */
export function judgeToml(text: string, options: TomlJudgeOptions): TomlJudgement {
  return judgeText(text, options, Buffer.byteLength(text));
}

function judgeText(source: string, options: TomlJudgeOptions, bytes: number): TomlJudgement {
  const { context, target, isComplete, isRewritten = false, tokens = NO_TOKENS } = options;
  const read = readToml(source, tokens, context);
  const { isToml, locate } = read;
  const document = isRewritten && target === UserDataTarget.KARPENTER ? forKarpenter(read.document) : read.document;
  const facts = {
    tokens,
    context,
    target: target ?? UserDataTarget.EC2,
    before: read.issues,
    mayGrow: false,
    joins: isComplete,
    needsCluster: isComplete,
  };
  const isTooLong = read.issues.some(({ code }) => code === IssueCode.USER_DATA_TOO_LARGE);
  const found = [
    ...read.issues,
    // Of settings that are written anew, a node class knows which ones go where.
    ...checkTarget(document, facts.target, isRewritten ? withoutKubeletFields(document) : document).map(locate),
    ...checkDocument(document, facts).map(locate),
    ...checkSecrets(document, { tokens, allowRegistryCredentials: true }).map(mildly).map(locate),
    ...(isRewritten || isTooLong ? [] : formIssues(isToml ? source.replace(/^\uFEFF/, '') : '', bytes, target)),
  ];
  return { document: read.document, issues: inOrder(found), locate };
}

/** What is wrong with the text, whatever it says. */
function formIssues(text: string, bytes: number, target: UserDataTarget | undefined): BottlerocketIssue[] {
  return [
    ...(target === UserDataTarget.EKS_MANAGED ? eksIssues(text) : []),
    // Only EC2 has a limit; without a target, nobody said that the node runs there.
    ...checkSize(bytes).map((one) => (target === undefined ? mildly(one) : one)),
  ];
}

function eksIssues(text: string): BottlerocketIssue[] {
  const lines = new LineIndex(text);
  return checkEksText(text, unquote).map(({ offset, ...found }) => ({ ...found, ...lines.positionOf(offset) }));
}

/** Only the OS decompresses user data. */
export function checkCompression(target: UserDataTarget | undefined): BottlerocketIssue[] {
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
