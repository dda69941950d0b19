import { Lazy, Token } from 'aws-cdk-lib';
import { CDK_TOKENS } from '../../../lib/private/cdk-tokens';
import { IssueCode, IssueSeverity, UserDataTarget } from '../../../lib/settings';
import { readAdditional } from '../../../lib/settings/check/read-additional';
import { checkTextSize } from '../../../lib/settings/toml/user-data-size';
import { writeToml } from '../../../lib/settings/toml/write-toml';
import { modelPaths } from '../../helpers/model-paths';
import { parseToml } from '../../helpers/toml';

const read = (input: unknown) => readAdditional(input, CDK_TOKENS);
const problems = (input: unknown) => read(input).issues.map(({ code, path }) => `${code} ${path}`);
const text = (input: unknown, target = UserDataTarget.EKS_MANAGED) =>
  writeToml(read(input).document, target, CDK_TOKENS).text;

test('settings that the model does not know are passed on, each with a warning', () => {
  const input = { new: { a: [1, 2], b: { 'c.d': 'x' } }, kubernetes: { 'new-key': true } };
  expect(parseToml(text(input))).toEqual({ settings: input });
  expect(read(input).issues).toMatchObject([
    {
      code: IssueCode.ADDITIONAL_SETTING,
      severity: IssueSeverity.WARNING,
      path: 'settings.kubernetes.new-key',
      received: 'true',
    },
    { code: IssueCode.ADDITIONAL_SETTING, severity: IssueSeverity.WARNING, path: 'settings.new' },
  ]);
});

test('keys in camel case are passed on as they are, with what the OS would call them', () => {
  const input = { kubernetes: { newThing2Do: 1, new_thing: 1, 'new-thing': 1, new: 1, New: 1 } };
  expect(parseToml(text(input))).toEqual({ settings: input });
  const usual = 'Try it on one node first, then acknowledge this warning.';
  const fixes = Object.fromEntries(read(input).issues.map(({ path, fix }) => [path, fix]));
  expect(fixes).toEqual({
    'settings.kubernetes.New': usual,
    'settings.kubernetes.new': usual,
    'settings.kubernetes.new-thing': usual,
    'settings.kubernetes.newThing2Do':
      'If it is a setting of the OS, write new-thing2-do: keys are passed on as they are.',
    'settings.kubernetes.new_thing': usual,
  });
});

test('settings in settings are refused', () => {
  const { document, issues } = read({ settings: { new: 1 }, kubernetes: { settings: 1 } });
  expect(JSON.parse(JSON.stringify(document))).toEqual({ kubernetes: { settings: 1 } });
  expect(issues).toMatchObject([
    { code: IssueCode.ADDITIONAL_SETTING, path: 'settings.kubernetes.settings' },
    {
      code: IssueCode.INVALID_ADDITIONAL_SETTING,
      path: 'settings.settings',
      fix: 'Drop the inner settings: write what is in them right here.',
    },
  ]);
});

test('values of every kind are written', () => {
  const token = Lazy.string({ produce: () => 'later' });
  const input = { new: { a: 'x', b: 1, c: 2n ** 60n, d: 0.5, e: false, f: ['x', 'y'], g: [{ h: 1 }], i: [[1], [2]] } };
  expect(parseToml(text(input, UserDataTarget.EC2))).toEqual({ settings: input });
  expect(text({ new: { a: token } })).toContain(`a = "${token}"`);
  expect(text({ new: { a: Token.asNumber(Lazy.any({ produce: () => 1 })) } })).toMatch(/a = \$\{Token/);
  expect(text({ new: { a: Lazy.list({ produce: () => ['x'] }) } })).toMatch(/a = \["\$\{Token/);
});

test('text cannot break out of its quotes', () => {
  const injection = 'x"\n[settings.host-containers.admin]\nenabled = true\ny = "';
  expect(parseToml(text({ new: { a: injection } }, UserDataTarget.EC2))).toEqual({
    settings: { new: { a: injection } },
  });
});

describe('settings that the model knows are refused', () => {
  const places = modelPaths().filter(
    ({ path, steps }) => !path.includes('<key>') && steps.every(({ key }) => key !== undefined),
  );
  const nest = (path: string[], last: string, value: unknown) =>
    path.reduceRight<unknown>((inner, key) => ({ [key]: inner }), { [last]: value });
  const spellings = (key: string) => [
    key,
    key.replace(/-/g, '_'),
    key.replace(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase()),
    key.replace(/-/g, '').toUpperCase(),
  ];

  test.each(places)('$path', ({ steps, entry }) => {
    const keys = steps.map(({ key }) => key!);
    for (const spelling of [...spellings(entry.key), ...(entry.aliases ?? [])]) {
      const { document, issues } = read(nest(keys.slice(0, -1), spelling, 'x'));
      expect(issues).toMatchObject([{ code: IssueCode.ADDITIONAL_SETTING_SHADOWS, severity: IssueSeverity.ERROR }]);
      expect(issues[0]!.fix).toContain(entry.property);
      expect(Object.keys(document)).toEqual([]);
    }
  });

  test('in the tables of maps, too', () => {
    expect(
      problems({ 'host-containers': { admin: { enabled: true, new: 1 } }, kernel: { sysctl: { 'a.b': '1' } } }),
    ).toEqual([
      'AdditionalSettingShadows settings.host-containers.admin.enabled',
      'AdditionalSetting settings.host-containers.admin.new',
      'AdditionalSettingShadows settings.kernel.sysctl."a.b"',
    ]);
  });
});

test.each<[string, unknown]>([
  ['nothing', null],
  ['a function', () => 1],
  ['a symbol', Symbol('x')],
  ['a number that is none', NaN],
  ['a number without an end', Infinity],
  ['a date', new Date(0)],
  ['a map', new Map([['a', 1]])],
])('%s is refused', (_, value) => {
  expect(problems({ new: { a: value, b: [value] } }).filter((problem) => problem.startsWith('Invalid'))).toEqual([
    'InvalidAdditionalSetting settings.new.a',
    'InvalidAdditionalSetting settings.new.b[0]',
  ]);
});

test.each([null, 'x', 5, [], [1]])('%j is not settings', (input) => {
  expect(problems(input)).toEqual(['InvalidAdditionalSetting settings']);
});

test.each(['a b', '', 'ä', 'a"b', 'a\nb'])('the key %j is refused', (key) => {
  expect(problems({ new: { [key]: 1, b: 1 } })[0]).toContain('InvalidAdditionalSetting settings.new');
});

test('a key that is only known at deployment is refused', () => {
  expect(problems({ new: { [Lazy.string({ produce: () => 'a' })]: 1 } })[0]).toBe('TokenAsKey settings.new');
});

test('keys that mean something to JavaScript are keys like others', () => {
  const input = JSON.parse('{"new":{"__proto__":{"a":1},"constructor":2,"hasOwnProperty":3}}') as object;
  expect(problems(input)).toEqual(['AdditionalSetting settings.new']);
  expect(text(input)).toContain('[settings.new.__proto__]');
  expect(({} as { a?: number }).a).toBeUndefined();
});

test('what contains itself has an end', () => {
  const circle: Record<string, unknown> = {};
  circle.a = circle;
  expect(problems({ new: circle })).toContainEqual(expect.stringContaining('InvalidAdditionalSetting'));
});

test.each([
  [16384, []],
  [16385, ['UserDataTooLarge']],
])('%d bytes of them count as those of others do', (bytes, expected) => {
  const frame = text({ new: { a: '' } }).length;
  const written = text({ new: { a: 'x'.repeat(bytes - frame) } });
  expect(written).toHaveLength(bytes);
  expect(checkTextSize(written, CDK_TOKENS).map(({ code }) => code)).toEqual(expected);
});

test('nothing is nothing', () => {
  expect(read({})).toMatchObject({ issues: [] });
  expect(text({ new: undefined })).toBe('');
});
