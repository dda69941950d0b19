import { buildSync } from 'esbuild';
import { execFileSync } from 'node:child_process';
import { basename, join } from 'node:path';

/** Two ways to do the same, measured against each other. */
export interface Comparison<T> {
  readonly name: string;
  /** What is measured. */
  readonly subject: T;
  /** What it is compared with, in words and as code. */
  readonly against: string;
  readonly reference: T;
  /** The ratio that is not to be exceeded. */
  readonly goal?: number;
}

/** As many that a median means something; BENCH_ROUNDS overrides it. */
const ROUNDS = Number(process.env.BENCH_ROUNDS ?? 21);

/** How long one side of a round takes, in milliseconds. */
const ROUND_TIME = ROUNDS < 11 ? 1 : 25;

/** Compares two functions, each called often enough in a round to be measured. */
export function compare({ subject, reference, ...what }: Comparison<() => unknown>): void {
  const [sizeOfSubject, sizeOfReference] = [batchSize(subject), batchSize(reference)];
  inTurns(
    what,
    () => measure(subject, sizeOfSubject) / sizeOfSubject,
    () => measure(reference, sizeOfReference) / sizeOfReference,
  );
}

/** Compares two programs, each bundled into one file. What Node.js itself needs to start does not count. */
export function compareProcesses({ subject, reference, ...what }: Comparison<string>): void {
  const [ours, others] = [bundle(subject), bundle(reference)];
  inTurns(
    what,
    () => loadingTime(ours),
    () => loadingTime(others),
  );
}

/**
 * Runs both sides in turns and prints the median of the ratios, as one line of JSON. Ratios within one run say the same on
 * fast, slow and busy machines; times do not.
 */
function inTurns(
  { name, against, goal }: Omit<Comparison<unknown>, 'subject' | 'reference'>,
  subject: () => number,
  reference: () => number,
): void {
  const subjects: number[] = [];
  const references: number[] = [];
  for (let turn = 0; turn < ROUNDS; turn++) {
    // Each side goes first as often as the other.
    const sides = [() => subjects.push(subject()), () => references.push(reference())];
    (turn % 2 === 0 ? sides : sides.reverse()).forEach((side) => side());
  }
  const ratios = subjects.map((time, turn) => time / references[turn]!);
  const result = {
    name,
    value: round(median(ratios)),
    unit: `of the time of ${against}`,
    goal,
    rounds: ROUNDS,
    lowest: round(Math.min(...ratios)),
    highest: round(Math.max(...ratios)),
    milliseconds: { subject: round(median(subjects)), reference: round(median(references)) },
  };
  console.log(JSON.stringify(result));
}

/** How often something is done in one round, once it is warm: compiled, and compiled once more with what was learned. */
function batchSize(action: () => unknown): number {
  let size = 1;
  let spent = 0;
  for (let time = 0; time < ROUND_TIME || spent < 20 * ROUND_TIME; spent += time) {
    size = time < ROUND_TIME ? size * 2 : size;
    time = measure(action, size);
  }
  return size;
}

/** The time in milliseconds that the processor works for it: unlike that of the clock, it does not depend on others. */
function measure(action: () => unknown, times: number): number {
  const start = process.cpuUsage();
  for (let index = 0; index < times; index++) {
    kept = action();
  }
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

/** Where results go, so that no compiler finds that they are not needed. */
export let kept: unknown;

function bundle(file: string): string {
  const outfile = join('build', 'bench', basename(file).replace(/\.ts$/, '.js'));
  buildSync({ entryPoints: [file], outfile, bundle: true, platform: 'node', external: ['aws-cdk-lib', 'constructs'] });
  return outfile;
}

function loadingTime(file: string): number {
  const code = [
    'const start = process.cpuUsage()',
    `require(${JSON.stringify(`./${file}`)})`,
    'const { user, system } = process.cpuUsage(start)',
    'console.log((user + system) / 1000)',
  ].join(';');
  return Number(execFileSync(process.execPath, ['--eval', code], { encoding: 'utf8' }));
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

function round(value: number): number {
  return Number(value.toPrecision(3));
}
