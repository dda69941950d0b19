import { buildSync } from 'esbuild';
import { execFileSync } from 'node:child_process';
import { basename, join } from 'node:path';
import { measureInTurns, Measurement } from './result';

/** Two programs that do the same, by their files. */
export interface ComparisonOfProcesses extends Omit<Measurement, 'unit'> {
  readonly subject: string;
  readonly reference: string;
}

/** Compares two programs, each bundled into one file. What Node.js itself needs to start does not count. */
export function compareProcesses({ subject, reference, ...what }: ComparisonOfProcesses): void {
  const [ours, others] = [bundle(subject), bundle(reference)];
  measureInTurns(
    { ...what, unit: 'ms' },
    () => loadingTime(ours),
    () => loadingTime(others),
  );
}

/** Puts a program and what it imports into one file of JavaScript, and returns where that is. */
export function bundle(file: string): string {
  const outfile = join('build', 'bench', basename(file).replace(/\.ts$/, '.js'));
  buildSync({ entryPoints: [file], outfile, bundle: true, platform: 'node', external: ['aws-cdk-lib', 'constructs'] });
  return outfile;
}

function loadingTime(file: string): number {
  return timeOf(`require(${JSON.stringify(`./${file}`)})`);
}

/** How long a new process works for such code, in milliseconds, once Node.js itself has started. */
export function timeOf(statements: string): number {
  const code = [
    'const start = process.cpuUsage()',
    statements,
    'const { user, system } = process.cpuUsage(start)',
    'console.log((user + system) / 1000)',
  ].join(';');
  return Number(execFileSync(process.execPath, ['--eval', code], { encoding: 'utf8' }));
}
