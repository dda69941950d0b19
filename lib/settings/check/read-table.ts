import { IssueCode } from '../generated/issue-code.generated';
import { copyTable, joinPath, NewTable, newTable, TomlTable } from '../model/document';
import { TableModel } from '../model/settings-model';
import type { ValueReader } from './read';
import { givenTwice } from './read-findings';
import type { MapReader } from './read-map';
import { ReadSession } from './read-session';
import { Draft, Reading } from './reading';
import { Given, givenMoreThanOnce, inOrder, namesIn, sorted } from './table-names';

/** Where a table is, what is made of it, and what was read in its place before. */
interface Place {
  readonly table: TableModel;
  readonly path: string;
  readonly result: NewTable;
  readonly draft: Draft;
  readonly earlier?: Reading;
}

/** Reads tables, whose keys the model knows. */
export class TableReader {
  public constructor(
    private readonly session: ReadSession,
    private readonly values: ValueReader,
    private readonly maps: MapReader,
  ) {}

  public read(value: unknown, table: TableModel, path: string, earlier?: Reading): TomlTable | undefined {
    const { session } = this;
    const input = session.tableIn(value, path);
    if (input === undefined) {
      return undefined;
    }
    const keys = Object.keys(input);
    const known = earlier?.namesOf(keys);
    if (known !== undefined && earlier!.canChange) {
      return this.readChanges(input, table, path, earlier!);
    }
    const names = known ?? namesIn(keys, session.plan.table(table).named);
    const place = { table, path, result: newTable(), draft: new Draft(keys, names), earlier };
    this.readAll(input, place);
    const hasOthers = names.others.length > 0 || table.rest !== undefined;
    const result = hasOthers ? this.readOthers(input, names.others, place) : place.result;
    session.draft = place.draft;
    return session.given(result);
  }

  private readAll(input: Readonly<Record<string, unknown>>, place: Place): void {
    const { given, places } = place.draft.names!;
    let last = -1;
    let isTwice = false;
    for (let turn = 0; turn < given.length; turn++) {
      const name = given[turn]!;
      const value = input[name.name];
      if (value === undefined || name.place === last) {
        // Nothing is as good as not given.
        isTwice ||= value !== undefined;
        place.draft.lacks();
        continue;
      }
      last = name.place;
      this.readEntry(value, name, places[turn]!, place);
    }
    if (isTwice) {
      this.reportTwice(
        given.filter(({ name }) => input[name] !== undefined),
        place,
      );
    }
  }

  /** Of a table that has the same keys as the earlier one, only what is different needs to be read. */
  private readChanges(
    input: Readonly<Record<string, unknown>>,
    table: TableModel,
    path: string,
    earlier: Reading,
  ): TomlTable | undefined {
    const { keys, names, values } = earlier;
    const { given, places } = names!;
    const draft = new Draft(keys, names, [...values]);
    const result = copyTable(earlier.result as TomlTable);
    const place = { table, path, result, draft, earlier };
    for (let turn = 0; turn < given.length; turn++) {
      const index = places[turn]!;
      const value = input[given[turn]!.name];
      if (value === undefined) {
        draft.lacks();
        draft.note(index, value);
        delete result[table.entries[given[turn]!.place]!.key];
      } else if (value !== values[index]) {
        this.readEntry(value, given[turn]!, index, place);
      }
    }
    this.session.draft = draft;
    return this.session.given(result);
  }

  /** Reads the value of an entry that is at a place of the input. */
  private readEntry(value: unknown, { name, place, isPlain, known }: Given, index: number, into: Place): void {
    const { session, values } = this;
    const { table, draft, result, earlier } = into;
    const entry = table.entries[place]!;
    if (known?.has(value) === true) {
      // Most values need no path.
      result[entry.key] = value;
      draft.note(index, value);
      return;
    }
    const path = into.path + session.plan.table(table).suffixes[place]!;
    if (session.style === 'key' && name !== entry.key) {
      session.aliased.set(path, joinPath(into.path, name));
    }
    const before = earlier?.part(index, name);
    session.last = undefined;
    const read = isPlain
      ? values.read(value, entry.shape, path, entry.sensitive === true, before)
      : values.entry(value, entry, path, before);
    draft.note(index, value, session.last, entry.sensitive);
    if (read === undefined) {
      draft.lacks();
      delete result[entry.key];
    } else {
      result[entry.key] = read;
    }
  }

  private reportTwice(given: readonly Given[], { table, path }: Place): void {
    for (const { place, names } of givenMoreThanOnce(given)) {
      const entry = table.entries[place]!;
      this.session.report(IssueCode.DUPLICATE_SETTING, {
        path: joinPath(path, entry.key),
        ...givenTwice(entry, names),
      });
    }
  }

  /** Reads the values of keys that no entry of the table names. */
  private readOthers(
    input: Readonly<Record<string, unknown>>,
    keys: readonly string[],
    { table, path, result, draft, earlier }: Place,
  ): TomlTable {
    const { session } = this;
    const { rest } = table;
    if (rest === undefined) {
      keys.filter((key) => input[key] !== undefined).forEach((key) => session.unknown(key, table, path, input[key]));
      return result;
    }
    for (const key of inOrder([...keys])) {
      const value = input[key];
      if (value === undefined) {
        continue;
      }
      const index = draft.indexOf(key, 0);
      const before = earlier?.part(index, key);
      session.last = undefined;
      if (session.style === 'key') {
        const read = this.maps.readValue(value, key, rest.map, path, before);
        if (read !== undefined) {
          result[key] = read;
        }
      } else if (key === rest.property) {
        Object.assign(result, this.values.read(value, rest.map, path, false, before));
      } else {
        session.unknown(key, table, path, value);
      }
      draft.note(index, value, session.last, rest.map.value.sensitive);
    }
    return sorted(result);
  }
}
