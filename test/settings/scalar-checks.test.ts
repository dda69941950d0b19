import fc from 'fast-check';
import { checkScalar } from '../../lib/settings/check-scalar';
import { settingsModel } from '../../lib/settings/model';
import { hugepageBytes } from '../../lib/settings/scalar-checks';

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
    ['', 'a b', '@', 'http://', 'https://a\n'],
  ],
  [
    'IpAddr',
    ['1.2.3.4', '::', '2001:db8::1', '::ffff:1.2.3.4'],
    ['', '1.2.3', '01.2.3.4', 'fe80::1%eth0', '1.2.3.4/8'],
  ],
  [
    'DNSDomain',
    ['cluster.local', 'a', 'a_b.c', 'xn--bcher-kva.example'],
    ['', '.a', '1.2.3.4', '0x7f.1', '::1', '[::1]', 'a/b', 'a b', 'a:80'],
  ],
  ['ValidBase64', ['', 'aGk=', 'aGVsbG8h'], ['aGk', 'aGk==', 'aGl=', 'a', 'aGk=\n', 'aGk-', '====']],
  ['ValidBase64Json', ['e30=', 'MQ=='], ['', 'ew==', 'aGk=', '/w==']],
  [
    'KubernetesThresholdValue',
    ['0%', '99.9%', '.5%', '5.%', '1e1%', '1Gi', '100'],
    ['100%', '%', '-1%', 'x%', '1e2%', '99.9999999%', '1 %'],
  ],
  [
    'SociDownloadChunkSize',
    ['unlimited', '16mb', '1.5gb', '.5GB', '100'],
    ['', 'b', '1 mb', '-1', '1.2.3mb', 'Unlimited'],
  ],
  ['ContainerdDownloadChunkSize', ['64mb', '10MiB', '8b'], ['', '1.5mb', '-1mb', 'mb', '1 mb']],
  [
    'ExcludedSetting',
    ['motd', 'settings.motd', 'measurements'],
    ['', 'settings', 'a.*', 'measurement', 'measurement.x'],
  ],
  ['IntegerPercent', ['0', '100', '042'], ['101', '-1', '', '1.5', '0x1']],
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
