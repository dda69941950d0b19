import { NO_TOKENS } from '../../../lib/private/token-reader';
import { IssueCode } from '../../../lib/settings';
import { readSettings } from '../../../lib/settings/check/read';
import { KeyStyle } from '../../../lib/settings/check/unknown-key';
import { EntryModel, settingsModel, TableModel } from '../../../lib/settings/model/settings-model';
import { documentOf, ModelPath, modelPaths } from '../../helpers/model-paths';

/** Every table with its keys, but those where any key goes. */
const TABLES = modelPaths().filter(({ shape }) => shape.kind === 'table' && shape.rest === undefined);
const ROOT = { path: 'settings', steps: [], entry: undefined as never, shape: settingsModel().root } as ModelPath;

const snake = (key: string) => key.replace(/[-.]/g, '_');
const camel = (key: string) => key.replace(/[-_.]([a-z0-9])/gi, (_, letter: string) => letter.toUpperCase());
const pascal = (key: string) => camel(key).replace(/^./, (letter) => letter.toUpperCase());
const joined = (key: string) => key.replace(/[-.]/g, '').toLowerCase();

/** The advice for a wrong key in a table, in TOML's own terms. */
function advice(table: ModelPath, wrong: string): string[] {
  const content = Object.assign(Object.create(null) as object, { [wrong]: 1 });
  const document = table.steps.length === 0 ? content : documentOf(table, content);
  return readSettings(document, 'key', NO_TOKENS)
    .issues.filter(({ code }) => code === IssueCode.UNKNOWN_SETTING || code === IssueCode.IGNORED_SETTING)
    .map(({ fix }) => fix ?? '');
}

describe.each([ROOT, ...TABLES])('the keys of $path', (table) => {
  const entries = (table.shape as TableModel).entries;
  const spellings = entries.flatMap(({ key }: EntryModel) =>
    [...new Set([snake(key), camel(key), pascal(key), joined(key)])]
      .filter(
        (wrong) => wrong !== key && !entries.some((other) => other.key === wrong || other.aliases?.includes(wrong)),
      )
      .map((wrong) => [wrong, key] as const),
  );

  test(`are told in all ${spellings.length} wrong spellings`, () => {
    const wrong = spellings.filter(([spelling, key]) => advice(table, spelling)[0] !== `Did you mean ${key}?`);
    expect(wrong).toEqual([]);
  });
});

function found(settings: object, style: KeyStyle) {
  return readSettings(settings, style, NO_TOKENS).issues;
}

test.each<[KeyStyle, object, string, string]>([
  ['property', { kubernetes: { 'max-pods': 1 } }, 'settings.kubernetes.max-pods', 'Did you mean maxPods?'],
  ['property', { kubernetes: { max_pods: 1 } }, 'settings.kubernetes.max_pods', 'Did you mean maxPods?'],
  ['property', { kubernetes: { maxPod: 1 } }, 'settings.kubernetes.maxPod', 'Did you mean maxPods?'],
  ['property', { maxPods: 1 }, 'settings.maxPods', 'Did you mean settings.kubernetes.max-pods?'],
  ['key', { kubernetes: { 'node-lables': {} } }, 'settings.kubernetes.node-lables', 'Did you mean node-labels?'],
  [
    'key',
    { kubernetes: { 'https-proxy': 'x' } },
    'settings.kubernetes.https-proxy',
    'Did you mean settings.network.https-proxy?',
  ],
  ['key', { kubernetes: { motd: 'x' } }, 'settings.kubernetes.motd', 'Did you mean settings.motd?'],
  ['key', { hostname: 'x' }, 'settings.hostname', 'Did you mean settings.network.hostname?'],
  ['key', { 'kubelet-device-plugin': {} }, 'settings.kubelet-device-plugin', 'Did you mean kubelet-device-plugins?'],
  [
    'key',
    { 'container-registry': { 'docker.io': 'https://mirror' } },
    'settings.container-registry."docker.io"',
    'Write mirrors = [{ registry = "docker.io", endpoint = ["https://mirror"] }].',
  ],
  [
    'property',
    { containerRegistry: { 'docker.io': ['https://mirror'] } },
    'settings.container-registry."docker.io"',
    'Write mirrors: [{ registry: "docker.io", endpoint: ["https://mirror"] }].',
  ],
])('%s %j', (style, settings, path, fix) => {
  expect(found(settings, style)).toMatchObject([{ code: IssueCode.UNKNOWN_SETTING, path, fix }]);
});

test.each([
  ['a misspelled secret', { 'container-registry': { credentials: [{ registry: 'a', passwrd: 'hush' }] } }],
  ['a secret under a wrong name', { 'container-registry': { credentials: [{ registry: 'a', secret: 'hush' }] } }],
  ['a secret in a table with a wrong name', { container_registry: { credentials: [{ password: 'hush' }] } }],
  ['a secret where a list belongs', { 'container-registry': { credentials: { registry: 'a', password: 'hush' } } }],
  ['a secret in place of a list', { 'container-registry': { credentials: 'hush' } }],
  ['a secret in place of a table', { 'container-registry': { credentials: ['hush'] } }],
])('%s is not shown', (_, settings) => {
  const issues = found(settings, 'key');
  expect(issues).toHaveLength(1);
  expect(JSON.stringify(issues)).not.toContain('hush');
});

test.each([
  [{ kubernetes: [{ 'max-pods': 1 }] }, 'Write the header as [settings.kubernetes].'],
  [
    { 'container-registry': { credentials: { registry: 'a' } } },
    'Write the header as [[settings.container-registry.credentials]].',
  ],
])('%j: the brackets of headers are told apart', (settings, fix) => {
  expect(found(settings, 'key')).toMatchObject([{ code: IssueCode.WRONG_TYPE, fix }]);
});

test('a key that nothing resembles gets general advice', () => {
  expect(found({ xfs: {} }, 'key')[0]!.fix).toContain('docs/settings.md');
});

test('a short list of what is there is shown, a long one is not', () => {
  expect(found({ ntp: { servers: [] } }, 'key')[0]!.expected).toBe('options, time-servers');
  expect(found({ kubernetes: { zzz: 1 } }, 'key')[0]!.expected).toContain('docs/settings.md');
});

test('keys that the OS drops without a word are warned of', () => {
  expect(found({ kernel: { drivers: { nvidia: { branch: 'lts', brnch: 'pb' } } } }, 'key')).toMatchObject([
    { code: IssueCode.IGNORED_SETTING, severity: 'warning', fix: 'Did you mean branch?' },
  ]);
});

test.each<[KeyStyle, string]>([
  ['key', 'Drop the inner settings: write settings.kubernetes.'],
  ['property', 'Drop the inner settings: write { kubernetes: ... }.'],
])('settings in settings are told to be dropped (%s)', (style, fix) => {
  const { issues } = readSettings({ settings: { kubernetes: {} } }, style, NO_TOKENS);
  expect(issues).toMatchObject([{ code: IssueCode.UNKNOWN_SETTING, path: 'settings.settings', fix }]);
});
