import { CHECK_PATTERNS } from './check/check-patterns';
import { ruleOf } from './check/check-scalar';
import { isBefore, Release } from './model/release';
import { ScalarBase, ScalarModel, ScalarRule } from './model/settings-model';
import { settingsReference } from './model/settings-reference';

/** A part of a JSON Schema. */
export type Json = Record<string, unknown>;

/** What a release takes as a value of a scalar type. */
export function scalarSchema(name: string, type: ScalarModel, release: Release): Json {
  if (type.values !== undefined) {
    return words(name, type, release);
  }
  const first = form(type.base, ruleOf(type, release));
  return type.also === undefined ? first : eitherOf(first, form(type.also.base, type.also));
}

/** Two forms that a value may have. Forms of different types go into one, with which errors say what is wrong. */
export function eitherOf(one: Json, other: Json): Json {
  const types = [one.type, other.type].flat();
  const shared = Object.keys(one).filter((key) => key !== 'type' && other[key] !== undefined);
  const mergeable = types.every((type) => type !== undefined) && new Set(types).size === types.length;
  return mergeable && shared.length === 0 ? { ...one, ...other, type: types } : { anyOf: [one, other] };
}

/** The words of a closed set, with what each means. */
function words(name: string, { values, spellings = {} }: ScalarModel, release: Release): Json {
  const known = [...values!]
    .filter(([, { since }]) => since === undefined || !isBefore(release, since))
    .map(([word]) => word);
  const others = Object.keys(spellings).filter((spelling) => known.includes(spellings[spelling]!));
  const meanings = settingsReference().types[name]!.words!;
  const description = known.map((word) => `${JSON.stringify(word)}: ${meanings[word]}`).join(' ');
  return { description, enum: [...known, ...others] };
}

function form(base: ScalarBase, rule: ScalarRule): Json {
  switch (base) {
    case 'list':
      // The only list that is one value: a command for apiclient.
      return {
        type: 'array',
        items: [{ enum: ['apiclient'] }],
        additionalItems: { type: 'string' },
        minItems: 1,
      };
    case 'integer':
    case 'float':
      return {
        type: base === 'integer' ? 'integer' : 'number',
        ...bound('minimum', rule.min),
        ...bound('maximum', rule.max),
        ...bound('exclusiveMinimum', rule.exclusiveMin),
        ...bound('multipleOf', rule.multipleOf),
      };
    case 'boolean':
      return { type: 'boolean' };
    case 'string':
    case 'enum':
      return text(rule);
  }
}

function text({ pattern, check, minLength, maxLength }: ScalarRule): Json {
  const patterns = [
    ...(pattern === undefined ? [] : [sourceOf(pattern)]),
    ...(check === undefined || CHECK_PATTERNS[check] === undefined ? [] : [CHECK_PATTERNS[check]]),
  ];
  return {
    type: 'string',
    ...(patterns.length === 1 && { pattern: patterns[0] }),
    ...(patterns.length > 1 && { allOf: patterns.map((one) => ({ pattern: one })) }),
    ...(minLength !== undefined && { minLength }),
    ...(maxLength !== undefined && { maxLength }),
  };
}

/** A bound as a number of JSON. TOML has no integers beyond 64 bits, so that the bounds of these say nothing. */
function bound(keyword: string, value: bigint | number | undefined): Json {
  return value === undefined || !Number.isSafeInteger(Number(value)) ? {} : { [keyword]: Number(value) };
}

/** The text of a pattern. JavaScript escapes slashes in it, which other programs refuse. */
function sourceOf({ source }: RegExp): string {
  return source.replace(/\\([^])/g, (escaped, character) => (character === '/' ? '/' : escaped));
}
