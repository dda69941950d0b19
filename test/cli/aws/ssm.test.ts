import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AwsFailure } from '../../../lib/cli/aws/aws-failure';
import { openSsm, SsmOptions } from '../../../lib/cli/aws/ssm';
import { useAwsVariables } from '../../helpers/aws-variables';
import { DENIED, Fault, SsmServer, THROTTLED } from '../../helpers/ssm-server';

let server: SsmServer;
let folder: string;
beforeAll(async () => {
  server = await SsmServer.start();
  folder = mkdtempSync(join(tmpdir(), 'ssm-'));
});
afterAll(async () => {
  await server.stop();
  rmSync(folder, { recursive: true });
});
beforeEach(() => {
  server.reset();
  server.parameter = (region, name) => (name === '/none' ? undefined : `${region} ${name}`);
});
useAwsVariables(() => ({ AWS_ENDPOINT_URL: server.endpoint, AWS_MAX_ATTEMPTS: '2' }));

const TIMEOUTS = { connection: 2_000, request: 200, total: 10_000 };

async function read(region = 'eu-west-1', names = ['/a'], options: SsmOptions = {}): Promise<Record<string, string>> {
  const store = openSsm({ timeouts: TIMEOUTS, ...options });
  try {
    return Object.fromEntries(await store.read(region, names));
  } finally {
    store.close();
  }
}

async function failureOf(action: Promise<unknown>): Promise<AwsFailure> {
  const caught: unknown = await action.then(
    () => new Error('nothing was thrown'),
    (error: unknown) => error,
  );
  expect(caught).toBeInstanceOf(AwsFailure);
  return caught as AwsFailure;
}

/** The same fault every time, or only the first times. */
function always(fault: Fault, times = Infinity): void {
  server.fault = ({ repeats }) => (repeats < times ? fault : undefined);
}

describe('reads', () => {
  test('values by name, without those there are not', async () => {
    expect(await read('eu-west-1', ['/a', '/none', '/b'])).toEqual({ '/a': 'eu-west-1 /a', '/b': 'eu-west-1 /b' });
    expect(server.calls).toMatchObject([{ action: 'GetParameters', accessKey: 'AKIDEXAMPLE' }]);
  });

  test('regions apart from each other, with one endpoint for all', async () => {
    const store = openSsm();
    const values = await Promise.all(['eu-west-1', 'us-gov-west-1'].map((region) => store.read(region, ['/a'])));
    expect(values.map((one) => one.get('/a'))).toEqual(['eu-west-1 /a', 'us-gov-west-1 /a']);
    store.close();
  });

  test('all pages below a path', async () => {
    server.below = (region, path) => [region, path];
    const store = openSsm();
    expect(await store.list('us-east-1', '/x')).toEqual(['us-east-1', '/x']);
    store.close();
  });
});

describe('follows the configuration of the SDKs', () => {
  test('for the region', async () => {
    expect(await openSsm().homeRegion()).toBe('eu-west-1');
    delete process.env.AWS_REGION;
    expect(await openSsm().homeRegion()).toBeUndefined();
    writeFileSync(join(folder, 'config'), '[profile x]\nregion = eu-north-1\nmax_attempts = 3\n');
    process.env.AWS_CONFIG_FILE = join(folder, 'config');
    process.env.AWS_PROFILE = 'x';
    expect(await openSsm().homeRegion()).toBe('eu-north-1');
  });

  test('for the endpoint of this service alone', async () => {
    process.env.AWS_ENDPOINT_URL = 'http://127.0.0.1:1';
    process.env.AWS_ENDPOINT_URL_SSM = server.endpoint;
    expect(await read()).toEqual({ '/a': 'eu-west-1 /a' });
  });

  test.each([
    ['the variable', { AWS_MAX_ATTEMPTS: '3' }, '', 3],
    ['the profile', { AWS_PROFILE: 'x' }, '[profile x]\nmax_attempts = 4\n', 4],
  ])('for attempts, by %s', async (_, variables, config, attempts) => {
    delete process.env.AWS_MAX_ATTEMPTS;
    if (config !== '') {
      // The SDK reads a file once.
      const [configFile, credentialsFile] = [join(folder, 'attempts'), join(folder, 'credentials')];
      writeFileSync(configFile, config);
      writeFileSync(credentialsFile, '[x]\naws_access_key_id = FILE\naws_secret_access_key = y\n');
      Object.assign(process.env, { AWS_CONFIG_FILE: configFile, AWS_SHARED_CREDENTIALS_FILE: credentialsFile });
      delete process.env.AWS_ACCESS_KEY_ID;
    }
    Object.assign(process.env, variables);
    always({ status: 500, type: 'InternalServerError' });
    await failureOf(read());
    expect(server.calls).toHaveLength(attempts);
  });
});

describe('tries again after', () => {
  test.each<[string, Fault]>([
    ['throttling', THROTTLED],
    ['throttling with status 429', { status: 429, type: 'TooManyRequestsException' }],
    ['status 503', { status: 503, type: 'ServiceUnavailable' }],
    ['status 500', { status: 500, type: 'InternalServerError' }],
    ['a connection that is reset', 'reset'],
    ['a connection that ends in the middle of an answer', 'cut-connection'],
    ['no answer in time', 'silence'],
    ['half an answer, and no more in time', 'silence-after-headers'],
  ])('%s', async (_, fault) => {
    always(fault, 1);
    expect(await read()).toEqual({ '/a': 'eu-west-1 /a' });
    expect(server.calls).toHaveLength(2);
  });
});

describe('fails in words after', () => {
  const denied = 'AWS denies access: User: arn:aws:iam::123456789012:user/x is not authorized to perform';
  test.each<[string, Fault, string, number]>([
    ['endless throttling', THROTTLED, 'AWS throttles the calls (2 attempts).', 2],
    [
      'endless errors',
      { status: 500, type: 'X', message: 'no luck' },
      'AWS failed with status 500 (2 attempts): no luck.',
      2,
    ],
    ['endless silence', 'silence', 'AWS did not answer in time (2 attempts).', 2],
    ['half an answer and silence', 'silence-after-headers', 'AWS did not answer in time (2 attempts).', 2],
    ['an answer that is slow all the time', { delay: 500 }, 'AWS did not answer in time (2 attempts).', 2],
    ['denied access', DENIED, denied, 1],
    ['expired credentials', { status: 400, type: 'ExpiredTokenException' }, 'The AWS credentials have expired.', 1],
    [
      'credentials for elsewhere',
      {
        status: 400,
        type: 'UnrecognizedClientException',
        message: 'The security token included in the request is invalid.',
      },
      'AWS does not accept the credentials there: The security token included in the request is invalid.',
      1,
    ],
    ['JSON that ends too soon', 'cut-json', 'The answer of AWS cannot be read: ', 1],
    ['a web page', 'web-page', 'The answer of AWS cannot be read: ', 1],
    ['an answer that leaves names out', 'forgetful', 'The answer of AWS says nothing of /a.', 1],
    [
      'an error without a name for it',
      { status: 400, type: 'ValidationException', message: 'bad' },
      'AWS refused the call with status 400: ValidationException: bad.',
      1,
    ],
  ])('%s', async (_, fault, message, calls) => {
    always(fault);
    const failure = await failureOf(read());
    expect(failure.message).toContain(message);
    expect(failure.message).not.toContain('\n');
    expect(failure.advice).toMatch(/\.$/);
    expect(server.calls).toHaveLength(calls);
  });

  test('an answer that trickles in for longer than all attempts may take', async () => {
    always('silence');
    process.env.AWS_MAX_ATTEMPTS = '100';
    const failure = await failureOf(read('eu-west-1', ['/a'], { timeouts: { ...TIMEOUTS, total: 700 } }));
    expect(failure.message).toBe('AWS did not answer in time.');
  });

  test('a search for credentials that finds none', async () => {
    delete process.env.AWS_ACCESS_KEY_ID;
    expect((await failureOf(read())).message).toBe('There are no AWS credentials.');
    expect(server.calls).toEqual([]);
  });

  test('a profile that there is not', async () => {
    process.env.AWS_PROFILE = 'nobody';
    delete process.env.AWS_ACCESS_KEY_ID;
    expect((await failureOf(read())).message).toMatch(/^There are no AWS credentials/);
  });
});

test('an interruption ends all calls at once, also those that wait to be tried again', async () => {
  const controller = new AbortController();
  server.fault = ({ region }) => (region === 'eu-west-1' ? 'silence' : THROTTLED);
  process.env.AWS_MAX_ATTEMPTS = '10';
  const started = Date.now();
  const options = { signal: controller.signal, timeouts: { ...TIMEOUTS, request: 10_000 } };
  const calls = ['eu-west-1', 'eu-west-2'].map((region) => failureOf(read(region, ['/a'], options)));
  setTimeout(() => controller.abort(), 100);
  expect((await Promise.all(calls)).map(({ obstacle }) => obstacle)).toEqual(['interrupted', 'interrupted']);
  expect(Date.now() - started).toBeLessThan(5_000);
});
