import { Lazy, Token } from 'aws-cdk-lib';
import { ControlStatus, HardeningBenchmark, IssueSeverity } from '../../../lib';
import { benchmarks } from '../../../lib/hardening/controls/control-table';
import { NodeFacts, reportOf } from '../../../lib/hardening/controls/report-of';
import { CDK_TOKENS } from '../../../lib/private/cdk-tokens';
import { readSettings } from '../../../lib/settings/check/read';
import { osContext } from '../../../lib/settings/model/os-context';
import { judgeToml } from '../../../lib/settings/toml/judge-toml';

const { HOLDS, BROKEN, UNSEEN, NOT_APPLICABLE } = ControlStatus;

const os = (variant?: string, osVersion?: string) => osContext({ variant, osVersion }).context;

/** What is found of all controls, by benchmark and control. */
function report(text: string, variant?: string, osVersion?: string, facts?: NodeFacts) {
  const context = os(variant, osVersion);
  const { document, issues } = judgeToml(text, { context, isComplete: false });
  expect(issues.filter(({ severity }) => severity === IssueSeverity.ERROR)).toEqual([]);
  return new Map(
    reportOf(document, { os: context, facts }).map((result) => [`${result.benchmark} ${result.control}`, result]),
  );
}

/** TOML of one table. */
const table = (name: string, body: string) => `[settings.${name}]\n${body}\n`;

/** Kernel parameters that have one value. */
const parameters = (value: string, names: readonly string[]) =>
  table('kernel.sysctl', names.map((name) => `"${name}" = "${value}"`).join('\n'));

const each = (prefix: string, key: string, versions: readonly string[] = ['ipv4']) =>
  versions.flatMap((ip) => ['all', 'default'].map((scope) => `${prefix}.${ip}.conf.${scope}.${key}`));

const parameter = (id: string, good: string, bad: string, names: readonly string[]) =>
  [
    id,
    'aws-k8s-1.34',
    parameters(good, names),
    parameters(good, names.slice(1)) + `"${names[0]}" = "${bad}"\n`,
  ] as const;

const CIS = 'cis-bottlerocket';
const K8S = 'cis-kubernetes';
const BOTH = ['ipv4', 'ipv6'];
const superpowered = (value: boolean) =>
  table('host-containers.mine', `source = "example.com/mine:1"\nenabled = true\nsuperpowered = ${value}`);

/** A document with which the control holds, and one with which it does not. */
const CONTROLS: readonly (readonly [id: string, variant: string, good: string, bad: string])[] = [
  [
    `${CIS} 1.1.1.1`,
    'aws-k8s-1.34',
    table('kernel.modules.udf', 'allowed = false'),
    table('kernel.modules.udf', 'allowed = true'),
  ],
  parameter(`${CIS} 1.4.1`, '0', '2', ['fs.suid_dumpable']),
  parameter(`${CIS} 1.4.2`, '2', '1', ['kernel.randomize_va_space']),
  parameter(`${CIS} 1.4.3`, '1', '0', ['kernel.unprivileged_bpf_disabled']),
  parameter(`${CIS} 1.4.4`, '0', '15000', ['user.max_user_namespaces']),
  [
    `${CIS} 1.5.2`,
    'aws-k8s-1.34',
    table('kernel', 'lockdown = "integrity"'),
    table('kernel', 'lockdown = "confidentiality"'),
  ],
  [
    `${CIS} 2.1.1.1`,
    'aws-ecs-3',
    table('ntp', 'time-servers = ["169.254.169.123"]'),
    table('ntp', 'time-servers = []'),
  ],
  parameter(`${CIS} 3.1.1`, '0', '1', each('net', 'send_redirects')),
  parameter(`${CIS} 3.2.1`, '0', '1', each('net', 'accept_source_route', BOTH)),
  parameter(`${CIS} 3.2.2`, '0', '1', each('net', 'accept_redirects', BOTH)),
  parameter(`${CIS} 3.2.3`, '0', '1', each('net', 'secure_redirects')),
  parameter(`${CIS} 3.2.4`, '1', '0', each('net', 'log_martians')),
  parameter(`${CIS} 3.2.5`, '1', '0', ['net.ipv4.icmp_echo_ignore_broadcasts']),
  parameter(`${CIS} 3.2.6`, '1', '0', ['net.ipv4.icmp_ignore_bogus_error_responses']),
  parameter(`${CIS} 3.2.7`, '1', '0', ['net.ipv4.tcp_syncookies']),
  [
    `${CIS} 3.3.1`,
    'aws-ecs-3',
    table('kernel.modules.sctp', 'allowed = false'),
    table('kernel.modules.sctp', 'allowed = true'),
  ],
  ...['4.2.1', '4.2.2', '4.2.3'].map(
    (control) =>
      [
        `${K8S} ${control}`,
        'aws-k8s-1.34',
        table('kubernetes', 'standalone-mode = false'),
        table('kubernetes', 'standalone-mode = true'),
      ] as const,
  ),
  [
    `${K8S} 4.2.13`,
    'aws-k8s-1.34',
    table('kubernetes', 'pod-pids-limit = 1024'),
    table('kubernetes', 'pod-pids-limit = -1'),
  ],
  ...[`${K8S} 4.2.14`, 'guidance seccomp-default'].map(
    (control) =>
      [
        control,
        'aws-k8s-1.30',
        table('kubernetes', 'seccomp-default = true'),
        table('kubernetes', 'seccomp-default = false'),
      ] as const,
  ),
  [
    'guidance ecs-privileged-containers',
    'aws-ecs-3',
    table('ecs', 'allow-privileged-containers = false'),
    table('ecs', 'allow-privileged-containers = true'),
  ],
  [
    'guidance kernel-lockdown',
    'aws-k8s-1.34',
    table('kernel', 'lockdown = "confidentiality"'),
    table('kernel', 'lockdown = "none"'),
  ],
  [
    'guidance admin-container',
    'aws-ecs-3',
    table('host-containers.admin', 'enabled = false'),
    table('host-containers.admin', 'enabled = true'),
  ],
  ['guidance superpowered-containers', 'aws-ecs-3', superpowered(false), superpowered(true)],
  [
    'guidance nvidia-gpu-limits',
    'aws-k8s-1.34-nvidia',
    table(
      'nvidia-container-runtime',
      'visible-devices-as-volume-mounts = true\nvisible-devices-envvar-when-unprivileged = false',
    ),
    table('nvidia-container-runtime', 'visible-devices-envvar-when-unprivileged = true'),
  ],
  [
    'guidance nvidia-time-slicing',
    'aws-k8s-1.34-nvidia',
    table('kubelet-device-plugins.nvidia', 'device-sharing-strategy = "none"'),
    table('kubelet-device-plugins.nvidia', 'device-sharing-strategy = "time-slicing"'),
  ],
  [
    'guidance image-verification',
    'aws-ecs-3',
    table('image-verifier-plugins', 'enabled = true'),
    table('image-verifier-plugins', 'enabled = false'),
  ],
  [
    'guidance ecs-instance-metadata',
    'aws-ecs-3',
    table('ecs', 'awsvpc-block-imds = true'),
    table('ecs', 'awsvpc-block-imds = false'),
  ],
];

/** With the right value nothing is to be seen, since there is more to the control. */
const LOCKED_VERSION = [`${CIS} 1.6`, 'guidance automatic-updates'];

describe('every control that settings decide about', () => {
  test.each(CONTROLS)('%s on %s holds, and does not', (id, variant, good, bad) => {
    expect(report(good, variant).get(id)).toMatchObject({ status: HOLDS });
    const broken = report(bad, variant).get(id)!;
    expect(broken.status).toBe(BROKEN);
    expect(broken.evidence).toContainEqual(
      expect.objectContaining({ status: BROKEN, received: expect.anything() as string }),
    );
    expect(broken.why).toMatch(/^settings\..* is /);
  });

  test.each(LOCKED_VERSION)('%s does not hold on a release that is locked, and cannot be seen otherwise', (id) => {
    expect(report(table('updates', 'version-lock = "v1.60.0"'), 'aws-ecs-3').get(id)).toMatchObject({ status: BROKEN });
    expect(report(table('updates', 'version-lock = "latest"'), 'aws-ecs-3').get(id)).toMatchObject({ status: UNSEEN });
  });

  test('is among these', () => {
    const all = benchmarks().flatMap(({ id, controls }) =>
      controls.filter(({ needs }) => needs !== undefined).map(({ id: control }) => `${id} ${control}`),
    );
    expect([...CONTROLS.map(([id]) => id), ...LOCKED_VERSION].sort()).toEqual(all.sort());
  });
});

describe('controls that the launch template decides about', () => {
  const secure = { metadataSessionsRequired: true, metadataHopLimit: 1, volumesEncrypted: true };
  const open = { metadataSessionsRequired: false, metadataHopLimit: 2, volumesEncrypted: false };
  const ids = ['metadata-sessions', 'metadata-hop-limit', 'encrypted-volumes'].map((id) => `guidance ${id}`);

  test.each(ids)('%s', (id) => {
    const status = (facts?: NodeFacts) => report('[settings]', 'aws-ecs-3', undefined, facts).get(id)!.status;
    expect([status(secure), status(open), status()]).toEqual([HOLDS, BROKEN, UNSEEN]);
  });
});

describe('without a setting, the default of the OS counts', () => {
  const status = (id: string, variant?: string, osVersion?: string) =>
    report('[settings]', variant, osVersion).get(id)?.status;

  test.each([
    [`${CIS} 1.5.2`, 'aws-k8s-1.34', HOLDS],
    [`${CIS} 1.5.2`, 'aws-k8s-1.34-nvidia', BROKEN],
    [`${CIS} 1.5.2`, 'aws-ecs-3-nvidia', BROKEN],
    [`${CIS} 1.5.2`, 'aws-dev', BROKEN],
    [`${CIS} 1.5.2`, 'aws-mantle', UNSEEN],
    [`${CIS} 1.5.2`, undefined, UNSEEN],
    [`${CIS} 1.1.1.1`, 'aws-k8s-1.34', BROKEN],
    [`${CIS} 1.1.1.1`, 'aws-mantle', NOT_APPLICABLE],
    [`${K8S} 4.2.14`, 'aws-k8s-1.32', BROKEN],
    [`${K8S} 4.2.14`, 'aws-k8s-1.33', HOLDS],
    [`${K8S} 4.2.14`, 'aws-k8s', UNSEEN],
    [`${K8S} 4.2.14`, 'aws-ecs-3', undefined],
    ['guidance nvidia-gpu-limits', 'aws-k8s-1.34', NOT_APPLICABLE],
    ['guidance image-verification', 'aws-ecs-2', NOT_APPLICABLE],
    ['guidance image-verification', 'aws-ecs-3', UNSEEN],
    ['guidance ecs-instance-metadata', 'aws-k8s-1.34', undefined],
    ['guidance ecs-instance-metadata', undefined, UNSEEN],
  ])('%s on %s: %s', (id, variant, expected) => {
    expect(status(id, variant)).toBe(expected);
  });

  test('images keep level 1 of the CIS benchmark for the OS', () => {
    for (const variant of ['aws-k8s-1.28', 'aws-k8s-1.35', 'aws-k8s-1.35-nvidia', 'aws-ecs-2', 'aws-ecs-3-nvidia']) {
      const { context } = osContext({ variant });
      const found = reportOf(
        judgeToml('[settings]', { context, isComplete: false }).document,
        { os: context },
        {
          benchmarks: [HardeningBenchmark.CIS_BOTTLEROCKET],
          level: 1,
        },
      );
      expect(found.filter(({ status: own }) => own !== HOLDS && own !== UNSEEN)).toEqual([]);
    }
  });

  test('says what to set, or why that cannot be done', () => {
    const of = (variant: string, osVersion?: string) => report('[settings]', variant, osVersion);
    expect(of('aws-k8s-1.34').get(`${CIS} 3.3.1`)!.why).toBe(
      'The OS does not do so by default. Set kernel.modules.sctp.allowed to false.',
    );
    expect(of('aws-ecs-2', '1.18.0').get('guidance ecs-instance-metadata')!.why).toMatch(/since 1\.19\.0/);
  });
});

describe('settings that are easily missed', () => {
  test('kernel parameters with slashes are the same parameters', () => {
    const text = table('kernel.sysctl', '"net/ipv4/tcp_syncookies" = "0"');
    expect(report(text, 'aws-ecs-3').get(`${CIS} 3.2.7`)).toMatchObject({ status: BROKEN });
  });

  test('blanks around the value of a kernel parameter do not matter', () => {
    const text = table('kernel.sysctl', '"net.ipv4.tcp_syncookies" = " 1 "');
    expect(report(text, 'aws-ecs-3').get(`${CIS} 3.2.7`)).toMatchObject({ status: HOLDS });
  });

  test('one parameter that is missing breaks the control', () => {
    const text = table('kernel.sysctl', '"net.ipv4.conf.all.send_redirects" = "0"');
    expect(report(text, 'aws-ecs-3').get(`${CIS} 3.1.1`)).toMatchObject({ status: BROKEN });
  });

  test('a host container with superpowers that does not run is no danger, and the admin container has a control of its own', () => {
    const text = [
      table('host-containers.mine', 'source = "example.com/mine:1"\nenabled = false\nsuperpowered = true'),
      table('host-containers.admin', 'enabled = true\nsuperpowered = true'),
    ].join('');
    const found = report(text, 'aws-ecs-3');
    expect(found.get('guidance superpowered-containers')).toMatchObject({ status: HOLDS });
    expect(found.get('guidance admin-container')).toMatchObject({ status: BROKEN });
  });

  test('without a variant, the settings tell what runs the containers', () => {
    const found = report(table('ecs', 'logging-drivers = ["awslogs"]'));
    expect(found.get('guidance ecs-instance-metadata')).toMatchObject({ status: BROKEN });
    expect(found.get(`${K8S} 4.2.14`)).toBeUndefined();
  });

  test.each([
    [
      'text',
      { kernel: { sysctl: { 'net.ipv4.tcp_syncookies': Lazy.string({ produce: () => '0' }) } } },
      `${CIS} 3.2.7`,
    ],
    ['a flag', { kernel: { modules: { sctp: { allowed: Token.asAny(true) } } } }, `${CIS} 3.3.1`],
  ])('%s that is only known at deployment cannot be seen', (_, settings, id) => {
    const context = os('aws-k8s-1.34');
    const { document } = readSettings(settings, 'property', CDK_TOKENS, context);
    const found = reportOf(document, { os: context, tokens: CDK_TOKENS });
    const result = found.find(({ benchmark, control }) => `${benchmark} ${control}` === id);
    expect(result).toMatchObject({
      status: UNSEEN,
      why: expect.stringContaining('only known at deployment') as string,
    });
  });
});

test('level 1 leaves out what is on level 2, and what has no level stays', () => {
  const context = os('aws-k8s-1.34');
  const levels = (level?: number) => {
    const { document } = judgeToml('[settings]', { context, isComplete: false });
    return new Set(reportOf(document, { os: context }, { level }).map(({ level: own }) => own));
  };
  expect(levels(1)).toEqual(new Set([1, undefined]));
  expect(levels()).toEqual(new Set([1, 2, undefined]));
});
