import fc from 'fast-check';
import { NO_TOKENS } from '../../../lib/private/token-reader';
import { IssueCode } from '../../../lib/settings';
import { EntryModel, settingsModel } from '../../../lib/settings/model/settings-model';
import { osContext } from '../../../lib/settings/model/os-context';
import { readSettings } from '../../../lib/settings/check/read';
import { KeyStyle } from '../../../lib/settings/check/unknown-key';
import { kubernetes, only, read } from '../../helpers/read';
import { runs } from '../../helpers/runs';

describe('wrong types', () => {
  test.each([
    [kubernetes({ 'max-pods': '110' }), 'Write it without quotes: 110.'],
    [kubernetes({ 'max-pods': { 'max-pods': 65 } }), undefined],
    [kubernetes({ 'max-pods': 1.5 }), undefined],
    [kubernetes({ 'seccomp-default': 'true' }), 'Write it without quotes: true.'],
    [kubernetes({ 'node-labels': { a: true } }), 'Write it as text: "true".'],
    [{ kernel: { sysctl: { 'vm.max_map_count': 1048576 } } }, 'Write it as text: "1048576".'],
    [{ motd: ['hello'] }, 'Write one value in place of the list: "hello".'],
    [{ motd: null }, undefined],
    [{ motd: () => 'hello' }, undefined],
    [{ dns: { 'name-servers': '10.0.0.1' } }, 'Write a list: ["10.0.0.1"].'],
    [{ dns: { 'name-servers': { a: 1 } } }, undefined],
    [{ dns: [] }, undefined],
    [{ dns: 'x' }, undefined],
    [{ network: { hosts: [['10.0.0.1']] } }, undefined],
    [{ 'bootstrap-commands': { a: { commands: [['apiclient', 1]] } } }, undefined],
  ])('%j is refused', (input, fix) => {
    const found = only(input);
    expect(found.code).toBe(IssueCode.WRONG_TYPE);
    if (fix !== undefined) {
      expect(found.fix).toBe(fix);
    }
  });

  test('at the very top are refused', () => {
    for (const input of ['settings', 5, null, undefined, [], true]) {
      expect(only(input)).toMatchObject({ code: IssueCode.WRONG_TYPE, path: 'settings' });
    }
  });
});

describe('wrong values', () => {
  test.each([
    [kubernetes({ 'max-pods': -1 }), IssueCode.VALUE_OUT_OF_RANGE],
    [kubernetes({ 'max-pods': 4294967296 }), IssueCode.VALUE_OUT_OF_RANGE],
    [kubernetes({ 'log-level': 256 }), IssueCode.VALUE_OUT_OF_RANGE],
    [kubernetes({ 'pod-pids-limit': 9223372036854775808n }), IssueCode.VALUE_OUT_OF_RANGE],
    [kubernetes({ 'memory-throttling-factor': NaN }), IssueCode.VALUE_OUT_OF_RANGE],
    [{ kernel: { lockdown: 'Integrity' } }, IssueCode.NOT_ALLOWED_VALUE],
    [{ network: { hostname: 'UPPER' } }, IssueCode.INVALID_VALUE],
    [{ 'host-containers': { under_score: { enabled: true } } }, IssueCode.INVALID_KEY],
    [{ 'oci-defaults': { capabilities: { NET_ADMIN: true } } }, IssueCode.UNKNOWN_SETTING],
    [kubernetes({ 'node-taints': { a: [] } }), IssueCode.TOO_FEW_ITEMS],
  ])('%p is refused', (input, code) => {
    expect(only(input).code).toBe(code);
  });

  test('show the word that was meant', () => {
    expect(only({ kernel: { lockdown: 'Integrity' } }).fix).toBe('Write "integrity".');
    expect(only({ ecs: { 'image-pull-behavior': 'prefer_cached' } }).fix).toBe('Write "prefer-cached".');
  });

  test('that only have white space too much are told so', () => {
    expect(only({ kubernetes: { 'cluster-name': 'demo\n' } }).fix).toContain('white space');
  });

  test('of sensitive settings are not shown', () => {
    const settings = { 'container-registry': { credentials: [{ password: 'two\nlines', registry: 5 }] } };
    const { issues } = read(settings);
    expect(issues.map(({ path, received }) => [path, received])).toEqual([
      ['settings.container-registry.credentials[0].password', '(not shown, the setting is sensitive)'],
      ['settings.container-registry.credentials[0].registry', '5'],
    ]);
    expect(JSON.stringify(issues)).not.toContain('two');
  });

  test('do not keep the right ones from being read', () => {
    const input = kubernetes({ 'max-pods': 'x', 'log-level': 3, 'node-labels': { a: 'b', '-': 'c' } });
    const { document, issues } = read(input);
    expect(document).toEqual(kubernetes({ 'log-level': 3, 'node-labels': { a: 'b' } }));
    expect(issues).toHaveLength(2);
  });
});

describe('forms that the OS turns into others', () => {
  test('one taint is a list of one', () => {
    expect(read(kubernetes({ 'node-taints': { a: 'b:NoSchedule' } })).document).toEqual(
      kubernetes({ 'node-taints': { a: ['b:NoSchedule'] } }),
    );
  });

  test('mirrors as a table are a list', () => {
    expect(read({ 'container-registry': { mirrors: { b: ['https://m'], a: ['x', 'y'] } } }).document).toEqual({
      'container-registry': {
        mirrors: [
          { registry: 'a', endpoint: ['x', 'y'] },
          { registry: 'b', endpoint: ['https://m'] },
        ],
      },
    });
  });

  test('a list of one is the one, where releases before the list form know only that', () => {
    const typed = (deviceListStrategy: unknown) => ({ kubeletDevicePlugins: { nvidia: { deviceListStrategy } } });
    const strategy = (value: unknown) => ({ 'kubelet-device-plugins': { nvidia: { 'device-list-strategy': value } } });
    expect(read(typed(['envvar']), 'property').document).toEqual(strategy('envvar'));
    expect(read(typed(['envvar', 'cdi-cri']), 'property').document).toEqual(strategy(['envvar', 'cdi-cri']));
    expect(read(kubernetes({ 'cluster-dns-ip': [] })).document).toEqual(kubernetes({ 'cluster-dns-ip': [] }));
  });

  test('a list of one stays what it is in TOML, which releases before the list form refuse', () => {
    const strategy = (value: unknown) => ({ 'kubelet-device-plugins': { nvidia: { 'device-list-strategy': value } } });
    expect(read(strategy(['envvar'])).document).toEqual(strategy(['envvar']));
    const old = osContext({ osVersion: '1.39.0' }).context;
    expect(readSettings(strategy(['envvar']), 'key', NO_TOKENS, old).issues).toMatchObject([
      { code: IssueCode.SETTING_TOO_NEW },
    ]);
    expect(readSettings(strategy('envvar'), 'key', NO_TOKENS, old).issues).toEqual([]);
  });

  test('other plugins than notation are known since 1.56', () => {
    const plugins = {
      'image-verifier-plugins': { notation: { trustpolicy: 'e30=' }, digestion: { trustpolicy: 'e30=' } },
    };
    const old = osContext({ osVersion: '1.55.0' }).context;
    expect(readSettings(plugins, 'key', NO_TOKENS, old).issues).toMatchObject([
      {
        code: IssueCode.INVALID_KEY,
        path: 'settings.image-verifier-plugins.digestion',
        expected: expect.stringContaining('1.56.0') as string,
      },
    ]);
    expect(read(plugins).issues).toEqual([]);
  });
});

describe('any input', () => {
  test.each<KeyStyle>(['property', 'key'])('is judged without failing (%s)', (style) => {
    fc.assert(
      fc.property(
        fc.anything({ withNullPrototype: true, withBigInt: true, withDate: true, withMap: true }),
        (input) => {
          read(input, style);
        },
      ),
      runs(2000),
    );
  });

  test.each<KeyStyle>(['property', 'key'])('below any setting is judged without failing (%s)', (style) => {
    const groups = settingsModel().root.entries;
    const anything = fc.anything({ withBigInt: true, withSparseArray: true, maxDepth: 3 });
    fc.assert(
      fc.property(fc.constantFrom(...groups), anything, fc.integer({ min: 0, max: 200 }), (group, input, at) => {
        const name = (entry: EntryModel) => (style === 'property' ? entry.property : entry.key);
        const entries = group.shape.kind === 'table' ? group.shape.entries : [];
        const below = entries.length === 0 ? { any: input } : { [name(entries[at % entries.length]!)]: input };
        read({ [name(group)]: below }, style);
      }),
      runs(2000),
    );
  });

  test('with circles is judged', () => {
    const circle: Record<string, unknown> = {};
    circle.kubernetes = circle;
    circle.motd = circle;
    expect(read(circle).issues.length).toBeGreaterThan(0);
  });

  test('of great size is judged in time that grows with it', () => {
    const labels = Object.fromEntries(Array.from({ length: 10000 }, (_, index) => [`label-${index}`, 'x']));
    const long = 'x'.repeat(10 * 1024 * 1024);
    expect(read(kubernetes({ 'node-labels': labels })).issues).toEqual([]);
    const texts = [kubernetes({ 'reserved-cpus': `${'1'.repeat(1e6)}x`, 'cluster-domain': long }), { [long]: 1 }];
    for (const input of [...texts, { boot: { init: { a: [`'"${long}`] } } }, { updates: { 'version-lock': long } }]) {
      expect(read(input).issues.length).toBeGreaterThan(0);
    }
  });
});
