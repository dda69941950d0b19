import { isBefore, parseRelease } from '../../lib/settings/model/release';
import { Carrier, Entry, EnumValue, ScalarRule, ScalarType, Schema, Shape } from '../schema/model';
import { HEADER, quote } from './source';

/** The table that the checker and the writer work from. */
export function renderModelTable(schema: Schema): string {
  const carriers = new CarrierSets();
  const root = table(
    schema.groups.map((group) => entry(group, carriers, undefined)),
    {},
  );
  const types = [...schema.types.values()].map((type) => `${type.name}: ${scalar(type)}`);
  return [
    `${HEADER}\nimport type { CarrierModel, SettingsModel } from '../model/settings-model';\n`,
    ...carriers.render(),
    `export const MODEL: SettingsModel = ${object({
      newestRelease: quote(schema.newestRelease),
      families: texts(Object.keys(schema.families)),
      types: `{\n${types.join(',\n')}\n}`,
      root,
    })};\n`,
  ].join('\n');
}

/** Many settings share one list of carriers; each is written once. */
class CarrierSets {
  private readonly names = new Map<string, string>();

  public reference(carriedBy: readonly Carrier[]): string {
    const text = `[${carriedBy.map((carrier) => object(mapValues(carrier, quote))).join(', ')}]`;
    const name = this.names.get(text) ?? `CARRIERS_${this.names.size}`;
    this.names.set(text, name);
    return name;
  }

  public render(): string[] {
    return [...this.names].map(([text, name]) => `const ${name}: readonly CarrierModel[] = ${text};\n`);
  }
}

function mapValues(data: object, render: (value: string) => string): Record<string, string | undefined> {
  return Object.fromEntries(
    Object.entries(data).map(([key, value]) => [key, value === undefined ? undefined : render(value as string)]),
  );
}

function object(members: Record<string, string | undefined>): string {
  const given = Object.entries(members).filter(([, text]) => text !== undefined);
  return `{ ${given.map(([key, text]) => `${key}: ${text}`).join(', ')} }`;
}

function flag(value: boolean): string | undefined {
  return value ? 'true' : undefined;
}

function optional(text: string | undefined): string | undefined {
  return text === undefined ? undefined : quote(text);
}

function texts(list: readonly string[]): string | undefined {
  return list.length === 0 ? undefined : `[${list.map(quote).join(', ')}]`;
}

/** An entry. Conditions that it shares with the entry above it need not be looked at again, and are left out. */
function entry(data: Entry, carriers: CarrierSets, above: Entry | undefined): string {
  const own = <T>(value: T | undefined, other: T | undefined) => (value === other ? undefined : value);
  return object({
    key: quote(data.key),
    property: quote(data.property),
    shape: shape(data.shape, carriers, data),
    or: data.or && object({ map: shape(data.or.map, carriers, data), into: object(mapValues(data.or.into, quote)) }),
    aliases: texts(data.aliases),
    required: flag(data.required),
    since: optional(isNewer(data.since, above?.since) ? data.since : undefined),
    carriedBy: data.carriedBy === above?.carriedBy ? undefined : carriers.reference(data.carriedBy),
    kubernetes: optional(own(data.kubernetes, above?.kubernetes)),
    deprecated: optional(data.deprecated),
    sensitive: flag(data.sensitive),
    suppliedBy: texts(data.suppliedBy),
    droppedBy: texts(data.droppedBy),
  });
}

/** Whether a release says more than that of the entry above: a key of a record may be newer than what all keys share. */
function isNewer(since: string | undefined, above: string | undefined): boolean {
  return since !== undefined && (above === undefined || isBefore(parseRelease(above)!, since));
}

function table(entries: readonly string[], more: Record<string, string | undefined>): string {
  return object({ kind: quote('table'), entries: `[\n${entries.join(',\n')}\n]`, ...more });
}

function shape(data: Shape, carriers: CarrierSets, above: Entry): string {
  switch (data.kind) {
    case 'scalar':
      return object({ kind: quote('scalar'), type: quote(data.type) });
    case 'table':
      return table(
        data.entries.map((child) => entry(child, carriers, above)),
        {
          rest:
            data.rest && object({ property: quote(data.rest.property), map: shape(data.rest.map, carriers, above) }),
          unknownKeysIgnored: flag(data.unknownKeysIgnored),
          check: optional(data.check),
        },
      );
    case 'map':
      return object({ kind: quote('map'), keyType: quote(data.keyType), value: entry(data.value, carriers, above) });
    case 'list':
      return object({
        kind: quote('list'),
        item: shape(data.item, carriers, above),
        minItems: data.minItems === 0 ? undefined : String(data.minItems),
        orOne: flag(data.orOne),
      });
    case 'oneOrMany':
      return object({
        kind: quote('oneOrMany'),
        item: shape(data.item, carriers, above),
        manySince: optional(data.manySince),
      });
    case 'tuple':
      return object({
        kind: quote('tuple'),
        entries: `[${data.entries.map((child) => entry(child, carriers, above)).join(', ')}]`,
      });
  }
}

function scalar(type: ScalarType): string {
  return object({
    base: quote(type.base),
    ...rule(type),
    values: type.values && `new Map([${type.values.map(word).join(', ')}])`,
    spellings:
      type.spellings &&
      `{ ${Object.entries(type.spellings)
        .map(([spelling, value]) => `${quote(spelling)}: ${quote(value)}`)
        .join(', ')} }`,
    also: type.also && object({ base: quote(type.also.base), ...rule(type.also) }),
    before:
      type.before === undefined || type.before.length === 0
        ? undefined
        : `[${type.before.map((old) => object({ release: quote(old.release), ...rule(old) })).join(', ')}]`,
  });
}

/** A word of a closed set, with the conditions under which the OS knows it. */
function word({ value, since, kubernetes }: EnumValue): string {
  return `[${quote(value)}, ${object({ since: optional(since), kubernetes: optional(kubernetes) })}]`;
}

function rule(data: ScalarRule): Record<string, string | undefined> {
  return {
    pattern: data.pattern === undefined ? undefined : `/${new RegExp(data.pattern, 'u').source}/u`,
    check: optional(data.check),
    min: bound(data.min),
    max: bound(data.max),
    exclusiveMin: data.exclusiveMin === undefined ? undefined : String(data.exclusiveMin),
    multipleOf: data.multipleOf === undefined ? undefined : String(data.multipleOf),
    minLength: data.minLength === undefined ? undefined : String(data.minLength),
    maxLength: data.maxLength === undefined ? undefined : String(data.maxLength),
    hint: optional(data.hint),
    allows: quote(data.allows),
  };
}

/** Numbers are compared faster than bigint, but do not hold all integers of 64 bits. */
function bound(value: string | undefined): string | undefined {
  return value === undefined || Number.isSafeInteger(Number(value)) ? value : `${value}n`;
}
