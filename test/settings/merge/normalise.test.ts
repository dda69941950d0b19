import { NO_TOKENS } from '../../../lib/private/token-reader';
import { readSettings } from '../../../lib/settings/check/read';
import { isSameSetting, normaliseSettings } from '../../../lib/settings/merge/normalise';
import { newTable, TomlFloat, TomlTable, TomlToken, TomlValue } from '../../../lib/settings/model/document';
import { plain } from '../../helpers/toml';
import { loadVectors } from '../../helpers/vectors';

function table(entries: object): TomlTable {
  const result = newTable();
  for (const [key, value] of Object.entries(entries)) {
    const isPlain = Object.getPrototypeOf(value) === Object.prototype;
    result[key] = isPlain
      ? table(value as object)
      : Array.isArray(value)
        ? value.map((item: unknown) =>
            Object.getPrototypeOf(item) === Object.prototype ? table(item as object) : (item as TomlValue),
          )
        : (value as TomlValue);
  }
  return result;
}

const normalised = (settings: object) => plain(normaliseSettings(table(settings)));

/** What is written, and what a node reports of it: both must come out the same. */
test.each<[what: string, written: object, stored: object]>([
  ['no cloud provider', { kubernetes: { 'cloud-provider': '' } }, { kubernetes: { 'cloud-provider': '""' } }],
  [
    'one taint without its list',
    { kubernetes: { 'node-taints': { k: 'v:E' } } },
    { kubernetes: { 'node-taints': { k: ['v:E'] } } },
  ],
  [
    'mirrors as a table',
    { 'container-registry': { mirrors: { 'docker.io': ['https://a'] } } },
    { 'container-registry': { mirrors: [{ registry: 'docker.io', endpoint: ['https://a'] }] } },
  ],
  [
    'creds',
    { 'container-registry': { creds: [{ registry: 'a' }] } },
    { 'container-registry': { credentials: [{ registry: 'a' }] } },
  ],
  ['kernel parameters', { boot: { 'kernel-parameters': { a: ['b'] } } }, { boot: { kernel: { a: ['b'] } } }],
  ['init parameters', { boot: { 'init-parameters': { a: ['b'] } } }, { boot: { init: { a: ['b'] } } }],
  [
    'limits without an end',
    { 'oci-defaults': { 'resource-limits': { 'max-open-files': { 'hard-limit': 'unlimited', 'soft-limit': 1 } } } },
    { 'oci-defaults': { 'resource-limits': { 'max-open-files': { 'hard-limit': -1, 'soft-limit': 1 } } } },
  ],
  [
    'sizes of chunks, in powers of 1000',
    { 'container-runtime': { 'concurrent-download-chunk-size': '64mb' } },
    { 'container-runtime': { 'concurrent-download-chunk-size': 64000000 } },
  ],
  [
    'sizes of chunks, in powers of 1024',
    { 'container-runtime': { 'concurrent-download-chunk-size': '10MiB' } },
    { 'container-runtime': { 'concurrent-download-chunk-size': 10485760 } },
  ],
  [
    'the old name of that setting',
    { 'container-runtime': { 'concurrent-layer-fetch-buffer': '10MiB' } },
    { 'container-runtime': { 'concurrent-download-chunk-size': 10485760 } },
  ],
  [
    'bootstrap containers that ran once',
    { 'bootstrap-containers': { a: { mode: 'once' } }, 'bootstrap-commands': { b: { mode: 'once' } } },
    { 'bootstrap-containers': { a: { mode: 'off' } }, 'bootstrap-commands': { b: { mode: 'off' } } },
  ],
  [
    'the policy of the memory manager',
    { kubernetes: { 'memory-manager-policy': 'static' } },
    { kubernetes: { 'memory-manager-policy': 'Static' } },
  ],
  [
    'the policy of the CPU manager',
    { kubernetes: { 'cpu-manager-policy': 'None' } },
    { kubernetes: { 'cpu-manager-policy': 'none' } },
  ],
  [
    'URLs without a scheme',
    { ntp: { 'time-servers': ['time.aws.com'] } },
    { ntp: { 'time-servers': ['http://time.aws.com/'] } },
  ],
  ['URLs without a path', { network: { 'https-proxy': 'https://a' } }, { network: { 'https-proxy': 'https://a/' } }],
  [
    'thresholds as text',
    { kubernetes: { 'image-gc-high-threshold-percent': '85' } },
    { kubernetes: { 'image-gc-high-threshold-percent': 85 } },
  ],
  [
    'whole numbers as floats',
    { kubernetes: { 'memory-throttling-factor': new TomlFloat(1) } },
    { kubernetes: { 'memory-throttling-factor': 1 } },
  ],
  [
    'another name for a trust policy',
    { 'image-verifier-plugins': { notation: { 'trust-policy': 'e30=' } } },
    { 'image-verifier-plugins': { notation: { trustpolicy: 'e30=' } } },
  ],
  [
    'a list of one strategy',
    { 'kubelet-device-plugins': { nvidia: { 'device-list-strategy': ['envvar'] } } },
    { 'kubelet-device-plugins': { nvidia: { 'device-list-strategy': 'envvar' } } },
  ],
])('%s', (_, written, stored) => {
  expect(normalised(written)).toEqual(normalised(stored));
  expect(normalised(stored)).toEqual(normalised(normaliseSettings(table(stored)) as object));
});

test('entries for hosts stay as they are given', () => {
  const settings = {
    network: {
      hosts: [
        ['10.0.0.1', ['b', 'a']],
        ['10.0.0.1', ['c']],
      ],
    },
  };
  expect(normalised(settings)).toEqual(settings);
});

test('other values, and settings that the model does not know, stay as they are', () => {
  const settings = { motd: 'once', kubernetes: { 'max-pods': 5, new: '64mb' }, zzz: { mode: 'once' } };
  expect(normalised(settings)).toEqual(settings);
});

test('values that are only known at deployment stay as they are', () => {
  const token = new TomlToken('bare', Symbol('x'));
  const document = table({ 'container-runtime': { 'concurrent-download-chunk-size': token } });
  expect(normaliseSettings(document)).toEqual(document);
});

test('the input is not changed', () => {
  const document = table({ boot: { 'kernel-parameters': { a: ['b'] } } });
  normaliseSettings(document);
  expect(plain(document)).toEqual({ boot: { 'kernel-parameters': { a: ['b'] } } });
});

test.each<[string, TomlValue, TomlValue, boolean]>([
  ['settings.kubernetes.image-gc-high-threshold-percent', 85, '85', true],
  ['settings.kubernetes.image-gc-high-threshold-percent', 85, '86', false],
  ['settings.kubernetes.node-labels."a.b/c"', '1', '1', true],
  ['settings.kubernetes.node-taints.a', ['x:E'], ['x:E', 'y:E'], false],
  ['settings.motd', 'a', 'A', false],
  ['settings.kubernetes.max-pods', 5, 5n, true],
  ['settings.unknown', '1', 1, false],
  ['settings.kernel.sysctl."net.core.somaxconn"', '1', '01', false],
])('%s: %j and %j are the same: %s', (path, a, b, expected) => {
  expect(isSameSetting(path, a, b)).toBe(expected);
});

describe('values that the OS is known to rewrite', () => {
  const rewritten = loadVectors().filter(({ valid, normalized }) => valid && normalized !== undefined) as unknown as {
    path: string;
    value: TomlValue;
    normalized: TomlValue;
  }[];

  test('there are some', () => {
    expect(rewritten.length).toBeGreaterThan(5);
  });

  test.each(rewritten.filter(({ path }) => !/[<[]/.test(path)))('$path $value', ({ path, value, normalized }) => {
    const nest = (content: TomlValue) =>
      path
        .split('.')
        .slice(1)
        .reduceRight<unknown>((inner, key) => ({ [key]: inner }), content);
    const of = (content: TomlValue) => plain(normaliseSettings(readSettings(nest(content), 'key', NO_TOKENS).document));
    expect(of(value)).toEqual(of(normalized));
  });
});
