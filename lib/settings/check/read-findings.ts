import { formatRelease, Release } from '../model/release';
import { EntryModel, ShapeModel, TupleModel } from '../model/settings-model';
import { Finding, show } from '../report';
import { quoteKey } from './dotted-key';
import type { KeyStyle } from './unknown-key';
import { isObject, kindOf } from './value-kind';

/** More than any user data can hold. */
export const MOST_ITEMS = 100_000;

/** What an issue says, but for the path. */
type Text = Omit<Finding, 'path'>;

/** Something else was given where a table belongs. */
export function notTable(input: unknown, path: string, style: KeyStyle): Text {
  return {
    message: `${kindOf(input)} was given where a table belongs.`,
    received: show(input, path.replace(/\[\d+\]$/, '')),
    expected: style === 'property' ? 'a plain object with settings' : 'a table',
    fix: Array.isArray(input) && input.every(isObject) ? headerFix(path, style, 1) : undefined,
  };
}

/** Something else was given where a list belongs. */
export function notList(input: unknown, item: ShapeModel, path: string, style: KeyStyle, sensitive: boolean): Text {
  const fixOfTable = item.kind === 'table' ? headerFix(path, style, 2) : undefined;
  return {
    message: `${kindOf(input)} was given where a list belongs.`,
    received: sensitive ? undefined : show(input, path),
    expected: 'a list',
    fix: isObject(input) ? fixOfTable : `Write a list: [${show(input, path)}].`,
  };
}

/** TOML has headers for tables, and others for lists of tables. */
function headerFix(path: string, style: KeyStyle, pairs: number): string | undefined {
  const header = `${'['.repeat(pairs)}${path}${']'.repeat(pairs)}`;
  return style === 'key' && !path.endsWith(']') ? `Write the header as ${header}.` : undefined;
}

/** Something else was given where a list with one item of each kind belongs. */
export function notTuple(input: unknown, { entries }: TupleModel): Text {
  return {
    message: `${kindOf(input)} was given.`,
    received: show(input),
    expected: `a list of ${entries.length}: ${entries.map(({ key }) => key).join(', ')}`,
  };
}

/** A list was given where a release takes only one value. */
export function listTooNew(input: unknown, since: string, release: Release): Text {
  return {
    message: `The OS takes a list here since ${since}, and this node runs ${formatRelease(release)}.`,
    received: show(input),
    expected: 'one value',
  };
}

/** A list is too short. */
export function tooFewItems(input: unknown, minItems: number): Text {
  return {
    message: 'The list is too short.',
    received: show(input),
    expected: `at least ${minItems} ${minItems === 1 ? 'item' : 'items'}`,
  };
}

/** A list is so long that it is no use to look at its items. */
export function tooManyItems(input: readonly unknown[]): Text {
  return {
    message: 'The list is longer than any user data.',
    received: `${input.length} items`,
    expected: `at most ${MOST_ITEMS} items`,
  };
}

/** The node stores each value under its full path. */
export const LONGEST_PATH = 255;

/** A key makes a path that is too long to be stored. */
export function pathTooLong(path: string): Text {
  return {
    message: 'The node may not be able to store a setting with a path this long.',
    received: `${path.length} bytes`,
    expected: `a path of at most ${LONGEST_PATH} bytes`,
  };
}

/** A setting is given under its name and under another one. */
export function givenTwice({ key, aliases = [] }: EntryModel, names: readonly string[]): Text {
  return {
    message: `This setting is given ${names.length} times, as ${names.join(' and as ')}.`,
    expected: `one of ${[key, ...aliases].join(', ')}`,
  };
}

/** A table came of a key with dots and without quotes. */
export function unquotedKey(input: unknown, meant: string): Text {
  return {
    message: 'This is a table for TOML, since dots outside of quotes begin a new one.',
    received: show(input),
    expected: 'keys with dots in quotes',
    fix: quoteKey(meant),
  };
}
