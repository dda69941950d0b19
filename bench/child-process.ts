import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What a process needed from its start to its end, that of Node.js itself included. */
export interface Spent {
  /** Milliseconds of processor time. */
  readonly time: number;
  /** The largest amount of memory it had at any time, in MiB. */
  readonly memory: number;
}

/** Runs Node.js with such arguments and returns what that took. */
export function run(...args: readonly string[]): Spent {
  const folder = mkdtempSync(join(tmpdir(), 'cdk-bottlerocket-bench-'));
  try {
    const [observer, result] = [join(folder, 'observe.cjs'), join(folder, 'spent.json')];
    writeFileSync(observer, observe(result));
    execFileSync(process.execPath, ['--require', observer, ...args], { stdio: ['ignore', 'ignore', 'inherit'] });
    return JSON.parse(readFileSync(result, 'utf8')) as Spent;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function observe(result: string): string {
  return `process.on('exit', () => {
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  const spent = { time: (userCPUTime + systemCPUTime) / 1000, memory: maxRSS / 1024 };
  require('node:fs').writeFileSync(${JSON.stringify(result)}, JSON.stringify(spent));
});
`;
}
