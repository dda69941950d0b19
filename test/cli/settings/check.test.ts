import { main } from '../../../lib/cli/main';
import { fakeEnvironment } from '../../helpers/cli-environment';

const FILES = {
  'good.toml': '[settings.kubernetes]\nmax-pods = 58\n',
  'wrong.toml': '[settings.kubernetes]\nmax-pods = "58"\nnode-labels = { "kubernetes.io/x" = "y" }\n',
  'warned.toml': '[settings]\n[other]\n',
};

async function run(...args: string[]) {
  const environment = fakeEnvironment({ files: FILES });
  const code = await main(['settings', 'check', ...args], environment);
  return { code, stdout: environment.stdout.text, stderr: environment.stderr.text };
}

interface Checked {
  readonly file: string;
  readonly ok: boolean;
  readonly issues: readonly { readonly code: string; readonly severity: string }[];
}

async function check(...args: string[]): Promise<{ code: number; files: Checked[] }> {
  const { code, stdout } = await run('--json', ...args);
  return { code, files: JSON.parse(stdout) as Checked[] };
}

test('people read place, severity, code, path, message, and what to do', async () => {
  const { code, stdout, stderr } = await run('wrong.toml');
  expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
  expect(stdout).toBe(`wrong.toml:2:1: error [WrongType] settings.kubernetes.max-pods: Text was given.
    Received: "58"
    Allowed: a whole number from 0 to 4294967295
    Fix: Write it without quotes: 58.
wrong.toml:3:17: warning [InvalidLabel] settings.kubernetes.node-labels."kubernetes.io/x": The kubelet does not start when it is told to give its node this label.
    Received: kubernetes.io/x
    Allowed: labels outside kubernetes.io and k8s.io, or inside node.kubernetes.io
    Fix: Use a domain of your own, or set the label with kubectl.
wrong.toml: not ok, 1 error, 1 warning
`);
});

test('files without anything to say are named all the same', async () => {
  expect(await run('good.toml')).toEqual({ code: 0, stdout: 'good.toml: ok\n', stderr: '' });
});

test('warnings do not make a file wrong', async () => {
  const { code, files } = await check('warned.toml');
  expect(code).toBe(0);
  expect(files).toMatchObject([{ ok: true, issues: [{ code: 'IgnoredTable', severity: 'warning' }] }]);
});

test('one wrong file is enough for exit code 1, one that cannot be read for 2', async () => {
  expect((await check('good.toml', 'wrong.toml')).code).toBe(1);
  const { code, files } = await check('good.toml', 'none.toml', 'wrong.toml');
  expect(code).toBe(2);
  expect(files.map(({ file, ok }) => [file, ok])).toEqual([
    ['good.toml', true],
    ['none.toml', false],
    ['wrong.toml', false],
  ]);
  expect(files[1]!.issues).toEqual([
    {
      code: 'FileNotReadable',
      path: 'none.toml',
      severity: 'error',
      message: 'none.toml cannot be read: it does not exist.',
      received: null,
      expected: null,
      fix: expect.stringContaining('Check the path') as string,
      line: null,
      column: null,
    },
  ]);
});

test.each([
  [['--variant', 'aws-ecs-3'], 'SettingNotInVariant'],
  [['--variant', 'aws-ecs'], 'SettingNotInVariant'],
  [['--variant', 'aws-k8s-1.35', '--complete'], 'ClusterSettingMissing'],
  [['--target', 'karpenter'], 'SettingDroppedByKarpenter'],
])('%j is taken into account', async (options, code) => {
  const environment = fakeEnvironment({ files: { a: '[settings.kubernetes]\nstandalone-mode = false\n' } });
  await main(['settings', 'check', 'a', '--json', ...options], environment);
  expect(environment.stdout.text).toContain(`"code": "${code}"`);
  const plain = fakeEnvironment({ files: { a: '[settings.kubernetes]\nstandalone-mode = false\n' } });
  await main(['settings', 'check', 'a', '--json'], plain);
  expect(plain.stdout.text).not.toContain(code);
});

describe('what Karpenter takes from the EC2NodeClass', () => {
  const toml = [
    '[settings.kubernetes]',
    'cluster-dns-ip = "169.254.20.10"',
    'max-pods = 58',
    'pod-pids-limit = 4096',
    '[settings.kubernetes.kube-reserved]',
    'cpu = "100m"',
    '',
  ].join('\n');

  async function checkFor(...target: string[]) {
    const environment = fakeEnvironment({ files: { 'nodes.toml': toml } });
    const code = await main(['settings', 'check', 'nodes.toml', ...target], environment);
    return { code, stdout: environment.stdout.text };
  }

  test('is a warning in its user data, with the place where it belongs', async () => {
    expect(await checkFor('--target', 'karpenter')).toEqual({
      code: 0,
      stdout: `nodes.toml:2:1: warning [SettingTakenFromNodeClass] settings.kubernetes.cluster-dns-ip: Karpenter writes the address of kube-dns over it, unless the EC2NodeClass has another.
    Received: "169.254.20.10"
    Fix: Write it as spec.kubelet.clusterDNS of the EC2NodeClass, and leave it out of the user data.
nodes.toml:3:1: warning [SettingTakenFromNodeClass] settings.kubernetes.max-pods: Karpenter writes the number over it that it plans with.
    Received: 58
    Fix: Write it as spec.kubelet.maxPods of the EC2NodeClass, and leave it out of the user data.
nodes.toml:5:1: warning [SettingTakenFromNodeClass] settings.kubernetes.kube-reserved: Karpenter does not see it here, and plans with other room for pods than the node has.
    Received: {"cpu":"100m"}
    Fix: Write it as spec.kubelet.kubeReserved of the EC2NodeClass, and leave it out of the user data.
nodes.toml: ok, 3 warnings
`,
    });
  });

  test('is nothing to warn of for others', async () => {
    const fine = { code: 0, stdout: 'nodes.toml: ok\n' };
    expect(await checkFor()).toEqual(fine);
    expect(await checkFor('--target', 'ec2')).toEqual(fine);
    expect((await checkFor('--target', 'eks-managed')).stdout).not.toContain('SettingTakenFromNodeClass');
  });
});

test('a release that is newer than what is known is a warning beside the result', async () => {
  const { code, stdout, stderr } = await run('good.toml', '--os-version', '99.0.0');
  expect({ code, stdout }).toEqual({ code: 0, stdout: 'good.toml: ok\n' });
  expect(stderr).toMatch(/^warning: --os-version "99\.0\.0": The newest release that this library knows is /);
});

test('a variant that is not known yet is warned of, a family or a retired one is not', async () => {
  const warnings = async (variant: string) => (await run('good.toml', '--variant', variant)).stderr;
  expect(await warnings('aws-k8s-1.99')).toBe(
    'warning: --variant aws-k8s-1.99: This library does not list aws-k8s-1.99.\n',
  );
  expect([await warnings('aws-k8s'), await warnings('aws-k8s-1.26')]).toEqual(['', '']);
});

test('what a terminal would act on is shown and not acted on', async () => {
  const environment = fakeEnvironment({
    files: { 'bad.toml': '[settings]\n"\\u001B[31m\\u009B2J\\u202Ex\\n" = "\\u009B"\n' },
  });
  expect(await main(['settings', 'check', 'bad.toml'], environment)).toBe(1);
  // eslint-disable-next-line no-control-regex -- these are what must not be there
  expect(environment.stdout.text).not.toMatch(/[\u0000-\u0009\u000B-\u001F\u007F-\u009F\u202E]/);
  expect(environment.stdout.text).toContain('\\u001B[31m');
});
