import { remembered } from '../../private/remembered';

/**
 * The known name that a wrong one most likely stands for.
 *
 * Names that differ only in how words are joined or capitalised always match (max_pods, maxPods, MaxPods for
 * max-pods); otherwise the name with the fewest typing errors, when there are few for its length.
 */
export function nearest(wrong: string, known: Iterable<string>): string | undefined {
  if (wrong.length > LONGEST_NAME) {
    return undefined;
  }
  const folded = fold(wrong);
  let best: string | undefined;
  let bestDistance = Math.max(1, Math.floor(folded.length / 4)) + 1;
  for (const name of known) {
    const candidate = foldKnown(name);
    if (candidate === folded) {
      return name;
    }
    const distance = typingErrors(folded, candidate, bestDistance);
    if (distance < bestDistance) {
      best = name;
      bestDistance = distance;
    }
  }
  return best;
}

/** No name that is known is nearly as long. */
const LONGEST_NAME = 255;

/** Whether two names differ only in how words are joined or capitalised. */
export function isSameName(a: string, b: string): boolean {
  return fold(a) === fold(b);
}

function fold(name: string): string {
  return name.replace(/[^A-Za-z0-9]/g, '').toLowerCase();
}

/** The names that are known come again and again. */
const foldKnown = remembered(fold);

/**
 * How many letters were added, left out, changed or swapped with their neighbour (the optimal string alignment
 * distance), as far as it is below a limit.
 */
function typingErrors(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) >= limit) {
    return limit;
  }
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, index) => index);
  let row: number[] = [];
  for (let i = 1; i <= a.length; i++) {
    row[0] = i;
    let least = i;
    for (let j = 1; j <= b.length; j++) {
      const changed = last[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1);
      let errors = Math.min(changed, last[j]! + 1, row[j - 1]! + 1);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        errors = Math.min(errors, beforeLast[j - 2]! + 1);
      }
      row[j] = errors;
      least = Math.min(least, errors);
    }
    // A swap reaches back over two rows, and adds an error.
    if (least >= limit) {
      return limit;
    }
    [beforeLast, last, row] = [last, row, beforeLast];
  }
  return last[b.length]!;
}
