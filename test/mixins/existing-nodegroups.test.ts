import { CfnParameter, Mixins, Stack, Tags } from 'aws-cdk-lib';
import { Annotations, Match, Template } from 'aws-cdk-lib/assertions';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as ecr from 'aws-cdk-lib/aws-ecr';
import * as eks from 'aws-cdk-lib/aws-eks';
import * as eksv2 from 'aws-cdk-lib/aws-eks-v2';
import {
  BottlerocketVariant,
  HardeningPreset,
  HostContainerPreset,
  IssueCode,
  mixins,
  NodeContainerImage,
  NodePreset,
} from '../../lib';
import { clusterV1, clusterV2 } from '../helpers/clusters';
import { existingNodegroup, newStack, nodeMixins } from '../helpers/existing-nodegroups';
import { issuesThrownBy, problemsOf } from '../helpers/issues';
import { userDataIn } from '../helpers/self-managed';

const { BottlerocketNodeSettings } = mixins;

const warningsOf = (stack: Stack, code: string) =>
  Annotations.fromStack(stack)
    .findWarning('*', Match.stringLikeRegexp(code))
    .map(({ id, entry }) => `${id} ${entry.data as string}`);

describe('a node group without a launch template', () => {
  const { stack, nodegroup } = existingNodegroup({ diskSize: 80, instanceTypes: ['m7i.large'] });
  nodegroup.with(...nodeMixins({ settings: { kubernetes: { maxPods: 58 } } }));
  Tags.of(nodegroup).add('team', 'web');
  const template = Template.fromStack(stack);

  test('gets one with settings, encrypted volumes, sessions for the metadata, and its tags', () => {
    template.hasResourceProperties('AWS::EC2::LaunchTemplate', {
      LaunchTemplateData: {
        UserData: { 'Fn::Base64': '[settings.kubernetes]\nmax-pods = 58\n' },
        MetadataOptions: { HttpTokens: 'required', HttpPutResponseHopLimit: 1 },
        TagSpecifications: Match.arrayWith([
          { ResourceType: 'instance', Tags: Match.arrayWith([{ Key: 'team', Value: 'web' }]) },
        ]),
      },
    });
  });

  test('names it in place of the size of its disk, which is that of the data volume now', () => {
    const [id] = Object.keys(template.findResources('AWS::EC2::LaunchTemplate'));
    template.hasResourceProperties('AWS::EKS::Nodegroup', {
      AmiType: 'BOTTLEROCKET_x86_64',
      InstanceTypes: ['m7i.large'],
      LaunchTemplate: { Id: { Ref: id }, Version: { 'Fn::GetAtt': [id, 'LatestVersionNumber'] } },
      DiskSize: Match.absent(),
    });
    template.hasResourceProperties('AWS::EC2::LaunchTemplate', {
      LaunchTemplateData: {
        BlockDeviceMappings: [
          { DeviceName: '/dev/xvda', Ebs: { Encrypted: true } },
          { DeviceName: '/dev/xvdb', Ebs: { Encrypted: true, VolumeSize: 80 } },
        ],
      },
    });
  });

  test('gets it once, and settings that come later are merged', () => {
    const later = existingNodegroup();
    later.nodegroup.with(...nodeMixins({ settings: { kubernetes: { maxPods: 58 } } }));
    later.nodegroup.with(...nodeMixins({ settings: { kubernetes: { podPidsLimit: 100 } } }));
    const twice = Template.fromStack(later.stack);
    twice.resourceCountIs('AWS::EC2::LaunchTemplate', 1);
    expect(Object.keys(twice.findResources('AWS::EKS::Nodegroup'))).toEqual(['NodesTemplated']);
    expect(userDataIn(later.stack)).toBe('[settings.kubernetes]\nmax-pods = 58\npod-pids-limit = 100\n');
  });
});

describe.each([
  [
    'aws-eks',
    (stack: Stack, version?: string) =>
      new eks.Nodegroup(stack, 'Nodes', {
        cluster: clusterV1(stack, version === undefined ? {} : { version: eks.KubernetesVersion.of(version) }),
        amiType: eks.NodegroupAmiType.BOTTLEROCKET_ARM_64,
        instanceTypes: [new ec2.InstanceType('m8g.large')],
        diskSize: 50,
      }),
  ],
  [
    'aws-eks-v2',
    (stack: Stack, version?: string) =>
      new eksv2.Nodegroup(stack, 'Nodes', {
        cluster: clusterV2(stack, version === undefined ? {} : { version: eksv2.KubernetesVersion.of(version) }),
        amiType: eksv2.NodegroupAmiType.BOTTLEROCKET_ARM_64,
        instanceTypes: [new ec2.InstanceType('m8g.large')],
        diskSize: 50,
      }),
  ],
])('a node group of %s', (_, makeNodegroup) => {
  test('takes the mixins itself, and its role gets the rights of presets', () => {
    const stack = newStack();
    const repository = new ecr.Repository(stack, 'Repository');
    const admin = HostContainerPreset.admin({ image: NodeContainerImage.fromEcrRepository(repository, 'v1') });
    makeNodegroup(stack).with(...nodeMixins({ presets: [admin] }));
    const template = Template.fromStack(stack);
    template.hasResourceProperties('AWS::EKS::Nodegroup', {
      LaunchTemplate: Match.objectLike({ Id: Match.anyValue() }),
      DiskSize: Match.absent(),
    });
    expect(userDataIn(stack)).toContain('[settings.host-containers.admin]');
    template.hasResourceProperties('AWS::IAM::Policy', {
      PolicyDocument: {
        Statement: Match.arrayWith([
          Match.objectLike({ Resource: { 'Fn::GetAtt': [Match.stringLikeRegexp('Repository'), 'Arn'] } }),
        ]),
      },
      Roles: [{ Ref: Match.stringLikeRegexp('Nodes') }],
    });
  });

  test('is judged by the version of its cluster', () => {
    const apply = () => makeNodegroup(newStack(), '1.15').with(new BottlerocketNodeSettings());
    expect(problemsOf(apply)).toEqual([`${IssueCode.RETIRED_VARIANT} version`]);
  });
});

describe('presets', () => {
  test('weigh less than settings', () => {
    const { stack, nodegroup } = existingNodegroup();
    const presets = [NodePreset.of('pods', { kubernetes: { maxPods: 10, podPidsLimit: 100 } })];
    nodegroup.with(...nodeMixins({ presets, settings: { kubernetes: { maxPods: 58 } } }));
    expect(userDataIn(stack)).toBe('[settings.kubernetes]\nmax-pods = 58\npod-pids-limit = 100\n');
  });

  test('set what the variant of the AMI type has', () => {
    const { stack, nodegroup } = existingNodegroup();
    nodegroup.with(...nodeMixins({ presets: [HardeningPreset.securityGuidance()] }));
    const text = userDataIn(stack);
    expect(text).toContain('lockdown = "integrity"');
    expect(text).not.toContain('[settings.ecs]');
  });

  test('whose rights nobody gets are a warning that names the actions; those without rights are none', () => {
    const { stack, nodegroup } = existingNodegroup();
    const repository = new ecr.Repository(stack, 'Repository');
    const admin = HostContainerPreset.admin({ image: NodeContainerImage.fromEcrRepository(repository, 'v1') });
    nodegroup.with(...nodeMixins({ presets: [admin, HostContainerPreset.control()] }));
    expect(warningsOf(stack, 'PresetRightsMissing')).toEqual([
      expect.stringMatching(/^\/Stack\/Nodes .*host container admin.*ecr:GetDownloadUrlForLayer/s),
    ]);
  });
});

describe('settings are judged by what the node group says', () => {
  test('the drivers of its AMI type', () => {
    const settings = { kubeletDevicePlugins: { nvidia: { deviceIdStrategy: 'index' } } } as never;
    const apply = (amiType: string) => () => existingNodegroup({ amiType }).nodegroup.with(...nodeMixins({ settings }));
    expect(apply('BOTTLEROCKET_x86_64_NVIDIA')).not.toThrow();
    expect(issuesThrownBy(apply('BOTTLEROCKET_x86_64')).length).toBeGreaterThan(0);
  });

  test('the settings that EKS adds itself', () => {
    const settings = { kubernetes: { clusterName: 'main' } };
    expect(issuesThrownBy(() => existingNodegroup().nodegroup.with(...nodeMixins({ settings })))).toMatchObject([
      { path: 'settings.kubernetes.cluster-name' },
    ]);
  });

  test('its version, or the variant that is given', () => {
    const apply = (version?: string, variant?: string) => () =>
      existingNodegroup({ version }).nodegroup.with(
        ...nodeMixins({ variant: variant === undefined ? undefined : BottlerocketVariant.of(variant) }),
      );
    expect(apply('1.35')).not.toThrow();
    expect(problemsOf(apply('1.15'))).toEqual([`${IssueCode.RETIRED_VARIANT} version`]);
    expect(apply('1.15', 'aws-k8s-1.35')).not.toThrow();
    expect(problemsOf(apply('1.35', 'aws-k8s-1.15'))).toEqual([`${IssueCode.RETIRED_VARIANT} variant`]);
  });

  test('its version, also where it comes after the mixin', () => {
    const stack = newStack();
    const template = new ec2.CfnLaunchTemplate(stack, 'Template', { launchTemplateData: {} });
    template.with(...nodeMixins());
    existingNodegroup(
      { version: '1.15', launchTemplate: { id: template.ref, version: template.attrLatestVersionNumber } },
      stack,
    );
    expect(() => Template.fromStack(stack)).toThrow(/\[RetiredVariant\] version/);
  });

  test('but not the image that its launch template names, which may be an old one', () => {
    const stack = newStack();
    const parameter = '/aws/service/bottlerocket/aws-k8s-1.15/x86_64/latest/image_id';
    const imageId = `{{resolve:ssm:${parameter}}}`;
    const template = new ec2.CfnLaunchTemplate(stack, 'Template', { launchTemplateData: { imageId } });
    const launchTemplate = { id: template.ref, version: template.attrLatestVersionNumber };
    expect(() =>
      existingNodegroup({ amiType: undefined, launchTemplate }, stack).nodegroup.with(...nodeMixins()),
    ).not.toThrow();
  });

  test('the endpoints that a FIPS image calls, unless settings turn them off', () => {
    const config = Buffer.from('[default]\nuse_fips_endpoint = false\n').toString('base64');
    const apply = (region?: string, settings = {}) => {
      const { stack, nodegroup } = existingNodegroup(
        { amiType: 'BOTTLEROCKET_x86_64_FIPS', version: '1.35' },
        newStack(region),
      );
      nodegroup.with(...nodeMixins({ settings }));
      return warningsOf(stack, 'FipsEndpointsUncertain').length;
    };
    expect(problemsOf(() => apply('eu-central-1'))).toEqual([`${IssueCode.FIPS_ENDPOINTS_MISSING} region`]);
    expect(apply('eu-central-1', { aws: { config } })).toBe(0);
    expect(apply('us-east-1')).toBe(0);
    expect(apply()).toBe(1);
  });

  test('as a whole, wherever the mixin is applied', () => {
    const { stack, nodegroup } = existingNodegroup();
    const apply = (length: number) => () =>
      Mixins.of(stack).apply(new BottlerocketNodeSettings({ settings: { motd: 'x'.repeat(length) } }));
    expect(problemsOf(apply(17000))).toEqual([`${IssueCode.USER_DATA_TOO_LARGE} settings`]);
    apply(100)();
    expect(nodegroup.launchTemplate).toBeDefined();
  });

  test('and what is only worth a warning has one, what the OS drops of user data that is there among it', () => {
    const stack = newStack();
    const text = '[settings.kubernetes]\nmax-pods = 58\n[elsewhere]\nkey = 1\n';
    const template = new ec2.LaunchTemplate(stack, 'Template', { userData: ec2.UserData.custom(text) });
    const launchTemplate = { id: template.launchTemplateId!, version: template.latestVersionNumber };
    existingNodegroup({ version: '1.99', launchTemplate }, stack).nodegroup.with(...nodeMixins());
    expect(warningsOf(stack, 'IgnoredTable|UnlistedVariant')).toEqual([
      expect.stringMatching(/^\/Stack\/Template\/.*elsewhere/s),
      expect.stringMatching(/^\/Stack\/Template\/.*does not list aws-k8s-1.99/s),
    ]);
  });
});

test('an AMI type that is only known at deployment is not judged', () => {
  const stack = newStack();
  const amiType = new CfnParameter(stack, 'AmiType').valueAsString;
  existingNodegroup({ amiType }, stack).nodegroup.with(...nodeMixins({ settings: { motd: 'mine' } }));
  Template.fromStack(stack).hasResourceProperties('AWS::EKS::Nodegroup', {
    AmiType: { Ref: 'AmiType' },
    LaunchTemplate: Match.objectLike({ Id: Match.anyValue() }),
  });
  expect(userDataIn(stack)).toBe('[settings]\nmotd = "mine"\n');
});
