import type { KnownValues } from './known-values';
import { newTable, TomlTable, TomlValue } from '../model/document';

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

/** What the names in the input of a table stand for. */
export interface Names {
  /** Those of entries, in the order of the model. */
  readonly given: readonly Given[];
  /** By each of these, where it is in the input. */
  readonly places: readonly number[];
  readonly others: readonly string[];
  /** Whether there is nothing to say about any of them. */
  readonly arePlain: boolean;
}

/** Tells names that stand for entries of a table from all others. */
export function namesIn(names: readonly string[], named: ReadonlyMap<string, Given>): Names {
  const given: Given[] = [];
  const others: string[] = [];
  for (const name of names) {
    const meant = named.get(name);
    if (meant === undefined) {
      others.push(name);
    } else {
      given.push(meant);
    }
  }
  inModelOrder(given);
  const places = given.map(({ name }, guess) => (names[guess] === name ? guess : names.indexOf(name)));
  return { given, places, others, arePlain: others.length === 0 && given.every(({ isPlain }) => isPlain) };
}

/** Sorted by insertion: most settings are written almost in the order of the model. */
function inModelOrder(given: Given[]): void {
  for (let index = 1; index < given.length; index++) {
    const own = given[index]!;
    let free = index;
    while (free > 0 && given[free - 1]!.order > own.order) {
      given[free] = given[free - 1]!;
      free--;
    }
    given[free] = own;
  }
}

/** Entries that several names stand for. Those of one entry follow each other, once they are in the order of the model. */
export function givenMoreThanOnce(given: readonly Given[]): { readonly place: number; readonly names: string[] }[] {
  const seconds = given.filter(
    ({ place }, index) => given[index - 1]?.place === place && given[index - 2]?.place !== place,
  );
  return seconds.map(({ place }) => ({
    place,
    names: given.filter((other) => other.place === place).map(({ name }) => name),
  }));
}

/** The keys and values of a map as a list of tables. */
export function asItems(map: TomlTable, into: { readonly key: string; readonly value: string }): TomlTable[] {
  return Object.entries(map).map(([key, value]) => {
    const item = newTable();
    item[into.key] = key;
    item[into.value] = value;
    return item;
  });
}

/** A value where a list belongs; nothing stays nothing. */
export function listOfOne(value: TomlValue | undefined): TomlValue[] | undefined {
  return value === undefined ? undefined : [value];
}

/** For more keys than these, sorting by insertion is slow. */
const FEW_KEYS = 16;

/** The keys of users come in any order, or in order already. Most tables are small. */
export function inOrder(keys: string[]): readonly string[] {
  if (keys.length > FEW_KEYS) {
    return keys.sort();
  }
  for (let index = 1; index < keys.length; index++) {
    const own = keys[index]!;
    let free = index;
    while (free > 0 && keys[free - 1]! > own) {
      keys[free] = keys[free - 1]!;
      free--;
    }
    keys[free] = own;
  }
  return keys;
}

/** The entries of the model are in the order of their keys, and what stands beside them is to be, too. */
export function sorted(table: TomlTable): TomlTable {
  const result = newTable();
  inOrder(Object.keys(table)).forEach((key) => (result[key] = table[key]!));
  return result;
}
