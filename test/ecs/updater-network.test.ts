import { App, Fn, Stack } from 'aws-cdk-lib';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import { BottlerocketEcsUpdater, BottlerocketEcsUpdaterProps, EcsUpdaterImage } from '../../lib';
import { clusterFixture, updaterFixture, warningsOf } from '../helpers/ecs-updater';
import { problemsOf } from '../helpers/issues';
import { onlyResource, resourcesOf } from '../helpers/readable';

/** The updater in a VPC with subnets of these types. */
function inVpc(subnetTypes: ec2.SubnetType[], props: Partial<BottlerocketEcsUpdaterProps> = {}) {
  const stack = new Stack(new App(), 'Stack');
  const subnetConfiguration = subnetTypes.map((subnetType) => ({ name: subnetType, subnetType }));
  const vpc = new ec2.Vpc(stack, 'Vpc', { maxAzs: 1, subnetConfiguration });
  const cluster = new ecs.Cluster(stack, 'Cluster', { vpc });
  const updater = new BottlerocketEcsUpdater(stack, 'Updater', { cluster, ...props });
  return { stack, updater };
}

const networkOf = (stack: Stack) => {
  const { Target } = onlyResource(stack, 'AWS::Scheduler::Schedule') as {
    Target: { EcsParameters: { NetworkConfiguration: { AwsvpcConfiguration: Record<string, unknown> } } };
  };
  const { Subnets, AssignPublicIp } = Target.EcsParameters.NetworkConfiguration.AwsvpcConfiguration;
  return `${(Subnets as string[]).join().replace(/Subnet1Subnet\w+/g, '')} ${AssignPublicIp as string}`;
};

const { PUBLIC, PRIVATE_WITH_EGRESS, PRIVATE_ISOLATED } = ec2.SubnetType;

test.each([
  ['private ones, without a public address', [PUBLIC, PRIVATE_WITH_EGRESS, PRIVATE_ISOLATED], '<VpcPrivate> DISABLED'],
  ['public ones with a public address', [PUBLIC, PRIVATE_ISOLATED], '<VpcPublic> ENABLED'],
  ['isolated ones', [PRIVATE_ISOLATED], '<VpcIsolated> DISABLED'],
])('by default the subnets are %s', (_, subnetTypes, expected) => {
  expect(networkOf(inVpc(subnetTypes).stack)).toBe(expected);
});

test('subnets can be chosen, and the address follows from them', () => {
  const { stack } = inVpc([PUBLIC, PRIVATE_WITH_EGRESS], { vpcSubnets: { subnetType: PUBLIC } });
  expect(networkOf(stack)).toBe('<VpcPublic> ENABLED');
});

test('the address can be chosen', () => {
  expect(networkOf(inVpc([PUBLIC, PRIVATE_WITH_EGRESS], { assignPublicIp: true }).stack)).toBe('<VpcPrivate> ENABLED');
});

test('the VPC can be another than that of the instances', () => {
  const fixture = clusterFixture();
  const vpc = new ec2.Vpc(fixture.stack, 'Shared', { maxAzs: 1 });
  const { stack } = updaterFixture({ vpc }, fixture);
  expect(networkOf(stack)).toBe('<SharedPrivate> DISABLED');
  expect(onlyResource(stack, 'AWS::EC2::SecurityGroup')).toMatchObject({ VpcId: '<SharedDACC02AA>' });
});

test('subnets that are only known at deployment are passed on', () => {
  const { stack, cluster } = clusterFixture();
  const vpc = ec2.Vpc.fromVpcAttributes(stack, 'Imported', {
    vpcId: Fn.importValue('VpcId'),
    availabilityZones: Fn.split(',', Fn.importValue('Zones'), 2),
    privateSubnetIds: Fn.split(',', Fn.importValue('Subnets'), 2),
  });
  updaterFixture({ vpc }, { stack, vpc: vpc as ec2.Vpc, cluster });
  const schedule = onlyResource(stack, 'AWS::Scheduler::Schedule');
  expect(JSON.stringify(schedule)).toContain('{"Fn::Select":[1,{"Fn::Split":[",","<import Subnets>"]}]}');
});

test('a selection without subnets is refused', () => {
  const none = () => updaterFixture({ vpcSubnets: { availabilityZones: ['nowhere'] } });
  expect(problemsOf(none)).toEqual(['NoSubnets vpcSubnets']);
});

describe('a way out', () => {
  const egressWarnings = (fixture: { readonly stack: Stack }) =>
    warningsOf(fixture).filter((code) => code !== 'NoCapacityAttached');

  test.each([
    ['isolated subnets', [PRIVATE_ISOLATED], {}],
    ['isolated subnets with a pull-through cache', [PRIVATE_ISOLATED], { image: EcsUpdaterImage.pullThroughCache() }],
    ['public subnets without a public address', [PUBLIC], { assignPublicIp: false }],
  ])('is missing in %s, which is worth a warning', (_, subnetTypes, props) => {
    expect(egressWarnings(inVpc(subnetTypes, props))).toEqual(['UpdaterWithoutEgress']);
  });

  test.each([
    ['private subnets', [PUBLIC, PRIVATE_WITH_EGRESS], {}],
    ['public subnets', [PUBLIC], {}],
  ])('is there in %s', (_, subnetTypes, props) => {
    expect(egressWarnings(inVpc(subnetTypes, props))).toEqual([]);
  });
});

describe('the security group', () => {
  test('lets nothing in, and HTTPS out', () => {
    const { stack } = updaterFixture();
    const group = onlyResource(stack, 'AWS::EC2::SecurityGroup');
    expect(group.SecurityGroupIngress).toBeUndefined();
    expect(group.SecurityGroupEgress).toEqual([
      {
        CidrIp: '0.0.0.0/0',
        Description: 'APIs of AWS, and the registry of the image',
        IpProtocol: 'tcp',
        FromPort: 443,
        ToPort: 443,
      },
    ]);
    expect(resourcesOf(stack, 'AWS::EC2::SecurityGroupIngress')).toEqual({});
  });

  test('can be another', () => {
    const { stack, vpc, cluster } = clusterFixture();
    const securityGroups = [ec2.SecurityGroup.fromSecurityGroupId(stack, 'Group', 'sg-0123456789abcdef0')];
    const { updater } = updaterFixture({ securityGroups }, { stack, vpc, cluster });
    expect(updater.connections.securityGroups).toEqual(securityGroups);
    expect(resourcesOf(stack, 'AWS::EC2::SecurityGroup')).toEqual({});
    expect(JSON.stringify(onlyResource(stack, 'AWS::Scheduler::Schedule'))).toContain(
      '"SecurityGroups":["sg-0123456789abcdef0"]',
    );
  });
});
