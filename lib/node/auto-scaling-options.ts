import { Duration } from 'aws-cdk-lib';
import * as autoscaling from 'aws-cdk-lib/aws-autoscaling';
import { NodegroupUpdatePolicy } from './nodegroup-update-policy';

/**
 * What is said of the Auto Scaling group of nodes, whatever runs on them.
 */
export interface BottlerocketAutoScalingOptions {
  /**
   * How many nodes there are after each deployment, whatever autoscalers did since the last one.
   *
   * @default - minSize when the group is created; later deployments leave the number alone
   */
  readonly desiredSize?: number;

  /**
   * How much of the capacity is On-Demand and how much Spot, and which instance types are preferred.
   *
   * @default - all On-Demand, or all Spot with the capacity type SPOT; Spot Instances from the pools where they are
   * cheap and least likely to be taken back
   */
  readonly instancesDistribution?: autoscaling.InstancesDistribution;

  /**
   * Whether Auto Scaling launches a new node as soon as a Spot Instance is likely to be taken back.
   *
   * @default - true for the capacity type SPOT, else false
   */
  readonly capacityRebalance?: boolean;

  /**
   * Whether nodes get public IP addresses. In public subnets without any, they reach neither AWS nor a public endpoint of
   * an EKS cluster.
   *
   * @default false
   */
  readonly associatePublicIpAddress?: boolean;

  /**
   * Whether CloudWatch gets metrics of the instances each minute.
   *
   * @default false
   */
  readonly detailedMonitoring?: boolean;

  /**
   * Whether CloudFormation waits for signals of the nodes, when the group is created and during rolling updates. The
   * settings for that, and the right to signal, are added.
   *
   * @default - CloudFormation does not wait
   */
  readonly signals?: autoscaling.Signals;

  /**
   * What a deployment does with running nodes when their image or settings change.
   *
   * @default - nothing: running nodes stay as they are, and only new nodes have the change
   */
  readonly updatePolicy?: NodegroupUpdatePolicy;

  /**
   * What Auto Scaling looks at to replace nodes.
   *
   * @default - the status checks of EC2, with a grace period of 5 minutes
   */
  readonly healthChecks?: autoscaling.HealthChecks;

  /**
   * How long a new node does not count as healthy, for scaling policies and instance refreshes.
   *
   * @default - the grace period of the health checks
   */
  readonly defaultInstanceWarmup?: Duration;

  /**
   * How old nodes get before they are replaced, from 1 to 365 days.
   *
   * @default - no limit
   */
  readonly maxInstanceLifetime?: Duration;

  /**
   * Which nodes go first on scale-in.
   *
   * @default - the default termination policy of Auto Scaling
   */
  readonly terminationPolicies?: autoscaling.TerminationPolicy[];

  /**
   * The metrics of the group that CloudWatch gets.
   *
   * @default - none
   */
  readonly groupMetrics?: autoscaling.GroupMetrics[];

  /**
   * Who is told about launches and terminations.
   *
   * @default - nobody
   */
  readonly notifications?: autoscaling.NotificationConfiguration[];

  /**
   * The name of the Auto Scaling group.
   *
   * @default - a name that CloudFormation makes
   */
  readonly autoScalingGroupName?: string;
}
