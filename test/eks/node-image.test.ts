import { CfnParameter, Stack } from 'aws-cdk-lib';
import { Annotations, Match } from 'aws-cdk-lib/assertions';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as eks from 'aws-cdk-lib/aws-eks';
import {
  BottlerocketImage,
  BottlerocketSelfManagedNodegroup,
  BottlerocketVariant,
  InstanceHardware,
  IssueCode,
} from '../../lib';
import { cfnCluster } from '../helpers/clusters';
import { problemsOf } from '../helpers/issues';
import { group, Options, problems, templateDataIn, templateDataOf, types } from '../helpers/self-managed';

/** Codes and paths of what is wrong with Arm nodes. */
function armProblems(options: Options, version?: string): string[] {
  return problemsOf(() => arm(options, version));
}

function arm(options: Options, version?: string): Stack {
  const fixture = cfnCluster(version === undefined ? {} : { version });
  return group({ instanceTypes: types('m8g.large'), ...options }, fixture).stack;
}

const imageIdOf = (options: Options) => templateDataIn(arm(options)).ImageId;

test('self-managed nodes run the image that was asked for', () => {
  expect(imageIdOf({ image: BottlerocketImage.fromAmiId('ami-0123456789abcdef0') })).toBe('ami-0123456789abcdef0');
  expect(imageIdOf({ image: BottlerocketImage.latest({ resolveAtLaunch: true }) })).toBe(
    'resolve:ssm:/aws/service/bottlerocket/aws-k8s-1.35/arm64/latest/image_id',
  );
  expect(imageIdOf({ image: BottlerocketImage.fromVersion('1.62.1') })).toEqual({
    Ref: expect.stringContaining('awsk8s135arm641621imageid') as string,
  });
});

test('the release of the image decides which settings there are', () => {
  const settings = { kernel: { zram: { size: '50%' } } };
  expect(armProblems({ settings, image: BottlerocketImage.fromVersion('1.62.1') })).toEqual([
    `${IssueCode.SETTING_TOO_NEW} settings.kernel.zram`,
  ]);
  const image = BottlerocketImage.fromAmiId('ami-01234567', { osVersion: '1.62.1' });
  expect(armProblems({ settings, image })).toEqual([`${IssueCode.SETTING_TOO_NEW} settings.kernel.zram`]);
});

test('an image that says what it is must fit the cluster and the instance types', () => {
  const of = (name: string) => BottlerocketImage.latest({ variant: BottlerocketVariant.of(name) });
  expect(armProblems({ image: of('aws-k8s-1.34') })).toEqual([`${IssueCode.IMAGE_MISMATCH} image.variant`]);
  expect(armProblems({ image: of('aws-k8s-1.35-nvidia') })).toEqual([`${IssueCode.IMAGE_MISMATCH} image`]);
  expect(() => arm({ image: of('aws-k8s-1.35') })).not.toThrow();
});

test('a retired variant is refused, unless the image is one of your own', () => {
  expect(armProblems({}, '1.30')).toEqual([`${IssueCode.RETIRED_VARIANT} cluster`]);
  expect(() => arm({ image: BottlerocketImage.fromAmiId('ami-01234567') }, '1.30')).not.toThrow();
});

test('types that are not known run the image of the hardware that was given', () => {
  const instanceTypes = [new ec2.InstanceType('x9.large')];
  const hardware = InstanceHardware.of('x9', { architecture: ec2.InstanceArchitecture.X86_64 });
  expect(armProblems({ instanceTypes })).toEqual([`${IssueCode.UNKNOWN_INSTANCE_TYPE} instanceTypes`]);
  expect(JSON.stringify(imageIdOf({ instanceTypes, instanceHardware: [hardware] }))).toContain('awsk8s135x8664');
});

test('without the version of Kubernetes, an image that says what it is will do', () => {
  const stack = new Stack();
  const vpc = new ec2.Vpc(stack, 'Vpc');
  const cluster = eks.Cluster.fromClusterAttributes(stack, 'Cluster', {
    clusterName: 'demo',
    vpc,
    clusterEndpoint: 'https://example.com',
    clusterCertificateAuthorityData: 'Y2VydGlmaWNhdGU=',
    clusterSecurityGroupId: 'sg-0123456789abcdef0',
  });
  const make = (id: string, image?: BottlerocketImage) =>
    new BottlerocketSelfManagedNodegroup(stack, id, {
      cluster,
      instanceTypes: [new ec2.InstanceType('m8g.large')],
      image,
    });
  expect(problemsOf(() => make('Without'))).toContain(`${IssueCode.KUBERNETES_VERSION_UNKNOWN} kubernetesVersion`);
  expect(() => make('With', BottlerocketImage.latest({ variant: BottlerocketVariant.eks('1.35') }))).not.toThrow();
});

test('FIPS nodes warn where the region is not known, and only once', () => {
  const found = Annotations.fromStack(arm({ fips: true })).findWarning('*', Match.stringLikeRegexp('FipsEndpoints'));
  expect(found.map(({ id }) => id)).toEqual(['/Stack/Nodes']);
});

describe('the image by itself', () => {
  test.each([
    ['m8g.large', false, 'awsk8s135arm64'],
    ['m7i.large', true, 'awsk8s135fipsx8664'],
    ['g5g.xlarge', false, 'awsk8s135nvidiaarm64'],
    ['g6.xlarge', true, 'awsk8s135nvidiafipsx8664'],
    ['inf2.xlarge', false, 'awsk8s135x8664'],
  ])('for %s, with FIPS %s, is %s', (type, fips, image) => {
    const { ImageId } = templateDataOf({ instanceTypes: types(type), fips });
    expect(JSON.stringify(ImageId)).toContain(`bottlerocket${image}latest`);
  });

  test('follows the Kubernetes version that is given, else that of the cluster', () => {
    const { ImageId } = templateDataOf({ kubernetesVersion: '1.34' });
    expect(JSON.stringify(ImageId)).toContain('awsk8s134x8664');
  });

  test('cannot follow a version that is only known at deployment', () => {
    const fixture = cfnCluster();
    const version = new CfnParameter(fixture.stack, 'Version').valueAsString;
    fixture.cluster.version = version;
    expect(problemsOf(() => group({}, fixture))).toEqual([`${IssueCode.KUBERNETES_VERSION_UNKNOWN} kubernetesVersion`]);
  });

  test('decides which settings there are', () => {
    const settings = { kubeletDevicePlugins: { nvidia: { passDeviceSpecs: true } } };
    expect(problems({ settings })).toEqual([`${IssueCode.SETTING_NOT_IN_VARIANT} settings.kubelet-device-plugins`]);
    expect(() => group({ settings, instanceTypes: types('g6.xlarge') })).not.toThrow();
  });

  test('is one for all instance types', () => {
    expect(problems({ instanceTypes: types('m7i.large', 'm8g.large') })).toEqual([
      `${IssueCode.MIXED_ARCHITECTURES} instanceTypes`,
    ]);
    expect(problems({ instanceTypes: types('m7i.large', 'g6.xlarge') })).toEqual([
      `${IssueCode.MIXED_ACCELERATORS} instanceTypes`,
    ]);
  });
});
