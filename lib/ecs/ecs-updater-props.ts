import { Duration } from 'aws-cdk-lib';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as logs from 'aws-cdk-lib/aws-logs';
import * as scheduler from 'aws-cdk-lib/aws-scheduler';
import * as sns from 'aws-cdk-lib/aws-sns';
import * as sqs from 'aws-cdk-lib/aws-sqs';

/**
 * A tag by which the updater knows the instances that it may send commands to.
 */
export interface EcsUpdaterInstanceTag {
  /**
   * The key, of 1 to 128 characters.
   */
  readonly key: string;

  /**
   * The value, of up to 256 characters.
   */
  readonly value: string;
}

/**
 * What attaching an Auto Scaling group changes.
 */
export interface EcsUpdaterAttachOptions {
  /**
   * Whether the role of the instances gets the right to register with AWS Systems Manager, by which the updater sends its
   * commands. Pass false where it has that right already, or where the instances have it from the Default Host Management
   * Configuration.
   *
   * @default true
   */
  readonly ssmAccess?: boolean;
}

/**
 * An updater for Amazon ECS.
 */
export interface BottlerocketEcsUpdaterProps {
  /**
   * The cluster whose instances are updated. The updater runs in it too, on Fargate, whatever capacity providers it has.
   */
  readonly cluster: ecs.IClusterRef;

  /**
   * The VPC that the updater runs in. It need not be that of the instances.
   *
   * @default - the VPC of the cluster
   */
  readonly vpc?: ec2.IVpc;

  /**
   * The subnets that the updater runs in.
   *
   * @default - private subnets with a way to the internet; where there are none, public ones; where there are none
   * either, isolated ones
   */
  readonly vpcSubnets?: ec2.SubnetSelection;

  /**
   * Whether the updater gets a public address.
   *
   * @default - if it runs in public subnets
   */
  readonly assignPublicIp?: boolean;

  /**
   * The security groups of the updater.
   *
   * @default - one that lets nothing in, and HTTPS out
   */
  readonly securityGroups?: ec2.ISecurityGroup[];

  /**
   * The container image of the updater.
   *
   * @default - EcsUpdaterImage.publicEcr()
   */
  readonly image?: ecs.ContainerImage;

  /**
   * When the updater runs. A run takes the instances with an update one after the other, and lasts until the last one;
   * what starts meanwhile ends at once.
   *
   * @default - every 12 hours
   */
  readonly schedule?: scheduler.ScheduleExpression;

  /**
   * How long after the time of the schedule a run may begin.
   *
   * @default - at the time of the schedule
   */
  readonly timeWindow?: scheduler.TimeWindow;

  /**
   * Whether the schedule is on. The updater can be run by hand in either case.
   *
   * @default true
   */
  readonly enabled?: boolean;

  /**
   * For how long a start that failed is tried again, from a minute to a day.
   *
   * @default Duration.hours(1)
   */
  readonly maxEventAge?: Duration;

  /**
   * How often a start that failed is tried again at most, from 0 to 185 times.
   *
   * @default 185
   */
  readonly retryAttempts?: number;

  /**
   * Where starts go that failed to the end. A standard queue.
   *
   * @default - they are dropped, and counted in a metric of the schedule group
   */
  readonly deadLetterQueue?: sqs.IQueue;

  /**
   * Where the updater writes its log.
   *
   * @default - a log group of its own
   */
  readonly logGroup?: logs.ILogGroup;

  /**
   * How long the log is kept, if the log group is one of its own.
   *
   * @default logs.RetentionDays.THREE_MONTHS
   */
  readonly logRetention?: logs.RetentionDays;

  /**
   * The tag of the instances that the updater may send commands to. All Bottlerocket instances of the cluster must have
   * it; `attach` sets it.
   *
   * @default - `bottlerocket-ecs-updater`, with the name of the cluster as value
   */
  readonly instanceTag?: EcsUpdaterInstanceTag;

  /**
   * Who hears of failures: of runs that could not be started, that ended with an error, and that could not update an
   * instance. A standard topic.
   *
   * @default - nobody; `metricFailures` counts them
   */
  readonly failureTopic?: sns.ITopic;
}
