import { main } from '../../../lib/cli/main';
import { variantNames } from '../../../lib/settings/model/variants';
import { fakeEnvironment, fakeParameters } from '../../helpers/cli-environment';
import { NEW, OLD, parametersOf } from '../../helpers/published-images';

const PUBLISHED = parametersOf({ variants: ['aws-ecs-3', 'aws-k8s-1.35'], versions: [OLD, NEW] });

async function list(...args: string[]) {
  return listFrom(fakeParameters(PUBLISHED, 'eu-west-1'), ...args);
}

async function listFrom(parameters: ReturnType<typeof fakeParameters>, ...args: string[]) {
  const environment = fakeEnvironment({ parameters });
  const code = await main(['image', 'list', ...args], environment);
  return { code, stdout: environment.stdout.text, stderr: environment.stderr.text };
}

type Listed = Readonly<Record<string, unknown>>[];

test('all variants but retired ones are listed, with where they are in their lives', async () => {
  const { code, stdout } = await list();
  expect(code).toBe(0);
  expect(stdout).toMatch(/^Variant +Status +Since +Updates end +Kernel\n/);
  expect(stdout).toMatch(/^aws-k8s-1\.31 +ending +1\.22\.0 +2026-11-26 +6\.1$/m);
  expect(stdout).toMatch(/^aws-ecs-3-nvidia-fips +current/m);
  expect(stdout).not.toContain('retired');
  expect(stdout).not.toMatch(/ $/m);
});

test('with --all, retired ones too', async () => {
  const { stdout } = await list('--all', '--json');
  const variants = JSON.parse(stdout) as Listed;
  expect(variants.map(({ variant }) => variant)).toEqual(variantNames());
  expect(variants.find(({ variant }) => variant === 'aws-k8s-1.30')).toEqual({
    variant: 'aws-k8s-1.30',
    status: 'retired',
    orchestrator: 'kubernetes',
    kubernetesVersion: '1.30',
    since: '1.20.0',
    last: '1.63',
    ends: '2026-07-23',
    replacement: expect.stringMatching(/^aws-k8s-/) as string,
    kernel: '6.1',
    architectures: ['x86_64', 'arm64'],
  });
});

test('with --online, the newest release that AWS publishes, at home or in the region that is named', async () => {
  const { code, stdout } = await list('--online');
  expect(code).toBe(0);
  expect(stdout).toMatch(/ Latest in eu-west-1\n/);
  expect(stdout).toMatch(new RegExp(`^aws-ecs-3 .* ${NEW}$`, 'm'));
  expect(stdout).toMatch(/^aws-ecs-2 .* none$/m);
  const variants = JSON.parse((await list('--online', '--region', 'us-east-1', '--json')).stdout) as Listed;
  expect(variants.find(({ variant }) => variant === 'aws-ecs-3')).toMatchObject({
    region: 'us-east-1',
    latest: { arm64: NEW, x86_64: NEW },
  });
});

test('architectures with different releases are told apart', async () => {
  const parameters = fakeParameters(
    (region, name) => (name.includes('/arm64/') ? OLD : PUBLISHED(region, name)),
    'eu-west-1',
  );
  expect((await listFrom(parameters, '--online')).stdout).toMatch(
    new RegExp(`^aws-ecs-3 .* x86_64 ${NEW}, arm64 ${OLD}$`, 'm'),
  );
});

test.each([
  [['--region', 'eu-west-1'], '--region needs --online'],
  [['--online', '--region', 'europe'], '--region "europe": This is not the name of a region.'],
])('%j is wrong usage', async (args, message) => {
  const { code, stdout, stderr } = await list(...args);
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).toContain(message);
});

test('without a region, says how to name one', async () => {
  const { code, stderr } = await listFrom(fakeParameters(PUBLISHED), '--online');
  expect(code).toBe(2);
  expect(stderr).toBe('error: No region is known. Name one with --region, or set AWS_REGION.\n');
});
