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
  private readonly origins = new Map<string, SettingsPart>();
  private readonly found = new Map<string, Conflict>();

  public get conflicts(): Conflict[] {
    return [...this.found.values()];
  }

  public add(part: SettingsPart): void {
    this.document = this.merge(this.document, part.document, part, 'settings');
  }

  public sourcesOf(path: string): string[] {
    // A place in a list belongs to the source of the list.
    const whole = path.replace(/(?:\[\d+\])(?:[.[].*)?$/, '');
    const sources = new Set<string>();
    for (const [own, { source }] of this.origins) {
      if (source !== undefined && (own === whole || own.startsWith(`${whole}.`))) {
        sources.add(source);
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
        this.compare(own, below, above, part);
        result[key] = above;
      }
    }
    return result;
  }

  /** Keeps track of who gave a value, and of who is contradicted. */
  private compare(path: string, below: TomlValue | undefined, above: TomlValue, part: SettingsPart): void {
    const earlier = this.origins.get(path);
    this.origins.set(path, part);
    this.found.delete(path);
    const named = part.source !== undefined && earlier?.source !== undefined;
    if (
      named &&
      below !== undefined &&
      earlier.layer === part.layer &&
      earlier.source !== part.source &&
      !isSameSetting(path, below, above)
    ) {
      const given = [[earlier.source, below] as const, [part.source, above] as const];
      this.found.set(path, { path, given });
    }
  }
}
