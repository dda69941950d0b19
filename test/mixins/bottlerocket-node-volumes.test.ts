import { App, CfnParameter, CfnResource, Lazy, Size, Stack, Token } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import * as autoscaling from 'aws-cdk-lib/aws-autoscaling';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as eks from 'aws-cdk-lib/aws-eks';
import * as kms from 'aws-cdk-lib/aws-kms';
import { IssueCode, mixins } from '../../lib';
import { problemsOf } from '../helpers/issues';

const { BottlerocketNodeVolumes } = mixins;

function setup(blockDeviceMappings?: ec2.CfnLaunchTemplate.LaunchTemplateDataProperty['blockDeviceMappings']) {
  const stack = new Stack(new App(), 'Stack');
  const template = new ec2.CfnLaunchTemplate(stack, 'Template', { launchTemplateData: { blockDeviceMappings } });
  return { stack, template, volumes: () => volumesOf(stack) };
}

function volumesOf(stack: Stack): Record<string, object> {
  const found = Object.values(Template.fromStack(stack).findResources('AWS::EC2::LaunchTemplate'))[0] as Found;
  const mappings = found.Properties.LaunchTemplateData.BlockDeviceMappings;
  return Object.fromEntries(mappings.map(({ DeviceName, Ebs }) => [DeviceName, Ebs]));
}

interface Found {
  readonly Properties: {
    readonly LaunchTemplateData: {
      readonly BlockDeviceMappings: { readonly DeviceName: string; readonly Ebs: object }[];
    };
  };
}

function launchConfiguration(stack: Stack): autoscaling.CfnLaunchConfiguration {
  return new autoscaling.CfnLaunchConfiguration(stack, 'Configuration', {
    imageId: 'ami-1',
    instanceType: 'm7i.large',
    blockDeviceMappings: [{ deviceName: '/dev/xvdb', ebs: { volumeSize: 80 } }],
  });
}

test('both volumes are encrypted; others and what was said of these stay', () => {
  const { template, volumes } = setup([
    { deviceName: '/dev/xvdc', ebs: { volumeSize: 8 } },
    { deviceName: '/dev/xvdb', ebs: { volumeSize: 80, encrypted: false, snapshotId: 'snap-1' } },
  ]);
  template.with(new BottlerocketNodeVolumes());
  expect(volumes()).toEqual({
    '/dev/xvdc': { VolumeSize: 8 },
    '/dev/xvda': { VolumeType: 'gp3', Encrypted: true, DeleteOnTermination: true },
    '/dev/xvdb': {
      VolumeType: 'gp3',
      Encrypted: true,
      DeleteOnTermination: true,
      VolumeSize: 80,
      SnapshotId: 'snap-1',
    },
  });
});

test('what the mixin says wins, and speed goes with the type', () => {
  const { template, volumes } = setup([
    { deviceName: '/dev/xvda', ebs: { volumeType: 'gp3', iops: 4000 } },
    { deviceName: '/dev/xvdb', ebs: { volumeType: 'io2', iops: 9000, volumeSize: 80 } },
  ]);
  template.with(new BottlerocketNodeVolumes({ dataVolume: { size: Size.gibibytes(100) } }));
  expect(volumes()).toMatchObject({ '/dev/xvda': { Iops: 4000 }, '/dev/xvdb': { VolumeType: 'gp3', VolumeSize: 100 } });
  expect(volumes()['/dev/xvdb']).not.toHaveProperty('Iops');
});

test('a node group without a launch template gets one, also by several mixins', () => {
  const stack = new Stack(new App(), 'Stack');
  const nodegroup = new eks.CfnNodegroup(stack, 'Nodes', {
    clusterName: 'main',
    nodeRole: 'arn:aws:iam::123456789012:role/nodes',
    subnets: ['subnet-1'],
    amiType: 'BOTTLEROCKET_ARM_64',
  });
  nodegroup.with(
    new BottlerocketNodeVolumes(),
    new mixins.BottlerocketNodeMetadataOptions(),
    new mixins.BottlerocketNodeSettings({ settings: { motd: 'mine' } }),
  );
  Template.fromStack(stack).hasResourceProperties('AWS::EC2::LaunchTemplate', {
    LaunchTemplateData: {
      BlockDeviceMappings: [
        { DeviceName: '/dev/xvda', Ebs: Match.objectLike({ Encrypted: true }) },
        { DeviceName: '/dev/xvdb', Ebs: Match.objectLike({ Encrypted: true }) },
      ],
      MetadataOptions: Match.objectLike({ HttpTokens: 'required' }),
      UserData: { 'Fn::Base64': '[settings]\nmotd = "mine"\n' },
    },
  });
  Template.fromStack(stack).resourceCountIs('AWS::EC2::LaunchTemplate', 1);
});

describe('a launch configuration', () => {
  test('gets the volumes', () => {
    const stack = new Stack(new App(), 'Stack');
    launchConfiguration(stack).with(new BottlerocketNodeVolumes());
    Template.fromStack(stack).hasResourceProperties('AWS::AutoScaling::LaunchConfiguration', {
      BlockDeviceMappings: [
        { DeviceName: '/dev/xvda', Ebs: { Encrypted: true, VolumeType: 'gp3' } },
        { DeviceName: '/dev/xvdb', Ebs: { Encrypted: true, VolumeType: 'gp3', VolumeSize: 80 } },
      ],
    });
  });

  test('has no keys of its own and no rate', () => {
    const stack = new Stack(new App(), 'Stack');
    const kmsKey = new kms.Key(stack, 'Key');
    const dataVolume = { kmsKey, snapshotId: 'snap-0123456789abcdef0', volumeInitializationRate: 200 };
    const mixin = new BottlerocketNodeVolumes({ osVolume: { kmsKey }, dataVolume });
    expect(problemsOf(() => launchConfiguration(stack).with(mixin))).toEqual([
      `${IssueCode.INVALID_VOLUME} osVolume.kmsKey`,
      `${IssueCode.INVALID_VOLUME} dataVolume.kmsKey`,
      `${IssueCode.INVALID_VOLUME} dataVolume.volumeInitializationRate`,
    ]);
  });
});

test('keys can be used by Auto Scaling, and references to other stacks stay', () => {
  const app = new App();
  const keys = new Stack(app, 'Keys');
  const [own, old] = [new kms.Key(keys, 'Own'), new kms.Key(keys, 'Old')];
  const stack = new Stack(app, 'Stack');
  const template = new ec2.CfnLaunchTemplate(stack, 'Template', {
    launchTemplateData: { blockDeviceMappings: [{ deviceName: '/dev/xvda', ebs: { kmsKeyId: old.keyArn } }] },
  });
  template.with(new BottlerocketNodeVolumes({ dataVolume: { kmsKey: own } }));
  expect(volumesOf(stack)).toMatchObject({
    '/dev/xvda': { KmsKeyId: { 'Fn::ImportValue': expect.stringContaining('Old') as string } },
    '/dev/xvdb': { KmsKeyId: { 'Fn::ImportValue': expect.stringContaining('Own') as string } },
  });
  expect(JSON.stringify(Template.fromStack(keys).toJSON())).toContain('AutoScalingUsesVolumes');
});

test('what EC2 would refuse, and what is only known at deployment, is refused', () => {
  expect(problemsOf(() => setup().template.with(new BottlerocketNodeVolumes({ osVolume: { iops: 1 } })))).toEqual([
    `${IssueCode.INVALID_VOLUME} osVolume.iops`,
  ]);
  const device = new CfnParameter(new Stack(), 'Device').valueAsString;
  const unknown = [
    Lazy.any({ produce: () => [{ deviceName: '/dev/xvda' }] }),
    [{ deviceName: device }],
    [Token.asAny({ Ref: 'Mapping' })],
    [{ deviceName: '/dev/xvdb', ebs: Token.asAny({ Ref: 'Ebs' }) }],
  ];
  for (const mappings of unknown) {
    expect(problemsOf(() => setup(mappings).template.with(new BottlerocketNodeVolumes()))).toEqual([
      `${IssueCode.LAUNCH_TEMPLATE_CONFLICT} launchTemplateData.blockDeviceMappings`,
    ]);
  }
  expect(() =>
    setup(Lazy.any({ produce: () => undefined })).template.with(new BottlerocketNodeVolumes()),
  ).not.toThrow();
});

test('nodes of another OS are refused, and other constructs left alone', () => {
  const stack = new Stack(new App(), 'Stack');
  const machineImage = ec2.MachineImage.latestAmazonLinux2023();
  const template = new ec2.LaunchTemplate(stack, 'Template', { machineImage });
  expect(problemsOf(() => template.with(new BottlerocketNodeVolumes()))).toEqual([
    `${IssueCode.SETTINGS_FOR_OTHER_IMAGE} launchTemplateData.imageId`,
  ]);
  const other = new CfnResource(stack, 'Other', { type: 'AWS::SNS::Topic' });
  expect(new BottlerocketNodeVolumes().supports(other)).toBe(false);
  expect(() => new BottlerocketNodeVolumes().applyTo(other)).not.toThrow();
});
