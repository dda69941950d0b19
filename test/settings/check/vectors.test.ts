import { NO_TOKENS } from '../../../lib/private/token-reader';
import { IssueSeverity, UserDataTarget } from '../../../lib/settings';
import { checkDocument } from '../../../lib/settings/check/check-document';
import { checkScalar } from '../../../lib/settings/check/check-scalar';
import { settingsModel } from '../../../lib/settings/model/settings-model';
import { readSettings } from '../../../lib/settings/check/read';
import { osContext } from '../../../lib/settings/model/os-context';
import { describe as text } from '../../../lib/settings/report';
import { judgeToml } from '../../../lib/settings/toml/judge-toml';
import { writeToml } from '../../../lib/settings/toml/write-toml';
import { documentWith } from '../../helpers/settings-paths';
import { loadVectors, placeOf, releaseOf, Vector } from '../../helpers/vectors';

const VECTORS = loadVectors();

/** What is wrong with a vector: as the newest release sees it, or the last one that the vector holds for. */
function judge(vector: Vector, osVersion = releaseOf(vector)): string[] {
  const { context } = osContext({ osVersion });
  const place = placeOf(vector);
  if (place === undefined) {
    const type = settingsModel().types[vector.type!]!;
    return checkScalar(vector.value, type, context.release) === undefined ? [] : ['refused'];
  }
  const { document, issues } = readSettings(documentWith(place.path, place.content), 'key', NO_TOKENS, context);
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

/** The same, when it stands in a file; undefined for what TOML cannot say. */
function judgeInToml(vector: Vector): string[] | undefined {
  const place = placeOf(vector);
  if (place === undefined || !inToml(place.content)) {
    return undefined;
  }
  const { text: toml } = writeToml(documentWith(place.path, place.content), UserDataTarget.EC2, NO_TOKENS);
  const { context } = osContext({ osVersion: releaseOf(vector) });
  return judgeToml(toml, { context, isComplete: false })
    .issues.filter(({ severity }) => severity === IssueSeverity.ERROR)
    .map(text);
}

function inToml(value: unknown): boolean {
  if (typeof value === 'object' && value !== null) {
    return Object.values(value).every(inToml);
  }
  return value !== null && (typeof value !== 'number' || Number.isFinite(value));
}

const release = (version: string) => (version.split('.').length === 2 ? `${version}.0` : version);

describe(`${VECTORS.length} values that the OS accepts and refuses`, () => {
  test('are all there', () => {
    expect(VECTORS.length).toBeGreaterThanOrEqual(1023);
    expect(VECTORS.filter(({ valid }) => valid).length).toBeGreaterThan(500);
  });

  test.each(VECTORS.filter(({ valid }) => valid))('accepts $path $value', (vector) => {
    expect(judge(vector)).toEqual([]);
    expect(judgeInToml(vector) ?? []).toEqual([]);
  });

  test.each(VECTORS.filter(({ valid }) => !valid))('refuses $path $value', (vector) => {
    expect(judge(vector)).not.toEqual([]);
    expect(judgeInToml(vector)).not.toEqual([]);
  });
});

describe('the releases that a judgement holds for', () => {
  const since = VECTORS.filter((vector) => vector.since !== undefined && vector.path !== undefined);

  test.each(since)('$path $value since $since', (vector) => {
    expect(judge(vector, release(vector.since!)).length === 0).toBe(vector.valid);
  });

  test('those that only hold for old releases are judged by these', () => {
    expect(VECTORS.filter(({ until }) => until !== undefined)).toHaveLength(5);
    expect(VECTORS.filter(({ until }) => until !== undefined && until !== '1.30.0' && until !== '1.30')).toEqual([]);
  });
});
