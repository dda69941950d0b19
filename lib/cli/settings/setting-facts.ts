import { absenceOf } from '../../settings/model/availability';
import type { OsContext } from '../../settings/model/os-context';
import { CarrierModel, settingsModel } from '../../settings/model/settings-model';
import { DocumentedSetting, documentedSettings } from '../../settings/model/settings-reference';
import { ruleOf } from '../../settings/check/check-scalar';

/** A setting as JSON: null for what there is nothing to say of. */
export interface SettingFacts {
  /** `<name>` stands for a key of one's choice, `[]` for each item of a list. */
  readonly path: string;
  /** What stands at the path in TOML. */
  readonly type: string;
  /** What is allowed, in words. */
  readonly constraint: string;
  /** The first release that has it; null for what every release since 1.14 has. */
  readonly since: string | null;
  /** The first release that no longer has it. */
  readonly until: string | null;
  /** The families of variants that have it. */
  readonly variants: readonly string[];
  /** A value, or words where it is not the same everywhere. */
  readonly default: unknown;
  readonly description: string;
}

/** The settings that an OS has, in the order of their paths. */
export function settingsOf(context: OsContext): readonly DocumentedSetting[] {
  return documentedSettings().filter(({ entry, since, carriedBy }) => {
    const whole = { ...entry, since, carriedBy };
    return absenceOf(whole, context) === undefined;
  });
}

export function factsOf(setting: DocumentedSetting, context: OsContext): SettingFacts {
  const { path, since, carriedBy, doc } = setting;
  return {
    path,
    type: typeOf(setting),
    constraint: constraintOf(setting, context),
    since: since ?? null,
    until: untilOf(carriedBy, context),
    variants: carriedBy.map(({ family }) => family),
    default: setting.defaultDoc ?? setting.default ?? null,
    description: doc,
  };
}

/** A table with one key for each word of a closed set is a map for the OS. */
function typeOf({ path, type, entry, keyType }: DocumentedSetting): string {
  if (type !== undefined && !(entry.shape.kind === 'list' && !path.endsWith('[]'))) {
    return settingsModel().types[type]!.base;
  }
  return keyType !== undefined
    ? 'map'
    : entry.shape.kind === 'tuple' || path.endsWith('[]')
      ? 'list'
      : entry.shape.kind;
}

function constraintOf({ type, keyType, entry, path }: DocumentedSetting, { release }: OsContext): string {
  const { types } = settingsModel();
  const { shape } = entry;
  if (type !== undefined) {
    const { allows } = ruleOf(types[type]!, release);
    const forms = shape.kind === 'oneOrMany' ? ', or a list of them' : shape.kind === 'list' ? inList(shape) : '';
    return `${allows}${forms}`;
  }
  if (keyType !== undefined) {
    return `keys: ${ruleOf(types[keyType]!, release).allows}`;
  }
  if (shape.kind === 'list' && shape.item.kind === 'tuple') {
    return `each item a list of ${shape.item.entries.map(({ key }) => key).join(' and ')}`;
  }
  const form = path.endsWith('[]') || shape.kind === 'list' ? 'a list of tables' : 'a table';
  return entry.or === undefined ? form : `${form}, or a table with a list for each ${entry.or.into.key}`;
}

function inList({ minItems = 0, orOne = false }: { readonly minItems?: number; readonly orOne?: boolean }): string {
  const least = minItems === 0 ? '' : `; at least ${minItems} ${minItems === 1 ? 'item' : 'items'}`;
  return `${orOne ? '; one value may stand in place of the list' : ''}${least}`;
}

/** The release in which the last of the variants gave it up, or the one in question. */
function untilOf(carriedBy: readonly CarrierModel[], { family }: OsContext): string | null {
  const carriers = family === undefined ? carriedBy : carriedBy.filter((carrier) => carrier.family === family);
  const ends = carriers.map(({ until }) => until);
  return ends.includes(undefined) ? null : (ends.at(-1) ?? null);
}
