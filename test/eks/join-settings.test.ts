import { Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as eks from 'aws-cdk-lib/aws-eks';
import {
  BottlerocketAmiType,
  BottlerocketImage,
  BottlerocketManagedNodegroup,
  BottlerocketManagedNodegroupOptions,
  BottlerocketVariant,
  IssueCode,
  TaintEffect,
} from '../../lib';
import { cfnCluster } from '../helpers/clusters';
import { problemsOf } from '../helpers/issues';

// What nodes need to join comes from the construct wherever EKS adds nothing: here, to managed node groups with an image of
// your own. Self-managed nodes are in their own file.

type Options = Partial<BottlerocketManagedNodegroupOptions>;

const IMAGE = BottlerocketImage.fromAmiId('ami-0123456789abcdef0');

/** A managed node group with an image of users. */
function nodegroup(options: Options = {}, network?: eks.CfnClusterProps['kubernetesNetworkConfig']) {
  const { stack, vpc, cluster } = cfnCluster({ kubernetesNetworkConfig: network });
  const instanceTypes = [new ec2.InstanceType('m8g.large')];
  const group = new BottlerocketManagedNodegroup(stack, 'Nodes', {
    cluster,
    vpc,
    instanceTypes,
    image: IMAGE,
    ...options,
  });
  return { stack, group };
}

interface Rendered {
  readonly Properties: Record<string, unknown> & {
    readonly LaunchTemplateData: { readonly ImageId: unknown; readonly UserData: { readonly 'Fn::Base64': unknown } };
  };
}

function only(stack: Stack, type: string): Rendered['Properties'] {
  const [found] = Object.values(Template.fromStack(stack).findResources(type)) as [Rendered];
  return found.Properties;
}

const userDataIn = (stack: Stack) =>
  JSON.stringify(only(stack, 'AWS::EC2::LaunchTemplate').LaunchTemplateData.UserData);
const problems = (options: Options) => problemsOf(() => nodegroup(options));

test('stands in the launch template, and EKS is told nothing of it', () => {
  const { stack, group } = nodegroup({ kubernetesVersion: '1.35' });
  expect(group.amiType).toBeUndefined();
  expect(only(stack, 'AWS::EC2::LaunchTemplate').LaunchTemplateData.ImageId).toBe('ami-0123456789abcdef0');
  const properties = only(stack, 'AWS::EKS::Nodegroup');
  for (const property of ['AmiType', 'ReleaseVersion', 'Version']) {
    expect(properties).not.toHaveProperty(property);
  }
  expect(properties).toMatchObject({ InstanceTypes: ['m8g.large'] });
});

test('may come from a parameter', () => {
  const { stack } = nodegroup({ image: BottlerocketImage.fromSsmParameter('/golden/bottlerocket') });
  expect(only(stack, 'AWS::EC2::LaunchTemplate').LaunchTemplateData.ImageId).toEqual({
    Ref: expect.stringContaining('golden') as string,
  });
});

test('has everything in its user data that nodes need to join, since EKS adds nothing', () => {
  const text = userDataIn(nodegroup({ settings: { motd: 'Hi' } }, { serviceIpv4Cidr: '10.42.0.0/16' }).stack);
  expect(text).toContain('motd = \\"Hi\\"');
  expect(text).toMatch(/api-server = \\".*"Cluster","Endpoint"/);
  expect(text).toMatch(/cluster-certificate = \\".*"Cluster","CertificateAuthorityData"/);
  expect(text).toMatch(/cluster-name = \\".*{"Ref":"Cluster"}/);
  expect(text).toContain('cluster-dns-ip = \\"10.42.0.10\\"');
});

test('may have another DNS address', () => {
  expect(userDataIn(nodegroup({ clusterDnsIp: ['169.254.20.10'] }).stack)).toContain('169.254.20.10');
});

test('starts with its labels and taints, which EKS would only add later', () => {
  const labels = { 'example.com/pool': 'blue' };
  const taints = [{ key: 'example.com/busy', value: 'yes', effect: TaintEffect.NO_SCHEDULE }];
  const { stack } = nodegroup({ labels, taints });
  const text = userDataIn(stack);
  expect(text).toContain('\\"example.com/pool\\" = \\"blue\\"');
  expect(text).toContain('\\"example.com/busy\\" = [\\"yes:NoSchedule\\"]');
  expect(only(stack, 'AWS::EKS::Nodegroup')).toMatchObject({
    Labels: labels,
    Taints: [{ Key: 'example.com/busy', Value: 'yes', Effect: 'NO_SCHEDULE' }],
  });
});

test('reads all of TOML, since only the OS does', () => {
  const settings = { motd: 'a "quoted" word\nand a line' };
  expect(() => nodegroup({ settings })).not.toThrow();
  expect(problems({ settings, image: undefined })).toEqual([`${IssueCode.NOT_WRITABLE} settings.motd`]);
});

describe('is refused', () => {
  test('with settings that the node group writes, now and later', () => {
    const settings = { kubernetes: { apiServer: 'https://example.com' } };
    const path = 'settings.kubernetes.api-server';
    expect(problems({ settings })).toEqual([`${IssueCode.SETTING_SUPPLIED_BY_NODEGROUP} ${path}`]);
    const { group } = nodegroup();
    expect(problemsOf(() => group.addSettings(settings))).toEqual([
      `${IssueCode.SETTING_SUPPLIED_BY_NODEGROUP} ${path}`,
    ]);
  });

  test('with labels that are given twice', () => {
    const settings = { kubernetes: { nodeLabels: { 'example.com/pool': 'green' } } };
    expect(problems({ settings, labels: { 'example.com/pool': 'blue' } })).toEqual([
      `${IssueCode.LABEL_GIVEN_TWICE} labels["example.com/pool"]`,
    ]);
  });

  test('for a cluster of which too little is known, unless users know it', () => {
    const stack = new Stack();
    const vpc = new ec2.Vpc(stack, 'Vpc');
    const cluster = eks.Cluster.fromClusterAttributes(stack, 'Cluster', { clusterName: 'demo', vpc });
    const make = (id: string, options: Options) =>
      new BottlerocketManagedNodegroup(stack, id, {
        cluster,
        instanceTypes: [new ec2.InstanceType('m8g.large')],
        image: IMAGE,
        ...options,
      });
    expect(problemsOf(() => make('Without', {}))).toEqual([
      `${IssueCode.CLUSTER_FACT_MISSING} clusterAttributes.endpoint`,
      `${IssueCode.CLUSTER_FACT_MISSING} clusterAttributes.certificateAuthorityData`,
    ]);
    const clusterAttributes = { endpoint: 'https://example.com', certificateAuthorityData: 'Y2VydGlmaWNhdGU=' };
    expect(() => make('With', { clusterAttributes })).not.toThrow();
    // An image of AWS needs none of that.
    expect(() => make('Published', { image: BottlerocketImage.latest() })).not.toThrow();
  });

  test('with an AMI type, which EKS does not take beside it', () => {
    expect(problems({ amiType: BottlerocketAmiType.ARM_64 })).toEqual([`${IssueCode.IMAGE_NOT_FOR_SERVICE} amiType`]);
  });

  test('when EC2 should look it up at launch', () => {
    const image = BottlerocketImage.fromSsmParameter('/golden/bottlerocket', { resolveAtLaunch: true });
    expect(problems({ image })).toEqual([`${IssueCode.IMAGE_NOT_FOR_SERVICE} image`]);
  });

  test('when it does not fit the instance types or the version of Kubernetes', () => {
    const image = BottlerocketImage.fromSsmParameter('/aws/service/bottlerocket/aws-k8s-1.35/x86_64/1.62.1/image_id');
    expect(problems({ image })).toEqual([`${IssueCode.IMAGE_MISMATCH} image`]);
    const instanceTypes = [new ec2.InstanceType('m7i.large')];
    expect(() => nodegroup({ image, instanceTypes })).not.toThrow();
    expect(problems({ image, instanceTypes, kubernetesVersion: '1.34' })).toEqual([
      `${IssueCode.IMAGE_MISMATCH} image.variant`,
    ]);
  });

  test('for instance types of several architectures: it is one image', () => {
    const instanceTypes = ['m8g.large', 'm7i.large'].map((type) => new ec2.InstanceType(type));
    expect(problems({ instanceTypes })).toEqual([`${IssueCode.MIXED_ARCHITECTURES} instanceTypes`]);
  });
});

test('may run on hardware that is not known, and drive accelerators that no variant drives', () => {
  for (const type of ['x9.large', 'g4ad.xlarge', 'dl1.24xlarge']) {
    expect(() => nodegroup({ instanceTypes: [new ec2.InstanceType(type)] })).not.toThrow();
  }
});

test('decides by its release and variant which settings there are', () => {
  const settings = { kernel: { zram: { size: '50%' } } };
  const image = BottlerocketImage.fromAmiId('ami-01234567', { osVersion: '1.62.1' });
  expect(problems({ image, settings })).toEqual([`${IssueCode.SETTING_TOO_NEW} settings.kernel.zram`]);
  const variant = BottlerocketVariant.eks('1.35');
  const nvidia = { kubeletDevicePlugins: { nvidia: { timeSlicing: { replicas: 2 } } } };
  expect(problems({ image: BottlerocketImage.fromAmiId('ami-01234567', { variant }), settings: nvidia })).toEqual([
    `${IssueCode.SETTING_NOT_IN_VARIANT} settings.kubelet-device-plugins`,
  ]);
});
