import { TomlValue } from '../model/document';
import { BottlerocketIssue } from '../issue';

/** More than the node groups of an app have different values of one type. */
const MOST = 1000;

/** Longer texts are rare, and would fill the memory. */
const LONGEST = 256;

/**
 * Values of a type that were read before, and taken as they are. The node groups of an app have most of their settings in
 * common, so that most values are known, and need not be judged again.
 */
export class KnownValues {
  private readonly values = new Set<unknown>();

  public has(value: unknown): value is TomlValue {
    return this.values.has(value);
  }

  /** Reads a value and remembers it, unless something was said about it, or something else was made of it. */
  public learn(value: unknown, issues: readonly BottlerocketIssue[], read: () => TomlValue | undefined) {
    const before = issues.length;
    const result = read();
    if (result === value && issues.length === before && isSmall(value)) {
      if (this.values.size === MOST) {
        this.values.clear();
      }
      this.values.add(value);
    }
    return result;
  }
}

function isSmall(value: unknown): boolean {
  return typeof value === 'string' ? value.length <= LONGEST : typeof value !== 'object';
}
