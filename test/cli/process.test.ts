import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { CliUnderTest } from '../helpers/cli';

let cli: CliUnderTest;

beforeAll(async () => {
  cli = await CliUnderTest.make();
});

afterAll(() => cli.remove());

function write(name: string, content: string | Uint8Array): string {
  writeFileSync(join(cli.folder, name), content);
  return name;
}

const GOOD = '[settings.kubernetes]\nmax-pods = 58\n';
const WRONG = '[settings.kubernetes]\nmax-pods = "58"\n';

interface Checked {
  readonly file: string;
  readonly ok: boolean;
  readonly issues: readonly Record<string, unknown>[];
}

async function check(...args: string[]): Promise<{ code: number | null; files: Checked[]; stderr: string }> {
  const { code, stdout, stderr } = await cli.run(['settings', 'check', '--json', ...args]);
  return { code, files: JSON.parse(stdout) as Checked[], stderr };
}

test('the bundle is one file that needs nothing of the CDK', () => {
  expect(cli.inputs.filter((input) => /aws-cdk-lib|constructs/.test(input))).toEqual([]);
});

test('the version is that of the package', async () => {
  const { version } = JSON.parse(readFileSync(join(__dirname, '../../package.json'), 'utf8')) as { version: string };
  expect(await cli.run(['--version'])).toEqual({ code: 0, stdout: `${version}\n`, stderr: '' });
});

test('a file that cannot be written says that its folder is missing, not the file', async () => {
  const template = write('template.json', '{}');
  expect(await cli.run(['check', template, '--sarif', 'none/report.sarif'])).toMatchObject({
    code: 2,
    stderr: 'error: none/report.sarif cannot be written: its folder does not exist.\n',
  });
});

test('a file that the OS takes is fine', async () => {
  expect(await check(write('good.toml', GOOD))).toEqual({
    code: 0,
    files: [{ file: 'good.toml', ok: true, issues: [] }],
    stderr: '',
  });
});

test('an issue has all keys of the contract', async () => {
  const { code, files } = await check(write('wrong.toml', WRONG));
  expect(code).toBe(1);
  expect(files).toEqual([
    {
      file: 'wrong.toml',
      ok: false,
      issues: [
        {
          code: 'WrongType',
          path: 'settings.kubernetes.max-pods',
          severity: 'error',
          message: 'Text was given.',
          received: '"58"',
          expected: 'a whole number from 0 to 4294967295',
          fix: 'Write it without quotes: 58.',
          line: 2,
          column: 1,
        },
      ],
    },
  ]);
});

test('many files are judged each by itself, in their order', async () => {
  const { code, files } = await check(write('good.toml', GOOD), write('wrong.toml', WRONG), 'good.toml');
  expect(code).toBe(1);
  expect(files.map(({ file, ok }) => [file, ok])).toEqual([
    ['good.toml', true],
    ['wrong.toml', false],
    ['good.toml', true],
  ]);
});

test('- is the standard input', async () => {
  const { code, stdout } = await cli.run(['settings', 'check', '-'], { stdin: WRONG });
  expect(code).toBe(1);
  expect(stdout).toMatch(/^-:2:1: error \[WrongType\] settings\.kubernetes\.max-pods: Text was given\.\n/);
});

test('the standard input is the same, however often it is named', async () => {
  const { code, stdout } = await cli.run(['settings', 'check', '--json', '-', '-'], { stdin: WRONG });
  expect(code).toBe(1);
  expect((JSON.parse(stdout) as Checked[]).map(({ ok }) => ok)).toEqual([false, false]);
});

test('gzip is known by its first bytes', async () => {
  const { files } = await check(write('good.gz', gzipSync(GOOD)), write('wrong.toml', gzipSync(WRONG)));
  expect(files.map(({ ok }) => ok)).toEqual([true, false]);
});

test('broken gzip is an issue', async () => {
  const { code, files } = await check(write('broken.gz', gzipSync(GOOD).subarray(0, 20)));
  expect(code).toBe(1);
  expect(files[0]!.issues).toMatchObject([{ code: 'NotText', line: 1, column: 1 }]);
});

test.each([
  ['missing.toml', 'it does not exist'],
  ['folder', 'it is a folder'],
  ['good.toml/below', 'a part of its path is not a folder'],
])('%s cannot be read, and the other files are judged all the same', async (file, reason) => {
  mkdirSync(join(cli.folder, 'folder'), { recursive: true });
  const { code, files, stderr } = await check(file, write('wrong.toml', WRONG), write('good.toml', GOOD));
  expect(code).toBe(2);
  expect(stderr).toBe(`error: ${file} cannot be read: ${reason}.\n`);
  expect(files.map(({ ok, issues }) => [ok, issues.map(({ code: own }) => own)])).toEqual([
    [false, ['FileNotReadable']],
    [false, ['WrongType']],
    [true, []],
  ]);
});

test('a file without permission cannot be read', async () => {
  chmodSync(cli.folder, 0o755);
  chmodSync(join(cli.folder, write('secret.toml', GOOD)), 0);
  // The superuser reads everything.
  const uid = process.getuid?.() === 0 ? 65534 : undefined;
  const { code, stderr } = await cli.run(['settings', 'check', 'secret.toml'], { uid });
  expect(code).toBe(2);
  expect(stderr).toBe('error: secret.toml cannot be read: permission denied.\n');
});

test('a file without an end is given up', async () => {
  const { code, stderr } = await cli.run(['settings', 'check', '/dev/zero']);
  expect(code).toBe(2);
  expect(stderr).toBe('error: /dev/zero cannot be read: it has more than 64 MiB.\n');
});

test.each([
  ['labels', '[settings.kubernetes.node-labels]\n', '"example.com/label" = "xxxxxxxxxx"\n'],
  ['line ends', '[settings.kubernetes]\n', '\n'],
  ['nested keys', '[settings.', 'a.'],
  ['nested lists', '[settings]\nmotd = ', '['],
])('a file of 10 MiB is judged in bounded time: %s', async (_, start, unit) => {
  const text = start + unit.repeat((10 * 1024 * 1024) / unit.length);
  const { code, files } = await check(write('large.toml', text));
  expect(code).toBe(1);
  expect(files[0]!.issues).toMatchObject([{ code: 'UserDataTooLarge', severity: 'error' }]);
  expect((await check(write('large.gz', gzipSync(text)))).files[0]!.issues).toEqual(files[0]!.issues);
});

test('a file of 1 MiB is read', async () => {
  const label = (index: number) => `"example.com/label-${index}" = "${'x'.repeat(40)}"\n`;
  const labels = Array.from({ length: 14_000 }, (_, index) => label(index)).join('');
  const { code, files } = await check(write('large.toml', `[settings.kubernetes.node-labels]\n${labels}`));
  expect(code).toBe(0);
  expect(files[0]!.issues).toMatchObject([{ code: 'UserDataTooLarge', severity: 'warning' }]);
}, 30_000);

test.each([
  ['UnknownSetting', '[settings.kubernetes]\n', (index: number) => `key-${index} = 1\n`],
  ['WrongType', '', (index: number) => `[settings.host-containers.c${index}]\nenabled = 1\n`],
])(
  'output is complete, however long: %s',
  async (kind, start, line) => {
    const text = start + Array.from({ length: 15_000 }, (_, index) => line(index)).join('');
    const { code, files } = await check(write('many.toml', text));
    expect(code).toBe(1);
    expect(files[0]!.issues.filter(({ code: own }) => own === kind)).toHaveLength(15_000);
  },
  30_000,
);

test('a reader that goes away is no error', () => {
  const keys = Array.from({ length: 20_000 }, (_, index) => `key-${index} = 1\n`).join('');
  const file = write('many.toml', `[settings.kubernetes]\n${keys}`);
  const command = `"${process.execPath}" "${cli.file}" settings check --json ${file} | head -c 10`;
  const { stdout, stderr } = spawnSync('sh', ['-c', command], { cwd: cli.folder, encoding: 'utf8' });
  expect({ stdout, stderr }).toEqual({ stdout: '[\n  {\n    ', stderr: '' });
}, 30_000);

test('colours are for terminals, and for those who ask for them', async () => {
  const file = write('wrong.toml', WRONG);
  const args = ['settings', 'check', file];
  expect((await cli.run(args)).stdout).not.toContain('\u001B');
  expect((await cli.run(args, { env: { FORCE_COLOR: '1' } })).stdout).toContain('\u001B[31merror\u001B[39m');
});
