import type { KnownValues } from './known-values';
import { newTable, TomlTable } from '../model/document';

/** A name in the input that stands for an entry of a table. */
export interface Given {
  readonly name: string;
  /** The place of the entry among those of the table. */
  readonly place: number;
  /** Names of one entry follow each other, its own before its aliases. */
  readonly order: number;
  /** Whether there is nothing to say about the entry as such, nor about its name. */
  readonly isPlain: boolean;
  /** Of plain and single values, those that are known. */
  readonly known?: KnownValues;
}

/** Sorted by insertion: most settings are written almost in the order of the model. */
export function inModelOrder(given: Given[]): readonly Given[] {
  for (let index = 1; index < given.length; index++) {
    const own = given[index]!;
    let free = index;
    while (free > 0 && given[free - 1]!.order > own.order) {
      given[free] = given[free - 1]!;
      free--;
    }
    given[free] = own;
  }
  return given;
}

/** The keys of users come in any order, or in order already. */
export function inOrder(keys: string[]): readonly string[] {
  for (let index = 1; index < keys.length; index++) {
    if (keys[index - 1]! > keys[index]!) {
      return keys.sort();
    }
  }
  return keys;
}

/** The entries of the model are in the order of their keys, and what stands beside them is to be, too. */
export function sorted(table: TomlTable): TomlTable {
  const result = newTable();
  inOrder(Object.keys(table)).forEach((key) => (result[key] = table[key]!));
  return result;
}
