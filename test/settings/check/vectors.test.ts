import { NO_TOKENS } from '../../../lib/private/token-reader';
import { IssueSeverity, UserDataTarget } from '../../../lib/settings';
import { checkDocument } from '../../../lib/settings/check/check-document';
import { checkScalar } from '../../../lib/settings/check/check-scalar';
import { settingsModel } from '../../../lib/settings/model/settings-model';
import { readSettings } from '../../../lib/settings/check/read';
import { osContext } from '../../../lib/settings/model/os-context';
import { describe as text } from '../../../lib/settings/report';
import { documentWith } from '../../helpers/settings-paths';
import { loadVectors, placeOf, releaseOf, Vector } from '../../helpers/vectors';

const VECTORS = loadVectors();

/** What is wrong with a vector: as the newest release sees it, or the last one that the vector holds for. */
function judge(vector: Vector): string[] {
  const { context } = osContext({ osVersion: releaseOf(vector) });
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
