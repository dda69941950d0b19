import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inParallel } from '../../../lib/cli/in-parallel';
import { ImageLock, renderImageLock } from '../../../lib/os/image-lock';
import { useAwsVariables } from '../../helpers/aws-variables';
import { runWithSdk } from '../../helpers/lock-runs';
import { amiOf, NEW, OLD, parametersOf, REGIONS } from '../../helpers/published-images';
import { DENIED, Fault, seededRandom, SsmCall, SsmServer, THROTTLED } from '../../helpers/ssm-server';

/** Of a Kubernetes that is not there yet: each run has variants of its own, by which the server knows it. */
function variantsOf(run: number): string[] {
  return ['', '-fips', '-nvidia'].map((flavour) => `aws-k8s-2.${run}${flavour}`);
}

let server: SsmServer;
let folder: string;
beforeAll(async () => {
  server = await SsmServer.start();
  folder = mkdtempSync(join(tmpdir(), 'faults-'));
});
afterAll(async () => {
  await server.stop();
  rmSync(folder, { recursive: true });
});
beforeEach(() => server.reset());
useAwsVariables(() => ({ AWS_ENDPOINT_URL: server.endpoint, AWS_MAX_ATTEMPTS: '3' }));

/** A lock with everything at one release. */
function lockAt(run: number, version: string): string {
  const imageIds = (variant: string, architecture: string) =>
    Object.fromEntries(REGIONS.map((region) => [region, amiOf(variant, version, architecture, region)]));
  const images: ImageLock['images'] = Object.fromEntries(
    variantsOf(run).map((variant) => [
      variant,
      { version, imageIds: { arm64: imageIds(variant, 'arm64'), x86_64: imageIds(variant, 'x86_64') } },
    ]),
  );
  return renderImageLock({ images });
}

/** What may go wrong, the common things more often. */
const FAULTS: readonly Fault[] = [
  THROTTLED,
  THROTTLED,
  { status: 429, type: 'TooManyRequestsException' },
  { status: 503, type: 'ServiceUnavailable' },
  { status: 500, type: 'InternalServerError', message: 'try again' },
  { delay: 50 },
  'reset',
  'cut-connection',
  'cut-json',
  'silence',
  'silence-after-headers',
  'web-page',
  'forgetful',
  'missing',
  DENIED,
  { status: 400, type: 'ExpiredTokenException', message: 'The security token included in the request is expired' },
];

/** Faults that the SDK tries again after. */
const PASSING: readonly Fault[] = FAULTS.slice(0, 8);

/**
 * What goes wrong. A third of the runs has single faults that pass, a third has some of any kind, and a third has one
 * region in which every call fails alike.
 */
function faultOf({ region, names, repeats }: SsmCall): Fault | undefined {
  const run = Number(/aws-k8s-2\.(\d+)/.exec(names[0]!)![1]);
  const ofRun = seededRandom(`${run}`);
  const ofCall = seededRandom(`${run} ${region} ${names.join()} ${repeats}`);
  const pick = <T>(choices: readonly T[], random: () => number) => choices[Math.floor(random() * choices.length)];
  switch (run % 3) {
    case 0:
      return ofCall() < 0.1 ? pick(PASSING, ofCall) : undefined;
    case 1:
      return ofCall() < 0.05 ? pick(FAULTS, ofCall) : undefined;
    default:
      return region === pick(REGIONS, ofRun) ? pick(FAULTS, ofRun) : undefined;
  }
}

test('three variants, two architectures and 17 regions end in the new lock or the old one, in 100 runs of 100', async () => {
  const runs = Array.from({ length: 100 }, (_, run) => run);
  server.parameter = parametersOf({ variants: runs.flatMap(variantsOf), versions: [OLD, NEW] });
  server.fault = faultOf;
  const results = await inParallel(runs, 10, async (run) => {
    const [before, after] = [lockAt(run, OLD), lockAt(run, NEW)];
    const file = join(folder, `${run}.json`);
    writeFileSync(file, before);
    const { code, stdout, stderr } = await runWithSdk(['image', 'lock', '--json', '--file', file]);
    const text = readFileSync(file, 'utf8');
    return { code, stdout, stderr, isNew: text === after, isOld: text === before };
  });
  for (const { code, stdout, stderr, isNew, isOld } of results) {
    expect({ code, isNew, isOld }).toEqual({ code: isNew ? 0 : 2, isNew, isOld: !isNew });
    expect(stdout === '').toBe(isOld);
    const errors = stderr.replace(/^warning: This library does not list .*\n/gm, '');
    expect(errors).toMatch(isNew ? /^$/ : /^error: The images cannot be locked:\n {2}.*is as it was\.\n$/s);
    expect(stderr).not.toContain('mistake in cdk-bottlerocket');
  }
  // Both ends were reached, so that both were put to the test.
  const done = results.filter(({ isNew }) => isNew).length;
  expect(done).toBeGreaterThan(20);
  expect(done).toBeLessThan(80);
  // Nothing was left beside the files.
  expect(readdirSync(folder)).toHaveLength(100);
}, 120_000);
