import { CarrierModel, Conditions, EntryModel, settingsModel, ShapeModel } from './settings-model';

/** What documentation says of a setting, beyond what is needed to check and to write it. */
export interface SettingReference {
  /** What it is for. Left out where it says the same as what is said of the map above. */
  readonly doc?: string;
  readonly default?: unknown;
  /** The default in words, where it is not the same everywhere. */
  readonly defaultDoc?: string;
  /** What the keys of a map stand for, or those of a table with one key for each word of a closed set. */
  readonly as?: string;
  /** The closed set whose words are the keys. */
  readonly keyType?: string;
}

/** What documentation says of scalar types. */
export interface TypeReference {
  readonly example: unknown;
  /** The name of the TypeScript enum of a closed set. */
  readonly enum?: string;
  /** The words of a closed set, with their meaning. */
  readonly words?: Readonly<Record<string, string>>;
}

/** All that documentation says. Paths are in the notation of docs/settings.md. */
export interface SettingsReference {
  readonly settings: Readonly<Record<string, SettingReference>>;
  readonly types: Readonly<Record<string, TypeReference>>;
}

let loaded: SettingsReference | undefined;

/** What documentation says of settings: loaded when it is first needed, which synthesis never does. */
export function settingsReference(): SettingsReference {
  // eslint-disable-next-line no-restricted-syntax, @typescript-eslint/no-require-imports -- an import would load it at once
  loaded ??= (require('../generated/reference.generated') as { REFERENCE: SettingsReference }).REFERENCE;
  return loaded;
}

/** A setting, or a table of settings, with all that is known of it. */
export interface DocumentedSetting extends Conditions {
  /** In the notation of docs/settings.md: settings.host-containers.<name>.command[] */
  readonly path: string;
  readonly entry: EntryModel;
  readonly doc: string;
  readonly default?: unknown;
  readonly defaultDoc?: string;
  /** The scalar type of the value, or of the items of a list; undefined for tables and maps. */
  readonly type?: string;
  /** The type of the keys of a map, or of a table with one key for each word of a closed set. */
  readonly keyType?: string;
  /** The variants that have it, with those above taken into account. */
  readonly carriedBy: readonly CarrierModel[];
}

/** Every setting, parents before their children. Keys of a closed set come together in one, as in settings.x.<signal>. */
export function documentedSettings(): readonly DocumentedSetting[] {
  const found: DocumentedSetting[] = [];
  const above = { doc: '', carriedBy: [] };
  collectEntries(settingsModel().root.entries, 'settings', above, found);
  return found;
}

/** What settings take over from the one above them. */
type Above = Pick<DocumentedSetting, 'doc' | 'since' | 'kubernetes' | 'carriedBy'>;

function collectEntries(entries: readonly EntryModel[], path: string, above: Above, found: DocumentedSetting[]): void {
  entries.forEach((entry) => collectEntry(entry, `${path}.${entry.key}`, above, found));
}

function collectEntry(entry: EntryModel, path: string, above: Above, found: DocumentedSetting[]): void {
  const own = pathInReference(entry.shape, path);
  const { doc = above.doc, default: value, defaultDoc, as, keyType } = settingsReference().settings[own] ?? {};
  const setting: DocumentedSetting = {
    path: own,
    entry,
    doc,
    default: value,
    defaultDoc,
    type: scalarTypeOf(entry.shape),
    keyType: keyType ?? (entry.shape.kind === 'map' ? entry.shape.keyType : undefined),
    since: entry.since ?? above.since,
    kubernetes: entry.kubernetes ?? above.kubernetes,
    carriedBy: entry.carriedBy ?? above.carriedBy,
  };
  found.push(setting);
  collectBelow(entry.shape, path, setting, as, found);
}

function collectBelow(
  shape: ShapeModel,
  path: string,
  above: DocumentedSetting,
  as: string | undefined,
  found: DocumentedSetting[],
): void {
  switch (shape.kind) {
    case 'list':
    case 'oneOrMany':
      return collectBelow(shape.item, `${path}[]`, above, as, found);
    case 'map':
      return collectEntry(shape.value, `${path}.<${as}>`, above, found);
    case 'tuple':
      return collectEntries(shape.entries, path, above, found);
    case 'table':
      if (above.keyType !== undefined) {
        // All keys of a closed set have one type; what differs are the releases that know them.
        const any = { ...shape.entries[0]!, key: `<${as}>`, since: undefined, kubernetes: undefined };
        return collectEntry(any, `${path}.<${as}>`, above, found);
      }
      collectEntries(shape.entries, path, above, found);
      return shape.rest && collectEntry(shape.rest.map.value, `${path}.<${as}>`, above, found);
    case 'scalar':
  }
}

/** The path under which a setting stands in the reference: lists of values have brackets, lists of tables have none. */
export function pathInReference(shape: ShapeModel, path: string): string {
  const ofValues = shape.kind === 'list' && (shape.item.kind === 'scalar' || shape.item.kind === 'tuple');
  return ofValues ? `${path}[]` : path;
}

function scalarTypeOf(shape: ShapeModel): string | undefined {
  switch (shape.kind) {
    case 'scalar':
      return shape.type;
    case 'list':
    case 'oneOrMany':
      return scalarTypeOf(shape.item);
    default:
      return undefined;
  }
}
