import { Stack } from 'aws-cdk-lib';
import { InstanceArchitecture } from 'aws-cdk-lib/aws-ec2';
import { BottlerocketAmiType, BottlerocketImage, BottlerocketVariant, IssueCode } from '../../lib';
import { chooseByAmiType } from '../../lib/os/ami-type-choice';
import { chooseNodeImage, NodeImageRequest } from '../../lib/os/node-image';

const REQUEST: NodeImageRequest = {
  use: 'launch',
  lineFrom: 'kubernetesVersion',
  line: BottlerocketVariant.eks('1.35'),
  instanceTypes: ['m7i.large'],
};
const choose = (request: Partial<NodeImageRequest>) => chooseNodeImage(new Stack(), { ...REQUEST, ...request });
const problems = (request: Partial<NodeImageRequest>) =>
  choose(request).issues.map(({ code, path }) => `${code} ${path}`);

test.each([
  ['m7i.large', 'aws-k8s-1.35', 'x86_64'],
  ['m8g.large', 'aws-k8s-1.35', 'arm64'],
  ['g5g.xlarge', 'aws-k8s-1.35-nvidia', 'arm64'],
  ['p6-b200.48xlarge', 'aws-k8s-1.35-nvidia', 'x86_64'],
  ['inf2.xlarge', 'aws-k8s-1.35', 'x86_64'],
])('%s runs %s on %s, and its FIPS flavour on demand', (type, variant, architecture) => {
  expect(choose({ instanceTypes: [type] })).toMatchObject({
    issues: [],
    variant: { variantName: variant },
    bound: { parameterName: `/aws/service/bottlerocket/${variant}/${architecture}/latest/image_id` },
  });
  expect(choose({ instanceTypes: [type], fips: true }).variant?.variantName).toBe(`${variant}-fips`);
});

test('the line may be one of ECS', () => {
  const { variant, issues } = choose({ line: BottlerocketVariant.ecs(3), instanceTypes: ['g5.xlarge'] });
  expect([variant?.variantName, issues]).toEqual(['aws-ecs-3-nvidia', []]);
});

describe('an image that says what it is', () => {
  const of = (name: string, architecture?: InstanceArchitecture) =>
    BottlerocketImage.latest({ variant: BottlerocketVariant.of(name), architecture });

  test('decides about FIPS', () => {
    expect(choose({ image: of('aws-k8s-1.35-fips') })).toMatchObject({
      issues: [],
      traits: { fips: true, nvidia: false, architecture: 'x86_64' },
      variant: { variantName: 'aws-k8s-1.35-fips' },
    });
  });

  test('decides where the version of the orchestrator is not known', () => {
    expect(choose({ line: undefined, image: of('aws-k8s-1.34') }).variant?.variantName).toBe('aws-k8s-1.34');
  });

  test('decides for instance types that are not known', () => {
    const image = of('aws-k8s-1.35-nvidia', InstanceArchitecture.ARM_64);
    expect(choose({ instanceTypes: ['x9.large', undefined], image })).toMatchObject({
      issues: [],
      traits: { architecture: 'arm64', nvidia: true, fips: false },
    });
    expect(problems({ instanceTypes: ['x9.large'], image: of('aws-k8s-1.35') })).toEqual([
      `${IssueCode.UNKNOWN_INSTANCE_TYPE} instanceTypes`,
    ]);
  });

  test.each([
    [{ instanceTypes: ['g5.xlarge'], image: of('aws-k8s-1.35') }, 'image'],
    [{ instanceTypes: ['m7i.large'], image: of('aws-k8s-1.35-nvidia') }, 'image'],
    [{ instanceTypes: ['m8g.large'], image: of('aws-k8s-1.35', InstanceArchitecture.X86_64) }, 'image'],
    [{ fips: true, image: of('aws-k8s-1.35') }, 'image'],
    [{ fips: false, image: of('aws-k8s-1.35-fips') }, 'image'],
    [{ image: of('aws-k8s-1.34') }, 'image.variant'],
    [{ image: of('aws-ecs-3') }, 'image.variant'],
  ])('must fit: %j', (request: Partial<NodeImageRequest>, path) => {
    expect(problems(request)).toEqual([`${IssueCode.IMAGE_MISMATCH} ${path}`]);
  });

  test('must fit the AMI type, too', () => {
    const request = { ...REQUEST, use: 'release' as const, image: of('aws-k8s-1.35-nvidia') };
    const choice = chooseByAmiType(request, BottlerocketAmiType.X86_64);
    expect(chooseNodeImage(new Stack(), request, choice).issues).toMatchObject([
      { code: IssueCode.IMAGE_MISMATCH, path: 'image.variant', expected: 'aws-k8s-1.35' },
    ]);
  });

  test('gives up accelerators that nothing drives, but only when it names its variant', () => {
    expect(problems({ instanceTypes: ['g4ad.xlarge'], image: of('aws-k8s-1.35') })).toEqual([]);
    const image = BottlerocketImage.latest({ architecture: InstanceArchitecture.X86_64 });
    expect(problems({ instanceTypes: ['g4ad.xlarge'], image })).toEqual([
      `${IssueCode.UNSUPPORTED_ACCELERATOR} instanceTypes`,
    ]);
  });
});

test('without a line, a launch has no image', () => {
  expect(problems({ line: undefined })).toEqual([`${IssueCode.IMAGE_UNDETERMINED} image`]);
  expect(problems({ line: undefined, use: 'release' })).toEqual([]);
});

test('instance types that do not go together are all there is to say', () => {
  expect(problems({ line: undefined, instanceTypes: ['m7i.large', 'm8g.large'] })).toEqual([
    `${IssueCode.MIXED_ARCHITECTURES} instanceTypes`,
  ]);
});

test('a retired variant is refused where the version comes from', () => {
  const line = BottlerocketVariant.eks('1.29');
  expect(problems({ line, lineFrom: 'cluster' })).toEqual([`${IssueCode.RETIRED_VARIANT} cluster`]);
  // Who brings an image of their own knows what is in it.
  expect(problems({ line, image: BottlerocketImage.fromAmiId('ami-01234567') })).toEqual([]);
});

test('the release must have the variant, and drive the accelerators', () => {
  expect(problems({ image: BottlerocketImage.fromVersion('1.50.0') })).toEqual([
    `${IssueCode.RELEASE_NOT_OF_VARIANT} image`,
  ]);
  const image = BottlerocketImage.fromVersion('1.39.1');
  expect(problems({ image, line: BottlerocketVariant.eks('1.33'), instanceTypes: ['p6-b200.48xlarge'] })).toEqual([
    `${IssueCode.ACCELERATOR_NOT_IN_VARIANT} instanceTypes`,
  ]);
});
