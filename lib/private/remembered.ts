/** So many texts are remembered by each function: more than the node groups of an app have different values of one kind. */
const MOST = 1000;

/** Longer texts are rare, and would fill the memory. */
const LONGEST = 256;

/**
 * A function of text that remembers what came of it, unless that is undefined: the node groups of an app have most of their
 * settings in common. Results are shared by all callers, and must not be such as can be changed.
 */
export function remembered<T>(compute: (text: string) => T): (text: string) => T {
  const results = new Map<string, T>();
  return (text) => {
    let result = results.get(text);
    if (result === undefined) {
      result = compute(text);
      if (text.length <= LONGEST && result !== undefined) {
        if (results.size === MOST) {
          results.clear();
        }
        results.set(text, result);
      }
    }
    return result;
  };
}
