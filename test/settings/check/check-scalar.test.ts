import { IssueCode } from '../../../lib/settings';
import { checkScalar, ruleOf } from '../../../lib/settings/check/check-scalar';
import { SCALAR_CHECKS } from '../../../lib/settings/check/scalar-checks';
import { SCALAR_HINTS } from '../../../lib/settings/check/scalar-hints';
import { TomlFloat } from '../../../lib/settings/model/document';
import { parseRelease } from '../../../lib/settings/model/release';
import { ScalarBase, ScalarModel, settingsModel } from '../../../lib/settings/model/settings-model';
import { releaseBefore } from '../../helpers/model-paths';
import { exampleOf } from '../../helpers/settings-paths';

const TYPES = Object.entries(settingsModel().types);

/** A value of each kind, and the bases that take it. */
const VALUES: readonly (readonly [name: string, value: unknown, bases: readonly ScalarBase[]])[] = [
  ['text', 'x', ['string', 'enum']],
  ['a whole number', 5, ['integer', 'float']],
  ['a whole number beyond JavaScript', 2n ** 60n, ['integer', 'float']],
  ['a fraction', 0.5, ['float']],
  ['a float', new TomlFloat(1), []],
  ['a boolean', true, ['boolean']],
  ['a list of text', ['apiclient', 'x'], ['list']],
  ['a list of numbers', [1], []],
  ['a table', Object.create(null), []],
  ['a date', new Date(0), []],
  ['nothing', null, []],
  ['a function', () => 1, []],
];

describe.each(TYPES)('%s', (name, type) => {
  const bases = [type.base, type.also?.base];

  test('takes its example', () => {
    expect(checkScalar(exampleOf(name), type)).toBeUndefined();
  });

  test.each(VALUES.filter(([, , takers]) => !takers.some((base) => bases.includes(base))))(
    'refuses %s as the wrong type',
    (_, value) => {
      expect(checkScalar(value, type)?.code).toBe(IssueCode.WRONG_TYPE);
    },
  );

  test('never finds the wrong type in the right one', () => {
    for (const [, value] of VALUES.filter(([, , takers]) => takers.includes(type.base))) {
      expect(checkScalar(value, type)?.code).not.toBe(IssueCode.WRONG_TYPE);
    }
  });

  test('has checks, hints and bounds that work', () => {
    const rules = [type, type.also, ...(type.before ?? [])].filter((rule) => rule !== undefined);
    for (const rule of rules.filter(({ check }) => check !== undefined && check !== 'apiclient-command')) {
      expect(SCALAR_CHECKS).toHaveProperty([rule.check!]);
    }
    for (const rule of rules.filter(({ hint }) => hint !== undefined)) {
      expect(SCALAR_HINTS).toHaveProperty([rule.hint!]);
    }
    expect(rules.every(({ allows }) => allows.length > 0)).toBe(true);
  });
});

describe('whole numbers', () => {
  test.each(TYPES.filter(([, { base, multipleOf }]) => base === 'integer' && multipleOf === undefined))(
    '%s ends at its bounds',
    (_, type) => {
      const { min, max } = type;
      for (const [value, outside] of [
        [min!, BigInt(min!) - 1n],
        [max!, BigInt(max!) + 1n],
      ] as const) {
        expect(checkScalar(value, type)).toBeUndefined();
        expect(checkScalar(outside, type)?.code).toBe(IssueCode.VALUE_OUT_OF_RANGE);
      }
    },
  );

  test('are multiples where the OS wants them to be', () => {
    const type = settingsModel().types.KubernetesIdsPerPodValue!;
    expect([0, 65536, 4294901760].map((value) => checkScalar(value, type))).toEqual([undefined, undefined, undefined]);
    expect([1, 65535, 4294967296].map((value) => checkScalar(value, type)?.code)).toEqual(
      Array(3).fill(IssueCode.VALUE_OUT_OF_RANGE),
    );
  });
});

describe('rules that changed hold as of the release', () => {
  const changed = TYPES.filter(([, { before }]) => (before?.length ?? 0) > 0);

  test.each(changed)('%s', (_, type: ScalarModel) => {
    for (const old of type.before!) {
      expect(ruleOf(type, parseRelease(releaseBefore(old.release)))).toBe(old);
      expect(ruleOf(type, parseRelease(old.release))).not.toBe(old);
    }
    expect(ruleOf(type)).toBe(type);
  });

  test.each<[type: string, value: string, release: string, before: boolean, after: boolean]>([
    ['KubernetesClusterName', 'a.b', '1.30.0', true, false],
    ['KubernetesClusterName', 'a'.repeat(64), '1.30.0', false, true],
    ['KubernetesClusterName', 'a-', '1.30.0', false, true],
    ['SingleLineString', 'a\tb', '1.66.0', true, false],
    ['SingleLineString', 'a\u001bb', '1.66.0', true, false],
    ['SingleLineString', 'a\nb', '1.66.0', false, false],
    ['Url', 'https://a/\t', '1.66.0', true, false],
    ['OciImageRef', 'a b', '1.66.0', false, false],
    ['OciImageRef', 'ü', '1.66.0', true, false],
    ['CommandArgument', 'a\nb', '1.66.0', true, false],
    ['NvidiaGpuModel', 'rtxpro6000.96gb', '1.54.0', false, true],
    ['NvidiaGpuModel', 'a100.40gb', '1.54.0', true, true],
  ])('%s %j at %s', (name, value, release, before, after) => {
    const type = settingsModel().types[name]!;
    const takes = (version: string) => checkScalar(value, type, parseRelease(version)) === undefined;
    expect([takes(releaseBefore(release)), takes(release)]).toEqual([before, after]);
  });
});

describe('what to write instead', () => {
  const fix = (type: string, value: unknown) => checkScalar(value, settingsModel().types[type]!)?.fix;

  test.each([
    ['u32', '58', 'Write it without quotes: 58.'],
    ['u32', ' 58 ', 'Write it without quotes: 58.'],
    ['i64', '9007199254740993', 'Write it without quotes: 9007199254740993.'],
    ['bool', 'true', 'Write it without quotes: true.'],
    ['bool', 'False', 'Write it without quotes: false.'],
    ['String', 1048576, 'Write it as text: "1048576".'],
    ['KubernetesLabelValue', true, 'Write it as text: "true".'],
    ['KubernetesQuantityValue', 1, 'Write it as text: "1".'],
    ['KubernetesQuantityValue', 0.25, 'Write it as text: "0.25".'],
    ['u32', new TomlFloat(58), 'Write it without the decimal point: 58.'],
    ['u32', [58], 'Write one value in place of the list: 58.'],
    ['TopologyManagerPolicy', 'best_effort', 'Write "best-effort".'],
    ['TopologyManagerPolicy', 'singleNumaNode', 'Write "single-numa-node".'],
    ['Lockdown', 'integritty', 'Write "integrity".'],
    ['KubernetesMemorySwapBehavior', 'LIMITED_SWAP', 'Write "LimitedSwap".'],
    ['SingleLineString', 'one line\n', 'Remove the white space around the value, such as the line end of a file.'],
    ['ValidBase64', 'aGk=\n', 'Remove the white space around the value, such as the line end of a file.'],
  ])('%s %j: %s', (type, value, expected) => {
    expect(fix(type, value)).toBe(expected);
  });

  test.each([
    ['u32', 'many'],
    ['u32', '-1'],
    ['u32', '5000000000'],
    ['u32', [1, 2]],
    ['bool', 'yes'],
    ['Lockdown', 'maximum'],
    ['KubernetesCloudProvider', 'x'],
    ['SingleLineString', 'a\nb'],
    ['u8', true],
  ])('%s %j: nothing', (type, value) => {
    expect(fix(type, value)).toBeUndefined();
  });
});
