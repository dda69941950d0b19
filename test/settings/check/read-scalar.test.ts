import { Lazy } from 'aws-cdk-lib';
import { BottlerocketIssue, IssueCode, IssueSeverity } from '../../../lib/settings';
import { readScalar } from '../../../lib/settings/check/read-scalar';
import { TomlFloat } from '../../../lib/settings/model/document';
import { osContext } from '../../../lib/settings/model/os-context';
import { parseRelease } from '../../../lib/settings/model/release';
import { settingsModel } from '../../../lib/settings/model/settings-model';
import { releaseBefore } from '../../helpers/model-paths';

const TYPES = settingsModel().types;

function read(
  value: unknown,
  type: string,
  options: { variant?: string; osVersion?: string; sensitive?: boolean; path?: string } = {},
) {
  const issues: BottlerocketIssue[] = [];
  const place = { path: options.path ?? 'settings.x', sensitive: options.sensitive ?? false };
  const result = readScalar(value, TYPES[type]!, place, osContext(options).context, issues);
  return { value: result, issues };
}

test('a refusal says what was received, what is allowed and what to change', () => {
  expect(read('58', 'u32').issues).toEqual([
    {
      code: IssueCode.WRONG_TYPE,
      severity: IssueSeverity.ERROR,
      path: 'settings.x',
      message: 'Text was given.',
      received: '"58"',
      expected: 'a whole number from 0 to 4294967295',
      fix: 'Write it without quotes: 58.',
    },
  ]);
});

test.each([
  ['kube-reserved.memory', 512, ' That is bytes, so perhaps "512Mi".'],
  ['kube-reserved.cpu', 500, ' That is whole CPUs, so perhaps "500m".'],
  ['kube-reserved.cpu', 2, ''],
  ['eviction-hard."nodefs.inodesFree"', 500, ''],
  ['eviction-hard."memory.available"', 500, ' That is bytes, so perhaps "500Mi".'],
  ['container-log-max-size', 10.5, ''],
])('a number for the quantity %s is told its unit: %j', (path, value, unit) => {
  const [found] = read(value, 'KubernetesQuantityValue', { path: `settings.kubernetes.${path}` }).issues;
  expect(found!.fix).toBe(`Write it as text: "${value}".${unit}`);
});

test.each([
  ['secret', 'KubernetesBootstrapToken'],
  [4711, 'SingleLineString'],
  ['secret!', 'ValidBase64'],
])('of a sensitive setting, nothing of %j is shown', (value, type) => {
  const [found] = read(value, type, { sensitive: true }).issues;
  expect(found!.received).toBe('(not shown, the setting is sensitive)');
  expect(JSON.stringify(found)).not.toContain(String(value));
});

test('what is allowed is what the release allows', () => {
  expect(read('a.', 'KubernetesClusterName', { osVersion: '1.29.0' }).issues[0]!.expected).toContain('label value');
  expect(read('a.', 'KubernetesClusterName').issues[0]!.expected).toContain('Amazon EKS');
});

describe('words of closed sets', () => {
  const words = Object.entries(TYPES).flatMap(([type, { values }]) =>
    [...(values ?? [])].map(([word, conditions]) => ({ type, word, ...conditions })),
  );

  test.each(words.filter(({ since }) => since !== undefined))(
    '$type $word is known since $since',
    ({ type, word, since }) => {
      expect(read(word, type, { osVersion: releaseBefore(since!) }).issues).toMatchObject([
        { code: IssueCode.SETTING_TOO_NEW },
      ]);
      expect(read(word, type, { osVersion: since! })).toEqual({ value: word, issues: [] });
    },
  );

  test.each(words.filter(({ kubernetes }) => kubernetes !== undefined))(
    '$type $word acts from Kubernetes $kubernetes on',
    ({ type, word, kubernetes }) => {
      const [, minor] = parseRelease(kubernetes!)!;
      const before = read(word, type, { variant: `aws-k8s-1.${minor! - 1}`, osVersion: 'latest' });
      expect(before.issues.filter(({ code }) => code === IssueCode.NEWER_KUBERNETES_NEEDED)).toMatchObject([
        { severity: IssueSeverity.WARNING },
      ]);
      expect(read(word, type, { variant: `aws-k8s-1.${minor!}` })).toEqual({ value: word, issues: [] });
    },
  );

  test('other spellings have the conditions of their word', () => {
    expect(read('static', 'KubernetesMemoryManagerPolicy')).toEqual({ value: 'static', issues: [] });
  });
});

test('floats and whole numbers stay what they are', () => {
  expect(read(1, 'KubernetesMemoryThrottlingFactor').value).toEqual(new TomlFloat(1));
  expect(read(new TomlFloat(1), 'KubernetesMemoryThrottlingFactor').value).toEqual(new TomlFloat(1));
  expect(read(0.5, 'KubernetesMemoryThrottlingFactor').value).toBe(0.5);
  expect(read(new TomlFloat(1), 'u32').issues).toMatchObject([
    { code: IssueCode.WRONG_TYPE, message: 'A number with a decimal point was given.' },
  ]);
});

test('base64 of a value that is only known at deployment is refused', () => {
  const text = `name=${Lazy.string({ produce: () => 'x' })}`;
  const [found] = read(Buffer.from(text).toString('base64'), 'ValidBase64').issues;
  expect(found).toMatchObject({ code: IssueCode.INVALID_VALUE, fix: expect.stringContaining('Fn.base64') as string });
  expect(read(Buffer.from('name=${Token}').toString('base64'), 'ValidBase64').issues).toEqual([]);
});
