import { IssueCode, IssueSeverity } from '../../../lib/settings';
import { osContext } from '../../../lib/settings/model/os-context';
import { settingsModel } from '../../../lib/settings/model/settings-model';

const NEWEST = settingsModel().newestRelease.split('.').map(Number);

test.each([
  ['aws-k8s-1.34', { family: 'aws-k8s', kubernetes: [1, 34, 0], nvidia: false, fips: false }],
  ['aws-k8s-1.34-nvidia', { family: 'aws-k8s-nvidia', kubernetes: [1, 34, 0], nvidia: true, fips: false }],
  ['aws-k8s-1.34-nvidia-fips', { family: 'aws-k8s-nvidia', kubernetes: [1, 34, 0], nvidia: true, fips: true }],
  ['aws-ecs-3-fips', { family: 'aws-ecs', generation: 3, nvidia: false, fips: true }],
  ['aws-ecs-2-nvidia', { family: 'aws-ecs', generation: 2, nvidia: true, fips: false }],
  ['vmware-k8s-1.35', { family: 'vmware-k8s', kubernetes: [1, 35, 0] }],
  ['metal-dev', { family: 'metal-dev' }],
  ['aws-mantle-1', { family: 'aws-mantle' }],
  ['aws-k8s-nvidia', { family: 'aws-k8s-nvidia', nvidia: true }],
  ['aws-k8s', { family: 'aws-k8s', nvidia: false }],
])('%s is known for %j', (variant, expected) => {
  const { context, issues } = osContext({ variant });
  expect(context).toMatchObject(expected);
  expect(issues).toEqual([]);
});

test.each([
  '',
  'eks',
  'aws-k8s-',
  'aws-k8s-1',
  'AWS-K8S-1.34',
  'aws-k8s-1.34-gpu',
  'aws-k8s-1.34-fips-nvidia',
  'gcp-k8s-1.34',
  '__proto__',
  'toString',
])('there is no variant %j', (variant) => {
  const { context, issues } = osContext({ variant });
  expect(issues).toMatchObject([{ code: IssueCode.UNKNOWN_VARIANT, path: 'variant', severity: IssueSeverity.ERROR }]);
  expect(context.family).toBeUndefined();
});

describe('the release', () => {
  test('is the newest one that the model describes, when nothing is said, or latest', () => {
    expect(osContext({})).toEqual(osContext({ osVersion: 'latest' }));
    expect(osContext({}).context.release).toEqual(NEWEST);
  });

  test('is the last one of a retired variant', () => {
    expect(osContext({ variant: 'aws-ecs-1' }).context.release[1]).toBeLessThan(NEWEST[1]!);
  });

  test.each([
    ['1.60.0', [1, 60, 0]],
    ['1.60.1-0123abcd', [1, 60, 1]],
    ['v1.60.0', [1, 60, 0]],
  ])('%s is taken as it is', (osVersion, release) => {
    expect(osContext({ osVersion })).toMatchObject({ context: { release }, issues: [] });
  });

  test('that is newer than the model is warned of, and kept', () => {
    const { context, issues } = osContext({ osVersion: '1.999.0' });
    expect(context.release).toEqual([1, 999, 0]);
    expect(issues).toMatchObject([
      { code: IssueCode.NEWER_OS_VERSION, severity: IssueSeverity.WARNING, path: 'osVersion' },
    ]);
  });

  test('that the model describes last is not warned of', () => {
    expect(osContext({ osVersion: settingsModel().newestRelease }).issues).toEqual([]);
  });

  test.each(['', 'newest', '1.x', '1', '1.60.0-x'])('%j is refused', (osVersion) => {
    const { context, issues } = osContext({ osVersion });
    expect(issues).toMatchObject([{ code: IssueCode.INVALID_OS_VERSION, received: JSON.stringify(osVersion) }]);
    expect(context.release).toEqual(NEWEST);
  });
});
