import { Duration, RemovalPolicy, Stack } from 'aws-cdk-lib';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as scheduler from 'aws-cdk-lib/aws-scheduler';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import type { BottlerocketEcsUpdaterProps } from './ecs-updater-props';
import type { UpdaterNetwork } from './updater-network';
import { grantRun } from './updater-permissions';

/** What runs, and where. */
export interface UpdaterRun {
  readonly clusterArn: string;
  readonly task: ecs.TaskDefinition;
  readonly network: UpdaterNetwork;
  readonly securityGroupIds: string[];
}

/** Runs the updater on a schedule, in a schedule group of its own: roles and metrics are about groups. */
export function makeSchedule(
  scope: Construct,
  props: BottlerocketEcsUpdaterProps,
  run: UpdaterRun,
): { schedule: scheduler.Schedule; group: scheduler.IScheduleGroup } {
  const group = new scheduler.ScheduleGroup(scope, 'ScheduleGroup', { removalPolicy: RemovalPolicy.DESTROY });
  const role = makeScheduleRole(scope, group, run, props.deadLetterQueue);
  const schedule = new scheduler.Schedule(scope, 'Schedule', {
    description: 'Runs the updater of the Bottlerocket instances of an ECS cluster',
    schedule: props.schedule ?? scheduler.ScheduleExpression.rate(Duration.hours(12)),
    timeWindow: props.timeWindow,
    enabled: props.enabled,
    scheduleGroup: group,
    target: { bind: () => targetOf(props, run, role) },
  });
  // The first run must not come before the rights of the role.
  schedule.node.addDependency(role);
  return { schedule, group };
}

/** Only schedules of this group may take the role. */
function makeScheduleRole(
  scope: Construct,
  group: scheduler.IScheduleGroup,
  { task, clusterArn }: UpdaterRun,
  deadLetterQueue: sqs.IQueue | undefined,
): iam.Role {
  const role = new iam.Role(scope, 'ScheduleRole', {
    description: 'Starts the updater of the Bottlerocket instances of an ECS cluster',
    // https://docs.aws.amazon.com/scheduler/latest/UserGuide/cross-service-confused-deputy-prevention.html
    assumedBy: new iam.ServicePrincipal('scheduler.amazonaws.com', {
      conditions: {
        StringEquals: { 'aws:SourceAccount': Stack.of(scope).account, 'aws:SourceArn': group.scheduleGroupArn },
      },
    }),
  });
  grantRun(role, task, clusterArn);
  if (deadLetterQueue !== undefined) {
    role.addToPolicy(new iam.PolicyStatement({ actions: ['sqs:SendMessage'], resources: [deadLetterQueue.queueArn] }));
    deadLetterQueue.encryptionMasterKey?.grant(role, 'kms:Decrypt', 'kms:GenerateDataKey');
  }
  return role;
}

function targetOf(
  props: BottlerocketEcsUpdaterProps,
  { clusterArn, task, network, securityGroupIds }: UpdaterRun,
  role: iam.IRole,
): scheduler.ScheduleTargetConfig {
  return {
    arn: clusterArn,
    role,
    ecsParameters: {
      taskDefinitionArn: task.taskDefinitionArn,
      launchType: ecs.LaunchType.FARGATE,
      taskCount: 1,
      networkConfiguration: {
        awsvpcConfiguration: {
          subnets: network.subnetIds,
          securityGroups: securityGroupIds,
          assignPublicIp: network.assignPublicIp ? 'ENABLED' : 'DISABLED',
        },
      },
    },
    retryPolicy: {
      maximumEventAgeInSeconds: (props.maxEventAge ?? Duration.hours(1)).toSeconds(),
      maximumRetryAttempts: props.retryAttempts,
    },
    deadLetterConfig: props.deadLetterQueue === undefined ? undefined : { arn: props.deadLetterQueue.queueArn },
  };
}
