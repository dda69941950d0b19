import { IssueCode } from '../generated/issue-code.generated';
import { joinPath, newTable, TomlTable, TomlValue } from '../model/document';
import { MapModel } from '../model/settings-model';
import { checkMapKey } from './check-map-key';
import { dottedKey } from './dotted-key';
import type { ValueReader } from './read';
import { LONGEST_PATH, pathTooLong, unquotedKey } from './read-findings';
import { takesTables } from './read-plan';
import { ReadState } from './read-state';
import { Draft, Reading } from './reading';
import { inOrder } from './table-names';

/** Reads maps, whose keys users choose. */
export class MapReader {
  public constructor(
    private readonly state: ReadState,
    private readonly values: ValueReader,
  ) {}

  /** @param isIntermediate whether the map becomes a list, so that the node does not store values under its keys */
  public read(
    given: unknown,
    map: MapModel,
    path: string,
    earlier?: Reading,
    isIntermediate = false,
  ): TomlTable | undefined {
    const { state } = this;
    const input = state.tableIn(given, path);
    if (input === undefined) {
      return undefined;
    }
    const { known, suffixes, holdsTables } = state.plan.map(map);
    const { sensitive = false, shape } = map.value;
    const result = newTable();
    const draft = new Draft(Object.keys(input));
    let turn = 0;
    for (const key of inOrder(Object.keys(input))) {
      const value = input[key];
      if (value === undefined) {
        continue;
      }
      const index = draft.indexOf(key, turn++);
      const suffix = suffixes.get(key);
      const isKnown = suffix !== undefined && path.length + suffix.length <= LONGEST_PATH;
      if (isKnown && known?.has(value) === true) {
        result[key] = value;
        draft.note(index, value);
        continue;
      }
      const before = earlier?.part(index, key);
      state.last = undefined;
      const read =
        isKnown && holdsTables
          ? this.values.read(value, shape, path + suffix, sensitive, before)
          : this.readValue(value, key, map, path, before, isIntermediate);
      draft.note(index, value, state.last, sensitive);
      if (read !== undefined) {
        result[key] = read;
      }
    }
    state.draft = draft;
    return state.given(result);
  }

  /** Reads what is under a key, unless that is none for the map. */
  public readValue(
    input: unknown,
    key: string,
    map: MapModel,
    path: string,
    earlier?: Reading,
    isIntermediate = false,
  ): TomlValue | undefined {
    const { model, style, tokens, context, plan } = this.state;
    const own = joinPath(path, key);
    if (tokens.isToken(key)) {
      const message = 'A key of this map is only known at deployment.';
      this.state.report(IssueCode.TOKEN_AS_KEY, { path, message });
      return undefined;
    }
    const refusal = checkMapKey(key, model.types[map.keyType]!, context.release, !isIntermediate);
    if (refusal !== undefined) {
      const message = `The OS refuses this key of ${path}.`;
      this.state.report(IssueCode.INVALID_KEY, { path: own, message, ...refusal });
      return undefined;
    }
    const meant = style === 'key' && !takesTables(map.value) ? dottedKey(key, input) : undefined;
    if (meant !== undefined) {
      this.state.report(IssueCode.WRONG_TYPE, { path: own, ...unquotedKey(input, meant) });
      return undefined;
    }
    if (!isIntermediate && own.length > LONGEST_PATH) {
      this.state.report(IssueCode.KEY_TOO_LONG, { path: own, ...pathTooLong(own) });
    }
    plan.learnKey(map, key, own.slice(path.length));
    return this.values.entry(input, map.value, own, earlier);
  }
}
