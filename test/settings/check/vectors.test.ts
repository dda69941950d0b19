import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { NO_TOKENS } from '../../../lib/private/token-reader';
import { IssueSeverity, UserDataTarget } from '../../../lib/settings';
import { checkDocument } from '../../../lib/settings/check/check-document';
import { checkScalar } from '../../../lib/settings/check/check-scalar';
import { settingsModel } from '../../../lib/settings/model/settings-model';
import { readSettings } from '../../../lib/settings/check/read';
import { osContext } from '../../../lib/settings/model/os-context';
import { describe as text } from '../../../lib/settings/report';
import { documentWith } from '../../helpers/settings-paths';

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

/** What is wrong with a vector: as the newest release sees it, or the last one that the vector holds for. */
function judge(vector: Vector): string[] {
  const value = expand(vector.value);
  const { context } = osContext({ osVersion: vector.until === undefined ? 'latest' : '1.29.0' });
  if (vector.path === undefined) {
    return checkScalar(value, settingsModel().types[vector.type!]!, context.release) === undefined ? [] : ['refused'];
  }
  // A key of the reserved memory of a NUMA node is a key of a closed set, with a quantity as its value.
  const path = vector.path.replace('.<numa>.<resource> (key)', '.<numa>');
  const content = path === vector.path ? value : { enabled: true, [value as string]: '1Gi' };
  const { document, issues } = readSettings(documentWith(path, content), 'key', NO_TOKENS, context);
  const whole = checkDocument(document, {
    tokens: NO_TOKENS,
    context,
    target: UserDataTarget.EC2,
    before: issues,
    mayGrow: false,
    joins: false,
    needsCluster: false,
  });
  return [...issues, ...whole].filter(({ severity }) => severity === IssueSeverity.ERROR).map(text);
}

describe('values that the OS accepts and refuses', () => {
  test.each(VECTORS.filter(({ valid }) => valid))('accepts $path $value', (vector) => {
    expect(judge(vector)).toEqual([]);
  });

  test.each(VECTORS.filter(({ valid }) => !valid))('refuses $path $value', (vector) => {
    expect(judge(vector)).not.toEqual([]);
  });

  test('those that only hold for old releases are judged by these', () => {
    expect(VECTORS.filter(({ until }) => until !== undefined)).toHaveLength(5);
    expect(VECTORS.filter(({ until }) => until !== undefined && until !== '1.30.0' && until !== '1.30')).toEqual([]);
  });
});
