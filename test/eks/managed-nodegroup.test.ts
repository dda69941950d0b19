import { App, Aspects, CfnOutput, CfnParameter, Lazy, Size, Stack, Tags } from 'aws-cdk-lib';
import { Annotations, Match, Template } from 'aws-cdk-lib/assertions';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as eks from 'aws-cdk-lib/aws-eks';
import * as eksv2 from 'aws-cdk-lib/aws-eks-v2';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as kms from 'aws-cdk-lib/aws-kms';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as s3 from 'aws-cdk-lib/aws-s3';
import {
  BottlerocketAmiType,
  BottlerocketImage,
  BottlerocketManagedNodegroup,
  BottlerocketManagedNodegroupOptions,
  BottlerocketVariant,
  InstanceHardware,
  IssueCode,
  NodeCniPolicy,
  NodegroupCapacityType,
  NodegroupUpdateStrategy,
  NodeRepairAction,
  NvidiaDriverBranch,
  TaintEffect,
} from '../../lib';
import { issuesThrownBy, problemsOf } from '../helpers/issues';

const X86 = [new ec2.InstanceType('m7i.large')];

interface Fixture {
  readonly stack: Stack;
  readonly vpc: ec2.Vpc;
  readonly cluster: eks.IClusterRef;
}

function fixture(): Fixture {
  const stack = new Stack(new App(), 'Stack');
  const vpc = new ec2.Vpc(stack, 'Vpc', { maxAzs: 2 });
  const cluster = new eks.CfnCluster(stack, 'Cluster', {
    roleArn: 'arn:aws:iam::123456789012:role/cluster',
    resourcesVpcConfig: { subnetIds: vpc.privateSubnets.map(({ subnetId }) => subnetId) },
  });
  return { stack, vpc, cluster };
}

function nodegroup(options: Partial<BottlerocketManagedNodegroupOptions> = {}, { stack, vpc, cluster } = fixture()) {
  const group = new BottlerocketManagedNodegroup(stack, 'Nodes', { cluster, vpc, instanceTypes: X86, ...options });
  return { stack, group };
}

function properties(type: string, options?: Partial<BottlerocketManagedNodegroupOptions>): Record<string, unknown> {
  const { stack } = nodegroup(options);
  const found = Object.values(Template.fromStack(stack).findResources(type));
  expect(found).toHaveLength(1);
  return (found[0] as { Properties: Record<string, unknown> }).Properties;
}

const nodegroupOf = (options?: Partial<BottlerocketManagedNodegroupOptions>) =>
  properties('AWS::EKS::Nodegroup', options);

function launchTemplateOf(options?: Partial<BottlerocketManagedNodegroupOptions>): Record<string, unknown> {
  return properties('AWS::EC2::LaunchTemplate', options).LaunchTemplateData as Record<string, unknown>;
}

function problems(options: Partial<BottlerocketManagedNodegroupOptions>): string[] {
  return problemsOf(() => nodegroup(options));
}

describe('by default', () => {
  test('the node group is On-Demand, of two nodes, updated with care, and runs what the launch template says', () => {
    expect(nodegroupOf()).toEqual({
      AmiType: 'BOTTLEROCKET_x86_64',
      CapacityType: 'ON_DEMAND',
      ClusterName: { Ref: 'Cluster' },
      ForceUpdateEnabled: false,
      InstanceTypes: ['m7i.large'],
      LaunchTemplate: {
        Id: { Ref: 'NodesLaunchTemplate5FD055E7' },
        Version: { 'Fn::GetAtt': ['NodesLaunchTemplate5FD055E7', 'LatestVersionNumber'] },
      },
      NodeRole: { 'Fn::GetAtt': ['NodesNodeRoleA488D2F3', 'Arn'] },
      ScalingConfig: { DesiredSize: 2, MaxSize: 2, MinSize: 1 },
      Subnets: [{ Ref: 'VpcPrivateSubnet1Subnet536B997A' }, { Ref: 'VpcPrivateSubnet2Subnet3788AAA1' }],
    });
  });

  test('the launch template has encrypted volumes, requires sessions for metadata, and no user data', () => {
    const volume = { DeleteOnTermination: true, Encrypted: true, VolumeType: 'gp3' };
    expect(launchTemplateOf()).toEqual({
      BlockDeviceMappings: [
        { DeviceName: '/dev/xvda', Ebs: volume },
        { DeviceName: '/dev/xvdb', Ebs: volume },
      ],
      MetadataOptions: { HttpEndpoint: 'enabled', HttpPutResponseHopLimit: 1, HttpTokens: 'required' },
    });
  });

  test('the role has what nodes need and no more', () => {
    const role = properties('AWS::IAM::Role');
    expect(JSON.stringify(role.ManagedPolicyArns).match(/policy\/\w+/g)).toEqual([
      'policy/AmazonEKSWorkerNodePolicy',
      'policy/AmazonEC2ContainerRegistryPullOnly',
      'policy/AmazonEKS_CNI_Policy',
    ]);
    expect(JSON.stringify(role)).toContain('{"Ref":"AWS::Partition"}');
  });

  test('logical ids stay as they are, since changing them replaces node groups', () => {
    const { stack } = nodegroup();
    const { Resources } = Template.fromStack(stack).toJSON() as { Resources: Record<string, object> };
    expect(Object.keys(Resources).filter((id) => id.startsWith('Nodes'))).toEqual([
      'NodesNodeRoleA488D2F3',
      'NodesLaunchTemplate5FD055E7',
      'Nodes66C30434',
    ]);
  });
});

describe('clusters', () => {
  const kubectlLayer = (stack: Stack) =>
    lambda.LayerVersion.fromLayerVersionArn(stack, 'Layer', 'arn:aws:lambda:eu-west-1:123456789012:layer:kubectl:1');
  const version = eks.KubernetesVersion.V1_35;

  test('of aws-eks-v2 lend their VPC', () => {
    const stack = new Stack(new App(), 'Stack');
    const cluster = new eksv2.Cluster(stack, 'Cluster', { version: eksv2.KubernetesVersion.V1_35 });
    new BottlerocketManagedNodegroup(stack, 'Nodes', { cluster, instanceTypes: X86 });
    Template.fromStack(stack).hasResourceProperties('AWS::EKS::Nodegroup', {
      ClusterName: { Ref: Match.stringLikeRegexp('Cluster') },
      Subnets: [{ Ref: Match.stringLikeRegexp('Private') }, { Ref: Match.stringLikeRegexp('Private') }],
    });
  });

  test.each([
    [eks.AuthenticationMode.CONFIG_MAP, true],
    [eks.AuthenticationMode.API_AND_CONFIG_MAP, true],
    [undefined, true],
    [eks.AuthenticationMode.API, false],
  ])('of aws-eks with the authentication mode %s get the role into aws-auth: %s', (authenticationMode, mapped) => {
    const stack = new Stack(new App(), 'Stack');
    const cluster = new eks.Cluster(stack, 'Cluster', {
      version,
      kubectlLayer: kubectlLayer(stack),
      defaultCapacity: 0,
      authenticationMode,
    });
    new BottlerocketManagedNodegroup(stack, 'Nodes', { cluster, instanceTypes: X86 });
    const manifests = Template.fromStack(stack).findResources('Custom::AWSCDK-EKS-KubernetesResource');
    expect(JSON.stringify(manifests).includes('system:node:{{EC2PrivateDNSName}}')).toBe(mapped);
  });

  test.each(['aws-eks', 'aws-eks-v2'])('imported by %s work with their VPC, and without it want one', (module) => {
    const stack = new Stack(new App(), 'Stack');
    const vpc = new ec2.Vpc(stack, 'Vpc');
    const clusterFrom = (id: string, attributes: { clusterName: string; vpc?: ec2.IVpc }): eks.IClusterRef =>
      module === 'aws-eks'
        ? eks.Cluster.fromClusterAttributes(stack, id, attributes)
        : eksv2.Cluster.fromClusterAttributes(stack, id, attributes);
    const known = clusterFrom('Known', { clusterName: 'demo', vpc });
    new BottlerocketManagedNodegroup(stack, 'Nodes', { cluster: known, instanceTypes: X86 });
    Template.fromStack(stack).hasResourceProperties('AWS::EKS::Nodegroup', { ClusterName: 'demo' });

    const unknown = clusterFrom('Unknown', { clusterName: 'demo' });
    const create = (id: string, more: object) =>
      new BottlerocketManagedNodegroup(stack, id, { cluster: unknown, instanceTypes: X86, ...more });
    expect(problemsOf(() => create('A', {}))).toEqual([`${IssueCode.VPC_UNKNOWN} vpc`]);
    expect(() => create('B', { vpc })).not.toThrow();
    expect(() => create('C', { subnets: { subnets: vpc.privateSubnets } })).not.toThrow();
  });

  test('with IPv6 give the role the rights for IPv6 addresses', () => {
    const stack = new Stack(new App(), 'Stack');
    const vpc = new ec2.Vpc(stack, 'Vpc');
    const cluster = eksv2.Cluster.fromClusterAttributes(stack, 'Cluster', {
      clusterName: 'demo',
      vpc,
      ipFamily: eksv2.IpFamily.IP_V6,
    });
    new BottlerocketManagedNodegroup(stack, 'Nodes', { cluster, instanceTypes: X86 });
    const template = Template.fromStack(stack);
    template.hasResourceProperties('AWS::IAM::Policy', {
      PolicyDocument: {
        Statement: Match.arrayWith([
          Match.objectLike({ Action: ['ec2:AssignIpv6Addresses', 'ec2:UnassignIpv6Addresses'] }),
        ]),
      },
    });
    expect(JSON.stringify(template.findResources('AWS::IAM::Role'))).not.toContain('AmazonEKS_CNI_Policy');
    // Nodes must not start before they have their rights.
    template.hasResource('AWS::EKS::Nodegroup', {
      DependsOn: Match.arrayWith([Match.stringLikeRegexp('NodesNodeRoleDefaultPolicy')]),
    });
  });
});

describe('the image', () => {
  test.each([
    ['m8g.large', 'BOTTLEROCKET_ARM_64'],
    ['g5g.xlarge', 'BOTTLEROCKET_ARM_64_NVIDIA'],
    ['p6-b200.48xlarge', 'BOTTLEROCKET_x86_64_NVIDIA'],
    ['inf2.xlarge', 'BOTTLEROCKET_x86_64'],
  ])('for %s is %s, with FIPS too', (type, amiType) => {
    const instanceTypes = [new ec2.InstanceType(type)];
    expect(nodegroupOf({ instanceTypes })).toMatchObject({ AmiType: amiType, InstanceTypes: [type] });
    expect(nodegroupOf({ instanceTypes, fips: true })).toMatchObject({ AmiType: `${amiType}_FIPS` });
  });

  test('for instance types this library does not know is the one that is passed', () => {
    const instanceTypes = [new ec2.InstanceType('x9.large')];
    expect(problems({ instanceTypes })).toEqual([`${IssueCode.UNKNOWN_INSTANCE_TYPE} instanceTypes`]);
    const { group } = nodegroup({ instanceTypes, amiType: BottlerocketAmiType.ARM_64 });
    expect(group.amiType).toBe(BottlerocketAmiType.ARM_64);
  });

  test('for instance types this library does not know follows from what users say of them', () => {
    const instanceTypes = [new ec2.InstanceType('x9.large')];
    const hardware = InstanceHardware.of('x9.large', { architecture: ec2.InstanceArchitecture.ARM_64 });
    expect(nodegroupOf({ instanceTypes, instanceHardware: [hardware] })).toMatchObject({
      AmiType: 'BOTTLEROCKET_ARM_64',
    });
  });

  test('for g7 is only there with Kubernetes 1.37', () => {
    const instanceTypes = [new ec2.InstanceType('g7.2xlarge')];
    const [found] = issuesThrownBy(() => nodegroup({ instanceTypes, kubernetesVersion: '1.36' }));
    expect(found).toMatchObject({ code: IssueCode.ACCELERATOR_NOT_IN_VARIANT, received: 'g7.2xlarge' });
    expect(nodegroupOf({ instanceTypes, kubernetesVersion: '1.37' })).toMatchObject({
      AmiType: 'BOTTLEROCKET_x86_64_NVIDIA',
    });
    // As long as the version is not known, nothing can be said.
    expect(nodegroupOf({ instanceTypes })).toMatchObject({ AmiType: 'BOTTLEROCKET_x86_64_NVIDIA' });
  });

  test('for g7 has the branch of the driver that it needs, whatever the settings', () => {
    const instanceTypes = [new ec2.InstanceType('g7.2xlarge')];
    const settings = { kernel: { drivers: { nvidia: { branch: NvidiaDriverBranch.LTS } } } };
    expect(problems({ instanceTypes, settings, kubernetesVersion: '1.37' })).toEqual([
      `${IssueCode.ACCELERATOR_NOT_IN_VARIANT} settings.kernel.drivers.nvidia.branch`,
    ]);
  });

  test('of a retired variant is refused, and one near its end is a warning', () => {
    expect(problems({ kubernetesVersion: '1.30' })).toEqual([`${IssueCode.RETIRED_VARIANT} kubernetesVersion`]);
    // A number would lose its zero.
    expect(problems({ kubernetesVersion: 1.35 as never })).toEqual([
      `${IssueCode.INVALID_KUBERNETES_VERSION} kubernetesVersion`,
    ]);
    const { stack } = nodegroup({ kubernetesVersion: '1.31' });
    Annotations.fromStack(stack).hasWarning('/Stack/Nodes', Match.stringLikeRegexp('EndingVariant.*2026-11-26'));
    Annotations.fromStack(nodegroup({ kubernetesVersion: '1.32' }).stack).hasNoWarning('*', Match.anyValue());
  });

  test('of a retired variant is refused for a cluster of that version, too', () => {
    const base = fixture();
    (base.cluster as eks.CfnCluster).version = '1.29';
    expect(problemsOf(() => nodegroup({}, base))).toEqual([`${IssueCode.RETIRED_VARIANT} cluster`]);
  });

  test('for instance types that are only known at deployment is the one that is passed', () => {
    const base = fixture();
    const type = new CfnParameter(base.stack, 'Type').valueAsString;
    const { stack } = nodegroup(
      { instanceTypes: [new ec2.InstanceType(type)], amiType: BottlerocketAmiType.X86_64 },
      base,
    );
    Template.fromStack(stack).hasResourceProperties('AWS::EKS::Nodegroup', { InstanceTypes: [{ Ref: 'Type' }] });
  });
});

describe('the release', () => {
  const version = '1.62.1-ea1afdd6';

  test('is left to EKS unless told otherwise', () => {
    expect(nodegroupOf()).not.toHaveProperty('ReleaseVersion');
    expect(nodegroupOf({ image: BottlerocketImage.latest() })).not.toHaveProperty('ReleaseVersion');
  });

  test('can be pinned', () => {
    expect(nodegroupOf({ image: BottlerocketImage.fromVersion(version) })).toMatchObject({ ReleaseVersion: version });
  });

  test('without its commit follows from the variant, whose version must be known', () => {
    const image = BottlerocketImage.fromVersion('1.62.1');
    expect(problems({ image })).toEqual([`${IssueCode.IMAGE_UNDETERMINED} image`]);
    const { stack } = nodegroup({
      image,
      kubernetesVersion: '1.35',
      instanceTypes: [new ec2.InstanceType('g5g.xlarge')],
    });
    const template = Template.fromStack(stack);
    template.hasParameter('*', {
      Type: 'AWS::SSM::Parameter::Value<String>',
      Default: '/aws/service/bottlerocket/aws-k8s-1.35-nvidia/arm64/1.62.1/image_version',
    });
    template.hasResourceProperties('AWS::EKS::Nodegroup', { ReleaseVersion: { Ref: Match.anyValue() } });
  });

  test('decides which settings there are', () => {
    const settings = { kernel: { zram: { size: '50%' } } };
    const image = BottlerocketImage.fromVersion(version);
    expect(problems({ settings, image })).toEqual([`${IssueCode.SETTING_TOO_NEW} settings.kernel.zram`]);
    expect(() => nodegroup({ settings })).not.toThrow();
  });

  test('must have the variant', () => {
    const image = BottlerocketImage.fromVersion('1.50.0');
    expect(problems({ image, kubernetesVersion: '1.35' })).toEqual([`${IssueCode.RELEASE_NOT_OF_VARIANT} image`]);
  });

  test('of an image that says what it is must fit the instance types and the version of Kubernetes', () => {
    const image = BottlerocketImage.fromVersion(version, {
      variant: BottlerocketVariant.eks('1.35', { nvidia: true }),
    });
    expect(problems({ image, kubernetesVersion: '1.35' })).toEqual([`${IssueCode.IMAGE_MISMATCH} image`]);
    const instanceTypes = [new ec2.InstanceType('g5.xlarge')];
    expect(problems({ image, instanceTypes, kubernetesVersion: '1.34' })).toEqual([
      `${IssueCode.IMAGE_MISMATCH} image.variant`,
    ]);
    expect(nodegroupOf({ image, instanceTypes, kubernetesVersion: '1.35' })).toMatchObject({ ReleaseVersion: version });
  });

  test('cannot be looked up at launch', () => {
    const image = BottlerocketImage.latest({ resolveAtLaunch: true });
    expect(problems({ image })).toEqual([`${IssueCode.IMAGE_NOT_FOR_SERVICE} image`]);
  });
});

describe('FIPS', () => {
  const inRegion = (region: string): Fixture => {
    const stack = new Stack(new App(), 'Stack', { env: { region } });
    const vpc = new ec2.Vpc(stack, 'Vpc', { maxAzs: 2 });
    return { stack, vpc, cluster: eks.Cluster.fromClusterAttributes(stack, 'Cluster', { clusterName: 'demo' }) };
  };
  // use_fips_endpoint=false
  const config = 'W2RlZmF1bHRdCnVzZV9maXBzX2VuZHBvaW50PWZhbHNl';

  test('needs a region with the endpoints, or settings that do without them', () => {
    expect(() => nodegroup({ fips: true }, inRegion('us-gov-west-1'))).not.toThrow();
    expect(problemsOf(() => nodegroup({ fips: true }, inRegion('ca-central-1')))).toEqual([
      `${IssueCode.FIPS_ENDPOINTS_MISSING} region`,
    ]);
    expect(() => nodegroup({ fips: true, settings: { aws: { config } } }, inRegion('ca-central-1'))).not.toThrow();
    expect(() => nodegroup({ fips: true, clusterSettings: { aws: { config } } }, inRegion('eu-west-1'))).not.toThrow();
    expect(() => nodegroup({ fips: false }, inRegion('eu-west-1'))).not.toThrow();
  });

  test('warns where the region is not known', () => {
    const { stack } = nodegroup({ amiType: BottlerocketAmiType.X86_64_FIPS });
    Annotations.fromStack(stack).hasWarning('/Stack/Nodes', Match.stringLikeRegexp('FipsEndpointsUncertain'));
  });
});

describe('settings', () => {
  test('become user data in TOML', () => {
    expect(launchTemplateOf({ settings: { kubernetes: { maxPods: 58 } } }).UserData).toEqual({
      'Fn::Base64': '[settings.kubernetes]\nmax-pods = 58\n',
    });
  });

  test('can be added later, and are checked then', () => {
    const { stack, group } = nodegroup({ settings: { kubernetes: { maxPods: 58 } } });
    group.addSettings({ motd: 'late' });
    expect(problemsOf(() => group.addSettings({ kubernetes: { maxPods: -1, clusterName: 'x' } }))).toEqual([
      `${IssueCode.VALUE_OUT_OF_RANGE} settings.kubernetes.max-pods`,
      `${IssueCode.SETTING_SUPPLIED_BY_EKS} settings.kubernetes.cluster-name`,
    ]);
    Template.fromStack(stack).hasResourceProperties('AWS::EC2::LaunchTemplate', {
      LaunchTemplateData: {
        UserData: { 'Fn::Base64': '[settings]\nmotd = "late"\n\n[settings.kubernetes]\nmax-pods = 58\n' },
      },
    });
  });

  test.each(['apiServer', 'clusterCertificate', 'clusterName', 'clusterDnsIp'])(
    '%s is refused, since EKS writes it',
    (key) => {
      const value = {
        apiServer: 'https://x',
        clusterCertificate: 'aGk=',
        clusterName: 'x',
        clusterDnsIp: ['10.0.0.10'],
      }[key];
      const [found] = issuesThrownBy(() => nodegroup({ settings: { kubernetes: { [key]: value } } }));
      expect(found).toMatchObject({ code: IssueCode.SETTING_SUPPLIED_BY_EKS });
      expect(found!.message).toContain('EKS');
    },
  );

  test('the DNS address can be another one than that of the cluster, on purpose', () => {
    expect(launchTemplateOf({ clusterDnsIp: ['169.254.20.10'], settings: { motd: 'x' } }).UserData).toEqual({
      'Fn::Base64': '[settings]\nmotd = "x"\n\n[settings.kubernetes]\ncluster-dns-ip = "169.254.20.10"\n',
    });
    expect(problems({ clusterDnsIp: ['nowhere'] })).toEqual([`${IssueCode.INVALID_VALUE} clusterDnsIp`]);
  });

  test('that are wrong come out all at once, with everything else that is wrong and the path of the construct', () => {
    const create = () =>
      nodegroup({
        instanceTypes: [new ec2.InstanceType('m7i.large'), new ec2.InstanceType('m8g.large')],
        settings: { kubernetes: { maxPods: '110' as never, nodeLabels: { a: true as never } } },
        minSize: 5,
        maxSize: 3,
        dataVolume: { iops: 1 },
        metadataHopLimit: 0,
        labels: { 'kubernetes.io/x': 'y' },
      });
    expect(problemsOf(create)).toEqual([
      `${IssueCode.INVALID_SCALING} minSize`,
      `${IssueCode.MIXED_ARCHITECTURES} instanceTypes`,
      `${IssueCode.INVALID_LABEL} labels["kubernetes.io/x"]`,
      `${IssueCode.INVALID_VOLUME} dataVolume.iops`,
      `${IssueCode.INVALID_METADATA_OPTIONS} metadataHopLimit`,
      `${IssueCode.WRONG_TYPE} settings.kubernetes.max-pods`,
      `${IssueCode.WRONG_TYPE} settings.kubernetes.node-labels.a`,
    ]);
    try {
      create();
    } catch (error) {
      expect((error as { constructPath?: string }).constructPath).toBe('Stack/Nodes');
    }
  });
});

describe('labels and taints', () => {
  const taint = { key: 'dedicated', value: 'gpu', effect: TaintEffect.NO_SCHEDULE };

  test('belong to the node group, in the words of EKS', () => {
    expect(
      nodegroupOf({ labels: { team: 'blue' }, taints: [taint, { key: 'x', effect: TaintEffect.NO_EXECUTE }] }),
    ).toMatchObject({
      Labels: { team: 'blue' },
      Taints: [
        { Key: 'dedicated', Value: 'gpu', Effect: 'NO_SCHEDULE' },
        { Key: 'x', Effect: 'NO_EXECUTE' },
      ],
    });
  });

  test('that are given in the settings too are refused, with both places', () => {
    const found = issuesThrownBy(() =>
      nodegroup({
        labels: { team: 'blue', other: 'x' },
        taints: [taint],
        settings: { kubernetes: { nodeLabels: { team: 'blue' }, nodeTaints: { dedicated: ['x:NoSchedule'] } } },
      }),
    );
    expect(found).toMatchObject([
      {
        code: IssueCode.LABEL_GIVEN_TWICE,
        path: 'labels["team"]',
        message: expect.stringContaining('settings.kubernetes.node-labels') as string,
      },
      {
        code: IssueCode.TAINT_GIVEN_TWICE,
        path: 'taints[0]',
        message: expect.stringContaining('settings.kubernetes.node-taints') as string,
      },
    ]);
  });

  test('may be in the settings when they are others', () => {
    const settings = { kubernetes: { nodeLabels: { a: 'b' }, nodeTaints: { dedicated: ['gpu:NoExecute'] } } };
    expect(() => nodegroup({ labels: { team: 'blue' }, taints: [taint], settings })).not.toThrow();
  });

  test('more than 50 taints are refused', () => {
    const taints = Array.from({ length: 51 }, (_, index) => ({ key: `k${index}`, effect: TaintEffect.NO_SCHEDULE }));
    expect(problems({ taints })).toEqual([`${IssueCode.TOO_MANY_TAINTS} taints`]);
    expect(() => nodegroup({ taints: taints.slice(1) })).not.toThrow();
  });
});

describe('sizes', () => {
  test.each<[Partial<BottlerocketManagedNodegroupOptions>, [number, number, number]]>([
    [{}, [1, 2, 2]],
    [{ minSize: 3 }, [3, 3, 3]],
    [{ maxSize: 1 }, [1, 1, 1]],
    [{ maxSize: 9 }, [1, 2, 9]],
    [{ minSize: 0, maxSize: 9 }, [0, 0, 9]],
    [{ desiredSize: 4 }, [1, 4, 4]],
    [{ minSize: 0, desiredSize: 0, maxSize: 1 }, [0, 0, 1]],
  ])('%j are %j', (options, [MinSize, DesiredSize, MaxSize]) => {
    expect(nodegroupOf(options).ScalingConfig).toEqual({ MinSize, DesiredSize, MaxSize });
  });

  test.each<[Partial<BottlerocketManagedNodegroupOptions>, string]>([
    [{ minSize: 3, desiredSize: 2, maxSize: 5 }, 'desiredSize'],
    [{ desiredSize: 6, maxSize: 5 }, 'desiredSize'],
    [{ minSize: -1, maxSize: 2 }, 'minSize'],
    [{ minSize: 3, maxSize: 1 }, 'minSize'],
    [{ minSize: 'two' as never, maxSize: 3 }, 'minSize'],
    [{ minSize: 1.5, desiredSize: 2 }, 'minSize'],
    [{ minSize: 0, desiredSize: 0 }, 'maxSize'],
  ])('%j are refused', (options, path) => {
    expect(problems(options)).toContain(`${IssueCode.INVALID_SCALING} ${path}`);
  });

  test('that are only known at deployment pass', () => {
    const base = fixture();
    const number = new CfnParameter(base.stack, 'Number', { type: 'Number' }).valueAsNumber;
    const { stack } = nodegroup({ minSize: number, maxSize: 10 }, base);
    Template.fromStack(stack).hasResourceProperties('AWS::EKS::Nodegroup', {
      ScalingConfig: { MinSize: { Ref: 'Number' }, DesiredSize: { Ref: 'Number' }, MaxSize: 10 },
    });
  });
});

describe('updates and repair', () => {
  test('are configured as EKS takes it', () => {
    const options = {
      maxUnavailablePercentage: 33,
      updateStrategy: NodegroupUpdateStrategy.MINIMAL,
      forceUpdate: true,
      nodeRepair: {
        maxParallelNodesRepairedCount: 2,
        overrides: [
          {
            nodeMonitoringCondition: 'AcceleratedHardwareReady',
            nodeUnhealthyReason: 'NvidiaXID64Error',
            minRepairWaitTimeMins: 5,
            repairAction: NodeRepairAction.REPLACE,
          },
        ],
      },
    };
    expect(nodegroupOf(options)).toMatchObject({
      UpdateConfig: { MaxUnavailablePercentage: 33, UpdateStrategy: 'MINIMAL' },
      ForceUpdateEnabled: true,
      NodeRepairConfig: {
        Enabled: true,
        MaxParallelNodesRepairedCount: 2,
        NodeRepairConfigOverrides: [
          {
            NodeMonitoringCondition: 'AcceleratedHardwareReady',
            NodeUnhealthyReason: 'NvidiaXID64Error',
            MinRepairWaitTimeMins: 5,
            RepairAction: 'Replace',
          },
        ],
      },
    });
    expect(nodegroupOf({ nodeRepair: {} })).toMatchObject({ NodeRepairConfig: { Enabled: true } });
  });

  test.each<[Partial<BottlerocketManagedNodegroupOptions>, string]>([
    [
      { maxUnavailable: 1, maxUnavailablePercentage: 10 },
      `${IssueCode.INVALID_UPDATE_CONFIG} maxUnavailablePercentage`,
    ],
    [{ maxUnavailable: 0 }, `${IssueCode.INVALID_UPDATE_CONFIG} maxUnavailable`],
    [{ maxUnavailable: 101 }, `${IssueCode.INVALID_UPDATE_CONFIG} maxUnavailable`],
    [{ maxUnavailablePercentage: 0.5 }, `${IssueCode.INVALID_UPDATE_CONFIG} maxUnavailablePercentage`],
    [
      { nodeRepair: { maxParallelNodesRepairedCount: 1, maxParallelNodesRepairedPercentage: 1 } },
      `${IssueCode.INVALID_NODE_REPAIR} nodeRepair.maxParallelNodesRepairedPercentage`,
    ],
    [
      { nodeRepair: { maxUnhealthyNodeThresholdPercentage: 101 } },
      `${IssueCode.INVALID_NODE_REPAIR} nodeRepair.maxUnhealthyNodeThresholdPercentage`,
    ],
    [
      { nodeRepair: { enabled: false, maxUnhealthyNodeThresholdCount: 1 } },
      `${IssueCode.INVALID_NODE_REPAIR} nodeRepair`,
    ],
  ])('%j is refused', (options, problem) => {
    expect(problems(options)).toEqual([problem]);
  });
});

describe('capacity', () => {
  test('can be Spot', () => {
    expect(nodegroupOf({ capacityType: NodegroupCapacityType.SPOT })).toMatchObject({ CapacityType: 'SPOT' });
  });

  test('of a Capacity Block is launched from its reservation', () => {
    const options = {
      capacityType: NodegroupCapacityType.CAPACITY_BLOCK,
      capacityReservationId: 'cr-0123456789abcdef0',
      instanceTypes: [new ec2.InstanceType('p5.48xlarge')],
    };
    expect(nodegroupOf(options)).not.toHaveProperty('InstanceTypes');
    expect(nodegroupOf(options)).toMatchObject({
      CapacityType: 'CAPACITY_BLOCK',
      AmiType: 'BOTTLEROCKET_x86_64_NVIDIA',
    });
    expect(launchTemplateOf(options)).toMatchObject({
      InstanceType: 'p5.48xlarge',
      InstanceMarketOptions: { MarketType: 'capacity-block' },
      CapacityReservationSpecification: {
        CapacityReservationTarget: { CapacityReservationId: 'cr-0123456789abcdef0' },
      },
    });
  });

  test.each<[Partial<BottlerocketManagedNodegroupOptions>, string]>([
    [{ capacityType: NodegroupCapacityType.CAPACITY_BLOCK }, 'capacityReservationId'],
    [{ capacityReservationId: 'cr-1' }, 'capacityReservationId'],
    [
      {
        capacityType: NodegroupCapacityType.CAPACITY_BLOCK,
        capacityReservationId: 'cr-1',
        instanceTypes: [new ec2.InstanceType('p5.48xlarge'), new ec2.InstanceType('p5.4xlarge')],
      },
      'instanceTypes',
    ],
  ])('that contradicts itself is refused (%#)', (options, path) => {
    expect(problems(options)).toEqual([`${IssueCode.INVALID_CAPACITY} ${path}`]);
  });

  test.each([0, 21])('%d instance types are refused', (count) => {
    const instanceTypes = Array.from({ length: count }, () => new ec2.InstanceType('m7i.large'));
    expect(problems({ instanceTypes })).toEqual([`${IssueCode.NO_INSTANCE_TYPES} instanceTypes`]);
  });
});

describe('networks', () => {
  test('subnets can be chosen', () => {
    expect(nodegroupOf({ subnets: { subnetType: ec2.SubnetType.PUBLIC } }).Subnets).toEqual([
      { Ref: 'VpcPublicSubnet1Subnet5C2D37C4' },
      { Ref: 'VpcPublicSubnet2Subnet691E08A3' },
    ]);
  });

  test('no subnets are refused', () => {
    expect(problems({ subnets: { subnets: [] } })).toEqual([`${IssueCode.NO_SUBNETS} subnets`]);
  });

  test('security groups join that of the cluster', () => {
    const base = fixture();
    const group = new ec2.SecurityGroup(base.stack, 'Group', { vpc: base.vpc });
    const { stack } = nodegroup({ securityGroups: [group] }, base);
    Template.fromStack(stack).hasResourceProperties('AWS::EC2::LaunchTemplate', {
      LaunchTemplateData: {
        SecurityGroupIds: [
          { 'Fn::GetAtt': ['Cluster', 'ClusterSecurityGroupId'] },
          { 'Fn::GetAtt': [Match.stringLikeRegexp('Group'), 'GroupId'] },
        ],
      },
    });
    Annotations.fromStack(stack).hasNoWarning('*', Match.anyValue());
  });

  test('security groups warn when that of the cluster is not known', () => {
    const { stack, vpc } = fixture();
    const cluster = eksv2.Cluster.fromClusterAttributes(stack, 'Imported', { clusterName: 'demo', vpc });
    const group = new ec2.SecurityGroup(stack, 'Group', { vpc });
    nodegroup({ securityGroups: [group] }, { stack, vpc, cluster });
    Annotations.fromStack(stack).hasWarning('/Stack/Nodes', Match.stringLikeRegexp('ClusterSecurityGroupUnknown'));
  });
});

describe('roles', () => {
  test('can be brought along', () => {
    const base = fixture();
    const nodeRole = iam.Role.fromRoleArn(base.stack, 'Role', 'arn:aws:iam::123456789012:role/nodes');
    const { stack, group } = nodegroup({ nodeRole }, base);
    expect(group.nodeRole).toBe(nodeRole);
    const template = Template.fromStack(stack);
    template.hasResourceProperties('AWS::EKS::Nodegroup', { NodeRole: 'arn:aws:iam::123456789012:role/nodes' });
    template.resourceCountIs('AWS::IAM::Role', 0);
  });

  test('leave out the rights of the network plugin, or add those of Systems Manager', () => {
    const role = (options: Partial<BottlerocketManagedNodegroupOptions>) =>
      JSON.stringify(properties('AWS::IAM::Role', options).ManagedPolicyArns);
    expect(role({ cniPolicy: NodeCniPolicy.NONE })).not.toContain('CNI');
    expect(role({})).not.toContain('AmazonSSMManagedInstanceCore');
    expect(role({ ssmAccess: true })).toContain('AmazonSSMManagedInstanceCore');
  });

  test('get what is granted to the node group', () => {
    const base = fixture();
    const bucket = new s3.Bucket(base.stack, 'Bucket');
    const { stack, group } = nodegroup({}, base);
    bucket.grantRead(group);
    Template.fromStack(stack).hasResourceProperties('AWS::IAM::Policy', {
      Roles: [{ Ref: 'NodesNodeRoleA488D2F3' }],
      PolicyDocument: { Statement: [Match.objectLike({ Action: Match.arrayWith(['s3:GetObject*']) })] },
    });
  });
});

describe('volumes', () => {
  test('size, type and key reach the launch template', () => {
    const base = fixture();
    const kmsKey = new kms.Key(base.stack, 'Key');
    const { stack } = nodegroup({ dataVolume: { size: Size.gibibytes(80), kmsKey }, osVolume: { kmsKey } }, base);
    const keyArn = { 'Fn::GetAtt': [Match.stringLikeRegexp('Key'), 'Arn'] };
    Template.fromStack(stack).hasResourceProperties('AWS::EC2::LaunchTemplate', {
      LaunchTemplateData: {
        BlockDeviceMappings: [
          { DeviceName: '/dev/xvda', Ebs: { KmsKeyId: keyArn, VolumeSize: Match.absent() } },
          { DeviceName: '/dev/xvdb', Ebs: { KmsKeyId: keyArn, VolumeSize: 80 } },
        ],
      },
    });
  });
});

describe('tags', () => {
  const tags = (stack: Stack) => {
    const template = Template.fromStack(stack);
    const group = Object.values(template.findResources('AWS::EKS::Nodegroup'))[0] as { Properties: { Tags?: object } };
    const launch = Object.values(template.findResources('AWS::EC2::LaunchTemplate'))[0] as {
      Properties: { LaunchTemplateData: { TagSpecifications?: object } };
    };
    return [group.Properties.Tags, launch.Properties.LaunchTemplateData.TagSpecifications];
  };

  test('reach the node group, its instances, volumes and network interfaces', () => {
    const { stack, group } = nodegroup({ tags: { team: 'blue' } });
    Tags.of(group).add('stage', 'test');
    const expected = [
      { Key: 'stage', Value: 'test' },
      { Key: 'team', Value: 'blue' },
    ];
    expect(tags(stack)).toEqual([
      { stage: 'test', team: 'blue' },
      ['instance', 'volume', 'network-interface'].map((ResourceType) => ({ ResourceType, Tags: expected })),
    ]);
  });

  test('are not there without a reason', () => {
    expect(tags(nodegroup().stack)).toEqual([undefined, undefined]);
  });
});

test('is a node group for aws-cdk-lib', () => {
  const { stack, group } = nodegroup({ nodegroupName: 'blue' });
  const asV1: eks.INodegroup = group;
  const asV2: eksv2.INodegroup = group;
  new CfnOutput(stack, 'Name', { value: asV1.nodegroupName });
  new CfnOutput(stack, 'Arn', { value: asV2.nodegroupRef.nodegroupArn });
  new CfnOutput(stack, 'OwnArn', { value: group.nodegroupArn });
  const template = Template.fromStack(stack);
  template.hasOutput('Name', { Value: { 'Fn::GetAtt': ['Nodes66C30434', 'NodegroupName'] } });
  template.hasOutput('Arn', { Value: { 'Fn::GetAtt': ['Nodes66C30434', 'Arn'] } });
  template.hasOutput('OwnArn', { Value: { 'Fn::GetAtt': ['Nodes66C30434', 'Arn'] } });
  template.hasResourceProperties('AWS::EKS::Nodegroup', { NodegroupName: 'blue' });
});

test('everything stays reachable through the resources below', () => {
  const { stack, group } = nodegroup();
  (group.node.defaultChild as eks.CfnNodegroup).addPropertyOverride('Version', '1.35');
  (group.node.findChild('LaunchTemplate') as ec2.CfnLaunchTemplate).addPropertyOverride(
    'LaunchTemplateData.EbsOptimized',
    true,
  );
  const template = Template.fromStack(stack);
  template.hasResourceProperties('AWS::EKS::Nodegroup', { Version: '1.35' });
  template.hasResourceProperties('AWS::EC2::LaunchTemplate', { LaunchTemplateData: { EbsOptimized: true } });
});

test('two synths of one app give the same bytes', () => {
  const options = {
    settings: { kubernetes: { nodeLabels: { b: '1', a: Lazy.string({ produce: () => '2' }) } } },
    tags: { b: '1', a: '2' },
  };
  const synth = () => JSON.stringify(Template.fromStack(nodegroup(options).stack).toJSON());
  expect(synth()).toBe(synth());
});

test('aspects can visit it', () => {
  const { stack } = nodegroup();
  const visited: string[] = [];
  Aspects.of(stack).add({ visit: (node) => void visited.push(node.node.path) });
  Template.fromStack(stack);
  expect(visited).toContain('Stack/Nodes/LaunchTemplate');
});
