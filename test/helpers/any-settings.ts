import fc from 'fast-check';
import { newTable } from '../../lib/settings/model/document';
import { EntryModel, MapModel, settingsModel, ShapeModel, TableModel } from '../../lib/settings/model/settings-model';
import { exampleOf } from './settings-paths';
import { loadVectors } from './vectors';

const { types, root } = settingsModel();

/** Values that the OS accepts and refuses, by type. */
const SEEN = new Map<string, unknown[]>();
for (const { type, value } of loadVectors()) {
  if (type !== undefined && types[type] !== undefined) {
    SEEN.set(type, [...(SEEN.get(type) ?? []), value]);
  }
}

/**
 * Settings with keys as in TOML, of a shape that the model knows. Most values are right; the others are of another type,
 * out of range, or stand under another key.
 */
export function anySettings(): fc.Arbitrary<unknown> {
  return table(root, 0);
}

function table(model: TableModel, depth: number): fc.Arbitrary<unknown> {
  const named = fc
    .constantFrom(...model.entries)
    .chain((entry) =>
      fc.tuple(
        mostly(
          fc.constant(entry.key),
          fc.constantFrom(...(entry.aliases ?? [entry.key]), entry.property, `${entry.key}x`),
          10,
        ),
        either(entry, depth + 1),
      ),
    );
  const required = model.entries
    .filter((entry) => entry.required === true)
    .map((entry) => fc.tuple(fc.constant(entry.key), either(entry, depth + 1)));
  const given = fc.array(model.rest === undefined ? named : fc.oneof(named, mapEntry(model.rest.map, depth)), {
    maxLength: depth === 0 ? 3 : 4,
  });
  return fc
    .tuple(mostly<[string, unknown][]>(fc.tuple(...required), fc.constant([]), 12), given)
    .map(([first, more]) => tableOf([...first, ...more]));
}

function either(entry: EntryModel, depth: number): fc.Arbitrary<unknown> {
  const value = shape(entry.shape, depth);
  return entry.or === undefined ? value : fc.oneof(value, map(entry.or.map, depth));
}

function map(model: MapModel, depth: number): fc.Arbitrary<unknown> {
  return fc.array(mapEntry(model, depth), { maxLength: 2 }).map(tableOf);
}

function mapEntry({ keyType, value }: MapModel, depth: number): fc.Arbitrary<[string, unknown]> {
  return fc.tuple(
    scalar(keyType).map((key) => (typeof key === 'string' ? key : JSON.stringify(key))),
    either(value, depth + 1),
  );
}

function shape(model: ShapeModel, depth: number): fc.Arbitrary<unknown> {
  switch (model.kind) {
    case 'scalar':
      return scalar(model.type);
    case 'table':
      return mostly(table(model, depth), anything(), 30);
    case 'map':
      return mostly(map(model, depth), anything(), 30);
    case 'list':
      return fc.oneof(
        { arbitrary: fc.array(shape(model.item, depth), { minLength: model.minItems, maxLength: 3 }), weight: 20 },
        { arbitrary: shape(model.item, depth), weight: model.orOne === true ? 10 : 1 },
        { arbitrary: fc.constant([]), weight: 1 },
      );
    case 'oneOrMany':
      return fc.oneof(shape(model.item, depth), fc.array(shape(model.item, depth), { maxLength: 3 }));
    case 'tuple':
      return mostly(fc.tuple(...model.entries.map((entry) => either(entry, depth))), fc.array(anything()), 20);
  }
}

function scalar(type: string): fc.Arbitrary<unknown> {
  const words = [...(types[type]!.values?.keys() ?? []), ...Object.keys(types[type]!.spellings ?? {})];
  return fc.oneof(
    { arbitrary: fc.constant(exampleOf(type)), weight: 12 },
    { arbitrary: fc.constantFrom(exampleOf(type), ...words), weight: 6 },
    { arbitrary: fc.constantFrom(exampleOf(type), ...(SEEN.get(type) ?? [])), weight: 3 },
    { arbitrary: anything(), weight: 1 },
  );
}

/** What may stand in TOML, but most likely not where it is put. */
function anything(): fc.Arbitrary<unknown> {
  return fc.oneof(
    fc.string({ unit: 'binary', maxLength: 8 }),
    fc.integer(),
    fc.constantFrom(-1, 0, 1, 2, 65535, 65536, 2 ** 31, 2 ** 32, true, false, '', '1', 'true', 0.5, -0.5),
    fc.constantFrom<unknown>([], ['x'], [1], ['apiclient'], [[]]),
    fc.constant(undefined).map(() => newTable()),
    fc.constant(undefined).map(() => tableOf([['x', 1]])),
  );
}

function mostly<T>(usual: fc.Arbitrary<T>, other: fc.Arbitrary<T>, times: number): fc.Arbitrary<T> {
  return fc.oneof({ arbitrary: usual, weight: times }, { arbitrary: other, weight: 1 });
}

/** A table as a parser of TOML makes it. Of a key that comes twice, the last one holds. */
function tableOf(entries: readonly (readonly [string, unknown])[]): unknown {
  const result: Record<string, unknown> = newTable();
  entries.forEach(([key, value]) => (result[key] = value));
  return result;
}
