import { main } from '../../../lib/cli/main';
import { osContext } from '../../../lib/settings/model/os-context';
import { documentedSettings } from '../../../lib/settings/model/settings-reference';
import { importToml } from '../../../lib/settings/toml/import-toml';
import { fakeEnvironment } from '../../helpers/cli-environment';

async function explain(...args: string[]) {
  const environment = fakeEnvironment();
  const code = await main(['settings', 'explain', ...args], environment);
  return { code, stdout: environment.stdout.text, stderr: environment.stderr.text };
}

interface Explanation {
  readonly [key: string]: unknown;
  readonly property: string;
  readonly example: { readonly toml: string; readonly typescript: string } | null;
}

async function facts(path: string): Promise<Explanation> {
  return JSON.parse((await explain(path, '--json')).stdout) as Explanation;
}

test('people read all that is known, with an example', async () => {
  expect(await explain('kernel.lockdown')).toEqual({
    code: 0,
    stderr: '',
    stdout: `settings.kernel.lockdown

How far the kernel is protected from programs with full rights. Loosening it needs a reboot.

Type:       enum
Allowed:    one of "none", "integrity", "confidentiality"
Default:    integrity; none in NVIDIA and development variants
Since:      1.0.5
Variants:   aws-k8s, aws-k8s-nvidia, vmware-k8s, metal-k8s, aws-ecs, aws-dev, metal-dev, vmware-dev, aws-mantle
TypeScript: kernel.lockdown

  none             No lockdown.
  integrity        The running kernel cannot be changed from user space.
  confidentiality  As integrity, and user space cannot read kernel memory. Tools based on perf and eBPF stop working.

In TOML:
  [settings.kernel]
  lockdown = "none"

In TypeScript:
  const settings: BottlerocketSettings = {
    kernel: {
      lockdown: KernelLockdown.NONE,
    },
  };
`,
  });
});

test('of a table, what is right below', async () => {
  const { stdout } = await explain('settings.container-registry');
  expect(stdout).toContain('  settings.container-registry.mirrors\n');
  expect(stdout).not.toContain('endpoint');
});

test.each([
  ['kubernetes.cluster-name', { suppliedBy: ['eks-managed', 'karpenter'] }],
  ['kubernetes.server-key', { sensitive: true }],
  ['kubernetes.credential-providers.x.enabled', { required: true }],
  ['kubernetes.ids-per-pod', { since: '1.51.0', kubernetes: '1.33', default: 65536 }],
  ['oci-hooks.log4j-hotpatch-enabled', { deprecated: expect.any(String) as string }],
  ['boot.kernel', { aliases: ['kernel'], property: 'boot.kernelParameters' }],
  ['image-verifier-plugins.x', { property: 'imageVerifierPlugins.plugins.<plugin>' }],
  ['kubernetes.kube-reserved.cpu', { property: 'kubernetes.kubeReserved.<resource>' }],
  ['metrics', { carriers: expect.arrayContaining([{ family: 'aws-dev', until: '1.65.0' }]) as unknown }],
])('%s: %j', async (path, expected) => {
  expect(await facts(path)).toMatchObject(expected);
});

test('every setting with a value has an example that the OS takes', async () => {
  const { context } = osContext({});
  for (const { path, type } of documentedSettings()) {
    const { example } = await facts(path);
    if (example !== null) {
      const { issues } = importToml(example.toml, { context });
      expect(issues.filter(({ severity }) => String(severity) === 'error')).toEqual([]);
    } else {
      expect(type).toBeUndefined();
    }
  }
});

test('a path that is none is a failure, with what may have been meant', async () => {
  expect(await explain('kubernetes.max-pds')).toEqual({
    code: 2,
    stdout: '',
    stderr: 'error: Bottlerocket has no setting kubernetes.max-pds. Did you mean settings.kubernetes.max-pods?\n',
  });
});
