import { gzipSync } from 'node:zlib';
import { IssueCode, IssueSeverity, UserDataTarget } from '../../../lib/settings';
import { osContext } from '../../../lib/settings/model/os-context';
import { judgeToml, judgeUserData, TomlJudgeOptions } from '../../../lib/settings/toml/judge-toml';

type Options = Partial<TomlJudgeOptions> & { readonly variant?: string; readonly osVersion?: string };

function options({ variant, osVersion, ...given }: Options): TomlJudgeOptions {
  return { context: osContext({ variant, osVersion }).context, isComplete: false, ...given };
}

/** Severity, code and place of everything that is found. */
function judge(text: string, given: Options = {}): string[] {
  return judgeToml(text, options(given)).issues.map(
    ({ severity, code, path, line, column }) => `${line}:${column} ${severity} ${code} ${path}`,
  );
}

describe('what the OS takes', () => {
  test.each([
    ['nothing at all', ''],
    ['white space', ' \n\t\r\n'],
    ['comments and a table', '# one\n[settings] # two\n'],
    ['an empty table', '[settings]\n'],
    ['a byte order mark and line ends of Windows', '\uFEFF[settings.kubernetes]\r\nmax-pods = 5\r\n'],
    ['a table in place of mirrors', '[settings.container-registry.mirrors]\n"docker.io" = ["https://example.com"]\n'],
    ['an alias', '[settings.boot]\nkernel = { console = ["ttyS0"] }\n'],
  ])('is fine: %s', (_, text) => {
    expect(judge(text).filter((found) => !found.includes('warning'))).toEqual([]);
  });

  test('does not become an error because the kubelet wants more beside it', () => {
    const text = '[settings.kubernetes.eviction-soft]\n"memory.available" = "10%"\n';
    expect(judge(text)).toEqual([
      '2:1 warning EvictionGracePeriodMissing settings.kubernetes.eviction-soft."memory.available"',
    ]);
    expect(judge(text, { isComplete: true })).toContain(
      '2:1 error EvictionGracePeriodMissing settings.kubernetes.eviction-soft."memory.available"',
    );
  });

  test('is a warning where others do not take a single value', () => {
    const text = '[settings.kubernetes.node-labels]\n"kubernetes.io/role" = "x"\n';
    expect(judge(text)).toEqual(['2:1 warning InvalidLabel settings.kubernetes.node-labels."kubernetes.io/role"']);
    expect(judge(text, { isComplete: true, variant: 'aws-dev' }).join()).toContain('error');
  });

  test('is a warning where secrets stand in it', () => {
    const text = [
      '[[settings.container-registry.credentials]]',
      'registry = "docker.io"',
      'auth = "dXNlcjpwYXNzd29yZA=="',
      '[settings.kernel.sysctl]',
      '"x.y" = "-----BEGIN PRIVATE KEY-----"',
    ].join('\n');
    expect(judge(text)).toEqual([
      '3:1 warning RegistryCredentialsInUserData settings.container-registry.credentials[0].auth',
      '5:1 warning SecretInUserData settings.kernel.sysctl."x.y"',
    ]);
  });
});

test('a text without settings is refused', () => {
  expect(judge('# nothing\n')).toEqual(['1:1 error SettingsTableMissing settings']);
});

test('contradictions that keep the kubelet from starting are errors', () => {
  const text = '[settings.kubernetes]\nimage-gc-high-threshold-percent = 50\nimage-gc-low-threshold-percent = "60"\n';
  expect(judge(text)).toEqual(['2:1 error ImageGcThresholds settings.kubernetes.image-gc-high-threshold-percent']);
});

test('what EKS, ECS and the node supply is only demanded of complete user data', () => {
  const text = '[settings.kubernetes]\nmax-pods = 5\n';
  expect(judge(text, { variant: 'aws-k8s-1.35' })).toEqual([]);
  expect(judge(text, { variant: 'aws-k8s-1.35', isComplete: true })).toEqual([
    '1:1 error ClusterSettingMissing settings.kubernetes.api-server',
    '1:1 error ClusterSettingMissing settings.kubernetes.cluster-certificate',
    '1:1 error ClusterSettingMissing settings.kubernetes.cluster-name',
  ]);
  expect(judge(text, { variant: 'aws-k8s-1.35', isComplete: true, target: UserDataTarget.EKS_MANAGED })).toEqual([]);
});

test('issues come in the order of the text, and each has a place', () => {
  const text = '[settings.kubernetes]\nmax-pods = "5"\nmax_pods = 1\n\n[settings.aws]\nregion = 1\nx = 2\n[other]\n';
  expect(judge(text)).toEqual([
    '2:1 error WrongType settings.kubernetes.max-pods',
    '3:1 error UnknownSetting settings.kubernetes.max_pods',
    '6:1 error WrongType settings.aws.region',
    '7:1 error UnknownSetting settings.aws.x',
    '8:1 warning IgnoredTable other',
  ]);
});

describe('the variant and the release', () => {
  test.each([
    ['[settings.ecs]\ncluster = "x"\n', 'aws-ecs-2', 'aws-k8s-1.34'],
    ['[settings.ecs]\ncluster = "x"\n', 'aws-ecs', 'aws-k8s'],
    ['[settings.kubernetes]\nmax-pods = 1\n', 'aws-k8s', 'aws-ecs'],
    ['[settings.kubelet-device-plugins.nvidia]\nenabled = true\n', 'aws-k8s-1.34-nvidia', 'aws-k8s-1.34-fips'],
  ])('%s is for %s and not for %s', (text, right, wrong) => {
    expect(judge(text, { variant: right })).toEqual([]);
    expect(judge(text, { variant: wrong })).toEqual([expect.stringMatching(/error SettingNotInVariant/)]);
  });

  test('a setting is refused before its release', () => {
    const text = '[settings.kernel.zram]\nsize = "1GiB"\n';
    expect(judge(text, { osVersion: '1.69.0' })).toEqual([]);
    expect(judge(text, { osVersion: '1.68.0' })).toEqual([expect.stringMatching(/error SettingTooNew/)]);
  });
});

describe('the target', () => {
  test('EKS reads less of TOML, and writes some settings itself', () => {
    const text = '[settings.kubernetes."node-labels"]\nx = "a\\"b"\n[settings.kubernetes]\napi-server = "https://x"\n';
    const target = UserDataTarget.EKS_MANAGED;
    expect(judge(text, { target })).toEqual(
      expect.arrayContaining([
        '1:1 error NotReadByEks settings.kubernetes.node-labels',
        '2:5 error NotReadByEks settings.kubernetes.node-labels.x',
        '4:1 error SettingSuppliedByEks settings.kubernetes.api-server',
      ]),
    );
    expect(judge(text).join()).not.toContain('Eks');
  });

  test('a byte order mark does not move the places', () => {
    const text = '\uFEFF[settings.kubernetes."node-labels"]\nx = "y"\n';
    expect(judge(text, { target: UserDataTarget.EKS_MANAGED })).toEqual([
      '1:1 error NotReadByEks settings.kubernetes.node-labels',
    ]);
  });

  test('Karpenter wants other types, and drops what it does not know', () => {
    const text = '[settings.kubernetes]\nimage-gc-high-threshold-percent = 85\ncluster-name = "x"\n';
    expect(judge(text, { target: UserDataTarget.KARPENTER })).toEqual([
      '2:1 error NotReadByKarpenter settings.kubernetes.image-gc-high-threshold-percent',
      '3:1 warning SettingSuppliedByKarpenter settings.kubernetes.cluster-name',
    ]);
  });

  test('EC2 takes 16384 bytes, and without a target nobody said that the node runs there', () => {
    const text = (bytes: number) => `[settings]${'\n'.repeat(bytes - 10)}`;
    for (const target of Object.values(UserDataTarget)) {
      expect(judge(text(16384), { target })).toEqual([]);
      expect(judge(text(16385), { target })).toEqual(['1:1 error UserDataTooLarge settings']);
    }
    expect(judge(text(16385))).toEqual(['1:1 warning UserDataTooLarge settings']);
  });

  test('no node has a million characters of settings', () => {
    const text = (length: number) => `[settings]${'\n'.repeat(length - 10)}`;
    for (const target of [undefined, ...Object.values(UserDataTarget)]) {
      expect(judge(text(1024 * 1024 + 1), { target })).toEqual(['1:1 error UserDataTooLarge settings']);
    }
    expect(judge(text(1024 * 1024))).toEqual(['1:1 warning UserDataTooLarge settings']);
  });

  test('bytes count, not characters', () => {
    expect(judge(`[settings] # ${'é'.repeat(8200)}\n`, { target: UserDataTarget.EC2 })).toEqual([
      '1:1 error UserDataTooLarge settings',
    ]);
  });
});

describe('bytes', () => {
  const found = (bytes: Uint8Array, given: Options = {}) =>
    judgeUserData(bytes, options(given)).issues.map(({ severity, code }) => `${severity} ${code}`);
  const LONG = Buffer.from(`[settings]\nmotd = "${'x'.repeat(20000)}"\n`);

  test('compressed user data counts as it is sent', () => {
    expect(found(gzipSync(LONG), { target: UserDataTarget.EC2 })).toEqual([]);
    expect(found(LONG, { target: UserDataTarget.EC2 })).toEqual(['error UserDataTooLarge']);
  });

  test('only the OS reads compressed user data', () => {
    expect(found(gzipSync(LONG), { target: UserDataTarget.EKS_MANAGED })).toEqual(['error NotReadByEks']);
    expect(found(gzipSync(LONG), { target: UserDataTarget.KARPENTER })).toEqual(['error NotReadByKarpenter']);
  });

  test.each([
    ['broken gzip', gzipSync(LONG).subarray(0, 30)],
    ['gzip with nothing behind it', Uint8Array.of(0x1f, 0x8b)],
    ['gzip that becomes too large', gzipSync(Buffer.alloc(65 * 1024 * 1024))],
    ['bytes that are not UTF-8', Uint8Array.of(0x5b, 0xff, 0x5d)],
    ['UTF-16', Buffer.from('\uFEFF[settings]', 'utf16le')],
  ])('%s is not text, and nothing else is said', (_, bytes) => {
    expect(found(bytes, { isComplete: true, variant: 'aws-k8s-1.35' })).toEqual(['error NotText']);
  });

  test('base64 is refused, with what to do', () => {
    const encoded = Buffer.from('[settings.kubernetes]\nmax-pods = 5\n').toString('base64');
    const { issues } = judgeUserData(Buffer.from(encoded), options({}));
    expect(issues).toMatchObject([{ code: IssueCode.INVALID_TOML, severity: IssueSeverity.ERROR, line: 1 }]);
    expect(issues[0]!.fix).toMatch(/^This looks like base64/);
  });

  test('UTF-16 is named', () => {
    const { issues } = judgeUserData(Buffer.from('\uFEFF[settings]', 'utf16le'), options({}));
    expect(issues[0]!.fix).toContain('UTF-16');
  });
});
