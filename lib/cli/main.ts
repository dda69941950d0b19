import { CommandFailure, CommandResult, ExitCode } from './command';
import { GROUPS } from './commands';
import type { CliEnvironment } from './environment';
import { parseCommandLine, Request } from './parser';
import { styleFor } from './style';

/** Runs a command line and returns the exit code. Nothing that is wrong with the input makes it throw. */
export async function main(args: readonly string[], environment: CliEnvironment): Promise<number> {
  const { stdout, stderr, version, variables } = environment;
  const request = parseCommandLine(args, GROUPS, version, Number(variables.COLUMNS) || undefined);
  switch (request.kind) {
    case 'print':
      await stdout.write(request.text);
      return ExitCode.FINE;
    case 'wrong':
      await stderr.write(request.text);
      return ExitCode.FAILED;
    case 'run':
      return run(request, environment);
  }
}

async function run({ command, input, json }: Request & { kind: 'run' }, environment: CliEnvironment): Promise<number> {
  const { stdout, stderr, variables } = environment;
  let result: CommandResult;
  try {
    result = await command.load()(input, environment);
  } catch (error) {
    await stderr.write(`error: ${explain(error, variables.CDK_BOTTLEROCKET_DEBUG !== undefined)}\n`);
    return error instanceof CommandFailure ? error.exitCode : ExitCode.FAILED;
  }
  if (json) {
    await stdout.write(`${JSON.stringify(result.data, undefined, 2)}\n`);
  } else {
    await stdout.write(result.text(styleFor(stdout.isTTY, variables)));
    await stderr.write(result.remarks?.(styleFor(stderr.isTTY, variables)) ?? '');
  }
  await stderr.write((result.warnings ?? []).map((warning) => `warning: ${warning}\n`).join(''));
  await stderr.write((result.problems ?? []).map((problem) => `error: ${problem}\n`).join(''));
  return result.exitCode;
}

function explain(error: unknown, isDebugging: boolean): string {
  if (error instanceof CommandFailure) {
    return error.message;
  }
  const { message, stack } = error instanceof Error ? error : new Error(String(error));
  return isDebugging
    ? (stack ?? message)
    : `${message}\nThis is a mistake in cdk-bottlerocket. Please report it, with what CDK_BOTTLEROCKET_DEBUG=1 prints.`;
}
