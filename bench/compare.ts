/** Two ways to do the same, measured against each other. */
export interface Comparison {
  readonly name: string;
  /** What is measured. */
  readonly subject: () => unknown;
  /** What it is compared with, in words and as code. */
  readonly against: string;
  readonly reference: () => unknown;
  /** The ratio that must not be exceeded. */
  readonly goal?: number;
}

/** As many that a median means something; BENCH_ROUNDS overrides it. */
const ROUNDS = Number(process.env.BENCH_ROUNDS ?? 21);

/** How long one side of a round takes, in milliseconds. */
const ROUND_TIME = ROUNDS < 11 ? 1 : 25;

/**
 * Runs both sides in turns and prints the median of the ratios, as one line of JSON. Ratios within one run say the same on
 * fast, slow and busy machines; times do not.
 */
export function compare({ name, subject, against, reference, goal }: Comparison): void {
  const sides = [subject, reference] as const;
  const batches = sides.map(batchSize);
  const ratios: number[] = [];
  const times: [number, number][] = [];
  for (let round = 0; round < ROUNDS; round++) {
    // Each side goes first as often as the other.
    const order = round % 2 === 0 ? [0, 1] : [1, 0];
    const time: [number, number] = [0, 0];
    order.forEach((side) => (time[side] = measure(sides[side]!, batches[side]!) / batches[side]!));
    times.push(time);
    ratios.push(time[0] / time[1]);
  }
  const microseconds = (side: 0 | 1) => round(median(times.map((time) => time[side])) * 1000);
  console.log(
    JSON.stringify({
      name,
      value: round(median(ratios)),
      unit: `of the time of ${against}`,
      goal,
      rounds: ROUNDS,
      lowest: round(Math.min(...ratios)),
      highest: round(Math.max(...ratios)),
      microseconds: { subject: microseconds(0), reference: microseconds(1) },
    }),
  );
}

/** How often something is done in one round. On the way, it gets warm. */
function batchSize(action: () => unknown): number {
  let size = 1;
  for (let time = measure(action, 1); time < ROUND_TIME; time = measure(action, size)) {
    size *= 2;
  }
  return size;
}

function measure(action: () => unknown, times: number): number {
  const start = performance.now();
  for (let index = 0; index < times; index++) {
    kept = action();
  }
  return performance.now() - start;
}

/** Where results go, so that no compiler finds that they are not needed. */
export let kept: unknown;

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

function round(value: number): number {
  return Number(value.toPrecision(3));
}
