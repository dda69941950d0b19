import { ruleOf } from './check/check-scalar';
import { eitherOf, Json, scalarSchema } from './json-schema-values';
import { absenceOf } from './model/availability';
import { OsContext, OsDescription, osContext } from './model/os-context';
import { isBefore } from './model/release';
import { EntryModel, MapModel, settingsModel, ShapeModel, TableModel } from './model/settings-model';
import { pathInReference, settingsReference } from './model/settings-reference';
import { throwOnErrors } from './report';

/**
 * A JSON Schema of user data, for editors and other programs: draft 7, which Taplo and VS Code read. It never refuses what
 * the OS accepts. What a schema cannot say, such as rules over several settings, it leaves to the checker.
 *
 * @param os the variant and the release that read the user data; all variants and the newest release unless given
 * @throws an error with issues when there is no such variant or release
 */
export function settingsSchema(os: OsDescription = {}): object {
  const { context, issues } = osContext(os);
  throwOnErrors(issues);
  const writer = new SchemaWriter(context);
  const settings = writer.table(settingsModel().root, 'settings');
  const of = [os.variant, os.osVersion].filter((part) => part !== undefined && part !== 'latest');
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: `Bottlerocket user data${of.length === 0 ? '' : ` of ${of.join(', ')}`}`,
    description: `The settings of Bottlerocket up to ${settingsModel().newestRelease}.`,
    type: 'object',
    properties: { settings: { description: 'The settings of the node.', ...settings } },
    // The OS skips empty user data.
    if: { minProperties: 1 },
    then: { required: ['settings'] },
    definitions: writer.definitions,
  };
}

/** What a key that becomes part of a path must be, beyond its type: the node stores values under their paths. */
const STORABLE_KEY = '^[A-Za-z0-9_/.-]+$';

class SchemaWriter {
  /** The scalar types. */
  public readonly definitions: Json = {};

  public constructor(private readonly context: OsContext) {}

  public table(table: TableModel, path: string): Json {
    const { as, keyType } = settingsReference().settings[path] ?? {};
    const meanings = keyType === undefined ? undefined : settingsReference().types[keyType]!.words!;
    const entries = table.entries.filter((entry) => absenceOf(entry, this.context) === undefined);
    const properties: Json = {};
    const twice: Json[] = [];
    for (const entry of entries) {
      const own = `${path}.${meanings === undefined ? entry.key : `<${as}>`}`;
      const property = this.entry(entry, own, meanings?.[entry.key]);
      properties[entry.key] = property;
      for (const alias of entry.aliases ?? []) {
        const description = `Another name of ${entry.key}. ${String(property.description)}`;
        properties[alias] = { ...property, description };
        twice.push({ not: { required: [entry.key, alias] } });
      }
    }
    const required = entries.filter((entry) => entry.required).map(({ key }) => key);
    return {
      type: 'object',
      properties,
      ...(required.length > 0 && { required }),
      ...(twice.length > 0 && { allOf: twice }),
      ...this.otherKeys(table, Object.keys(properties), `${path}.<${as}>`),
    };
  }

  /** What a table takes beside the keys that it names. */
  private otherKeys({ rest, unknownKeysIgnored }: TableModel, named: readonly string[], path: string): Json {
    if (rest === undefined) {
      return unknownKeysIgnored === true ? {} : { additionalProperties: false };
    }
    const { propertyNames, additionalProperties } = this.map(rest.map, path);
    return { propertyNames: { anyOf: [{ enum: named }, propertyNames] }, additionalProperties };
  }

  private map(map: MapModel, path: string): Json {
    return {
      type: 'object',
      propertyNames: { allOf: [this.scalar(map.keyType), { type: 'string', pattern: STORABLE_KEY }] },
      additionalProperties: this.entry(map.value, path),
    };
  }

  /** The second form of a list of tables. Its keys become values. */
  private orMap(map: MapModel, path: string): Json {
    return {
      type: 'object',
      propertyNames: this.scalar(map.keyType),
      additionalProperties: this.shape(map.value.shape, path),
    };
  }

  private entry(entry: EntryModel, path: string, meaning?: string): Json {
    const { default: value, doc, defaultDoc } = settingsReference().settings[pathInReference(entry.shape, path)] ?? {};
    const only = this.shape(entry.shape, path);
    const shape = entry.or === undefined ? only : eitherOf(only, this.orMap(entry.or.map, path));
    const facts = [
      meaning,
      doc,
      entry.deprecated && `Deprecated: ${entry.deprecated}.`,
      entry.since && `Since Bottlerocket ${entry.since}.`,
      entry.kubernetes && `Since Kubernetes ${entry.kubernetes}.`,
      defaultDoc === undefined ? value !== undefined && `Default: ${literal(value)}.` : `Default: ${defaultDoc}.`,
    ].filter((fact) => typeof fact === 'string');
    return {
      ...(facts.length > 0 && { description: facts.join(' ') }),
      ...(value !== undefined && { default: value }),
      ...(entry.deprecated !== undefined && { deprecated: true }),
      // What stands beside a $ref is not looked at in draft 7.
      ...('$ref' in shape ? { allOf: [shape] } : shape),
    };
  }

  private shape(shape: ShapeModel, path: string): Json {
    switch (shape.kind) {
      case 'scalar':
        return this.scalar(shape.type);
      case 'table':
        return this.table(shape, path);
      case 'map':
        return this.map(shape, `${path}.<${settingsReference().settings[path]?.as}>`);
      case 'tuple': {
        const items = shape.entries.map((entry) => this.entry(entry, `${path}.${entry.key}`));
        return { type: 'array', items, minItems: items.length, maxItems: items.length };
      }
      case 'list': {
        const { minItems = 0, orOne = false } = shape;
        const list = { ...this.list(shape.item, path), ...(minItems > 0 && { minItems }) };
        return orOne ? eitherOf(this.written(shape.item, path), list) : list;
      }
      case 'oneOrMany': {
        const one = this.written(shape.item, path);
        const isOneOnly = shape.manySince !== undefined && isBefore(this.context.release, shape.manySince);
        return isOneOnly ? one : eitherOf(one, this.list(shape.item, path));
      }
    }
  }

  private list(item: ShapeModel, path: string): Json {
    return { type: 'array', items: this.shape(item, `${path}[]`) };
  }

  private scalar(name: string): Json {
    const type = settingsModel().types[name]!;
    const { release } = this.context;
    this.definitions[name] ??= {
      description: `Allowed: ${ruleOf(type, release).allows}.`,
      ...scalarSchema(name, type, release),
    };
    return { $ref: `#/definitions/${name}` };
  }

  /** A shape without references, so that it can be put together with another one. */
  private written(shape: ShapeModel, path: string): Json {
    return shape.kind === 'scalar'
      ? scalarSchema(shape.type, settingsModel().types[shape.type]!, this.context.release)
      : this.shape(shape, path);
  }
}

/** A value as people write it. */
function literal(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
