import { Lazy } from 'aws-cdk-lib';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ImageMirror, NetworkPreset, NodeCertificates } from '../../../lib';
import { capacityProblems, capacityProvider } from '../../helpers/ecs-capacity';
import { problemsOf } from '../../helpers/issues';
import { decoded } from '../../helpers/presets';
import { problems, userDataIn, userDataOf } from '../../helpers/self-managed';

/** A real certificate: the settings model looks into it. */
const PEM = pemOf(join(__dirname, '..', '..', 'settings', 'check', 'vectors.yaml'));

function pemOf(file: string): string {
  const [, base64] = /(LS0tLS1CRUdJTiBDRVJUSUZJQ0FURS0tLS0t[A-Za-z0-9+/=]+)/.exec(readFileSync(file, 'utf8'))!;
  return decoded(base64);
}

const withPem = (pem: string) => ({
  presets: [NetworkPreset.trustedCertificates('proxy', NodeCertificates.fromPem(pem))],
});

describe('trusted certificates', () => {
  const folder = mkdtempSync(join(tmpdir(), 'certificates-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  test('are a bundle in base64 that is trusted', () => {
    const { settings } = NetworkPreset.trustedCertificates('proxy', NodeCertificates.fromPem(PEM));
    expect(settings.pki!.proxy!.trusted).toBe(true);
    expect(decoded(settings.pki!.proxy!.data)).toBe(PEM);
    expect(() => userDataOf(withPem(PEM))).not.toThrow();
  });

  test('can come from a file, and from several bundles', () => {
    writeFileSync(join(folder, 'ca.pem'), PEM);
    const file = NodeCertificates.fromPemFile(join(folder, 'ca.pem'));
    expect(file.base64).toBe(NodeCertificates.fromPem(PEM).base64);
    const text = userDataOf({
      presets: ['one', 'two'].map((name) => NetworkPreset.trustedCertificates(name, file)),
    });
    expect(text).toContain('[settings.pki.one]');
    expect(text).toContain('[settings.pki.two]');
  });

  test('that are none are refused', () => {
    expect(problems(withPem('no certificate'))).toEqual(['InvalidValue settings.pki.proxy.data']);
  });

  test('in a file that is not there are refused', () => {
    expect(problemsOf(() => NodeCertificates.fromPemFile(join(folder, 'none.pem')))).toEqual(['FileNotReadable path']);
  });

  test('that are only known at deployment are encoded by CloudFormation', () => {
    const pem = Lazy.string({ produce: () => PEM });
    expect(userDataOf(withPem(pem))).toContain('Fn::Base64');
  });
});

describe('time', () => {
  test('comes from Amazon alone, by IPv4 or IPv6', () => {
    expect(NetworkPreset.amazonTimeSync().settings.ntp).toEqual({ timeServers: ['169.254.169.123'] });
    expect(NetworkPreset.amazonTimeSync(true).settings.ntp).toEqual({ timeServers: ['fd00:ec2::123'] });
    expect(userDataOf({ presets: [NetworkPreset.amazonTimeSync(true)] })).toContain('"fd00:ec2::123"');
  });

  test('comes from other servers', () => {
    expect(userDataOf({ presets: [NetworkPreset.timeServers(['time.example.com'])] })).toContain(
      'time-servers = ["time.example.com"]',
    );
  });
});

test('name servers, search domains and static names are written', () => {
  const text = userDataOf({
    presets: [
      NetworkPreset.dns({ nameServers: ['10.0.0.2'], searchList: ['example.com'] }),
      NetworkPreset.hosts([{ address: '10.0.0.9', hostnames: ['mirror.example.com'] }]),
    ],
  });
  expect(text).toContain('name-servers = ["10.0.0.2"]\nsearch-list = ["example.com"]');
  expect(text).toContain('hosts = [["10.0.0.9", ["mirror.example.com"]]]');
});

test('registry credentials need the opt-out of the node group', () => {
  const presets = [NetworkPreset.registryCredentials([{ registry: 'r.example.com', username: 'u', password: 'p' }])];
  expect(problems({ presets })).toEqual(['SecretInUserData settings.container-registry.credentials[0].password']);
  expect(userDataOf({ presets, allowRegistryCredentials: true })).toContain('password = "p"');
});

describe('registry mirrors', () => {
  test('are written in their order, for EKS and ECS', () => {
    const presets = [NetworkPreset.registryMirrors([ImageMirror.ofEndpoints('docker.io', ['https://b', 'https://a'])])];
    const expected = 'endpoint = ["https://b", "https://a"]\nregistry = "docker.io"';
    expect(userDataOf({ presets })).toContain(expected);
    expect(userDataIn(capacityProvider({ presets }).stack)).toContain(expected);
  });

  test('are one list: two of them are a conflict', () => {
    const mirror = (endpoint: string) =>
      NetworkPreset.registryMirrors([ImageMirror.ofEndpoints('docker.io', [endpoint])]);
    expect(problems({ presets: [mirror('https://a'), mirror('https://b')] })).toEqual([
      'ConflictingSettings settings.container-registry.mirrors',
    ]);
  });

  test('in Amazon ECR cannot be had on Amazon ECS', () => {
    const presets = [
      NetworkPreset.registryMirrors([ImageMirror.ecrPullThroughCache('docker.io', { repositoryPrefix: 'hub' })]),
    ];
    expect(capacityProblems({ presets })).toEqual(['SettingNotInVariant settings.kubernetes']);
  });
});

test('all presets merge with one another without a conflict', () => {
  const text = userDataOf({
    presets: [
      NetworkPreset.proxy({ httpsProxy: 'http://proxy.example.com:3128' }),
      NetworkPreset.registryMirrors([ImageMirror.ofEndpoints('docker.io', ['https://a'])]),
      NetworkPreset.trustedCertificates('proxy', NodeCertificates.fromPem(PEM)),
      NetworkPreset.amazonTimeSync(),
      NetworkPreset.dns({ nameServers: ['10.0.0.2'] }),
      NetworkPreset.hosts([{ address: '10.0.0.9', hostnames: ['a.example.com'] }]),
    ],
  });
  for (const table of ['network', 'pki.proxy', 'ntp', 'dns']) {
    expect(text).toContain(`[settings.${table}]`);
  }
  expect(text).toContain('hosts = [["10.0.0.9", ["a.example.com"]]]\nhttps-proxy = "http://proxy.example.com:3128"');
});
