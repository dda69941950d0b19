import type { TokenReader } from '../../private/token-reader';
import type { TomlTable, TomlValue } from '../model/document';
import { UserDataTarget } from '../user-data-target';

/** So many tables are remembered of each map. */
const MOST_TABLES = 1000;

/** In place of the line of a table that gets a header of its own. */
export const BELOW = '';

/**
 * The text of the table that was last written in one place of a document. Node groups of an app have most tables in common,
 * and most lines of the others.
 */
export class WrittenTable {
  /** The table, or list of tables; undefined when the text is not to be used again. */
  public value?: TomlTable | TomlTable[];
  /** The text, with that of all tables below. */
  public text = '';
  private readonly keys: string[] = [];
  private readonly values: TomlValue[] = [];
  private readonly lines: (string | undefined)[] = [];
  private readonly tables = new Map<string, WrittenTable>();

  /** The line at a place, if it was for the same key and value. */
  public lineOf(index: number, key: string, value: TomlValue): string | undefined {
    return this.keys[index] === key && this.values[index] === value ? this.lines[index] : undefined;
  }

  public learnLine(index: number, key: string, value: TomlValue, line: string | undefined): void {
    this.keys[index] = key;
    this.values[index] = value;
    this.lines[index] = line;
  }

  /** A table in this one. */
  public below(key: string): WrittenTable {
    let table = this.tables.get(key);
    if (table === undefined) {
      if (this.tables.size === MOST_TABLES) {
        this.tables.clear();
      }
      table = new WrittenTable();
      this.tables.set(key, table);
    }
    return table;
  }
}

const documents = new WeakMap<TokenReader['isToken'], Map<UserDataTarget, WrittenTable>>();

/** What was last written for a target, with the same idea of what a token is. */
export function lastWritten(target: UserDataTarget, { isToken }: TokenReader): WrittenTable {
  const targets = documents.get(isToken) ?? new Map<UserDataTarget, WrittenTable>();
  documents.set(isToken, targets);
  const document = targets.get(target) ?? new WrittenTable();
  targets.set(target, document);
  return document;
}
