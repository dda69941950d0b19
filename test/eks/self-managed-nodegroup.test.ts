import { App, CfnParameter, Duration, Size, Stack, Tags } from 'aws-cdk-lib';
import { Annotations, Match, Template } from 'aws-cdk-lib/assertions';
import * as autoscaling from 'aws-cdk-lib/aws-autoscaling';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as eks from 'aws-cdk-lib/aws-eks';
import * as eksv2 from 'aws-cdk-lib/aws-eks-v2';
import * as elb from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as kms from 'aws-cdk-lib/aws-kms';
import * as s3 from 'aws-cdk-lib/aws-s3';
import {
  BottlerocketSelfManagedNodegroup,
  BottlerocketSelfManagedNodegroupOptions,
  IssueCode,
  NodeCniPolicy,
  NodegroupCapacityType,
  NodegroupUpdatePolicy,
  TaintEffect,
} from '../../lib';
import { cfnCluster, ClusterFixture, clusterV1, clusterV2 } from '../helpers/clusters';
import { issuesThrownBy, problemsOf } from '../helpers/issues';

type Options = Partial<BottlerocketSelfManagedNodegroupOptions>;

const types = (...names: string[]) => names.map((name) => new ec2.InstanceType(name));

function group(options: Options = {}, { stack, vpc, cluster }: ClusterFixture = cfnCluster()) {
  const nodes = new BottlerocketSelfManagedNodegroup(stack, 'Nodes', {
    cluster,
    vpc,
    instanceTypes: types('m7i.large'),
    ...options,
  });
  return { stack, nodes };
}

interface Resource {
  readonly Properties: Record<string, unknown>;
  readonly DependsOn?: string[];
}

function only(stack: Stack, type: string): Resource & Record<string, unknown> {
  const found = Object.values(Template.fromStack(stack).findResources(type));
  expect(found).toHaveLength(1);
  return found[0] as Resource & Record<string, unknown>;
}

const asgOf = (options?: Options) => only(group(options).stack, 'AWS::AutoScaling::AutoScalingGroup');

const templateDataIn = (stack: Stack) =>
  only(stack, 'AWS::EC2::LaunchTemplate').Properties.LaunchTemplateData as Record<string, unknown>;

const templateDataOf = (options?: Options) => templateDataIn(group(options).stack);

/** The user data with what CloudFormation fills in as <Resource.Attribute>. */
function userDataIn(stack: Stack): string {
  const { 'Fn::Base64': text } = templateDataIn(stack).UserData as { 'Fn::Base64': unknown };
  return flat(text);
}

function flat(value: unknown): string {
  if (typeof value === 'string') {
    return value;
  }
  const [[name, argument]] = Object.entries(value as object) as [[string, unknown]];
  switch (name) {
    case 'Ref':
      return `<${String(argument)}>`;
    case 'Fn::GetAtt':
      return `<${(argument as string[]).join('.')}>`;
    case 'Fn::Join':
      return (argument as [string, unknown[]])[1].map(flat).join((argument as [string])[0]);
    default:
      return `<${JSON.stringify(value)}>`;
  }
}

const userDataOf = (options?: Options) => userDataIn(group(options).stack);

const problems = (options: Options) => problemsOf(() => group(options));

interface Tag {
  readonly Key: unknown;
  readonly Value: unknown;
  readonly PropagateAtLaunch?: boolean;
}

const tagsOf = (resource: Resource) => resource.Properties.Tags as Tag[];

describe('by default', () => {
  test('the group has one node, its health is checked, and nothing is replaced by itself', () => {
    const asg = asgOf();
    expect(asg.Properties).toMatchObject({
      HealthCheckGracePeriod: 300,
      HealthCheckType: 'EC2',
      LaunchTemplate: {
        LaunchTemplateId: { Ref: 'NodesLaunchTemplateC89FE32D' },
        Version: { 'Fn::GetAtt': ['NodesLaunchTemplateC89FE32D', 'LatestVersionNumber'] },
      },
      MaxSize: '1',
      MinSize: '1',
      VPCZoneIdentifier: [{ Ref: 'VpcPrivateSubnet1Subnet536B997A' }, { Ref: 'VpcPrivateSubnet2Subnet3788AAA1' }],
    });
    expect(asg.Properties.DesiredCapacity).toBeUndefined();
    expect(asg.UpdatePolicy).toEqual({ AutoScalingScheduledAction: { IgnoreUnmodifiedGroupSizeProperties: true } });
    expect(asg.CreationPolicy).toBeUndefined();
  });

  test('instances have encrypted volumes, need sessions for metadata, have no public address and no key', () => {
    const volume = { DeleteOnTermination: true, Encrypted: true, VolumeType: 'gp3' };
    const { UserData, TagSpecifications, ...data } = templateDataOf();
    expect(data).toEqual({
      BlockDeviceMappings: [
        { DeviceName: '/dev/xvda', Ebs: volume },
        { DeviceName: '/dev/xvdb', Ebs: volume },
      ],
      IamInstanceProfile: { Arn: { 'Fn::GetAtt': ['NodesLaunchTemplateProfile9C51B5DC', 'Arn'] } },
      ImageId: { Ref: expect.stringContaining('bottlerocketawsk8s135x8664') as string },
      InstanceType: 'm7i.large',
      MetadataOptions: { HttpEndpoint: 'enabled', HttpPutResponseHopLimit: 1, HttpTokens: 'required' },
      NetworkInterfaces: [
        {
          AssociatePublicIpAddress: false,
          DeviceIndex: 0,
          Groups: [{ 'Fn::GetAtt': ['Cluster', 'ClusterSecurityGroupId'] }],
        },
      ],
    });
    expect(UserData).toBeDefined();
    expect(TagSpecifications).toBeDefined();
  });

  test('the role has what nodes need and no more, and outlives the instances', () => {
    const { stack } = group();
    const { Properties } = only(stack, 'AWS::IAM::Role');
    expect(JSON.stringify(Properties.ManagedPolicyArns).match(/policy\/\w+/g)).toEqual([
      'policy/AmazonEKSWorkerNodePolicy',
      'policy/AmazonEC2ContainerRegistryPullOnly',
      'policy/AmazonEKS_CNI_Policy',
    ]);
    expect(Template.fromStack(stack).findResources('AWS::IAM::Policy')).toEqual({});
    expect(only(stack, 'AWS::EC2::LaunchTemplate').DependsOn).toEqual(['NodesNodeRoleA488D2F3']);
  });

  test('logical ids stay as they are, since changing them replaces all nodes', () => {
    const { Resources } = Template.fromStack(group().stack).toJSON() as { Resources: Record<string, object> };
    expect(Object.keys(Resources).filter((id) => id.startsWith('Nodes'))).toEqual([
      'NodesNodeRoleA488D2F3',
      'NodesLaunchTemplateProfile9C51B5DC',
      'NodesLaunchTemplateC89FE32D',
      'NodesAutoScalingGroupASG5CDA93C8',
      'NodesAccessEntry28BB6261',
    ]);
  });

  test('there are no warnings', () => {
    const { stack } = group();
    expect(Annotations.fromStack(stack).findWarning('*', Match.anyValue())).toEqual([]);
  });
});

describe('what nodes need to join', () => {
  const JOIN = [
    '[settings.kubernetes]',
    'api-server = "<Cluster.Endpoint>"',
    'cluster-certificate = "<Cluster.CertificateAuthorityData>"',
  ];

  test('comes from a CloudFormation resource, and the address of the DNS service where its range is given', () => {
    expect(userDataOf()).toBe([...JOIN, 'cluster-name = "<Cluster>"', ''].join('\n'));
    const fixture = cfnCluster({ kubernetesNetworkConfig: { serviceIpv4Cidr: '10.5.0.0/16' } });
    expect(userDataIn(group({}, fixture).stack)).toBe(
      [...JOIN, 'cluster-dns-ip = "10.5.0.10"', 'cluster-name = "<Cluster>"', ''].join('\n'),
    );
  });

  test('comes from a CloudFormation resource with IPv6, with the rights for IPv6 addresses', () => {
    const { stack } = group({}, cfnCluster({ kubernetesNetworkConfig: { ipFamily: 'ipv6' } }));
    expect(userDataIn(stack)).toContain(
      'cluster-dns-ip = "<{"Fn::Select":[0,{"Fn::Split":["/",{"Fn::GetAtt":["Cluster","KubernetesNetworkConfig.ServiceIpv6Cidr"]}]}]}>a"',
    );
    expect(JSON.stringify(only(stack, 'AWS::IAM::Policy'))).toContain('ec2:AssignIpv6Addresses');
  });

  test('comes from a range that is only known at deployment', () => {
    const fixture = cfnCluster();
    const { stack } = fixture;
    const range = new CfnParameter(stack, 'Range').valueAsString;
    group({ clusterAttributes: { serviceCidr: range } }, fixture);
    expect(userDataIn(stack)).toMatch(/cluster-dns-ip = "(<\{"Fn::Select":\[\d,.*\]\}>\.){3}10"/);
  });

  test.each([
    ['aws-eks', (stack: Stack) => clusterV1(stack)],
    ['aws-eks-v2', (stack: Stack) => clusterV2(stack)],
  ])('comes from a cluster of %s', (_, make) => {
    const stack = new Stack(new App(), 'Stack');
    const cluster = make(stack);
    new BottlerocketSelfManagedNodegroup(stack, 'Nodes', { cluster, instanceTypes: types('m8g.large') });
    expect(userDataIn(stack)).toMatch(
      /^\[settings.kubernetes\]\napi-server = "<\w+.Endpoint>"\ncluster-certificate = "<\w+.CertificateAuthorityData>"\ncluster-name = "<\w+>"\n$/,
    );
    expect(JSON.stringify(templateDataIn(stack).NetworkInterfaces)).toContain('ClusterSecurityGroupId');
    expect(JSON.stringify(templateDataIn(stack).ImageId)).toContain('awsk8s135arm64');
  });

  test('has the address of the DNS service where a cluster of aws-eks-v2 was given a range, or has IPv6', () => {
    const dns = [{ serviceIpv4Cidr: '10.9.0.0/16' }, { ipFamily: eksv2.IpFamily.IP_V6 }].map((props) => {
      const stack = new Stack(new App(), 'Stack');
      const cluster = clusterV2(stack, props);
      new BottlerocketSelfManagedNodegroup(stack, 'Nodes', { cluster, instanceTypes: types('m7i.large') });
      return /cluster-dns-ip = .*/.exec(userDataIn(stack))![0];
    });
    expect(dns).toEqual([
      'cluster-dns-ip = "10.9.0.10"',
      expect.stringMatching(/^cluster-dns-ip = "<.*ServiceIpv6Cidr.*>a"$/),
    ]);
  });

  test.each([
    ['aws-eks', eks.Cluster.fromClusterAttributes.bind(eks.Cluster)],
    ['aws-eks-v2', eksv2.Cluster.fromClusterAttributes.bind(eksv2.Cluster)],
  ])('comes from what a cluster was imported with by %s, and from attributes', (_, from) => {
    const stack = new Stack(new App(), 'Stack');
    const vpc = new ec2.Vpc(stack, 'Vpc');
    const cluster = from(stack, 'Cluster', {
      clusterName: 'demo',
      clusterEndpoint: 'https://demo.example.com',
      clusterCertificateAuthorityData: 'aGVsbG8=',
      clusterSecurityGroupId: 'sg-1',
      vpc,
    });
    new BottlerocketSelfManagedNodegroup(stack, 'Nodes', {
      cluster,
      clusterAttributes: { serviceCidr: 'fd30:1c53:5f8a::/108' },
      kubernetesVersion: '1.35',
      instanceTypes: types('m7i.large'),
    });
    expect(userDataIn(stack)).toBe(
      [
        '[settings.kubernetes]',
        'api-server = "https://demo.example.com"',
        'cluster-certificate = "aGVsbG8="',
        'cluster-dns-ip = "fd30:1c53:5f8a::a"',
        'cluster-name = "demo"',
        '',
      ].join('\n'),
    );
    // A range of IPv6 addresses says that pods have them.
    expect(JSON.stringify(only(stack, 'AWS::IAM::Policy'))).toContain('ec2:AssignIpv6Addresses');
  });

  test('that an imported cluster does not know is asked for by name, all at once', () => {
    const stack = new Stack(new App(), 'Stack');
    const cluster = eks.Cluster.fromClusterAttributes(stack, 'Cluster', { clusterName: 'demo' });
    const create = (id: string, options: Options) =>
      new BottlerocketSelfManagedNodegroup(stack, id, { cluster, instanceTypes: types('m7i.large'), ...options });
    expect(problemsOf(() => create('A', {}))).toEqual([
      `${IssueCode.KUBERNETES_VERSION_UNKNOWN} kubernetesVersion`,
      `${IssueCode.VPC_UNKNOWN} vpc`,
      `${IssueCode.CLUSTER_FACT_MISSING} clusterAttributes.endpoint`,
      `${IssueCode.CLUSTER_FACT_MISSING} clusterAttributes.certificateAuthorityData`,
      `${IssueCode.CLUSTER_FACT_MISSING} clusterAttributes.securityGroup`,
    ]);
    const attributes = {
      endpoint: 'https://demo.example.com',
      certificateAuthorityData: 'aGVsbG8=',
      securityGroup: ec2.SecurityGroup.fromSecurityGroupId(stack, 'Group', 'sg-1'),
    };
    const { privateSubnets } = new ec2.Vpc(stack, 'Vpc');
    create('B', {
      clusterAttributes: attributes,
      kubernetesVersion: '1.35',
      subnets: { subnets: privateSubnets },
    });
    expect(asgSubnets(stack)).toEqual(privateSubnets.map(({ subnetId }) => stack.resolve(subnetId) as unknown));
  });

  test('that is wrong in the attributes is pointed to there', () => {
    expect(
      problems({ clusterAttributes: { endpoint: 'no address', certificateAuthorityData: '?', serviceCidr: '10/8' } }),
    ).toEqual([
      `${IssueCode.INVALID_SERVICE_CIDR} clusterAttributes.serviceCidr`,
      `${IssueCode.INVALID_VALUE} clusterAttributes.endpoint`,
      `${IssueCode.INVALID_VALUE} clusterAttributes.certificateAuthorityData`,
    ]);
  });

  test('cannot be given in the settings, now or later', () => {
    const kubernetes = {
      apiServer: 'https://x.example.com',
      clusterCertificate: 'aGk=',
      clusterDnsIp: ['10.0.0.10'],
      clusterName: 'x',
    };
    const expected = ['api-server', 'cluster-certificate', 'cluster-dns-ip', 'cluster-name'].map(
      (key) => `${IssueCode.SETTING_SUPPLIED_BY_NODEGROUP} settings.kubernetes.${key}`,
    );
    expect(problems({ settings: { kubernetes } })).toEqual(expected);
    const { nodes } = group();
    expect(problemsOf(() => nodes.addSettings({ kubernetes }))).toEqual(expected);
  });

  test('may be another DNS service, on purpose', () => {
    expect(userDataOf({ clusterDnsIp: ['169.254.20.10'] })).toContain('cluster-dns-ip = "169.254.20.10"');
    expect(problems({ clusterDnsIp: ['nowhere'] })).toEqual([`${IssueCode.INVALID_VALUE} clusterDnsIp`]);
  });

  test('is not undone by settings that would keep all nodes out', () => {
    expect(problems({ settings: { kubernetes: { nodeIp: '10.0.0.1', standaloneMode: true } } })).toEqual([
      `${IssueCode.NOT_FOR_NODEGROUPS} settings.kubernetes.node-ip`,
      `${IssueCode.NOT_FOR_NODEGROUPS} settings.kubernetes.standalone-mode`,
    ]);
  });
});

function asgSubnets(stack: Stack): unknown {
  return only(stack, 'AWS::AutoScaling::AutoScalingGroup').Properties.VPCZoneIdentifier;
}

describe('the image', () => {
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

describe('labels and taints', () => {
  const taints = [
    { key: 'dedicated', value: 'gpu', effect: TaintEffect.NO_SCHEDULE },
    { key: 'dedicated', effect: TaintEffect.NO_EXECUTE },
  ];

  test('are written into the settings, beside those that are there', () => {
    const settings = { kubernetes: { nodeLabels: { a: 'b' }, nodeTaints: { other: ['x:NoExecute'] } } };
    expect(userDataOf({ labels: { team: 'blue' }, taints, settings })).toContain(
      [
        '[settings.kubernetes.node-labels]',
        'a = "b"',
        'team = "blue"',
        '',
        '[settings.kubernetes.node-taints]',
        'dedicated = ["gpu:NoSchedule", ":NoExecute"]',
        'other = ["x:NoExecute"]',
      ].join('\n'),
    );
  });

  test('that are given in the settings too are refused, now or later', () => {
    const kubernetes = { nodeLabels: { team: 'red' }, nodeTaints: { dedicated: ['x:PreferNoSchedule'] } };
    const expected = [`${IssueCode.LABEL_GIVEN_TWICE} labels["team"]`, `${IssueCode.TAINT_GIVEN_TWICE} taints[0]`];
    const options = { labels: { team: 'blue' }, taints: taints.slice(0, 1) };
    expect(problems({ ...options, settings: { kubernetes } })).toEqual(expected);
    const { nodes } = group(options);
    expect(problemsOf(() => nodes.addSettings({ kubernetes }))).toEqual(expected);
  });

  test('that are wrong are pointed to where they are given, once', () => {
    expect(problems({ labels: { 'kubernetes.io/x': 'y' }, taints: [{ ...taints[0]!, value: 'a b' }] })).toEqual([
      `${IssueCode.INVALID_LABEL} labels["kubernetes.io/x"]`,
      `${IssueCode.INVALID_TAINT} taints[0].value`,
    ]);
  });

  test('may have values that are only known at deployment, but no such keys', () => {
    const fixture = cfnCluster();
    const token = new CfnParameter(fixture.stack, 'Team').valueAsString;
    const { stack } = group({ labels: { team: token } }, fixture);
    expect(userDataIn(stack)).toContain('team = "<Team>"');
    const found = problemsOf(() => group({ taints: [{ ...taints[0]!, key: token }] }));
    expect(found).toHaveLength(1);
    expect(found[0]).toContain(IssueCode.TOKEN_AS_KEY);
  });
});

describe('several instance types', () => {
  test('are all On-Demand unless told otherwise', () => {
    const { MixedInstancesPolicy, CapacityRebalance } = asgOf({
      instanceTypes: types('m7i.large', 'm6i.large'),
    }).Properties;
    expect(MixedInstancesPolicy).toMatchObject({
      InstancesDistribution: { SpotAllocationStrategy: 'price-capacity-optimized' },
      LaunchTemplate: { Overrides: [{ InstanceType: 'm7i.large' }, { InstanceType: 'm6i.large' }] },
    });
    expect(CapacityRebalance).toBeUndefined();
    expect(templateDataOf({ instanceTypes: types('m7i.large', 'm6i.large') }).InstanceType).toBeUndefined();
  });

  test('as Spot Instances are taken where they are cheap and safe, and replaced in time', () => {
    const options = { instanceTypes: types('m7i.large'), capacityType: NodegroupCapacityType.SPOT };
    expect(asgOf(options).Properties).toMatchObject({
      CapacityRebalance: true,
      MixedInstancesPolicy: {
        InstancesDistribution: {
          OnDemandPercentageAboveBaseCapacity: 0,
          SpotAllocationStrategy: 'price-capacity-optimized',
        },
      },
    });
    expect(asgOf({ ...options, capacityRebalance: false }).Properties.CapacityRebalance).toBe(false);
  });

  test('can be mixed, and weighed', () => {
    const { MixedInstancesPolicy, CapacityRebalance } = asgOf({
      instanceTypes: types('m7i.large', 'm7i.xlarge'),
      instanceTypeWeights: { 'm7i.large': 1, 'm7i.xlarge': 2 },
      instancesDistribution: {
        onDemandBaseCapacity: 2,
        onDemandPercentageAboveBaseCapacity: 25,
        onDemandAllocationStrategy: autoscaling.OnDemandAllocationStrategy.LOWEST_PRICE,
        spotAllocationStrategy: autoscaling.SpotAllocationStrategy.LOWEST_PRICE,
        spotInstancePools: 3,
      },
    }).Properties;
    expect(MixedInstancesPolicy).toMatchObject({
      InstancesDistribution: {
        OnDemandAllocationStrategy: 'lowest-price',
        OnDemandBaseCapacity: 2,
        OnDemandPercentageAboveBaseCapacity: 25,
        SpotAllocationStrategy: 'lowest-price',
        SpotInstancePools: 3,
      },
      LaunchTemplate: {
        Overrides: [
          { InstanceType: 'm7i.large', WeightedCapacity: '1' },
          { InstanceType: 'm7i.xlarge', WeightedCapacity: '2' },
        ],
      },
    });
    expect(CapacityRebalance).toBe(true);
  });

  test.each<[string, Options, string]>([
    [
      'a share above 100',
      { instancesDistribution: { onDemandPercentageAboveBaseCapacity: 101 } },
      '.onDemandPercentageAboveBaseCapacity',
    ],
    ['a negative base', { instancesDistribution: { onDemandBaseCapacity: -1 } }, '.onDemandBaseCapacity'],
    ['pools without lowest price', { instancesDistribution: { spotInstancePools: 2 } }, '.spotInstancePools'],
    [
      'a share beside SPOT',
      {
        capacityType: NodegroupCapacityType.SPOT,
        instancesDistribution: { onDemandPercentageAboveBaseCapacity: 50 },
      },
      '.onDemandPercentageAboveBaseCapacity',
    ],
    [
      'a Capacity Block',
      {
        capacityType: NodegroupCapacityType.CAPACITY_BLOCK,
        capacityReservationId: 'cr-1',
        instancesDistribution: {},
      },
      '',
    ],
  ])('are refused with %s', (_, options, property) => {
    expect(problems(options)).toEqual([`${IssueCode.INVALID_INSTANCES_DISTRIBUTION} instancesDistribution${property}`]);
  });

  test('are weighed all or none', () => {
    const instanceTypes = types('m7i.large', 'm7i.xlarge');
    expect(problems({ instanceTypes, instanceTypeWeights: { 'm7i.large': 0, 'm6i.large': 1 } })).toEqual([
      `${IssueCode.INVALID_INSTANCE_WEIGHTS} instanceTypeWeights["m7i.large"]`,
      `${IssueCode.INVALID_INSTANCE_WEIGHTS} instanceTypeWeights["m6i.large"]`,
      `${IssueCode.INVALID_INSTANCE_WEIGHTS} instanceTypeWeights["m7i.xlarge"]`,
    ]);
  });

  test('are 1 to 40', () => {
    const many = types(...Array.from({ length: 41 }, () => 'm7i.large'));
    expect(problems({ instanceTypes: [] })).toContain(`${IssueCode.NO_INSTANCE_TYPES} instanceTypes`);
    expect(problems({ instanceTypes: many })).toEqual([`${IssueCode.NO_INSTANCE_TYPES} instanceTypes`]);
  });
});

test('a Capacity Block is launched from its reservation', () => {
  expect(
    templateDataOf({ capacityType: NodegroupCapacityType.CAPACITY_BLOCK, capacityReservationId: 'cr-1' }),
  ).toMatchObject({
    CapacityReservationSpecification: { CapacityReservationTarget: { CapacityReservationId: 'cr-1' } },
    InstanceMarketOptions: { MarketType: 'capacity-block' },
    InstanceType: 'm7i.large',
  });
});

describe('sizes', () => {
  test.each<[Options, object]>([
    [{}, { MinSize: '1', MaxSize: '1' }],
    [{ minSize: 0 }, { MinSize: '0', MaxSize: '1' }],
    [{ minSize: 3 }, { MinSize: '3', MaxSize: '3' }],
    [{ desiredSize: 2 }, { MinSize: '1', MaxSize: '2', DesiredCapacity: '2' }],
    [
      { minSize: 2, maxSize: 9 },
      { MinSize: '2', MaxSize: '9' },
    ],
  ])('of %j are %j', (options, expected) => {
    const { MinSize, MaxSize, DesiredCapacity } = asgOf(options).Properties;
    expect({ MinSize, MaxSize, DesiredCapacity }).toEqual({ DesiredCapacity: undefined, ...expected });
  });

  test('that contradict each other are refused', () => {
    expect(problems({ minSize: 3, maxSize: 2 })).toEqual([`${IssueCode.INVALID_SCALING} minSize`]);
    expect(problems({ desiredSize: 3, maxSize: 2 })).toEqual([`${IssueCode.INVALID_SCALING} desiredSize`]);
  });

  test('may be known only at deployment', () => {
    const fixture = cfnCluster();
    const size = new CfnParameter(fixture.stack, 'Size', { type: 'Number' }).valueAsNumber;
    const { stack } = group({ minSize: size, maxSize: size }, fixture);
    const { MinSize, MaxSize } = only(stack, 'AWS::AutoScaling::AutoScalingGroup').Properties;
    expect([MinSize, MaxSize]).toEqual([{ Ref: 'Size' }, { Ref: 'Size' }]);
  });
});

describe('signals', () => {
  test('are sent by the nodes, who have the right to, and CloudFormation waits', () => {
    const { stack } = group({
      signals: autoscaling.Signals.waitForAll({ timeout: Duration.minutes(15) }),
      updatePolicy: NodegroupUpdatePolicy.rollingUpdate({ minInstancesInService: 1 }),
    });
    expect(userDataIn(stack)).toContain(
      [
        '[settings.cloudformation]',
        'logical-resource-id = "NodesAutoScalingGroupASG5CDA93C8"',
        'should-signal = true',
        'stack-name = "<AWS::StackName>"',
      ].join('\n'),
    );
    expect(only(stack, 'AWS::IAM::Policy').Properties.PolicyDocument).toMatchObject({
      Statement: [{ Action: 'cloudformation:SignalResource', Effect: 'Allow', Resource: { Ref: 'AWS::StackId' } }],
    });
    expect(only(stack, 'AWS::AutoScaling::AutoScalingGroup')).toMatchObject({
      CreationPolicy: { ResourceSignal: { Count: 1, Timeout: 'PT15M' } },
      UpdatePolicy: {
        AutoScalingRollingUpdate: { MinInstancesInService: 1, PauseTime: 'PT15M', WaitOnResourceSignals: true },
      },
    });
    // Nodes that start before they may signal are waited for in vain.
    expect(only(stack, 'AWS::EC2::LaunchTemplate').DependsOn).toEqual([
      expect.stringContaining('NodesNodeRoleDefaultPolicy'),
      'NodesNodeRoleA488D2F3',
    ]);
  });

  test('name the group by the logical id that it has in the end', () => {
    const { stack, nodes } = group({ signals: autoscaling.Signals.waitForAll() });
    (nodes.node.defaultChild as autoscaling.CfnAutoScalingGroup).overrideLogicalId('Renamed');
    expect(userDataIn(stack)).toContain('logical-resource-id = "Renamed"');
  });

  test('are not for the settings of users', () => {
    const settings = { cloudformation: { shouldSignal: true, stackName: 'x', logicalResourceId: 'y' } };
    expect(problems({ settings, signals: autoscaling.Signals.waitForAll() })).toEqual([
      `${IssueCode.SETTING_SUPPLIED_BY_NODEGROUP} settings.cloudformation`,
    ]);
    expect(userDataOf({ settings })).toContain('stack-name = "x"');
  });

  test('are missed by updates that would wait for them', () => {
    const { stack } = group({ updatePolicy: NodegroupUpdatePolicy.rollingUpdate() });
    Annotations.fromStack(stack).hasWarning('/Stack/Nodes', Match.stringLikeRegexp(IssueCode.UPDATE_WITHOUT_SIGNALS));
  });
});

test('an instance refresh replaces the nodes with a deployment', () => {
  const updatePolicy = NodegroupUpdatePolicy.instanceRefresh({ minHealthyPercentage: 90, maxHealthyPercentage: 110 });
  expect(asgOf({ updatePolicy }).UpdatePolicy).toMatchObject({
    AutoScalingInstanceRefresh: {
      Strategy: 'Rolling',
      Preferences: { MinHealthyPercentage: 90, MaxHealthyPercentage: 110 },
    },
  });
  expect(problems({ updatePolicy: NodegroupUpdatePolicy.instanceRefresh({ maxHealthyPercentage: 110 }) })).toEqual([
    `${IssueCode.INVALID_INSTANCE_REFRESH} updatePolicy.minHealthyPercentage`,
  ]);
});

describe('a warm pool', () => {
  test('holds nodes that do not join before they are needed', () => {
    const { stack } = group({ warmPool: { minSize: 2, poolState: autoscaling.PoolState.STOPPED } });
    Template.fromStack(stack).hasResourceProperties('AWS::AutoScaling::WarmPool', {
      AutoScalingGroupName: { Ref: 'NodesAutoScalingGroupASG5CDA93C8' },
      MinSize: 2,
      PoolState: 'Stopped',
    });
    expect(userDataIn(stack)).toContain('[settings.autoscaling]\nshould-wait = true\n');
  });

  test.each<[string, Options, string]>([
    ['that hibernates', { warmPool: { poolState: autoscaling.PoolState.HIBERNATED } }, 'warmPool.poolState'],
    ['that takes nodes back', { warmPool: { reuseOnScaleIn: true } }, 'warmPool.reuseOnScaleIn'],
    ['of Spot Instances', { warmPool: {}, capacityType: NodegroupCapacityType.SPOT }, 'warmPool'],
    [
      'of some Spot Instances',
      { warmPool: {}, instancesDistribution: { onDemandPercentageAboveBaseCapacity: 50 } },
      'warmPool',
    ],
  ])('%s is refused', (_, options, path) => {
    expect(problems(options)).toEqual([`${IssueCode.INVALID_WARM_POOL} ${path}`]);
  });

  test('that is added to the Auto Scaling group itself is refused, unless the settings know of it', () => {
    const { stack, nodes } = group();
    nodes.autoScalingGroup.addWarmPool();
    expect(() => Template.fromStack(stack)).toThrow(/InvalidWarmPool.*Pass warmPool to the node group/s);
    const other = group({ settings: { autoscaling: { shouldWait: true } } });
    other.nodes.autoScalingGroup.addWarmPool();
    expect(() => Template.fromStack(other.stack)).not.toThrow();
  });

  test('is not contradicted by settings', () => {
    expect(problems({ warmPool: {}, settings: { autoscaling: { shouldWait: false } } })).toEqual([
      `${IssueCode.SETTING_SUPPLIED_BY_NODEGROUP} settings.autoscaling.should-wait`,
    ]);
    expect(() => group({ warmPool: {}, settings: { autoscaling: { shouldWait: true } } })).not.toThrow();
  });
});

describe('tags', () => {
  const CLUSTER = { 'Fn::Join': ['', ['kubernetes.io/cluster/', { Ref: 'Cluster' }]] };

  test('of the cluster, the name and those of users reach instances, volumes and network interfaces', () => {
    const { stack, nodes } = group({ tags: { team: 'blue' } });
    Tags.of(nodes).add('cost', '42');
    const expected = [
      { Key: 'cost', Value: '42' },
      { Key: CLUSTER, Value: 'owned' },
      { Key: 'Name', Value: 'Stack/Nodes' },
      { Key: 'team', Value: 'blue' },
    ];
    expect(templateDataIn(stack).TagSpecifications).toEqual(
      ['instance', 'volume', 'network-interface'].map((ResourceType) => ({ ResourceType, Tags: expected })),
    );
    const launched = tagsOf(only(stack, 'AWS::AutoScaling::AutoScalingGroup')).filter((tag) => tag.PropagateAtLaunch);
    expect(launched).toEqual(expected.map((tag) => ({ ...tag, PropagateAtLaunch: true })));
  });

  test('of users win over the name', () => {
    const { stack, nodes } = group();
    Tags.of(nodes).add('Name', 'mine');
    expect(JSON.stringify(templateDataIn(stack).TagSpecifications)).not.toContain('Stack/Nodes');
    expect(tagsOf(only(stack, 'AWS::AutoScaling::AutoScalingGroup'))).toContainEqual({
      Key: 'Name',
      Value: 'mine',
      PropagateAtLaunch: true,
    });
  });

  test('for Cluster Autoscaler tell what a node would be like, and stay with the group', () => {
    const { stack, nodes } = group({
      labels: { team: 'blue' },
      taints: [
        { key: 'dedicated', value: 'gpu', effect: TaintEffect.NO_SCHEDULE },
        { key: 'dedicated', value: 'gpu', effect: TaintEffect.NO_EXECUTE },
      ],
      settings: { kubernetes: { nodeLabels: { a: 'b' }, nodeTaints: { x: ['y:NoSchedule', 'z:NoExecute'] } } },
      clusterAutoscalerResources: { 'ephemeral-storage': '18Gi' },
    });
    nodes.addSettings({ kubernetes: { nodeLabels: { late: 'label' } } });
    const kept = tagsOf(only(stack, 'AWS::AutoScaling::AutoScalingGroup')).filter((tag) => !tag.PropagateAtLaunch);
    const prefix = 'k8s.io/cluster-autoscaler';
    expect(kept.map(({ Key, Value }) => [Key, Value])).toEqual([
      [{ 'Fn::Join': ['', [`${prefix}/`, { Ref: 'Cluster' }]] }, 'owned'],
      [`${prefix}/enabled`, 'true'],
      [`${prefix}/node-template/label/a`, 'b'],
      [`${prefix}/node-template/label/late`, 'label'],
      [`${prefix}/node-template/label/team`, 'blue'],
      [`${prefix}/node-template/resources/ephemeral-storage`, '18Gi'],
      [`${prefix}/node-template/taint/dedicated`, 'gpu:NoSchedule'],
      [`${prefix}/node-template/taint/x`, 'y:NoSchedule'],
    ]);
  });

  test('for Cluster Autoscaler can be left out', () => {
    const tags = tagsOf(asgOf({ clusterAutoscalerTags: false, labels: { a: 'b' } }));
    expect(JSON.stringify(tags)).not.toContain('cluster-autoscaler');
  });
});

describe('security groups', () => {
  const groupsIn = (stack: Stack) => (templateDataIn(stack).NetworkInterfaces as { Groups: unknown[] }[])[0]!.Groups;

  test('are that of the cluster first, and those of users', () => {
    const fixture = cfnCluster();
    const own = new ec2.SecurityGroup(fixture.stack, 'Own', { vpc: fixture.vpc });
    const { stack } = group({ securityGroups: [own] }, fixture);
    expect(groupsIn(stack)).toEqual([
      { 'Fn::GetAtt': ['Cluster', 'ClusterSecurityGroupId'] },
      { 'Fn::GetAtt': [expect.stringContaining('Own'), 'GroupId'] },
    ]);
  });

  test('hold the one of the cluster once', () => {
    const { stack, cluster, ...fixture } = cfnCluster();
    const same = ec2.SecurityGroup.fromSecurityGroupId(stack, 'Same', cluster.attrClusterSecurityGroupId);
    group({ securityGroups: [same] }, { stack, cluster, ...fixture });
    expect(groupsIn(stack)).toHaveLength(1);
  });

  test('let others connect to the nodes, load balancers too', () => {
    const { stack, nodes } = group();
    nodes.connections.allowFromAnyIpv4(ec2.Port.tcp(30000));
    const targets = new elb.ApplicationTargetGroup(stack, 'Targets', {
      port: 30080,
      protocol: elb.ApplicationProtocol.HTTP,
      vpc: ec2.Vpc.fromVpcAttributes(stack, 'Same', { vpcId: 'vpc-1', availabilityZones: ['a'] }),
    });
    nodes.autoScalingGroup.attachToApplicationTargetGroup(targets);
    const template = Template.fromStack(stack);
    template.hasResourceProperties('AWS::EC2::SecurityGroupIngress', {
      GroupId: { 'Fn::GetAtt': ['Cluster', 'ClusterSecurityGroupId'] },
      FromPort: 30000,
    });
    template.hasResourceProperties('AWS::AutoScaling::AutoScalingGroup', {
      TargetGroupARNs: [{ Ref: Match.stringLikeRegexp('Targets') }],
    });
  });

  test('may leave nodes a public address', () => {
    expect(templateDataOf({ associatePublicIpAddress: true }).NetworkInterfaces).toMatchObject([
      { AssociatePublicIpAddress: true },
    ]);
  });
});

describe('the role', () => {
  test('gets what is granted to the node group', () => {
    const { stack, nodes } = group();
    new s3.Bucket(stack, 'Bucket').grantRead(nodes);
    expect(JSON.stringify(only(stack, 'AWS::IAM::Policy').Properties)).toContain('NodesNodeRole');
  });

  test('can be one of your own', () => {
    const fixture = cfnCluster();
    const nodeRole = iam.Role.fromRoleName(fixture.stack, 'Role', 'mine');
    const { stack, nodes } = group({ nodeRole }, fixture);
    expect(nodes.nodeRole).toBe(nodeRole);
    expect(only(stack, 'AWS::IAM::InstanceProfile').Properties).toEqual({ Roles: ['mine'] });
  });

  test('has no rights for a network plugin with a role of its own, and some more for sessions', () => {
    const { stack } = group({ cniPolicy: NodeCniPolicy.NONE, ssmAccess: true });
    expect(JSON.stringify(only(stack, 'AWS::IAM::Role')).match(/policy\/\w+/g)).toEqual([
      'policy/AmazonEKSWorkerNodePolicy',
      'policy/AmazonEC2ContainerRegistryPullOnly',
      'policy/AmazonSSMManagedInstanceCore',
    ]);
  });
});

test('a key of your own for the volumes can be used by Auto Scaling', () => {
  const fixture = cfnCluster();
  const kmsKey = new kms.Key(fixture.stack, 'Key');
  const { stack } = group({ dataVolume: { kmsKey, size: Size.gibibytes(50) } }, fixture);
  expect(JSON.stringify(only(stack, 'AWS::KMS::Key'))).toContain('AWSServiceRoleForAutoScaling');
  expect(templateDataIn(stack).BlockDeviceMappings).toMatchObject([
    {},
    { Ebs: { VolumeSize: 50, KmsKeyId: { 'Fn::GetAtt': [expect.stringContaining('Key'), 'Arn'] } } },
  ]);
});

test('options of Auto Scaling are passed on', () => {
  const asg = asgOf({
    autoScalingGroupName: 'nodes',
    groupMetrics: [autoscaling.GroupMetrics.all()],
    healthChecks: autoscaling.HealthChecks.withAdditionalChecks({
      additionalTypes: [autoscaling.AdditionalHealthCheckType.EBS],
      gracePeriod: Duration.minutes(10),
    }),
    defaultInstanceWarmup: Duration.minutes(2),
    maxInstanceLifetime: Duration.days(14),
    newInstancesProtectedFromScaleIn: true,
    terminationPolicies: [autoscaling.TerminationPolicy.OLDEST_INSTANCE],
  });
  expect(asg.Properties).toMatchObject({
    AutoScalingGroupName: 'nodes',
    DefaultInstanceWarmup: 120,
    HealthCheckGracePeriod: 600,
    HealthCheckType: 'EBS',
    MaxInstanceLifetime: 1209600,
    MetricsCollection: [{ Granularity: '1Minute' }],
    NewInstancesProtectedFromScaleIn: true,
    TerminationPolicies: ['OldestInstance'],
  });
  expect(templateDataOf({ detailedMonitoring: true }).Monitoring).toEqual({ Enabled: true });
});

test('the group can be scaled, and referred to', () => {
  const { stack, nodes } = group({ maxSize: 5 });
  nodes.autoScalingGroup.scaleOnCpuUtilization('Cpu', { targetUtilizationPercent: 60 });
  new autoscaling.CfnLifecycleHook(stack, 'Hook', {
    autoScalingGroupName: nodes.autoScalingGroupName,
    lifecycleTransition: 'x',
  });
  expect(stack.resolve(nodes.autoScalingGroupName)).toEqual({ Ref: 'NodesAutoScalingGroupASG5CDA93C8' });
  expect(stack.resolve(nodes.autoScalingGroupArn)).toBeDefined();
  Template.fromStack(stack).resourceCountIs('AWS::AutoScaling::ScalingPolicy', 1);
});

test('shell commands are refused, since Bottlerocket has no shell', () => {
  const { nodes } = group();
  expect(problemsOf(() => nodes.autoScalingGroup.addUserData('yum update'))).toEqual([
    `${IssueCode.SHELL_USER_DATA} addCommands`,
  ]);
});

describe('everything that is wrong', () => {
  test('comes out in one error, with the path of the construct', () => {
    const create = () =>
      group({
        instanceTypes: types('m7i.large', 'm8g.large'),
        minSize: 5,
        maxSize: 3,
        dataVolume: { iops: 1 },
        warmPool: { reuseOnScaleIn: true },
        settings: { kubernetes: { maxPods: '110' as never, clusterName: 'x' } },
      });
    expect(problemsOf(create)).toEqual([
      `${IssueCode.INVALID_SCALING} minSize`,
      `${IssueCode.INVALID_WARM_POOL} warmPool.reuseOnScaleIn`,
      `${IssueCode.MIXED_ARCHITECTURES} instanceTypes`,
      `${IssueCode.INVALID_VOLUME} dataVolume.iops`,
      `${IssueCode.WRONG_TYPE} settings.kubernetes.max-pods`,
      `${IssueCode.SETTING_SUPPLIED_BY_NODEGROUP} settings.kubernetes.cluster-name`,
    ]);
    try {
      create();
    } catch (error) {
      expect((error as { constructPath?: string }).constructPath).toBe('Stack/Nodes');
    }
  });

  test('in settings as a whole comes out at synthesis', () => {
    const { stack, nodes } = group();
    nodes.addSettings({ kubernetes: { evictionSoft: { memoryAvailable: '10%' } } });
    expect(() => Template.fromStack(stack)).toThrow(IssueCode.EVICTION_GRACE_PERIOD_MISSING);
  });
});

describe('a cluster with Auto Mode', () => {
  const WARNING = Match.stringLikeRegexp(IssueCode.AUTO_MODE_CLUSTER);

  test('takes such nodes, with a warning that its own nodes do not have their settings', () => {
    const stack = new Stack(new App(), 'Stack');
    const cluster = new eksv2.Cluster(stack, 'Cluster', { version: eksv2.KubernetesVersion.V1_35 });
    new BottlerocketSelfManagedNodegroup(stack, 'Nodes', { cluster, instanceTypes: types('m7i.large') });
    Annotations.fromStack(stack).hasWarning('/Stack/Nodes', WARNING);
  });

  test('is seen in a CloudFormation resource', () => {
    const { stack } = group({}, cfnCluster({ computeConfig: { enabled: true } }));
    Annotations.fromStack(stack).hasWarning('/Stack/Nodes', WARNING);
  });
});

test('settings are warned about once, on the launch template', () => {
  const { stack } = group({ settings: { ociHooks: { log4jHotpatchEnabled: true } } });
  const found = Annotations.fromStack(stack).findWarning('*', Match.stringLikeRegexp(IssueCode.DEPRECATED_SETTING));
  expect(found.map(({ id }) => id)).toEqual(['/Stack/Nodes/LaunchTemplate/Resource']);
});

test('issues carry what was received and what to do', () => {
  const [found] = issuesThrownBy(() => group({ warmPool: { poolState: autoscaling.PoolState.HIBERNATED } }));
  expect(found).toMatchObject({
    received: 'HIBERNATED',
    expected: 'PoolState.STOPPED or PoolState.RUNNING',
    message: 'Bottlerocket does not support hibernation.',
  });
});
