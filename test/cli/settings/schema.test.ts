import { main } from '../../../lib/cli/main';
import { settingsSchema } from '../../../lib/settings/json-schema';
import { fakeEnvironment } from '../../helpers/cli-environment';

async function run(...args: string[]) {
  const environment = fakeEnvironment();
  const code = await main(['settings', 'schema', ...args], environment);
  return { code, stdout: environment.stdout.text, stderr: environment.stderr.text };
}

test.each([
  [[], {}],
  [['--variant', 'aws-ecs-3', '--os-version', '1.60.0'], { variant: 'aws-ecs-3', osVersion: '1.60.0' }],
])('%j prints the schema of that OS, with and without --json', async (args, os) => {
  const { code, stdout, stderr } = await run(...args);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(JSON.parse(stdout)).toEqual(settingsSchema(os));
  expect((await run(...args, '--json')).stdout).toBe(stdout);
});

test('a variant that is none is wrong usage', async () => {
  expect(await run('--variant', 'aws-k9s')).toMatchObject({ code: 2, stdout: '' });
});
