import { LockRequest, planLock } from '../../../lib/cli/image/lock-plan';
import { ImageLock } from '../../../lib/os/image-lock';

const NOTHING: LockRequest = { variants: [], architectures: [], regions: [] };
const EMPTY: ImageLock = { images: {} };
const LOCK: ImageLock = {
  images: {
    'aws-ecs-3': { version: '1.65.0-0a0a0a0a', imageIds: { x86_64: { 'us-east-1': 'ami-1' } } },
    'aws-k8s-1.35': {
      version: '1.65.0-0a0a0a0a',
      imageIds: { arm64: { 'eu-west-1': 'ami-2', 'eu-west-2': 'ami-3' }, x86_64: { 'eu-west-1': 'ami-4' } },
    },
  },
};

/** What is wanted, as text: one line for each variant and architecture. */
function planned(lock: ImageLock, request: Partial<LockRequest>): string[] {
  const { targets } = planLock(lock, { ...NOTHING, ...request }, () => ['x86_64', 'arm64']);
  return targets.flatMap(({ variant, wanted }) =>
    [...wanted].map(([architecture, regions]) => `${variant} ${architecture} ${[...regions].sort().join(',')}`),
  );
}

test.each<[string, ImageLock, Partial<LockRequest>, string[]]>([
  [
    'all that is in the lock, when nothing is asked for',
    LOCK,
    { home: 'sa-east-1' },
    ['aws-ecs-3 x86_64 us-east-1', 'aws-k8s-1.35 arm64 eu-west-1,eu-west-2', 'aws-k8s-1.35 x86_64 eu-west-1'],
  ],
  ['one variant alone', LOCK, { variants: ['aws-ecs-3', 'aws-ecs-3'] }, ['aws-ecs-3 x86_64 us-east-1']],
  [
    'a new region beside those of the variant, for the architectures that it has',
    LOCK,
    { variants: ['aws-ecs-3'], regions: ['us-west-2'] },
    ['aws-ecs-3 x86_64 us-east-1,us-west-2'],
  ],
  [
    'a new architecture in the regions of the variant',
    LOCK,
    { variants: ['aws-ecs-3'], architectures: ['arm64'] },
    ['aws-ecs-3 x86_64 us-east-1', 'aws-ecs-3 arm64 us-east-1'],
  ],
  [
    'a new variant in all regions of the lock',
    LOCK,
    { variants: ['aws-k8s-1.36'], home: 'sa-east-1' },
    ['aws-k8s-1.36 x86_64 eu-west-1,eu-west-2,us-east-1', 'aws-k8s-1.36 arm64 eu-west-1,eu-west-2,us-east-1'],
  ],
  [
    'a new variant where it is asked for',
    LOCK,
    { variants: ['aws-k8s-1.36'], architectures: ['arm64'], regions: ['us-west-2'] },
    ['aws-k8s-1.36 arm64 us-west-2'],
  ],
  [
    'the first variant at home',
    EMPTY,
    { variants: ['aws-ecs-3'], home: 'sa-east-1' },
    ['aws-ecs-3 x86_64 sa-east-1', 'aws-ecs-3 arm64 sa-east-1'],
  ],
  [
    'every region beside those of the variant',
    LOCK,
    { variants: ['aws-ecs-3'], everyRegion: ['eu-west-1', 'us-west-1'] },
    ['aws-ecs-3 x86_64 eu-west-1,us-east-1,us-west-1'],
  ],
])('plans %s', (_, lock, request, expected) => {
  expect(planned(lock, request)).toEqual(expected);
});

test('regions that are only there because all were asked for may be left out; others may not', () => {
  const everyRegion = ['eu-west-1', 'eu-west-2', 'eu-west-3', 'us-east-1'];
  const request = { ...NOTHING, variants: ['aws-k8s-1.35'], regions: ['us-east-1'], everyRegion };
  expect([...planLock(LOCK, request, () => []).optionalRegions]).toEqual(['eu-west-3']);
});

test.each([
  ['a first lock without a variant', EMPTY, {}, 'There is no variant in the lock yet.'],
  ['a first lock without a region', EMPTY, { variants: ['aws-ecs-3'] }, 'No region is known.'],
  [
    'regions of several partitions, the lock included',
    LOCK,
    { regions: ['us-gov-west-1'] },
    'several partitions: aws (eu-west-1), aws-us-gov (us-gov-west-1)',
  ],
  [
    'China beside GovCloud',
    EMPTY,
    { variants: ['aws-ecs-3'], regions: ['cn-north-1', 'us-gov-west-1'] },
    'aws-cn (cn-north-1), aws-us-gov',
  ],
])('refuses %s', (_, lock, request, message) => {
  expect(() => planned(lock, request)).toThrow(message);
});
