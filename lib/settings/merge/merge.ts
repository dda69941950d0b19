import { isTable, joinPath, newTable, TomlTable, TomlValue } from '../model/document';
import { SettingsLayer } from '../settings-layer';
import { isSameSetting } from './normalise';

/** Settings from one source. */
export interface SettingsPart {
  readonly document: TomlTable;
  readonly layer: SettingsLayer;
  readonly source?: string;
}

/** A setting that two sources of one layer give different values. */
export interface Conflict {
  readonly path: string;
  /** The values with their sources, the earlier one first. */
  readonly given: readonly (readonly [source: string, value: TomlValue])[];
}

/** All settings of a node. */
export interface MergedSettings {
  readonly document: TomlTable;
  readonly conflicts: Conflict[];
  /** The sources with a name of what stands at a path, or below it. */
  sourcesOf(path: string): string[];
}

const ORDER: readonly SettingsLayer[] = Object.values(SettingsLayer);

/**
 * Puts settings over each other, layer by layer, as the OS does with its sources: tables and maps merge key by key,
 * lists and other values are replaced as a whole. No input is changed.
 */
export function mergeSettings(parts: readonly SettingsPart[]): MergedSettings {
  const merger = new Merger();
  [...parts].sort((a, b) => ORDER.indexOf(a.layer) - ORDER.indexOf(b.layer)).forEach((part) => merger.add(part));
  return merger;
}

class Merger implements MergedSettings {
  public document = newTable();
  /** Who gives each value: all sources of the highest layer that has one. */
  private readonly origins = new Map<string, Origin[]>();

  public get conflicts(): Conflict[] {
    const conflicts: Conflict[] = [];
    for (const [path, given] of this.origins) {
      if (given.length > 1 && given.some(({ value }) => !isSameSetting(path, value, given[0]!.value))) {
        conflicts.push({ path, given: given.map(({ part, value }) => [part.source!, value]) });
      }
    }
    return conflicts;
  }

  public add(part: SettingsPart): void {
    this.document = this.merge(this.document, part.document, part, 'settings');
  }

  public sourcesOf(path: string): string[] {
    // A place in a list belongs to the source of the list.
    const whole = path.replace(/(?:\[\d+\])(?:[.[].*)?$/, '');
    const sources = new Set<string>();
    for (const [own, given] of this.origins) {
      if (own === whole || own.startsWith(`${whole}.`)) {
        given.forEach(({ part }) => part.source !== undefined && sources.add(part.source));
      }
    }
    return [...sources];
  }

  private merge(base: TomlTable, over: TomlTable, part: SettingsPart, path: string): TomlTable {
    const result = newTable();
    for (const key of [...new Set([...Object.keys(base), ...Object.keys(over)])].sort()) {
      const below = base[key];
      const above = over[key];
      const own = joinPath(path, key);
      if (above === undefined) {
        result[key] = below!;
      } else if (isTable(above)) {
        result[key] = this.merge(isTable(below) ? below : newTable(), above, part, own);
      } else {
        this.note(own, { part, value: above });
        result[key] = above;
      }
    }
    return result;
  }

  /** Of one layer, sources with a name stand beside each other; whatever has none holds alone. */
  private note(path: string, origin: Origin): void {
    const { layer, source } = origin.part;
    const beside = (this.origins.get(path) ?? []).filter(
      ({ part }) => source !== undefined && part.source !== undefined && part.layer === layer && part.source !== source,
    );
    this.origins.set(path, [...beside, origin]);
  }
}

/** A value, and who gives it. */
interface Origin {
  readonly part: SettingsPart;
  readonly value: TomlValue;
}
