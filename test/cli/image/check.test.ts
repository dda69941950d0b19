import type { ParameterStore } from '../../../lib/cli/aws/parameter-store';
import { AwsFailure } from '../../../lib/cli/aws/aws-failure';
import { main } from '../../../lib/cli/main';
import { renderImageLock } from '../../../lib/os/image-lock';
import { fakeEnvironment, fakeParameters } from '../../helpers/cli-environment';
import { amiOf, NEW, OLD, parametersOf, Publication } from '../../helpers/published-images';

const FILE = 'bottlerocket.lock.json';
const REGIONS = ['eu-west-1', 'us-east-1'];

interface Report {
  readonly file: string;
  readonly ok: boolean;
  readonly variants: readonly Record<string, unknown>[];
  readonly issues: readonly Record<string, unknown>[];
}

async function check(text: string, parameters: ParameterStore) {
  const run = async (...args: string[]) => {
    const environment = fakeEnvironment({ parameters, files: { [FILE]: text } });
    const code = await main(['image', 'check', ...args], environment);
    return { code, stdout: environment.stdout.text, stderr: environment.stderr.text };
  };
  const { code, stdout, stderr } = await run();
  const { stdout: json, code: jsonCode } = await run('--json');
  expect(jsonCode).toBe(code);
  return { code, stdout, stderr, report: (json === '' ? undefined : JSON.parse(json)) as Report };
}

function lockOf(variant: string, version: string): string {
  const regions = Object.fromEntries(REGIONS.map((region) => [region, amiOf(variant, version, 'arm64', region)]));
  return renderImageLock({ images: { [variant]: { version, imageIds: { arm64: regions } } } });
}

function published(publication: Partial<Publication> = {}): ParameterStore {
  return fakeParameters(parametersOf({ variants: ['aws-ecs-3'], versions: [OLD, NEW], ...publication }));
}

test('the newest release everywhere is fine', async () => {
  const { code, stdout, report } = await check(lockOf('aws-ecs-3', NEW), published());
  expect(code).toBe(0);
  expect(stdout).toBe(`aws-ecs-3  ${NEW} is up to date\n${FILE}: ok\n`);
  expect(report).toEqual({
    file: FILE,
    ok: true,
    variants: [
      {
        variant: 'aws-ecs-3',
        status: 'current',
        ends: null,
        replacement: null,
        version: NEW,
        available: NEW,
        newest: NEW,
        behind: false,
        waitingFor: [],
      },
    ],
    issues: [],
  });
});

test('an empty lock is fine, without a question to AWS', async () => {
  const refusing = { ...published(), read: () => Promise.reject(new Error('asked')) };
  expect(await check(renderImageLock({ images: {} }), refusing)).toMatchObject({ code: 0, stdout: `${FILE}: ok\n` });
});

test('a release that all regions have a newer one of is behind, with the command that locks it', async () => {
  const { code, stdout, report } = await check(lockOf('aws-ecs-3', OLD), published());
  expect(code).toBe(1);
  expect(stdout).toContain(`aws-ecs-3  ${OLD} -> ${NEW}\n`);
  expect(report).toMatchObject({
    ok: false,
    variants: [{ behind: true, available: NEW }],
    issues: [
      {
        code: 'NewerImage',
        severity: 'warning',
        path: 'images.aws-ecs-3.version',
        line: 5,
        fix: `Run: npx cdk-bottlerocket image lock --variant aws-ecs-3 --os-version ${NEW}`,
      },
    ],
  });
});

test('a newer release that has not reached all regions is waited for', async () => {
  const { code, stdout, report } = await check(lockOf('aws-ecs-3', OLD), published({ newestIn: { 'us-east-1': OLD } }));
  expect(code).toBe(0);
  expect(stdout).toContain(`${OLD} is up to date  (${NEW} has not reached us-east-1)\n`);
  expect(report.variants).toMatchObject([{ available: OLD, newest: NEW, behind: false, waitingFor: ['us-east-1'] }]);
});

test('with two newer releases, the one that all regions have is the one to lock', async () => {
  const parameters = published({ versions: [OLD, NEW, '1.67.0-2c2c2c2c'], newestIn: { 'us-east-1': NEW } });
  const { code, report } = await check(lockOf('aws-ecs-3', OLD), parameters);
  expect(code).toBe(1);
  expect(report.variants).toMatchObject([{ available: NEW, newest: '1.67.0-2c2c2c2c', waitingFor: ['us-east-1'] }]);
});

test('a pin that is newer than `latest` is not behind', async () => {
  const store = published();
  const parameters: ParameterStore = {
    ...store,
    read: async (region, names) => {
      const values = await store.read(region, names);
      return new Map([...values].map(([name, value]) => [name, name.includes('/latest/') ? OLD : value]));
    },
  };
  expect((await check(lockOf('aws-ecs-3', NEW), parameters)).code).toBe(0);
});

test('releases are compared as numbers', async () => {
  const versions = ['1.9.0-0a0a0a0a', '1.10.0-1b1b1b1b'];
  expect((await check(lockOf('aws-ecs-3', versions[0]!), published({ versions }))).code).toBe(1);
  expect((await check(lockOf('aws-ecs-3', versions[1]!), published({ versions }))).code).toBe(0);
});

test('an id that is not the one of AWS is wrong, whatever the release', async () => {
  const foreign = 'ami-00000000000000bad';
  const text = lockOf('aws-ecs-3', NEW).replace(/"eu-west-1": "ami-\w+"/, `"eu-west-1": "${foreign}"`);
  const { code, report } = await check(text, published());
  expect(code).toBe(1);
  expect(report.issues).toMatchObject([
    {
      code: 'WrongLockedImage',
      severity: 'error',
      path: 'images.aws-ecs-3.imageIds.arm64.eu-west-1',
      received: `"${foreign}"`,
      expected: `"${amiOf('aws-ecs-3', NEW, 'arm64', 'eu-west-1')}"`,
      line: 8,
      column: 11,
    },
  ]);
});

test('an image that AWS does not publish is found', async () => {
  const { code, report, stdout } = await check(lockOf('aws-ecs-3', '1.64.0-ffffffff'), published());
  expect(code).toBe(1);
  expect(report.issues.map(({ code: own }) => own)).toEqual([
    'NewerImage',
    'LockedImageNotPublished',
    'LockedImageNotPublished',
  ]);
  expect(stdout).toContain(`${FILE}: not ok, 2 errors, 1 warning\n`);
});

test.each([
  ['aws-k8s-1.30', 1, 'RetiredVariant', 'retired'],
  ['aws-k8s-1.31', 0, 'EndingVariant', 'ending'],
  ['aws-ecs-4', 0, 'PreviewVariant', 'preview'],
  ['aws-k8s-1.99', 0, 'UnlistedVariant', 'unknown'],
])('%s makes the exit code %d', async (variant, expected, issue, status) => {
  const { code, report } = await check(lockOf(variant, NEW), published({ variants: [variant] }));
  expect(code).toBe(expected);
  expect(report).toMatchObject({ ok: expected === 0, variants: [{ status }], issues: [{ code: issue, line: 4 }] });
});

test('a damaged lock is a finding, with its places', async () => {
  const { code, report, stdout } = await check('{ "schemaVersion": 1 }', published());
  expect(code).toBe(1);
  expect(report).toMatchObject({ ok: false, variants: [], issues: [{ code: 'InvalidImageLock', path: 'images' }] });
  expect(stdout).toMatch(/^bottlerocket\.lock\.json:1:1: error \[InvalidImageLock\] images: The key is missing\.\n/);
});

test('a lock that is not there cannot be checked', async () => {
  const environment = fakeEnvironment();
  expect(await main(['image', 'check'], environment)).toBe(2);
  expect(environment.stderr.text).toBe(
    `error: ${FILE} does not exist. Write it first, as in: cdk-bottlerocket image lock --variant aws-k8s-1.35 --region eu-west-1\n`,
  );
});

test('a region that does not answer makes it impossible to say that all is fine', async () => {
  const store = published();
  const failure = new AwsFailure('AWS throttles the calls.', 'Run the command again later.');
  const parameters: ParameterStore = {
    ...store,
    read: (region, names) => (region === 'us-east-1' ? Promise.reject(failure) : store.read(region, names)),
  };
  const { code, stdout, stderr } = await check(lockOf('aws-ecs-3', NEW), parameters);
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).toBe(
    'error: The lock cannot be compared:\n  us-east-1: AWS throttles the calls.\n    Run the command again later.\n',
  );
});

test('regions of several partitions cannot be checked at once', async () => {
  const text = lockOf('aws-ecs-3', NEW).replace('us-east-1', 'us-gov-east-1');
  expect((await check(text, published())).stderr).toContain('keep a lock for each');
});
