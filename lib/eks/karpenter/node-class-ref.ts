import type { IConstruct } from 'constructs';

/**
 * A node class of Karpenter: what its nodes are launched with.
 */
export interface IKarpenterNodeClass extends IConstruct {
  /**
   * The name of the EC2NodeClass.
   */
  readonly nodeClassName: string;

  /**
   * What is known of its images; undefined for one that is not of this app.
   *
   * @internal
   */
  readonly _hardware?: NodeClassHardware;
}

/** Which instances the images of a node class are for, where Karpenter does not choose them by the instance. */
export interface NodeClassHardware {
  /** Undefined where Karpenter chooses between images with and without the driver. */
  readonly nvidia?: boolean;
  /** Undefined where all that Karpenter finds will do. */
  readonly architectures?: readonly string[];
}
