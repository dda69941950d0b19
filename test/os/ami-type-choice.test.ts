import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { InstanceArchitecture } from 'aws-cdk-lib/aws-ec2';
import { AcceleratorVendor, BottlerocketAmiType, InstanceHardware, IssueCode } from '../../lib';
import { amiTypeOf, chooseByAmiType } from '../../lib/os/ami-type-choice';
import { chooseImage, ImageRequest } from '../../lib/os/image-choice';

interface AmiTypeRequest extends ImageRequest {
  readonly amiType?: BottlerocketAmiType;
}

function chooseAmiType(request: AmiTypeRequest) {
  const { amiType } = request;
  const { traits, issues } = amiType === undefined ? chooseImage(request) : chooseByAmiType(request, amiType);
  return { amiType: traits && amiTypeOf(traits), issues };
}

function choose(...instanceTypes: string[]) {
  return chooseAmiType({ instanceTypes });
}

function problems(request: AmiTypeRequest): string[] {
  return chooseAmiType(request).issues.map(({ code }) => code);
}

describe('the AMI type follows from the instance types', () => {
  test.each([
    ['m7i.large', 'BOTTLEROCKET_x86_64'],
    ['m8g.large', 'BOTTLEROCKET_ARM_64'],
    ['inf2.xlarge', 'BOTTLEROCKET_x86_64'],
    ['trn2.48xlarge', 'BOTTLEROCKET_x86_64'],
    ['g5.xlarge', 'BOTTLEROCKET_x86_64_NVIDIA'],
    ['gr6.4xlarge', 'BOTTLEROCKET_x86_64_NVIDIA'],
    ['p6-b200.48xlarge', 'BOTTLEROCKET_x86_64_NVIDIA'],
    ['g5g.xlarge', 'BOTTLEROCKET_ARM_64_NVIDIA'],
    ['p6e-gb200.36xlarge', 'BOTTLEROCKET_ARM_64_NVIDIA'],
    ['u7i-12tb.224xlarge', 'BOTTLEROCKET_x86_64'],
  ])('%s gives %s, with FIPS too', (type, amiType) => {
    expect(chooseAmiType({ instanceTypes: [type] })).toMatchObject({ amiType, issues: [] });
    expect(chooseAmiType({ instanceTypes: [type], fips: true })).toMatchObject({
      amiType: `${amiType}_FIPS`,
      issues: [],
    });
  });

  // By the list of eksctl, which this library does not use.
  const listed = parse(readFileSync(join(__dirname, 'instance-types.yaml'), 'utf8')) as Record<string, string>;
  const expected: Record<string, string> = {
    'x86_64 none': 'BOTTLEROCKET_x86_64',
    'x86_64 neuron': 'BOTTLEROCKET_x86_64',
    'x86_64 nvidia': 'BOTTLEROCKET_x86_64_NVIDIA',
    'arm64 none': 'BOTTLEROCKET_ARM_64',
    'arm64 nvidia': 'BOTTLEROCKET_ARM_64_NVIDIA',
  };
  // These boot, but no variant drives what they are bought for.
  const undriven = /^(g4ad|dl2q|vt1|f2)\./;

  test.each(Object.keys(listed))('for every listed instance type with %s, all eight in the end', (hardware) => {
    for (const type of listed[hardware]!.split(/\s+/).filter((name) => !undriven.test(name))) {
      expect(`${type} ${choose(type).amiType}`).toBe(`${type} ${expected[hardware]}`);
      const { amiType } = chooseAmiType({ instanceTypes: [type], fips: true });
      expect(`${type} ${amiType}`).toBe(`${type} ${expected[hardware]}_FIPS`);
    }
  });

  test('names exactly the eight types of Bottlerocket', () => {
    expect(Object.values(BottlerocketAmiType).sort()).toEqual(
      Object.values(expected)
        .flatMap((name) => [name, `${name}_FIPS`])
        .filter((name, at, all) => all.indexOf(name) === at)
        .sort(),
    );
  });
});

describe('refuses', () => {
  test('several architectures in one node group, and names them', () => {
    const { amiType, issues } = choose('m7i.large', 'm8g.large', 'c7i.large');
    expect(amiType).toBeUndefined();
    expect(issues).toMatchObject([
      { code: IssueCode.MIXED_ARCHITECTURES, received: 'x86_64: m7i.large, c7i.large; arm64: m8g.large' },
    ]);
  });

  test('several kinds of accelerators in one node group', () => {
    expect(problems({ instanceTypes: ['g5.xlarge', 'm7i.large'] })).toEqual([IssueCode.MIXED_ACCELERATORS]);
    expect(problems({ instanceTypes: ['inf2.xlarge', 'g5.xlarge'] })).toEqual([IssueCode.MIXED_ACCELERATORS]);
  });

  test.each(['g4ad.xlarge', 'dl1.24xlarge', 'vt1.3xlarge', 'f2.6xlarge', 'p2.xlarge'])(
    '%s, whose accelerator no variant drives, and says what to pass instead',
    (type) => {
      const { issues } = choose(type);
      expect(issues).toMatchObject([{ code: IssueCode.UNSUPPORTED_ACCELERATOR, received: type }]);
      expect(issues[0]!.fix).toContain(
        `InstanceHardware.of('${type}', { architecture: ec2.InstanceArchitecture.X86_64 })`,
      );
      const without = InstanceHardware.of(type, { architecture: InstanceArchitecture.X86_64 });
      const plain = { amiType: BottlerocketAmiType.X86_64, issues: [] };
      expect(chooseAmiType({ instanceTypes: [type], instanceHardware: [without] })).toMatchObject(plain);
      expect(chooseAmiType({ instanceTypes: [type], amiType: BottlerocketAmiType.X86_64 })).toMatchObject(plain);
    },
  );

  test('instance types it does not know, unless the AMI type is given', () => {
    expect(choose('x9.large').issues).toMatchObject([{ code: IssueCode.UNKNOWN_INSTANCE_TYPE, received: 'x9.large' }]);
    expect(problems({ instanceTypes: ['x9.large'], amiType: BottlerocketAmiType.ARM_64 })).toEqual([]);
  });

  test('instance types it does not know, unless their hardware is given', () => {
    const arm = InstanceHardware.of('x9', { architecture: InstanceArchitecture.ARM_64 });
    const gpu = InstanceHardware.of('x9.metal', {
      architecture: InstanceArchitecture.X86_64,
      accelerator: { vendor: AcceleratorVendor.NVIDIA, model: 'X1' },
    });
    const choice = (type: string) => chooseAmiType({ instanceTypes: [type], instanceHardware: [arm, gpu] });
    expect(choice('x9.large')).toMatchObject({ amiType: BottlerocketAmiType.ARM_64, issues: [] });
    expect(choice('x9.metal')).toMatchObject({ amiType: BottlerocketAmiType.X86_64_NVIDIA, issues: [] });
    expect(choice('x99.large').issues).toMatchObject([{ code: IssueCode.UNKNOWN_INSTANCE_TYPE }]);
  });

  test('instance types that are only known at deployment, unless the AMI type is given', () => {
    expect(problems({ instanceTypes: [undefined] })).toEqual([IssueCode.UNKNOWN_INSTANCE_TYPE]);
    expect(problems({ instanceTypes: [undefined], amiType: BottlerocketAmiType.ARM_64 })).toEqual([]);
  });

  test.each([
    ['m8g.large', BottlerocketAmiType.X86_64, 'BottlerocketAmiType.ARM_64'],
    ['g5.xlarge', BottlerocketAmiType.X86_64, 'BottlerocketAmiType.X86_64_NVIDIA'],
    ['g5g.xlarge', BottlerocketAmiType.X86_64_NVIDIA, 'BottlerocketAmiType.ARM_64_NVIDIA'],
    ['g5.xlarge', BottlerocketAmiType.ARM_64_NVIDIA_FIPS, 'BottlerocketAmiType.X86_64_NVIDIA_FIPS'],
    ['m7i.large', BottlerocketAmiType.X86_64_NVIDIA, 'BottlerocketAmiType.X86_64'],
    ['g4ad.xlarge', BottlerocketAmiType.X86_64_NVIDIA, 'BottlerocketAmiType.X86_64'],
  ])('%s with %s, and names %s', (type, amiType, right) => {
    const { issues } = chooseAmiType({ instanceTypes: [type], amiType });
    expect(issues).toMatchObject([{ code: IssueCode.AMI_TYPE_MISMATCH }]);
    expect(issues[0]!.fix).toContain(right);
  });

  test('an AMI type that contradicts fips', () => {
    const amiType = BottlerocketAmiType.X86_64;
    expect(problems({ instanceTypes: ['m7i.large'], amiType, fips: true })).toEqual([IssueCode.AMI_TYPE_MISMATCH]);
    expect(problems({ instanceTypes: ['m7i.large'], amiType, fips: false })).toEqual([]);
  });

  test('an AMI type that is not one of Bottlerocket', () => {
    const amiType = 'AL2023_x86_64_STANDARD' as BottlerocketAmiType;
    expect(problems({ instanceTypes: ['m7i.large'], amiType })).toEqual([IssueCode.AMI_TYPE_MISMATCH]);
  });
});

test('types whose accelerator was given up mix with those without', () => {
  const instanceTypes = ['g4ad.xlarge', 'm7i.large'];
  expect(problems({ instanceTypes, amiType: BottlerocketAmiType.X86_64 })).toEqual([]);
  expect(problems({ instanceTypes })).toContain(IssueCode.MIXED_ACCELERATORS);
});
