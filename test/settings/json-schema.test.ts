import Ajv, { ValidateFunction } from 'ajv';
import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'smol-toml';
import { NO_TOKENS } from '../../lib/private/token-reader';
import { BottlerocketIssue, IssueCode, IssueSeverity, UserDataTarget } from '../../lib/settings';
import { checkDocument } from '../../lib/settings/check/check-document';
import { readSettings } from '../../lib/settings/check/read';
import { settingsSchema } from '../../lib/settings/json-schema';
import { OsDescription, osContext } from '../../lib/settings/model/os-context';
import { settingsModel } from '../../lib/settings/model/settings-model';
import { anySettings } from '../helpers/any-settings';
import { problemsOf } from '../helpers/issues';
import { documentWith } from '../helpers/settings-paths';
import { loadVectors, placeOf, releaseOf, Vector } from '../helpers/vectors';
import { runs } from '../helpers/runs';

const ROOT = join(__dirname, '..', '..');

function validator(os: OsDescription = {}): ValidateFunction {
  const ajv = new Ajv({ logger: false });
  return ajv.compile(settingsSchema(os));
}

const NEWEST = validator();

/** A value as JSON has it. */
function json(value: unknown): unknown {
  return JSON.parse(
    JSON.stringify(value, (_, inner: unknown) => (typeof inner === 'bigint' ? Number(inner) : inner)),
  ) as unknown;
}

function refusals(settings: unknown, validate = NEWEST): string[] {
  return validate({ settings: json(settings) })
    ? []
    : validate.errors!.map(({ instancePath, message }) => `${instancePath} ${message}`);
}

/** The errors of the checker. */
function errors(settings: unknown, os: OsDescription = {}): BottlerocketIssue[] {
  const { context } = osContext(os);
  const { document, issues } = readSettings(settings, 'key', NO_TOKENS, context);
  const facts = { tokens: NO_TOKENS, context, target: UserDataTarget.EC2, before: issues };
  const whole = checkDocument(document, { ...facts, mayGrow: false, joins: false, needsCluster: false });
  return [...issues, ...whole].filter(({ severity }) => severity === IssueSeverity.ERROR);
}

test('the published schema is that of all variants and the newest release', () => {
  const text = readFileSync(join(ROOT, 'docs', 'settings.schema.json'), 'utf8');
  expect(JSON.parse(text)).toEqual(settingsSchema());
});

test('accepts a document with every setting', () => {
  const text = readFileSync(join(ROOT, 'test', 'golden', 'every-setting.toml'), 'utf8');
  expect(NEWEST(json(parse(text)))).toBe(true);
});

describe('of a variant and a release', () => {
  const on = (os: OsDescription, settings: unknown) => refusals(settings, validator(os));

  test.each<[OsDescription, object, object]>([
    [{ variant: 'aws-k8s-1.35' }, { kubernetes: { 'max-pods': 5 } }, { ecs: { cluster: 'x' } }],
    [{ variant: 'aws-ecs-3' }, { ecs: { cluster: 'x' } }, { kubernetes: { 'max-pods': 5 } }],
    [
      { variant: 'aws-k8s-1.35-nvidia' },
      { 'kubelet-device-plugins': { nvidia: { enabled: true } } },
      { cloudformatio: {} },
    ],
    [
      { variant: 'aws-k8s-1.35' },
      { 'image-verifier-plugins': { enabled: false } },
      { 'kubelet-device-plugins': { nvidia: { enabled: true } } },
    ],
    [
      { variant: 'aws-k8s-1.32' },
      { kubernetes: { 'ids-per-pod': 65536 } },
      { 'image-verifier-plugins': { enabled: false } },
    ],
    [{ variant: 'aws-ecs-2' }, { motd: 'x' }, { 'image-verifier-plugins': { enabled: false } }],
    [
      { osVersion: '1.49.0' },
      { kubernetes: { 'kube-reserved': { cpu: '1' } } },
      { kubernetes: { 'kube-reserved': { pid: '1' } } },
    ],
    [
      { osVersion: '1.50.0' },
      { kubernetes: { 'kube-reserved': { pid: '1' } } },
      { kubernetes: { 'max-parallel-image-pulls': 1 } },
    ],
    [
      { osVersion: '1.50.0' },
      { kubernetes: { 'cpu-manager-policy-options': ['full-pcpus-only'] } },
      { kubernetes: { 'cpu-manager-policy-options': ['strict-cpu-reservation'] } },
    ],
    [
      { osVersion: '1.29.0' },
      { kubernetes: { 'cluster-name': 'with.dots' } },
      { kubernetes: { 'cluster-name': 'x'.repeat(64) } },
    ],
    [{ osVersion: '1.65.0' }, { aws: { region: 'bell\u0007' } }, { aws: { region: 'two\nlines' } }],
    [
      { osVersion: '1.39.0' },
      { 'kubelet-device-plugins': { nvidia: { 'device-list-strategy': 'envvar' } } },
      { 'kubelet-device-plugins': { nvidia: { 'device-list-strategy': ['envvar'] } } },
    ],
    [{ variant: 'aws-dev', osVersion: '1.56.0' }, { updates: { seed: 1 } }, { updates: { seed: 'x' } }],
  ])('%j takes %j and not %j', (os, taken, refused) => {
    expect(on(os, taken)).toEqual([]);
    expect(errors(taken, os)).toEqual([]);
    expect(on(os, refused)).not.toEqual([]);
    expect(errors(refused, os)).not.toEqual([]);
  });

  test('that does not exist is an error with issues', () => {
    expect(problemsOf(() => settingsSchema({ variant: 'aws-k9s' }))).toEqual([`${IssueCode.UNKNOWN_VARIANT} variant`]);
    expect(problemsOf(() => settingsSchema({ osVersion: 'x' }))).toEqual([`${IssueCode.INVALID_OS_VERSION} osVersion`]);
  });

  test('is named in the title', () => {
    expect(settingsSchema({ variant: 'aws-ecs-3', osVersion: '1.66.0' })).toMatchObject({
      title: 'Bottlerocket user data of aws-ecs-3, 1.66.0',
    });
  });
});

describe('values that the OS accepts and refuses', () => {
  const old = validator({ osVersion: '1.29.0' });

  function judge(vector: Vector): string[] {
    const place = placeOf(vector);
    const validate = releaseOf(vector) === 'latest' ? NEWEST : old;
    return place === undefined ? [] : refusals(documentWith(place.path, place.content), validate);
  }

  const vectors = loadVectors().filter(({ path }) => path !== undefined);

  test('those that it accepts are never refused', () => {
    const accepted = vectors.filter(({ valid }) => valid);
    expect(accepted.length).toBeGreaterThan(300);
    expect(accepted.filter((vector) => judge(vector).length > 0)).toEqual([]);
  });

  test('those that it refuses are refused, but for what a schema cannot say', () => {
    const open = vectors.filter((vector) => !vector.valid && judge(vector).length === 0);
    expect(open.filter(({ value, type }) => !(type ?? '').match(CANNOT_SAY) && !isBeyondPatterns(value))).toEqual([]);
    expect(open.length).toBeLessThan(20);
  });
});

/** Types whose rule is more than a pattern. */
const CANNOT_SAY = /^(?:Url|DNSDomain|ValidBase64Json|PemCertificateString)$/;

/** The same in tables, a table with one size in two spellings, and a bound that JSON numbers cannot hold. */
function isBeyondPatterns(value: unknown): boolean {
  return ['bm90IGpzb24=', 'aGk=', 'not a url with spaces', '2048Ki', '9223372036854775808'].some((part) =>
    JSON.stringify(value, (_, inner: unknown) => (typeof inner === 'bigint' ? String(inner) : inner)).includes(part),
  );
}

describe('any document', () => {
  test('that the checker accepts is accepted, and one with a fault that a schema can name is refused', () => {
    const seen = { accepted: 0, refused: 0 };
    fc.assert(
      fc.property(anySettings(), (settings) => {
        const found = errors(settings);
        const refused = refusals(settings);
        if (found.length === 0) {
          seen.accepted++;
          expect(refused).toEqual([]);
        }
        const nameable = found.filter(isNameable);
        if (nameable.length > 0) {
          seen.refused++;
          expect({ nameable, refused }).not.toMatchObject({ refused: [] });
        }
      }),
      runs(4000),
    );
    // Both happen often enough to mean something.
    expect(Math.min(seen.accepted, seen.refused)).toBeGreaterThan(runs(4000).numRuns / 5);
  });
});

/** Codes of faults in one value, key or table. The others need more than a schema: several settings, or code. */
const NAMEABLE: readonly IssueCode[] = [
  IssueCode.WRONG_TYPE,
  IssueCode.UNKNOWN_SETTING,
  IssueCode.NOT_ALLOWED_VALUE,
  IssueCode.VALUE_OUT_OF_RANGE,
  IssueCode.TOO_FEW_ITEMS,
  IssueCode.MISSING_SETTING,
  IssueCode.INVALID_VALUE,
  IssueCode.INVALID_KEY,
];

function isNameable({ code, expected = '', received = '' }: BottlerocketIssue): boolean {
  const { types } = settingsModel();
  const type = Object.keys(types).find((name) => types[name]!.allows === expected) ?? '';
  const isOpen = CANNOT_SAY.test(type) || /64 bits|2\^63/.test(expected) || /\d{15}|[eE%]/.test(received);
  return NAMEABLE.includes(code) && !(isOpen && code !== IssueCode.WRONG_TYPE);
}
