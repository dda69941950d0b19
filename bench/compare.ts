import { measureInTurns, Measurement, ROUNDS } from './result';

/** Two ways to do the same in one process. */
export interface Comparison extends Omit<Measurement, 'unit'> {
  readonly subject: () => unknown;
  readonly reference: () => unknown;
}

/** How long one side of a round takes, in milliseconds. */
const ROUND_TIME = ROUNDS < 11 ? 1 : 25;

/** Compares two functions, each called often enough in a round to be measured. */
export function compare({ subject, reference, ...what }: Comparison): void {
  const [sizeOfSubject, sizeOfReference] = [batchSize(subject), batchSize(reference)];
  measureInTurns(
    { ...what, unit: 'ms' },
    () => measure(subject, sizeOfSubject) / sizeOfSubject,
    () => measure(reference, sizeOfReference) / sizeOfReference,
  );
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
