import { AccountFacts } from '../facts';

/** What is still there after a stack is gone, but for what it keeps on purpose. */
export function leftovers(before: AccountFacts, after: AccountFacts, kept: ReadonlySet<string>): string[] {
  return Object.entries(after).flatMap(([kind, names]) =>
    names
      .filter((name) => !before[kind]?.includes(name) && !kept.has(name))
      .map((name) => `${kind}: ${name} is still there`),
  );
}
