import { Stack } from 'aws-cdk-lib';
import * as kms from 'aws-cdk-lib/aws-kms';
import * as sns from 'aws-cdk-lib/aws-sns';
import { Template } from 'aws-cdk-lib/assertions';
import { clusterFixture, updaterFixture, warningsOf } from '../helpers/ecs-updater';
import { onlyResource, resourcesOf } from '../helpers/readable';

function withTopic(makeTopic = (stack: Stack): sns.ITopic => new sns.Topic(stack, 'Topic')) {
  const fixture = clusterFixture();
  return updaterFixture({ failureTopic: makeTopic(fixture.stack) }, fixture);
}

/** Lines that the updater writes, by its source, and what they count as. */
const LINES: Readonly<Record<string, string>> = {
  'Failed to get container instances in cluster "prod": AccessDeniedException': 'Failures',
  'Failed to check updates: all attempts to send SSM document check failed: AccessDeniedException': 'Failures',
  'Failed to send document check: send command failed: InvalidInstanceId': 'Failures',
  'Failed to drain instance `i-1`: error while waiting to drain': 'Failures',
  'Failed to update instance `i-1`: failed to send reboot command': 'Failures',
  'Update failed for instance `i-1`': 'Failures',
  'instance `i-1` failed to re-activate after update: API failures while activating': 'Failures',
  'Cannot determine running updater tasks, therefore stopping this run to avoid risk of multiple runs': 'Failures',
  'Container instance "arn" has a non-service task running: arn': 'SkippedInstances',
  'Instance `i-1` is not eligible for updates because it contains non-service task': '',
  'Another updater is running, therefore exiting this run.': '',
  'Zero instances in the cluster': '',
  'Instance `i-1` updated successfully!': '',
  'Update operations complete!': '',
};

describe('metrics', () => {
  /** Which filters match a line: terms of a pattern are quoted, and those with a question mark are alternatives. */
  function countedAs(stack: Stack, line: string): string[] {
    return Object.values(resourcesOf(stack, 'AWS::Logs::MetricFilter'))
      .filter(({ FilterPattern }) =>
        [...(FilterPattern as string).matchAll(/\??"([^"]+)"/g)].some(([, term]) => line.includes(term!)),
      )
      .map(({ MetricTransformations }) => (MetricTransformations as [{ MetricName: string }])[0].MetricName);
  }

  test.each(Object.entries(LINES))('count the line %s as %s', (line, expected) => {
    expect(countedAs(updaterFixture().stack, line).join()).toBe(expected);
  });

  test('are those of the cluster, in the log of the updater', () => {
    const filters = Object.values(resourcesOf(updaterFixture().stack, 'AWS::Logs::MetricFilter'));
    const filter = (MetricName: string) => ({
      LogGroupName: '<UpdaterLogGroup80D0714F>',
      MetricTransformations: [
        { MetricName, MetricNamespace: 'Bottlerocket/EcsUpdater/<ClusterEB0386A7>', MetricValue: '1' },
      ],
    });
    expect(filters).toMatchObject([filter('Failures'), filter('SkippedInstances')]);
  });
});

test('the topic hears of starts that were given up, and of failures in the log', () => {
  const alarms = Object.values(resourcesOf(withTopic().stack, 'AWS::CloudWatch::Alarm'));
  const common = {
    AlarmActions: ['<TopicBFC7AF6E>'],
    ComparisonOperator: 'GreaterThanOrEqualToThreshold',
    EvaluationPeriods: 1,
    Period: 300,
    Statistic: 'Sum',
    Threshold: 1,
    TreatMissingData: 'notBreaching',
  };
  expect(alarms).toEqual([
    {
      ...common,
      AlarmDescription: 'A run of the Bottlerocket updater of the ECS cluster <ClusterEB0386A7> could not be started.',
      Namespace: 'AWS/Scheduler',
      MetricName: 'InvocationDroppedCount',
      Dimensions: [{ Name: 'ScheduleGroup', Value: 'Stack-Updater-ScheduleGroup-C3106EB2' }],
    },
    {
      ...common,
      AlarmDescription:
        'The Bottlerocket updater of the ECS cluster <ClusterEB0386A7> failed to update; its log says why.',
      Namespace: 'Bottlerocket/EcsUpdater/<ClusterEB0386A7>',
      MetricName: 'Failures',
    },
  ]);
});

test('the topic hears of tasks of the updater that did not start or ended with an error', () => {
  const rule = onlyResource(withTopic().stack, 'AWS::Events::Rule');
  const family = 'arn:<AWS::Partition>:ecs:<AWS::Region>:<AWS::AccountId>:task-definition/Stack-Updater-E43B0D28';
  expect(rule.EventPattern).toEqual({
    source: ['aws.ecs'],
    'detail-type': ['ECS Task State Change'],
    detail: {
      clusterArn: ['<ClusterEB0386A7.Arn>'],
      taskDefinitionArn: [{ prefix: `${family}:` }],
      lastStatus: ['STOPPED'],
      $or: [{ containers: { exitCode: [{ 'anything-but': 0 }] } }, { stopCode: ['TaskFailedToStart'] }],
    },
  });
  expect(rule.Targets).toEqual([
    {
      Id: 'Target0',
      Arn: '<TopicBFC7AF6E>',
      InputTransformer: {
        InputPathsMap: { 'detail-taskArn': '$.detail.taskArn', 'detail-stoppedReason': '$.detail.stoppedReason' },
        InputTemplate:
          '"A run of the Bottlerocket updater of the ECS cluster <ClusterEB0386A7> ended with an error. ' +
          'Task: <detail-taskArn>. Reason: <detail-stoppedReason>."',
      },
    },
  ]);
});

test('only rules and alarms of this account and region may publish to the topic', () => {
  const { PolicyDocument } = onlyResource(withTopic().stack, 'AWS::SNS::TopicPolicy') as {
    PolicyDocument: { Statement: object[] };
  };
  const statement = (Service: string, source: string) => ({
    Effect: 'Allow',
    Principal: { Service },
    Action: 'sns:Publish',
    Resource: '<TopicBFC7AF6E>',
    Condition: { ArnLike: { 'aws:SourceArn': source } },
    Sid: expect.any(String) as unknown,
  });
  const arn = (service: string) => `arn:<AWS::Partition>:${service}:<AWS::Region>:<AWS::AccountId>`;
  expect(PolicyDocument.Statement).toEqual([
    statement('events.amazonaws.com', `${arn('events')}:rule/*`),
    statement('cloudwatch.amazonaws.com', `${arn('cloudwatch')}:alarm:*`),
  ]);
});

test('the key of an encrypted topic lets both services use it', () => {
  const { stack } = withTopic((scope) => new sns.Topic(scope, 'Topic', { masterKey: new kms.Key(scope, 'Key') }));
  const { KeyPolicy } = onlyResource(stack, 'AWS::KMS::Key') as { KeyPolicy: { Statement: object[] } };
  const use = { Effect: 'Allow', Action: ['kms:Decrypt', 'kms:GenerateDataKey*'], Resource: '*' };
  expect(KeyPolicy.Statement.slice(1)).toEqual([
    { ...use, Principal: { Service: 'events.amazonaws.com' } },
    { ...use, Principal: { Service: 'cloudwatch.amazonaws.com' } },
  ]);
});

test('a topic of another stack is told too', () => {
  const fixture = clusterFixture();
  const failureTopic = new sns.Topic(new Stack(fixture.stack.node.root, 'Topics'), 'Topic');
  const { stack } = updaterFixture({ failureTopic }, fixture);
  expect(() => Template.fromStack(stack)).not.toThrow();
  Template.fromStack(Stack.of(failureTopic)).resourceCountIs('AWS::SNS::TopicPolicy', 1);
});

test('an imported topic, whose policy cannot be changed, is worth a warning', () => {
  const imported = (scope: Stack) =>
    sns.Topic.fromTopicArn(scope, 'Topic', 'arn:aws:sns:eu-west-1:123456789012:failures');
  expect(warningsOf(withTopic(imported))).toEqual(['NoCapacityAttached', 'TopicPolicyNotChanged']);
});
