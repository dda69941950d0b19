import fc from 'fast-check';
import { checkScalar } from '../../../lib/settings/check/check-scalar';
import { settingsModel } from '../../../lib/settings/model/settings-model';
import { byteSize, hugepageBytes } from '../../../lib/settings/check/scalar-checks';

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
      { numRuns: 20000 },
    );
  });
});

describe.each<[string, string[], string[]]>([
  [
    'Url',
    ['https://a.b/c', 'host', 'host:8080', '10.0.0.1', '[::1]:80', 'host/path', 'unix:///run/x.sock'],
    ['', 'a b', '@', 'https://a\n', '?q', '256.1.1.1'],
  ],
  [
    'IpAddr',
    ['1.2.3.4', '::', '2001:db8::1', '::ffff:1.2.3.4'],
    ['', '1.2.3', '01.2.3.4', 'fe80::1%eth0', '1.2.3.4/8'],
  ],
  [
    'DNSDomain',
    ['cluster.local', 'a', 'a_b.c', 'xn--bcher-kva.example', 'a..b', 'a.', 'ü.de', '1e3'],
    ['', '.a', '1.2.3.4', '0x7f.1', '::1', '[::1]', 'a/b', 'a b', 'a:80', 'com.9', 'a.256'],
  ],
  ['ValidBase64', ['', 'aGk=', 'aGVsbG8h'], ['aGk', 'aGk==', 'aGl=', 'a', 'aGk=\n', 'aGk-', '====']],
  ['ValidBase64Json', ['e30=', 'MQ=='], ['', 'ew==', 'aGk=', '/w==', '77u/e30=', 'MWUzMDk=']],
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
    ['64mb', '10MiB', '8b', '1.5m', '0', '1e', `.${'1'.repeat(28)}gb`],
    ['', 'unlimited', '-1mb', 'mb', '1 mb', `.${'1'.repeat(29)}gb`, '10E'],
  ],
  [
    'ExcludedSetting',
    ['motd', 'settings.motd', 'measurements'],
    ['', 'settings', 'a.*', 'measurement', 'measurement.x'],
  ],
  ['IntegerPercent', ['0', '100', '042', '+42', '-0'], ['101', '-1', '', '1.5', '0x1', ' 42']],
  ['SysctlKey', ['a.b', 'a/b', '-a', 'a..'.slice(0, 2)], ['', '.a', '/a', 'a..b', 'a b']],
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
