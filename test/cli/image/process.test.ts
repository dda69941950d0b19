import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { AddressInfo, createServer } from 'node:net';
import { join } from 'node:path';
import { ImageLock, renderImageLock } from '../../../lib/os/image-lock';
import { useAwsVariables } from '../../helpers/aws-variables';
import { CliUnderTest, RunOptions } from '../../helpers/cli';
import { HttpProxy } from '../../helpers/http-proxy';
import { amiOf, NEW, OLD, parametersOf, REGIONS } from '../../helpers/published-images';
import { DENIED, SsmServer, THROTTLED } from '../../helpers/ssm-server';

// A process that loads the AWS SDK takes a while on a busy machine.
jest.setTimeout(30_000);

const FILE = 'bottlerocket.lock.json';
const VARIANTS = ['aws-ecs-3', 'aws-k8s-1.35', 'aws-k8s-1.35-nvidia'];
const ARCHITECTURES = ['arm64', 'x86_64'];

let cli: CliUnderTest;
let server: SsmServer;
let proxy: HttpProxy;
beforeAll(async () => {
  [cli, server, proxy] = await Promise.all([CliUnderTest.make(), SsmServer.start(), HttpProxy.start()]);
});
afterAll(async () => {
  cli.remove();
  await Promise.all([server.stop(), proxy.stop()]);
});
beforeEach(() => {
  server.reset();
  proxy.reset();
  server.parameter = parametersOf({ variants: VARIANTS, versions: [OLD, NEW] });
  writeFileSync(join(cli.folder, FILE), lockOf(OLD, ['eu-west-1', 'us-east-1']));
});
useAwsVariables(() => ({ AWS_ENDPOINT_URL: server.endpoint, AWS_MAX_ATTEMPTS: '2' }));

function lockOf(version: string, regions: readonly string[]): string {
  const images = VARIANTS.map((variant): [string, ImageLock['images'][string]] => {
    const ids = (architecture: string) =>
      Object.fromEntries(regions.map((region) => [region, amiOf(variant, version, architecture, region)]));
    return [variant, { version, imageIds: Object.fromEntries(ARCHITECTURES.map((own) => [own, ids(own)])) }];
  });
  return renderImageLock({ images: Object.fromEntries(images) });
}

function locked(): string {
  return readFileSync(join(cli.folder, FILE), 'utf8');
}

async function lock(args: readonly string[] = [], options: RunOptions = {}) {
  return cli.run(['image', 'lock', ...args], options);
}

describe('image lock', () => {
  test('pins three variants, two architectures and 17 regions, with few calls at once', async () => {
    const { code, stdout, stderr } = await lock(['--json', '--region', ...REGIONS]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(locked()).toBe(lockOf(NEW, REGIONS));
    expect(JSON.parse(stdout)).toMatchObject({ changed: true, variants: [{ regions: REGIONS }, {}, {}] });
    // One to find the release, and one for each region.
    expect(server.calls).toHaveLength(1 + REGIONS.length);
    expect(server.mostAtOnce).toBeLessThanOrEqual(8);
    expect(readdirSync(cli.folder).filter((name) => name.startsWith(FILE))).toEqual([FILE]);
  });

  test('adds all regions that AWS lists', async () => {
    server.below = () => [...REGIONS, 'us-gov-west-1'];
    expect((await lock(['--all-regions'])).code).toBe(0);
    expect(locked()).toBe(lockOf(NEW, REGIONS));
  });

  test.each([
    ['SIGINT', 130, /^error: Interrupted\.\nbottlerocket\.lock\.json is as it was\.\n$/],
    ['SIGTERM', 143, /^error: Interrupted\./],
    ['SIGKILL', null, /^$/],
  ] as const)('stopped by %s while AWS is silent, leaves the old lock and nothing else', async (signal, exit, said) => {
    server.fault = ({ region }) => (region === 'us-east-1' ? 'silence' : undefined);
    const before = locked();
    const { code, stderr } = await lock([], {
      started: (child) => {
        const timer = setInterval(() => {
          if (server.calls.some(({ region }) => region === 'us-east-1')) {
            clearInterval(timer);
            child.kill(signal);
          }
        }, 20);
      },
    });
    expect(code).toBe(exit);
    expect(stderr).toMatch(said);
    expect(locked()).toBe(before);
    expect(readdirSync(cli.folder).filter((name) => name.startsWith(FILE))).toEqual([FILE]);
  });

  test('does not overwrite what another process has written in the meantime', async () => {
    const other = lockOf(OLD, ['eu-north-1']);
    server.fault = () => {
      writeFileSync(join(cli.folder, FILE), other);
      return undefined;
    };
    const { code, stderr } = await lock();
    expect(code).toBe(2);
    expect(stderr).toContain(`${FILE} cannot be written: something else has changed it in the meantime.`);
    expect(locked()).toBe(other);
  });

  test('says that a file cannot be written before it asks AWS', async () => {
    const { code, stderr } = await lock(['--variant', 'aws-ecs-3', '--file', 'none/lock.json']);
    expect(code).toBe(2);
    expect(stderr).toContain('none/lock.json cannot be written: its folder does not exist');
    expect(server.calls).toEqual([]);
  });
});

describe('image check and image list', () => {
  test('a lock that is behind makes exit code 1, and after image lock it does not', async () => {
    expect((await cli.run(['image', 'check'])).code).toBe(1);
    await lock();
    expect(await cli.run(['image', 'check', '--json'])).toMatchObject({ code: 0, stderr: '' });
  });

  test('versions come from the region of the configuration', async () => {
    const { code, stdout } = await cli.run(['image', 'list', '--online']);
    expect(code).toBe(0);
    expect(stdout).toMatch(new RegExp(`^aws-k8s-1\\.35-nvidia .* ${NEW}$`, 'm'));
    expect(new Set(server.calls.map(({ region }) => region))).toEqual(new Set(['eu-west-1']));
  });
});

describe('fails with exit code 2 and a short reason', () => {
  test.each<[string, () => void, string]>([
    [
      'without credentials',
      () => delete process.env.AWS_ACCESS_KEY_ID,
      '  eu-west-1: There are no AWS credentials.\n    Sign in (aws sso login',
    ],
    ['with denied access', () => (server.fault = () => DENIED), 'AWS denies access: User: arn:aws:iam::'],
    ['throttled without end', () => (server.fault = () => THROTTLED), 'AWS throttles the calls (2 attempts).'],
    ['when connections are reset', () => (server.fault = () => 'reset'), 'The connection failed (2 attempts): '],
    [
      'when nothing listens',
      () => (process.env.AWS_ENDPOINT_URL = `http://127.0.0.1:${unusedPort}`),
      'The connection failed (2 attempts): connect ECONNREFUSED',
    ],
    [
      'when the host is not known',
      () => (process.env.AWS_ENDPOINT_URL = 'http://ssm.invalid'),
      'The network does not know ssm.invalid.',
    ],
    [
      'when the proxy is not there',
      () => (process.env.HTTP_PROXY = `http://127.0.0.1:${unusedPort}`),
      'The connection failed (2 attempts): ',
    ],
  ])('%s', async (_, prepare, reason) => {
    prepare();
    const before = locked();
    const { code, stdout, stderr } = await lock();
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(reason);
    expect(stderr.split('\n').length).toBeLessThan(8);
    expect(stderr).not.toMatch(/mistake|Warning| {4}at /);
    expect(locked()).toBe(before);
  });

  test('without a region', async () => {
    delete process.env.AWS_REGION;
    const { code, stderr } = await lock(['--variant', 'aws-ecs-3', '--file', 'new.json']);
    expect(code).toBe(2);
    expect(stderr).toBe(
      'error: No region is known. Name one with --region, or set AWS_REGION.\nnew.json was not written.\n',
    );
    expect(existsSync(join(cli.folder, 'new.json'))).toBe(false);
  });

  let unusedPort: number;
  beforeAll(async () => {
    const free = createServer();
    await new Promise<void>((resolve) => free.listen(0, '127.0.0.1', resolve));
    unusedPort = (free.address() as AddressInfo).port;
    await new Promise((resolve) => free.close(resolve));
  });
});

describe('a proxy', () => {
  test.each(['HTTP_PROXY', 'http_proxy', 'ALL_PROXY'])('is used when %s names it', async (name) => {
    process.env[name] = proxy.url;
    expect((await lock()).code).toBe(0);
    expect(new Set(proxy.requests)).toEqual(new Set([new URL(server.endpoint).host]));
    expect(proxy.requests).toHaveLength(server.calls.length);
  });

  test('is not used for hosts in NO_PROXY', async () => {
    Object.assign(process.env, { HTTP_PROXY: proxy.url, NO_PROXY: '127.0.0.1' });
    expect((await lock()).code).toBe(0);
    expect(proxy.requests).toEqual([]);
  });

  test('is asked for a tunnel to the endpoint of each region', async () => {
    proxy.isLocked = true;
    delete process.env.AWS_ENDPOINT_URL;
    process.env.HTTPS_PROXY = proxy.url;
    const { code, stderr } = await lock(['--os-version', NEW]);
    expect(code).toBe(2);
    expect(new Set(proxy.tunnels)).toEqual(
      new Set(['ssm.eu-west-1.amazonaws.com:443', 'ssm.us-east-1.amazonaws.com:443']),
    );
    expect(stderr).toContain('eu-west-1, us-east-1: The proxy wants a user name and a password (status 407).');
  });
});

describe('the AWS SDK', () => {
  /** Whether the SDK ran, which no other part of the command line does without: it loads node:https. */
  async function loadsSdk(...args: string[]): Promise<boolean> {
    const hook = join(cli.folder, 'hook.js');
    const report = join(cli.folder, 'loaded.txt');
    writeFileSync(
      hook,
      `process.on('exit', () => require('fs').writeFileSync(${JSON.stringify(report)}, process.moduleLoadList.join()))`,
    );
    await cli.run(args, { env: { NODE_OPTIONS: `--require=${hook}` } });
    return /NativeModule https\b/.test(readFileSync(report, 'utf8'));
  }

  test('is loaded by commands that ask AWS, and by no other', async () => {
    writeFileSync(join(cli.folder, 'x.toml'), '');
    expect(await loadsSdk('image', 'check')).toBe(true);
    for (const args of [['--version'], ['image', '--help'], ['image', 'list'], ['settings', 'check', 'x.toml']]) {
      expect([args, await loadsSdk(...args)]).toEqual([args, false]);
    }
  });

  test('is inside the one file of the command line', () => {
    expect(cli.inputs.some((input) => input.includes('@aws-sdk/client-ssm'))).toBe(true);
    expect(readdirSync(join(cli.folder, 'bin')).sort()).toEqual(['cdk-bottlerocket.js', 'third-party-licenses.txt']);
    const notices = readFileSync(join(cli.folder, 'bin', 'third-party-licenses.txt'), 'utf8');
    const packages = cli.inputs.flatMap((input) => /^.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(input)?.[1] ?? []);
    expect(new Set(packages).size).toBeGreaterThan(20);
    new Set(packages).forEach((name) => expect(notices).toContain(`${name}\n`));
  });
});

const onLinux = process.platform === 'linux' ? test : test.skip;
onLinux('a terminal sees a progress bar, which is gone at the end', () => {
  // The server is in this process, which waits here: the calls fail, but the bar is there.
  process.env.AWS_MAX_ATTEMPTS = '1';
  const command = `"${process.execPath}" "${cli.file}" image check`;
  const { stdout } = spawnSync('script', ['-qec', command, '/dev/null'], {
    cwd: cli.folder,
    env: { ...process.env, AWS_ENDPOINT_URL: 'http://127.0.0.1:1', TERM: 'xterm' },
    encoding: 'utf8',
  });
  expect(stdout).toContain('Reading images [');
  expect(stdout.indexOf('4/4')).toBeGreaterThan(0);
  expect(stdout.lastIndexOf('\u001B[?25h')).toBeGreaterThan(stdout.lastIndexOf('\u001B[?25l'));
});
