import { execFile } from 'node:child_process';

export interface ExecuteOptions {
  readonly env?: NodeJS.ProcessEnv;
  /** Ends the program. */
  readonly signal?: AbortSignal;
  /** Exit codes that are answers and not failures, besides 0. */
  readonly answers?: readonly number[];
}

/** Runs a program, and returns what it wrote to standard output. When it fails, all of its output is in the error. */
export function execute(command: string, args: readonly string[], options: ExecuteOptions = {}): Promise<string> {
  const { env, signal, answers = [] } = options;
  return new Promise((resolve, reject) => {
    execFile(command, args, { env, signal, maxBuffer: 256 * 1024 * 1024 }, (error, stdout, stderr) => {
      if (error === null || (typeof error.code === 'number' && answers.includes(error.code))) {
        resolve(stdout);
      } else {
        reject(new Error([`${command} ${args.join(' ')}: ${error.name}`, stdout, stderr].join('\n')));
      }
    });
  });
}
