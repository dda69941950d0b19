import { Entry, ScalarRule, ScalarType, Schema, Shape } from '../schema/model';
import { literal } from './source';

type Json = Record<string, unknown>;

/** A JSON Schema (draft 7, which Taplo and VS Code read) of user data in TOML. */
export function renderJsonSchema(schema: Schema): string {
  const writer = new JsonSchemaWriter(schema);
  const settings = writer.entries(schema.groups);
  const document = {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'Bottlerocket user data',
    description: `The settings of Bottlerocket up to ${schema.newestRelease}. Generated from schema/ by \`npm run generate\`.`,
    type: 'object',
    properties: { settings: { ...settings, description: 'The settings of the node.' } },
    required: ['settings'],
    definitions: writer.definitions,
  };
  return `${JSON.stringify(document, undefined, 2)}\n`;
}

class JsonSchemaWriter {
  /** Scalar types, and structs by their name. */
  public readonly definitions: Json = {};

  public constructor(private readonly schema: Schema) {}

  public entries(entries: readonly Entry[]): Json {
    const properties: Json = {};
    for (const entry of entries) {
      const value = this.entry(entry);
      properties[entry.key] = value;
      for (const alias of entry.aliases) {
        properties[alias] = { ...value, description: `Another name of ${entry.key}. ${entry.doc}` };
      }
    }
    const required = entries.filter((entry) => entry.required).map(({ key }) => key);
    return { type: 'object', properties, additionalProperties: false, ...(required.length > 0 && { required }) };
  }

  private entry(entry: Entry): Json {
    const value = this.shape(entry.shape);
    return {
      // Siblings of $ref are ignored in draft 7.
      ...(entry.or === undefined ? { allOf: [value] } : { anyOf: [value, this.shape(entry.or.map)] }),
      description: description(entry),
      ...(entry.default !== undefined && { default: entry.default }),
    };
  }

  private shape(shape: Shape): Json {
    switch (shape.kind) {
      case 'scalar':
        return this.scalar(this.schema.types.get(shape.type)!);
      case 'list': {
        const item = this.shape(shape.item);
        const list = { type: 'array', items: item, ...(shape.minItems > 0 && { minItems: shape.minItems }) };
        return shape.orOne ? { anyOf: [list, item] } : list;
      }
      case 'oneOrMany': {
        const item = this.shape(shape.item);
        return { anyOf: [item, { type: 'array', items: item }] };
      }
      case 'map':
        return {
          type: 'object',
          propertyNames: this.scalar(this.schema.types.get(shape.keyType)!),
          additionalProperties: this.shape(shape.value.shape),
        };
      case 'tuple': {
        const items = shape.entries.map((entry) => this.entry(entry));
        return { type: 'array', items, minItems: items.length, maxItems: items.length, additionalItems: false };
      }
      case 'table':
        return this.table(shape);
    }
  }

  private table(shape: Shape & { kind: 'table' }): Json {
    if (this.definitions[shape.struct] === undefined) {
      const table = this.entries(shape.entries);
      if (shape.rest !== undefined) {
        table.additionalProperties = this.shape(shape.rest.map.value.shape);
      } else if (shape.unknownKeysIgnored) {
        delete table.additionalProperties;
      }
      this.definitions[shape.struct] = table;
    }
    return { $ref: `#/definitions/${shape.struct}` };
  }

  private scalar(type: ScalarType): Json {
    this.definitions[type.name] ??= {
      description: `Allowed: ${type.allows}.`,
      ...(type.values === undefined ? forms(type) : { enum: spellings(type) }),
    };
    return { $ref: `#/definitions/${type.name}` };
  }
}

function spellings(type: ScalarType): string[] {
  return [...type.values!.map(({ value }) => value), ...Object.keys(type.spellings ?? {})];
}

function forms(type: ScalarType): Json {
  const first = form(type.base, type);
  return type.also === undefined ? first : { anyOf: [first, form(type.also.base, type.also)] };
}

function form(base: string, rule: ScalarRule): Json {
  switch (base) {
    case 'list':
      return { type: 'array', items: { type: 'string' }, minItems: 1 };
    case 'integer':
    case 'float':
      return {
        type: base === 'integer' ? 'integer' : 'number',
        ...(rule.min !== undefined && { minimum: Number(rule.min) }),
        ...(rule.max !== undefined && { maximum: Number(rule.max) }),
        ...(rule.exclusiveMin !== undefined && { exclusiveMinimum: rule.exclusiveMin }),
        ...(rule.multipleOf !== undefined && { multipleOf: rule.multipleOf }),
      };
    case 'boolean':
      return { type: 'boolean' };
    default:
      return {
        type: 'string',
        ...(rule.pattern !== undefined && { pattern: rule.pattern }),
        ...(rule.minLength !== undefined && { minLength: rule.minLength }),
        ...(rule.maxLength !== undefined && { maxLength: rule.maxLength }),
      };
  }
}

function description(entry: Entry): string {
  const facts = [
    entry.doc,
    ...(entry.deprecated === undefined ? [] : [`Deprecated: ${entry.deprecated}.`]),
    ...(entry.since === undefined ? [] : [`Since Bottlerocket ${entry.since}.`]),
    ...(entry.kubernetes === undefined ? [] : [`Since Kubernetes ${entry.kubernetes}.`]),
    ...(entry.defaultDoc === undefined ? [] : [`Default: ${entry.defaultDoc}.`]),
    ...(entry.default === undefined || entry.defaultDoc !== undefined ? [] : [`Default: ${literal(entry.default)}.`]),
  ];
  return facts.join(' ');
}
