/**
 * How many random inputs a property is tried with. A fifth will do while one works on something, the same ones each time, so
 * that a failure belongs to the change; THOROUGH=yes tries them all, other ones in each run.
 */
export function runs(all: number): { numRuns: number; seed?: number } {
  return process.env.THOROUGH === 'yes' ? { numRuns: all } : { numRuns: Math.ceil(all / 5), seed: 20 };
}
