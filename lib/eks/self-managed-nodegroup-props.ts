import * as autoscaling from 'aws-cdk-lib/aws-autoscaling';
import * as eks from 'aws-cdk-lib/aws-eks';
import { BottlerocketAutoScalingOptions } from '../node';
import { NodeJoinMethod } from './node-access';
import { BottlerocketNodegroupCommonOptions } from './nodegroup-common-options';

/**
 * A self-managed node group, but for its cluster.
 */
export interface BottlerocketSelfManagedNodegroupOptions
  extends BottlerocketNodegroupCommonOptions, BottlerocketAutoScalingOptions {
  /**
   * The Kubernetes version of the nodes, such as `1.35`. Nodes may be up to three versions behind the cluster, never ahead.
   *
   * @default - the version of the cluster
   */
  readonly kubernetesVersion?: string;

  /**
   * How the cluster is told that these nodes may join.
   *
   * @default - NodeJoinMethod.AWS_AUTH for clusters that are known to take no access entries, else
   * NodeJoinMethod.ACCESS_ENTRY
   */
  readonly joinBy?: NodeJoinMethod;

  /**
   * How much capacity a node of each instance type brings, from 1 to 999. All sizes of the group are then in these units.
   *
   * @default - each node counts as one
   */
  readonly instanceTypeWeights?: { [instanceType: string]: number };

  /**
   * Nodes that have booted already and wait outside of the cluster, stopped or running. Not with Spot Instances.
   *
   * @default - no warm pool
   */
  readonly warmPool?: autoscaling.WarmPoolOptions;

  /**
   * Whether new nodes are protected from scale-in.
   *
   * @default false
   */
  readonly newInstancesProtectedFromScaleIn?: boolean;

  /**
   * Whether the group has the tags by which Cluster Autoscaler finds it, and knows its labels and taints while it is empty.
   *
   * @default true
   */
  readonly clusterAutoscalerTags?: boolean;

  /**
   * What a node of the group offers beyond CPU, memory and GPUs, such as `ephemeral-storage`. Cluster Autoscaler wants to
   * know while the group is empty.
   *
   * @default - nothing
   */
  readonly clusterAutoscalerResources?: { [resource: string]: string };
}

/**
 * A self-managed node group.
 */
export interface BottlerocketSelfManagedNodegroupProps extends BottlerocketSelfManagedNodegroupOptions {
  /**
   * The cluster: of aws-eks or aws-eks-v2, imported, or a CloudFormation resource.
   */
  readonly cluster: eks.IClusterRef;
}
