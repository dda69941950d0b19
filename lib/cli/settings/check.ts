import { IssueCode } from '../../settings/generated/issue-code.generated';
import { BottlerocketIssue, IssueSeverity } from '../../settings/issue';
import { issue } from '../../settings/report';
import { judgeUserData, TomlJudgeOptions } from '../../settings/toml/judge-toml';
import { UserDataTarget } from '../../settings/user-data-target';
import { CommandFailure, CommandInput, CommandResult, ExitCode } from '../command';
import type { CliEnvironment } from '../environment';
import { issueData, issueText, summary } from './issues';
import { osFrom } from './os-options';

/** What was found in one file. */
interface CheckedFile {
  readonly file: string;
  readonly issues: readonly BottlerocketIssue[];
  /** Why the file could not be read. */
  readonly failure?: string;
}

/** `settings check` */
export async function check(input: CommandInput, environment: CliEnvironment): Promise<CommandResult> {
  const { context, warnings } = osFrom(input);
  const options = {
    context,
    target: input.text('target') as UserDataTarget | undefined,
    isComplete: input.flag('complete'),
  };
  const files: CheckedFile[] = [];
  for (const file of input.all('file')) {
    files.push(await checkFile(file, options, environment));
  }
  const failures = files.flatMap(({ failure }) => failure ?? []);
  return {
    exitCode: failures.length > 0 ? ExitCode.FAILED : files.every(isFine) ? ExitCode.FINE : ExitCode.FINDINGS,
    data: files.map((checked) => ({
      file: checked.file,
      ok: isFine(checked),
      issues: checked.issues.map(issueData),
    })),
    text: (style) =>
      files
        .filter(({ failure }) => failure === undefined)
        .map(
          ({ file, issues }) =>
            [...issues.map((found) => issueText(found, file, style)), summary(file, issues, style)].join('\n') + '\n',
        )
        .join('\n'),
    warnings,
    problems: failures,
  };
}

async function checkFile(file: string, options: TomlJudgeOptions, environment: CliEnvironment): Promise<CheckedFile> {
  let bytes: Uint8Array;
  try {
    bytes = await environment.readFile(file);
  } catch (error) {
    if (!(error instanceof CommandFailure)) {
      throw error;
    }
    const { message } = error;
    const found = issue(IssueCode.FILE_NOT_READABLE, { path: file, message });
    return { file, issues: [found], failure: message };
  }
  return { file, issues: judgeUserData(bytes, options).issues };
}

/** Warnings do not make a file wrong: the OS takes it. */
function isFine({ issues }: CheckedFile): boolean {
  return issues.every(({ severity }) => severity !== IssueSeverity.ERROR);
}
