import { Lazy } from 'aws-cdk-lib';
import {
  BottlerocketUserData,
  BottlerocketVariant,
  ImportedSettings,
  IssueCode,
  KernelLockdown,
  UserDataTarget,
} from '../../lib';
import { issuesThrownBy, problemsOf } from '../helpers/issues';

const CERTIFICATE = Buffer.from('certificate').toString('base64');

/** As templates of Terraform modules come out: quoted keys, lists as JSON, more tables behind. */
const TERRAFORM = `[settings.kubernetes]
"cluster-name" = "demo"
"api-server" = "https://0123456789ABCDEF.gr7.eu-central-1.eks.amazonaws.com"
"cluster-certificate" = "${CERTIFICATE}"
"cluster-dns-ip" = ["172.20.0.10"]

# The admin host container provides SSH access and runs with "superpowers".
[settings.host-containers.admin]
enabled = false

[settings.kernel]
lockdown = "integrity"

[settings.kubernetes.node-labels]
"pool" = "blue"
[settings.kubernetes.node-taints]
"dedicated" = "blue:NoSchedule"
`;

/** As writers of TOML in Go come out: every table under a header, indented, with the keys in order. */
const EKSCTL = `
[settings]
  motd = "Hello from eksctl!"

  [settings.host-containers]

    [settings.host-containers.admin]
      enabled = true

  [settings.kernel]

    [settings.kernel.sysctl]
      "net.core.somaxconn" = "1024"

  [settings.kubernetes]
    max-pods = 30

    [settings.kubernetes.node-labels]
      "alpha.eksctl.io/cluster-name" = "demo"
      "alpha.eksctl.io/nodegroup-name" = "ng"
`;

/** As people write it into an EC2NodeClass: single quotes, dotted keys, lists over lines. */
const KARPENTER = `
settings.motd = 'from a node class'
[settings.kubernetes]
kube-api-qps = 30
shutdown-grace-period = "30s"
image-gc-high-threshold-percent = "85"
image-gc-low-threshold-percent = "80"
[settings.kubernetes.eviction-hard]
"memory.available" = "20%"
[settings.kubernetes.kube-reserved]
cpu = '100m'
memory = '300Mi'
[settings.bootstrap-commands.mount-disks]
commands = [
  ['apiclient', 'ephemeral-storage', 'init'],
  ['apiclient', 'ephemeral-storage', 'bind', '--dirs', '/var/lib/containerd', '/var/lib/kubelet'], # both
]
mode = 'always'
essential = true
`;

describe('what other tools write', () => {
  test('Terraform', () => {
    const { settings, issues } = ImportedSettings.fromToml(TERRAFORM);
    expect(issues).toEqual([]);
    expect(settings).toEqual({
      hostContainers: { admin: { enabled: false } },
      kernel: { lockdown: KernelLockdown.INTEGRITY },
      kubernetes: {
        apiServer: 'https://0123456789ABCDEF.gr7.eu-central-1.eks.amazonaws.com',
        clusterCertificate: CERTIFICATE,
        clusterDnsIp: ['172.20.0.10'],
        clusterName: 'demo',
        nodeLabels: { pool: 'blue' },
        nodeTaints: { dedicated: ['blue:NoSchedule'] },
      },
    });
  });

  test('eksctl', () => {
    const { settings, issues } = ImportedSettings.fromToml(EKSCTL);
    expect(issues).toEqual([]);
    expect(settings).toEqual({
      hostContainers: { admin: { enabled: true } },
      kernel: { sysctl: { 'net.core.somaxconn': '1024' } },
      kubernetes: {
        maxPods: 30,
        nodeLabels: { 'alpha.eksctl.io/cluster-name': 'demo', 'alpha.eksctl.io/nodegroup-name': 'ng' },
      },
      motd: 'Hello from eksctl!',
    });
  });

  test('Karpenter', () => {
    const { settings, issues } = ImportedSettings.fromToml(KARPENTER, { target: UserDataTarget.KARPENTER });
    expect(issues).toEqual([]);
    expect(settings).toMatchObject({
      bootstrapCommands: { 'mount-disks': { essential: true, mode: 'always' } },
      kubernetes: { kubeReserved: { cpu: '100m', memory: '300Mi' }, imageGcHighThresholdPercent: 85 },
      motd: 'from a node class',
    });
  });

  test.each([
    ['Terraform', TERRAFORM],
    ['eksctl', EKSCTL],
    ['Karpenter', KARPENTER],
  ])('%s comes out of user data with the same meaning', (_, text) => {
    const { settings } = ImportedSettings.fromToml(text);
    const rendered = new BottlerocketUserData({ settings }).render();
    expect(ImportedSettings.fromToml(rendered).settings).toEqual(settings);
  });
});

describe('what is wrong', () => {
  test('is thrown all at once, with line, column and the name of the text', () => {
    const text = '[settings.kubernetes]\nmax_pods = 5\nmax-pods = "5"\n';
    const issues = issuesThrownBy(() => ImportedSettings.fromToml(text, { sourceName: 'nodes.toml' }));
    expect(issues).toMatchObject([
      { code: IssueCode.UNKNOWN_SETTING, line: 2, column: 1, source: 'nodes.toml', fix: 'Did you mean max-pods?' },
      { code: IssueCode.WRONG_TYPE, line: 3, column: 1, source: 'nodes.toml' },
    ]);
  });

  test('stands in the message', () => {
    expect(() => ImportedSettings.fromToml('[settings]\nx = 1', { sourceName: 'nodes.toml' })).toThrow(
      /\[UnknownSetting\] settings\.x \(line 2, column 1\): .*\n {4}Set by: nodes\.toml/,
    );
  });

  test('is text that is no TOML', () => {
    expect(issuesThrownBy(() => ImportedSettings.fromToml('max-pods: 5'))).toMatchObject([
      {
        code: IssueCode.INVALID_TOML,
        line: 1,
        fix: 'TOML writes max-pods = value, with an equals sign in place of the colon.',
      },
    ]);
  });

  test.each([
    ['variant', { variant: BottlerocketVariant.of('aws-ecs-3') }, IssueCode.SETTING_NOT_IN_VARIANT],
    ['release', { osVersion: '1.50.0' }, IssueCode.SETTING_TOO_NEW],
  ])('is what the %s does not have', (_, options, code) => {
    const text = '[settings.kubernetes]\nids-per-pod = 65536\n';
    expect(ImportedSettings.fromToml(text).settings).toEqual({ kubernetes: { idsPerPod: 65536 } });
    expect(problemsOf(() => ImportedSettings.fromToml(text, options))).toEqual([
      expect.stringMatching(new RegExp(`^${code} settings.kubernetes`)),
    ]);
  });

  test('is a release that is none', () => {
    expect(problemsOf(() => ImportedSettings.fromToml('', { osVersion: '1.x' }))).toEqual([
      `${IssueCode.INVALID_OS_VERSION} osVersion`,
    ]);
  });

  test('is what the target writes itself', () => {
    const options = { target: UserDataTarget.EKS_MANAGED };
    expect(problemsOf(() => ImportedSettings.fromToml(TERRAFORM, options))).toContain(
      `${IssueCode.SETTING_SUPPLIED_BY_EKS} settings.kubernetes.api-server`,
    );
  });
});

test('how a text says something does not matter, as it is written anew', () => {
  const text = '[settings.kubernetes."node-labels"]\nx = "y"\n[settings.kernel.sysctl]\na = "\\"b\\""\n';
  const options = { target: UserDataTarget.EKS_MANAGED };
  const { settings, issues } = ImportedSettings.fromToml(text, options);
  expect(issues).toEqual([]);
  expect(new BottlerocketUserData({ settings, ...options }).render()).toContain(`a = '"b"'`);
});

test('nothing gives no settings', () => {
  expect(ImportedSettings.fromToml('')).toMatchObject({ settings: {}, issues: [] });
});

test('warnings are kept, with their places', () => {
  const { issues } = ImportedSettings.fromToml('[settings]\n[other]\nx = 1\n', { sourceName: 'a.toml' });
  expect(issues).toMatchObject([
    { code: IssueCode.IGNORED_TABLE, severity: 'warning', line: 2, column: 1, source: 'a.toml' },
  ]);
});

test('a token between quotes passes, for text and for numbers', () => {
  const name = Lazy.string({ produce: () => 'demo' });
  const count = Lazy.string({ produce: () => '5' });
  const text = `[settings.kubernetes]\ncluster-name = "${name}"\nmax-pods = "${count}"\nnode-labels = { a = "x-${name}" }\n`;
  expect(ImportedSettings.fromToml(text).settings).toEqual({
    kubernetes: { clusterName: name, maxPods: count, nodeLabels: { a: `x-${name}` } },
  });
});
