import { App, CfnParameter, Duration, Stack, Tags } from 'aws-cdk-lib';
import * as autoscaling from 'aws-cdk-lib/aws-autoscaling';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as logs from 'aws-cdk-lib/aws-logs';
import * as s3 from 'aws-cdk-lib/aws-s3';
import { BottlerocketEcsUpdater } from '../../lib';
import {
  capacity,
  clusterFixture,
  errorsOf,
  managedInstances,
  updaterFixture,
  warningsOf,
} from '../helpers/ecs-updater';
import { issuesThrownBy, problemsOf } from '../helpers/issues';
import { onlyResource, resourcesOf, statementsOf } from '../helpers/readable';

describe('by default', () => {
  test('it has nothing to say about a cluster whose only capacity is attached', () => {
    const fixture = updaterFixture();
    fixture.updater.attach(capacity(fixture));
    expect(warningsOf(fixture)).toEqual([]);
    expect(errorsOf(fixture)).toEqual([]);
  });

  test('it is made of these resources, whose logical ids stay as they are', () => {
    const { stack } = updaterFixture();
    const types = ['IAM::Role', 'SSM::Document', 'ECS::TaskDefinition', 'Logs::LogGroup', 'EC2::SecurityGroup'];
    const more = ['Scheduler::Schedule', 'Scheduler::ScheduleGroup', 'Logs::MetricFilter', 'IAM::Policy'];
    expect([...types, ...more].flatMap((type) => Object.keys(resourcesOf(stack, `AWS::${type}`)))).toEqual([
      'UpdaterTaskRole8ABC48E6',
      'UpdaterExecutionRole67D517F5',
      'UpdaterScheduleRole00A69942',
      'UpdaterCheckDocument4920CB67',
      'UpdaterApplyDocumentB7D84BB2',
      'UpdaterRebootDocument5C9E9387',
      'UpdaterTaskDefinition954C4C2D',
      'UpdaterLogGroup80D0714F',
      'UpdaterSecurityGroup9A3D94E2',
      'UpdaterSchedule1359231B',
      'UpdaterScheduleGroupF5BCA20A',
      'UpdaterFailuresDE72A75B',
      'UpdaterSkippedInstances8B413648',
      'UpdaterTaskRoleDefaultPolicy4B3CB92F',
      'UpdaterExecutionRoleDefaultPolicy4A4FACFD',
      'UpdaterScheduleRoleDefaultPolicyD383F773',
    ]);
  });

  test('its log is kept for three months', () => {
    expect(onlyResource(updaterFixture().stack, 'AWS::Logs::LogGroup')).toEqual({ RetentionInDays: 90 });
  });

  test('nobody is told of failures', () => {
    const { stack } = updaterFixture();
    expect(resourcesOf(stack, 'AWS::CloudWatch::Alarm')).toEqual({});
    expect(resourcesOf(stack, 'AWS::Events::Rule')).toEqual({});
  });
});

describe('clusters', () => {
  const runOf = (stack: Stack) => {
    const { Target } = onlyResource(stack, 'AWS::Scheduler::Schedule') as { Target: { Arn: string } };
    const { ContainerDefinitions } = onlyResource(stack, 'AWS::ECS::TaskDefinition') as {
      ContainerDefinitions: [{ Command: string[] }];
    };
    return { arn: Target.Arn, name: ContainerDefinitions[0].Command[1] };
  };

  test('of the app are taken as they are', () => {
    expect(runOf(updaterFixture().stack)).toEqual({ arn: '<ClusterEB0386A7.Arn>', name: '<ClusterEB0386A7>' });
  });

  test('imported with their VPC are taken as they are', () => {
    const { stack, vpc } = clusterFixture();
    const cluster = ecs.Cluster.fromClusterAttributes(stack, 'Imported', { clusterName: 'prod', vpc });
    updaterFixture({ cluster }, { stack, vpc, cluster: cluster as ecs.Cluster });
    expect(runOf(stack)).toEqual({
      arn: 'arn:<AWS::Partition>:ecs:<AWS::Region>:<AWS::AccountId>:cluster/prod',
      name: 'prod',
    });
  });

  test('imported by their ARN need a VPC beside them', () => {
    const stack = new Stack(new App(), 'Stack', { env: { account: '123456789012', region: 'eu-west-1' } });
    const clusterArn = 'arn:aws:ecs:eu-west-1:123456789012:cluster/prod';
    const cluster = ecs.Cluster.fromClusterArn(stack, 'Imported', clusterArn);
    expect(problemsOf(() => new BottlerocketEcsUpdater(stack, 'Updater', { cluster }))).toEqual(['VpcUnknown vpc']);
    const vpc = new ec2.Vpc(stack, 'Vpc', { maxAzs: 2 });
    new BottlerocketEcsUpdater(stack, 'WithVpc', { cluster, vpc });
    expect(runOf(stack)).toEqual({ arn: clusterArn, name: 'prod' });
  });

  test('of CloudFormation need a VPC beside them', () => {
    const { stack, vpc } = clusterFixture();
    const cluster = new ecs.CfnCluster(stack, 'Plain');
    expect(problemsOf(() => new BottlerocketEcsUpdater(stack, 'None', { cluster }))).toEqual(['VpcUnknown vpc']);
    new BottlerocketEcsUpdater(stack, 'Updater', { cluster, vpc });
    expect(runOf(stack)).toEqual({ arn: '<Plain.Arn>', name: '<Plain>' });
  });

  test('whose name is only known at deployment work', () => {
    const { stack, vpc } = clusterFixture();
    const { valueAsString: clusterName } = new CfnParameter(stack, 'Name');
    const cluster = ecs.Cluster.fromClusterAttributes(stack, 'Imported', { clusterName, vpc });
    new BottlerocketEcsUpdater(stack, 'Updater', { cluster });
    expect(runOf(stack).arn).toBe('arn:<AWS::Partition>:ecs:<AWS::Region>:<AWS::AccountId>:cluster/<Name>');
    expect(JSON.stringify(statementsOf(stack, 'UpdaterTaskRole'))).toContain(':container-instance/<Name>/*');
  });

  test('of another stack of the app work', () => {
    const { stack, cluster } = clusterFixture();
    const other = new Stack(stack.node.root, 'Other');
    const updater = new BottlerocketEcsUpdater(other, 'Updater', { cluster });
    updater.attach(capacity({ stack, vpc: cluster.vpc }));
    expect(runOf(other).arn).toMatch(/^<import Stack:ExportsOutput.*ClusterEB0386A7Arn/);
    const { Tags: tags } = onlyResource(stack, 'AWS::AutoScaling::AutoScalingGroup') as { Tags: object[] };
    expect(tags).toContainEqual({
      Key: 'bottlerocket-ecs-updater',
      Value: '<ClusterEB0386A7>',
      PropagateAtLaunch: true,
    });
  });
});

describe('attach', () => {
  const tagsOf = (stack: Stack) =>
    (onlyResource(stack, 'AWS::AutoScaling::AutoScalingGroup') as { Tags: object[] }).Tags;
  const policiesOf = (stack: Stack) =>
    JSON.stringify(resourcesOf(stack, 'AWS::IAM::Role').InstanceRole3CCE2F1D!.ManagedPolicyArns ?? []);

  test('gives instances the tag of the updater when they are launched', () => {
    const fixture = updaterFixture();
    fixture.updater.attach(capacity(fixture));
    expect(tagsOf(fixture.stack)).toContainEqual({
      Key: 'bottlerocket-ecs-updater',
      PropagateAtLaunch: true,
      Value: '<ClusterEB0386A7>',
    });
  });

  test('gives them a tag of choice, which is the one in the policy', () => {
    const fixture = updaterFixture({ instanceTag: { key: 'cluster', value: 'prod' } });
    fixture.updater.attach(capacity(fixture));
    expect(tagsOf(fixture.stack)).toContainEqual({ Key: 'cluster', PropagateAtLaunch: true, Value: 'prod' });
    expect(JSON.stringify(statementsOf(fixture.stack, 'UpdaterTaskRole'))).toContain(
      '{"StringEquals":{"ssm:resourceTag/cluster":"prod"}}',
    );
  });

  test('lets the instances register with Systems Manager', () => {
    const fixture = updaterFixture();
    fixture.updater.attach(capacity(fixture));
    expect(policiesOf(fixture.stack)).toBe('["arn:<AWS::Partition>:iam::aws:policy/AmazonSSMManagedInstanceCore"]');
  });

  test('adds the policy for that once, whoever else adds it', () => {
    const fixture = updaterFixture();
    const group = capacity(fixture);
    const core = () => iam.ManagedPolicy.fromAwsManagedPolicyName('AmazonSSMManagedInstanceCore');
    group.role.addManagedPolicy(core());
    fixture.updater.attach(group);
    group.role.addManagedPolicy(core());
    expect(policiesOf(fixture.stack).match(/AmazonSSMManagedInstanceCore/g)).toHaveLength(1);
  });

  test('leaves the role alone when it is told to', () => {
    const fixture = updaterFixture();
    fixture.updater.attach(capacity(fixture), { ssmAccess: false });
    expect(policiesOf(fixture.stack)).toBe('[]');
    expect(warningsOf(fixture)).toEqual([]);
  });

  test('warns of a role that it cannot change', () => {
    const fixture = updaterFixture();
    const role = iam.Role.fromRoleArn(fixture.stack, 'Role', 'arn:aws:iam::123456789012:role/instances');
    const machineImage = ec2.MachineImage.genericLinux({ 'eu-west-1': 'ami-1' });
    const instanceType = new ec2.InstanceType('m7i.large');
    const group = capacity(fixture, { launchTemplate: undefined, instanceType, machineImage, role });
    fixture.updater.attach(group);
    expect(warningsOf(fixture)).toEqual(['SsmAccessUnknown']);
    expect(resourcesOf(fixture.stack, 'AWS::IAM::ManagedPolicy')).toEqual({});
  });

  test('warns of an imported group, which it can neither tag nor change', () => {
    const fixture = updaterFixture();
    fixture.updater.attach(
      autoscaling.AutoScalingGroup.fromAutoScalingGroupName(fixture.stack, 'Imported', 'capacity'),
    );
    expect(warningsOf(fixture)).toEqual(['CapacityNotTagged', 'SsmAccessUnknown']);
  });

  test('takes a group of CloudFormation, whose role it does not know', () => {
    const fixture = updaterFixture();
    const group = new autoscaling.CfnAutoScalingGroup(fixture.stack, 'Plain', {
      minSize: '1',
      maxSize: '2',
      launchTemplate: { launchTemplateId: 'lt-0123456789abcdef0', version: '1' },
    });
    fixture.updater.attach(group);
    expect(tagsOf(fixture.stack)).toEqual([
      { Key: 'bottlerocket-ecs-updater', PropagateAtLaunch: true, Value: '<ClusterEB0386A7>' },
    ]);
    expect(warningsOf(fixture)).toEqual(['SsmAccessUnknown']);
  });

  test('refuses ECS Managed Instances', () => {
    const { stack, vpc, updater } = updaterFixture();
    const managed = managedInstances({ stack, vpc });
    const attach = () => updater.attach(managed as unknown as autoscaling.IAutoScalingGroupRef);
    expect(problemsOf(attach)).toEqual(['ManagedInstances autoScalingGroup']);
    expect(attach).toThrow('the instances of the ECS cluster could not be updated like this');
  });

  test('fails when the tag is gone at synthesis', () => {
    const fixture = updaterFixture();
    const group = capacity(fixture);
    fixture.updater.attach(group);
    Tags.of(group).remove('bottlerocket-ecs-updater', { priority: 300 });
    expect(errorsOf(fixture)).toEqual(['InstanceTagMissing']);
  });
});

describe('rights', () => {
  test('that are granted to the updater go to its role', () => {
    const { stack, updater } = updaterFixture();
    new s3.Bucket(stack, 'Bucket').grantRead(updater);
    const granted = statementsOf(stack, 'UpdaterTaskRole').at(-1);
    expect(granted).toMatchObject({ Action: ['s3:GetObject*', 's3:GetBucket*', 's3:List*'] });
  });

  test('to run it at once are those of the schedule', () => {
    const { stack, updater } = updaterFixture();
    const user = new iam.User(stack, 'User');
    expect(updater.grantRun(user).success).toBe(true);
    const statements = statementsOf(stack, 'UserDefaultPolicy');
    expect(statements).toHaveLength(2);
    expect(statements).toEqual(statementsOf(stack, 'UpdaterScheduleRole'));
  });

  test('to connect to something are given to its security group', () => {
    const { stack, vpc, updater } = updaterFixture();
    const endpoint = new ec2.SecurityGroup(stack, 'Endpoint', { vpc });
    updater.connections.allowTo(endpoint, ec2.Port.tcp(443));
    expect(onlyResource(stack, 'AWS::EC2::SecurityGroupIngress')).toMatchObject({
      FromPort: 443,
      SourceSecurityGroupId: '<UpdaterSecurityGroup9A3D94E2.GroupId>',
    });
  });
});

test('it writes into a log group that it is given', () => {
  const fixture = clusterFixture();
  const logGroup = new logs.LogGroup(fixture.stack, 'Log', { retention: logs.RetentionDays.ONE_YEAR });
  const { stack, updater } = updaterFixture({ logGroup }, fixture);
  expect(updater.logGroup).toBe(logGroup);
  expect(onlyResource(stack, 'AWS::Logs::LogGroup')).toEqual({ RetentionInDays: 365 });
});

test('it keeps its log as long as it is told to', () => {
  const { stack } = updaterFixture({ logRetention: logs.RetentionDays.ONE_WEEK });
  expect(onlyResource(stack, 'AWS::Logs::LogGroup')).toEqual({ RetentionInDays: 7 });
});

test('its metrics are sums, and can be looked at in other ways', () => {
  const { updater } = updaterFixture();
  expect(updater.metricFailures()).toMatchObject({ metricName: 'Failures', statistic: 'Sum' });
  expect(updater.metricSkippedInstances()).toMatchObject({ metricName: 'SkippedInstances', statistic: 'Sum' });
  const period = Duration.hours(12);
  expect(updater.metricFailures({ period, statistic: 'Maximum' })).toMatchObject({ period, statistic: 'Maximum' });
});

test('all that is wrong comes out in one error', () => {
  const { stack } = clusterFixture();
  const cluster = new ecs.CfnCluster(stack, 'Plain');
  const issues = issuesThrownBy(
    () =>
      new BottlerocketEcsUpdater(stack, 'Updater', {
        cluster,
        instanceTag: { key: 'aws:tag', value: '' },
        logGroup: logs.LogGroup.fromLogGroupName(stack, 'Log', 'log'),
        logRetention: logs.RetentionDays.ONE_WEEK,
      }),
  );
  expect(issues.map(({ code }) => code)).toEqual(['VpcUnknown', 'InvalidInstanceTag', 'LogGroupGivenTwice']);
});
