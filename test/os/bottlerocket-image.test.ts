import { App, CfnParameter, Stack, StackProps } from 'aws-cdk-lib';
import { Annotations, Match, Template } from 'aws-cdk-lib/assertions';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import { BottlerocketImage, BottlerocketVariant, IssueCode, VariantStatus } from '../../lib';
import { checkFipsEndpoints } from '../../lib/os/fips-endpoints';
import { ImageTarget } from '../../lib/os/image-source';
import { describe as describeIssue } from '../../lib/settings/report';
import { expectGolden } from '../helpers/golden';
import { issuesThrownBy, problemsOf } from '../helpers/issues';

const { ARM_64, X86_64 } = ec2.InstanceArchitecture;
const ARM = { variant: BottlerocketVariant.eks('1.35'), architecture: ARM_64 };
const LAUNCH: ImageTarget = { use: 'launch', path: 'image', ...ARM };
const RELEASE: ImageTarget = { ...LAUNCH, use: 'release' };
const EU = { env: { account: '123456789012', region: 'eu-west-1' } };

const stackIn = (props?: StackProps) => new Stack(new App(), 'Stack', props);

/** What the image of a launch template becomes, with the parameters of the template. */
function templateOf(image: BottlerocketImage, stack = stackIn()) {
  new ec2.LaunchTemplate(stack, 'Template', { machineImage: image });
  const template = Template.fromStack(stack);
  const [found] = Object.values(template.findResources('AWS::EC2::LaunchTemplate')) as {
    Properties: { LaunchTemplateData: { ImageId: unknown; UserData?: unknown } };
  }[];
  const parameters = Object.values(template.findParameters('*')).filter(({ Default: name }) => {
    return String(name).startsWith('/aws/service/bottlerocket');
  });
  return { imageId: found!.Properties.LaunchTemplateData.ImageId, parameters, template, stack };
}

describe('the names of parameters', () => {
  const published = BottlerocketVariant.all().filter(({ status }) => status !== VariantStatus.RETIRED);
  const every = published.flatMap((variant) =>
    variant.architectures.map((architecture) => [variant.variantName, architecture] as const),
  );

  test.each(every)('%s on %s', (name, architecture) => {
    const variant = BottlerocketVariant.of(name);
    const { imageId, parameters } = templateOf(BottlerocketImage.latest({ variant, architecture }));
    expect(parameters).toEqual([
      {
        Type: 'AWS::SSM::Parameter::Value<AWS::EC2::Image::Id>',
        Default: `/aws/service/bottlerocket/${name}/${architecture}/latest/image_id`,
      },
    ]);
    expect(imageId).toEqual({ Ref: expect.stringContaining('bottlerocket') as string });
    // What every name is made of, written down once more.
    expect(parameters[0]!.Default).toMatch(
      /^\/aws\/service\/bottlerocket\/aws-(k8s-1\.\d\d|ecs-\d|mantle-1)(-nvidia)?(-fips)?\/(x86_64|arm64)\/latest\/image_id$/,
    );
  });

  test('are there for all flavours of all lines', () => {
    // 7 Kubernetes versions, ECS 2 and 3 and mantle with four flavours each, ECS 4 with two; two architectures.
    expect(every).toHaveLength(((7 + 2 + 1) * 4 + 2) * 2);
  });
});

describe('latest', () => {
  test('is looked up by EC2 at launch, on demand', () => {
    expect(templateOf(BottlerocketImage.latest({ ...ARM, resolveAtLaunch: true }))).toMatchObject({
      imageId: 'resolve:ssm:/aws/service/bottlerocket/aws-k8s-1.35/arm64/latest/image_id',
      parameters: [],
    });
  });

  test('is looked up once and kept in the context, on demand', () => {
    const image = BottlerocketImage.latest({ ...ARM, cachedInContext: true, additionalCacheKey: 'blue' });
    const app = new App();
    templateOf(image, new Stack(app, 'Stack', EU));
    const { missing } = app.synth().manifest;
    expect(missing).toMatchObject([
      {
        provider: 'ssm',
        props: {
          region: 'eu-west-1',
          parameterName: '/aws/service/bottlerocket/aws-k8s-1.35/arm64/latest/image_id',
          additionalCacheKey: 'blue',
        },
      },
    ]);
    const cached = new App({ context: { [missing![0]!.key]: 'ami-0123456789abcdef0' } });
    expect(templateOf(image, new Stack(cached, 'Stack', EU))).toMatchObject({
      imageId: 'ami-0123456789abcdef0',
      parameters: [],
    });
  });

  test('is left to EKS by managed node groups, unless it is kept in the context', () => {
    expect(BottlerocketImage.latest()._bind(stackIn(), RELEASE).releaseVersion()).toBeUndefined();
    // Not even the variant must be known.
    const unknown = { ...RELEASE, variant: undefined, architecture: undefined };
    expect(BottlerocketImage.latest()._bind(stackIn(), unknown).issues).toEqual([]);
    const app = new App();
    const kept = BottlerocketImage.latest({ cachedInContext: true });
    kept._bind(new Stack(app, 'Stack', EU), RELEASE).releaseVersion();
    expect(app.synth().manifest.missing).toMatchObject([
      { props: { parameterName: '/aws/service/bottlerocket/aws-k8s-1.35/arm64/latest/image_version' } },
    ]);
  });

  test('says nothing of the release', () => {
    expect(BottlerocketImage.latest()._bind(stackIn(), LAUNCH)).toMatchObject({
      osVersion: undefined,
      custom: false,
      alias: 'bottlerocket@latest',
      parameterName: '/aws/service/bottlerocket/aws-k8s-1.35/arm64/latest/image_id',
      namePattern: undefined,
    });
  });
});

describe('a release', () => {
  test.each(['1.62.1', '1.62.1-ea1afdd6'])('%s is found by its parameter', (version) => {
    const { parameters } = templateOf(BottlerocketImage.fromVersion(version, ARM));
    expect(parameters).toMatchObject([{ Default: `/aws/service/bottlerocket/aws-k8s-1.35/arm64/${version}/image_id` }]);
  });

  test('is what EKS wants when it has its commit', () => {
    const bound = BottlerocketImage.fromVersion('1.62.1-ea1afdd6')._bind(stackIn(), RELEASE);
    expect(bound.releaseVersion()).toBe('1.62.1-ea1afdd6');
    expect(bound).toMatchObject({ osVersion: '1.62.1', issues: [] });
    const unknown = { ...RELEASE, variant: undefined, architecture: undefined };
    expect(BottlerocketImage.fromVersion('1.62.1-ea1afdd6')._bind(stackIn(), unknown).issues).toEqual([]);
  });

  test('without its commit is completed by a parameter for EKS', () => {
    const stack = stackIn();
    const bound = BottlerocketImage.fromVersion('1.62.1')._bind(stack, RELEASE);
    expect(stack.resolve(bound.releaseVersion())).toEqual({ Ref: expect.stringContaining('imageversion') as string });
    expect(Object.values(Template.fromStack(stack).findParameters('*'))).toContainEqual({
      Type: 'AWS::SSM::Parameter::Value<String>',
      Default: '/aws/service/bottlerocket/aws-k8s-1.35/arm64/1.62.1/image_version',
    });
  });

  test('without its commit needs the variant for EKS', () => {
    const bound = BottlerocketImage.fromVersion('1.62.1')._bind(stackIn(), { ...RELEASE, variant: undefined });
    expect(bound.issues).toMatchObject([{ code: IssueCode.IMAGE_UNDETERMINED, path: 'image' }]);
  });

  test('has names for Karpenter', () => {
    const of = (version: string, target: Partial<ImageTarget> = {}) =>
      BottlerocketImage.fromVersion(version)._bind(stackIn(), { ...LAUNCH, ...target });
    expect(of('1.62.1')).toMatchObject({
      alias: 'bottlerocket@v1.62.1',
      namePattern: 'bottlerocket-aws-k8s-1.35-aarch64-v1.62.1-*',
      parameterName: '/aws/service/bottlerocket/aws-k8s-1.35/arm64/1.62.1/image_id',
    });
    const fips = BottlerocketVariant.eks('1.35', { nvidia: true, fips: true });
    expect(of('1.62.1-ea1afdd6', { variant: fips, architecture: 'x86_64' })).toMatchObject({
      alias: undefined,
      namePattern: 'bottlerocket-aws-k8s-1.35-nvidia-fips-x86_64-v1.62.1-ea1afdd6',
    });
  });

  test('that is only known at deployment passes', () => {
    const stack = stackIn();
    const version = new CfnParameter(stack, 'Release').valueAsString;
    const image = BottlerocketImage.fromVersion(version, ARM);
    expect(stack.resolve(image._bind(stack, RELEASE).releaseVersion())).toEqual({ Ref: 'Release' });
    expect(image._bind(stack, RELEASE).osVersion).toBeUndefined();
    expect(stack.resolve(image._bind(stack, LAUNCH).imageId())).toEqual({
      'Fn::Join': [
        '',
        ['{{resolve:ssm:/aws/service/bottlerocket/aws-k8s-1.35/arm64/', { Ref: 'Release' }, '/image_id}}'],
      ],
    });
  });

  test.each([
    ['1.34', /Kubernetes/],
    ['v1.62.1', /without the leading v/],
    ['v1.62.1-ea1afdd6', /without the leading v/],
    ['latest', /not a release/],
    ['1.62.1-EA1AFDD6', /not a release/],
    ['1.62.1/../x', /not a release/],
    ['', /not a release/],
  ])('cannot be %j', (version, message) => {
    const [found] = issuesThrownBy(() => BottlerocketImage.fromVersion(version));
    expect(found).toMatchObject({ code: IssueCode.INVALID_RELEASE_VERSION, received: JSON.stringify(version) });
    expect(found!.message).toMatch(message);
  });

  test.each([
    ['1.52.1', BottlerocketVariant.eks('1.35'), /1\.53\.0 or newer/],
    ['1.50.0', BottlerocketVariant.ecs(2, { nvidia: true, fips: true }), /1\.51\.0 or newer/],
  ])('%s is refused for %s, which came later', (version, variant, expected) => {
    const image = BottlerocketImage.fromVersion(version, { variant, architecture: X86_64 });
    const [found] = issuesThrownBy(() => image.getImage(stackIn()));
    expect(found).toMatchObject({ code: IssueCode.RELEASE_NOT_OF_VARIANT, received: version });
    expect(found!.expected).toMatch(expected);
  });
});

describe('an image id', () => {
  test('is used as it is', () => {
    expect(templateOf(BottlerocketImage.fromAmiId('ami-0123456789abcdef0')).imageId).toBe('ami-0123456789abcdef0');
    const bound = BottlerocketImage.fromAmiId('ami-01234567', { osVersion: '1.60.0' })._bind(stackIn(), RELEASE);
    expect(bound).toMatchObject({ custom: true, osVersion: '1.60.0' });
    expect(bound.alias).toBeUndefined();
    expect(bound.releaseVersion()).toBeUndefined();
  });

  test('that is only known at deployment passes', () => {
    const stack = stackIn();
    const id = new CfnParameter(stack, 'Image').valueAsString;
    expect(templateOf(BottlerocketImage.fromAmiId(id), stack).imageId).toEqual({ Ref: 'Image' });
  });

  const amiMap = { 'us-west-2': 'ami-0aaaaaaaaaaaaaaaa', 'eu-west-1': 'ami-0bbbbbbbbbbbbbbbb' };

  test('is that of the region when it is known', () => {
    const image = BottlerocketImage.fromAmiMap({ ...amiMap, 'cn-north-1': 'ami-0ccccccc' });
    expect(templateOf(image, stackIn(EU)).imageId).toBe('ami-0bbbbbbbbbbbbbbbb');
    const china = stackIn({ env: { region: 'cn-north-1' } });
    expect(templateOf(image, china).imageId).toBe('ami-0ccccccc');
  });

  test('is chosen at deployment when the region is not known, in one mapping for all', () => {
    const image = BottlerocketImage.fromAmiMap(amiMap);
    const stack = stackIn();
    new ec2.LaunchTemplate(stack, 'Other', { machineImage: image });
    const another = BottlerocketImage.fromAmiMap({ 'us-west-2': amiMap['us-west-2'] });
    new ec2.LaunchTemplate(stack, 'Another', { machineImage: another });
    const { imageId, template } = templateOf(image, stack);
    expect(imageId).toEqual({ 'Fn::FindInMap': ['BottlerocketImages', { Ref: 'AWS::Region' }, 'imageId'] });
    expect(template.findMappings('*')).toEqual({
      BottlerocketImages: {
        'eu-west-1': { imageId: amiMap['eu-west-1'] },
        'us-west-2': { imageId: amiMap['us-west-2'] },
      },
      BottlerocketImages2: { 'us-west-2': { imageId: amiMap['us-west-2'] } },
    });
  });

  test('that is not there for the region is an error', () => {
    const image = BottlerocketImage.fromAmiMap({ 'us-west-2': amiMap['us-west-2'] });
    expect(issuesThrownBy(() => templateOf(image, stackIn(EU)))).toMatchObject([
      { code: IssueCode.IMAGE_NOT_IN_REGION, expected: 'an image id for eu-west-1', received: 'us-west-2' },
    ]);
  });

  test.each(['ami-123', 'ami-0123456789ABCDEF0', 'i-0123456789abcdef0', 'ami-0123456789abcdef01', '', ' ami-01234567'])(
    'cannot be %j',
    (id) => {
      expect(problemsOf(() => BottlerocketImage.fromAmiId(id))).toEqual([`${IssueCode.INVALID_IMAGE} amiId`]);
      expect(problemsOf(() => BottlerocketImage.fromAmiMap({ 'us-west-2': id }))).toEqual([
        `${IssueCode.INVALID_IMAGE} us-west-2`,
      ]);
    },
  );

  test('is needed at least once', () => {
    expect(problemsOf(() => BottlerocketImage.fromAmiMap({}))).toEqual([`${IssueCode.INVALID_IMAGE} amiMap`]);
  });

  test('has a release that is one', () => {
    const make = () => BottlerocketImage.fromAmiId('ami-01234567', { osVersion: '1.34' });
    expect(problemsOf(make)).toEqual([`${IssueCode.INVALID_RELEASE_VERSION} osVersion`]);
  });
});

describe('a parameter', () => {
  test('holds the id of the image', () => {
    const { imageId, template } = templateOf(BottlerocketImage.fromSsmParameter('/golden/bottlerocket'));
    expect(imageId).toEqual({ Ref: expect.stringContaining('golden') as string });
    expect(Object.values(template.findParameters('*'))).toContainEqual({
      Type: 'AWS::SSM::Parameter::Value<AWS::EC2::Image::Id>',
      Default: '/golden/bottlerocket',
    });
    expect(
      templateOf(BottlerocketImage.fromSsmParameter('/golden/bottlerocket', { resolveAtLaunch: true })).imageId,
    ).toBe('resolve:ssm:/golden/bottlerocket');
  });

  test('of AWS says what the image is', () => {
    const name = '/aws/service/bottlerocket/aws-k8s-1.35-fips/arm64/1.62.1/image_id';
    const image = BottlerocketImage.fromSsmParameter(name);
    expect(image._variant?.variantName).toBe('aws-k8s-1.35-fips');
    expect(image._architecture).toBe('arm64');
    const bound = image._bind(stackIn(), { use: 'launch', path: 'image' });
    expect(bound).toMatchObject({ custom: true, osVersion: '1.62.1', architecture: 'arm64', parameterName: name });
    expect(image._bind(stackIn(), LAUNCH).issues).toMatchObject([
      { code: IssueCode.IMAGE_MISMATCH, path: 'image.variant', received: 'aws-k8s-1.35-fips' },
    ]);
  });

  test('whose name is only known at deployment passes', () => {
    const stack = stackIn();
    const image = BottlerocketImage.fromSsmParameter(new CfnParameter(stack, 'Name').valueAsString);
    expect(templateOf(image, stack).imageId).toEqual({
      'Fn::Join': ['', ['{{resolve:ssm:', { Ref: 'Name' }, '}}']],
    });
  });

  test.each(['/a b', '', '/a/', 'resolve:ssm:/a', '/aws/service/bottlerocket/aws-ecs-3/arm64/latest/image_version'])(
    'cannot be %j',
    (name) => {
      expect(problemsOf(() => BottlerocketImage.fromSsmParameter(name))).toEqual([
        `${IssueCode.INVALID_IMAGE} parameterName`,
      ]);
    },
  );
});

describe('as an image of aws-cdk-lib', () => {
  test('it is a Linux image without user data, so that nothing is guessed', () => {
    const config = BottlerocketImage.latest(ARM).getImage(stackIn());
    expect(config.osType).toBe(ec2.OperatingSystemType.LINUX);
    expect(config.userData.render()).toBe('');
  });

  test('it must say what it is: no architecture is taken for granted', () => {
    const { variant, architecture } = ARM;
    for (const [options, message] of [
      [{}, /variant and the architecture/],
      [{ variant }, /^The architecture/],
      [{ architecture }, /^The variant/],
    ] as const) {
      const [found, ...others] = issuesThrownBy(() => BottlerocketImage.latest(options).getImage(stackIn()));
      expect(found).toMatchObject({ code: IssueCode.IMAGE_UNDETERMINED });
      expect(found!.message).toMatch(message);
      expect(others).toEqual([]);
    }
  });

  test('a retired variant is an error, with the one to use', () => {
    const image = BottlerocketImage.latest({ variant: BottlerocketVariant.ecs(1), architecture: X86_64 });
    const [found] = issuesThrownBy(() => image.getImage(stackIn()));
    expect(found).toMatchObject({ code: IssueCode.RETIRED_VARIANT, received: 'aws-ecs-1' });
    expect(found!.fix).toContain('aws-ecs-2');
  });

  test('a variant near its end is a warning on the construct', () => {
    const variant = BottlerocketVariant.eks('1.31');
    const { stack } = templateOf(BottlerocketImage.latest({ variant, architecture: X86_64 }));
    Annotations.fromStack(stack).hasWarning('/Stack/Template', Match.stringLikeRegexp('EndingVariant.*2026-11-26'));
  });
});

describe('is refused', () => {
  test('when it is of another variant or architecture than the nodes need', () => {
    const image = BottlerocketImage.latest({ variant: BottlerocketVariant.eks('1.34'), architecture: X86_64 });
    expect(image._bind(stackIn(), LAUNCH).issues).toMatchObject([
      { code: IssueCode.IMAGE_MISMATCH, path: 'image.variant', received: 'aws-k8s-1.34', expected: 'aws-k8s-1.35' },
      { code: IssueCode.IMAGE_MISMATCH, path: 'image.architecture', received: 'x86_64', expected: 'arm64' },
    ]);
    expect(BottlerocketImage.latest(ARM)._bind(stackIn(), LAUNCH).issues).toEqual([]);
  });

  test('when managed node groups should look it up at launch', () => {
    for (const image of [
      BottlerocketImage.latest({ resolveAtLaunch: true }),
      BottlerocketImage.fromVersion('1.62.1', { resolveAtLaunch: true }),
      BottlerocketImage.fromSsmParameter('/a', { resolveAtLaunch: true }),
    ]) {
      expect(image._bind(stackIn(), RELEASE).issues).toMatchObject([{ code: IssueCode.IMAGE_NOT_FOR_SERVICE }]);
      expect(image._bind(stackIn(), LAUNCH).issues).toEqual([]);
    }
  });

  test.each([
    [{ cachedInContext: true, resolveAtLaunch: true }, 'resolveAtLaunch'],
    [{ additionalCacheKey: 'blue' }, 'additionalCacheKey'],
  ])('when its options contradict each other: %j', (options, path) => {
    for (const make of [
      () => BottlerocketImage.latest(options),
      () => BottlerocketImage.fromVersion('1.62.1', options),
      () => BottlerocketImage.fromSsmParameter('/a', options),
    ]) {
      expect(problemsOf(make)).toEqual([`${IssueCode.INVALID_IMAGE} ${path}`]);
    }
  });
});

describe.each(['us-gov-west-1', 'cn-northwest-1', 'eu-west-1', undefined])('in the region %s', (region) => {
  test('the parameters are the same, and nothing names a partition', () => {
    const { parameters, template } = templateOf(BottlerocketImage.latest(ARM), stackIn({ env: { region } }));
    expect(parameters).toMatchObject([{ Default: '/aws/service/bottlerocket/aws-k8s-1.35/arm64/latest/image_id' }]);
    expect(JSON.stringify(template.toJSON())).not.toContain('arn:aws');
  });
});

test('errors read as they should', () => {
  const image = (name: string, version = '1.62.1') =>
    BottlerocketImage.fromVersion(version, { variant: BottlerocketVariant.of(name), architecture: X86_64 });
  const issues = [
    () => BottlerocketImage.fromVersion('1.34'),
    () => BottlerocketImage.fromAmiId('ami-latest'),
    () => BottlerocketImage.latest().getImage(stackIn()),
    () => image('aws-ecs-1').getImage(stackIn()),
    () => image('aws-k8s-1.30').getImage(stackIn()),
    () => image('vmware-k8s-1.33').getImage(stackIn()),
    () => image('aws-k8s-1.37').getImage(stackIn()),
    () => BottlerocketImage.fromAmiMap({ 'us-west-2': 'ami-01234567' }).getImage(stackIn(EU)),
  ].flatMap(issuesThrownBy);
  issues.push(...image('aws-k8s-1.34')._bind(stackIn(), LAUNCH).issues);
  issues.push(...checkFipsEndpoints(stackIn(EU), BottlerocketVariant.of('aws-k8s-1.35-fips'), { value: undefined }));
  expectGolden('image-errors.txt', issues.map((found) => `${describeIssue(found)}\n`).join('\n'));
});
