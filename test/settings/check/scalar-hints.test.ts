import { checkScalar } from '../../../lib/settings/check/check-scalar';
import { settingsModel } from '../../../lib/settings/model/settings-model';

const fix = (type: string, value: string) => checkScalar(value, settingsModel().types[type]!)?.fix;

describe.each<[type: string, cases: [value: string, meant: string][], unclear: string[]]>([
  [
    'KubernetesTaintValue',
    [
      ['x:NO_SCHEDULE', 'x:NoSchedule'],
      [':PREFER_NO_SCHEDULE', ':PreferNoSchedule'],
      ['gpu=true:NoSchedule', 'true:NoSchedule'],
      ['x: no-execute', 'x:NoExecute'],
      ['gpu=:NoExecute', ':NoExecute'],
    ],
    ['x', 'x:', 'a b:Never', ''],
  ],
  [
    'KubernetesDurationValue',
    [
      ['30', '30s'],
      ['1.5', '1.5s'],
      ['30m1h', '1h30m'],
      ['1h 30m', '1h30m'],
      ['5 minutes', '5m'],
      ['2H', '2h'],
      ['7d', '168h'],
    ],
    ['', 'soon', '1us', '1h1h'],
  ],
  [
    'ECSDurationValue',
    [
      ['90', '90s'],
      ['1s1m', '1m1s'],
    ],
    ['1 month'],
  ],
  [
    'KubernetesQuantityValue',
    [
      ['1GB', '1G'],
      ['1GiB', '1Gi'],
      ['512 Mi', '512Mi'],
      ['1gi', '1Gi'],
      ['500MB', '500M'],
    ],
    ['', 'lots', '10%'],
  ],
  [
    'KubernetesThresholdValue',
    [
      ['100 Mi', '100Mi'],
      ['1gib', '1Gi'],
    ],
    ['100%', '-5%'],
  ],
  [
    'ValidLinuxHostname',
    [
      ['Node.Example.Com', 'node.example.com'],
      ['node.', 'node'],
      ['https://node/', 'node'],
    ],
    ['-a', 'a_b', ''],
  ],
  ['DNSDomain', [['https://cluster.local/', 'cluster.local']], ['10.0.0.1', '.a']],
  [
    'IpAddr',
    [
      ['10.0.0.0/16', '10.0.0.0'],
      ['[::1]', '::1'],
    ],
    ['host', '10.0.0'],
  ],
  [
    'FriendlyVersion',
    [
      ['1.66', '1.66.0'],
      ['V1.66.0', 'v1.66.0'],
      ['Latest', 'latest'],
    ],
    ['newest', '1'],
  ],
  [
    'HugepageSize',
    [
      ['2MB', '2Mi'],
      ['2M', '2Mi'],
      ['1 GiB', '1Gi'],
      ['2mi', '2Mi'],
    ],
    ['3Mi', 'large'],
  ],
  ['KernelCpuSetValue', [['0, 1', '0,1']], ['0..1', '']],
  ['SociDownloadChunkSize', [['16 mb', '16mb']], ['big', '-1']],
])('%s', (type, cases, unclear) => {
  test.each(cases)('%j means %j', (value, meant) => {
    expect(fix(type, value)).toBe(`Write ${JSON.stringify(meant)}.`);
    expect(checkScalar(meant, settingsModel().types[type]!)).toBeUndefined();
  });

  test.each(unclear)('%j means nothing in particular', (value) => {
    expect(checkScalar(value, settingsModel().types[type]!)).toBeDefined();
    expect(fix(type, value)).toBeUndefined();
  });
});

test('an effect alone gets its colon', () => {
  expect(fix('KubernetesTaintValue', 'NoSchedule')).toContain('":NoSchedule"');
});

test.each([
  ['-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----', 'Give the text in base64'],
  ['{"a":1}', 'Give the text in base64'],
  ['aGVsbG8gd29ybGQhIQ\naGVsbG8gd29ybGQhIQ', 'line ends'],
  ['aGVsbG8', '= at its end'],
  ['aGVs-G8_', '+ and /'],
])('base64 %j', (value, advice) => {
  expect(fix('ValidBase64', value)).toContain(advice);
});

test('a hint for base64 shows nothing of the text', () => {
  expect(fix('ValidBase64', 'secret!')).not.toContain('secret');
});

test('very long text is not searched for what it means', () => {
  expect(fix('KubernetesDurationValue', '1m1h'.repeat(100000))).toBeUndefined();
});
