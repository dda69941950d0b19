import { parse } from 'smol-toml';
import { gzipSync } from 'node:zlib';
import { main } from '../../../lib/cli/main';
import { fakeEnvironment } from '../../helpers/cli-environment';
import { fakeAssembly, FINE, WRONG } from '../../helpers/fake-assembly';

async function run(files: Record<string, string>, ...args: string[]) {
  const environment = fakeEnvironment({ files });
  const code = await main(['user-data', 'show', ...args], environment);
  return { code, stdout: environment.stdout.text, stderr: environment.stderr.text };
}

/** A template with one launch template. */
function template(data: object): Record<string, string> {
  const Properties = {
    LaunchTemplateData: { ImageId: 'resolve:ssm:/aws/service/bottlerocket/aws-ecs-3/arm64/latest/image_id', ...data },
  };
  return { 'a.json': JSON.stringify({ Resources: { Nodes: { Type: 'AWS::EC2::LaunchTemplate', Properties } } }) };
}

test('the user data of every node is shown, right or wrong, with placeholders', async () => {
  const { code, stdout } = await run(fakeAssembly({ Fine: FINE, Wrong: WRONG }), 'cdk.out');
  expect(code).toBe(0);
  expect(stdout).toBe(
    `# Demo/Fine/Resource (launch template, aws-k8s-1.35, 1.62.1, x86_64, m7i.large)\n${FINE}\n` +
      `# Demo/Wrong/Resource (launch template, aws-k8s-1.35, 1.62.1, x86_64, m7i.large)\n${WRONG}`,
  );
});

test('what is printed of a node is TOML', async () => {
  const { stdout } = await run(fakeAssembly({ Fine: FINE }), 'cdk.out');
  expect(parse(stdout)).toEqual({ settings: { kubernetes: { 'api-server': '${Cluster.Endpoint}', 'max-pods': 58 } } });
});

test('JSON has the settings as an object, and the placeholders', async () => {
  const { stdout } = await run(fakeAssembly({ Fine: FINE }), 'cdk.out', '--json');
  expect(JSON.parse(stdout)).toMatchObject([
    {
      path: 'Demo/Fine/Resource',
      userData: FINE,
      settings: { kubernetes: { 'api-server': '${Cluster.Endpoint}', 'max-pods': 58 } },
      placeholders: ['${Cluster.Endpoint}'],
      compressed: false,
    },
  ]);
});

test('numbers of all kinds are numbers in JSON', async () => {
  const text = '[settings]\nfloat = 1.0\nbig = 9007199254740993\nlist = [1, 2.5, { a = true }]\n';
  const { stdout } = await run(template({ UserData: { 'Fn::Base64': text } }), 'a.json', '--json');
  const [{ settings }] = JSON.parse(stdout) as [{ settings: unknown }];
  expect(settings).toEqual({ float: 1, big: 9007199254740992, list: [1, 2.5, { a: true }] });
});

test('compressed user data is shown as text', async () => {
  const files = template({ UserData: gzipSync('[settings.ecs]\ncluster = "a"\n').toString('base64') });
  expect((await run(files, 'a.json')).stdout).toContain('\ncluster = "a"\n');
  expect(JSON.parse((await run(files, 'a.json', '--json')).stdout)).toMatchObject([{ compressed: true }]);
});

test.each<[string, object, string]>([
  ['no user data', {}, '# no user data'],
  ['empty user data', { UserData: { 'Fn::Base64': '' } }, '# no user data'],
  ['user data that is a parameter', { UserData: { Ref: 'UserData' } }, '# only known at deployment'],
])('%s is said to be so', async (_, data, remark) => {
  expect((await run(template(data), 'a.json')).stdout).toBe(`# Nodes (launch template, aws-ecs-3, arm64)\n${remark}\n`);
  expect(JSON.parse((await run(template(data), 'a.json', '--json')).stdout)).toMatchObject([{ settings: null }]);
});

test('only the stack that is asked for is shown', async () => {
  expect((await run(fakeAssembly({ Fine: FINE }), 'cdk.out', '--stack', 'Demo')).stdout).toContain('Demo/Fine');
  expect((await run(fakeAssembly({ Fine: FINE }), 'cdk.out', '--stack', 'Dem')).code).toBe(2);
});

test('what a terminal would act on is shown and not acted on', async () => {
  const { stdout } = await run(
    template({ UserData: { 'Fn::Base64': '[settings]\n\tmotd = "\u001B[31m"\n' } }),
    'a.json',
  );
  expect(stdout).toContain('\tmotd = "\\u001B[31m"\n');
});
