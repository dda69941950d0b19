import { IssueCode } from '../../lib';
import { findLockedImage, missingImageLock } from '../../lib/os/image-lock-lookup';

const LOCK = {
  images: {
    'aws-k8s-1.35': {
      version: '1.66.0-abcdef12',
      imageIds: { arm64: { 'us-east-1': 'ami-00000000000000002', 'eu-west-1': 'ami-00000000000000001' } },
    },
  },
};
const HERE = { variant: 'aws-k8s-1.35', architecture: 'arm64', region: 'eu-west-1' };

test('finds version, images of all regions, and the one image', () => {
  expect(findLockedImage(LOCK, HERE)).toEqual({
    images: LOCK.images['aws-k8s-1.35'],
    imageIds: LOCK.images['aws-k8s-1.35'].imageIds.arm64,
    imageId: 'ami-00000000000000001',
    issues: [],
  });
  expect(findLockedImage(LOCK, { ...HERE, region: undefined }).issues).toEqual([]);
  expect(findLockedImage(LOCK, { variant: 'aws-k8s-1.35' }).images?.version).toBe('1.66.0-abcdef12');
});

test.each([
  ['variant', { variant: 'aws-ecs-3' }, 'aws-k8s-1.35', '--variant aws-ecs-3 --arch arm64 --region eu-west-1'],
  [
    'architecture',
    { architecture: 'x86_64' },
    'arm64',
    '--variant aws-k8s-1.35 --arch x86_64 --region eu-west-1 --os-version 1.66.0-abcdef12',
  ],
  [
    'region',
    { region: 'eu-west-3' },
    'eu-west-1, us-east-1',
    '--variant aws-k8s-1.35 --arch arm64 --region eu-west-3 --os-version 1.66.0-abcdef12',
  ],
])('fails for a %s that the lock lacks, with what it has and the command to run', (kind, change, has, args) => {
  const { imageId, issues } = findLockedImage(LOCK, { ...HERE, ...change });
  expect(imageId).toBeUndefined();
  expect(issues).toMatchObject([
    {
      code: IssueCode.NOT_IN_IMAGE_LOCK,
      message: expect.stringContaining(`no ${kind} ${Object.values(change)[0]}`) as string,
      expected: `what the lock has: ${has}`,
      fix: `Run: npx cdk-bottlerocket image lock ${args}`,
    },
  ]);
});

test('names of properties of objects are not in the lock', () => {
  expect(findLockedImage(LOCK, { ...HERE, variant: 'constructor' }).issues).toHaveLength(1);
  expect(findLockedImage(LOCK, { ...HERE, architecture: 'toString' }).issues).toHaveLength(1);
  expect(findLockedImage(LOCK, { ...HERE, region: '__proto__' }).issues).toHaveLength(1);
});

test('a lock that does not exist is an issue with the command that writes it', () => {
  expect(missingImageLock({ ...HERE, file: 'my locks/eu.json' })).toMatchObject({
    code: IssueCode.IMAGE_LOCK_NOT_FOUND,
    source: 'my locks/eu.json',
    fix: 'Run: npx cdk-bottlerocket image lock --variant aws-k8s-1.35 --arch arm64 --region eu-west-1 --file "my locks/eu.json"',
  });
});
