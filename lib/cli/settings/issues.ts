import { BottlerocketIssue, IssueSeverity } from '../../settings/issue';
import { printable, Style } from '../style';

/** An issue as JSON: all keys are there, with null for what there is nothing to say of. */
export function issueData(found: BottlerocketIssue): Record<string, unknown> {
  const { code, path, severity, message, received, expected, fix, line, column } = found;
  return {
    code,
    path,
    severity,
    message,
    received: received ?? null,
    expected: expected ?? null,
    fix: fix ?? null,
    line: line ?? null,
    column: column ?? null,
  };
}

/** An issue for people. The place comes first, in the form that editors and terminals make a link of. */
export function issueText(found: BottlerocketIssue, file: string, style: Style): string {
  const { code, severity, received, expected, fix, line, column } = found;
  const [path, message] = [printable(found.path), printable(found.message)];
  const place = line === undefined ? file : `${file}:${line}:${column}`;
  const kind = severity === IssueSeverity.ERROR ? style.error('error') : style.warning('warning');
  const details = [
    ['Received', received],
    ['Allowed', expected],
    ['Fix', fix],
  ] as const;
  return [
    `${style.bold(place)}: ${kind} ${style.dim(`[${code}]`)} ${path}: ${message}`,
    ...details
      .filter(([, text]) => text !== undefined)
      .map(([name, text]) => `    ${style.dim(`${name}:`)} ${printable(text!)}`),
  ].join('\n');
}

/** How many issues there are, in a line. */
export function summary(file: string, issues: readonly BottlerocketIssue[], style: Style): string {
  const count = (severity: IssueSeverity, word: string): string | undefined => {
    const found = issues.filter((one) => one.severity === severity).length;
    return found === 0 ? undefined : `${found} ${word}${found === 1 ? '' : 's'}`;
  };
  const errors = count(IssueSeverity.ERROR, 'error');
  const warnings = count(IssueSeverity.WARNING, 'warning');
  const counts = [errors && style.error(errors), warnings && style.warning(warnings)].filter((text) => text);
  return `${file}: ${errors === undefined ? style.fine('ok') : 'not ok'}${counts.length > 0 ? `, ${counts.join(', ')}` : ''}`;
}
