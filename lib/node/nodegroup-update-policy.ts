import { CfnResource, Duration } from 'aws-cdk-lib';
import * as autoscaling from 'aws-cdk-lib/aws-autoscaling';
import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import { CDK_TOKENS } from '../private/cdk-tokens';
import { BottlerocketIssue, IssueCode } from '../settings';
import { issue } from '../settings/report';
import { isOutside, known, Report } from './group-checks';

/**
 * What an instance refresh does with nodes that are protected from scale-in.
 */
export enum ProtectedNodes {
  /**
   * They are replaced as all others.
   */
  REFRESH = 'Refresh',

  /**
   * They stay as they are.
   */
  IGNORE = 'Ignore',

  /**
   * The refresh waits until they are not protected any more, and fails after an hour.
   */
  WAIT = 'Wait',
}

/**
 * How an instance refresh goes.
 *
 * @see https://docs.aws.amazon.com/autoscaling/ec2/userguide/understand-instance-refresh-default-values.html
 */
export interface NodegroupInstanceRefreshOptions {
  /**
   * What share of the group stays in service, in percent from 0 to 100.
   *
   * @default 100
   */
  readonly minHealthyPercentage?: number;

  /**
   * How large the group may grow meanwhile, in percent from 100 to 200, at most 100 above minHealthyPercentage. Needs
   * minHealthyPercentage.
   *
   * @default 110
   */
  readonly maxHealthyPercentage?: number;

  /**
   * How long to wait after a new node is in service before the next one is replaced.
   *
   * @default - defaultInstanceWarmup of the group, else its grace period for health checks
   */
  readonly instanceWarmup?: Duration;

  /**
   * Whether nodes stay that are like new ones already.
   *
   * @default true
   */
  readonly skipMatching?: boolean;

  /**
   * At what shares of the group to pause, in percent from 1 to 100, in ascending order. With 100 at the end all nodes are
   * replaced.
   *
   * @default - no pauses
   */
  readonly checkpointPercentages?: number[];

  /**
   * How long to pause, up to 48 hours.
   *
   * @default Duration.hours(1)
   */
  readonly checkpointDelay?: Duration;

  /**
   * How long to watch the alarms after the last node is replaced, up to 48 hours.
   *
   * @default Duration.seconds(0)
   */
  readonly bakeTime?: Duration;

  /**
   * Alarms that stop the refresh, so that the deployment fails and is rolled back.
   *
   * @default - no alarms
   */
  readonly alarms?: cloudwatch.IAlarmRef[];

  /**
   * What is done with nodes that are protected from scale-in.
   *
   * @default - ProtectedNodes.REFRESH where Amazon ECS protects instances, else ProtectedNodes.WAIT
   */
  readonly protectedNodes?: ProtectedNodes;
}

/**
 * What a deployment does with running nodes when their image or settings change.
 *
 * Auto Scaling terminates instances without draining them first: the kubelet has its shutdown grace period to end pods,
 * and disruption budgets do not count. Run AWS Node Termination Handler where pods must be evicted before. Amazon ECS drains
 * its instances first when managed draining is on.
 *
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-attribute-updatepolicy.html
 */
export class NodegroupUpdatePolicy {
  /**
   * New nodes are launched, and old ones terminated once the new ones are healthy, by an instance refresh of Auto Scaling.
   * It does not wait for `signals`.
   *
   * @param options how the refresh goes
   */
  public static instanceRefresh(options: NodegroupInstanceRefreshOptions = {}): NodegroupUpdatePolicy {
    return new NodegroupUpdatePolicy(undefined, options);
  }

  /**
   * CloudFormation replaces the nodes in batches. It waits for new nodes only when they signal: pass `signals`.
   *
   * @param options how the update goes
   */
  public static rollingUpdate(options: autoscaling.RollingUpdateOptions = {}): NodegroupUpdatePolicy {
    return new NodegroupUpdatePolicy(autoscaling.UpdatePolicy.rollingUpdate(options));
  }

  /**
   * CloudFormation makes a whole new Auto Scaling group, and then removes the old one. It waits for the new nodes only when
   * they signal: pass `signals`.
   */
  public static replacingUpdate(): NodegroupUpdatePolicy {
    return new NodegroupUpdatePolicy(autoscaling.UpdatePolicy.replacingUpdate());
  }

  private constructor(
    /** @internal */
    public readonly _policy?: autoscaling.UpdatePolicy,
    private readonly refresh?: NodegroupInstanceRefreshOptions,
  ) {}

  /**
   * What Auto Scaling would refuse, or do in another way than most expect.
   *
   * @internal
   */
  public _findIssues(signals: boolean): BottlerocketIssue[] {
    const issues: BottlerocketIssue[] = [];
    if (this.refresh !== undefined) {
      checkRefresh(this.refresh, (code, finding) => issues.push(issue(code, finding)));
    }
    if (this._policy !== undefined && !signals) {
      issues.push(
        issue(IssueCode.UPDATE_WITHOUT_SIGNALS, {
          path: 'updatePolicy',
          message: 'CloudFormation does not wait for the new nodes.',
        }),
      );
    }
    return issues;
  }

  /**
   * Writes what the Auto Scaling groups of older releases of aws-cdk-lib do not know yet.
   *
   * @param protectedNodes what is done with nodes that are protected from scale-in, unless users say
   * @internal
   */
  public _applyTo(group: CfnResource, protectedNodes?: ProtectedNodes): void {
    if (this.refresh !== undefined) {
      group.addOverride('UpdatePolicy.AutoScalingInstanceRefresh', {
        Strategy: 'Rolling',
        Preferences: renderPreferences({ protectedNodes, ...this.refresh }),
      });
    }
  }
}

/** CloudFormation refuses preferences without any. */
function renderPreferences(options: NodegroupInstanceRefreshOptions): object | undefined {
  const preferences = {
    MinHealthyPercentage: options.minHealthyPercentage,
    MaxHealthyPercentage: options.maxHealthyPercentage,
    InstanceWarmup: options.instanceWarmup?.toSeconds(),
    SkipMatching: options.skipMatching,
    CheckpointPercentages: options.checkpointPercentages,
    CheckpointDelay: options.checkpointDelay?.toSeconds(),
    BakeTime: options.bakeTime?.toSeconds(),
    AlarmSpecification: options.alarms && { Alarms: options.alarms.map(({ alarmRef }) => alarmRef.alarmName) },
    ScaleInProtectedInstances: options.protectedNodes,
  };
  const given = Object.entries(preferences).filter(([, value]) => value !== undefined);
  return given.length === 0 ? undefined : Object.fromEntries(given);
}

function checkRefresh(options: NodegroupInstanceRefreshOptions, report: Report): void {
  const { minHealthyPercentage: min, maxHealthyPercentage: max, checkpointPercentages = [] } = options;
  const refuse = (property: string, message: string, received: string | undefined, expected: string) =>
    report(IssueCode.INVALID_INSTANCE_REFRESH, { path: `updatePolicy.${property}`, message, received, expected });
  if (isOutside(min, 0, 100)) {
    refuse('minHealthyPercentage', 'This is not a share of a group.', String(min), 'a whole number from 0 to 100');
  }
  if (isOutside(max, 100, 200)) {
    refuse('maxHealthyPercentage', 'A group cannot grow to this size.', String(max), 'a whole number from 100 to 200');
  }
  if (max !== undefined && min === undefined) {
    refuse('minHealthyPercentage', 'With maxHealthyPercentage, this must be given too.', undefined, '0 to 100');
  }
  if (known(min) && known(max) && max - min > 100) {
    refuse('maxHealthyPercentage', 'The two shares are too far apart.', String(max), `at most ${min + 100}`);
  }
  const points = checkpointPercentages.filter((point) => !CDK_TOKENS.isToken(point));
  if (points.some((point, index) => isOutside(point, 1, 100) || (index > 0 && point <= points[index - 1]!))) {
    const expected = 'whole numbers from 1 to 100, each above the one before';
    refuse('checkpointPercentages', 'These are not shares in ascending order.', points.join(', '), expected);
  }
  if (options.checkpointDelay !== undefined && checkpointPercentages.length === 0) {
    refuse('checkpointPercentages', 'Without checkpoints there is no delay.', undefined, 'the checkpoints');
  }
  for (const property of ['checkpointDelay', 'bakeTime'] as const) {
    const duration = options[property];
    if (duration !== undefined && !duration.isUnresolved() && duration.toHours({ integral: false }) > 48) {
      refuse(property, 'Auto Scaling does not wait that long.', duration.toHumanString(), 'up to 48 hours');
    }
  }
}
