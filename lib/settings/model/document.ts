/**
 * Settings as the OS knows them: the keys of the TOML, in a fixed order, without anything that says nothing.
 */
export interface TomlTable {
  [key: string]: TomlValue;
}

/** A value in a document. Text may hold tokens; other values that are only known at deployment are a class of their own. */
export type TomlValue = string | number | bigint | boolean | TomlFloat | TomlToken | TomlValue[] | TomlTable;

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

/** A table without a prototype, so that no key means anything to JavaScript. */
export function newTable(): TomlTable {
  return Object.create(null) as TomlTable;
}

/** Whether a value is a table of a document, and not a token or another object. */
export function isTable(value: unknown): value is TomlTable {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === null;
}

/** Whether a key can stand in TOML without quotes. */
export function isBareKey(key: string): boolean {
  // To look for what is not allowed needs no stack, however long the key.
  return key !== '' && !/[^A-Za-z0-9_-]/.test(key);
}

/** A path with one more key, as TOML would write it. */
export function joinPath(path: string, key: string): string {
  return `${path}.${isBareKey(key) ? key : JSON.stringify(key)}`;
}

/** The path one level up; undefined at the top. */
export function parentPath(path: string): string | undefined {
  const end = /(?:\[\d+\]|\.[A-Za-z0-9_-]+|\."(?:[^"\\]|\\.)*")$/.exec(path)?.index;
  return end === undefined || end === 0 ? undefined : path.slice(0, end);
}
