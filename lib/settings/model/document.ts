/**
 * Settings as the OS knows them: the keys of the TOML, in a fixed order, without anything that says nothing. Once it is made,
 * a table never changes: what was made of one is used again for documents that hold the same.
 */
export interface TomlTable {
  readonly [key: string]: TomlValue;
}

/** A table while it is made. */
export interface NewTable {
  [key: string]: TomlValue;
}

/** A value in a document. Text may hold tokens; other values that are only known at deployment are a class of their own. */
export type TomlValue = string | number | bigint | boolean | TomlFloat | TomlToken | readonly TomlValue[] | TomlTable;

/** A whole number that must be written as a float. */
export class TomlFloat {
  public constructor(public readonly value: number) {}
}

/** A value other than text that is only known at deployment. */
export class TomlToken {
  public constructor(
    /** A number or boolean, or a list of text. */
    public readonly kind: 'bare' | 'list',
    public readonly token: unknown,
  ) {}
}

/**
 * A table in which no key means anything to JavaScript. What it inherits from is empty; without anything to inherit from,
 * objects are slow.
 */
export function newTable(): NewTable {
  return new EmptyTable();
}

/** A table with the same content. Objects that are copied in this way are fast ones. */
export function copyTable(table: TomlTable): NewTable {
  return Object.setPrototypeOf({ ...table }, NOTHING) as NewTable;
}

const NOTHING: object = Object.freeze(Object.create(null) as object);

const EmptyTable = function () {} as unknown as new () => NewTable;
EmptyTable.prototype = NOTHING;

/** Whether a value is a table of a document, and not a token or another object. */
export function isTable(value: unknown): value is TomlTable {
  if (typeof value !== 'object' || value === null) {
    return false;
  }
  return value instanceof EmptyTable || Object.getPrototypeOf(value) === null;
}

/** Whether a value is a list. */
export function isList(value: unknown): value is readonly TomlValue[] {
  return Array.isArray(value);
}

/** Whether a key can stand in TOML without quotes. */
export function isBareKey(key: string): boolean {
  for (let index = 0; index < key.length; index++) {
    if (IS_BARE[key.charCodeAt(index)] !== true) {
      return false;
    }
  }
  return key !== '';
}

const IS_BARE: readonly boolean[] = Array.from({ length: 128 }, (_, code) =>
  /[A-Za-z0-9_-]/.test(String.fromCharCode(code)),
);

/** A path with one more key, as TOML would write it. */
export function joinPath(path: string, key: string): string {
  return isBareKey(key) ? `${path}.${key}` : `${path}.${JSON.stringify(key)}`;
}

/** The path one level up; undefined at the top. */
export function parentPath(path: string): string | undefined {
  const end = /(?:\[\d+\]|\.[A-Za-z0-9_-]+|\."(?:[^"\\]|\\.)*")$/.exec(path)?.index;
  return end === undefined || end === 0 ? undefined : path.slice(0, end);
}
