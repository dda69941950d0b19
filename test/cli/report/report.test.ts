import { CommandFailure } from '../../../lib/cli/command';
import { main } from '../../../lib/cli/main';
import { fakeEnvironment } from '../../helpers/cli-environment';
import { FINE, fakeAssembly, WRONG } from '../../helpers/fake-assembly';

const NODE = { Type: 'AWS::EKS::Nodegroup', Properties: {} };

/** A template of its own, for nodes that a launch template alone cannot be. */
function template(Resources: Readonly<Record<string, object>>): Record<string, string> {
  return { 'template.json': JSON.stringify({ Resources }) };
}

async function run(files: Record<string, string>, ...args: string[]) {
  const environment = fakeEnvironment({ files });
  const code = await main(['report', ...args], environment);
  const { stdout, stderr, files: written } = environment;
  return { code, stdout: stdout.text, stderr: stderr.text, page: written.get('out.html')?.toString() };
}

interface ReportData {
  readonly ok: boolean;
  readonly nodes: readonly Record<string, unknown>[];
  readonly reference: readonly Record<string, unknown>[];
}

async function data(files: Record<string, string>, ...args: string[]): Promise<ReportData> {
  const { stdout } = await run(files, ...args, '--json');
  return JSON.parse(stdout) as ReportData;
}

test('nodes that the OS takes are fine, and the page is written', async () => {
  const { code, stdout, stderr, page } = await run(fakeAssembly({ Nodes: FINE }), 'cdk.out', '--html', 'out.html');
  expect(code).toBe(0);
  expect(stdout).toContain('  settings.kubernetes.max-pods = 58\n');
  expect(stderr).toBe('out.html has the report as a page.\n');
  expect(page).toMatch(/^<!doctype html>\n/);
  expect(page).toContain('Demo/<wbr />Nodes');
});

test('what the OS refuses is a finding, and the page is written all the same', async () => {
  const { code, stdout, page } = await run(fakeAssembly({ Nodes: WRONG }), 'cdk.out', '--html', 'out.html');
  expect(code).toBe(1);
  expect(stdout).toContain('error [UnknownSetting] settings.kubernetes.max_pods');
  expect(page).toContain('UnknownSetting');
});

test('warnings, and controls that do not hold, are no findings for the exit code', async () => {
  const files = fakeAssembly({ Nodes: `${FINE}[other]\n` });
  expect((await run(files, 'cdk.out')).code).toBe(0);
  const { ok, nodes } = await data(files, 'cdk.out');
  expect(ok).toBe(true);
  expect(nodes[0]!.issues).toContainEqual(expect.objectContaining({ severity: 'warning' }));
  expect(nodes[0]!.hardening).toContainEqual(expect.objectContaining({ status: 'broken' }));
});

test.each([
  [['nothing'], /^error: nothing does not exist/],
  [['cdk.out', '--stack', 'Other'], /^error: There is no stack Other/],
])('%j cannot be read, and no page is written', async (args, complaint) => {
  const { code, stdout, stderr, page } = await run(fakeAssembly({ Nodes: FINE }), ...args, '--html', 'out.html');
  expect({ code, stdout, page }).toEqual({ code: 2, stdout: '', page: undefined });
  expect(stderr).toMatch(complaint);
});

test('a page that cannot be written is an error before anything is read', async () => {
  const environment = {
    ...fakeEnvironment(),
    checkReplaceable: () => Promise.reject(new CommandFailure('out.html cannot be written: permission denied.')),
  };
  expect(await main(['report', 'nothing', '--html', 'out.html'], environment)).toBe(2);
  expect(environment.stderr.text).toBe('error: out.html cannot be written: permission denied.\n');
});

test('a page that is there already is replaced, and the same app makes the same page', async () => {
  const files = fakeAssembly({ Nodes: FINE });
  const { page } = await run(files, 'cdk.out', '--html', 'out.html');
  expect((await run({ ...files, 'out.html': 'old' }, 'cdk.out', '--html', 'out.html')).page).toBe(page);
});

test('JSON says the same as the page, with null for what is not known', async () => {
  const { nodes, reference } = await data(fakeAssembly({ Nodes: FINE }, 'aws://unknown-account/eu-west-3'), 'cdk.out');
  expect(nodes).toEqual([
    {
      stack: 'Demo',
      template: 'cdk.out/Demo.template.json',
      path: 'Demo/Nodes/Resource',
      logicalId: 'Nodes',
      object: null,
      kind: 'launch template',
      variant: 'aws-k8s-1.35',
      architecture: 'x86_64',
      osVersion: '1.62.1',
      amiType: null,
      instanceTypes: ['m7i.large'],
      region: 'eu-west-3',
      latest: false,
      fips: false,
      ok: true,
      hardware: [{ instanceType: 'm7i.large', architecture: 'x86_64', accelerator: null }],
      httpTokens: null,
      hopLimit: null,
      volumes: [{ deviceName: '/dev/xvdb', sizeGiB: null, encrypted: true }],
      settings: [
        {
          path: 'settings.kubernetes.api-server',
          value: '"${Cluster.Endpoint}"',
          default: null,
          reference: 'settings.kubernetes.api-server',
        },
        {
          path: 'settings.kubernetes.max-pods',
          value: '58',
          default: expect.anything() as unknown,
          reference: 'settings.kubernetes.max-pods',
        },
      ],
      settingsAtDefault: 0,
      issues: expect.any(Array) as unknown,
      hardening: expect.any(Array) as unknown,
    },
  ]);
  expect(reference.map(({ path, see }) => [path, see])).toEqual([
    ['settings.kubernetes.api-server', expect.stringMatching(/docs\/settings\.md#kubernetes$/)],
    ['settings.kubernetes.max-pods', expect.stringMatching(/docs\/settings\.md#kubernetes$/)],
  ]);
});

test('hardware is what is known of the instance types, and nothing is guessed', async () => {
  const { nodes } = await data(
    template({
      Gpu: {
        ...NODE,
        Properties: { AmiType: 'BOTTLEROCKET_x86_64_NVIDIA', InstanceTypes: ['g5.12xlarge', 'zz9.large', 'nonsense'] },
      },
    }),
    'template.json',
  );
  expect(nodes[0]!.hardware).toEqual([
    { instanceType: 'g5.12xlarge', architecture: 'x86_64', accelerator: '4 × A10G' },
    { instanceType: 'zz9.large', architecture: null, accelerator: null },
    { instanceType: 'nonsense', architecture: null, accelerator: null },
  ]);
});

test('what launch templates say counts for hardening', async () => {
  const withOptions = (options: object) => ({
    Nodes: {
      Type: 'AWS::EC2::LaunchTemplate',
      Properties: { LaunchTemplateData: { UserData: { 'Fn::Base64': '[settings]\nmotd = "x"\n' }, ...options } },
    },
  });
  const statuses = async (options: object) => {
    const { nodes } = await data(template(withOptions(options)), 'template.json');
    const controls = nodes[0]!.hardening as { status: string; evidence: { path: string }[] }[];
    return Object.fromEntries(controls.flatMap(({ status, evidence }) => evidence.map(({ path }) => [path, status])));
  };
  const tokens = (HttpTokens: string) => ({ MetadataOptions: { HttpTokens } });
  expect((await statuses(tokens('required'))).metadataSessionsRequired).toBe('holds');
  expect((await statuses(tokens('optional'))).metadataSessionsRequired).toBe('broken');
  expect((await statuses({})).metadataSessionsRequired).toBe('unseen');
});

test('an image of another system is a finding, and its hardening is not judged', async () => {
  const { nodes } = await data(
    template({
      Nodes: {
        Type: 'AWS::EC2::LaunchTemplate',
        Properties: {
          LaunchTemplateData: {
            ImageId:
              'resolve:ssm:/aws/service/eks/optimized-ami/1.35/amazon-linux-2023/x86_64/standard/recommended/image_id',
            UserData: { 'Fn::Base64': '[settings]\nmotd = "x"\n' },
          },
        },
      },
    }),
    'template.json',
  );
  expect(nodes[0]).toMatchObject({ ok: false, hardening: [] });
});

test('an app without such nodes has an empty report', async () => {
  const { code, stdout, page } = await run(fakeAssembly({}), 'cdk.out', '--html', 'out.html');
  expect({ code, stdout }).toEqual({ code: 0, stdout: 'cdk.out: no Bottlerocket nodes\n' });
  expect(page).toContain('There are no Bottlerocket nodes in this app.');
});
