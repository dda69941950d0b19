import { CfnParameter, SecretValue, Stack } from 'aws-cdk-lib';
import { CDK_TOKENS } from '../../../lib/private/cdk-tokens';
import { BottlerocketIssue, BottlerocketSettings, IssueSeverity } from '../../../lib/settings';
import { checkSecrets } from '../../../lib/settings/check/check-secrets';
import { readAdditional } from '../../../lib/settings/check/read-additional';
import { readSettings } from '../../../lib/settings/check/read';
import { mergeSettings } from '../../../lib/settings/merge/merge';
import { SettingsLayer } from '../../../lib/settings';

function issues(
  settings: BottlerocketSettings,
  allowRegistryCredentials = false,
  additional: object = {},
): BottlerocketIssue[] {
  const documents = [
    readSettings(settings, 'property', CDK_TOKENS).document,
    readAdditional(additional, CDK_TOKENS).document,
  ];
  const { document } = mergeSettings(documents.map((one) => ({ document: one, layer: SettingsLayer.GROUP })));
  return checkSecrets(document, { tokens: CDK_TOKENS, allowRegistryCredentials });
}

const found = (settings: BottlerocketSettings, allow = false, additional: object = {}) =>
  issues(settings, allow, additional).map(
    ({ code, path, severity }) => `${code}${severity === IssueSeverity.WARNING ? '?' : ''} ${path}`,
  );

const secret = () => SecretValue.secretsManager('name').toString();
const base64 = (text: string) => Buffer.from(text).toString('base64');
const KEY = '-----BEGIN EC PRIVATE KEY-----\nMHcCAQEE\n-----END EC PRIVATE KEY-----\n';

describe('secrets are refused', () => {
  test.each<[string, BottlerocketSettings, string]>([
    ['in a plain setting', { motd: secret() }, 'settings.motd'],
    ['in a list', { ntp: { timeServers: ['a', secret()] } }, 'settings.ntp.time-servers[1]'],
    ['in a map', { kernel: { sysctl: { 'a.b': secret() } } }, 'settings.kernel.sysctl."a.b"'],
    [
      'in user data of a host container',
      { hostContainers: { admin: { userData: base64(KEY) } } },
      'settings.host-containers.admin.user-data',
    ],
    [
      'in user data of a bootstrap container',
      { bootstrapContainers: { a: { userData: base64(KEY) } } },
      'settings.bootstrap-containers.a.user-data',
    ],
    ['in the key of the kubelet', { kubernetes: { serverKey: base64(KEY) } }, 'settings.kubernetes.server-key'],
    [
      'in the address of a proxy',
      { network: { httpsProxy: `https://user:${secret()}@proxy` } },
      'settings.network.https-proxy',
    ],
  ])('%s', (_, settings, path) => {
    expect(found(settings)).toEqual([`SecretInUserData ${path}`]);
  });

  test('among settings that the model does not know', () => {
    expect(found({}, false, { new: { list: [{ password: secret() }] } })).toEqual([
      'SecretInUserData settings.new.list[0].password',
    ]);
  });

  test('when they are parameters with NoEcho', () => {
    const parameter = new CfnParameter(new Stack(), 'P', { noEcho: true });
    expect(found({ motd: parameter.valueAsString })).toEqual(['SecretInUserData settings.motd']);
  });
});

describe('credentials of registries', () => {
  const credentials = (entry: object): BottlerocketSettings => ({
    containerRegistry: { credentials: [{ registry: 'docker.io', ...entry }] },
  });
  const C = 'settings.container-registry.credentials[0]';

  test.each([
    ['auth', 'aGk='],
    ['password', 'hush'],
    ['identitytoken', 'hush'],
    ['password', secret()],
  ])('are refused as %s', (key, value) => {
    expect(found(credentials({ [key]: value }))).toContain(`SecretInUserData ${C}.${key}`);
  });

  test('are warned of when they are allowed', () => {
    expect(found(credentials({ auth: 'aGk=' }), true)).toEqual([`RegistryCredentialsInUserData? ${C}.auth`]);
    expect(found(credentials({ identitytoken: secret() }), true)).toEqual([
      `RegistryCredentialsInUserData? ${C}.identitytoken`,
    ]);
  });

  test('are the only secrets that can be allowed', () => {
    expect(found({ motd: secret() }, true)).toEqual(['SecretInUserData settings.motd']);
  });

  test('have the way around in the fix', () => {
    const [first] = issues(credentials({ auth: 'aGk=' }));
    expect(first!.fix).toContain('Amazon ECR');
    expect(first!.fix).toContain('allowRegistryCredentials: true');
  });
});

test('the message says who could read it, and the fix where it belongs', () => {
  const [first] = issues({ motd: secret() });
  expect(first!.message).toBe(
    'A SecretValue would stand in the user data, which anyone with the right ec2:DescribeInstanceAttribute can read.',
  );
  expect(first!.fix).toContain('role');
  expect(JSON.stringify(first)).not.toContain('resolve:');
});

test('values of settings that are made for secrets are warned of, unless nothing is known of them', () => {
  expect(found({ kubernetes: { bootstrapToken: 'abcdef.0123456789abcdef' } })).toEqual([
    'SensitiveValueInUserData? settings.kubernetes.bootstrap-token',
  ]);
  expect(found({ aws: { credentials: base64('[default]') } })).toEqual([
    'SensitiveValueInUserData? settings.aws.credentials',
  ]);
  expect(found({ kubernetes: { bootstrapToken: new CfnParameter(new Stack(), 'P').valueAsString } })).toEqual([]);
});

test('other settings are none of its business', () => {
  expect(
    found({
      motd: 'x',
      kubernetes: { clusterCertificate: base64('-----BEGIN CERTIFICATE-----\n'.repeat(3)) },
      aws: { region: 'eu-west-1' },
    }),
  ).toEqual([]);
});

describe('the password of a proxy', () => {
  const proxy = (httpsProxy: string) => found({ network: { httpsProxy } });

  test.each(['http://user:word@proxy.example.com:3128', 'HTTPS://:word@proxy.example.com'])(
    'in %s is a warning',
    (url) => {
      expect(proxy(url)).toEqual(['SensitiveValueInUserData? settings.network.https-proxy']);
    },
  );

  test.each(['http://proxy.example.com:3128', 'proxy.example.com:3128', 'http://user@proxy.example.com:3128'])(
    'is not in %s',
    (url) => {
      expect(proxy(url)).toEqual([]);
    },
  );
});
