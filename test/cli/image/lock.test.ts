import type { ParameterStore } from '../../../lib/cli/aws/parameter-store';
import { AwsFailure } from '../../../lib/cli/aws/aws-failure';
import { main } from '../../../lib/cli/main';
import { ImageLock, renderImageLock } from '../../../lib/os/image-lock';
import { fakeEnvironment, fakeParameters } from '../../helpers/cli-environment';
import { amiOf, NEW, OLD, parametersOf } from '../../helpers/published-images';

const VARIANTS = ['aws-ecs-3', 'aws-k8s-1.35'];
const PUBLISHED = parametersOf({ variants: VARIANTS, versions: [OLD, NEW] });
const FILE = 'bottlerocket.lock.json';

async function lock(args: readonly string[], parameters: ParameterStore, before?: string) {
  const environment = fakeEnvironment({ parameters, files: before === undefined ? {} : { [FILE]: before } });
  const code = await main(['image', 'lock', ...args], environment);
  const text = environment.files.get(FILE)?.toString();
  return { code, stdout: environment.stdout.text, stderr: environment.stderr.text, text };
}

/** A lock of variants, each with its version and where it has images. */
function lockOf(variants: Readonly<Record<string, readonly [version: string, ...places: string[]]>>): string {
  const images: Record<string, ImageLock['images'][string]> = {};
  for (const [variant, [version, ...places]] of Object.entries(variants)) {
    const imageIds: Record<string, Record<string, string>> = {};
    for (const place of places) {
      const [architecture = '', region = ''] = place.split(' ');
      (imageIds[architecture] ??= {})[region] = amiOf(variant, version, architecture, region);
    }
    images[variant] = { version, imageIds };
  }
  return renderImageLock({ images });
}

const BEFORE = lockOf({ 'aws-ecs-3': [OLD, 'x86_64 eu-west-1'], 'aws-k8s-1.35': [OLD, 'arm64 eu-west-1'] });
const HOME = fakeParameters(PUBLISHED, 'eu-west-1');

describe('writes', () => {
  test('a first lock, of both architectures, at home', async () => {
    const { code, stdout, stderr, text } = await lock(['--variant', 'aws-k8s-1.35'], HOME);
    expect(text).toBe(lockOf({ 'aws-k8s-1.35': [NEW, 'arm64 eu-west-1', 'x86_64 eu-west-1'] }));
    expect({ code, stdout, stderr }).toEqual({
      code: 0,
      stdout: `aws-k8s-1.35  ${NEW}  (arm64, x86_64; 1 region)\n${FILE}: written\n`,
      stderr: '',
    });
  });

  test('the newest release of all that is in the lock', async () => {
    const { code, stdout, text } = await lock([], HOME, BEFORE);
    expect(code).toBe(0);
    expect(text).toBe(lockOf({ 'aws-ecs-3': [NEW, 'x86_64 eu-west-1'], 'aws-k8s-1.35': [NEW, 'arm64 eu-west-1'] }));
    expect(stdout).toContain(`aws-ecs-3  ${OLD} -> ${NEW}  (x86_64; 1 region)\n`);
  });

  test('one variant, and leaves the others as they are', async () => {
    const { text } = await lock(['--variant', 'aws-ecs-3', '--region', 'us-east-1', 'us-east-2'], HOME, BEFORE);
    expect(text).toBe(
      lockOf({
        'aws-ecs-3': [NEW, 'x86_64 eu-west-1', 'x86_64 us-east-1', 'x86_64 us-east-2'],
        'aws-k8s-1.35': [OLD, 'arm64 eu-west-1'],
      }),
    );
  });

  test.each([OLD, '1.65.0', 'v1.65.0'])('the release that is asked for: %s', async (version) => {
    const { code, text } = await lock(['--os-version', version, '--variant', 'aws-ecs-3', '--arch', 'arm64'], HOME);
    expect(code).toBe(0);
    expect(text).toBe(lockOf({ 'aws-ecs-3': [OLD, 'arm64 eu-west-1'] }));
  });

  test('nothing when nothing has changed', async () => {
    const now = lockOf({ 'aws-ecs-3': [NEW, 'x86_64 eu-west-1'] });
    const environment = { ...fakeEnvironment({ parameters: HOME, files: { [FILE]: now } }), replaceFile: jest.fn() };
    expect(await main(['image', 'lock'], environment)).toBe(0);
    expect(environment.stdout.text).toBe(`aws-ecs-3  ${NEW}  (x86_64; 1 region)\n${FILE}: already up to date\n`);
    expect(environment.replaceFile).not.toHaveBeenCalled();
  });

  test('another file, where users want that', async () => {
    const environment = fakeEnvironment({ parameters: HOME });
    await main(['image', 'lock', '--variant', 'aws-ecs-3', '--file', 'locks/eu.json'], environment);
    expect([...environment.files.keys()]).toEqual(['locks/eu.json']);
  });

  test('what it did as JSON, with all keys', async () => {
    const { stdout } = await lock(['--json', '--variant', 'aws-ecs-3', '--region', 'us-east-1'], HOME, BEFORE);
    expect(JSON.parse(stdout)).toEqual({
      file: FILE,
      changed: true,
      variants: [
        {
          variant: 'aws-ecs-3',
          before: OLD,
          version: NEW,
          architectures: ['x86_64'],
          regions: ['eu-west-1', 'us-east-1'],
        },
      ],
      skipped: [],
    });
  });

  test('retired variants and those that are about to be, and says so', async () => {
    const variants = ['aws-k8s-1.30', 'aws-k8s-1.31'];
    const parameters = fakeParameters(parametersOf({ variants, versions: [OLD] }), 'eu-west-1');
    const { code, stderr } = await lock(['--variant', ...variants], parameters);
    expect(code).toBe(0);
    expect(stderr).toMatch(
      /^warning: AWS ended updates of aws-k8s-1\.30 .*\nwarning: AWS ends updates of aws-k8s-1\.31 /,
    );
  });
});

describe('pins one release in all regions', () => {
  const behind = { variants: VARIANTS, versions: [OLD, NEW], newestIn: { 'eu-west-2': OLD } };

  test('although `latest` is another one in some: says which ones, and what they have', async () => {
    const before = lockOf({ 'aws-ecs-3': [OLD, 'arm64 eu-west-1', 'arm64 eu-west-2', 'x86_64 eu-west-2'] });
    const { code, stderr, text } = await lock([], fakeParameters(parametersOf(behind), 'eu-west-1'), before);
    expect({ code, text }).toEqual({ code: 2, text: before });
    expect(stderr).toBe(
      [
        'error: The images cannot be locked:',
        `  eu-west-2 (arm64), eu-west-2 (x86_64): aws-ecs-3 ${NEW} is not there; the newest release there is ${OLD}.`,
        `    Run the command again later, or lock what all regions have, as in --os-version ${OLD}.`,
        `${FILE} is as it was.\n`,
      ].join('\n'),
    );
  });

  test('and takes that of the home region for `latest`', async () => {
    const args = ['--variant', 'aws-ecs-3', '--arch', 'arm64', '--region', 'eu-west-1', 'eu-west-2'];
    const { code, text } = await lock(args, fakeParameters(parametersOf(behind), 'eu-west-2'));
    expect(code).toBe(0);
    expect(text).toBe(lockOf({ 'aws-ecs-3': [OLD, 'arm64 eu-west-1', 'arm64 eu-west-2'] }));
  });
});

describe('with --all-regions', () => {
  const directory = () => ['eu-west-1', 'eu-south-1', 'us-east-1', 'cn-north-1', 'not a region'];

  test('adds the regions that AWS lists for the partition', async () => {
    const parameters = fakeParameters(PUBLISHED, 'eu-west-1', directory);
    const { code, text } = await lock(['--variant', 'aws-ecs-3', '--arch', 'arm64', '--all-regions'], parameters);
    expect(code).toBe(0);
    expect(text).toBe(lockOf({ 'aws-ecs-3': [NEW, 'arm64 eu-south-1', 'arm64 eu-west-1', 'arm64 us-east-1'] }));
  });

  test('adds the regions of GovCloud, which has no list, when that is home', async () => {
    const parameters = fakeParameters(PUBLISHED, 'us-gov-west-1');
    const { text } = await lock(['--variant', 'aws-ecs-3', '--arch', 'arm64', '--all-regions'], parameters);
    expect(text).toBe(lockOf({ 'aws-ecs-3': [NEW, 'arm64 us-gov-east-1', 'arm64 us-gov-west-1'] }));
  });

  test('leaves out regions that are not enabled or have no images, and says so', async () => {
    const store = fakeParameters(
      (region, name) => (region === 'us-east-1' ? undefined : PUBLISHED(region, name)),
      'eu-west-1',
      directory,
    );
    const refused = new AwsFailure('AWS does not accept the credentials there: no.', 'Check.', 'not-accepted');
    const parameters: ParameterStore = {
      ...store,
      read: (region, names) => (region === 'eu-south-1' ? Promise.reject(refused) : store.read(region, names)),
    };
    const args = ['--variant', 'aws-ecs-3', '--arch', 'arm64', '--all-regions'];
    const { code, stderr, text } = await lock(args, parameters);
    expect({ code, text }).toEqual({ code: 0, text: lockOf({ 'aws-ecs-3': [NEW, 'arm64 eu-west-1'] }) });
    expect(stderr).toBe(
      'warning: left out eu-south-1: AWS does not accept the credentials there: no.\n' +
        'warning: left out us-east-1: aws-ecs-3: AWS publishes no images of it there.\n',
    );
    const { stdout } = await lock([...args, '--json'], parameters);
    expect(JSON.parse(stdout)).toMatchObject({
      skipped: [
        { region: 'eu-south-1', variant: null },
        { region: 'us-east-1', variant: 'aws-ecs-3' },
      ],
    });
    // What was asked for by name, or is in the lock already, is not left out.
    expect((await lock([...args, '--region', 'eu-south-1'], parameters)).code).toBe(2);
    expect((await lock(args, parameters, lockOf({ 'aws-ecs-3': [OLD, 'arm64 us-east-1'] }))).code).toBe(2);
  });

  test('fails when the regions cannot be listed', async () => {
    const { code, stderr } = await lock(['--variant', 'aws-ecs-3', '--all-regions'], HOME);
    expect(code).toBe(2);
    expect(stderr).toContain('or name the regions with --region'.slice(3));
  });
});

describe('refuses', () => {
  test.each<[string, string[], string]>([
    ['a name that no variant has', ['--variant', 'aws-k9s'], '--variant "aws-k9s": This is not the name of a variant.'],
    ['a variant without images', ['--variant', 'vmware-k8s-1.35'], 'AWS publishes no images of it.'],
    ['a version that is not one', ['--os-version', '1.66'], '--os-version "1.66": This is not a release'],
    ['a zone for a region', ['--region', 'eu-west-1a'], '--region "eu-west-1a": This is not the name of a region.'],
    ['another architecture', ['--arch', 'riscv'], 'Allowed choices are arm64, x86_64.'],
    ['a variant that AWS does not publish', ['--variant', 'aws-k8s-1.99'], 'AWS publishes no image of aws-k8s-1.99.'],
    [
      'a release that AWS does not publish',
      ['--os-version', '1.99.0'],
      'AWS publishes no release 1.99.0 of aws-ecs-3.',
    ],
    [
      'a commit that there is not',
      ['--os-version', '1.66.0-ffffffff'],
      'aws-ecs-3 1.66.0-ffffffff is not there; the newest',
    ],
    ['regions of two partitions', ['--region', 'cn-north-1'], 'several partitions'],
  ])('%s', async (_, args, message) => {
    const { code, stdout, stderr, text } = await lock(args, HOME, BEFORE);
    expect({ code, stdout, text }).toEqual({ code: 2, stdout: '', text: BEFORE });
    expect(stderr).toContain(message);
  });

  test('a lock that is damaged, with all that is wrong', async () => {
    const damaged = BEFORE.replace('"version"', '"versoin"');
    const { code, stderr, text } = await lock([], HOME, damaged);
    expect({ code, text }).toEqual({ code: 2, text: damaged });
    expect(stderr).toContain(`${FILE}:5:7: error [InvalidImageLock] images.aws-ecs-3.versoin: A lock has no such key.`);
    expect(stderr).toContain('images.aws-ecs-3.version: The key is missing.');
  });

  test('a lock of a newer format', async () => {
    const { code, stderr } = await lock([], HOME, '{ "schemaVersion": 2 }');
    expect(code).toBe(2);
    expect(stderr).toContain('Update cdk-bottlerocket');
  });

  test.each([
    ['an id that is none', 'image_id', 'ami-x'],
    ['a version that is none', 'image_version', '1.66'],
  ])('an answer with %s', async (_, leaf, value) => {
    const parameters = fakeParameters(
      (region, name) => (name.endsWith(leaf) ? value : PUBLISHED(region, name)),
      'eu-west-1',
    );
    const { code, text } = await lock(['--variant', 'aws-ecs-3'], parameters, BEFORE);
    expect({ code, text }).toEqual({ code: 2, text: BEFORE });
  });

  test('an answer with the same image for both architectures', async () => {
    const parameters = fakeParameters(
      (region, name) => PUBLISHED(region, name.endsWith('image_id') ? name.replace('arm64', 'x86_64') : name),
      'eu-west-1',
    );
    const { code, stderr } = await lock(['--variant', 'aws-ecs-3'], parameters);
    expect(code).toBe(2);
    expect(stderr).toContain('AWS answered with something else than an image');
  });
});

test('an interruption leaves the lock as it was, with the exit code of the signal', async () => {
  const environment = fakeEnvironment({ files: { [FILE]: BEFORE } });
  const { interruptible } = jest.requireActual<typeof import('../../../lib/cli/interruptible')>(
    '../../../lib/cli/interruptible',
  );
  const stuck: ParameterStore = {
    ...HOME,
    read: () => {
      process.emit('SIGTERM', 'SIGTERM');
      return Promise.reject(new AwsFailure('The calls were interrupted.', 'Run the command again.', 'interrupted'));
    },
  };
  const code = await main(['image', 'lock'], { ...environment, interruptible, parameters: () => stuck });
  expect(code).toBe(143);
  expect(environment.stderr.text).toBe(`error: Interrupted.\n${FILE} is as it was.\n`);
  expect(environment.files.get(FILE)).toBe(BEFORE);
  expect(process.listenerCount('SIGTERM')).toBe(0);
});
