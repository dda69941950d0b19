import fc from 'fast-check';
import { anySettings } from './any-settings';

/** A change to settings: where, by numbers that lead there, and what. */
interface Edit {
  readonly steps: readonly number[];
  readonly kind: 'drop' | 'nothing' | 'last' | 'swap' | 'double' | 'rename' | 'other';
  readonly other: number;
}

/**
 * Settings, and then others that are nearly the same: something is left out, moved, given twice, or taken from elsewhere.
 * This is what node groups of an app have, so that what is remembered of one is used for the next.
 */
export function editedSettings(): fc.Arbitrary<readonly unknown[]> {
  const edit = fc.record<Edit>({
    steps: fc.array(fc.nat(20), { minLength: 1, maxLength: 4 }),
    kind: fc.constantFrom('drop', 'nothing', 'last', 'swap', 'double', 'rename', 'other'),
    other: fc.nat(2),
  });
  const start = fc.tuple(anySettings(), anySettings(), anySettings());
  return fc.tuple(start, fc.array(edit, { minLength: 1, maxLength: 6 })).map(([starts, edits]) => {
    // Most have something of each, so that there is much to be remembered.
    const documents: unknown[] = [starts.map(asTable).reduce((all, one) => ({ ...all, ...one }))];
    for (const { steps, kind, other } of edits) {
      documents.push(apply(documents.at(-1), steps, kind, starts[other]));
    }
    // And back again.
    return [...documents, ...[...documents].reverse()];
  });
}

function asTable(value: unknown): Record<string, unknown> {
  return isTable(value) ? value : {};
}

function apply(value: unknown, [step = 0, ...steps]: readonly number[], kind: Edit['kind'], other: unknown): unknown {
  if (Array.isArray(value)) {
    const index = value.length === 0 ? 0 : step % value.length;
    const inner = steps.length === 0 ? other : apply(value[index], steps, kind, other);
    return value.map((item: unknown, place) => (place === index ? inner : item));
  }
  if (!isTable(value) || Object.keys(value).length === 0) {
    return kind === 'other' ? other : value;
  }
  const keys = Object.keys(value);
  const key = keys[step % keys.length]!;
  if (steps.length > 0 && typeof value[key] === 'object') {
    return withEntry(value, key, apply(value[key], steps, kind, asTable(other)[key]));
  }
  const next = keys[(step + 1) % keys.length]!;
  switch (kind) {
    case 'drop':
      return Object.fromEntries(Object.entries(value).filter(([name]) => name !== key));
    case 'nothing':
      return withEntry(value, key, undefined);
    case 'last':
      return Object.fromEntries([...Object.entries(value).filter(([name]) => name !== key), [key, value[key]]]);
    case 'swap':
      return withEntry(withEntry(value, key, value[next]), next, value[key]);
    case 'double':
      return { ...value, [`${key}x`]: value[key] };
    case 'rename':
      return Object.fromEntries(Object.entries(value).map(([name, one]) => [name === key ? `${name}x` : name, one]));
    case 'other':
      return withEntry(value, key, other);
  }
}

/** With the keys in the same order. */
function withEntry(table: Record<string, unknown>, key: string, entry: unknown): Record<string, unknown> {
  return Object.fromEntries(Object.entries(table).map(([name, value]) => [name, name === key ? entry : value]));
}

function isTable(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
