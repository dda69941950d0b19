import { App, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import * as autoscaling from 'aws-cdk-lib/aws-autoscaling';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as eks from 'aws-cdk-lib/aws-eks-v2';
import { CloudFormationTemplate, NodeKind, readNodes, TemplateNode } from '../../lib/template';
import { clusterV2 } from '../helpers/clusters';
import { kubectlLayer } from '../helpers/eks-clusters';

const TOML = '[settings.kubernetes]\nmax-pods = 58\n';
const IMAGE = 'resolve:ssm:/aws/service/bottlerocket/aws-k8s-1.35/x86_64/latest/image_id';

function nodesOf(resources: Record<string, object>): TemplateNode[] {
  return readNodes(new CloudFormationTemplate({ Resources: resources }));
}

function launchTemplate(data: object = {}, more: object = {}): object {
  return { Type: 'AWS::EC2::LaunchTemplate', Properties: { LaunchTemplateData: { ImageId: IMAGE, ...data }, ...more } };
}

describe('an app of aws-cdk-lib', () => {
  let nodes: TemplateNode[];

  beforeAll(() => {
    const stack = new Stack(new App({ context: { 'aws:cdk:enable-path-metadata': true } }), 'Stack');
    const vpc = new ec2.Vpc(stack, 'Vpc', { maxAzs: 2 });
    const kubectlProviderOptions = { kubectlLayer: kubectlLayer(stack) };
    const cluster = clusterV2(stack, { vpc, kubectlProviderOptions });
    const template = new ec2.LaunchTemplate(stack, 'Template', { userData: ec2.UserData.custom(TOML) });
    cluster.addNodegroupCapacity('Nodes', {
      amiType: eks.NodegroupAmiType.BOTTLEROCKET_ARM_64,
      instanceTypes: [new ec2.InstanceType('m7g.large')],
      launchTemplateSpec: { id: template.launchTemplateId!, version: template.latestVersionNumber },
    });
    cluster.addNodegroupCapacity('Others', { amiType: eks.NodegroupAmiType.AL2023_ARM_64_STANDARD });
    cluster.addAutoScalingGroupCapacity('Self', {
      instanceType: new ec2.InstanceType('m7i.large'),
      machineImageType: eks.MachineImageType.BOTTLEROCKET,
    });
    new autoscaling.AutoScalingGroup(stack, 'Unrelated', {
      vpc,
      instanceType: new ec2.InstanceType('m7i.large'),
      machineImage: ec2.MachineImage.latestAmazonLinux2023(),
    });
    cluster.addManifest('Karpenter', {
      apiVersion: 'karpenter.k8s.aws/v1',
      kind: 'EC2NodeClass',
      metadata: { name: 'default' },
      spec: {
        amiFamily: 'Bottlerocket',
        amiSelectorTerms: [{ alias: 'bottlerocket@v1.62.1' }],
        userData: `[settings.kubernetes]\ncluster-name = "${cluster.clusterName}"\n`,
        blockDeviceMappings: [{ deviceName: '/dev/xvdb', ebs: { volumeSize: '50Gi', encrypted: true } }],
        metadataOptions: { httpTokens: 'required', httpPutResponseHopLimit: 1 },
        tags: { cluster: cluster.clusterArn },
      },
    });
    nodes = readNodes(new CloudFormationTemplate(Template.fromStack(stack).toJSON()));
  });

  function node(kind: NodeKind): TemplateNode {
    const found = nodes.filter((one) => one.kind === kind);
    expect(found).toHaveLength(1);
    return found[0]!;
  }

  test('nothing but Bottlerocket is found, and every node once', () => {
    expect(nodes.map(({ kind }) => kind).sort()).toEqual(
      [NodeKind.AUTO_SCALING_GROUP, NodeKind.MANAGED_NODEGROUP, NodeKind.NODE_CLASS].sort(),
    );
  });

  test('a managed node group with its launch template', () => {
    expect(node(NodeKind.MANAGED_NODEGROUP)).toMatchObject({
      path: expect.stringMatching(/^Stack\/.*NodegroupNodes\/Resource$/) as string,
      amiType: 'BOTTLEROCKET_ARM_64',
      image: { variant: 'aws-k8s-1.35', architecture: 'arm64' },
      orchestrator: 'kubernetes',
      instanceTypes: ['m7g.large'],
      userData: { text: expect.stringContaining('max-pods = 58') as string },
    });
  });

  test('a self-managed group, with placeholders for the cluster', () => {
    const { image, userData, orchestrator } = node(NodeKind.AUTO_SCALING_GROUP);
    expect(image).toMatchObject({ variant: 'aws-k8s-1.35', architecture: 'x86_64', isLatest: true });
    expect(orchestrator).toBe('kubernetes');
    expect(userData!.text).toMatch(/^api-server="\$\{\w+\.Endpoint\}"$/m);
    expect(userData!.document).toMatchObject({ settings: { kubernetes: {} } });
  });

  test('a node class in a manifest', () => {
    expect(node(NodeKind.NODE_CLASS)).toMatchObject({
      objectName: 'default',
      image: { isBottlerocket: true, osVersion: '1.62.1' },
      launch: {
        httpTokens: 'required',
        hopLimit: 1,
        volumes: [{ deviceName: '/dev/xvdb', sizeGiB: '50Gi', encrypted: true }],
      },
      userData: { placeholders: [{ text: expect.stringMatching(/^\$\{\w+\}$/) as string }] },
    });
  });
});

test('launch templates are found by Ref, attribute and name', () => {
  for (const link of [
    { LaunchTemplateId: { Ref: 'Template' } },
    { LaunchTemplateId: { 'Fn::GetAtt': ['Template', 'LaunchTemplateId'] } },
    { LaunchTemplateName: 'nodes' },
  ]) {
    const found = nodesOf({
      Template: launchTemplate({ InstanceType: 'm7i.large' }, { LaunchTemplateName: 'nodes' }),
      Group: { Type: 'AWS::AutoScaling::AutoScalingGroup', Properties: { LaunchTemplate: link } },
    });
    expect(found.map(({ kind, instanceTypes }) => [kind, instanceTypes])).toEqual([
      [NodeKind.AUTO_SCALING_GROUP, ['m7i.large']],
    ]);
  }
});

test('each launch template of a mixed instances policy is a node of its own, with its instance types', () => {
  const specification = (id: string) => ({ LaunchTemplateId: { Ref: id }, Version: '1' });
  const found = nodesOf({
    Intel: launchTemplate({ InstanceType: 'm5.large' }),
    Arm: launchTemplate(),
    Group: {
      Type: 'AWS::AutoScaling::AutoScalingGroup',
      Properties: {
        MixedInstancesPolicy: {
          LaunchTemplate: {
            LaunchTemplateSpecification: specification('Intel'),
            Overrides: [
              { InstanceType: 'm7i.large' },
              { InstanceType: 'm7g.large', LaunchTemplateSpecification: specification('Arm') },
            ],
          },
        },
      },
    },
  });
  expect(found.map(({ launch, instanceTypes }) => [launch?.resource.logicalId, instanceTypes])).toEqual([
    ['Intel', ['m7i.large']],
    ['Arm', ['m7g.large']],
  ]);
});

test('launch templates that nothing uses are nodes of their own', () => {
  expect(nodesOf({ Template: launchTemplate() })).toMatchObject([{ kind: NodeKind.LAUNCH_TEMPLATE, path: 'Template' }]);
});

test('an instance wins over its launch template', () => {
  const [node] = nodesOf({
    Template: launchTemplate({ UserData: { 'Fn::Base64': '[settings.ecs]\ncluster = "a"' } }),
    Instance: {
      Type: 'AWS::EC2::Instance',
      Metadata: { 'aws:cdk:path': 'Stack/Instance/Resource' },
      Properties: {
        InstanceType: 'm7i.large',
        LaunchTemplate: { LaunchTemplateId: { Ref: 'Template' } },
        UserData: 'W3NldHRpbmdzXQ==',
      },
    },
  });
  expect(node).toMatchObject({ path: 'Stack/Instance/Resource', userData: { text: '[settings]' } });
});

test('user data with settings is Bottlerocket whatever the image', () => {
  const [node] = nodesOf({
    Template: launchTemplate({ ImageId: 'ami-1', UserData: { 'Fn::Base64': '[settings.ecs]\ncluster = "a"' } }),
  });
  expect(node).toMatchObject({ image: {}, orchestrator: 'ecs' });
});

test.each<[string, unknown]>([
  ['nothing', undefined],
  ['a list', []],
  ['resources that are none', { Resources: { A: null, B: 'x', C: { Type: 5, Properties: [] }, D: [] } }],
  [
    'properties that are none',
    {
      Resources: {
        A: { Type: 'AWS::EKS::Nodegroup', Properties: { AmiType: {}, InstanceTypes: 'x', LaunchTemplate: [] } },
        B: { Type: 'AWS::AutoScaling::AutoScalingGroup', Properties: { MixedInstancesPolicy: { LaunchTemplate: 5 } } },
        C: { Type: 'AWS::EC2::LaunchTemplate', Properties: { LaunchTemplateData: { BlockDeviceMappings: {} } } },
        D: { Type: 'Custom::AWSCDK-EKS-KubernetesResource', Properties: { Manifest: '[{' } },
      },
    },
  ],
])('%s is no reason to fail', (_, content) => {
  expect(readNodes(new CloudFormationTemplate(content))).toEqual([]);
});

test('a path can come from beside the template', () => {
  const template = new CloudFormationTemplate({ Resources: { Template: launchTemplate() } }, (id) => `Stack/${id}`);
  expect(readNodes(template)).toMatchObject([{ path: 'Stack/Template' }]);
});
