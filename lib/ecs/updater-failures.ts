import { Stack } from 'aws-cdk-lib';
import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import * as events from 'aws-cdk-lib/aws-events';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as logs from 'aws-cdk-lib/aws-logs';
import * as scheduler from 'aws-cdk-lib/aws-scheduler';
import * as sns from 'aws-cdk-lib/aws-sns';
import { Construct } from 'constructs';
import { BottlerocketIssue, IssueCode } from '../settings';
import { issue } from '../settings/report';
import { familyArn } from './updater-task';

const NAMESPACE = 'Bottlerocket/EcsUpdater';

/**
 * What the updater writes when something failed. It ends without an error when it could not update an instance, so that
 * only the log tells.
 */
const FAILURES = ['Failed to', 'failed to re-activate', 'Update failed', 'Cannot determine running updater tasks'];

/** What it writes once for every instance that it leaves out. */
const SKIPPED = 'has a non-service task running';

/** Counts of lines in the log of the updater. */
export interface UpdaterMetrics {
  readonly failures: logs.MetricFilter;
  readonly skippedInstances: logs.MetricFilter;
}

export function countInLog(scope: Construct, logGroup: logs.ILogGroup, clusterName: string): UpdaterMetrics {
  const count = (id: string, ...terms: string[]) =>
    new logs.MetricFilter(scope, id, {
      logGroup,
      filterPattern: logs.FilterPattern.anyTerm(...terms),
      metricNamespace: `${NAMESPACE}/${clusterName}`,
      metricName: id,
    });
  return { failures: count('Failures', ...FAILURES), skippedInstances: count('SkippedInstances', SKIPPED) };
}

/** What failures are told of, and how they are recognised. */
export interface FailureSources {
  readonly clusterName: string;
  readonly clusterArn: string;
  readonly family: string;
  readonly scheduleGroup: scheduler.IScheduleGroup;
  readonly failures: cloudwatch.IMetric;
}

/**
 * Tells a topic of all that can fail: starts that the schedule gave up, tasks that did not start or ended with an error,
 * and instances that could not be updated.
 */
export function tellOfFailures(scope: Construct, topic: sns.ITopic, sources: FailureSources): BottlerocketIssue[] {
  const { clusterName } = sources;
  alarm(scope, 'StartAlarm', topic, sources.scheduleGroup.metricDropped(), {
    alarmDescription: `A run of the Bottlerocket updater of the ECS cluster ${clusterName} could not be started.`,
  });
  alarm(scope, 'UpdateAlarm', topic, sources.failures, {
    alarmDescription: `The Bottlerocket updater of the ECS cluster ${clusterName} failed to update; its log says why.`,
  });
  new events.Rule(scope, 'FailedTaskRule', {
    description: 'Runs of the Bottlerocket updater that ended with an error',
    eventPattern: failedTasks(scope, sources),
    targets: [
      {
        bind: () => ({
          arn: topic.topicArn,
          targetResource: topic,
          input: events.RuleTargetInput.fromText(
            `A run of the Bottlerocket updater of the ECS cluster ${clusterName} ended with an error. ` +
              `Task: ${events.EventField.fromPath('$.detail.taskArn')}. ` +
              `Reason: ${events.EventField.fromPath('$.detail.stoppedReason')}.`,
          ),
        }),
      },
    ],
  });
  return allowToPublish(scope, topic);
}

function alarm(
  scope: Construct,
  id: string,
  topic: sns.ITopic,
  metric: cloudwatch.IMetric,
  props: { readonly alarmDescription: string },
): void {
  new cloudwatch.Alarm(scope, id, {
    ...props,
    metric,
    threshold: 1,
    evaluationPeriods: 1,
    comparisonOperator: cloudwatch.ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
    treatMissingData: cloudwatch.TreatMissingData.NOT_BREACHING,
  }).addAlarmAction({ bind: () => ({ alarmActionArn: topic.topicArn }) });
}

function failedTasks(scope: Construct, { clusterArn, family }: FailureSources): events.EventPattern {
  return {
    source: ['aws.ecs'],
    detailType: ['ECS Task State Change'],
    detail: {
      clusterArn: [clusterArn],
      taskDefinitionArn: [{ prefix: `${familyArn(scope, family)}:` }],
      lastStatus: ['STOPPED'],
      // A container that never started has no exit code.
      $or: [{ containers: { exitCode: [{ 'anything-but': 0 }] } }, { stopCode: ['TaskFailedToStart'] }],
    },
  };
}

/**
 * A policy of its own takes the place of the one with which a topic admits its whole account, so that both services need
 * a statement.
 */
function allowToPublish(scope: Construct, topic: sns.ITopic): BottlerocketIssue[] {
  const stack = Stack.of(scope);
  const publishers = [
    ['events.amazonaws.com', stack.formatArn({ service: 'events', resource: 'rule', resourceName: '*' })],
    ['cloudwatch.amazonaws.com', stack.formatArn({ service: 'cloudwatch', resource: 'alarm:*' })],
  ] as const;
  const allowed = publishers.map(([service, source]) => {
    const { statementAdded } = topic.addToResourcePolicy(
      new iam.PolicyStatement({
        principals: [new iam.ServicePrincipal(service)],
        actions: ['sns:Publish'],
        resources: [topic.topicArn],
        conditions: { ArnLike: { 'aws:SourceArn': source } },
      }),
    );
    // What the key checks it learns from Amazon SNS, which does not pass on the source.
    const key = topic.masterKey?.grant(new iam.ServicePrincipal(service), 'kms:Decrypt', 'kms:GenerateDataKey*');
    return statementAdded && (key?.success ?? true);
  });
  if (allowed.every(Boolean)) {
    return [];
  }
  const message = 'The right to publish could not be added to the topic or its key.';
  return [issue(IssueCode.TOPIC_POLICY_NOT_CHANGED, { path: 'failureTopic', message })];
}
