import type { TokenReader } from '../../private/token-reader';
import { absenceOf, idlenessOf } from '../model/availability';
import { checkMapKey } from './check-map-key';
import { dottedKey } from './dotted-key';
import {
  givenTwice,
  listTooNew,
  LONGEST_PATH,
  MOST_ITEMS,
  notList,
  notTable,
  notTuple,
  pathTooLong,
  tooFewItems,
  tooManyItems,
  unquotedKey,
} from './read-findings';
import { readScalar } from './read-scalar';
import { readToken } from './read-token';
import { ReadPlan, takesTables } from './read-plan';
import { asItems, Given, givenMoreThanOnce, inModelOrder, inOrder, listOfOne, namesIn, sorted } from './table-names';
import { joinPath, newTable, TomlTable, TomlValue } from '../model/document';
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
import { isBefore } from '../model/release';
import { Finding, issue } from '../report';
import { KeyStyle, unknownKey } from './unknown-key';
import { isObject, membersOf, reasonOf } from './value-kind';

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
  private readonly plan: ReadPlan;

  public constructor(
    private readonly model: SettingsModel,
    private readonly style: KeyStyle,
    private readonly tokens: TokenReader,
    private readonly context: OsContext,
  ) {
    this.plan = ReadPlan.for(style, tokens, context);
  }

  public table(value: unknown, table: TableModel, path: string): TomlTable | undefined {
    const input = this.tableIn(value, path);
    if (input === undefined) {
      return undefined;
    }
    const { named, suffixes } = this.plan.table(table);
    const result = newTable();
    const { given, others } = namesIn(input, named);
    let last = -1;
    let isTwice = false;
    for (const { name, place, isPlain, known } of inModelOrder(given)) {
      const value = input[name];
      if (value === undefined || place === last) {
        // Nothing is as good as not given.
        isTwice ||= value !== undefined;
        continue;
      }
      last = place;
      const entry = table.entries[place]!;
      if (known?.has(value) === true) {
        // Most values need no path.
        result[entry.key] = value;
        continue;
      }
      const own = path + suffixes[place]!;
      if (this.style === 'key' && name !== entry.key) {
        this.aliased.set(own, joinPath(path, name));
      }
      const read = isPlain
        ? this.shape(value, entry.shape, own, entry.sensitive === true)
        : this.entry(value, entry, own);
      this.put(result, entry.key, read);
    }
    if (isTwice) {
      const names = given.filter(({ name }) => input[name] !== undefined);
      this.checkTwice(names, table, path);
    }
    return others.length === 0 && table.rest === undefined
      ? this.given(result)
      : this.others(input, others, table, path, result);
  }

  /** Adds a value to a table. Nothing is not written. */
  private put(table: TomlTable, key: string, value: TomlValue | undefined): void {
    if (value !== undefined) {
      table[key] = value;
    }
  }

  private checkTwice(given: readonly Given[], table: TableModel, path: string): void {
    for (const { place, names } of givenMoreThanOnce(given)) {
      const entry = table.entries[place]!;
      this.report(IssueCode.DUPLICATE_SETTING, { path: joinPath(path, entry.key), ...givenTwice(entry, names) });
    }
  }

  /** The keys that no entry of the table names. */
  private others(
    input: Readonly<Record<string, unknown>>,
    keys: string[],
    table: TableModel,
    path: string,
    result: TomlTable,
  ): TomlTable | undefined {
    const { rest } = table;
    if (rest === undefined) {
      keys.filter((key) => input[key] !== undefined).forEach((key) => this.unknown(key, table, path, input[key]));
      return this.given(result);
    }
    for (const key of inOrder(keys)) {
      if (input[key] === undefined) {
        continue;
      }
      if (this.style === 'key') {
        this.put(result, key, this.mapValue(input[key], key, rest.map, path));
      } else if (key === rest.property) {
        Object.assign(result, this.map(input[key], rest.map, path));
      } else {
        this.unknown(key, table, path, input[key]);
      }
    }
    return this.given(sorted(result));
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
      const table = this.map(input, entry.or.map, path, true);
      return table && asItems(table, entry.or.into);
    }
    return this.shape(input, entry.shape, path, entry.sensitive === true);
  }

  /** Whether the OS has a setting at all. What it does not have need not be looked at further. */
  private isAvailable(entry: EntryModel, path: string): boolean {
    const absence = absenceOf(entry, this.context);
    if (absence !== undefined) {
      this.report(absence.code, { path, ...absence });
      return false;
    }
    const idle = idlenessOf(entry, this.context);
    if (idle !== undefined) {
      this.report(idle.code, { path, ...idle });
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
      const token = readToken(input, shape, this.tokens);
      if (token === undefined) {
        this.report(IssueCode.TOKEN_AS_TABLE, { path, message: 'This table or list is only known at deployment.' });
      }
      return token;
    }
    if (Array.isArray(input) && input.length > MOST_ITEMS) {
      this.report(IssueCode.INVALID_VALUE, { path, ...tooManyItems(input) });
      return undefined;
    }
    switch (shape.kind) {
      case 'scalar':
        return this.scalar(input, shape.type, path, sensitive);
      case 'table':
        return this.table(input, shape, path);
      case 'map':
        return this.map(input, shape, path);
      case 'tuple':
        return this.tuple(input, shape, path);
      case 'list':
        return shape.orOne && !Array.isArray(input)
          ? listOfOne(this.shape(input, shape.item, path, sensitive))
          : this.list(input, shape.item, shape.minItems ?? 0, path, sensitive);
      case 'oneOrMany':
        return this.oneOrMany(input, shape, path, sensitive);
    }
  }

  /** Secrets are not remembered. */
  private scalar(input: unknown, type: string, path: string, sensitive: boolean): TomlValue | undefined {
    const read = () => readScalar(input, this.model.types[type]!, { path, sensitive }, this.context, this.issues);
    return sensitive ? read() : this.plan.known(type).learn(input, this.issues, read);
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
      this.report(IssueCode.SETTING_TOO_NEW, { path, ...listTooNew(input, manySince, this.context.release) });
    }
    return list;
  }

  private map(given: unknown, map: MapModel, path: string, isIntermediate = false): TomlTable | undefined {
    const input = this.tableIn(given, path);
    if (input === undefined) {
      return undefined;
    }
    const result = newTable();
    const { known, suffixes, holdsTables } = this.plan.map(map);
    for (const key of inOrder(Object.keys(input))) {
      const value = input[key];
      const suffix = suffixes.get(key);
      if (suffix === undefined || path.length + suffix.length > LONGEST_PATH) {
        this.put(result, key, value === undefined ? value : this.mapValue(value, key, map, path, isIntermediate));
      } else if (known?.has(value) === true) {
        result[key] = value;
      } else if (value !== undefined) {
        const own = path + suffix;
        this.put(
          result,
          key,
          holdsTables
            ? this.shape(value, map.value.shape, own, map.value.sensitive === true)
            : this.mapValue(value, key, map, path, isIntermediate),
        );
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
    const refusal = checkMapKey(key, this.model.types[map.keyType]!, this.context.release, !isIntermediate);
    if (refusal !== undefined) {
      this.report(IssueCode.INVALID_KEY, { path: own, message: `The OS refuses this key of ${path}.`, ...refusal });
      return undefined;
    }
    const meant = this.style === 'key' && !takesTables(map.value) ? dottedKey(key, input) : undefined;
    if (meant !== undefined) {
      this.report(IssueCode.WRONG_TYPE, { path: own, ...unquotedKey(input, meant) });
      return undefined;
    }
    if (!isIntermediate && own.length > LONGEST_PATH) {
      this.report(IssueCode.KEY_TOO_LONG, { path: own, ...pathTooLong(own) });
    }
    this.plan.learnKey(map, key, own.slice(path.length));
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
      this.report(IssueCode.WRONG_TYPE, { path, ...notList(input, item, path, this.style, sensitive) });
      return undefined;
    }
    if (input.length < minItems) {
      this.report(IssueCode.TOO_FEW_ITEMS, { path, ...tooFewItems(input, minItems) });
    }
    const known = this.plan.knownIn(item);
    const items: TomlValue[] = [];
    for (let index = 0; index < input.length; index++) {
      const given: unknown = input[index];
      if (known?.has(given) === true) {
        items.push(given);
        continue;
      }
      const value = this.shape(given, item, `${path}[${index}]`, sensitive);
      if (value !== undefined) {
        items.push(value);
      }
    }
    return items;
  }

  /** In TOML a list with one item for each entry; in typed settings a struct. */
  private tuple(input: unknown, tuple: TupleModel, path: string): TomlValue[] | undefined {
    const { entries } = tuple;
    let values: readonly unknown[];
    if (this.style === 'key') {
      if (!Array.isArray(input) || input.length !== entries.length) {
        this.report(IssueCode.WRONG_TYPE, { path, ...notTuple(input, tuple) });
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
    this.report(IssueCode.WRONG_TYPE, { path, ...notTable(input, path, this.style) });
    return undefined;
  }

  private report(code: IssueCode, finding: Finding): void {
    this.issues.push(issue(code, finding));
  }
}
