import { joinPath } from '../model/document';
import { SettingsModel, ShapeModel, TableModel } from '../model/settings-model';
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
  return {
    path: joinPath(path, key),
    message: `Bottlerocket has no setting ${key} in ${path}${ignored ? ', and drops it without a word' : ''}.`,
    received: show(value),
    expected: names.length > LONGEST_LIST ? `the settings that docs/settings.md lists for ${path}` : names.join(', '),
    fix:
      mirrorOf(key, value, path, style) ??
      unquoted(key, value, names) ??
      didYouMean(nearest(key, names) ?? elsewhere(key, model)),
  };
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
  const paths: string[] = [];
  const visit = (shape: ShapeModel, path: string, depth: number): void => {
    if (shape.kind !== 'table' || depth > 4) {
      return;
    }
    for (const entry of shape.entries) {
      const own = joinPath(path, entry.key);
      if (entry.key === key || entry.property === key) {
        paths.push(own);
      }
      visit(entry.shape, own, depth + 1);
    }
  };
  visit(model.root, 'settings', 0);
  return paths.length === 1 ? paths[0] : undefined;
}
