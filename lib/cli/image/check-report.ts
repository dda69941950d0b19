import { IssueCode } from '../../settings/generated/issue-code.generated';
import { BottlerocketIssue, IssueSeverity } from '../../settings/issue';
import { variantModel } from '../../settings/model/variants';
import { CommandResult, ExitCode } from '../command';
import { issueData, issueText, summary } from '../settings/issues';
import type { Style } from '../style';
import type { JudgedVariant } from './judge-images';

/** What `image check` has to say. */
export function checkReport(
  file: string,
  variants: readonly JudgedVariant[],
  issues: readonly BottlerocketIssue[],
): CommandResult {
  const isFine = !issues.some(
    ({ code, severity }) => severity === IssueSeverity.ERROR || code === IssueCode.NEWER_IMAGE,
  );
  return {
    exitCode: isFine ? ExitCode.FINE : ExitCode.FINDINGS,
    data: { file, ok: isFine, variants: variants.map(variantData), issues: issues.map(issueData) },
    text: (style) =>
      [
        ...variants.map((variant) => variantLine(variant, style)),
        ...issues.map((found) => issueText(found, file, style)),
        summary(file, issues, style),
      ].join('\n') + '\n',
  };
}

function variantData({ variant, version, available, newest, isBehind, waitingFor }: JudgedVariant) {
  const model = variantModel(variant);
  return {
    variant,
    status: model?.status ?? 'unknown',
    ends: model?.ends ?? null,
    replacement: model?.replacement ?? null,
    version,
    available: available ?? null,
    newest: newest ?? null,
    behind: isBehind,
    waitingFor,
  };
}

function variantLine(
  { variant, version, available, newest, isBehind, waitingFor }: JudgedVariant,
  style: Style,
): string {
  const state = isBehind ? style.warning(`${version} -> ${available}`) : `${version} ${style.fine('is up to date')}`;
  const waiting =
    newest === undefined || newest === available
      ? ''
      : style.dim(`  (${newest} has not reached ${waitingFor.join(', ')})`);
  return `${style.bold(variant)}  ${newest === undefined ? version : state}${waiting}`;
}
