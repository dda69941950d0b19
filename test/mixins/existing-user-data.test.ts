import { App, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import * as autoscaling from 'aws-cdk-lib/aws-autoscaling';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as ecr from 'aws-cdk-lib/aws-ecr';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as eks from 'aws-cdk-lib/aws-eks';
import * as eksv2 from 'aws-cdk-lib/aws-eks-v2';
import {
  BottlerocketUserData,
  BottlerocketUserDataProps,
  HostContainerPreset,
  IssueCode,
  mixins,
  NodeContainerImage,
  NodePreset,
} from '../../lib';
import { clusterV1, clusterV2 } from '../helpers/clusters';
import { issuesThrownBy, problemsOf } from '../helpers/issues';
import { userDataText } from '../helpers/user-data';

const GENERATE_LAUNCH_TEMPLATE = '@aws-cdk/aws-autoscaling:generateLaunchTemplateInsteadOfLaunchConfig';

function setup() {
  const app = new App({ context: { [GENERATE_LAUNCH_TEMPLATE]: true } });
  const stack = new Stack(app, 'Stack');
  return { stack, vpc: () => new ec2.Vpc(stack, 'Vpc', { maxAzs: 1, natGateways: 0 }) };
}

function withText(stack: Stack, text: string, id = 'Template'): ec2.CfnLaunchTemplate {
  const userData = Buffer.from(text).toString('base64');
  return new ec2.CfnLaunchTemplate(stack, id, { launchTemplateData: { userData } });
}

const mixin = (props: BottlerocketUserDataProps = { settings: { motd: 'mine' } }) =>
  new mixins.LaunchTemplateUserData(new BottlerocketUserData(props));

interface Found {
  readonly Properties: { readonly LaunchTemplateData: { readonly UserData: unknown } };
}

function textsOf(stack: Stack): string[] {
  const found = Object.values(Template.fromStack(stack).findResources('AWS::EC2::LaunchTemplate')) as Found[];
  return found.map(({ Properties }) => userDataText(Properties.LaunchTemplateData.UserData));
}

const MINE = 'motd = "mine"\n';

describe('the mixin reaches the launch template of', () => {
  test('ec2.LaunchTemplate, with and without user data', () => {
    const { stack } = setup();
    new ec2.LaunchTemplate(stack, 'Plain').with(mixin());
    const userData = ec2.UserData.custom('[settings.kubernetes]\nmax-pods = 58\n');
    new ec2.LaunchTemplate(stack, 'Given', { userData }).with(mixin());
    expect(textsOf(stack)).toEqual([
      `[settings]\n${MINE}`,
      `[settings]\n${MINE}\n[settings.kubernetes]\nmax-pods = 58\n`,
    ]);
  });

  test('autoscaling.AutoScalingGroup, with the blank user data of an image', () => {
    const { stack, vpc } = setup();
    new autoscaling.AutoScalingGroup(stack, 'Group', {
      vpc: vpc(),
      instanceType: new ec2.InstanceType('m7i.large'),
      machineImage: new ecs.BottleRocketImage(),
      vpcSubnets: { subnetType: ec2.SubnetType.PUBLIC },
    }).with(mixin());
    expect(textsOf(stack)).toEqual([`[settings]\n${MINE}`]);
  });

  test('cluster.addCapacity of Amazon ECS, whose settings stay', () => {
    const { stack, vpc } = setup();
    const group = new ecs.Cluster(stack, 'Cluster', { vpc: vpc() }).addCapacity('Capacity', {
      instanceType: new ec2.InstanceType('m7i.large'),
      machineImageType: ecs.MachineImageType.BOTTLEROCKET,
      machineImage: new ecs.BottleRocketImage(),
      vpcSubnets: { subnetType: ec2.SubnetType.PUBLIC },
    });
    group.with(mixin({ settings: { motd: 'mine', ecs: { imagePullBehavior: 'once' as never } } }));
    expect(textsOf(stack)).toEqual([
      `[settings]\n${MINE}\n[settings.ecs]\ncluster = "<ClusterEB0386A7>"\nimage-pull-behavior = "once"\n`,
    ]);
  });

  test.each([
    [
      'aws-eks',
      (stack: Stack, props: object) => new eks.Nodegroup(stack, 'Nodes', { cluster: clusterV1(stack), ...props }),
    ],
    [
      'aws-eks-v2',
      (stack: Stack, props: object) => new eksv2.Nodegroup(stack, 'Nodes', { cluster: clusterV2(stack), ...props }),
    ],
  ])('a node group of %s that has one beneath it', (_, makeNodegroup) => {
    const { stack } = setup();
    const template = new ec2.LaunchTemplate(stack, 'Template');
    const launchTemplateSpec = { id: template.launchTemplateId!, version: template.latestVersionNumber };
    makeNodegroup(stack, { launchTemplateSpec, amiType: eks.NodegroupAmiType.BOTTLEROCKET_ARM_64 });
    template.with(mixin());
    expect(textsOf(stack)).toEqual([`[settings]\n${MINE}`]);
  });
});

describe('settings that are there already', () => {
  test('weigh less than those of the mixin and of its presets', () => {
    const { stack } = setup();
    const presets = [NodePreset.of('pods', { kubernetes: { maxPods: 20 } })];
    const there = '[settings]\nmotd = "theirs"\n[settings.kubernetes]\nmax-pods = 10\npod-pids-limit = 100\n';
    withText(stack, there).with(mixin({ presets, settings: { motd: 'mine' } }));
    const [text] = Object.values(Template.fromStack(stack).findResources('AWS::EC2::LaunchTemplate')) as Found[];
    expect(userDataText(text!.Properties.LaunchTemplateData.UserData)).toBe(
      `[settings]\n${MINE}\n[settings.kubernetes]\nmax-pods = 20\npod-pids-limit = 100\n`,
    );
  });

  test('are checked as if they came with the mixin', () => {
    const { stack } = setup();
    const template = withText(stack, '[settings.kubernetes]\nmax-pods = -1\n');
    expect(issuesThrownBy(() => template.with(mixin()))).toMatchObject([{ path: 'settings.kubernetes.max-pods' }]);
  });

  test('must not be added to behind the back of the mixin', () => {
    const { stack } = setup();
    const userData = ec2.UserData.custom('[settings]');
    new ec2.LaunchTemplate(stack, 'Template', { userData }).with(mixin());
    userData.addCommands('motd = "late"');
    expect(() => Template.fromStack(stack)).toThrow(/LaunchTemplateConflict.*after the mixin/s);
  });

  test('do not get from one launch template to another', () => {
    const { stack } = setup();
    const shared = mixin();
    new ec2.LaunchTemplate(stack, 'Plain').with(shared);
    expect(problemsOf(() => withText(stack, '[settings]\nmotd = "theirs"\n').with(shared))).toEqual([
      `${IssueCode.LAUNCH_TEMPLATE_CONFLICT} launchTemplateData.userData`,
    ]);
    expect(() => new ec2.LaunchTemplate(stack, 'Second').with(shared)).not.toThrow();
  });
});

test.each([
  ['a script', '#!/bin/bash\necho hello\n'],
  ['TOML of something else', '[server]\nport = 1\n'],
])('%s is refused', (_, text) => {
  const { stack } = setup();
  expect(problemsOf(() => withText(stack, text).with(mixin()))).toEqual([
    `${IssueCode.LAUNCH_TEMPLATE_CONFLICT} launchTemplateData.userData`,
  ]);
});

test('rights of presets go to the role of a launch template', () => {
  const { stack } = setup();
  const repository = new ecr.Repository(stack, 'Repository');
  const presets = [HostContainerPreset.admin({ image: NodeContainerImage.fromEcrRepository(repository, 'v1') })];
  const { vpc } = { vpc: new ec2.Vpc(stack, 'Vpc', { maxAzs: 1, natGateways: 0 }) };
  new autoscaling.AutoScalingGroup(stack, 'Group', {
    vpc,
    instanceType: new ec2.InstanceType('m7i.large'),
    machineImage: new ecs.BottleRocketImage(),
    vpcSubnets: { subnetType: ec2.SubnetType.PUBLIC },
  }).with(mixin({ presets }));
  const policies = JSON.stringify(Template.fromStack(stack).findResources('AWS::IAM::Policy'));
  expect(policies).toContain('ecr:GetDownloadUrlForLayer');
  expect(policies).toMatch(/"Ref":"GroupInstanceRole/);
});
