import { App, CfnParameter, CfnResource, Fn, Mixins, Stack } from 'aws-cdk-lib';
import { Annotations, Match, Template } from 'aws-cdk-lib/assertions';
import * as autoscaling from 'aws-cdk-lib/aws-autoscaling';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as ecr from 'aws-cdk-lib/aws-ecr';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as eks from 'aws-cdk-lib/aws-eks';
import * as eksv2 from 'aws-cdk-lib/aws-eks-v2';
import * as iam from 'aws-cdk-lib/aws-iam';
import {
  BottlerocketManagedNodegroup,
  BottlerocketUserData,
  BottlerocketVariant,
  HardeningPreset,
  HostContainerPreset,
  IssueCode,
  mixins,
  NodeContainerImage,
  NodePreset,
} from '../../lib';
import { cfnCluster, clusterV1, clusterV2 } from '../helpers/clusters';
import { managedInstances } from '../helpers/ecs-updater';
import { issuesThrownBy, problemsOf } from '../helpers/issues';
import { userDataText } from '../helpers/user-data';

const { BottlerocketNodeSettings, ExistingUserData } = mixins;
const MINE = 'motd = "mine"\n';
const mine = (options: mixins.BottlerocketNodeSettingsOptions = {}) =>
  new BottlerocketNodeSettings({ settings: { motd: 'mine' }, ...options });

const newStack = (launchTemplates = true) =>
  new Stack(
    new App({
      context: { '@aws-cdk/aws-autoscaling:generateLaunchTemplateInsteadOfLaunchConfig': launchTemplates },
    }),
    'Stack',
  );

interface Properties {
  readonly UserData?: unknown;
  readonly LaunchTemplateData?: { readonly UserData: unknown };
}

/** The user data of all launch templates and launch configurations. */
function textsOf(stack: Stack): string[] {
  const template = Template.fromStack(stack);
  const found = ['AWS::EC2::LaunchTemplate', 'AWS::AutoScaling::LaunchConfiguration'].flatMap((type) =>
    Object.values(template.findResources(type) as Record<string, { readonly Properties: Properties }>),
  );
  return found.map(({ Properties }) => userDataText(Properties.LaunchTemplateData?.UserData ?? Properties.UserData));
}

function launchTemplate(stack: Stack, text?: string, props: ec2.LaunchTemplateProps = {}): ec2.LaunchTemplate {
  const userData = text === undefined ? undefined : ec2.UserData.custom(text);
  return new ec2.LaunchTemplate(stack, 'Template', { userData, ...props });
}

function cfnNodegroup(stack: Stack, props: Partial<eks.CfnNodegroupProps> = {}): eks.CfnNodegroup {
  return new eks.CfnNodegroup(stack, 'Nodes', {
    clusterName: 'main',
    nodeRole: 'arn:aws:iam::123456789012:role/nodes',
    subnets: ['subnet-1'],
    amiType: 'BOTTLEROCKET_x86_64',
    ...props,
  });
}

function group(stack: Stack, props: Partial<autoscaling.AutoScalingGroupProps> = {}): autoscaling.AutoScalingGroup {
  return new autoscaling.AutoScalingGroup(stack, 'Group', {
    vpc: new ec2.Vpc(stack, 'Vpc', { maxAzs: 1, natGateways: 0 }),
    vpcSubnets: { subnetType: ec2.SubnetType.PUBLIC },
    ...(props.mixedInstancesPolicy === undefined && {
      instanceType: new ec2.InstanceType('m7i.large'),
      machineImage: new ecs.BottleRocketImage({ variant: ecs.BottlerocketEcsVariant.AWS_ECS_2 }),
    }),
    ...props,
  });
}

describe('reach', () => {
  test('a launch template, of itself and from the scope around it, once', () => {
    const stack = newStack();
    const template = launchTemplate(stack);
    const mixin = mine();
    Mixins.of(stack).requireAny().apply(mixin);
    template.with(mixin);
    expect(textsOf(stack)).toEqual([`[settings]\n${MINE}`]);
  });

  test.each([
    ['template', true],
    ['configuration', false],
  ])('an Auto Scaling group with a launch %s', (_, launchTemplates) => {
    const stack = newStack(launchTemplates);
    group(stack).with(mine());
    expect(textsOf(stack)).toEqual([`[settings]\n${MINE}`]);
  });

  test('an Auto Scaling group with a launch template from elsewhere in the app, with mixed instances too', () => {
    const stack = newStack();
    const template = launchTemplate(stack, '', {
      machineImage: new ecs.BottleRocketImage({ variant: ecs.BottlerocketEcsVariant.AWS_ECS_2 }),
      instanceType: new ec2.InstanceType('m7i.large'),
    });
    group(stack, { mixedInstancesPolicy: { launchTemplate: template } }).with(mine());
    expect(textsOf(stack)).toEqual([`[settings]\n${MINE}`]);
  });

  test.each([true, false])('a capacity provider, before and after the cluster adds its name (before: %s)', (before) => {
    const stack = newStack();
    const provider = new ecs.AsgCapacityProvider(stack, 'Capacity', {
      autoScalingGroup: group(stack),
      machineImageType: ecs.MachineImageType.BOTTLEROCKET,
    });
    const cluster = new ecs.Cluster(stack, 'Cluster', { vpc: stack.node.findChild('Vpc') as ec2.Vpc });
    if (before) {
      provider.with(mine());
    }
    cluster.addAsgCapacityProvider(provider);
    if (!before) {
      provider.with(mine());
    }
    expect(textsOf(stack)).toEqual([`[settings]\n${MINE}\n[settings.ecs]\ncluster = "<ClusterEB0386A7>"\n`]);
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
  ])('a node group of %s, with a launch template and without', (_, make) => {
    const amiType = eks.NodegroupAmiType.BOTTLEROCKET_X86_64;
    const without = newStack();
    make(without, { amiType }).with(mine());
    expect(textsOf(without)).toEqual([`[settings]\n${MINE}`]);

    const having = newStack();
    const template = launchTemplate(having, '[settings.kubernetes]\nmax-pods = 58\n');
    make(having, {
      amiType,
      launchTemplateSpec: { id: template.launchTemplateId!, version: template.versionNumber },
    }).with(mine());
    expect(textsOf(having)).toEqual([`[settings]\n${MINE}\n[settings.kubernetes]\nmax-pods = 58\n`]);
    Template.fromStack(having).resourceCountIs('AWS::EC2::LaunchTemplate', 1);
  });

  test('CloudFormation resources that name a launch template by its id, its name, or a function', () => {
    const stack = newStack();
    const named = new ec2.CfnLaunchTemplate(stack, 'Named', { launchTemplateName: 'nodes', launchTemplateData: {} });
    const other = new ec2.CfnLaunchTemplate(stack, 'Other', { launchTemplateData: {} });
    const size = { minSize: '0', maxSize: '1' };
    new autoscaling.CfnAutoScalingGroup(stack, 'ByName', {
      ...size,
      launchTemplate: { launchTemplateName: 'nodes', version: '1' },
    }).with(mine());
    new autoscaling.CfnAutoScalingGroup(stack, 'ByFunction', {
      ...size,
      launchTemplate: { launchTemplateId: Fn.ref(stack.getLogicalId(other)), version: '1' },
    }).with(mine());
    expect([named, other].map(({ launchTemplateData }) => 'userData' in launchTemplateData)).toEqual([true, true]);
  });

  test('a node group of this library, whose settings stay', () => {
    const { stack, cluster, vpc } = cfnCluster();
    const instanceTypes = [new ec2.InstanceType('m7i.large')];
    const settings = { kubernetes: { maxPods: 58 } };
    const nodes = new BottlerocketManagedNodegroup(stack, 'Nodes', { cluster, vpc, instanceTypes, settings });
    nodes.with(mine());
    nodes.addSettings({ kubernetes: { podPidsLimit: 100 } });
    expect(textsOf(stack)).toEqual([
      `[settings]\n${MINE}\n[settings.kubernetes]\nmax-pods = 58\npod-pids-limit = 100\n`,
    ]);
  });

  test('not other constructs', () => {
    const other = new CfnResource(newStack(), 'Other', { type: 'AWS::SNS::Topic' });
    expect(mine().supports(other)).toBe(false);
    expect(() => mine().applyTo(other)).not.toThrow();
  });

  test('and what would be out of reach is refused', () => {
    const stack = newStack();
    const outside = new autoscaling.CfnAutoScalingGroup(stack, 'Outside', {
      minSize: '0',
      maxSize: '1',
      launchTemplate: { launchTemplateId: 'lt-1', version: '1' },
    });
    const nothing = new autoscaling.CfnAutoScalingGroup(stack, 'Nothing', { minSize: '0', maxSize: '1' });
    const nodegroup = cfnNodegroup(stack, {
      launchTemplate: { id: new CfnParameter(stack, 'Id').valueAsString, version: '1' },
    });
    for (const construct of [outside, nothing, nodegroup]) {
      expect(problemsOf(() => construct.with(mine()))).toEqual([
        `${IssueCode.LAUNCH_TEMPLATE_OUTSIDE_APP} launchTemplate`,
      ]);
    }
    const vpc = new ec2.Vpc(stack, 'Vpc', { maxAzs: 1 });
    const provider = managedInstances({ stack, vpc });
    expect(problemsOf(() => provider.with(mine()))).toEqual([`${IssueCode.MANAGED_INSTANCES} userData`]);
  });
});

describe('user data that is there', () => {
  const there = '[settings]\nmotd = "theirs"\n[settings.kubernetes]\nmax-pods = 10\n';
  const presets = [NodePreset.of('pods', { kubernetes: { maxPods: 20, podPidsLimit: 100 } })];
  const merged = (existingUserData?: mixins.ExistingUserData) => {
    const stack = newStack();
    launchTemplate(stack, there).with(mine({ presets, existingUserData }));
    return textsOf(stack)[0];
  };

  test('weighs less than settings and more than presets', () => {
    expect(merged()).toBe(`[settings]\n${MINE}\n[settings.kubernetes]\nmax-pods = 10\npod-pids-limit = 100\n`);
  });

  test('weighs more than settings when told', () => {
    expect(merged(ExistingUserData.ABOVE)).toBe(
      '[settings]\nmotd = "theirs"\n\n[settings.kubernetes]\nmax-pods = 10\npod-pids-limit = 100\n',
    );
  });

  test('is left out when told, scripts too', () => {
    expect(merged(ExistingUserData.REPLACE)).toBe(
      `[settings]\n${MINE}\n[settings.kubernetes]\nmax-pods = 20\npod-pids-limit = 100\n`,
    );
    const stack = newStack();
    launchTemplate(stack, '#!/bin/bash\necho hello').with(mine({ existingUserData: ExistingUserData.REPLACE }));
    expect(textsOf(stack)).toEqual([`[settings]\n${MINE}`]);
  });

  test('may come from LaunchTemplateUserData, also in a construct that has other user data', () => {
    const stack = newStack();
    const userData = new BottlerocketUserData({ settings: { kubernetes: { maxPods: 58 } } });
    launchTemplate(stack, '').with(new mixins.LaunchTemplateUserData(userData), mine());
    expect(textsOf(stack)).toEqual([`[settings]\n${MINE}\n[settings.kubernetes]\nmax-pods = 58\n`]);
  });

  test('may come from the same mixin', () => {
    const stack = newStack();
    launchTemplate(stack).with(mine(), new BottlerocketNodeSettings({ settings: { kubernetes: { maxPods: 58 } } }));
    expect(textsOf(stack)).toEqual([`[settings]\n${MINE}\n[settings.kubernetes]\nmax-pods = 58\n`]);
  });

  test('keeps tokens, in quotes and without', () => {
    const stack = newStack();
    const name = new CfnParameter(stack, 'Name').valueAsString;
    const pods = new CfnParameter(stack, 'Pods', { type: 'Number' }).valueAsString;
    launchTemplate(stack, `[settings.kubernetes]\ncluster-name = "a-${name}"\nmax-pods = ${pods}\n`).with(mine());
    expect(textsOf(stack)).toEqual([
      `[settings]\n${MINE}\n[settings.kubernetes]\ncluster-name = "a-<Name>"\nmax-pods = <Pods>\n`,
    ]);
  });

  test('keeps references to other stacks', () => {
    const app = new App();
    const cluster = new ecs.Cluster(new Stack(app, 'Clusters'), 'Cluster');
    const stack = new Stack(app, 'Stack');
    launchTemplate(stack, `[settings.ecs]\ncluster = "${cluster.clusterName}"\n`).with(mine());
    const [text] = textsOf(stack);
    expect(text).toMatch(/cluster = "<\{"Fn::ImportValue":"Clusters:ExportsOutputRefCluster/);
  });

  test('is read in Fn::Sub, in base64, and when it is a script without commands', () => {
    const texts = [
      Fn.base64(Fn.sub('[settings.ecs]\ncluster = "${AWS::StackName}"\n')),
      Buffer.from('[settings.ecs]\ncluster = "main"\n').toString('base64'),
      Fn.base64('#!/bin/bash\n'),
    ].map((userData) => {
      const stack = newStack();
      new ec2.CfnLaunchTemplate(stack, 'Template', { launchTemplateData: { userData } }).with(mine());
      return textsOf(stack)[0];
    });
    expect(texts).toEqual([
      `[settings]\n${MINE}\n[settings.ecs]\ncluster = "<AWS::StackName>"\n`,
      `[settings]\n${MINE}\n[settings.ecs]\ncluster = "main"\n`,
      `[settings]\n${MINE}`,
    ]);
  });

  test.each([
    ['a script', '#!/bin/bash\necho hello', /script/],
    ['several parts', 'Content-Type: multipart/mixed; boundary="x"\n', /several parts/],
    ['something else', '[server]\nport = 1\n', /no settings/],
  ])('is refused when it is %s', (_, text, message) => {
    const [found, ...others] = issuesThrownBy(() => launchTemplate(newStack(), text).with(mine()));
    expect(found).toMatchObject({
      code: IssueCode.EXISTING_USER_DATA_NOT_MERGED,
      path: 'launchTemplateData.userData',
      message: expect.stringMatching(message) as string,
    });
    expect(others).toEqual([]);
  });

  test('is refused when it, or whole lines of it, are only known at deployment', () => {
    const stack = newStack();
    const value = new CfnParameter(stack, 'Value').valueAsString;
    const texts = [value, Fn.base64(value), Fn.base64(`[settings]\nmotd = "x"\n${value}\n`)];
    for (const [index, userData] of texts.entries()) {
      const template = new ec2.CfnLaunchTemplate(stack, `Template${index}`, { launchTemplateData: { userData } });
      expect(problemsOf(() => template.with(mine()))).toEqual([
        `${IssueCode.EXISTING_USER_DATA_NOT_MERGED} launchTemplateData.userData`,
      ]);
    }
  });

  test('is judged, and named as the source', () => {
    const template = launchTemplate(newStack(), '[settings.kubernetes]\nmax-pods = -1\n');
    expect(issuesThrownBy(() => template.with(mine()))).toMatchObject([
      { path: 'settings.kubernetes.max-pods', source: 'the user data that was there', line: 2 },
    ]);
  });
});

describe('what is added after the mixin', () => {
  test('is merged as well', () => {
    const stack = newStack();
    const userData = ec2.UserData.custom('[settings.kubernetes]');
    launchTemplate(stack, undefined, { userData }).with(mine());
    userData.addCommands('max-pods = 58');
    expect(textsOf(stack)).toEqual([`[settings]\n${MINE}\n[settings.kubernetes]\nmax-pods = 58\n`]);
  });

  test('is an error at synthesis when it is a script, or wrong', () => {
    const script = newStack();
    const shell = ec2.UserData.forLinux();
    launchTemplate(script, undefined, { userData: shell }).with(mine());
    shell.addCommands('echo hello');
    expect(() => Template.fromStack(script)).toThrow(
      /\[Stack\/Template\/Resource\] \[ExistingUserDataNotMerged\].*script/,
    );

    const twice = newStack();
    const userData = ec2.UserData.custom('[settings.ecs]\ncluster = "a"\n');
    launchTemplate(twice, undefined, { userData }).with(mine());
    userData.addCommands('[settings.ecs]\nreserved-memory = 1');
    expect(() => Template.fromStack(twice)).toThrow(/\[InvalidToml\]/);
  });

  test.each<[string, (template: ec2.CfnLaunchTemplate) => void]>([
    ['the data is set anew', (template) => (template.launchTemplateData = { userData: Fn.base64('[settings]') })],
    ['a property is overridden', (template) => template.addPropertyOverride('LaunchTemplateData.UserData', 'eA==')],
    ['a property is removed', (template) => template.addPropertyDeletionOverride('LaunchTemplateData.UserData')],
  ])('is an error at synthesis when it takes the place of the settings: %s', (_, replace) => {
    const stack = newStack();
    const template = launchTemplate(stack).node.defaultChild as ec2.CfnLaunchTemplate;
    template.with(mine());
    replace(template);
    expect(() => Template.fromStack(stack)).toThrow(/\[UserDataReplaced\] launchTemplateData.userData/);
  });

  test('is judged together with the settings', () => {
    const stack = newStack();
    const userData = ec2.UserData.custom('');
    const settings = { kubernetes: { credentialProviders: { ecr: { enabled: true } as never } } };
    launchTemplate(stack, undefined, { userData }).with(mine({ settings }));
    expect(() => Template.fromStack(stack)).toThrow(/\[MissingSetting\].*image-patterns/);
  });
});

describe('settings are judged by', () => {
  const forEcs = { ecs: { reservedMemory: 256 } };

  test('the AMI type and the version of the node group, whichever comes first', () => {
    const early = newStack();
    expect(issuesThrownBy(() => cfnNodegroup(early).with(mine({ settings: forEcs })))).toMatchObject([
      { code: IssueCode.SETTING_NOT_IN_VARIANT },
    ]);
    const late = newStack();
    const template = new ec2.CfnLaunchTemplate(late, 'Template', { launchTemplateData: {} });
    template.with(mine({ settings: forEcs }));
    cfnNodegroup(late, { launchTemplate: { id: template.ref, version: '1' } });
    expect(() => Template.fromStack(late)).toThrow(/\[SettingNotInVariant\]/);
  });

  test('EKS, which writes the settings of the cluster itself', () => {
    const settings = { kubernetes: { clusterName: 'main' } };
    expect(problemsOf(() => cfnNodegroup(newStack()).with(mine({ settings })))).toEqual([
      `${IssueCode.SETTING_SUPPLIED_BY_EKS} settings.kubernetes.cluster-name`,
    ]);
  });

  test('labels that the node group gives, too', () => {
    const settings = { kubernetes: { nodeLabels: { team: 'web' } } };
    const nodegroup = cfnNodegroup(newStack(), { labels: { team: 'web' } });
    expect(problemsOf(() => nodegroup.with(mine({ settings })))).toEqual([
      `${IssueCode.LABEL_GIVEN_TWICE} labels["team"]`,
    ]);
  });

  test('the parameter of the image', () => {
    const settings = { kubernetes: { maxPods: 58 } };
    expect(problemsOf(() => group(newStack()).with(mine({ settings })))).toEqual([
      `${IssueCode.SETTING_NOT_IN_VARIANT} settings.kubernetes`,
    ]);
  });

  test('the variant and release that are given', () => {
    const refused = (options: mixins.BottlerocketNodeSettingsOptions) =>
      problemsOf(() => launchTemplate(newStack()).with(mine({ settings: forEcs, ...options })));
    expect(refused({ variant: BottlerocketVariant.of('aws-k8s-1.35') })).toEqual([
      `${IssueCode.SETTING_NOT_IN_VARIANT} settings.ecs`,
    ]);
    expect(refused({ osVersion: 'new' })).toContain(`${IssueCode.INVALID_OS_VERSION} osVersion`);
  });

  test('nothing where the image is only known at deployment', () => {
    const stack = newStack();
    const imageId = new CfnParameter(stack, 'Image').valueAsString;
    const data = { launchTemplateData: { imageId } };
    new ec2.CfnLaunchTemplate(stack, 'Template', data).with(mine({ settings: forEcs }));
    const amiType = new CfnParameter(stack, 'AmiType').valueAsString;
    cfnNodegroup(stack, { amiType }).with(mine());
    expect(textsOf(stack)).toHaveLength(2);
  });

  test('nodes without the settings of their cluster', () => {
    const stack = newStack();
    const parameter = '/aws/service/bottlerocket/aws-k8s-1.35/x86_64/latest/image_id';
    const machineImage = ec2.MachineImage.fromSsmParameter(parameter);
    launchTemplate(stack, undefined, { machineImage }).with(mine());
    expect(() => Template.fromStack(stack)).toThrow(/\[ClusterSettingMissing\]/);
  });
});

describe('a group that does not follow its launch template has a warning', () => {
  test.each<[string, boolean, (template: ec2.CfnLaunchTemplate) => string | undefined]>([
    ['no version', true, () => undefined],
    ['a number', true, () => '1'],
    ['the default version', true, () => '$Default'],
    ['the default version by reference', true, (template) => template.attrDefaultVersionNumber],
    ['the latest version, which has none', false, (template) => template.attrLatestVersionNumber],
    ['the latest version by its name', false, () => '$Latest'],
    ['a version that is only known at deployment', false, ({ stack }) => new CfnParameter(stack, 'V').valueAsString],
  ])('%s', (_, warned, version) => {
    const stack = newStack();
    const template = new ec2.CfnLaunchTemplate(stack, 'Template', { launchTemplateData: {} });
    cfnNodegroup(stack, { launchTemplate: { id: template.ref, version: version(template) } }).with(mine());
    const found = Annotations.fromStack(stack).findWarning('*', Match.stringLikeRegexp('LaunchTemplateVersionFixed'));
    expect(found.map(({ id }) => id)).toEqual(warned ? ['/Stack/Nodes'] : []);
  });
});

describe('nodes that run something else are refused', () => {
  test.each<[string, Partial<eks.CfnNodegroupProps>]>([
    ['no AMI type', { amiType: undefined }],
    ['the AMI type of another OS', { amiType: 'AL2023_x86_64_STANDARD' }],
  ])('%s', (_, props) => {
    const stack = newStack();
    const nodegroup = cfnNodegroup(stack, props);
    expect(problemsOf(() => nodegroup.with(mine()))).toEqual([`${IssueCode.NODEGROUP_NOT_BOTTLEROCKET} amiType`]);
    expect(nodegroup.launchTemplate).toBeUndefined();
    Template.fromStack(stack).resourceCountIs('AWS::EC2::LaunchTemplate', 0);
  });

  test('the parameter of another image', () => {
    const template = launchTemplate(newStack(), '', { machineImage: ec2.MachineImage.latestAmazonLinux2023() });
    expect(problemsOf(() => template.with(mine()))).toEqual([
      `${IssueCode.SETTINGS_FOR_OTHER_IMAGE} launchTemplateData.imageId`,
    ]);
  });
});

describe('a node group that gets a launch template', () => {
  test('gets another logical id, and its tags reach the instances', () => {
    const stack = newStack();
    const nodegroup = cfnNodegroup(stack, { tags: { team: 'web' } });
    nodegroup.with(mine());
    const template = Template.fromStack(stack);
    expect(Object.keys(template.findResources('AWS::EKS::Nodegroup'))).toEqual(['NodesTemplated']);
    template.hasResourceProperties('AWS::EC2::LaunchTemplate', {
      LaunchTemplateData: {
        TagSpecifications: Match.arrayWith([{ ResourceType: 'instance', Tags: [{ Key: 'team', Value: 'web' }] }]),
      },
    });
    Annotations.fromStack(stack).hasNoWarning('*', Match.stringLikeRegexp('NodegroupNameKept'));
  });

  test('has a warning when it has a name of its own', () => {
    const stack = newStack();
    cfnNodegroup(stack, { nodegroupName: 'nodes' }).with(mine());
    Annotations.fromStack(stack).hasWarning('/Stack/Nodes', Match.stringLikeRegexp('NodegroupNameKept'));
  });

  test('must not have what EKS refuses then; everything comes out at once', () => {
    const nodegroup = cfnNodegroup(newStack(), {
      remoteAccess: { ec2SshKey: 'key' },
      amiType: 'AL2023_x86_64_STANDARD',
    });
    const found = issuesThrownBy(() => nodegroup.with(mine({ settings: { kubernetes: { maxPods: -1 } } })));
    expect(found.map(({ code, path }) => `${code} ${path}`)).toEqual([
      `${IssueCode.NODEGROUP_CONFLICT} remoteAccess`,
      `${IssueCode.NODEGROUP_NOT_BOTTLEROCKET} amiType`,
      `${IssueCode.VALUE_OUT_OF_RANGE} settings.kubernetes.max-pods`,
    ]);
    expect(found[0]!.fix).toContain('hostContainers');
  });
});

describe('presets', () => {
  test('set what the variant has', () => {
    const stack = newStack();
    cfnNodegroup(stack).with(mine({ presets: [HardeningPreset.securityGuidance()] }));
    const [text] = textsOf(stack);
    expect(text).toContain('lockdown = "integrity"');
    expect(text).not.toContain('[settings.ecs]');
  });

  const admin = (stack: Stack) => {
    const repository = new ecr.Repository(stack, 'Repository');
    return [HostContainerPreset.admin({ image: NodeContainerImage.fromEcrRepository(repository, 'v1') })];
  };

  test.each<[string, (stack: Stack, presets: NodePreset[]) => void, RegExp]>([
    [
      'a group with a launch template',
      (stack, presets) => group(stack).with(mine({ presets })),
      /"Ref":"GroupInstanceRole/,
    ],
    [
      'a node group with a role of its own',
      (stack, presets) => {
        const role = new iam.Role(stack, 'Role', { assumedBy: new iam.ServicePrincipal('ec2.amazonaws.com') });
        cfnNodegroup(stack, { nodeRole: role.roleArn }).with(mine({ presets }));
      },
      /"Ref":"Role/,
    ],
  ])('give rights to the role of %s', (_, apply, role) => {
    const stack = newStack();
    apply(stack, admin(stack));
    const policies = JSON.stringify(Template.fromStack(stack).findResources('AWS::IAM::Policy'));
    expect(policies).toContain('ecr:GetDownloadUrlForLayer');
    expect(policies).toMatch(role);
  });

  test('give rights to the role of a group with a launch configuration', () => {
    const stack = newStack(false);
    group(stack).with(mine({ presets: admin(stack) }));
    const policies = JSON.stringify(Template.fromStack(stack).findResources('AWS::IAM::Policy'));
    expect(policies).toContain('ecr:GetDownloadUrlForLayer');
  });

  test('warn when nobody gets the rights', () => {
    const stack = newStack();
    cfnNodegroup(stack).with(mine({ presets: admin(stack) }));
    Annotations.fromStack(stack).hasWarning('/Stack/Nodes', Match.stringLikeRegexp('PresetRightsMissing'));
  });
});
