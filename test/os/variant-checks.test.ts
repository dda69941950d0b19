import { Lazy } from 'aws-cdk-lib';
import { InstanceArchitecture } from 'aws-cdk-lib/aws-ec2';
import { AcceleratorVendor, BottlerocketVariant, InstanceHardware, IssueCode, NvidiaDriverBranch } from '../../lib';
import { hardwareOf } from '../../lib/os/instance-hardware';
import { checkAccelerators, checkDriverBranch, checkVariant } from '../../lib/os/variant-checks';

const found = (name: string) => checkVariant(BottlerocketVariant.of(name), 'variant');

describe('a variant', () => {
  test.each(['aws-k8s-1.32', 'aws-k8s-1.37-nvidia-fips', 'aws-ecs-2', 'aws-ecs-3-fips'])('%s is fine', (name) => {
    expect(found(name)).toEqual([]);
  });

  test.each([
    ['aws-ecs-1', 'aws-ecs-2', '1.43', '2025-07-24'],
    ['aws-k8s-1.30-nvidia', 'aws-k8s-1.32-nvidia', '1.63', '2026-07-23'],
  ])('%s, which is retired, is an error that names %s', (name, replacement, last, date) => {
    const [issue] = found(name);
    expect(issue).toMatchObject({
      code: IssueCode.RETIRED_VARIANT,
      severity: 'error',
      path: 'variant',
      received: name,
    });
    expect(issue!.message).toContain(last);
    expect(issue!.message).toContain(date);
    expect(issue!.fix).toContain(replacement);
  });

  test.each(['aws-k8s-1.31', 'aws-k8s-1.31-nvidia-fips'])(
    '%s, which is near its end, is a warning with the day',
    (name) => {
      const [issue] = found(name);
      expect(issue).toMatchObject({ code: IssueCode.ENDING_VARIANT, severity: 'warning', received: name });
      expect(issue!.message).toContain('2026-11-26');
      expect(issue!.fix).toContain(name.replace('1.31', '1.32'));
    },
  );

  test.each([
    ['aws-ecs-4', IssueCode.PREVIEW_VARIANT, 'warning'],
    ['aws-mantle-1', IssueCode.PREVIEW_VARIANT, 'warning'],
    ['aws-k8s-1.38', IssueCode.UNLISTED_VARIANT, 'warning'],
    ['aws-ecs-4-fips', IssueCode.UNLISTED_VARIANT, 'warning'],
    ['vmware-k8s-1.33', IssueCode.VARIANT_WITHOUT_IMAGES, 'error'],
    ['aws-dev', IssueCode.VARIANT_WITHOUT_IMAGES, 'error'],
  ])('%s is %s, an %s', (name, code, severity) => {
    expect(found(name)).toMatchObject([{ code, severity }]);
  });
});

test('a flavour that a retired line never had is as retired as the line', () => {
  expect(found('aws-k8s-1.27-fips')).toMatchObject([{ code: IssueCode.RETIRED_VARIANT, received: 'aws-k8s-1.27' }]);
  expect(found('aws-ecs-1-nvidia-fips')).toMatchObject([{ code: IssueCode.RETIRED_VARIANT }]);
});

test('settings cannot choose a branch of the driver that does not know the GPU', () => {
  const { LTS, PB } = NvidiaDriverBranch;
  const branch = (type: string, setting: unknown) =>
    checkDriverBranch(new Map([[type, hardwareOf(type)!]]), setting).map(({ code, received }) => `${code} ${received}`);
  expect(branch('g7.2xlarge', LTS)).toEqual([`${IssueCode.ACCELERATOR_NOT_IN_VARIANT} "lts"`]);
  expect(branch('p3.2xlarge', PB)).toEqual([`${IssueCode.ACCELERATOR_NOT_IN_VARIANT} "pb"`]);
  for (const [type, setting] of [
    ['g7.2xlarge', PB],
    ['p3.2xlarge', LTS],
    ['p5.48xlarge', PB],
    ['m7i.large', PB],
    // Not given, only known at deployment, or wrong for another reason.
    ['g7.2xlarge', undefined],
    ['g7.2xlarge', Lazy.string({ produce: () => 'lts' })],
    ['g7.2xlarge', 'r595'],
  ] as const) {
    expect(branch(type, setting)).toEqual([]);
  }
});

describe('accelerators', () => {
  const given = InstanceHardware.of('x9.large', {
    architecture: InstanceArchitecture.X86_64,
    accelerator: { vendor: AcceleratorVendor.NVIDIA, model: 'X', driverBranches: [NvidiaDriverBranch.LTS] },
  });
  const check = (variant: string, type: string, osVersion?: string) =>
    checkAccelerators(BottlerocketVariant.of(variant), new Map([[type, hardwareOf(type, [given])!]]), osVersion);

  test('g7 works on the NVIDIA variants of 1.37 only', () => {
    for (const variant of BottlerocketVariant.all().filter(({ nvidia }) => nvidia)) {
      const codes = check(variant.variantName, 'g7.2xlarge').map(({ code }) => code);
      const drives = variant.kubernetesVersion === '1.37';
      expect([variant.variantName, ...codes]).toEqual([
        variant.variantName,
        ...(drives ? [] : [IssueCode.ACCELERATOR_NOT_IN_VARIANT]),
      ]);
    }
  });

  test('the variant that drives it is named, with the same flavour', () => {
    expect(check('aws-k8s-1.35-nvidia', 'g7.2xlarge')[0]!.fix).toContain('Use aws-k8s-1.37-nvidia,');
    expect(check('aws-k8s-1.35-nvidia-fips', 'g7.2xlarge')[0]!.fix).toContain('Use aws-k8s-1.37-nvidia-fips,');
    expect(check('aws-ecs-3-nvidia', 'g7.2xlarge')[0]!.fix).toContain('another instance family');
  });

  test.each(['g3s.xlarge', 'p3.2xlarge', 'g5.xlarge', 'p6-b300.48xlarge', 'g7e.2xlarge', 'x9.large'])(
    '%s works on all NVIDIA variants',
    (type) => {
      for (const name of ['aws-k8s-1.31-nvidia', 'aws-k8s-1.37-nvidia', 'aws-ecs-2-nvidia', 'aws-ecs-3-nvidia-fips']) {
        expect(check(name, type)).toEqual([]);
      }
    },
  );

  test.each([
    ['aws-k8s-1.32', 'inf2.xlarge', '1.29.1', '1.30.0'],
    ['aws-k8s-1.32', 'trn1.2xlarge', '1.29.0', '1.30.0'],
    ['aws-k8s-1.32-nvidia', 'p6-b200.48xlarge', '1.39.0', '1.40.0'],
  ])('of %s with %s are refused on release %s, since they work from %s on', (variant, type, before, since) => {
    const [issue] = check(variant, type, before);
    expect(issue).toMatchObject({ code: IssueCode.ACCELERATOR_NOT_IN_VARIANT, received: type });
    expect(issue!.fix).toContain(since);
    expect(check(variant, type, since)).toEqual([]);
    expect(check(variant, type)).toEqual([]);
  });

  test('are not judged on variants that are not known', () => {
    expect(check('aws-k8s-1.40-nvidia', 'g7.2xlarge')).toEqual([]);
  });
});
