import { joinPath } from '../model/document';
import { SettingsModel, TableModel } from '../model/settings-model';
import { Finding, show } from '../report';
import { dottedKey, quoteKey } from './dotted-key';
import { nearest } from './suggest';

/** How the keys of the input are written. */
export type KeyStyle =
  /** Camel case, as in the typed API. */
  | 'property'
  /** As in TOML. */
  | 'key';

/** More names than these are not listed in a message. */
const LONGEST_LIST = 12;

/** What to say of a key that a table does not have. */
export function unknownKey(
  key: string,
  value: unknown,
  table: TableModel,
  path: string,
  style: KeyStyle,
  model: SettingsModel,
): Finding {
  const names = table.entries.map((entry) => (style === 'property' ? entry.property : entry.key));
  const ignored = table.unknownKeysIgnored === true;
  const near = nearest(key, names);
  const meant = near === undefined ? undefined : table.entries[names.indexOf(near)];
  return {
    path: joinPath(path, key),
    message: `Bottlerocket has no setting ${key} in ${path}${ignored ? ', and drops it without a word' : ''}.`,
    received: show(value, meant?.sensitive === true ? meant.key : key),
    expected: names.length > LONGEST_LIST ? `the settings that docs/settings.md lists for ${path}` : names.join(', '),
    fix:
      unwrapped(key, value, path, style) ??
      mirrorOf(key, value, path, style) ??
      unquoted(key, value, names) ??
      didYouMean(near ?? elsewhere(key, model)),
  };
}

/** Settings in settings: the outer ones are there already. */
function unwrapped(key: string, value: unknown, path: string, style: KeyStyle): string | undefined {
  if (path !== 'settings' || key !== 'settings' || typeof value !== 'object' || value === null) {
    return undefined;
  }
  const [inner = 'motd'] = Object.keys(value);
  return style === 'property'
    ? `Drop the inner settings: write { ${inner}: ... }.`
    : `Drop the inner settings: write settings.${inner}.`;
}

function didYouMean(name: string | undefined): string | undefined {
  return name === undefined ? undefined : `Did you mean ${name}?`;
}

/** A key with a dot in it, such as memory.available. */
function unquoted(key: string, value: unknown, names: readonly string[]): string | undefined {
  const dotted = dottedKey(key, value);
  return dotted !== undefined && names.includes(dotted) ? quoteKey(dotted) : undefined;
}

/** A registry with its mirror right under container-registry, as older examples show it. */
function mirrorOf(key: string, value: unknown, path: string, style: KeyStyle): string | undefined {
  const isHost = /[.:*]/.test(key);
  if (path !== 'settings.container-registry' || !isHost) {
    return undefined;
  }
  const endpoints = show(Array.isArray(value) ? value : [value]);
  return style === 'property'
    ? `Write mirrors: [{ registry: ${show(key)}, endpoint: ${endpoints} }].`
    : `Write mirrors = [{ registry = ${show(key)}, endpoint = ${endpoints} }].`;
}

/** Where a key belongs that stands in the wrong table; undefined when that is not clear. */
export function elsewhere(key: string, model: SettingsModel): string | undefined {
  placesOf ??= indexPlaces(model);
  const places = placesOf.get(key);
  return places?.length === 1 ? places[0] : undefined;
}

let placesOf: ReadonlyMap<string, readonly string[]> | undefined;

/** The paths of all settings outside of maps and lists, by their last key in either style. */
function indexPlaces(model: SettingsModel): ReadonlyMap<string, readonly string[]> {
  const places = new Map<string, string[]>();
  const visit = (table: TableModel, path: string, depth: number): void => {
    for (const { key, property, shape } of table.entries) {
      const own = joinPath(path, key);
      new Set([key, property]).forEach((name) => places.set(name, [...(places.get(name) ?? []), own]));
      if (shape.kind === 'table' && depth < 4) {
        visit(shape, own, depth + 1);
      }
    }
  };
  visit(model.root, 'settings', 0);
  return places;
}
