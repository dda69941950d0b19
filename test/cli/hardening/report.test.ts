import { main } from '../../../lib/cli/main';
import { fakeEnvironment } from '../../helpers/cli-environment';

const HARDENED = `[settings.kernel]
lockdown = "integrity"
[settings.kernel.modules]
udf = { allowed = false }
sctp = { allowed = false }
[settings.kernel.sysctl]
"net.ipv4.conf.all.send_redirects" = "0"
"net.ipv4.conf.default.send_redirects" = "0"
"net.ipv4.conf.all.accept_redirects" = "0"
"net.ipv4.conf.default.accept_redirects" = "0"
"net.ipv6.conf.all.accept_redirects" = "0"
"net.ipv6.conf.default.accept_redirects" = "0"
"net.ipv4.conf.all.secure_redirects" = "0"
"net.ipv4.conf.default.secure_redirects" = "0"
"net.ipv4.conf.all.log_martians" = "1"
"net.ipv4.conf.default.log_martians" = "1"
`;

const FILES = {
  'hardened.toml': HARDENED,
  'open.toml': '[settings.kernel]\nlockdown = "none"\n',
  'wrong.toml': '[settings.kernel]\nlokdown = "none"\n',
};

async function run(...args: string[]) {
  const environment = fakeEnvironment({ files: FILES });
  const code = await main(['hardening', 'report', ...args], environment);
  return { code, stdout: environment.stdout.text, stderr: environment.stderr.text };
}

interface Judged {
  readonly file: string;
  readonly ok: boolean;
  readonly controls: readonly Record<string, unknown>[];
  readonly issues: readonly { readonly code: string }[];
}

async function judge(...args: string[]): Promise<{ code: number; files: Judged[] }> {
  const { code, stdout } = await run('--json', ...args);
  return { code, files: JSON.parse(stdout) as Judged[] };
}

test('a file in which every control holds that can be seen is fine', async () => {
  const { code, files } = await judge('--variant', 'aws-k8s-1.34', 'hardened.toml');
  expect(files[0]!.controls.filter(({ status }) => status === 'broken')).toEqual([]);
  expect({ code, ok: files[0]!.ok }).toEqual({ code: 0, ok: true });
});

test('a control that does not hold is a finding, with all that is known of it', async () => {
  const { code, files } = await judge('--variant', 'aws-k8s-1.34', 'open.toml');
  expect({ code, ok: files[0]!.ok }).toEqual({ code: 1, ok: false });
  expect(files[0]!.controls.find(({ control }) => control === '1.5.2')).toEqual({
    benchmark: 'cis-bottlerocket',
    control: '1.5.2',
    title: 'The kernel is locked down for its integrity',
    level: 2,
    status: 'broken',
    why: 'settings.kernel.lockdown is "none", not "integrity".',
    see: 'https://www.cisecurity.org/benchmark/bottlerocket',
    evidence: [{ path: 'settings.kernel.lockdown', status: 'broken', received: '"none"', expected: '"integrity"' }],
  });
  expect(files[0]!.controls.find(({ control }) => control === 'admin-container')).toMatchObject({
    level: null,
    evidence: [{ received: null }],
  });
});

test('level and benchmark choose the controls', async () => {
  const { code, files } = await judge('--level', '1', '--benchmark', 'cis-bottlerocket', 'open.toml');
  expect(code).toBe(0);
  expect(new Set(files[0]!.controls.map(({ benchmark, level }) => `${String(benchmark)} ${String(level)}`))).toEqual(
    new Set(['cis-bottlerocket 1']),
  );
});

test('people read what holds, and what to do about what does not', async () => {
  const { code, stdout, stderr } = await run('--benchmark', 'cis-bottlerocket', '--variant', 'aws-ecs-3', 'open.toml');
  expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
  expect(stdout).toMatch(/^cis-bottlerocket\n/);
  expect(stdout).toContain('  holds           1.4.1  Programs with set-user-ID leave no core dumps\n');
  expect(stdout).toContain(`  does not hold   3.3.1  SCTP cannot be used
                  The OS does not do so by default. Set kernel.modules.sctp.allowed to false.
`);
  expect(stdout).toContain(`  cannot be seen  1.3.1, 1.5.1, 4.1.1.1, 4.1.2
                  It is part of every image, and no setting changes it.
`);
  expect(stdout).toMatch(/\nopen\.toml: \d+ hold, \d+ do not hold, \d+ cannot be seen\n$/);
});

test('Markdown has a table for each file', async () => {
  const { stdout } = await run('--markdown', '--variant', 'aws-ecs-3', 'hardened.toml', 'open.toml');
  expect(stdout.match(/^## Hardening of .*$/gm)).toEqual([
    '## Hardening of hardened.toml',
    '## Hardening of open.toml',
  ]);
  expect(stdout).toContain('| 3.3.1 | 2 | SCTP cannot be used | holds |');
});

test('what the OS would refuse is a finding: it is not judged', async () => {
  const { code, files } = await judge('--level', '1', '--benchmark', 'cis-bottlerocket', 'wrong.toml');
  expect(code).toBe(1);
  expect(files).toMatchObject([{ ok: false, issues: [{ code: 'UnknownSetting' }] }]);
  expect((await run('wrong.toml')).stdout).toMatch(/^wrong\.toml:2:1: error \[UnknownSetting\]/);
  expect((await run('--markdown', 'wrong.toml')).stdout).toContain(
    'Not judged, since it is wrong:\n\n- settings.kernel.lokdown',
  );
});

test('a file that cannot be read makes it fail, after all others were judged', async () => {
  const { code, stdout, stderr } = await run('missing.toml', 'hardened.toml');
  expect(code).toBe(2);
  expect(stdout).toContain('hardened.toml: ');
  expect(stderr).toContain('missing.toml');
});

test.each([
  ['--level', '3'],
  ['--benchmark', 'stig'],
  ['--variant', 'al2023'],
])('%s %s is refused', async (option, value) => {
  const { code, stdout, stderr } = await run(option, value, 'open.toml');
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).toContain(value);
});
