import { Stack } from 'aws-cdk-lib';
import { Annotations, Match, Template } from 'aws-cdk-lib/assertions';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as eks from 'aws-cdk-lib/aws-eks';
import {
  BottlerocketImage,
  BottlerocketSelfManagedNodegroup,
  BottlerocketSelfManagedNodegroupOptions,
  BottlerocketVariant,
  InstanceHardware,
  IssueCode,
} from '../../lib';
import { cfnCluster } from '../helpers/clusters';
import { problemsOf } from '../helpers/issues';

type Options = Partial<BottlerocketSelfManagedNodegroupOptions>;

function group(options: Options, version?: string): Stack {
  const { stack, vpc, cluster } = cfnCluster(version === undefined ? {} : { version });
  const instanceTypes = [new ec2.InstanceType('m8g.large')];
  new BottlerocketSelfManagedNodegroup(stack, 'Nodes', { cluster, vpc, instanceTypes, ...options });
  return stack;
}

function imageIdOf(options: Options): unknown {
  const [template] = Object.values(Template.fromStack(group(options)).findResources('AWS::EC2::LaunchTemplate'));
  return (template as { Properties: { LaunchTemplateData: { ImageId: unknown } } }).Properties.LaunchTemplateData
    .ImageId;
}

const problems = (options: Options, version?: string) => problemsOf(() => group(options, version));

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
  expect(problems({ settings, image: BottlerocketImage.fromVersion('1.62.1') })).toEqual([
    `${IssueCode.SETTING_TOO_NEW} settings.kernel.zram`,
  ]);
  const image = BottlerocketImage.fromAmiId('ami-01234567', { osVersion: '1.62.1' });
  expect(problems({ settings, image })).toEqual([`${IssueCode.SETTING_TOO_NEW} settings.kernel.zram`]);
});

test('an image that says what it is must fit the cluster and the instance types', () => {
  const of = (name: string) => BottlerocketImage.latest({ variant: BottlerocketVariant.of(name) });
  expect(problems({ image: of('aws-k8s-1.34') })).toEqual([`${IssueCode.IMAGE_MISMATCH} image.variant`]);
  expect(problems({ image: of('aws-k8s-1.35-nvidia') })).toEqual([`${IssueCode.IMAGE_MISMATCH} image`]);
  expect(() => group({ image: of('aws-k8s-1.35') })).not.toThrow();
});

test('a retired variant is refused, unless the image is one of your own', () => {
  expect(problems({}, '1.30')).toEqual([`${IssueCode.RETIRED_VARIANT} cluster`]);
  expect(() => group({ image: BottlerocketImage.fromAmiId('ami-01234567') }, '1.30')).not.toThrow();
});

test('types that are not known run the image of the hardware that was given', () => {
  const instanceTypes = [new ec2.InstanceType('x9.large')];
  const hardware = InstanceHardware.of('x9', { architecture: ec2.InstanceArchitecture.X86_64 });
  expect(problems({ instanceTypes })).toEqual([`${IssueCode.UNKNOWN_INSTANCE_TYPE} instanceTypes`]);
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
  const found = Annotations.fromStack(group({ fips: true })).findWarning('*', Match.stringLikeRegexp('FipsEndpoints'));
  expect(found.map(({ id }) => id)).toEqual(['/Stack/Nodes']);
});
