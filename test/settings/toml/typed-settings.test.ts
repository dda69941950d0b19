import { IssueCode, IssueSeverity } from '../../../lib/settings';
import { osContext } from '../../../lib/settings/model/os-context';
import { importToml } from '../../../lib/settings/toml/import-toml';
import { EVERY_SETTING } from '../../helpers/every-setting';
import { toToml } from '../../helpers/toml';

const { context } = osContext({});

function importIt(text: string) {
  return importToml(text, { context });
}

describe('a text becomes what would have been written with typed settings', () => {
  test('every setting there is', () => {
    const { settings } = importIt(toToml(EVERY_SETTING).text);
    expect(settings).toEqual(EVERY_SETTING);
  });

  test.each([
    ['an alias', '[settings.boot]\nkernel.console = ["tty0"]', { boot: { kernelParameters: { console: ['tty0'] } } }],
    ['another alias', '[settings.container-registry]\ncreds = []', { containerRegistry: { credentials: [] } }],
    [
      'a table in place of a list',
      '[settings.container-registry.mirrors]\n"docker.io" = ["https://a", "https://b"]',
      { containerRegistry: { mirrors: [{ registry: 'docker.io', endpoint: ['https://a', 'https://b'] }] } },
    ],
    [
      'one value in place of a list',
      '[settings.kubernetes]\ncluster-dns-ip = "10.0.0.10"',
      { kubernetes: { clusterDnsIp: ['10.0.0.10'] } },
    ],
    [
      'one taint in place of a list',
      '[settings.kubernetes.node-taints]\na = "b:NoSchedule"',
      { kubernetes: { nodeTaints: { a: ['b:NoSchedule'] } } },
    ],
    [
      'text in place of a number',
      '[settings.kubernetes]\nimage-gc-high-threshold-percent = "85"',
      { kubernetes: { imageGcHighThresholdPercent: 85 } },
    ],
    [
      'a word in place of a number',
      '[settings.oci-defaults.resource-limits.max-open-files]\nhard-limit = "unlimited"\nsoft-limit = 1',
      { ociDefaults: { resourceLimits: { maxOpenFiles: { hardLimit: -1, softLimit: 1 } } } },
    ],
    [
      'a number in place of text',
      '[settings.container-runtime]\nconcurrent-download-chunk-size = 10485760',
      { containerRuntime: { concurrentDownloadChunkSize: '10485760' } },
    ],
    [
      'a number larger than those of JavaScript in place of text',
      '[settings.container-runtime]\nconcurrent-download-chunk-size = 9223372036854775807',
      { containerRuntime: { concurrentDownloadChunkSize: '9223372036854775807' } },
    ],
    [
      'another spelling of a word',
      '[settings.kubernetes]\ncpu-manager-policy = "Static"\nmemory-manager-policy = "none"',
      { kubernetes: { cpuManagerPolicy: 'static', memoryManagerPolicy: 'None' } },
    ],
    [
      'a list for several values',
      '[settings.network]\nhosts = [["10.0.0.1", ["a", "b"]]]',
      { network: { hosts: [{ address: '10.0.0.1', hostnames: ['a', 'b'] }] } },
    ],
    [
      'names beside known keys',
      '[settings.image-verifier-plugins]\nenabled = true\nnotation = { trustpolicy = "e30=" }',
      { imageVerifierPlugins: { enabled: true, plugins: { notation: { trustpolicy: 'e30=' } } } },
    ],
    [
      'a float that is whole',
      '[settings.kubernetes]\nmemory-throttling-factor = 1.0',
      { kubernetes: { memoryThrottlingFactor: 1 } },
    ],
  ])('%s', (_, text, expected) => {
    const { settings, issues } = importIt(text);
    expect(issues.filter(({ severity }) => severity === IssueSeverity.ERROR)).toEqual([]);
    expect(settings).toEqual(expected);
  });

  test('a key that means something to JavaScript stays a key', () => {
    const { settings, issues } = importIt(
      '[settings.kubernetes.credential-providers.x]\nenabled = false\nimage-patterns = []\n' +
        'environment = { __proto__ = "x", constructor = "y" }',
    );
    expect(issues).toEqual([]);
    expect(Object.entries(settings.kubernetes!.credentialProviders!.x!.environment!)).toEqual([
      ['__proto__', 'x'],
      ['constructor', 'y'],
    ]);
  });

  test('a number that typed settings cannot hold is an issue, with its place', () => {
    const { issues } = importIt('[settings.kubernetes]\npod-pids-limit = 9223372036854775807');
    expect(issues).toMatchObject([{ code: IssueCode.VALUE_NOT_TYPED, severity: 'error', line: 2, column: 1 }]);
  });
});
