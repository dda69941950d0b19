/** What is said of every measurement. */
export interface Measurement {
  readonly name: string;
  /** What is counted: ms of processor time, bytes. */
  readonly unit: string;
  /** What the subject is compared with, in words. */
  readonly against: string;
  /** The ratio that is not to be exceeded; undefined where something is only watched. */
  readonly goal?: number;
}

/** What was found, as it is printed. */
export interface Result extends Measurement {
  readonly median: number;
  readonly reference: number;
  /** The median of the ratios. */
  readonly ratio: number;
  /** Whether the goal was; undefined without one. */
  readonly reached?: boolean;
  readonly samples: number;
  readonly lowest: number;
  readonly highest: number;
}

/** So many times everything is measured, that a median means something; BENCH_ROUNDS overrides it for a quick look. */
export const ROUNDS = Number(process.env.BENCH_ROUNDS ?? 21);

/**
 * Measures subject and reference in turns and prints the median of the ratios, as one line of JSON. Ratios within one run say
 * the same on fast, slow and busy machines; times do not.
 */
export function measureInTurns(
  { name, unit, against, goal }: Measurement,
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
  const ratios = subjects.map((value, turn) => value / references[turn]!);
  const ratio = round(median(ratios));
  const result: Result = {
    name,
    unit,
    median: round(median(subjects)),
    against,
    reference: round(median(references)),
    ratio,
    goal,
    reached: goal === undefined ? undefined : ratio <= goal,
    samples: ROUNDS,
    lowest: round(Math.min(...ratios)),
    highest: round(Math.max(...ratios)),
  };
  console.log(JSON.stringify(result));
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

function round(value: number): number {
  return Number(value.toPrecision(3));
}
