import { App, CfnParameter, CfnResource, Mixins, Size, Stack, Tags } from 'aws-cdk-lib';
import { Annotations, Match, Template } from 'aws-cdk-lib/assertions';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as ecr from 'aws-cdk-lib/aws-ecr';
import * as eks from 'aws-cdk-lib/aws-eks';
import * as eksv2 from 'aws-cdk-lib/aws-eks-v2';
import { HardeningPreset, HostContainerPreset, IssueCode, mixins, NodeContainerImage, NodePreset } from '../../lib';
import { clusterV1, clusterV2 } from '../helpers/clusters';
import { issuesThrownBy, problemsOf } from '../helpers/issues';
import { userDataText } from '../helpers/user-data';

const { NodegroupLaunchTemplate } = mixins;

function setup(props: Partial<eks.CfnNodegroupProps> = {}, stack = new Stack(new App(), 'Stack')) {
  const nodegroup = new eks.CfnNodegroup(stack, 'Nodes', {
    clusterName: 'main',
    nodeRole: 'arn:aws:iam::123456789012:role/nodes',
    subnets: ['subnet-1'],
    amiType: 'BOTTLEROCKET_x86_64',
    ...props,
  });
  return { stack, nodegroup };
}

interface Found {
  readonly Properties: { readonly LaunchTemplateData: { readonly UserData: unknown } };
}

function userDataOf(stack: Stack): string {
  const [template] = Object.values(Template.fromStack(stack).findResources('AWS::EC2::LaunchTemplate')) as Found[];
  return userDataText(template!.Properties.LaunchTemplateData.UserData);
}

describe('a node group without a launch template', () => {
  const { stack, nodegroup } = setup({ diskSize: 80, instanceTypes: ['m7i.large'] });
  nodegroup.with(new NodegroupLaunchTemplate({ settings: { kubernetes: { maxPods: 58 } } }));
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

  test('gets it once', () => {
    expect(problemsOf(() => nodegroup.with(new NodegroupLaunchTemplate()))).toEqual([
      `${IssueCode.NODEGROUP_CONFLICT} launchTemplate`,
    ]);
  });
});

describe.each([
  [
    'aws-eks',
    (stack: Stack) =>
      new eks.Nodegroup(stack, 'Nodes', {
        cluster: clusterV1(stack),
        amiType: eks.NodegroupAmiType.BOTTLEROCKET_ARM_64,
        instanceTypes: [new ec2.InstanceType('m8g.large')],
        diskSize: 50,
      }),
  ],
  [
    'aws-eks-v2',
    (stack: Stack) =>
      new eksv2.Nodegroup(stack, 'Nodes', {
        cluster: clusterV2(stack),
        amiType: eksv2.NodegroupAmiType.BOTTLEROCKET_ARM_64,
        instanceTypes: [new ec2.InstanceType('m8g.large')],
        diskSize: 50,
      }),
  ],
])('a node group of %s', (_, makeNodegroup) => {
  test('takes the mixin itself, and its role gets the rights of presets', () => {
    const stack = new Stack(new App(), 'Stack');
    const repository = new ecr.Repository(stack, 'Repository');
    const admin = HostContainerPreset.admin({ image: NodeContainerImage.fromEcrRepository(repository, 'v1') });
    const nodegroup = makeNodegroup(stack);
    nodegroup.with(new NodegroupLaunchTemplate({ presets: [admin] }));
    const template = Template.fromStack(stack);
    template.hasResourceProperties('AWS::EKS::Nodegroup', {
      LaunchTemplate: Match.objectLike({ Id: Match.anyValue() }),
      DiskSize: Match.absent(),
    });
    expect(userDataOf(stack)).toContain('[settings.host-containers.admin]');
    template.hasResourceProperties('AWS::IAM::Policy', {
      PolicyDocument: {
        Statement: Match.arrayWith([
          Match.objectLike({ Resource: { 'Fn::GetAtt': [Match.stringLikeRegexp('Repository'), 'Arn'] } }),
        ]),
      },
      Roles: [{ Ref: Match.stringLikeRegexp('Nodes') }],
    });
  });
});

describe('presets', () => {
  test('weigh less than settings', () => {
    const { stack, nodegroup } = setup();
    const presets = [NodePreset.of('pods', { kubernetes: { maxPods: 10, podPidsLimit: 100 } })];
    nodegroup.with(new NodegroupLaunchTemplate({ presets, settings: { kubernetes: { maxPods: 58 } } }));
    expect(userDataOf(stack)).toBe('[settings.kubernetes]\nmax-pods = 58\npod-pids-limit = 100\n');
  });

  test('set what the variant of the AMI type has', () => {
    const { stack, nodegroup } = setup();
    nodegroup.with(new NodegroupLaunchTemplate({ presets: [HardeningPreset.securityGuidance()] }));
    const text = userDataOf(stack);
    expect(text).toContain('lockdown = "integrity"');
    expect(text).not.toContain('[settings.ecs]');
  });

  test('whose rights nobody gets are a warning that names the actions; those without rights are none', () => {
    const { stack, nodegroup } = setup();
    const repository = new ecr.Repository(stack, 'Repository');
    const admin = HostContainerPreset.admin({ image: NodeContainerImage.fromEcrRepository(repository, 'v1') });
    nodegroup.with(new NodegroupLaunchTemplate({ presets: [admin, HostContainerPreset.control()] }));
    const warnings = Annotations.fromStack(stack).findWarning('*', Match.stringLikeRegexp('PresetRightsMissing'));
    expect(warnings.map(({ id, entry }) => `${id} ${entry.data as string}`)).toEqual([
      expect.stringMatching(/^\/Stack\/Nodes .*host container admin.*ecr:GetDownloadUrlForLayer/s),
    ]);
  });
});

describe('settings are judged by what the node group says', () => {
  test('the drivers of its AMI type', () => {
    const settings = { kubeletDevicePlugins: { nvidia: { deviceIdStrategy: 'index' } } } as never;
    expect(() =>
      setup({ amiType: 'BOTTLEROCKET_x86_64_NVIDIA' }).nodegroup.with(new NodegroupLaunchTemplate({ settings })),
    ).not.toThrow();
    const refused = () => setup().nodegroup.with(new NodegroupLaunchTemplate({ settings }));
    expect(issuesThrownBy(refused).length).toBeGreaterThan(0);
  });

  test('the settings that EKS adds itself', () => {
    const settings = { kubernetes: { clusterName: 'main' } };
    expect(issuesThrownBy(() => setup().nodegroup.with(new NodegroupLaunchTemplate({ settings })))).toMatchObject([
      { path: 'settings.kubernetes.cluster-name' },
    ]);
  });

  test('its version, or the one that is given', () => {
    const apply = (version?: string, kubernetesVersion?: string) => () =>
      setup({ version }).nodegroup.with(new NodegroupLaunchTemplate({ kubernetesVersion }));
    expect(apply('1.35')).not.toThrow();
    expect(problemsOf(apply('1.15'))).toHaveLength(1);
    expect(apply('1.15', '1.35')).not.toThrow();
  });

  test('as a whole, wherever the mixin is applied', () => {
    const { stack, nodegroup } = setup();
    const apply = (length: number) => () =>
      Mixins.of(stack).apply(new NodegroupLaunchTemplate({ settings: { motd: 'x'.repeat(length) } }));
    expect(problemsOf(apply(17000))).toEqual([`${IssueCode.USER_DATA_TOO_LARGE} settings`]);
    apply(100)();
    expect(nodegroup.launchTemplate).toBeDefined();
  });
});

describe('refused, with the fix', () => {
  const template = { id: 'lt-1', version: '1' };
  test.each<[string, Partial<eks.CfnNodegroupProps>, string, RegExp]>([
    ['no AMI type', { amiType: undefined }, `${IssueCode.NODEGROUP_NOT_BOTTLEROCKET} amiType`, /BOTTLEROCKET_X86_64/],
    ['another OS', { amiType: 'AL2023_x86_64_STANDARD' }, `${IssueCode.NODEGROUP_NOT_BOTTLEROCKET} amiType`, /amiType/],
    ['an image of your own', { amiType: 'CUSTOM' }, `${IssueCode.NODEGROUP_NOT_BOTTLEROCKET} amiType`, /amiType/],
    ['a launch template', { launchTemplate: template }, `${IssueCode.NODEGROUP_CONFLICT} launchTemplate`, /UserData/],
    ['remote access', { remoteAccess: { ec2SshKey: 'k' } }, `${IssueCode.NODEGROUP_CONFLICT} remoteAccess`, /admin/],
  ])('%s', (_, props, problem, fix) => {
    const apply = () => setup(props).nodegroup.with(new NodegroupLaunchTemplate());
    expect(problemsOf(apply)).toEqual([problem]);
    expect(issuesThrownBy(apply)[0]!.fix).toMatch(fix);
  });

  test('an AMI type that is only known at deployment', () => {
    const stack = new Stack(new App(), 'Stack');
    const amiType = new CfnParameter(stack, 'AmiType').valueAsString;
    const [found] = issuesThrownBy(() => setup({ amiType }, stack).nodegroup.with(new NodegroupLaunchTemplate()));
    expect(found).toMatchObject({ path: 'amiType', message: 'The AMI type is only known at deployment.' });
  });

  test('labels and taints that the node group and the settings give', () => {
    const labels = { 'example.com/pool': 'web' };
    const taints = [{ key: 'example.com/only', value: 'web', effect: 'NO_SCHEDULE' }];
    const settings = {
      kubernetes: { nodeLabels: labels, nodeTaints: { 'example.com/only': ['web:NoSchedule'] } },
    };
    const apply = (props: Partial<eks.CfnNodegroupProps>) => () =>
      setup(props).nodegroup.with(new NodegroupLaunchTemplate({ settings }));
    expect(problemsOf(apply({ labels, taints }))).toEqual([
      `${IssueCode.LABEL_GIVEN_TWICE} labels["example.com/pool"]`,
      `${IssueCode.TAINT_GIVEN_TWICE} taints[0]`,
    ]);
    expect(apply({ taints: [{ ...taints[0], effect: 'NO_EXECUTE' }] })).not.toThrow();
  });

  test('two sizes of one disk', () => {
    const mixin = new NodegroupLaunchTemplate({ dataVolume: { size: Size.gibibytes(50) } });
    expect(problemsOf(() => setup({ diskSize: 80 }).nodegroup.with(mixin))).toEqual([
      `${IssueCode.NODEGROUP_CONFLICT} diskSize`,
    ]);
    expect(() => setup().nodegroup.with(mixin)).not.toThrow();
  });

  test('everything at once, and the node group stays as it was', () => {
    const { stack, nodegroup } = setup({ amiType: 'AL2023_x86_64_STANDARD', remoteAccess: { ec2SshKey: 'k' } });
    const mixin = new NodegroupLaunchTemplate({
      settings: { kubernetes: { maxPods: -1 } },
      osVolume: { iops: 1 },
      metadataHopLimit: 0,
    });
    expect(problemsOf(() => nodegroup.with(mixin))).toHaveLength(5);
    expect(nodegroup.launchTemplate).toBeUndefined();
    expect(Object.keys(Template.fromStack(stack).findResources('AWS::EC2::LaunchTemplate'))).toEqual([]);
  });
});

test('a size that is only known at deployment is passed on', () => {
  const stack = new Stack(new App(), 'Stack');
  const diskSize = new CfnParameter(stack, 'Size', { type: 'Number' }).valueAsNumber;
  setup({ diskSize }, stack).nodegroup.with(new NodegroupLaunchTemplate());
  Template.fromStack(stack).hasResourceProperties('AWS::EC2::LaunchTemplate', {
    LaunchTemplateData: {
      BlockDeviceMappings: Match.arrayWith([
        Match.objectLike({ Ebs: Match.objectLike({ VolumeSize: { Ref: 'Size' } }) }),
      ]),
    },
  });
});

test('other constructs are left alone', () => {
  const other = new CfnResource(new Stack(new App(), 'Stack'), 'Other', { type: 'AWS::SNS::Topic' });
  const mixin = new NodegroupLaunchTemplate();
  expect(mixin.supports(other)).toBe(false);
  expect(() => mixin.applyTo(other)).not.toThrow();
});
