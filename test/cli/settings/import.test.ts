import { gzipSync } from 'node:zlib';
import { main } from '../../../lib/cli/main';
import { fakeEnvironment } from '../../helpers/cli-environment';

async function run(content: string | Uint8Array, ...options: string[]) {
  const environment = fakeEnvironment({ files: { 'nodes.toml': content } });
  const code = await main(['settings', 'import', 'nodes.toml', ...options], environment);
  return { code, stdout: environment.stdout.text, stderr: environment.stderr.text };
}

const GOOD = '# Nodes\n[settings.kernel]\nlockdown = "integrity"\n';
const TYPESCRIPT = `import { BottlerocketSettings, KernelLockdown } from 'cdk-bottlerocket';

const settings: BottlerocketSettings = {
  kernel: {
    lockdown: KernelLockdown.INTEGRITY,
  },
};
`;

test.each([
  ['plain', GOOD],
  ['gzip', gzipSync(GOOD)],
])('prints TypeScript and nothing else: %s', async (_, content) => {
  expect(await run(content)).toEqual({ code: 0, stdout: TYPESCRIPT, stderr: '' });
});

test('warnings go to stderr, so that the output can be a file', async () => {
  const { code, stdout, stderr } = await run(`${GOOD}[other]\nx = 1\n`);
  expect({ code, stdout }).toEqual({ code: 0, stdout: TYPESCRIPT });
  expect(stderr).toMatch(/^nodes\.toml:4:1: warning \[IgnoredTable\] other: .*\n/);
  expect(stderr).toMatch(/nodes\.toml: ok, 1 warning\n$/);
});

test('with an error, there is no output that could be taken for the settings', async () => {
  const { code, stdout, stderr } = await run(`${GOOD}lokdown = 1\n`);
  expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
  expect(stderr).toContain('nodes.toml:4:1: error [UnknownSetting] settings.kernel.lokdown');
});

test('JSON holds the settings and the issues', async () => {
  const { code, stdout, stderr } = await run(`${GOOD}[other]\nx = 1\n`, '--json');
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(JSON.parse(stdout)).toEqual({
    file: 'nodes.toml',
    ok: true,
    settings: { kernel: { lockdown: 'integrity' } },
    issues: [expect.objectContaining({ code: 'IgnoredTable', severity: 'warning', line: 4, column: 1 })],
  });
});

test('JSON of what is wrong holds no settings', async () => {
  const { code, stdout } = await run('[settings]\nx = 1\n', '--json');
  expect(code).toBe(1);
  expect(JSON.parse(stdout)).toMatchObject({ ok: false, settings: null, issues: [{ code: 'UnknownSetting' }] });
});

test('numbers that JSON cannot hold are an error', async () => {
  const { code, stdout } = await run('[settings.kubernetes]\npod-pids-limit = 9223372036854775807\n', '--json');
  expect(code).toBe(1);
  expect(JSON.parse(stdout)).toMatchObject({ settings: null, issues: [{ code: 'ValueNotTyped', line: 2 }] });
});

test.each([
  [['--variant', 'aws-ecs-3'], 'SettingNotInVariant'],
  [['--target', 'eks-managed'], 'SettingSuppliedByEks'],
])('%j is taken into account', async (options, code) => {
  const text = '[settings.kubernetes]\ncluster-name = "x"\n';
  expect((await run(text)).code).toBe(0);
  const { stderr } = await run(text, ...options);
  expect(stderr).toContain(`[${code}]`);
});

test('a file that cannot be read is a failure', async () => {
  const environment = fakeEnvironment();
  expect(await main(['settings', 'import', 'none.toml'], environment)).toBe(2);
  expect(environment.stderr.text).toBe('error: none.toml cannot be read: it does not exist.\n');
});
