import { isObject, membersOf } from './value-kind';

/** More tables in each other than any key has dots. */
const MOST_DOTS = 16;

/**
 * The key that was meant where TOML has read one with dots and without quotes as tables in each other: the first one when
 * there are several. Undefined when there is no table.
 */
export function dottedKey(key: string, value: unknown): string | undefined {
  let whole = key;
  let inner = value;
  for (let dots = 0; isObject(inner) && dots < MOST_DOTS; dots++) {
    const [next] = Object.entries(membersOf(inner));
    if (next === undefined) {
      break;
    }
    whole = `${whole}.${next[0]}`;
    inner = next[1];
  }
  return whole === key ? undefined : whole;
}

/** What to do about such a key. */
export function quoteKey(key: string): string {
  return `Put quotes around the key: ${JSON.stringify(key)}.`;
}
