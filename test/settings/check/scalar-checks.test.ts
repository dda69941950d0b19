import fc from 'fast-check';
import { checkScalar } from '../../../lib/settings/check/check-scalar';
import { settingsModel } from '../../../lib/settings/model/settings-model';
import { byteSize, hugepageBytes } from '../../../lib/settings/check/scalar-checks';
import { runs } from '../../helpers/runs';

function base64(text: string): string {
  return Buffer.from(text).toString('base64');
}

function accepts(type: string, value: unknown): boolean {
  return checkScalar(value, settingsModel().types[type]!) === undefined;
}

/** The patterns of the OS that would backtrack here are written in another way. They must mean the same. */
describe.each<[string, RegExp, string]>([
  ['KernelCpuSetValue', /^([0-9]+(-[0-9]+)?,?)*([0-9]+(-[0-9]+)?)+$/, '01-,x'],
  [
    'KubernetesQuantityValue',
    /^(?:[+-]?[0-9.]+(?:e?[0-9]*)|[+-]?[0-9.]+(?:[EPTGMK]i?)?|[+-]?[0-9.]+[numk]?)$/,
    '0.9+-eEKinm',
  ],
  ['BootConfigValue', /^(?!.*'.*")(?!.*".*')[\x20-\x7E]*$/, `'" a~\n`],
])('%s', (type, original, alphabet) => {
  test('accepts what the pattern of the OS accepts', () => {
    const text = fc.string({ unit: fc.constantFrom(...alphabet), maxLength: 9 });
    fc.assert(
      fc.property(text, (value) => expect(accepts(type, value)).toBe(original.test(value))),
      runs(20000),
    );
  });
});

describe.each<[string, string[], string[]]>([
  [
    'Url',
    [
      ...['https://a.b/c', 'host', 'host:8080', '10.0.0.1', '[::1]:80', 'host/path', 'unix:///run/x.sock'],
      ...[
        'aws:///us-east-1a/i-1',
        'user:pass@host',
        'ü.de',
        'HTTP://A',
        '//a',
        '.internal',
        'a_b',
        ' https://a ',
        'x:',
        'http://a:65536',
      ],
    ],
    [
      ...['', 'a b', '@', 'https://a\n', '?q', '256.1.1.1', ' a', '1.2.3.4:65536', '[::1', 'a\u2028'],
      ...['a|b', '%', '%zz', '\u0000', 'a\u007F'],
    ],
  ],
  [
    'IpAddr',
    ['1.2.3.4', '::', '2001:db8::1', '::ffff:1.2.3.4', '1:2:3:4:5:6:7::', '1:2:3:4:5:6:1.2.3.4', 'ABCD::'],
    [
      ...['', '1.2.3', '01.2.3.4', 'fe80::1%eth0', '1.2.3.4/8', '[::1]', ' ::1', '00001::', '1::2::3', '256.1.1.1'],
      ...['1:2:3:4:5:6:7', '1:2:3:4:5:6:7:8:9', '::1.2.3', '1.2.3.4 '],
    ],
  ],
  [
    'DNSDomain',
    ['cluster.local', 'a', 'a_b.c', 'xn--bcher-kva.example', 'a..b', 'a.', 'ü.de', '1e3', '%61', '-a', 'a'.repeat(64)],
    [
      ...['', '.a', '1.2.3.4', '0x7f.1', '::1', '[::1]', 'a/b', 'a b', 'a:80', 'com.9', 'a.256', 'a%20b', 'a\t', '%'],
      ...['a|b', 'a<b', 'a^b', '1.2.3.4.', '999', '\u00ad'],
    ],
  ],
  ['ValidBase64', ['', 'aGk=', 'aGVsbG8h'], ['aGk', 'aGk==', 'aGl=', 'a', 'aGk=\n', 'aGk-', '====']],
  [
    'ValidBase64Json',
    ['e30=', 'MQ==', ...['-0', ' {} ', '"\\u0000"', '{"a":1,"a":2}', '['.repeat(127) + ']'.repeat(127)].map(base64)],
    [
      ...['', 'ew==', 'aGk=', '/w==', '77u/e30=', 'MWUzMDk='],
      ...[
        '"\\ud800"',
        '{"\\ud800":1}',
        '01',
        '1.',
        '{}{}',
        "'a'",
        'NaN',
        '\u00a01',
        '['.repeat(128) + ']'.repeat(128),
      ].map(base64),
    ],
  ],
  [
    'KubernetesThresholdValue',
    ['0%', '99.9%', '.5%', '5.%', '1e1%', '1Gi', '100', '+5%', '-0%', '-1e-50%', '99.9999961%'],
    ['100%', '%', '-1%', 'x%', '1e2%', '99.9999962%', '1 %', 'nan%', 'inf%'],
  ],
  [
    'SociDownloadChunkSize',
    ['unlimited', '16mb', '1.5gb', '.5GB', '100', '7EiB', ' 8mb\n', '8kbit'],
    ['', 'b', '1 mb', '-1', '1.2.3mb', 'Unlimited', '8EiB', '1.', '1e3', '1zb'],
  ],
  [
    'ContainerdDownloadChunkSize',
    ['64mb', '10MiB', '8b', '1.5m', '0', '1e', `.${'1'.repeat(28)}gb`, '-0', '+5', `${'0'.repeat(40)}5mb`, '\u30005k'],
    [
      '',
      'unlimited',
      '-1mb',
      'mb',
      '1 mb',
      `.${'1'.repeat(29)}gb`,
      '10E',
      '-5',
      '1_000',
      '1,5mb',
      '5.mb',
      '0x5',
      '+5mb',
    ],
  ],
  [
    'ExcludedSetting',
    ['motd', 'settings.motd', 'measurements'],
    ['', 'settings', 'a.*', 'measurement', 'measurement.x'],
  ],
  ['IntegerPercent', ['0', '100', '042', '+42', '-0'], ['101', '-1', '', '1.5', '0x1', ' 42']],
  [
    'SysctlKey',
    ['a.b', 'a/b', '-a', 'a.', '-./', 'a'.repeat(128)],
    ['', '.a', '/a', 'a..b', 'a b', 'a'.repeat(129), 'é', 'a\n'],
  ],
  ['Identifier', ['', 'a-1', '-', 'a'.repeat(76)], ['a'.repeat(77), 'a_b', 'é', '①', 'a.b', 'a\n']],
  ['KmodKey', ['ip_vs', 'a-b', 'a'.repeat(56)], ['a'.repeat(57), 'a.b', 'é', 'a b']],
  [
    'ValidLinuxHostname',
    ['a', '0', 'a-', 'a.b-c', `${'a'.repeat(63)}.b`, `${'a.'.repeat(126)}a`],
    ['', 'A', 'a.', '.a', '-a', 'a.-b', 'a..b', 'a'.repeat(64), `${'a.'.repeat(126)}aa`, 'a_b', 'ü', 'a\n'],
  ],
  [
    'OciImageRef',
    ['a', 'public.ecr.aws/a/b:v1', 'a@sha256:0', 'https://a', '!', 'A:B/C'],
    ['', 'a b', 'a\n', '\ta', 'é', 'a\u00a0b', 'a\u007f'],
  ],
  [
    'FriendlyVersion',
    ['latest', '1.2.3', 'v1.2.3', '1.2.3-a.1+b.01', '18446744073709551615.0.0', '1.2.3--', '1.2.3-0a'],
    [
      '',
      'v',
      '1.2',
      '01.2.3',
      'vv1.2.3',
      'V1.2.3',
      '1.2.3-01',
      '1.2.3-',
      '1.2.3+',
      '18446744073709551616.0.0',
      ' 1.2.3',
      'Latest',
    ],
  ],
  ['BootConfigKey', ['a', 'a.b-c_d', '-', '0'], ['', '.', 'a.', '.a', 'a..b', 'a b', '①']],
  ['BootConfigValue', ['', ' ', '"', "'", '~!{}#;,'], [`'"`, 'é', '\t', '\n', '\u007f']],
  [
    'HugepageSize',
    ['1Ki', '2Mi', '1Gi', '8388608Ti'],
    ['', '0Mi', '2mi', '2M', '3Mi', '2 Mi', '02Mi', '16777216Ti', '2Pi', '-2Mi'],
  ],
  [
    'HugepageAllocation',
    ['0', '0:128', '0:0,1:9', '007'],
    ['', '-1', '1.5', '0:', ':1', '0:1,', ',0:1', '0:1, 1:2', '0:1:2', '1,2'],
  ],
  [
    'KubernetesLabelKey',
    ['a', 'a/b', `${'a'.repeat(253)}/${'b'.repeat(63)}`, '-/a', 'a.b_c'],
    ['', '/a', 'a/', '_a', 'a_', 'a/b/c', 'a'.repeat(64), `${'a'.repeat(254)}/b`, 'a b', 'é', 'a\n'],
  ],
  ['KubernetesLabelValue', ['', 'a', 'a'.repeat(63), 'a._-b'], ['-a', 'a.', 'a'.repeat(64), 'a b', 'a/b', 'é', 'a\n']],
  [
    'KubernetesTaintValue',
    [':NoSchedule', 'a:NoExecute', 'a._b:Anything', `:${'E'.repeat(253)}`],
    [
      '',
      ':',
      'a:',
      'NoSchedule',
      '-a:E',
      `:${'E'.repeat(254)}`,
      'a:No_Schedule',
      'a:E:F',
      'a :E',
      `${'a'.repeat(64)}:E`,
    ],
  ],
  ['KubernetesClusterName', ['a', '0-_', 'a'.repeat(100)], ['', '-a', '_a', 'a.b', 'a b', 'a'.repeat(101), 'é']],
  [
    'KubernetesBootstrapToken',
    ['abcdef.0123456789abcdef'],
    ['', 'ABCDEF.0123456789abcdef', 'abcdef-0123456789abcdef', 'abcdef.0123456789abcde', 'abcdef.0123456789abcdefg'],
  ],
  [
    'KubernetesDurationValue',
    ['0s', '1h2m3s4ms', '1.5h', '9ms', '007s', '1m30s'],
    ['', '0', '1', '1.s', '.5s', '1m2h', '1us', '1ns', '1 s', '-1s', '+1s', '1s1s', '1H', '1d'],
  ],
  [
    'ECSDurationValue',
    ['0s', '1ms1us1ns', '1s1\u00b5s1ns', '1.5h3.5m'],
    ['', '100', '1y', '1m2h', '1\u03bcs', '-1s', '1.s', '1us1us'],
  ],
  ['ECSAttributeKey', ['a', './_-', 'a'.repeat(128)], ['', 'a b', 'a:b', 'a\\b', 'é', 'a'.repeat(129)]],
  [
    'ECSAttributeValue',
    ['a', 'a b', '\\', '@:_/.-', 'a'.repeat(128)],
    ['', ' a', 'a ', 'a\tb', '$', 'a'.repeat(129), 'é'],
  ],
  [
    'KubernetesQuantityValue',
    ['0', '1.5', '100m', '1Gi', '1e3', '1e', '...', '+1', '-1', '1n', '1K', '1Ki', '10E'],
    ['', '1 Gi', '1gi', '1ki', '1KB', '1e3m', 'Gi', '1e-3', '1e+3', '10%', 'é', '１'],
  ],
  [
    'KernelCpuSetValue',
    ['0', '0-3,8', '3-0', '0-12-3', '00'],
    ['', '-1', '1-', '1,', ',1', '1,,2', '1-2-3', '1 2', 'a'],
  ],
  [
    'NvidiaGpuModel',
    ['a100.40gb', 'rtxpro6000.96gb', '1.1gb'],
    ['', 'a100', 'A100.40gb', 'a100.40', 'a100.40GB', '.40gb', 'a100.gb'],
  ],
  [
    'MigProfile',
    ['1', '7', '1g.5gb', '9g.141gb'],
    ['', '0', '5', '6', '8', '10g.5gb', '1g.5GB', '1g5gb', 'g.5gb', '1g.gb', '1c.1g.5gb'],
  ],
])('%s', (type, good, bad) => {
  test.each(good)('accepts %j', (value) => expect(accepts(type, value)).toBe(true));
  test.each(bad)('refuses %j', (value) => expect(accepts(type, value)).toBe(false));
});

describe('page sizes', () => {
  test.each<[string, bigint | undefined]>([
    ['2Mi', 2n ** 21n],
    ['2048Ki', 2n ** 21n],
    ['8388608Ti', 2n ** 63n],
    ['16777216Ti', undefined],
    ['3Mi', undefined],
    ['02Mi', undefined],
    ['2M', undefined],
  ])('%s is %s bytes', (size, bytes) => {
    expect(hugepageBytes(size)).toBe(bytes);
  });
});

describe('sizes', () => {
  test.each<[string, bigint | undefined]>([
    ['64mb', 64000000n],
    ['10MiB', 10485760n],
    ['1.5KiB', 1536n],
    ['.5gb', 500000000n],
    ['8kbit', 1000n],
    ['0.1b', 1n],
    ['1e', 10n ** 18n],
    ['00012', 12n],
    ['\u00858mb', 8000000n],
    ['\uFEFF8mb', undefined],
    ['9223372036854775807', 2n ** 63n - 1n],
    ['9223372036854775808', undefined],
  ])('%j is %s bytes', (size, bytes) => {
    expect(byteSize(size)).toBe(bytes);
  });
});

test('hosts with letters beyond ASCII are judged alike, however often that is done', () => {
  // URL.canParse of Node.js 20 refuses them once it is called so often that it is compiled.
  const judgements = Array.from({ length: 10000 }, () => accepts('Url', 'ü.de') && accepts('DNSDomain', 'ü.de'));
  expect(new Set(judgements)).toEqual(new Set([true]));
});
