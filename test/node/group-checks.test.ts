import { CfnParameter, Stack } from 'aws-cdk-lib';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import { NodegroupCapacityType } from '../../lib';
import {
  checkCapacity,
  checkInstanceCount,
  checkSizes,
  groupSizes,
  InstanceGroup,
  isMixed,
  isOutside,
  known,
  Report,
  Sizes,
  usesSpot,
} from '../../lib/node/group-checks';

const types = (count: number) => Array.from({ length: count }, (_, index) => new ec2.InstanceType(`m${index}.large`));
const one = (options: Partial<InstanceGroup> = {}): InstanceGroup => ({ instanceTypes: types(1), ...options });
const TOKEN = new CfnParameter(new Stack(), 'Number', { type: 'Number' }).valueAsNumber;

/** Codes and paths of what a check reports. */
function problems(check: (report: Report) => void): string[] {
  const found: string[] = [];
  check((code, { path }) => found.push(`${code} ${path}`));
  return found;
}

describe('a number', () => {
  test('is known when it is given and not a token', () => {
    expect([0, 5, undefined, TOKEN].map(known)).toEqual([true, true, false, false]);
  });

  test('is outside of a range beyond its ends, and when it is not whole', () => {
    expect([0, 1, 3, 4, 1.5, NaN, Infinity].map((value) => isOutside(value, 1, 3))).toEqual([
      true,
      false,
      false,
      true,
      true,
      true,
      true,
    ]);
  });

  test('is not outside when it cannot be looked at', () => {
    expect([undefined, TOKEN].map((value) => isOutside(value, 1, 3))).toEqual([false, false]);
  });
});

describe('sizes', () => {
  test.each<[Partial<InstanceGroup>, Sizes]>([
    [{}, { minSize: 1, desiredSize: undefined, maxSize: 1 }],
    [{ minSize: 0 }, { minSize: 0, desiredSize: undefined, maxSize: 1 }],
    [{ minSize: 3 }, { minSize: 3, desiredSize: undefined, maxSize: 3 }],
    [{ desiredSize: 5 }, { minSize: 1, desiredSize: 5, maxSize: 5 }],
    [
      { minSize: 2, desiredSize: 5, maxSize: 8 },
      { minSize: 2, desiredSize: 5, maxSize: 8 },
    ],
    [{ minSize: TOKEN }, { minSize: TOKEN, desiredSize: undefined, maxSize: TOKEN }],
  ])('of %p have these defaults', (options, sizes) => {
    expect(groupSizes(one(options))).toEqual(sizes);
  });

  const sizeProblems = (sizes: Sizes) => problems((report) => checkSizes(sizes, 'Auto Scaling', report));

  test.each<[string, Sizes, string[]]>([
    ['a negative minimum', { minSize: -1, maxSize: 1 }, ['minSize']],
    ['a maximum of 0', { minSize: 0, maxSize: 0 }, ['maxSize']],
    ['half a node', { minSize: 1, desiredSize: 1.5, maxSize: 2 }, ['desiredSize']],
    ['less than the minimum', { minSize: 2, desiredSize: 1, maxSize: 3 }, ['desiredSize']],
    ['more than the maximum', { minSize: 1, desiredSize: 4, maxSize: 3 }, ['desiredSize']],
    ['a minimum above the maximum', { minSize: 4, maxSize: 3 }, ['minSize']],
  ])('are refused with %s', (_, sizes, paths) => {
    expect(sizeProblems(sizes)).toEqual(paths.map((path) => `InvalidScaling ${path}`));
  });

  test('that are tokens are not looked at', () => {
    expect(sizeProblems({ minSize: TOKEN, desiredSize: TOKEN, maxSize: TOKEN })).toEqual([]);
    expect(sizeProblems({ minSize: 5, desiredSize: TOKEN, maxSize: 3 })).toEqual(['InvalidScaling minSize']);
  });

  test('that are text are shown as text', () => {
    const received: unknown[] = [];
    checkSizes({ minSize: '1' as never, maxSize: 2 }, 'Amazon EKS', (_, finding) => received.push(finding.received));
    expect(received).toEqual(['"1"']);
  });

  test('say which service refuses them, and what it takes', () => {
    const messages: unknown[] = [];
    checkSizes({ minSize: 0, maxSize: 0 }, 'Amazon EKS', (_, finding) => messages.push(finding));
    expect(messages).toEqual([
      {
        path: 'maxSize',
        message: 'Amazon EKS does not take this size.',
        received: '0',
        expected: 'a whole number from 1',
      },
    ]);
  });
});

describe('instance types', () => {
  test.each([
    [0, ['NoInstanceTypes instanceTypes']],
    [1, []],
    [20, []],
    [21, ['NoInstanceTypes instanceTypes']],
  ])('are as many as the service takes: %p of 20', (count, found) => {
    expect(problems((report) => checkInstanceCount({ instanceTypes: types(count) }, 'A group', 20, report))).toEqual(
      found,
    );
  });

  test.each<[string, Partial<InstanceGroup>, boolean]>([
    ['one type', {}, false],
    ['several types', { instanceTypes: types(2) }, true],
    ['Spot', { capacityType: NodegroupCapacityType.SPOT }, true],
    ['a distribution', { instancesDistribution: {} }, true],
    ['weights', { instanceTypeWeights: { 'm0.large': 1 } }, true],
    ['a Capacity Block', { capacityType: NodegroupCapacityType.CAPACITY_BLOCK }, false],
  ])('need a policy for mixed instances or not: %s', (_, options, mixed) => {
    expect(isMixed(one(options))).toBe(mixed);
  });
});

test.each<[string, Partial<InstanceGroup>, boolean]>([
  ['On-Demand', { capacityType: NodegroupCapacityType.ON_DEMAND }, false],
  ['nothing', {}, false],
  ['Spot', { capacityType: NodegroupCapacityType.SPOT }, true],
  ['a share of Spot', { instancesDistribution: { onDemandPercentageAboveBaseCapacity: 99 } }, true],
  ['all On-Demand', { instancesDistribution: { onDemandPercentageAboveBaseCapacity: 100 } }, false],
  ['no share', { instancesDistribution: { onDemandBaseCapacity: 1 } }, false],
  ['a share that is a token', { instancesDistribution: { onDemandPercentageAboveBaseCapacity: TOKEN } }, false],
])('Spot Instances are known from what is said: %s', (_, options, spot) => {
  expect(usesSpot(one(options))).toBe(spot);
});

describe('a Capacity Block', () => {
  const found = (options: Partial<InstanceGroup>) => problems((report) => checkCapacity(one(options), report));
  const capacityType = NodegroupCapacityType.CAPACITY_BLOCK;
  const capacityReservationId = 'cr-0123456789abcdef0';

  test('has a reservation and one instance type', () => {
    expect(found({ capacityType, capacityReservationId })).toEqual([]);
    expect(found({ capacityType })).toEqual(['InvalidCapacity capacityReservationId']);
    expect(found({ capacityType, capacityReservationId, instanceTypes: types(2) })).toEqual([
      'InvalidCapacity instanceTypes',
    ]);
  });

  test('is the only capacity with a reservation', () => {
    expect(found({ capacityReservationId })).toEqual(['InvalidCapacity capacityReservationId']);
    expect(found({ capacityReservationId, capacityType: NodegroupCapacityType.SPOT })).toHaveLength(1);
  });
});
