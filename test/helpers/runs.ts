/**
 * How many random inputs a property is tried with. Each run of the tests takes other ones, and a fifth will do while one
 * works on something; THOROUGH=yes tries them all.
 */
export function runs(all: number): { numRuns: number } {
  return { numRuns: process.env.THOROUGH === 'yes' ? all : Math.ceil(all / 5) };
}
