import type { TokenReader } from '../../private/token-reader';
import { absenceOf } from '../model/availability';
import { checkScalar, ruleOf } from './check-scalar';
import { dottedKey, quoteKey } from './dotted-key';
import { readScalar } from './read-scalar';
import { joinPath, newTable, TomlTable, TomlToken, TomlValue } from '../model/document';
import { IssueCode } from '../generated/issue-code.generated';
import { BottlerocketIssue } from '../issue';
import {
  EntryModel,
  MapModel,
  settingsModel,
  SettingsModel,
  ShapeModel,
  TableModel,
  TupleModel,
} from '../model/settings-model';
import { OsContext, osContext } from '../model/os-context';
import { formatRelease, isBefore } from '../model/release';
import { Finding, issue, show } from '../report';
import { KeyStyle, unknownKey } from './unknown-key';
import { isObject, kindOf, membersOf, reasonOf } from './value-kind';

/** More than any user data can hold. */
const MOST_ITEMS = 100_000;

/** The node stores each value under its full path. */
const LONGEST_PATH = 255;

/** What came of reading settings. */
export interface ReadResult {
  /** The settings, as far as they are right. */
  readonly document: TomlTable;
  /** Everything that is wrong, in the order of the model. */
  readonly issues: BottlerocketIssue[];
  /** Paths of values that are only known at deployment. */
  readonly unchecked: string[];
  /** The paths of settings that are given under an alias, as they stand in the input. */
  readonly aliased: ReadonlyMap<string, string>;
}

/**
 * Reads settings of unknown quality: checks every value against the model, and turns the names of the typed API into
 * those of the OS. Never throws, whatever the input.
 */
export function readSettings(
  input: unknown,
  style: KeyStyle,
  tokens: TokenReader,
  context: OsContext = osContext({}).context,
): ReadResult {
  const reader = new SettingsReader(settingsModel(), style, tokens, context);
  const document =
    (reader.shape(input, settingsModel().root, 'settings', false) as TomlTable | undefined) ?? newTable();
  return { document, issues: reader.issues, unchecked: reader.unchecked, aliased: reader.aliased };
}

class SettingsReader {
  public readonly issues: BottlerocketIssue[] = [];
  public readonly unchecked: string[] = [];
  public readonly aliased = new Map<string, string>();

  public constructor(
    private readonly model: SettingsModel,
    private readonly style: KeyStyle,
    private readonly tokens: TokenReader,
    private readonly context: OsContext,
  ) {}

  public table(given: unknown, table: TableModel, path: string): TomlTable | undefined {
    const input = this.tableIn(given, path);
    if (input === undefined) {
      return undefined;
    }
    const result = newTable();
    const known = new Set<string>();
    for (const entry of table.entries) {
      const name = this.nameOf(entry, input, known, path);
      if (name !== undefined) {
        this.put(result, entry.key, this.entry(input[name], entry, joinPath(path, entry.key)));
      }
    }
    this.others(input, table, known, path, result);
    return this.given(table.rest === undefined ? result : inOrder(result));
  }

  /** Adds a value to a table. Nothing is not written. */
  private put(table: TomlTable, key: string, value: TomlValue | undefined): void {
    if (value !== undefined) {
      table[key] = value;
    }
  }

  /** The name under which the input holds a setting; undefined when it does not. */
  private nameOf(
    entry: EntryModel,
    input: Readonly<Record<string, unknown>>,
    known: Set<string>,
    path: string,
  ): string | undefined {
    const names = this.style === 'property' ? [entry.property] : [entry.key, ...(entry.aliases ?? [])];
    const given: string[] = [];
    for (const name of names) {
      known.add(name);
      if (Object.hasOwn(input, name) && input[name] !== undefined) {
        given.push(name);
      }
    }
    if (given.length > 1) {
      this.report(IssueCode.DUPLICATE_SETTING, {
        path: joinPath(path, entry.key),
        message: `This setting is given ${given.length} times, as ${given.join(' and as ')}.`,
        expected: `one of ${names.join(', ')}`,
      });
    }
    if (this.style === 'key' && given.length > 0 && given[0] !== entry.key) {
      this.aliased.set(joinPath(path, entry.key), joinPath(path, given[0]!));
    }
    return given[0];
  }

  /** The keys that no entry of the table names. */
  private others(
    input: Readonly<Record<string, unknown>>,
    table: TableModel,
    known: Set<string>,
    path: string,
    result: TomlTable,
  ): void {
    const { rest } = table;
    if (rest !== undefined && this.style === 'property') {
      known.add(rest.property);
      const map = input[rest.property] === undefined ? undefined : this.map(input[rest.property], rest.map, path);
      Object.assign(result, map);
    }
    const keys = Object.keys(input).filter((key) => !known.has(key) && input[key] !== undefined);
    if (rest !== undefined && this.style === 'key') {
      keys.sort().forEach((key) => this.put(result, key, this.mapValue(input[key], key, rest.map, path)));
      return;
    }
    keys.forEach((key) => this.unknown(key, table, path, input[key]));
  }

  private unknown(key: string, table: TableModel, path: string, value: unknown): void {
    const code = table.unknownKeysIgnored === true ? IssueCode.IGNORED_SETTING : IssueCode.UNKNOWN_SETTING;
    this.report(code, unknownKey(key, value, table, path, this.style, this.model));
  }

  private entry(input: unknown, entry: EntryModel, path: string): TomlValue | undefined {
    if (!this.isAvailable(entry, path)) {
      return undefined;
    }
    if (entry.deprecated !== undefined) {
      this.report(IssueCode.DEPRECATED_SETTING, { path, message: `This setting is ${entry.deprecated}.` });
    }
    if (entry.or !== undefined && isObject(input) && !this.tokens.isToken(input)) {
      const { map, into } = entry.or;
      const table = this.map(input, map, path, true);
      return (
        table &&
        Object.entries(table).map(([key, value]) => {
          const item = newTable();
          item[into.key] = key;
          item[into.value] = value;
          return item;
        })
      );
    }
    return this.shape(input, entry.shape, path, entry.sensitive === true);
  }

  /** Whether the OS has a setting at all. What it does not have need not be looked at further. */
  private isAvailable(entry: EntryModel, path: string): boolean {
    const { kubernetes } = this.context;
    const absence = absenceOf(entry, this.context);
    if (absence !== undefined) {
      this.report(absence.code, { path, ...absence });
      return false;
    }
    if (kubernetes !== undefined && entry.kubernetes !== undefined && isBefore(kubernetes, entry.kubernetes)) {
      this.report(IssueCode.NEWER_KUBERNETES_NEEDED, {
        path,
        message: `The setting has no effect before Kubernetes ${entry.kubernetes}.`,
        received: `Kubernetes ${formatRelease(kubernetes, 2)}`,
      });
    }
    return true;
  }

  /** Reads a value of unknown quality. Objects may even throw when they are looked at. */
  public shape(input: unknown, shape: ShapeModel, path: string, sensitive: boolean): TomlValue | undefined {
    try {
      return this.value(input, shape, path, sensitive);
    } catch (error) {
      this.report(IssueCode.WRONG_TYPE, { path, message: `This cannot be read: ${reasonOf(error)}.` });
      return undefined;
    }
  }

  private value(input: unknown, shape: ShapeModel, path: string, sensitive: boolean): TomlValue | undefined {
    if (this.tokens.isToken(input)) {
      this.unchecked.push(path);
      return this.token(input, shape, path);
    }
    if (Array.isArray(input) && input.length > MOST_ITEMS) {
      this.report(IssueCode.INVALID_VALUE, {
        path,
        message: 'The list is longer than any user data.',
        received: `${input.length} items`,
        expected: `at most ${MOST_ITEMS} items`,
      });
      return undefined;
    }
    switch (shape.kind) {
      case 'scalar':
        return readScalar(input, this.model.types[shape.type]!, { path, sensitive }, this.context, this.issues);
      case 'table':
        return this.table(input, shape, path);
      case 'map':
        return this.map(input, shape, path);
      case 'tuple':
        return this.tuple(input, shape, path);
      case 'list':
        return shape.orOne && !Array.isArray(input)
          ? wrap(this.shape(input, shape.item, path, sensitive))
          : this.list(input, shape.item, shape.minItems ?? 0, path, sensitive);
      case 'oneOrMany':
        return this.oneOrMany(input, shape, path, sensitive);
    }
  }

  /** A value that is only known at deployment: what it will be follows from the setting. */
  private token(input: unknown, shape: ShapeModel, path: string): TomlValue | undefined {
    switch (shape.kind) {
      case 'scalar': {
        const { base, also } = this.model.types[shape.type]!;
        if (base === 'list') {
          return new TomlToken('list', input);
        }
        const text = base === 'string' || base === 'enum';
        return text && !(typeof input === 'number' && also !== undefined)
          ? this.textToken(input)
          : new TomlToken('bare', input);
      }
      case 'list':
        if (shape.item.kind === 'scalar' && this.model.types[shape.item.type]!.base !== 'list') {
          return shape.orOne && typeof input === 'string' ? [input] : new TomlToken('list', input);
        }
        break;
      case 'oneOrMany':
        return Array.isArray(input) ? new TomlToken('list', input) : this.token(input, shape.item, path);
      default:
    }
    this.report(IssueCode.TOKEN_AS_TABLE, { path, message: 'This table or list is only known at deployment.' });
    return undefined;
  }

  private textToken(input: unknown): string {
    return typeof input === 'string' ? input : this.tokens.asText(input);
  }

  /** Of typed settings, a list of one is written as the one: releases before the list form only know that. */
  private oneOrMany(
    input: unknown,
    { item, manySince }: ShapeModel & { kind: 'oneOrMany' },
    path: string,
    sensitive: boolean,
  ): TomlValue | undefined {
    if (!Array.isArray(input)) {
      return this.shape(input, item, path, sensitive);
    }
    const list = this.list(input, item, 0, path, sensitive);
    if (list?.length === 1 && this.style === 'property') {
      return list[0];
    }
    if (manySince !== undefined && isBefore(this.context.release, manySince)) {
      this.report(IssueCode.SETTING_TOO_NEW, {
        path,
        message: `The OS takes a list here since ${manySince}, and this node runs ${formatRelease(this.context.release)}.`,
        received: show(input),
        expected: 'one value',
      });
    }
    return list;
  }

  private map(given: unknown, map: MapModel, path: string, isIntermediate = false): TomlTable | undefined {
    const input = this.tableIn(given, path);
    if (input === undefined) {
      return undefined;
    }
    const result = newTable();
    for (const key of Object.keys(input).sort()) {
      if (input[key] !== undefined) {
        this.put(result, key, this.mapValue(input[key], key, map, path, isIntermediate));
      }
    }
    return this.given(result);
  }

  /** In TOML, an empty table is there, and may lack something. In typed settings it is as good as none. */
  private given(table: TomlTable): TomlTable | undefined {
    return this.style === 'key' || Object.keys(table).length > 0 ? table : undefined;
  }

  /** An intermediate map becomes a list, so that its keys need not be ones that the node stores values under. */
  private mapValue(
    input: unknown,
    key: string,
    map: MapModel,
    path: string,
    isIntermediate = false,
  ): TomlValue | undefined {
    const own = joinPath(path, key);
    if (this.tokens.isToken(key)) {
      this.report(IssueCode.TOKEN_AS_KEY, { path, message: 'A key of this map is only known at deployment.' });
      return undefined;
    }
    const { allows } = ruleOf(this.model.types[map.keyType]!, this.context.release);
    const refused = checkScalar(key, this.model.types[map.keyType]!, this.context.release) !== undefined;
    if (refused || (!isIntermediate && !/^[A-Za-z0-9_/.-]+$/.test(key))) {
      this.report(IssueCode.INVALID_KEY, {
        path: own,
        message: `The OS refuses this key of ${path}.`,
        received: show(key),
        expected: refused ? allows : 'at least one of ASCII letters, digits, dots, slashes, hyphens and underscores',
      });
      return undefined;
    }
    const meant = this.style === 'key' && !takesTables(map.value.shape) ? dottedKey(key, input) : undefined;
    if (meant !== undefined) {
      this.report(IssueCode.WRONG_TYPE, {
        path: own,
        message: 'This is a table for TOML, since dots outside of quotes begin a new one.',
        received: show(input),
        expected: 'keys with dots in quotes',
        fix: quoteKey(meant),
      });
      return undefined;
    }
    if (!isIntermediate && own.length > LONGEST_PATH) {
      this.report(IssueCode.KEY_TOO_LONG, {
        path: own,
        message: 'The node may not be able to store a setting with a path this long.',
        received: `${own.length} bytes`,
        expected: `a path of at most ${LONGEST_PATH} bytes`,
      });
    }
    return this.entry(input, map.value, own);
  }

  private list(
    input: unknown,
    item: ShapeModel,
    minItems: number,
    path: string,
    sensitive: boolean,
  ): TomlValue[] | undefined {
    if (!Array.isArray(input)) {
      this.report(IssueCode.WRONG_TYPE, {
        path,
        message: `${kindOf(input)} was given where a list belongs.`,
        received: sensitive ? undefined : show(input, path),
        expected: 'a list',
        fix: isObject(input)
          ? item.kind === 'table'
            ? this.brackets(path, 2)
            : undefined
          : `Write a list: [${show(input, path)}].`,
      });
      return undefined;
    }
    if (input.length < minItems) {
      this.report(IssueCode.TOO_FEW_ITEMS, {
        path,
        message: 'The list is too short.',
        received: show(input),
        expected: `at least ${minItems} ${minItems === 1 ? 'item' : 'items'}`,
      });
    }
    const items = input.map((value, index) => this.shape(value, item, `${path}[${index}]`, sensitive));
    return items.filter((value) => value !== undefined);
  }

  /** In TOML a list with one item for each entry; in typed settings a struct. */
  private tuple(input: unknown, tuple: TupleModel, path: string): TomlValue[] | undefined {
    const { entries } = tuple;
    let values: readonly unknown[];
    if (this.style === 'key') {
      if (!Array.isArray(input) || input.length !== entries.length) {
        this.report(IssueCode.WRONG_TYPE, {
          path,
          message: `${kindOf(input)} was given.`,
          received: show(input),
          expected: `a list of ${entries.length}: ${entries.map(({ key }) => key).join(', ')}`,
        });
        return undefined;
      }
      values = input;
    } else {
      const members = this.tableIn(input, path);
      if (members === undefined) {
        return undefined;
      }
      const known = new Set(entries.map(({ property }) => property));
      Object.keys(members)
        .filter((key) => !known.has(key))
        .forEach((key) => this.unknown(key, { kind: 'table', entries }, path, members[key]));
      values = entries.map(({ property }) => members[property]);
    }
    const items = entries.map((entry, index) => this.entry(values[index], entry, `${path}[${index}]`));
    return items.some((item) => item === undefined) ? undefined : (items as TomlValue[]);
  }

  /** What a table holds; undefined, with an issue, when it is none. */
  private tableIn(input: unknown, path: string): Readonly<Record<string, unknown>> | undefined {
    if (isObject(input)) {
      return membersOf(input);
    }
    this.report(IssueCode.WRONG_TYPE, {
      path,
      message: `${kindOf(input)} was given where a table belongs.`,
      received: show(input, path.replace(/\[\d+\]$/, '')),
      expected: this.style === 'property' ? 'a plain object with settings' : 'a table',
      fix: Array.isArray(input) && input.every(isObject) ? this.brackets(path, 1) : undefined,
    });
    return undefined;
  }

  /** TOML has headers for tables, and others for lists of tables. */
  private brackets(path: string, pairs: number): string | undefined {
    const header = `${'['.repeat(pairs)}${path}${']'.repeat(pairs)}`;
    return this.style === 'key' && !path.endsWith(']') ? `Write the header as ${header}.` : undefined;
  }

  private report(code: IssueCode, finding: Finding): void {
    this.issues.push(issue(code, finding));
  }
}

/** The entries of the model are in the order of their keys; keys of users come in any. */
function inOrder(table: TomlTable): TomlTable {
  const result = newTable();
  Object.keys(table)
    .sort()
    .forEach((key) => (result[key] = table[key]!));
  return result;
}

function takesTables(shape: ShapeModel): boolean {
  return shape.kind === 'table' || shape.kind === 'map';
}

function wrap(value: TomlValue | undefined): TomlValue[] | undefined {
  return value === undefined ? undefined : [value];
}
