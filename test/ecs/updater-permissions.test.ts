import { App, Stack } from 'aws-cdk-lib';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as ecr from 'aws-cdk-lib/aws-ecr';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as kms from 'aws-cdk-lib/aws-kms';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import { Template } from 'aws-cdk-lib/assertions';
import { EcsUpdaterImage } from '../../lib';
import { capacity, clusterFixture, updaterFixture } from '../helpers/ecs-updater';
import { readable, resourcesOf, statementsOf } from '../helpers/readable';

/** How ARNs of this account and region begin. */
const arn = (service: string) => `arn:<AWS::Partition>:${service}:<AWS::Region>:<AWS::AccountId>`;
const CLUSTER = '<ClusterEB0386A7.Arn>';
const IN_CLUSTER = { ArnEquals: { 'ecs:cluster': CLUSTER } };

const trustOf = (stack: Stack, role: string) => {
  const [, properties] = Object.entries(resourcesOf(stack, 'AWS::IAM::Role')).find(([id]) => id.startsWith(role))!;
  return (properties.AssumeRolePolicyDocument as { Statement: object[] }).Statement;
};

test('the updater may do this and nothing else', () => {
  const document = (id: string) => `${arn('ssm')}:document/<${id}>`;
  expect(statementsOf(updaterFixture().stack, 'UpdaterTaskRole')).toEqual([
    { Sid: 'ListInstances', Effect: 'Allow', Action: 'ecs:ListContainerInstances', Resource: CLUSTER },
    {
      Sid: 'DrainInstances',
      Effect: 'Allow',
      Action: ['ecs:DescribeContainerInstances', 'ecs:UpdateContainerInstancesState'],
      Resource: `${arn('ecs')}:container-instance/<ClusterEB0386A7>/*`,
      Condition: IN_CLUSTER,
    },
    {
      Sid: 'DescribeTasks',
      Effect: 'Allow',
      Action: 'ecs:DescribeTasks',
      Resource: `${arn('ecs')}:task/<ClusterEB0386A7>/*`,
      Condition: IN_CLUSTER,
    },
    // Its own tasks are on no container instance, which is the only resource of the action.
    { Sid: 'ListTasks', Effect: 'Allow', Action: 'ecs:ListTasks', Resource: '*', Condition: IN_CLUSTER },
    {
      Sid: 'UseDocuments',
      Effect: 'Allow',
      Action: 'ssm:SendCommand',
      Resource: [
        document('UpdaterCheckDocument4920CB67'),
        document('UpdaterApplyDocumentB7D84BB2'),
        document('UpdaterRebootDocument5C9E9387'),
      ],
    },
    {
      Sid: 'CommandTaggedInstances',
      Effect: 'Allow',
      Action: 'ssm:SendCommand',
      Resource: `${arn('ec2')}:instance/*`,
      Condition: { StringEquals: { 'ssm:resourceTag/bottlerocket-ecs-updater': '<ClusterEB0386A7>' } },
    },
    // Neither of the two has resource-level permissions.
    { Sid: 'ReadResults', Effect: 'Allow', Action: 'ssm:GetCommandInvocation', Resource: `${arn('ssm')}:*` },
    {
      Sid: 'WaitForReboot',
      Effect: 'Allow',
      Action: 'ec2:DescribeInstanceStatus',
      Resource: '*',
      Condition: { StringEquals: { 'ec2:Region': '<AWS::Region>' } },
    },
  ]);
});

test('the execution role may write the log, and no more', () => {
  const { stack } = updaterFixture();
  expect(statementsOf(stack, 'UpdaterExecutionRole')).toEqual([
    {
      Effect: 'Allow',
      Action: ['logs:CreateLogStream', 'logs:PutLogEvents'],
      Resource: '<UpdaterLogGroup80D0714F.Arn>',
    },
  ]);
});

test('the schedule may start the task in the cluster, with its two roles, and no more', () => {
  expect(statementsOf(updaterFixture().stack, 'UpdaterScheduleRole')).toEqual([
    {
      Effect: 'Allow',
      Action: 'ecs:RunTask',
      Resource: '<UpdaterTaskDefinition954C4C2D>',
      Condition: IN_CLUSTER,
    },
    {
      Effect: 'Allow',
      Action: 'iam:PassRole',
      Resource: ['<UpdaterTaskRole8ABC48E6.Arn>', '<UpdaterExecutionRole67D517F5.Arn>'],
      Condition: { StringEquals: { 'iam:PassedToService': 'ecs-tasks.amazonaws.com' } },
    },
  ]);
});

test('with a dead-letter queue the schedule may send to it, and use its key', () => {
  const fixture = clusterFixture();
  const encryptionMasterKey = new kms.Key(fixture.stack, 'Key');
  const deadLetterQueue = new sqs.Queue(fixture.stack, 'Queue', { encryptionMasterKey });
  const { stack } = updaterFixture({ deadLetterQueue }, fixture);
  expect(statementsOf(stack, 'UpdaterScheduleRole').slice(2)).toEqual([
    { Effect: 'Allow', Action: 'sqs:SendMessage', Resource: '<Queue4A7E3555.Arn>' },
    { Effect: 'Allow', Action: ['kms:Decrypt', 'kms:GenerateDataKey'], Resource: '<Key961B73FD.Arn>' },
  ]);
});

describe('pulling the image', () => {
  const pull = ['ecr:BatchCheckLayerAvailability', 'ecr:GetDownloadUrlForLayer', 'ecr:BatchGetImage'];
  // ecr:GetAuthorizationToken has no resource-level permissions.
  const login = { Effect: 'Allow', Action: 'ecr:GetAuthorizationToken', Resource: '*' };
  const pullRights = (image: ecs.ContainerImage, fixture = clusterFixture()) =>
    statementsOf(updaterFixture({ image }, fixture).stack, 'UpdaterExecutionRole').filter(
      ({ Action }) => !JSON.stringify(Action).includes('logs:'),
    );

  test('from a repository of Amazon ECR is allowed for that repository', () => {
    const fixture = clusterFixture();
    const repository = new ecr.Repository(fixture.stack, 'Mirror');
    expect(pullRights(ecs.ContainerImage.fromEcrRepository(repository, 'v0.2.2'), fixture)).toEqual([
      { Effect: 'Allow', Action: pull, Resource: expect.stringMatching(/^<Mirror\w+\.Arn>$/) as unknown },
      login,
    ]);
  });

  test('from a pull-through cache is allowed for that repository, and to fill it', () => {
    const repository = `${arn('ecr')}:repository/ecr-public/bottlerocket/bottlerocket-ecs-updater`;
    expect(pullRights(EcsUpdaterImage.pullThroughCache())).toEqual([
      { Effect: 'Allow', Action: pull, Resource: repository },
      login,
      { Effect: 'Allow', Action: ['ecr:BatchImportUpstreamImage', 'ecr:CreateRepository'], Resource: repository },
    ]);
  });
});

describe('trust', () => {
  const ofAccount = { 'aws:SourceAccount': '<AWS::AccountId>' };
  const assume = { Effect: 'Allow', Action: 'sts:AssumeRole' };

  test('in the roles of the task is limited to tasks of this account', () => {
    const { stack } = updaterFixture();
    const Principal = { Service: 'ecs-tasks.amazonaws.com' };
    expect(trustOf(stack, 'UpdaterTaskRole')).toEqual([
      {
        ...assume,
        Principal,
        Condition: { StringEquals: ofAccount, ArnLike: { 'aws:SourceArn': `${arn('ecs')}:*` } },
      },
    ]);
    expect(trustOf(stack, 'UpdaterExecutionRole')).toEqual([
      { ...assume, Principal, Condition: { StringEquals: ofAccount } },
    ]);
  });

  test('in the role of the schedule is limited to its schedule group', () => {
    expect(trustOf(updaterFixture().stack, 'UpdaterScheduleRole')).toEqual([
      {
        ...assume,
        Principal: { Service: 'scheduler.amazonaws.com' },
        Condition: { StringEquals: { ...ofAccount, 'aws:SourceArn': '<UpdaterScheduleGroupF5BCA20A.Arn>' } },
      },
    ]);
  });
});

test('no role has a managed policy', () => {
  const roles = Object.values(resourcesOf(updaterFixture().stack, 'AWS::IAM::Role'));
  expect(roles.map(({ ManagedPolicyArns }) => ManagedPolicyArns)).toEqual([undefined, undefined, undefined]);
});

test('the only stars are those that AWS leaves no choice about', () => {
  const { stack } = updaterFixture();
  const policies = Object.values(resourcesOf(stack, 'AWS::IAM::Policy'));
  const statements = policies.flatMap(
    ({ PolicyDocument }) =>
      (PolicyDocument as { Statement: { Action: string | string[]; Resource: string }[] }).Statement,
  );
  expect(statements.filter(({ Resource }) => Resource === '*').map(({ Action }) => Action)).toEqual([
    'ecs:ListTasks',
    'ec2:DescribeInstanceStatus',
  ]);
  expect(statements.filter(({ Action }) => JSON.stringify(Action).includes('*'))).toEqual([]);
});

describe.each(['cn-north-1', 'us-gov-west-1', 'eu-west-1'])('in %s', (region) => {
  test('ARNs have the partition of the region', () => {
    const fixture = updaterFixture({}, clusterFixture({ env: { account: '123456789012', region } }));
    fixture.updater.attach(capacity(fixture));
    const template = JSON.stringify(readable(Template.fromStack(fixture.stack).toJSON()));
    expect(template).not.toMatch(/arn:aws/);
    expect(template).toContain(`arn:<AWS::Partition>:ecs:${region}:123456789012:container-instance/`);
    expect(template).toContain(`arn:<AWS::Partition>:iam::aws:policy/AmazonSSMManagedInstanceCore`);
  });
});

test('an imported cluster keeps the partition of its ARN', () => {
  const stack = new Stack(new App(), 'Stack', { env: { account: '123456789012', region: 'cn-north-1' } });
  const clusterArn = 'arn:aws-cn:ecs:cn-north-1:123456789012:cluster/prod';
  const cluster = ecs.Cluster.fromClusterArn(stack, 'Cluster', clusterArn) as ecs.Cluster;
  updaterFixture({ vpc: new ec2.Vpc(stack, 'Vpc', { maxAzs: 2 }) }, { stack, cluster, vpc: undefined as never });
  expect(statementsOf(stack, 'UpdaterTaskRole').slice(0, 2)).toMatchObject([
    { Resource: clusterArn },
    { Condition: { ArnEquals: { 'ecs:cluster': clusterArn } } },
  ]);
});
