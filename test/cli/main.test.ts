import { ExitCode } from '../../lib/cli/command';
import { GROUPS } from '../../lib/cli/commands';
import { main } from '../../lib/cli/main';
import { fakeEnvironment } from '../helpers/cli-environment';

async function run(...args: string[]): Promise<{ code: ExitCode; stdout: string; stderr: string }> {
  const environment = fakeEnvironment();
  const code = await main(args, environment);
  return { code, stdout: environment.stdout.text, stderr: environment.stderr.text };
}

const COMMANDS = GROUPS.flatMap((group) =>
  group.commands.map((command) => ({ group: group.name === undefined ? [] : [group.name], ...command })),
);
const NAMED = GROUPS.flatMap(({ name, summary, commands }) =>
  name === undefined ? [] : [{ name, summary: summary!, commands }],
);
/** Commands that stand for themselves are listed beside the groups. */
const LISTED = [...NAMED, ...COMMANDS.filter(({ group }) => group.length === 0)];

test.each(['--version', '-v'])('%s prints the version alone', async (option) => {
  expect(await run(option)).toEqual({ code: ExitCode.FINE, stdout: '1.2.3\n', stderr: '' });
});

test.each([[['--help']], [['-h']]])('%s lists the groups of commands', async (args) => {
  const { code, stdout } = await run(...args);
  expect(code).toBe(ExitCode.FINE);
  for (const { name, summary } of LISTED) {
    expect(stdout).toMatch(new RegExp(`  ${name} .*${summary.slice(0, 10)}`));
  }
});

test.each(NAMED)('help of $name lists its commands', async ({ name, commands }) => {
  const { code, stdout } = await run(name, '--help');
  expect(code).toBe(ExitCode.FINE);
  commands.forEach((command) => expect(stdout).toContain(`  ${command.name} `));
});

test.each(COMMANDS)('help of $group $name names its options, --json among them, and examples', async (command) => {
  const { code, stdout } = await run(...command.group, command.name, '--help');
  expect(code).toBe(ExitCode.FINE);
  ['json', ...command.options.map(({ name }) => name)].forEach((name) => expect(stdout).toContain(`--${name}`));
  command.examples.forEach((example) => expect(stdout).toContain(`$ cdk-bottlerocket ${example}`));
});

test.each([
  [[], 'Usage: cdk-bottlerocket'],
  [['settings'], 'Usage: cdk-bottlerocket settings'],
  [['setings'], "error: unknown command 'setings'\n(Did you mean settings?)\nTry: cdk-bottlerocket --help"],
  [['settings', 'chek'], "error: unknown command 'chek'\n(Did you mean check?)\nTry: cdk-bottlerocket settings --help"],
  [['--wrong'], "error: unknown option '--wrong'\nTry: cdk-bottlerocket --help"],
  [['settings', 'check'], "error: missing required argument 'FILE'"],
  [['settings', 'check', '--jsn', 'x'], "error: unknown option '--jsn'\n(Did you mean --json?)"],
  [['settings', 'check', '--target', 'ecs', 'x'], 'Allowed choices are ec2, eks-managed, karpenter.'],
  [['settings', 'check', 'x', '--variant'], "error: option '--variant <VARIANT>' argument missing"],
  [
    ['settings', 'check', 'x', '--variant', 'aws-k9s'],
    'error: --variant "aws-k9s": This is not the name of a variant.',
  ],
  [
    ['settings', 'check', 'x', '--os-version', '1.x'],
    'error: --os-version "1.x": This is not a release of Bottlerocket.',
  ],
])('%j is wrong usage', async (args, complaint) => {
  const { code, stdout, stderr } = await run(...args);
  expect({ code, stdout }).toEqual({ code: ExitCode.FAILED, stdout: '' });
  expect(stderr).toContain(complaint);
  expect(stderr).not.toContain('    at ');
});

test.each([
  [['help'], 'Usage: cdk-bottlerocket [options]'],
  [['help', 'settings'], 'Usage: cdk-bottlerocket settings [options]'],
  [['help', 'settings', 'check'], 'Usage: cdk-bottlerocket settings check [options]'],
])('%j prints what --help does', async (args, usage) => {
  const { code, stdout, stderr } = await run(...args);
  expect({ code, stderr }).toEqual({ code: ExitCode.FINE, stderr: '' });
  expect(stdout).toContain(usage);
  expect(await run(...args.slice(1), '--help')).toMatchObject({ stdout });
});

test('a mistake of ours is reported without a stack, unless asked for', async () => {
  const failing = (variables = {}) => ({
    ...fakeEnvironment({ variables }),
    readFile: () => Promise.reject(new TypeError('out of order')),
  });
  const environment = failing();
  expect(await main(['settings', 'check', 'x'], environment)).toBe(ExitCode.FAILED);
  expect(environment.stderr.text).toMatch(/^error: out of order\n.*report it/);
  expect(environment.stderr.text).not.toContain('    at ');
  const debugging = failing({ CDK_BOTTLEROCKET_DEBUG: '1' });
  await main(['settings', 'check', 'x'], debugging);
  expect(debugging.stderr.text).toContain('    at ');
});

test.each(COMMANDS)('an example of $group $name is a command line that the parser takes', async ({ examples }) => {
  for (const example of examples) {
    const { stderr } = await run(
      ...example
        .replace(/[|>].*$/, '')
        .trim()
        .split(' '),
    );
    expect(stderr).not.toMatch(/unknown|missing|too many|invalid/);
  }
});
