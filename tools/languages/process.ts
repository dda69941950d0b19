import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

export const ROOT = join(__dirname, '..', '..');
/** Everything that is made here. Left in place, so that downloads serve the next run. */
export const FOLDER = join(ROOT, 'build', 'languages');

/** What would make a template depend on who synthesises it, and where. */
const NEUTRAL = { CDK_DEFAULT_ACCOUNT: undefined, CDK_DEFAULT_REGION: undefined, CDK_CONTEXT_JSON: undefined };

export interface Options {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
}

/** Runs a program; its output is shown only when it fails. */
export function run(command: string, args: readonly string[], { cwd = ROOT, env = {} }: Options = {}): string {
  console.log(`> ${command} ${args.join(' ')}`);
  const { status, error, stdout, stderr } = spawnSync(command, args, {
    cwd,
    env: { ...process.env, ...NEUTRAL, ...env },
    encoding: 'utf8',
    maxBuffer: Infinity,
  });
  if (error !== undefined || status !== 0) {
    throw new Error(`${command} failed: ${error?.message ?? `exit code ${status}`}\n${stdout ?? ''}\n${stderr ?? ''}`);
  }
  return stdout;
}

/** Whether a program is there and does what it is asked. */
export function works(command: string, args: readonly string[]): boolean {
  return spawnSync(command, args, { stdio: 'ignore' }).status === 0;
}
