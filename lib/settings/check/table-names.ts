import { isBareKey, newTable, TomlTable } from '../model/document';
import { TableModel } from '../model/settings-model';
import type { KeyStyle } from './unknown-key';

/** What the input may call the entries of a table. */
export interface TableNames {
  /** What each name stands for. */
  readonly named: ReadonlyMap<string, Given>;
  /** By place, what the entry adds to the path of the table. */
  readonly suffixes: readonly string[];
}

const made: Readonly<Record<KeyStyle, WeakMap<TableModel, TableNames>>> = {
  key: new WeakMap(),
  property: new WeakMap(),
};

/** The names of a table of the model. They are made once: a table of the model may be read for every node of an app. */
export function namesOf(table: TableModel, style: KeyStyle): TableNames {
  let names = made[style].get(table);
  if (names === undefined) {
    names = makeNames(table, style);
    made[style].set(table, names);
  }
  return names;
}

function makeNames({ entries }: TableModel, style: KeyStyle): TableNames {
  const named = new Map<string, Given>();
  entries.forEach(({ key, property, aliases = [] }, place) => {
    (style === 'property' ? [property] : [key, ...aliases]).forEach((name) => {
      named.set(name, { name, place, order: named.size });
    });
  });
  const suffixes = entries.map(({ key }) => `.${isBareKey(key) ? key : JSON.stringify(key)}`);
  return { named, suffixes };
}

/** A name in the input that stands for an entry of a table. */
export interface Given {
  readonly name: string;
  /** The place of the entry among those of the table. */
  readonly place: number;
  /** Names of one entry follow each other, its own before its aliases. */
  readonly order: number;
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
