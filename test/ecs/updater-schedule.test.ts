import { Duration, Stack, TimeZone } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import * as scheduler from 'aws-cdk-lib/aws-scheduler';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import { clusterFixture, updaterFixture } from '../helpers/ecs-updater';
import { onlyResource } from '../helpers/readable';

const scheduleOf = (stack: Stack) => onlyResource(stack, 'AWS::Scheduler::Schedule');

test('by default it runs one task on Fargate every 12 hours', () => {
  expect(scheduleOf(updaterFixture().stack)).toEqual({
    Description: 'Runs the updater of the Bottlerocket instances of an ECS cluster',
    FlexibleTimeWindow: { Mode: 'OFF' },
    GroupName: 'Stack-Updater-ScheduleGroup-C3106EB2',
    ScheduleExpression: 'rate(12 hours)',
    ScheduleExpressionTimezone: 'Etc/UTC',
    State: 'ENABLED',
    Target: {
      Arn: '<ClusterEB0386A7.Arn>',
      RoleArn: '<UpdaterScheduleRole00A69942.Arn>',
      EcsParameters: {
        LaunchType: 'FARGATE',
        TaskCount: 1,
        TaskDefinitionArn: '<UpdaterTaskDefinition954C4C2D>',
        NetworkConfiguration: {
          AwsvpcConfiguration: {
            AssignPublicIp: 'DISABLED',
            SecurityGroups: ['<UpdaterSecurityGroup9A3D94E2.GroupId>'],
            Subnets: ['<VpcPrivateSubnet1Subnet536B997A>', '<VpcPrivateSubnet2Subnet3788AAA1>'],
          },
        },
      },
      RetryPolicy: { MaximumEventAgeInSeconds: 3600 },
    },
  });
});

test('it runs when users say', () => {
  const { stack } = updaterFixture({
    schedule: scheduler.ScheduleExpression.cron({
      weekDay: 'SUN',
      hour: '3',
      minute: '0',
      timeZone: TimeZone.EUROPE_BERLIN,
    }),
    timeWindow: scheduler.TimeWindow.flexible(Duration.hours(2)),
    maxEventAge: Duration.minutes(10),
    retryAttempts: 0,
  });
  expect(scheduleOf(stack)).toMatchObject({
    ScheduleExpression: 'cron(0 3 ? * SUN *)',
    ScheduleExpressionTimezone: 'Europe/Berlin',
    FlexibleTimeWindow: { Mode: 'FLEXIBLE', MaximumWindowInMinutes: 120 },
    Target: { RetryPolicy: { MaximumEventAgeInSeconds: 600, MaximumRetryAttempts: 0 } },
  });
});

test('it can be off', () => {
  expect(scheduleOf(updaterFixture({ enabled: false }).stack)).toMatchObject({ State: 'DISABLED' });
});

test('starts that failed go to a dead-letter queue', () => {
  const fixture = clusterFixture();
  const deadLetterQueue = new sqs.Queue(fixture.stack, 'Queue');
  expect(scheduleOf(updaterFixture({ deadLetterQueue }, fixture).stack)).toMatchObject({
    Target: { DeadLetterConfig: { Arn: '<Queue4A7E3555.Arn>' } },
  });
});

test('the schedule waits for the rights of its role, and goes with its group', () => {
  const template = Template.fromStack(updaterFixture().stack);
  const [schedule] = Object.values(template.findResources('AWS::Scheduler::Schedule')) as { DependsOn: string[] }[];
  expect(schedule!.DependsOn).toEqual(['UpdaterScheduleRoleDefaultPolicyD383F773', 'UpdaterScheduleRole00A69942']);
  template.hasResource('AWS::Scheduler::ScheduleGroup', { DeletionPolicy: 'Delete' });
});
