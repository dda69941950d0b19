import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { main } from '../../../lib/cli/main';
import { fakeEnvironment } from '../../helpers/cli-environment';

const RELEASED = readFileSync(join(__dirname, '..', '..', 'settings', 'released-paths.txt'), 'utf8')
  .trim()
  .split('\n');

async function run(...args: string[]) {
  const environment = fakeEnvironment();
  const code = await main(['settings', 'list', ...args], environment);
  return { code, stdout: environment.stdout.text, stderr: environment.stderr.text };
}

interface Facts {
  readonly [key: string]: unknown;
  readonly path: string;
  readonly type: string;
  readonly constraint: string;
  readonly variants: readonly string[];
}

async function list(...args: string[]): Promise<Facts[]> {
  return JSON.parse((await run('--json', ...args)).stdout) as Facts[];
}

const KEYS = ['path', 'type', 'constraint', 'since', 'until', 'variants', 'default', 'description'];

test('every setting that was ever released is listed, with all keys of the contract', async () => {
  const facts = await list();
  const paths = facts.map(({ path }) => path);
  expect(RELEASED.filter((path) => !paths.includes(path))).toEqual([]);
  for (const one of facts) {
    expect(Object.keys(one)).toEqual(KEYS);
    expect(one.constraint).not.toBe('');
    expect(one.description).not.toBe('');
    expect(one.variants).not.toEqual([]);
  }
});

test.each([
  ['settings.kubernetes.max-pods', { type: 'integer', since: null, until: null }],
  ['settings.kubernetes.ids-per-pod', { type: 'integer', since: '1.51.0', default: 65536 }],
  ['settings.kernel.lockdown', { type: 'enum', constraint: 'one of "none", "integrity", "confidentiality"' }],
  ['settings.kernel', { type: 'table', constraint: 'a table', default: null }],
  ['settings.kernel.sysctl', { type: 'map', constraint: expect.stringMatching(/^keys: /) as string }],
  ['settings.kubernetes.eviction-hard', { type: 'map' }],
  ['settings.container-registry.mirrors', { type: 'list' }],
  ['settings.dns.name-servers[]', { type: 'string' }],
  ['settings.network.hosts[]', { type: 'list', constraint: 'each item a list of address and hostnames' }],
  ['settings.kubernetes.cluster-dns-ip', { constraint: expect.stringMatching(/, or a list of them$/) as string }],
  ['settings.ecs.cluster', { variants: ['aws-ecs'] }],
])('%s is listed as %j', async (path, expected) => {
  expect((await list()).find((one) => one.path === path)).toMatchObject(expected);
});

test('a variant has its own settings', async () => {
  const ecs = (await list('--variant', 'aws-ecs-3')).map(({ path }) => path);
  expect(ecs).toContain('settings.ecs.cluster');
  expect(ecs.filter((path) => path.startsWith('settings.kubernetes'))).toEqual([]);
  // Conditions of a table hold for what is in it.
  const older = (await list('--variant', 'aws-ecs-2')).map(({ path }) => path);
  expect(ecs.filter((path) => !older.includes(path))).toContain('settings.image-verifier-plugins.<plugin>.trustpolicy');
});

test('a release has no settings that are newer, and rules that changed are those of the release', async () => {
  const paths = (await list('--os-version', '1.68.0')).map(({ path }) => path);
  expect(paths).not.toContain('settings.kernel.zram.size');
  const name = (facts: Facts[]) => facts.find(({ path }) => path === 'settings.kubernetes.cluster-name')!.constraint;
  expect(name(await list('--os-version', '1.29.0'))).not.toBe(name(await list()));
});

test('what a variant gave up has an end', async () => {
  const until = (facts: Facts[]) => facts.find(({ path }) => path === 'settings.metrics')?.until;
  expect(until(await list('--variant', 'aws-dev', '--os-version', '1.60.0'))).toBe('1.65.0');
  expect(until(await list('--variant', 'aws-dev'))).toBeUndefined();
  expect(until(await list())).toBeNull();
});

test('people read a line each', async () => {
  const { code, stdout } = await run('--variant', 'aws-ecs');
  expect(code).toBe(0);
  expect(stdout).toMatch(
    /^settings\.ecs\.cluster {45}string {3}The name or ARN of the cluster that the instance joins\.$/m,
  );
});
