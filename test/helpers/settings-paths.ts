import { NewTable, newTable, TomlTable } from '../../lib/settings/model/document';
import { EntryModel, settingsModel, ShapeModel } from '../../lib/settings/model/settings-model';
import { loadSchema } from '../../tools/schema/load';
import { join } from 'node:path';

const SCHEMA = loadSchema(join(__dirname, '..', '..', 'schema'));

/** A valid value of a scalar type. */
export function exampleOf(type: string): unknown {
  return SCHEMA.types.get(type)!.example;
}

/** A value for one place of the model, set into an otherwise minimal document in TOML's own terms. */
export function documentWith(path: string, value: unknown): TomlTable {
  const isKey = path.endsWith(' (key)');
  const steps = path
    .replace(/ \(key\)$/, '')
    .replace(/^settings\./, '')
    .split('.');
  const document = newTable();
  place(document, settingsModel().root, steps, value, isKey);
  return document;
}

function place(table: NewTable, shape: ShapeModel, steps: string[], value: unknown, isKey: boolean): void {
  const step = steps[0]!;
  const rest = steps.slice(1);
  const isItem = step.endsWith('[]');
  const name = step.replace(/\[\]$/, '');
  const last = rest.length === 0;
  const entry = entryFor(shape, name);
  const key = name.startsWith('<') ? (last && isKey ? (value as string) : exampleKey(shape)) : name;
  if (last) {
    const own = isKey ? exampleFor(entry) : value;
    table[key] = (isItem && !isKey ? [own] : own) as never;
    return;
  }
  const below = newTable();
  const inner = unlisted(entry.shape);
  table[key] = entry.shape.kind === 'list' ? [below] : below;
  place(below, inner, rest, value, isKey);
  addRequired(below, inner);
}

function unlisted(shape: ShapeModel): ShapeModel {
  return shape.kind === 'list' ? shape.item : shape;
}

function entryFor(shape: ShapeModel, name: string): EntryModel {
  if (shape.kind === 'map') {
    return shape.value;
  }
  if (shape.kind !== 'table') {
    throw new Error(`no ${name} in a ${shape.kind}`);
  }
  const known = shape.entries.find(({ key }) => key === name);
  if (known !== undefined) {
    return known;
  }
  if (name.startsWith('<')) {
    // A placeholder stands for a key of the rest, or for any of the closed set.
    return shape.rest?.map.value ?? shape.entries.at(-1)!;
  }
  throw new Error(`no ${name} in the model`);
}

/** A key for a map. */
export function exampleKey(shape: ShapeModel): string {
  if (shape.kind === 'map') {
    // Nodes store values under their keys, which then must not hold spaces.
    return String(exampleOf(shape.keyType)).replace(/ /g, '-');
  }
  const table = shape as ShapeModel & { kind: 'table' };
  return table.rest === undefined ? table.entries[0]!.key : String(exampleOf(table.rest.map.keyType));
}

/** A minimal valid value for an entry. */
export function exampleFor(entry: EntryModel): unknown {
  return exampleShape(entry.shape);
}

function exampleShape(shape: ShapeModel): unknown {
  switch (shape.kind) {
    case 'scalar':
      return exampleOf(shape.type);
    case 'oneOrMany':
      return exampleShape(shape.item);
    case 'list':
      return [exampleShape(shape.item)];
    case 'tuple':
      return shape.entries.map(exampleFor);
    case 'map':
    case 'table': {
      const table = newTable();
      addRequired(table, shape);
      return table;
    }
  }
}

/** Adds the settings that a table cannot be without. */
export function addRequired(table: NewTable, shape: ShapeModel): void {
  if (shape.kind === 'table') {
    for (const entry of shape.entries) {
      if (entry.required && table[entry.key] === undefined) {
        table[entry.key] = exampleFor(entry) as never;
      }
    }
  }
}
