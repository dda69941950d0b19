import { NO_TOKENS } from '../../../lib/private/token-reader';
import { IssueCode, IssueSeverity } from '../../../lib/settings';
import { readSettings } from '../../../lib/settings/check/read';
import { absenceOf } from '../../../lib/settings/model/availability';
import { OsContext, osContext } from '../../../lib/settings/model/os-context';
import { parseRelease } from '../../../lib/settings/model/release';
import { settingsModel } from '../../../lib/settings/model/settings-model';
import { documentOf, ModelPath, modelPaths, releaseBefore, variantOf } from '../../helpers/model-paths';

const PATHS = modelPaths();
const FAMILIES = settingsModel().families;

/** Codes of what is wrong with a setting, warnings left out. */
function judge(place: ModelPath, context: OsContext): string[] {
  const { issues } = readSettings(documentOf(place), 'key', NO_TOKENS, context);
  return issues.filter(({ severity }) => severity === IssueSeverity.ERROR).map(({ code }) => code);
}

const release = (text: string) => parseRelease(text)!;
const newest = release(settingsModel().newestRelease);

describe('every setting is taken by the newest release, on a variant that is not known', () => {
  test.each(PATHS)('$path', (place) => {
    expect(judge(place, { release: newest })).toEqual([]);
  });
});

describe('a setting that is newer than the release is refused, and taken from its release on', () => {
  test.each(PATHS.filter(({ since }) => since !== undefined))('$path since $since', (place) => {
    const before = judge(place, { release: release(releaseBefore(place.since!)) });
    expect(before).toContain(IssueCode.SETTING_TOO_NEW);
    expect(judge(place, { release: release(place.since!) })).not.toContain(IssueCode.SETTING_TOO_NEW);
  });
});

describe('a setting is taken by the families that carry it, and refused by all others', () => {
  test.each(PATHS.filter(({ carriedBy }) => carriedBy !== undefined))('$path', (place) => {
    const carriers = place.carriedBy!.filter(({ until }) => until === undefined).map(({ family }) => family);
    const takers = FAMILIES.filter((family) => judge(place, { family, release: newest }).length === 0);
    expect(takers).toEqual(FAMILIES.filter((family) => carriers.includes(family)));
  });
});

describe('the conditions of each family hold', () => {
  const conditions = PATHS.flatMap((place) => (place.entry.carriedBy ?? []).map((carrier) => ({ ...place, carrier })));

  test.each(conditions.filter(({ carrier }) => carrier.since !== undefined))(
    '$path on $carrier.family since $carrier.since',
    (place) => {
      const { family, since } = place.carrier;
      expect(judge(place, { family, release: release(releaseBefore(since!)) })).toContain(IssueCode.SETTING_TOO_NEW);
      expect(judge(place, { family, release: release(since!) })).not.toContain(IssueCode.SETTING_TOO_NEW);
    },
  );

  test.each(conditions.filter(({ carrier }) => carrier.until !== undefined))(
    '$path on $carrier.family until $carrier.until',
    (place) => {
      const { family, until } = place.carrier;
      expect(judge(place, { family, release: release(until!) })).toContain(IssueCode.SETTING_NOT_IN_VARIANT);
      expect(judge(place, { family, release: release(releaseBefore(until!)) })).not.toContain(
        IssueCode.SETTING_NOT_IN_VARIANT,
      );
    },
  );

  test.each(conditions.filter(({ carrier }) => carrier.kubernetes !== undefined))(
    '$path on $carrier.family from Kubernetes $carrier.kubernetes on',
    (place) => {
      const { family, kubernetes } = place.carrier;
      const [major, minor] = release(kubernetes!);
      expect(judge(place, { family, kubernetes: [major!, minor! - 1, 0], release: newest })).toContain(
        IssueCode.SETTING_NOT_IN_VARIANT,
      );
      expect(judge(place, { family, kubernetes: [major!, minor!, 0], release: newest })).toEqual([]);
    },
  );

  test.each(conditions.filter(({ carrier }) => carrier.generation !== undefined))(
    '$path on $carrier.family from generation $carrier.generation on',
    (place) => {
      const { family, generation } = place.carrier;
      expect(judge(place, { family, generation: Number(generation) - 1, release: newest })).toContain(
        IssueCode.SETTING_NOT_IN_VARIANT,
      );
      expect(judge(place, { family, generation: Number(generation), release: newest })).toEqual([]);
    },
  );

  test('there are conditions of each kind', () => {
    expect(new Set(conditions.flatMap(({ carrier }) => Object.keys(carrier)))).toEqual(
      new Set(['family', 'since', 'until', 'kubernetes', 'generation']),
    );
  });
});

describe('a Kubernetes version that does not know a setting is warned of', () => {
  test.each(PATHS.filter(({ entry }) => entry.kubernetes !== undefined))(
    '$path from Kubernetes $kubernetes on',
    (place) => {
      const [major, minor] = release(place.kubernetes!) as [number, number];
      const codes = (kubernetes: number) =>
        readSettings(documentOf(place), 'key', NO_TOKENS, {
          kubernetes: [major, kubernetes, 0],
          release: newest,
        }).issues.map(({ code }) => code);
      expect(codes(minor - 1)).toContain(IssueCode.NEWER_KUBERNETES_NEEDED);
      expect(codes(minor)).not.toContain(IssueCode.NEWER_KUBERNETES_NEEDED);
    },
  );
});

test('every carrier is a variant that can be named', () => {
  for (const carrier of PATHS.flatMap(({ carriedBy }) => carriedBy ?? [])) {
    expect(osContext({ variant: variantOf(carrier) })).toMatchObject({
      context: { family: carrier.family },
      issues: [],
    });
  }
});

test('the message says what is there, and what would be needed', () => {
  const groups = new Map(settingsModel().root.entries.map((entry) => [entry.key, entry]));
  const { context } = osContext({ variant: 'aws-k8s-1.34', osVersion: '1.60.0' });
  expect(absenceOf(groups.get('ecs')!, context)).toEqual({
    code: IssueCode.SETTING_NOT_IN_VARIANT,
    message: 'Variants of the family aws-k8s do not have this setting.',
    received: 'aws-k8s-1.34, release 1.60.0',
    expected: 'a variant of aws-ecs',
  });
  expect(absenceOf({ since: '1.64.0' }, context)).toEqual({
    code: IssueCode.SETTING_TOO_NEW,
    message: 'The OS has this setting since 1.64.0, and this node runs 1.60.0.',
    received: 'release 1.60.0',
    expected: 'release 1.64.0 or newer',
  });
});
