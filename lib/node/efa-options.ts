import * as ec2 from 'aws-cdk-lib/aws-ec2';

/**
 * Elastic Fabric Adapter (EFA) for the nodes of a group.
 *
 * @see https://docs.aws.amazon.com/eks/latest/userguide/device-management-efa.html
 */
export interface EfaOptions {
  /**
   * How many EFA interfaces each node has, one on each network card.
   *
   * @default - as many as the instance types take
   */
  readonly interfaceCount?: number;

  /**
   * Whether the nodes are placed close together in one Availability Zone, in a cluster placement group.
   *
   * @default - true, but for the capacity type CAPACITY_BLOCK, whose instances are close together anyway
   */
  readonly clusterPlacement?: boolean;

  /**
   * The placement group. Its strategy must be cluster.
   *
   * @default - a new one
   */
  readonly placementGroup?: ec2.IPlacementGroupRef;

  /**
   * The security group for the traffic of EFA. It must allow all traffic from and to itself: a rule for all addresses does
   * not do. Node groups that share it reach one another.
   *
   * @default - a new one, only for this node group
   */
  readonly securityGroup?: ec2.ISecurityGroupRef;

  /**
   * How many huge pages of 2 MiB the kernel sets aside. EFA is faster with them, and only with them does a pod start that
   * asks for `hugepages-2Mi`, but no other pod gets their memory.
   *
   * @default - none; before Bottlerocket 1.41.0, 110 for each vCPU
   */
  readonly hugePages?: number;
}
