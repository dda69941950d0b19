import * as eks from 'aws-cdk-lib/aws-eks';
import { BottlerocketAmiType } from '../os';
import { BottlerocketNodegroupCommonOptions } from './nodegroup-common-options';

/**
 * In which order nodes are replaced during an update.
 *
 * @see https://docs.aws.amazon.com/eks/latest/userguide/managed-node-update-behavior.html
 */
export enum NodegroupUpdateStrategy {
  /**
   * New nodes are launched before old ones are drained.
   */
  DEFAULT = 'DEFAULT',

  /**
   * Old nodes are drained first. For scarce capacity, such as accelerated instance types.
   */
  MINIMAL = 'MINIMAL',
}

/**
 * What EKS does with nodes that are not healthy.
 */
export enum NodeRepairAction {
  /**
   * The instance is replaced.
   */
  REPLACE = 'Replace',

  /**
   * The instance is rebooted.
   */
  REBOOT = 'Reboot',

  /**
   * Nothing.
   */
  NO_ACTION = 'NoAction',
}

/**
 * What EKS does about one cause of bad health, in place of what it does otherwise.
 */
export interface NodeRepairOverride {
  /**
   * The condition that the node monitoring agent reports, such as `AcceleratedHardwareReady`.
   */
  readonly nodeMonitoringCondition: string;

  /**
   * The reason that the node monitoring agent reports, such as `NvidiaXID13Error`.
   */
  readonly nodeUnhealthyReason: string;

  /**
   * How long the node must be unhealthy, in minutes.
   */
  readonly minRepairWaitTimeMins: number;

  /**
   * What is done.
   */
  readonly repairAction: NodeRepairAction;
}

/**
 * How EKS repairs nodes.
 *
 * @see https://docs.aws.amazon.com/eks/latest/userguide/node-health.html
 */
export interface NodeRepairOptions {
  /**
   * Whether EKS repairs nodes.
   *
   * @default true
   */
  readonly enabled?: boolean;

  /**
   * How many nodes are repaired at a time, from 1 to 100.
   *
   * @default - EKS decides, unless maxParallelNodesRepairedPercentage is given
   */
  readonly maxParallelNodesRepairedCount?: number;

  /**
   * What share of the unhealthy nodes is repaired at a time, in percent from 1 to 100.
   *
   * @default - EKS decides, unless maxParallelNodesRepairedCount is given
   */
  readonly maxParallelNodesRepairedPercentage?: number;

  /**
   * How many nodes may be unhealthy before EKS stops to repair, from 1 to 100.
   *
   * @default - EKS decides, unless maxUnhealthyNodeThresholdPercentage is given
   */
  readonly maxUnhealthyNodeThresholdCount?: number;

  /**
   * What share of the nodes may be unhealthy before EKS stops to repair, in percent from 1 to 100.
   *
   * @default - EKS decides, unless maxUnhealthyNodeThresholdCount is given
   */
  readonly maxUnhealthyNodeThresholdPercentage?: number;

  /**
   * What is done about particular causes.
   *
   * @default - no exceptions
   */
  readonly overrides?: NodeRepairOverride[];
}

/**
 * A managed node group, but for its cluster.
 */
export interface BottlerocketManagedNodegroupOptions extends BottlerocketNodegroupCommonOptions {
  /**
   * The image, in place of the one that follows from the instance types. Checked against those whose hardware is known.
   *
   * @default - follows from the instance types
   */
  readonly amiType?: BottlerocketAmiType;

  /**
   * The Kubernetes version of the nodes, such as `1.35`. EKS leaves the nodes on the version that the cluster had when
   * the node group was created, unless this changes. Nodes may be up to three versions behind the cluster, never ahead.
   *
   * @default - the version of the cluster when the node group is created
   * @see https://docs.aws.amazon.com/eks/latest/userguide/update-managed-node-group.html
   */
  readonly kubernetesVersion?: string;

  /**
   * How many nodes there are at first. Cluster Autoscaler changes the number later.
   *
   * @default - the same as minSize when that is given, else 2 or maxSize, whichever is less
   */
  readonly desiredSize?: number;

  /**
   * How many nodes may be unavailable during an update, from 1 to 100.
   *
   * @default - 1, unless maxUnavailablePercentage is given
   */
  readonly maxUnavailable?: number;

  /**
   * What share of the nodes may be unavailable during an update, in percent from 1 to 100.
   *
   * @default - maxUnavailable holds
   */
  readonly maxUnavailablePercentage?: number;

  /**
   * In which order nodes are replaced during an update.
   *
   * @default NodegroupUpdateStrategy.DEFAULT
   */
  readonly updateStrategy?: NodegroupUpdateStrategy;

  /**
   * Whether an update goes on when pods cannot be drained because of a disruption budget.
   *
   * @default false
   */
  readonly forceUpdate?: boolean;

  /**
   * How EKS repairs nodes that are not healthy.
   *
   * @default - EKS does not repair nodes
   */
  readonly nodeRepair?: NodeRepairOptions;

  /**
   * The name of the node group.
   *
   * @default - a name that CloudFormation makes
   */
  readonly nodegroupName?: string;
}

/**
 * A managed node group.
 */
export interface BottlerocketManagedNodegroupProps extends BottlerocketManagedNodegroupOptions {
  /**
   * The cluster: of aws-eks or aws-eks-v2, imported, or a CloudFormation resource.
   */
  readonly cluster: eks.IClusterRef;
}
