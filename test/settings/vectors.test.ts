import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { NO_TOKENS } from '../../lib/private/token-reader';
import { IssueSeverity } from '../../lib/settings';
import { checkScalar } from '../../lib/settings/check-scalar';
import { settingsModel } from '../../lib/settings/model';
import { readSettings } from '../../lib/settings/read';
import { describe as text } from '../../lib/settings/report';
import { checkWhole } from '../../lib/settings/validate';
import { documentWith } from '../helpers/settings-paths';

interface Vector {
  readonly path?: string;
  readonly type?: string;
  readonly value: unknown;
  readonly valid: boolean;
  readonly since?: string;
  readonly until?: string;
}

// Integers as bigint where they need it: some have 64 bits.
const VECTORS = parse(readFileSync(join(__dirname, 'vectors.yaml'), 'utf8'), { intAsBigInt: true }) as Vector[];

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

/** What is wrong with a vector, as the newest release sees it. */
function judge(vector: Vector): string[] {
  const value = expand(vector.value);
  if (vector.path === undefined) {
    return checkScalar(value, settingsModel().types[vector.type!]!) === undefined ? [] : ['refused'];
  }
  // A key of the reserved memory of a NUMA node is a key of a closed set, with a quantity as its value.
  const path = vector.path.replace('.<numa>.<resource> (key)', '.<numa>');
  const content = path === vector.path ? value : { enabled: true, [value as string]: '1Gi' };
  const { document, issues } = readSettings(documentWith(path, content), 'key', NO_TOKENS);
  return [...issues, ...checkWhole(document)].filter(({ severity }) => severity === IssueSeverity.ERROR).map(text);
}

describe('values that the OS accepts and refuses', () => {
  const judged = VECTORS.filter(({ until }) => until === undefined);

  test.each(judged.filter(({ valid }) => valid))('accepts $path $value', (vector) => {
    expect(judge(vector)).toEqual([]);
  });

  test.each(judged.filter(({ valid }) => !valid))('refuses $path $value', (vector) => {
    expect(judge(vector)).not.toEqual([]);
  });

  test('all of them are judged, but for those that only hold for old releases', () => {
    process.stdout.write(`${judged.length} of ${VECTORS.length} values judged\n`);
    expect(VECTORS.length - judged.length).toBe(5);
  });
});
