import { Stack, Token } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as eks from 'aws-cdk-lib/aws-eks';
import {
  BottlerocketManagedNodegroup,
  BottlerocketManagedNodegroupOptions,
  EfaOptions,
  NodegroupCapacityType,
} from '../../lib';
import { cfnCluster } from '../helpers/clusters';
import { problemsOf } from '../helpers/issues';
import { asgIn, group, Options, problems, templateDataIn, types, userDataIn } from '../helpers/self-managed';

const instanceTypes = types('p4d.24xlarge');

interface Interface {
  readonly NetworkCardIndex: number;
  readonly DeviceIndex: number;
  readonly InterfaceType: string;
  readonly Groups: unknown[];
  readonly AssociatePublicIpAddress?: boolean;
}

const interfacesIn = (stack: Stack) => templateDataIn(stack).NetworkInterfaces as Interface[];

function oneZone(vpc: ec2.Vpc): ec2.SubnetSelection {
  return { subnets: [vpc.privateSubnets[0]!] };
}

function selfManaged(options: Options = {}) {
  const fixture = cfnCluster();
  return group({ instanceTypes, efa: {}, subnets: oneZone(fixture.vpc), ...options }, fixture);
}

function managed(options: Partial<BottlerocketManagedNodegroupOptions> = {}) {
  const { stack, vpc, cluster } = cfnCluster();
  const nodes = new BottlerocketManagedNodegroup(stack, 'Nodes', {
    cluster,
    vpc,
    instanceTypes,
    efa: {},
    subnets: oneZone(vpc),
    ...options,
  });
  return { stack, nodes };
}

const warningsOf = (stack: Stack) =>
  stack.node
    .findAll()
    .flatMap(({ node }) => node.metadata)
    .filter(({ type }) => /warning/.test(type))
    .map(({ data }) => String(data));

const KINDS: Readonly<Record<string, (efa?: EfaOptions) => Stack>> = {
  'self-managed': (efa = {}) => selfManaged({ efa }).stack,
  managed: (efa = {}) => managed({ efa }).stack,
};

describe.each(Object.keys(KINDS))('EFA of %s node groups', (kind) => {
  const stack = KINDS[kind]!();
  const template = Template.fromStack(stack);

  test('has an interface on each network card, and one for the address of the node', () => {
    const found = interfacesIn(stack).map((one) => [one.NetworkCardIndex, one.DeviceIndex, one.InterfaceType]);
    expect(found).toEqual([
      [0, 0, 'interface'],
      [0, 1, 'efa-only'],
      [1, 0, 'efa-only'],
      [2, 0, 'efa-only'],
      [3, 0, 'efa-only'],
    ]);
    expect(interfacesIn(stack)[0]!.AssociatePublicIpAddress).toBe(false);
  });

  test('names the security groups at the interfaces, and not beside them', () => {
    const { SecurityGroupIds } = templateDataIn(stack);
    expect(SecurityGroupIds).toBeUndefined();
    interfacesIn(stack).forEach(({ Groups }) => {
      expect(JSON.stringify(Groups)).toMatch(/ClusterSecurityGroupId.*EfaSecurityGroup/);
      expect(Groups).toHaveLength(2);
    });
  });

  test('lets all traffic through among the nodes, and nothing else', () => {
    const [id] = Object.keys(template.findResources('AWS::EC2::SecurityGroup'));
    const self = { 'Fn::GetAtt': [id, 'GroupId'] };
    const ports = { IpProtocol: '-1', GroupId: self };
    template.resourceCountIs('AWS::EC2::SecurityGroup', 1);
    template.hasResourceProperties('AWS::EC2::SecurityGroupIngress', { ...ports, SourceSecurityGroupId: self });
    template.hasResourceProperties('AWS::EC2::SecurityGroupEgress', { ...ports, DestinationSecurityGroupId: self });
  });

  test('places the nodes close together', () => {
    const [id] = Object.keys(
      template.findResources('AWS::EC2::PlacementGroup', { Properties: { Strategy: 'cluster' } }),
    );
    expect(templateDataIn(stack).Placement).toEqual({ GroupName: { Ref: id } });
  });

  test('takes a security group and a placement group of users', () => {
    const given = KINDS[kind]!({
      securityGroup: ec2.SecurityGroup.fromSecurityGroupId(new Stack(), 'Group', 'sg-0123456789abcdef0'),
      placementGroup: { placementGroupRef: { groupName: 'close' } } as ec2.IPlacementGroupRef,
      interfaceCount: 1,
      hugePages: 3000,
    });
    expect(templateDataIn(given).Placement).toEqual({ GroupName: 'close' });
    expect(interfacesIn(given)).toHaveLength(2);
    expect(interfacesIn(given)[1]!.Groups[1]).toBe('sg-0123456789abcdef0');
    Template.fromStack(given).resourceCountIs('AWS::EC2::SecurityGroup', 0);
    Template.fromStack(given).resourceCountIs('AWS::EC2::PlacementGroup', 0);
    expect(userDataIn(given)).toContain('"vm/nr_hugepages" = "3000"');
  });

  test('has no warning in one Availability Zone, and one in several', () => {
    expect(warningsOf(stack).join()).not.toContain('EfaSeveralZones');
    const wide = { subnets: undefined };
    const spread = kind === 'managed' ? managed(wide).stack : selfManaged(wide).stack;
    expect(warningsOf(spread).join()).toContain('EfaSeveralZones');
  });

  test('is not placed together where users do not want that, nor in a Capacity Block', () => {
    expect(templateDataIn(KINDS[kind]!({ clusterPlacement: false }))).not.toHaveProperty('Placement');
    const block = { capacityType: NodegroupCapacityType.CAPACITY_BLOCK, capacityReservationId: 'cr-0123456789abcdef0' };
    const inBlock = kind === 'managed' ? managed(block).stack : selfManaged(block).stack;
    expect(templateDataIn(inBlock)).not.toHaveProperty('Placement');
  });
});

test('the connections of self-managed nodes know the security group for EFA, and those that come later are used', () => {
  const { stack, nodes } = selfManaged();
  expect(nodes.connections.securityGroups).toHaveLength(2);
  nodes.launchTemplate.addSecurityGroup(ec2.SecurityGroup.fromSecurityGroupId(stack, 'Later', 'sg-later'));
  expect(interfacesIn(stack).every(({ Groups }) => Groups.includes('sg-later'))).toBe(true);
});

test('Cluster Autoscaler knows how many EFA interfaces a node has', () => {
  const key = 'k8s.io/cluster-autoscaler/node-template/resources/vpc.amazonaws.com/efa';
  expect(asgIn(selfManaged().stack).Properties.Tags).toContainEqual(
    expect.objectContaining({ Key: key, Value: '4', PropagateAtLaunch: false }),
  );
});

test('instance types without EFA are refused', () => {
  expect(problems({ instanceTypes: types('m7i.large'), efa: {} })).toEqual(['EfaUnavailable instanceTypes']);
  expect(problemsOf(() => managed({ instanceTypes: types('m7i.large') }))).toEqual(['EfaUnavailable instanceTypes']);
});

test('the settings of users win over the huge pages of EFA, which may be known late', () => {
  const sysctl = { 'vm/nr_hugepages': '1' };
  expect(userDataIn(selfManaged({ efa: { hugePages: 9 }, settings: { kernel: { sysctl } } }).stack)).toContain(
    '"vm/nr_hugepages" = "1"',
  );
  const late = selfManaged({ efa: { hugePages: Token.asNumber({ Ref: 'Pages' }) } });
  expect(userDataIn(late.stack)).toContain('"vm/nr_hugepages" = "<Pages>"');
});

test('without a VPC, there must be a security group', () => {
  const stack = new Stack();
  const subnet = ec2.Subnet.fromSubnetId(stack, 'Subnet', 'subnet-0123456789abcdef0');
  const cluster = eks.Cluster.fromClusterAttributes(stack, 'Cluster', { clusterName: 'main' });
  const make = (efa: EfaOptions, more: object = {}) => {
    new BottlerocketManagedNodegroup(stack, `Nodes${stack.node.children.length}`, {
      cluster,
      instanceTypes,
      efa,
      subnets: { subnets: [subnet] },
      ...more,
    });
    throw new Error('made');
  };
  expect(problemsOf(() => make({}))).toEqual([
    'VpcUnknown efa.securityGroup',
    'ClusterFactMissing clusterAttributes.securityGroup',
  ]);
  const securityGroup = ec2.SecurityGroup.fromSecurityGroupId(stack, 'Efa', 'sg-0123456789abcdef0');
  const ofCluster = ec2.SecurityGroup.fromSecurityGroupId(stack, 'OfCluster', 'sg-1123456789abcdef0');
  expect(() => make({ securityGroup }, { clusterAttributes: { securityGroup: ofCluster } })).toThrow('made');
});
