import type { TomlValue } from '../model/document';
import { Names } from './table-names';
import { isPlainObject } from './value-kind';

/** Tables and lists with more values are rare, and would fill the memory. */
const MOST_VALUES = 1000;

/** A table or list while it is read. */
export class Draft {
  /** Whether something was made of every value. */
  private complete = true;
  private whole: boolean;

  /**
   * @param keys those of a table, in the order in which they were given; undefined for a list
   * @param names what they stand for; undefined for a map
   * @param values single values as they were given, and readings of tables and lists, in the order in which they were given
   */
  public constructor(
    public readonly keys?: readonly string[],
    public readonly names?: Names,
    public readonly values: unknown[] = [],
  ) {
    this.whole = keys === undefined || keys.length <= MOST_VALUES;
  }

  /** Whether everything in it is remembered. */
  public get isWhole(): boolean {
    return this.whole;
  }

  /** Nothing was made of a value. */
  public lacks(): void {
    this.complete = false;
  }

  /** Whether a table with the same keys can be made of this one, by changing some of its values. */
  public get isComplete(): boolean {
    return this.complete && this.names?.arePlain === true;
  }

  /** The place of a key of a table, which is likely to be the one that is guessed. */
  public indexOf(key: string, guess: number): number {
    const keys = this.keys!;
    return keys[guess] === key || keys.length > MOST_VALUES ? guess : keys.indexOf(key);
  }

  /** Remembers what was given at a place: a single value, or a table or list by what was read of it. */
  public note(index: number, value: unknown, reading?: Reading, isSensitive = false): void {
    const known = typeof value === 'object' && value !== null ? reading : value;
    if (isSensitive || index >= MOST_VALUES || (known === undefined && value !== undefined)) {
      this.whole = false;
    } else {
      this.values[index] = known;
    }
  }
}

/**
 * A table or list as it was given, and what came of it, so that it need not be read again where the next document has the
 * same. What was given may change since; what came of it never does.
 */
export class Reading {
  /** What came of it; undefined for something that is not the same as this. */
  public readonly result: TomlValue | undefined;
  public readonly keys?: readonly string[];
  public readonly names?: Names;
  public readonly values: readonly unknown[];
  /** Whether a table with the same keys can be made of this one, by changing some of its values. */
  public readonly canChange: boolean;
  private readonly isPlain: boolean;

  /** @param isPlain whether there was nothing to say about anything in it */
  public constructor(draft: Draft, result: TomlValue | undefined, isPlain: boolean) {
    this.keys = draft.keys;
    this.names = draft.names;
    this.values = draft.values;
    this.isPlain = isPlain && draft.isWhole;
    this.result = this.isPlain ? result : undefined;
    this.canChange = this.isPlain && draft.isComplete;
  }

  /** What was read of the table or list at a place, or under a key. */
  public part(index: number, key?: string): Reading | undefined {
    const isThere = key === undefined || this.keys?.[index] === key;
    const part = this.values[isThere ? index : (this.keys?.indexOf(key) ?? -1)];
    return part instanceof Reading ? part : undefined;
  }

  /** What keys stand for, if they are the same as here. */
  public namesOf(keys: readonly string[]): Names | undefined {
    return this.keys !== undefined && areSame(keys, this.keys) ? this.names : undefined;
  }

  /** Whether a value has the same content as this one had. */
  public isOf(input: object): boolean {
    return this.isPlain && (this.keys === undefined ? this.isOfList(input) : this.isOfTable(input, this.keys));
  }

  private isOfList(input: object): boolean {
    const { values } = this;
    if (!Array.isArray(input) || input.length !== values.length) {
      return false;
    }
    for (let index = 0; index < values.length; index++) {
      if (!isSame(input[index], values[index])) {
        return false;
      }
    }
    return true;
  }

  private isOfTable(input: object, keys: readonly string[]): boolean {
    if (!isPlainObject(input)) {
      return false;
    }
    const given = Object.keys(input);
    if (given.length !== keys.length) {
      return false;
    }
    for (let index = 0; index < keys.length; index++) {
      const key = keys[index]!;
      if (key !== given[index] || !isSame((input as Record<string, unknown>)[key], this.values[index])) {
        return false;
      }
    }
    return true;
  }
}

function areSame(some: readonly string[], others: readonly string[]): boolean {
  for (let index = 0; index < some.length; index++) {
    if (some[index] !== others[index]) {
      return false;
    }
  }
  return some.length === others.length;
}

function isSame(value: unknown, known: unknown): boolean {
  return known instanceof Reading ? typeof value === 'object' && value !== null && known.isOf(value) : value === known;
}
