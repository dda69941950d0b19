import { App, Lazy, Size, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as iam from 'aws-cdk-lib/aws-iam';
import { BottlerocketUserData, mixins, NodegroupCapacityType } from '../../lib';
import { makeTemplate, nodeMixins, NodeTemplateOptions } from '../../lib/mixins/node-template';
import { problemsOf } from '../helpers/issues';
import { templateDataIn, types, userDataIn } from '../helpers/self-managed';

/** A launch template with two security groups. */
function template(options: Partial<NodeTemplateOptions> = {}) {
  const stack = new Stack(new App(), 'Stack');
  const userData = new BottlerocketUserData({ settings: { motd: 'hello' } });
  const made = makeTemplate(
    stack,
    { instanceTypes: types('m7i.large'), ...options },
    {
      imageId: 'ami-0123456789abcdef0',
      userData,
      role: new iam.Role(stack, 'Role', { assumedBy: new iam.ServicePrincipal('ec2.amazonaws.com') }),
      tagSpecifications: Lazy.any({
        produce: () => [{ resourceType: 'volume', tags: [{ key: 'team', value: 'web' }] }],
      }),
      securityGroups: ['sg-0123456789abcdef0', 'sg-0123456789abcdef1'].map((id) =>
        ec2.SecurityGroup.fromSecurityGroupId(stack, id, id),
      ),
    },
  );
  return { stack, userData, made };
}

const dataOf = (options?: Partial<NodeTemplateOptions>) => templateDataIn(template(options).stack);

test('a node has its image, role, tags, and both volumes and the metadata as the mixins have them', () => {
  const { stack } = template();
  expect(templateDataIn(stack)).toMatchObject({
    ImageId: 'ami-0123456789abcdef0',
    InstanceType: 'm7i.large',
    IamInstanceProfile: {},
    TagSpecifications: [{ ResourceType: 'volume', Tags: [{ Key: 'team', Value: 'web' }] }],
    BlockDeviceMappings: [
      { DeviceName: '/dev/xvda', Ebs: { Encrypted: true } },
      { DeviceName: '/dev/xvdb', Ebs: { Encrypted: true } },
    ],
    MetadataOptions: { HttpTokens: 'required', HttpPutResponseHopLimit: 1 },
  });
  expect(userDataIn(stack)).toBe('[settings]\nmotd = "hello"\n');
});

test('a node has all security groups, and no public address unless asked for', () => {
  const groups = ['sg-0123456789abcdef0', 'sg-0123456789abcdef1'];
  expect(dataOf().NetworkInterfaces).toEqual([{ AssociatePublicIpAddress: false, DeviceIndex: 0, Groups: groups }]);
  expect(dataOf({ associatePublicIpAddress: true }).NetworkInterfaces).toMatchObject([
    { AssociatePublicIpAddress: true },
  ]);
});

test('the instance type is left to the Auto Scaling group where it has several kinds', () => {
  expect(dataOf({ instanceTypes: types('m7i.large', 'm6i.large') }).InstanceType).toBeUndefined();
  expect(dataOf({ capacityType: NodegroupCapacityType.SPOT }).InstanceType).toBeUndefined();
});

test('a Capacity Block is asked for by its reservation', () => {
  const block = { capacityType: NodegroupCapacityType.CAPACITY_BLOCK, capacityReservationId: 'cr-0123456789abcdef0' };
  expect(dataOf(block)).toMatchObject({
    InstanceMarketOptions: { MarketType: 'capacity-block' },
    CapacityReservationSpecification: {
      CapacityReservationTarget: { CapacityReservationId: 'cr-0123456789abcdef0' },
    },
  });
});

test('options reach the mixins', () => {
  const data = dataOf({
    metadataHopLimit: 2,
    dataVolume: { size: Size.gibibytes(50) },
    detailedMonitoring: true,
  });
  expect(data).toMatchObject({
    MetadataOptions: { HttpPutResponseHopLimit: 2 },
    BlockDeviceMappings: [{}, { Ebs: { VolumeSize: 50 } }],
    Monitoring: { Enabled: true },
  });
});

test('settings that are added later reach the nodes, and shell scripts are refused', () => {
  const { stack, userData, made } = template();
  userData.addSettings({ motd: 'later' });
  expect(problemsOf(() => made.userData!.addCommands('echo hello'))).toEqual(['ShellUserData addCommands']);
  expect(userDataIn(stack)).toContain('motd = "later"');
  expect(Template.fromStack(stack).findResources('AWS::IAM::InstanceProfile')).not.toEqual({});
});

test('every launch template gets the same three mixins', () => {
  const made = nodeMixins(new BottlerocketUserData(), {});
  expect(made.map((mixin) => mixin.constructor)).toEqual([
    mixins.LaunchTemplateUserData,
    mixins.LaunchTemplateVolumes,
    mixins.LaunchTemplateMetadataOptions,
  ]);
});
