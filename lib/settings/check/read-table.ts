import { IssueCode } from '../generated/issue-code.generated';
import { copyTable, joinPath, NewTable, newTable, TomlTable } from '../model/document';
import { TableModel } from '../model/settings-model';
import type { ValueReader } from './read';
import { givenTwice } from './read-findings';
import type { MapReader } from './read-map';
import { ReadState } from './read-state';
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
    private readonly state: ReadState,
    private readonly values: ValueReader,
    private readonly maps: MapReader,
  ) {}

  public read(value: unknown, table: TableModel, path: string, earlier?: Reading): TomlTable | undefined {
    const { state } = this;
    const input = state.tableIn(value, path);
    if (input === undefined) {
      return undefined;
    }
    const keys = Object.keys(input);
    const known = earlier?.namesOf(keys);
    if (known !== undefined && earlier!.canChange) {
      return this.readChanges(input, table, path, earlier!);
    }
    const names = known ?? namesIn(keys, state.plan.table(table).named);
    const place = { table, path, result: newTable(), draft: new Draft(keys, names), earlier };
    this.readAll(input, place);
    const hasOthers = names.others.length > 0 || table.rest !== undefined;
    const result = hasOthers ? this.readOthers(input, names.others, place) : place.result;
    state.draft = place.draft;
    return state.given(result);
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
    this.state.draft = draft;
    return this.state.given(result);
  }

  /** Reads the value of an entry that is at a place of the input. */
  private readEntry(value: unknown, { name, place, isPlain, known }: Given, index: number, into: Place): void {
    const { state, values } = this;
    const { table, draft, result, earlier } = into;
    const entry = table.entries[place]!;
    if (known?.has(value) === true) {
      // Most values need no path.
      result[entry.key] = value;
      draft.note(index, value);
      return;
    }
    const path = into.path + state.plan.table(table).suffixes[place]!;
    if (state.style === 'key' && name !== entry.key) {
      state.aliased.set(path, joinPath(into.path, name));
    }
    const before = earlier?.part(index, name);
    state.last = undefined;
    const read = isPlain
      ? values.read(value, entry.shape, path, entry.sensitive === true, before)
      : values.entry(value, entry, path, before);
    draft.note(index, value, state.last, entry.sensitive);
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
      this.state.report(IssueCode.DUPLICATE_SETTING, {
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
    const { state } = this;
    const { rest } = table;
    if (rest === undefined) {
      keys.filter((key) => input[key] !== undefined).forEach((key) => state.unknown(key, table, path, input[key]));
      return result;
    }
    for (const key of inOrder([...keys])) {
      const value = input[key];
      if (value === undefined) {
        continue;
      }
      const index = draft.indexOf(key, 0);
      const before = earlier?.part(index, key);
      state.last = undefined;
      if (state.style === 'key') {
        const read = this.maps.readValue(value, key, rest.map, path, before);
        if (read !== undefined) {
          result[key] = read;
        }
      } else if (key === rest.property) {
        Object.assign(result, this.values.read(value, rest.map, path, false, before));
      } else {
        state.unknown(key, table, path, value);
      }
      draft.note(index, value, state.last, rest.map.value.sensitive);
    }
    return sorted(result);
  }
}
