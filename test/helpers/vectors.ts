import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

/** A value that the OS was seen to accept or to refuse. */
export interface Vector {
  readonly path?: string;
  readonly type?: string;
  readonly value: unknown;
  readonly valid: boolean;
  readonly since?: string;
  readonly until?: string;
  /** The form in which the OS stores the value. */
  readonly normalized?: unknown;
}

/** What test/settings/check/vectors.yaml holds, written out. */
export function loadVectors(): Vector[] {
  const file = join(__dirname, '..', 'settings', 'check', 'vectors.yaml');
  // Integers as bigint where they need it: some have 64 bits.
  const vectors = parse(readFileSync(file, 'utf8'), { intAsBigInt: true }) as Vector[];
  return vectors.map((vector) => ({
    ...vector,
    value: expand(vector.value),
    normalized: expand(vector.normalized),
  }));
}

/** Values that JSON cannot hold, or that would be long. */
function expand(value: unknown): unknown {
  if (typeof value === 'bigint') {
    return Number.isSafeInteger(Number(value)) ? Number(value) : value;
  }
  if (Array.isArray(value)) {
    return value.map(expand);
  }
  if (typeof value !== 'object' || value === null) {
    return value;
  }
  const { repeat, concat, float } = value as { repeat?: [string, bigint]; concat?: unknown[]; float?: string };
  if (repeat !== undefined) {
    return repeat[0].repeat(Number(repeat[1]));
  }
  if (concat !== undefined) {
    return concat.map(expand).join('');
  }
  if (float !== undefined) {
    return { inf: Infinity, '-inf': -Infinity, nan: NaN }[float];
  }
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, expand(inner)]));
}

/** The release that a vector holds for: the newest one, or the last one before a rule changed. */
export function releaseOf(vector: Vector): string {
  return vector.until === undefined ? 'latest' : '1.29.0';
}

/** The path of a vector, and what stands there. */
export function placeOf({ path, value }: Vector): { readonly path: string; readonly content: unknown } | undefined {
  if (path === undefined) {
    return undefined;
  }
  // A key of the reserved memory of a NUMA node is a key of a closed set, with a quantity as its value.
  const own = path.replace('.<numa>.<resource> (key)', '.<numa>');
  return { path: own, content: own === path ? value : { enabled: true, [value as string]: '1Gi' } };
}
