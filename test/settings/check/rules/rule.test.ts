import { CDK_TOKENS } from '../../../../lib/private/cdk-tokens';
import { readSettings } from '../../../../lib/settings/check/read';
import { RefusedPaths } from '../../../../lib/settings/check/refused-paths';
import { SettingsView } from '../../../../lib/settings/check/rules/rule';
import { osContext } from '../../../../lib/settings/model/os-context';
import { TOKEN } from '../../../helpers/rules';

function view(settings: object, judgesDefaults = true): SettingsView {
  const { context } = osContext({});
  const { document, issues } = readSettings(settings, 'property', CDK_TOKENS, context);
  return new SettingsView(document, CDK_TOKENS, context, RefusedPaths.of(issues), judgesDefaults);
}

const SETTINGS = {
  motd: TOKEN.text,
  kubernetes: {
    maxPods: 58,
    nodeLabels: { 'a/b': 'c' },
    clusterDnsIp: ['10.0.0.10'],
    standaloneMode: false,
    logLevel: 999,
  },
  ntp: { timeServers: TOKEN.list },
};

test('values are of one kind each, and unknown until deployment', () => {
  const settings = view(SETTINGS);
  expect(settings.number('kubernetes', 'max-pods')).toBe(58);
  expect(settings.text('kubernetes', 'max-pods')).toBeUndefined();
  expect(settings.flag('kubernetes', 'standalone-mode')).toBe(false);
  expect(settings.text('motd')).toBeUndefined();
  expect(settings.has('motd')).toBe(true);
  expect(settings.list('ntp', 'time-servers')).toBeUndefined();
  expect(settings.keys('kubernetes', 'node-labels')).toEqual(['a/b']);
  expect(settings.keys('motd')).toEqual([]);
});

test('what was refused is neither there nor missing', () => {
  const settings = view(SETTINGS);
  expect(settings.has('kubernetes', 'log-level')).toBe(false);
  expect(settings.lacks('kubernetes', 'log-level')).toBe(false);
  expect(settings.lacks('kubernetes', 'registry-qps')).toBe(true);
});

test('defaults count only where they are judged', () => {
  expect(view(SETTINGS).usesDefault('kubernetes', 'registry-qps')).toBe(true);
  expect(view(SETTINGS, false).usesDefault('kubernetes', 'registry-qps')).toBe(false);
  expect(view(SETTINGS).usesDefault('kubernetes', 'max-pods')).toBe(false);
});

test('paths are written as TOML writes them', () => {
  expect(view({}).path('kubernetes', 'node-labels', 'a/b')).toBe('settings.kubernetes.node-labels."a/b"');
});

test('text behind base64 is there as far as it is text', () => {
  const settings = view({
    hostContainers: {
      a: { userData: 'aGk=' },
      b: { userData: '/w==' },
      c: { userData: TOKEN.text },
      d: { userData: '' },
    },
  });
  expect(['a', 'b', 'c', 'd', 'e'].map((name) => settings.base64('host-containers', name, 'user-data'))).toEqual([
    'hi',
    undefined,
    undefined,
    '',
    undefined,
  ]);
});
