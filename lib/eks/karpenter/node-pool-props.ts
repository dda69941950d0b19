import { Duration, Size } from 'aws-cdk-lib';
import * as eks from 'aws-cdk-lib/aws-eks';
import { NodeTaint } from '../../node';
import { KarpenterDisruption } from './disruption';
import { IKarpenterNodeClass } from './node-class-ref';
import { KarpenterPeriod } from './period';
import { KarpenterRequirement } from './requirement';

/**
 * What all nodes of a node pool may have together. Karpenter launches no more once one of the limits is passed.
 */
export interface KarpenterLimits {
  /**
   * The CPUs.
   *
   * @default - no limit
   */
  readonly cpu?: number;

  /**
   * The memory.
   *
   * @default - no limit
   */
  readonly memory?: Size;

  /**
   * The NVIDIA GPUs.
   *
   * @default - no limit
   */
  readonly nvidiaGpus?: number;

  /**
   * The nodes. Only newer releases of Karpenter know it.
   *
   * @default - no limit
   */
  readonly nodes?: number;
}

/**
 * A node pool of Karpenter, but for its cluster and node class.
 */
export interface BottlerocketNodePoolOptions {
  /**
   * The name of the NodePool.
   *
   * @default - a name that is made of where the construct stands
   */
  readonly nodePoolName?: string;

  /**
   * What is required of instances, up to 100 rules that must all hold.
   *
   * Where the image is of one variant, instances with or without NVIDIA GPUs are asked for by themselves.
   *
   * @default - On-Demand Instances of any type that there is an image for
   */
  readonly requirements?: KarpenterRequirement[];

  /**
   * Labels of the nodes.
   *
   * @default - no labels of your own
   */
  readonly labels?: { [key: string]: string };

  /**
   * Annotations of the nodes.
   *
   * @default - none
   */
  readonly annotations?: { [key: string]: string };

  /**
   * Taints of the nodes.
   *
   * @default - no taints
   */
  readonly taints?: NodeTaint[];

  /**
   * Taints of new nodes that something else removes, such as a DaemonSet that prepares the node.
   *
   * @default - no taints
   */
  readonly startupTaints?: NodeTaint[];

  /**
   * What all nodes may have together.
   *
   * @default - no limits
   */
  readonly limits?: KarpenterLimits;

  /**
   * How nodes are removed that are not needed.
   *
   * @default - nodes whose pods fit elsewhere, 10% of them at once
   */
  readonly disruption?: KarpenterDisruption;

  /**
   * How long a node lives at most.
   *
   * @default - 30 days
   */
  readonly expireAfter?: KarpenterPeriod;

  /**
   * How long a node may take to be drained. After that, pods are deleted whatever their disruption budgets say.
   *
   * @default - as long as it takes
   */
  readonly terminationGracePeriod?: Duration;

  /**
   * Which of several node pools is tried first, from 1 to 100: the one with the highest weight.
   *
   * @default - the last one
   */
  readonly weight?: number;

  /**
   * Whether the deployment applies the NodePool to the cluster. For GitOps, turn it off and use `toYaml()`.
   *
   * @default true
   */
  readonly applyToCluster?: boolean;
}

/**
 * A node pool of Karpenter.
 */
export interface BottlerocketNodePoolProps extends BottlerocketNodePoolOptions {
  /**
   * The cluster: of aws-eks or aws-eks-v2, imported, or a CloudFormation resource.
   */
  readonly cluster: eks.IClusterRef;

  /**
   * What the nodes are launched with.
   */
  readonly nodeClass: IKarpenterNodeClass;
}
