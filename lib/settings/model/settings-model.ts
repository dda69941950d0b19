/**
 * What the settings model looks like to the checker and the writer. The model itself is generated from `schema/`.
 */

/** A rule for scalar values. Bounds are bigint where they do not fit a JavaScript number. */
export interface ScalarRule {
  readonly pattern?: RegExp;
  readonly check?: string;
  readonly min?: number | bigint;
  readonly max?: number | bigint;
  readonly exclusiveMin?: number;
  readonly multipleOf?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  /** Says what to change in text that the rule refuses. */
  readonly hint?: string;
  /** Completes the sentence "Allowed: ...". */
  readonly allows: string;
}

/** What kind of value a scalar is in TOML. */
export type ScalarBase = 'string' | 'integer' | 'float' | 'boolean' | 'list' | 'enum';

/** A scalar type of the OS. */
export interface ScalarModel extends ScalarRule {
  readonly base: ScalarBase;
  /** The words of a closed set, with the conditions under which the OS knows them. */
  readonly values?: ReadonlyMap<string, Conditions>;
  /** Further spellings the OS takes, with the word each stands for. */
  readonly spellings?: Readonly<Record<string, string>>;
  /** A second form the OS takes. */
  readonly also?: ScalarRule & { readonly base: ScalarBase };
  /** What releases before a given one enforced instead, newest first. */
  readonly before?: readonly (ScalarRule & { readonly release: string })[];
}

/** The first releases of the OS and of Kubernetes that know something. */
export interface Conditions {
  readonly since?: string;
  readonly kubernetes?: string;
}

/** Under which conditions a family of variants carries a setting. */
export interface CarrierModel extends Conditions {
  readonly family: string;
  /** The first release that no longer carries it. */
  readonly until?: string;
  /** The lowest generation, as in aws-ecs-3. */
  readonly generation?: string;
}

/** A table with known keys. */
export interface TableModel {
  readonly kind: 'table';
  readonly entries: readonly EntryModel[];
  /** Every other key belongs to this map, which typed settings hold in a property of its own. */
  readonly rest?: { readonly property: string; readonly map: MapModel };
  readonly unknownKeysIgnored?: boolean;
  readonly check?: string;
}

/** A table with keys that users choose. */
export interface MapModel {
  readonly kind: 'map';
  readonly keyType: string;
  readonly value: EntryModel;
}

/** A list of one fixed item of each shape, as typed settings hold it in a struct. */
export interface TupleModel {
  readonly kind: 'tuple';
  readonly entries: readonly EntryModel[];
}

/** The shape of a value. */
export type ShapeModel =
  | { readonly kind: 'scalar'; readonly type: string }
  | TableModel
  | MapModel
  | { readonly kind: 'list'; readonly item: ShapeModel; readonly minItems?: number; readonly orOne?: boolean }
  | { readonly kind: 'oneOrMany'; readonly item: ShapeModel; readonly manySince?: string }
  | TupleModel;

/** A setting, or a table of settings. Conditions that hold for the table it is in are not repeated. */
export interface EntryModel extends Conditions {
  /** The key in TOML. */
  readonly key: string;
  /** The property in typed settings. */
  readonly property: string;
  readonly shape: ShapeModel;
  /** A map that the OS also reads, and turns into a list of tables with these keys. */
  readonly or?: { readonly map: MapModel; readonly into: { readonly key: string; readonly value: string } };
  readonly aliases?: readonly string[];
  readonly required?: boolean;
  readonly carriedBy?: readonly CarrierModel[];
  readonly deprecated?: string;
  readonly sensitive?: boolean;
  /** Targets that write the setting themselves. */
  readonly suppliedBy?: readonly string[];
  /** Targets that drop the setting without a word. */
  readonly droppedBy?: readonly string[];
}

/** All settings. */
export interface SettingsModel {
  /** The newest release of the OS that the model describes. */
  readonly newestRelease: string;
  /** The families of variants: those with one settings plugin. */
  readonly families: readonly string[];
  readonly types: Readonly<Record<string, ScalarModel>>;
  readonly root: TableModel;
}

let loaded: SettingsModel | undefined;

/**
 * The model, loaded when it is first needed: an app that only imports this library does not pay for it.
 */
export function settingsModel(): SettingsModel {
  // eslint-disable-next-line no-restricted-syntax, @typescript-eslint/no-require-imports -- an import would load it at once
  loaded ??= (require('../generated/model.generated') as { MODEL: SettingsModel }).MODEL;
  return loaded;
}
