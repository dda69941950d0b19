import { main } from '../../../lib/cli/main';
import { fakeEnvironment } from '../../helpers/cli-environment';
import { fakeAssembly, FINE, WRONG } from '../../helpers/fake-assembly';

async function run(files: Record<string, string>, ...args: string[]) {
  const environment = fakeEnvironment({ files });
  const code = await main(['check', ...args], environment);
  return { code, stdout: environment.stdout.text, stderr: environment.stderr.text, files: environment.files };
}

test('an app without faults is fine', async () => {
  const { code, stdout, stderr } = await run(fakeAssembly({ Fine: FINE }), 'cdk.out');
  expect({ code, stdout, stderr }).toEqual({
    code: 0,
    stdout: 'Demo/Fine/Resource (launch template, aws-k8s-1.35, 1.62.1, x86_64, m7i.large): ok\n',
    stderr: '',
  });
});

test('an error is found in its node, with its line in the user data', async () => {
  const { code, stdout } = await run(fakeAssembly({ Fine: FINE, Wrong: WRONG }), 'cdk.out/');
  expect(code).toBe(1);
  expect(stdout).toContain(
    'Demo/Wrong/Resource: error [UnknownSetting] settings.kubernetes.max_pods (line 2, column 1): ',
  );
  expect(stdout).toMatch(/^Demo\/Wrong\/Resource \(.*\): not ok, 1 error$/m);
  expect(stdout).toMatch(/^Demo\/Fine\/Resource \(.*\): ok$/m);
});

test('warnings alone are no findings', async () => {
  const outdated = '[settings.kubernetes]\ncloud-provider = "aws"\n';
  const { code, stdout } = await run(fakeAssembly({ Nodes: outdated }), 'cdk.out');
  expect(stdout).toMatch(/: ok, \d+ warnings?$/m);
  expect(code).toBe(0);
});

test('JSON has every node, with all that is known of it', async () => {
  const { stdout } = await run(fakeAssembly({ Fine: FINE, Wrong: WRONG }), 'cdk.out', '--json');
  expect(JSON.parse(stdout)).toEqual([
    {
      stack: 'Demo',
      template: 'cdk.out/Demo.template.json',
      path: 'Demo/Fine/Resource',
      logicalId: 'Fine',
      object: null,
      kind: 'launch template',
      variant: 'aws-k8s-1.35',
      architecture: 'x86_64',
      osVersion: '1.62.1',
      amiType: null,
      instanceTypes: ['m7i.large'],
      ok: true,
      issues: [],
    },
    expect.objectContaining({
      path: 'Demo/Wrong/Resource',
      ok: false,
      issues: [
        expect.objectContaining({
          code: 'UnknownSetting',
          line: 2,
          location: 'Properties/LaunchTemplateData/UserData',
        }),
      ],
    }),
  ]);
});

test('the region of the stack counts', async () => {
  const text = '[settings.aws]\nregion = "eu-central-1"\n';
  const files = (region: string) => fakeAssembly({ Nodes: text }, `aws://123456789012/${region}`);
  expect((await run(files('eu-west-3'), 'cdk.out')).stdout).toContain('WrongRegion');
  expect((await run(files('unknown-region'), 'cdk.out')).code).toBe(0);
});

test('a template alone is checked, and the standard input', async () => {
  const { 'cdk.out/Demo.template.json': template } = fakeAssembly({ Wrong: WRONG });
  for (const name of ['one.json', 'stack.template', '-']) {
    const { code, stdout } = await run({ [name]: template! }, name);
    expect(code).toBe(1);
    expect(stdout).toContain('Wrong: error [UnknownSetting]');
  }
});

test('an app without Bottlerocket says so', async () => {
  expect(await run(fakeAssembly({}), 'cdk.out')).toMatchObject({ code: 0, stdout: 'cdk.out: no Bottlerocket nodes\n' });
});

test.each<[name: string, files: Record<string, string>, args: string[], message: string]>([
  ['a folder that is no assembly', { 'src/app.ts': '' }, ['src'], 'error: src is no assembly of the CDK'],
  [
    'a folder that is not there',
    {},
    ['cdk.out'],
    'error: cdk.out does not exist. Run cdk synth first, and give the folder that it writes, cdk.out, or a template in JSON.',
  ],
  [
    'a template whose name says YAML',
    { 'a.yaml': 'Resources:\n' },
    ['a.yaml'],
    'error: a.yaml is not read: templates must be in JSON. Of an app, give the folder that cdk synth writes, cdk.out.',
  ],
  ['a template that is not there', {}, ['a.json'], 'error: a.json cannot be read: it does not exist.'],
  [
    'a template in YAML',
    { 'a.json': 'Resources:\n' },
    ['a.json'],
    'error: a.json cannot be read: it is not a JSON object.',
  ],
  ['a broken manifest', { 'cdk.out/manifest.json': '{' }, ['cdk.out'], 'error: cdk.out/manifest.json cannot be read'],
  [
    'a stack that there is not',
    fakeAssembly({}),
    ['cdk.out', '--stack', 'Other'],
    'error: There is no stack Other. There is: Demo.',
  ],
])('%s is a failure', async (_, files, args, message) => {
  const { code, stdout, stderr } = await run(files, ...args);
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).toContain(message);
});

test('what a terminal would act on is shown and not acted on', async () => {
  const { stdout } = await run(fakeAssembly({ '\u001B[31m': WRONG }), 'cdk.out');
  expect(stdout).toContain('\\u001B[31m');
  expect(stdout).not.toContain('\u001B');
});

test('a report for code scanning is written beside the text', async () => {
  const { code, stdout, files } = await run(fakeAssembly({ Wrong: WRONG }), 'cdk.out', '--sarif', 'out.sarif');
  expect(code).toBe(1);
  expect(stdout).toContain('UnknownSetting');
  expect(JSON.parse(String(files.get('out.sarif')))).toMatchObject({ version: '2.1.0', runs: [{ results: [{}] }] });
});
