import { parseUrl } from '../check/parse-url';
import { byteSize } from '../check/scalar-checks';
import { isList, isTable, joinPath, newTable, TomlFloat, TomlTable, TomlToken, TomlValue } from '../model/document';
import { EntryModel, ScalarModel, settingsModel, ShapeModel, TableModel } from '../model/settings-model';

/**
 * Settings as the OS stores them, for comparison: some values are read back in another form than they were written in.
 * Values that mean the same become the same. Values that are only known at deployment, and settings that the model does
 * not know, stay as they are.
 */
export function normaliseSettings(document: TomlTable): TomlTable {
  return table(document, settingsModel().root, 'settings');
}

/** Whether two values of one setting mean the same. */
export function isSameSetting(path: string, a: TomlValue, b: TomlValue): boolean {
  const shape = shapeAt(path);
  return isEqual(value(a, shape, path), value(b, shape, path));
}

/** Keys that the OS stores under an alias. */
const STORED_AS: Readonly<Record<string, string>> = {
  'settings.boot.init-parameters': 'init',
  'settings.boot.kernel-parameters': 'kernel',
};

function table(input: TomlTable, model: TableModel, path: string): TomlTable {
  const result = newTable();
  for (const key of Object.keys(input)) {
    const entry = model.entries.find((candidate) => candidate.key === key || candidate.aliases?.includes(key));
    const own = joinPath(path, entry?.key ?? key);
    const stored = STORED_AS[own] ?? entry?.key ?? key;
    result[stored] = valueOf(input[key]!, entry ?? model.rest?.map.value, own);
  }
  return result;
}

/** The value of a setting, in the form of a list where the OS also reads a table. */
function valueOf(input: TomlValue, entry: EntryModel | undefined, path: string): TomlValue {
  if (entry?.or === undefined || !isTable(input)) {
    return value(input, entry?.shape, path);
  }
  const { key, value: content } = entry.or.into;
  const items = Object.keys(input).map((name) => Object.assign(newTable(), { [key]: name, [content]: input[name]! }));
  return value(items, entry.shape, path);
}

function value(input: TomlValue, shape: ShapeModel | undefined, path: string): TomlValue {
  switch (shape?.kind) {
    case 'scalar':
      return scalar(input, settingsModel().types[shape.type]!, path);
    case 'table':
      return isTable(input) ? table(input, shape, path) : input;
    case 'map':
      return isTable(input) ? map(input, shape.value, path) : input;
    case 'list':
      return list(input, shape, path);
    case 'oneOrMany':
      return isList(input) && input.length === 1 ? value(input[0]!, shape.item, path) : input;
    case 'tuple':
    case undefined:
      return input;
  }
}

function list(input: TomlValue, { item, orOne }: ShapeModel & { kind: 'list' }, path: string): TomlValue {
  if (isList(input)) {
    return input.map((one) => value(one, item, path));
  }
  return orOne === true && !(input instanceof TomlToken) ? [value(input, item, path)] : input;
}

function map(input: TomlTable, entry: EntryModel, path: string): TomlTable {
  const result = newTable();
  for (const key of Object.keys(input)) {
    result[key] = value(input[key]!, entry.shape, joinPath(path, key));
  }
  return result;
}

function scalar(input: TomlValue, type: ScalarModel, path: string): TomlValue {
  if (input instanceof TomlFloat) {
    return input.value;
  }
  if (typeof input !== 'string') {
    return typeof input === 'bigint' ? number(input) : input;
  }
  if (/^settings\.bootstrap-(?:commands|containers)\..+\.mode$/.test(path)) {
    // After a success, the OS turns once into off.
    return input === 'once' ? 'off' : input;
  }
  if (type.base === 'enum') {
    return type.spellings?.[input] ?? input;
  }
  switch (type.check ?? type.also?.check) {
    case 'byte-size':
    case 'soci-chunk-size':
      return input === 'unlimited' ? input : number(byteSize(input)!);
    case 'url':
      return (parseUrl(input) ?? parseUrl(`http://${input}`))?.href ?? input;
    case 'integer-percent':
      return Number(input);
    default:
      return input === 'unlimited' && type.base === 'integer' ? -1 : input;
  }
}

function number(bytes: bigint): number | bigint {
  return Number.isSafeInteger(Number(bytes)) ? Number(bytes) : bytes;
}

function entryOf(model: TableModel, key: string): EntryModel | undefined {
  return model.entries.find((entry) => entry.key === key) ?? model.rest?.map.value;
}

/** The shape of a setting outside lists; undefined when the model does not know it. */
function shapeAt(path: string): ShapeModel | undefined {
  let shape: ShapeModel | undefined = settingsModel().root;
  for (const [, bare, quoted] of path
    .slice('settings'.length)
    .matchAll(/\.(?:([A-Za-z0-9_-]+)|("(?:[^"\\]|\\.)*"))/g)) {
    const key = bare ?? (JSON.parse(quoted!) as string);
    shape =
      shape?.kind === 'table' ? entryOf(shape, key)?.shape : shape?.kind === 'map' ? shape.value.shape : undefined;
  }
  return shape;
}

function isEqual(a: TomlValue, b: TomlValue): boolean {
  if (isList(a) && isList(b)) {
    return a.length === b.length && a.every((item, index) => isEqual(item, b[index]!));
  }
  if (a instanceof TomlToken && b instanceof TomlToken) {
    return a.token === b.token;
  }
  if (isTable(a) && isTable(b)) {
    const keys = Object.keys(a);
    return (
      keys.length === Object.keys(b).length && keys.every((key) => b[key] !== undefined && isEqual(a[key]!, b[key]))
    );
  }
  return a === b;
}
