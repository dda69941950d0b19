import { App, CfnParameter, Duration, Stack } from 'aws-cdk-lib';
import { Annotations, Match } from 'aws-cdk-lib/assertions';
import * as autoscaling from 'aws-cdk-lib/aws-autoscaling';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as eks from 'aws-cdk-lib/aws-eks';
import * as eksv2 from 'aws-cdk-lib/aws-eks-v2';
import { BottlerocketSelfManagedNodegroup, IssueCode, NodegroupUpdatePolicy, TaintEffect } from '../../lib';
import { cfnCluster, clusterV1, clusterV2 } from '../helpers/clusters';
import { problemsOf } from '../helpers/issues';
import {
  Options,
  types,
  group,
  only,
  asgIn,
  templateDataIn,
  userDataIn,
  userDataOf,
  problems,
} from '../helpers/self-managed';

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
  return asgIn(stack).Properties.VPCZoneIdentifier;
}

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
    expect(asgIn(stack)).toMatchObject({
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
