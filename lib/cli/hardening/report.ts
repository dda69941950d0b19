import { ControlResult, ControlStatus } from '../../hardening/controls/control-result';
import { countText, reportMarkdown, STATUS_WORDS } from '../../hardening/controls/report-markdown';
import { reportOf } from '../../hardening/controls/report-of';
import { BottlerocketIssue, IssueSeverity } from '../../settings/issue';
import type { OsContext } from '../../settings/model/os-context';
import { judgeUserData } from '../../settings/toml/judge-toml';
import { CommandFailure, CommandInput, CommandResult, ExitCode } from '../command';
import { controlData } from '../control-data';
import type { CliEnvironment } from '../environment';
import { issueData, issueText } from '../settings/issues';
import { osFrom } from '../settings/os-options';
import { printable, Style } from '../style';

/** What was found in one file. */
interface JudgedFile {
  readonly file: string;
  readonly results: readonly ControlResult[];
  /** Errors of the settings: what is wrong is not judged. */
  readonly issues: readonly BottlerocketIssue[];
  /** Why the file could not be read. */
  readonly failure?: string;
}

/** Which controls are asked for. */
interface Choice {
  readonly benchmarks?: readonly string[];
  readonly level?: number;
}

/** `hardening report` */
export async function report(input: CommandInput, environment: CliEnvironment): Promise<CommandResult> {
  const { context, warnings } = osFrom(input);
  const benchmark = input.text('benchmark');
  const choice = {
    benchmarks: benchmark === undefined ? undefined : [benchmark],
    level: Number(input.text('level') ?? 2),
  };
  const files: JudgedFile[] = [];
  for (const file of input.all('file')) {
    files.push(await judgeFile(file, context, choice, environment));
  }
  const failures = files.flatMap(({ failure }) => failure ?? []);
  const read = files.filter(({ failure }) => failure === undefined);
  return {
    exitCode: failures.length > 0 ? ExitCode.FAILED : files.every(isFine) ? ExitCode.FINE : ExitCode.FINDINGS,
    data: files.map((judged) => ({
      file: judged.file,
      ok: isFine(judged),
      controls: judged.results.map(controlData),
      issues: judged.issues.map(issueData),
    })),
    text: (style) =>
      read.map((judged) => (input.flag('markdown') ? markdownOf(judged) : textOf(judged, style))).join('\n'),
    warnings,
    problems: failures,
  };
}

async function judgeFile(
  file: string,
  context: OsContext,
  choice: Choice,
  environment: CliEnvironment,
): Promise<JudgedFile> {
  let bytes: Uint8Array;
  try {
    bytes = await environment.readFile(file);
  } catch (error) {
    if (!(error instanceof CommandFailure)) {
      throw error;
    }
    return { file, results: [], issues: [], failure: error.message };
  }
  const { document, issues } = judgeUserData(bytes, { context, isComplete: false });
  return {
    file,
    results: reportOf(document, { os: context }, choice),
    issues: issues.filter(({ severity }) => severity === IssueSeverity.ERROR),
  };
}

function isFine({ results, issues, failure }: JudgedFile): boolean {
  return failure === undefined && issues.length === 0 && results.every(({ status }) => status !== ControlStatus.BROKEN);
}

function textOf({ file, results, issues }: JudgedFile, style: Style): string {
  const names = [...new Set(results.map(({ benchmark }) => benchmark))];
  const sections = names.map((name) => {
    const own = results.filter(({ benchmark }) => benchmark === name);
    return [style.bold(name), ...judgedLines(own, style), ...openLines(own, style)].join('\n');
  });
  const problems = issues.map((found) => issueText(found, file, style));
  return `${[...problems, ...sections, `${file}: ${countText(results)}`].join('\n')}\n`;
}

const WIDTH = Math.max(...Object.values(STATUS_WORDS).map(({ length }) => length)) + 2;

/** Controls that are known to hold or not, a line each, with what to do below. */
function judgedLines(results: readonly ControlResult[], style: Style): string[] {
  return results.flatMap(({ control, title, status, why }) => {
    const word = STATUS_WORDS[status].padEnd(WIDTH);
    switch (status) {
      case ControlStatus.HOLDS:
        return [`  ${style.fine(word)}${control}  ${title}`];
      case ControlStatus.BROKEN:
        return [`  ${style.error(word)}${control}  ${title}`, `  ${' '.repeat(WIDTH)}${style.dim(printable(why))}`];
      default:
        return [];
    }
  });
}

/** All others, those with the same reason in one line. */
function openLines(results: readonly ControlResult[], style: Style): string[] {
  return [ControlStatus.UNSEEN, ControlStatus.NOT_APPLICABLE].flatMap((status) => {
    const own = results.filter((result) => result.status === status);
    return [...new Set(own.map(({ why }) => why))].flatMap((reason) => {
      const controls = own.filter(({ why }) => why === reason).map(({ control }) => control);
      return [
        `  ${style.dim(STATUS_WORDS[status].padEnd(WIDTH))}${controls.join(', ')}`,
        `  ${' '.repeat(WIDTH)}${style.dim(printable(reason))}`,
      ];
    });
  });
}

function markdownOf({ file, results, issues }: JudgedFile): string {
  const problems = issues.map(({ path, message }) => `- ${printable(path)}: ${printable(message)}\n`).join('');
  return `${reportMarkdown(file, results)}${problems === '' ? '' : `\nNot judged, since it is wrong:\n\n${problems}`}`;
}
