import { Stack, Token } from 'aws-cdk-lib';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import {
  BottlerocketManagedNodegroup,
  BottlerocketVariant,
  ControlStatus,
  HardeningBenchmark,
  HardeningPreset,
  HardeningReport,
  IBottlerocketNodes,
  IssueCode,
} from '../../lib';
import { cfnCluster } from '../helpers/clusters';
import { capacityProvider } from '../helpers/ecs-capacity';
import { issuesThrownBy, problemsOf } from '../helpers/issues';
import { group, types } from '../helpers/self-managed';

const { HOLDS, BROKEN, UNSEEN } = ControlStatus;

const find = (report: HardeningReport, control: string) => report.results.find((result) => result.control === control)!;

describe('the report on nodes', () => {
  const { nodes } = group({
    presets: [HardeningPreset.cisLevel2(), HardeningPreset.securityGuidance()],
    settings: { kernel: { modules: { sctp: { allowed: true } } } },
    clusterSettings: { hostContainers: { admin: { enabled: true } } },
  });
  const report = HardeningReport.of(nodes);

  test('says of every control whether it holds, why, and who has a say in it', () => {
    expect(report.subject).toBe('Stack/Nodes');
    expect(find(report, '1.5.2')).toMatchObject({
      benchmark: HardeningBenchmark.CIS_BOTTLEROCKET,
      level: 2,
      status: HOLDS,
      why: 'settings.kernel.lockdown is "integrity".',
      evidence: [
        { path: 'settings.kernel.lockdown', status: HOLDS, source: 'CIS Bottlerocket level 2, Security guidance' },
      ],
    });
    expect(find(report, '3.4.1.1')).toMatchObject({ status: UNSEEN, evidence: [] });
    expect(find(report, 'admin-container')).toMatchObject({
      status: BROKEN,
      evidence: [{ received: 'true', expected: 'false', source: 'clusterSettings' }],
    });
    expect(report.broken.map(({ control }) => control)).toEqual(['3.3.1', 'admin-container']);
  });

  test('knows the launch template', () => {
    for (const control of ['metadata-sessions', 'metadata-hop-limit', 'encrypted-volumes']) {
      expect(find(report, control)).toMatchObject({ status: HOLDS });
    }
    expect(find(HardeningReport.of(group({ metadataHopLimit: 2 }).nodes), 'metadata-hop-limit')).toMatchObject({
      status: BROKEN,
      why: 'metadataHopLimit is 2, not at most 1.',
    });
  });

  test('knows settings that were added later', () => {
    const late = group().nodes;
    expect(find(HardeningReport.of(late), 'admin-container').status).toBe(HOLDS);
    late.addSettings({ hostContainers: { admin: { enabled: true } } });
    expect(find(HardeningReport.of(late), 'admin-container').status).toBe(BROKEN);
  });

  test('is about managed node groups as well', () => {
    const { stack, cluster, vpc } = cfnCluster();
    const managed = new BottlerocketManagedNodegroup(stack, 'Nodes', {
      cluster,
      vpc,
      instanceTypes: types('g5.xlarge'),
    });
    const found = HardeningReport.of(managed, { benchmarks: [HardeningBenchmark.SECURITY_GUIDANCE] });
    expect(find(found, 'kernel-lockdown')).toMatchObject({
      status: BROKEN,
      why: expect.stringContaining('NVIDIA') as string,
    });
    expect(find(found, 'encrypted-volumes').status).toBe(HOLDS);
    expect(new Set(found.results.map(({ benchmark }) => benchmark))).toEqual(new Set(['guidance']));
  });

  test('is about capacity providers as well, with what they set themselves', () => {
    const found = HardeningReport.of(capacityProvider().provider);
    expect(find(found, 'ecs-instance-metadata')).toMatchObject({
      status: HOLDS,
      evidence: [{ source: 'BottlerocketCapacityProvider' }],
    });
    expect(found.results.some(({ benchmark }) => benchmark === HardeningBenchmark.CIS_KUBERNETES)).toBe(false);
  });

  test('is refused of anything else', () => {
    const other = new ec2.Vpc(new Stack(), 'Vpc', { maxAzs: 1 }) as unknown as IBottlerocketNodes;
    expect(problemsOf(() => HardeningReport.of(other))).toEqual([`${IssueCode.NODES_UNKNOWN} nodes`]);
  });
});

describe('the report on settings', () => {
  test('judges them for a variant and a release', () => {
    const status = (variant: string) =>
      find(HardeningReport.ofSettings({}, { variant: BottlerocketVariant.of(variant) }), '4.2.14').status;
    expect([status('aws-k8s-1.32'), status('aws-k8s-1.33')]).toEqual([BROKEN, HOLDS]);
  });

  test('can leave level 2 out', () => {
    const settings = { kernel: { lockdown: 'none' as never } };
    const broken = (level: number) =>
      HardeningReport.ofSettings(settings, { level, benchmarks: [HardeningBenchmark.CIS_BOTTLEROCKET] }).broken.length;
    expect([broken(1), broken(2) > 1]).toEqual([0, true]);
  });

  test('knows nothing of values that are only known at deployment', () => {
    const lockdown = Token.asString({ Ref: 'Lockdown' }) as never;
    expect(find(HardeningReport.ofSettings({ kernel: { lockdown } }), '1.5.2').status).toBe(UNSEEN);
  });

  test('is refused where the OS would refuse the settings, and for levels that do not exist', () => {
    expect(problemsOf(() => HardeningReport.ofSettings({ kubernetes: { maxPods: -1 } }))).toEqual([
      'ValueOutOfRange settings.kubernetes.max-pods',
    ]);
    expect(issuesThrownBy(() => HardeningReport.ofSettings({}, { level: 3 }))).toMatchObject([
      { code: IssueCode.UNKNOWN_HARDENING_LEVEL, received: '3', expected: '1 or 2' },
    ]);
  });
});

describe('the report in Markdown', () => {
  const settings = { kernel: { lockdown: 'none' as never } };
  const text = HardeningReport.ofSettings(settings, { variant: BottlerocketVariant.ecs(3) }).toMarkdown();

  test('has a table for each benchmark, and a row for each control', () => {
    expect(text).toContain('### CIS Bottlerocket Benchmark\n');
    expect(text).toContain('| Control | Level | What holds | Status | Why |\n|---|---|---|---|---|\n');
    expect(text).toContain(
      '| 1.5.2 | 2 | The kernel is locked down for its integrity | does not hold | settings.kernel.lockdown is "none", not "integrity". |\n',
    );
    expect(text).toMatch(/: \d+ hold, \d+ do not hold, \d+ cannot be seen\. On a node: `apiclient report cis`\./);
    expect(text).not.toContain('CIS Kubernetes');
  });

  test('has no levels where there are none', () => {
    expect(text.split('### Security guidance')[1]).toContain(
      '| Control | What holds | Status | Why |\n|---|---|---|---|\n',
    );
  });

  test('lets no value become markup', () => {
    const report = HardeningReport.ofSettings({ kernel: { sysctl: { 'net.ipv4.tcp_syncookies': '1 | <b>*x*' } } });
    expect(report.toMarkdown()).toContain('is "1 \\| \\<b\\>\\*x\\*", not "1".');
  });
});
