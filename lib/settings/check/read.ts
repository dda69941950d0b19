import type { TokenReader } from '../../private/token-reader';
import { IssueCode } from '../generated/issue-code.generated';
import { BottlerocketIssue } from '../issue';
import { absenceOf, idlenessOf } from '../model/availability';
import { newTable, TomlTable, TomlValue } from '../model/document';
import { OsContext, osContext } from '../model/os-context';
import { isBefore } from '../model/release';
import { EntryModel, settingsModel, ShapeModel, TupleModel } from '../model/settings-model';
import { listTooNew, MOST_ITEMS, notList, notTuple, tooFewItems, tooManyItems } from './read-findings';
import { MapReader } from './read-map';
import { readScalar } from './read-scalar';
import { ReadState } from './read-state';
import { TableReader } from './read-table';
import { readToken } from './read-token';
import { Draft, Reading } from './reading';
import { asItems, listOfOne } from './table-names';
import { KeyStyle } from './unknown-key';
import { isObject, reasonOf } from './value-kind';

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
  const state = new ReadState(settingsModel(), style, tokens, context);
  const { issues, unchecked, aliased, plan } = state;
  const read = new ValueReader(state).read(input, settingsModel().root, 'settings', false, plan.last);
  plan.last = state.last;
  return { document: (read as TomlTable | undefined) ?? newTable(), issues, unchecked, aliased };
}

/** Reads values of any shape. */
export class ValueReader {
  private readonly maps: MapReader;
  private readonly tables: TableReader;

  public constructor(private readonly state: ReadState) {
    this.maps = new MapReader(state, this);
    this.tables = new TableReader(state, this, this.maps);
  }

  /**
   * Reads a value of unknown quality. Objects may even throw when they are looked at.
   *
   * @param sensitive whether it must neither be shown nor remembered
   * @param earlier what was read in its place before
   */
  public read(
    input: unknown,
    shape: ShapeModel,
    path: string,
    sensitive: boolean,
    earlier?: Reading,
  ): TomlValue | undefined {
    try {
      return typeof input === 'object' && input !== null
        ? this.composite(input, shape, path, sensitive, earlier)
        : this.value(input, shape, path, sensitive);
    } catch (error) {
      this.state.draft = undefined;
      this.state.last = undefined;
      this.state.report(IssueCode.WRONG_TYPE, { path, message: `This cannot be read: ${reasonOf(error)}.` });
      return undefined;
    }
  }

  /** Reads the value of a setting, as far as the OS has that. */
  public entry(input: unknown, entry: EntryModel, path: string, earlier?: Reading): TomlValue | undefined {
    if (!this.isAvailable(entry, path)) {
      return undefined;
    }
    if (entry.deprecated !== undefined) {
      this.state.report(IssueCode.DEPRECATED_SETTING, { path, message: `This setting is ${entry.deprecated}.` });
    }
    if (entry.or !== undefined && isObject(input) && !this.state.tokens.isToken(input)) {
      const table = this.maps.read(input, entry.or.map, path, undefined, true);
      return table && asItems(table, entry.or.into);
    }
    return this.read(input, entry.shape, path, entry.sensitive === true, earlier);
  }

  /** Whether the OS has a setting at all. What it does not have need not be looked at further. */
  private isAvailable(entry: EntryModel, path: string): boolean {
    const absence = absenceOf(entry, this.state.context);
    if (absence !== undefined) {
      this.state.report(absence.code, { path, ...absence });
      return false;
    }
    const idle = idlenessOf(entry, this.state.context);
    if (idle !== undefined) {
      this.state.report(idle.code, { path, ...idle });
    }
    return true;
  }

  /** Reads a table or list, or finds that it is the same as the earlier one. */
  private composite(
    input: object,
    shape: ShapeModel,
    path: string,
    sensitive: boolean,
    earlier: Reading | undefined,
  ): TomlValue | undefined {
    if (earlier?.isOf(input) === true) {
      this.state.last = earlier;
      return earlier.result;
    }
    this.state.draft = undefined;
    const before = this.state.remarks;
    const result = this.value(input, shape, path, sensitive, earlier);
    const { draft } = this.state;
    this.state.last = draft && new Reading(draft, result, this.state.remarks === before);
    this.state.draft = undefined;
    return result;
  }

  private value(
    input: unknown,
    shape: ShapeModel,
    path: string,
    sensitive: boolean,
    earlier?: Reading,
  ): TomlValue | undefined {
    if (this.state.tokens.isToken(input)) {
      this.state.unchecked.push(path);
      const token = readToken(input, shape, this.state.tokens);
      if (token === undefined) {
        this.state.report(IssueCode.TOKEN_AS_TABLE, {
          path,
          message: 'This table or list is only known at deployment.',
        });
      }
      return token;
    }
    if (Array.isArray(input) && input.length > MOST_ITEMS) {
      this.state.report(IssueCode.INVALID_VALUE, { path, ...tooManyItems(input) });
      return undefined;
    }
    switch (shape.kind) {
      case 'scalar':
        return this.scalar(input, shape.type, path, sensitive);
      case 'table':
        return this.tables.read(input, shape, path, earlier);
      case 'map':
        return this.maps.read(input, shape, path, earlier);
      case 'tuple':
        return this.tuple(input, shape, path);
      case 'list':
        return shape.orOne && !Array.isArray(input)
          ? listOfOne(this.read(input, shape.item, path, sensitive))
          : this.list(input, shape.item, shape.minItems ?? 0, path, sensitive, earlier);
      case 'oneOrMany':
        return this.oneOrMany(input, shape, path, sensitive, earlier);
    }
  }

  /** Secrets are not remembered. */
  private scalar(input: unknown, type: string, path: string, sensitive: boolean): TomlValue | undefined {
    const read = () =>
      readScalar(input, this.state.model.types[type]!, { path, sensitive }, this.state.context, this.state.issues);
    return sensitive ? read() : this.state.plan.known(type).learn(input, this.state.issues, read);
  }

  /** Of typed settings, a list of one is written as the one: releases before the list form only know that. */
  private oneOrMany(
    input: unknown,
    { item, manySince }: ShapeModel & { kind: 'oneOrMany' },
    path: string,
    sensitive: boolean,
    earlier: Reading | undefined,
  ): TomlValue | undefined {
    if (!Array.isArray(input)) {
      return this.read(input, item, path, sensitive);
    }
    const list = this.list(input, item, 0, path, sensitive, earlier);
    if (list?.length === 1 && this.state.style === 'property') {
      return list[0];
    }
    if (manySince !== undefined && isBefore(this.state.context.release, manySince)) {
      this.state.report(IssueCode.SETTING_TOO_NEW, {
        path,
        ...listTooNew(input, manySince, this.state.context.release),
      });
    }
    return list;
  }

  private list(
    input: unknown,
    item: ShapeModel,
    minItems: number,
    path: string,
    sensitive: boolean,
    earlier: Reading | undefined,
  ): TomlValue[] | undefined {
    if (!Array.isArray(input)) {
      this.state.report(IssueCode.WRONG_TYPE, { path, ...notList(input, item, path, this.state.style, sensitive) });
      return undefined;
    }
    if (input.length < minItems) {
      this.state.report(IssueCode.TOO_FEW_ITEMS, { path, ...tooFewItems(input, minItems) });
    }
    const known = this.state.plan.knownIn(item);
    const draft = new Draft();
    const items: TomlValue[] = [];
    for (let index = 0; index < input.length; index++) {
      const given: unknown = input[index];
      if (known?.has(given) === true) {
        items.push(given);
        draft.note(index, given);
        continue;
      }
      this.state.last = undefined;
      const value = this.read(given, item, `${path}[${index}]`, sensitive, earlier?.part(index));
      draft.note(index, given, this.state.last, sensitive);
      if (value !== undefined) {
        items.push(value);
      }
    }
    this.state.draft = draft;
    return items;
  }

  /** In TOML a list with one item for each entry; in typed settings a struct. */
  private tuple(input: unknown, tuple: TupleModel, path: string): TomlValue[] | undefined {
    const { entries } = tuple;
    let values: readonly unknown[];
    if (this.state.style === 'key') {
      if (!Array.isArray(input) || input.length !== entries.length) {
        this.state.report(IssueCode.WRONG_TYPE, { path, ...notTuple(input, tuple) });
        return undefined;
      }
      values = input;
    } else {
      const members = this.state.tableIn(input, path);
      if (members === undefined) {
        return undefined;
      }
      const known = new Set(entries.map(({ property }) => property));
      Object.keys(members)
        .filter((key) => !known.has(key))
        .forEach((key) => this.state.unknown(key, { kind: 'table', entries }, path, members[key]));
      values = entries.map(({ property }) => members[property]);
    }
    const items = entries.map((entry, index) => this.entry(values[index], entry, `${path}[${index}]`));
    return items.some((item) => item === undefined) ? undefined : (items as TomlValue[]);
  }
}
