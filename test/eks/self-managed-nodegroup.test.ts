import { Size } from 'aws-cdk-lib';
import { Annotations, Match, Template } from 'aws-cdk-lib/assertions';
import * as autoscaling from 'aws-cdk-lib/aws-autoscaling';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as kms from 'aws-cdk-lib/aws-kms';
import * as s3 from 'aws-cdk-lib/aws-s3';
import { IssueCode, NodeCniPolicy } from '../../lib';
import { cfnCluster } from '../helpers/clusters';
import { issuesThrownBy, problemsOf } from '../helpers/issues';
import { types, group, only, asgOf, templateDataIn, templateDataOf } from '../helpers/self-managed';

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
