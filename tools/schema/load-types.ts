import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseDocument, type Scalar } from 'yaml';
import { EnumValue, ScalarBase, ScalarRule, ScalarType } from './model';
import { upperSnakeCase } from './naming';
import { Mapping } from './read';

const BASES: readonly ScalarBase[] = ['string', 'integer', 'float', 'boolean', 'list'];

/** Reads every file of `schema/types`. */
export function loadTypes(folder: string): Map<string, ScalarType> {
  const types = new Map<string, ScalarType>();
  for (const file of readdirSync(folder).sort()) {
    const source = join(folder, file);
    const bounds = exactBounds(source);
    const all = Mapping.ofFile(source);
    for (const name of all.keys) {
      if (types.has(name)) {
        throw new Error(`${source}: type ${name} is defined twice`);
      }
      types.set(name, loadType(name, all.mapping(name), bounds));
    }
  }
  return types;
}

/**
 * The digits of `min` and `max` as they are written: 64-bit bounds do not fit a JavaScript number.
 */
function exactBounds(file: string): (path: string[]) => string | undefined {
  const document = parseDocument(readFileSync(file, 'utf8'));
  return (path) => (document.getIn(path, true) as Scalar<number> | undefined)?.source;
}

type Bounds = (path: string[]) => string | undefined;

function loadType(name: string, data: Mapping, bounds: Bounds): ScalarType {
  const enumName = data.optionalString('enum');
  const type: ScalarType = enumName === undefined ? loadOpenType(name, data, bounds) : loadEnum(name, enumName, data);
  data.done();
  return type;
}

function loadOpenType(name: string, data: Mapping, bounds: Bounds): ScalarType {
  const rule = loadRule(data, [name], bounds);
  const also = data.has('also') ? data.mapping('also') : undefined;
  const type: ScalarType = {
    name,
    base: base(data),
    ...rule,
    also: also && { base: base(also), ...loadRule(also, [name, 'also'], bounds, rule.allows) },
    before: data.mappings('before').map((old, index) => {
      const release = old.string('release');
      const oldRule = loadRule(old, [name, 'before', String(index)], bounds, rule.allows);
      old.done();
      return { release, ...oldRule };
    }),
    example: data.any('example'),
  };
  also?.done();
  if (type.example === undefined) {
    throw new Error(`${data.where}: example is missing`);
  }
  return type;
}

function base(data: Mapping): ScalarBase {
  const value = data.string('base') as ScalarBase;
  if (!BASES.includes(value)) {
    throw new Error(`${data.where}.base: expected one of ${BASES.join(', ')}, got ${value}`);
  }
  return value;
}

function loadRule(data: Mapping, path: string[], bounds: Bounds, inherited?: string): ScalarRule {
  const allows = data.optionalString('allows') ?? inherited;
  if (allows === undefined) {
    throw new Error(`${data.where}: allows is missing`);
  }
  data.any('min');
  data.any('max');
  const pattern = data.optionalString('pattern');
  if (pattern !== undefined) {
    new RegExp(pattern, 'u');
  }
  return {
    pattern,
    check: data.optionalString('check'),
    min: bounds([...path, 'min']),
    max: bounds([...path, 'max']),
    exclusiveMin: data.optionalNumber('exclusiveMin'),
    multipleOf: data.optionalNumber('multipleOf'),
    minLength: data.optionalNumber('minLength'),
    maxLength: data.optionalNumber('maxLength'),
    hint: data.optionalString('hint'),
    allows,
  };
}

function loadEnum(name: string, enumName: string, data: Mapping): ScalarType {
  const values = data.mapping('values');
  const list = values.keys.map((value): EnumValue => {
    const given = values.any(value);
    if (typeof given === 'string') {
      return { value, member: upperSnakeCase(value), doc: given };
    }
    const details = values.mapping(value);
    const result = {
      value,
      member: details.optionalString('member') ?? upperSnakeCase(value),
      doc: details.string('doc'),
      since: details.optionalString('since'),
      kubernetes: details.optionalString('kubernetes'),
    };
    details.done();
    return result;
  });
  const spellings = data.has('spellings') ? data.mapping('spellings') : undefined;
  return {
    name,
    base: 'enum',
    enumName,
    values: list,
    spellings: spellings && Object.fromEntries(spellings.keys.map((key) => [key, spellings.string(key)])),
    allows: `one of ${list.map(({ value }) => JSON.stringify(value)).join(', ')}`,
    example: list[0]!.value,
  };
}
