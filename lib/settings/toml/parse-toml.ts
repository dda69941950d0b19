import { parse, TomlDate, TomlError } from 'smol-toml';
import { LineIndex, type Position } from '../../private/line-index';
import { isWellFormed } from '../check/scalar-checks';
import { isTable, newTable, TomlFloat, TomlTable, TomlValue } from '../model/document';
import { reasonOf } from '../check/value-kind';
import { hintFor } from './toml-hints';
import { DEEPEST, findBeyondToml10 } from './toml-version';

/** What is wrong with a text that is not TOML. */
export interface TomlMistake extends Position {
  readonly message: string;
  /** What to change, where the text shows what was meant. */
  readonly fix?: string;
}

/**
 * Reads TOML 1.0 as the OS does: whole numbers and floats are two kinds, and no key means anything to JavaScript. Never
 * throws, whatever the text.
 */
export function parseToml(text: string): TomlTable | TomlMistake {
  if (!isWellFormed(text)) {
    return { line: 1, column: 1, message: 'The text holds half a character (a lone surrogate).' };
  }
  // The reader has skipped the one that the OS skips; this parser would skip another one.
  if (text.startsWith('\uFEFF')) {
    return { line: 1, column: 1, message: 'This is not TOML: two byte order marks.' };
  }
  try {
    const table = parse(text, { integersAsBigInt: true, maxDepth: DEEPEST });
    return mistakeOfVersion(text) ?? convertTable(table);
  } catch (error) {
    if (error instanceof TomlError) {
      const { line, column } = error;
      return { line, column, message: messageOf(error), fix: hintFor(text, error.message, error) };
    }
    return { line: 1, column: 1, message: `This cannot be read: ${reasonOf(error)}.` };
  }
}

/** The parser reads newer TOML than the OS does. */
function mistakeOfVersion(text: string): TomlMistake | undefined {
  const found = findBeyondToml10(text, unquote);
  if (found === undefined) {
    return undefined;
  }
  const { offset, message, fix } = found;
  return { ...new LineIndex(text).positionOf(offset), message: `This is not TOML 1.0: ${message}`, fix };
}

/** Whether a text turned out not to be TOML. */
export function isMistake(parsed: TomlTable | TomlMistake): parsed is TomlMistake {
  return !isTable(parsed);
}

/** The text behind the quotes of a key. */
export function unquote(raw: string): string {
  if (!raw.includes('\\')) {
    return raw.slice(1, -1);
  }
  return Object.keys(parse(`${raw} = 0`))[0]!;
}

/** The first line of an error; a picture of the text follows, which may be long. */
function messageOf({ message }: TomlError): string {
  const [first] = message.replace(/^Invalid TOML document: /, '').split('\n', 1);
  return `This is not TOML: ${first}.`;
}

function convertTable(table: object): TomlTable {
  const result = newTable();
  for (const [key, value] of Object.entries(table)) {
    result[key] = convert(value);
  }
  return result;
}

function convert(value: unknown): TomlValue {
  if (typeof value === 'bigint') {
    return Number.isSafeInteger(Number(value)) ? Number(value) : value;
  }
  if (typeof value === 'number') {
    return Number.isInteger(value) ? new TomlFloat(value) : value;
  }
  if (Array.isArray(value)) {
    return value.map(convert);
  }
  // No setting is a date; the checker refuses it as such.
  return typeof value === 'object' && value !== null && !(value instanceof TomlDate)
    ? convertTable(value)
    : (value as TomlValue);
}
