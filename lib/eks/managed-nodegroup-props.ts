import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as eks from 'aws-cdk-lib/aws-eks';
import * as iam from 'aws-cdk-lib/aws-iam';
import { BottlerocketVolumes, NodeTaint } from '../node';
import { BottlerocketAmiType } from '../os';
import { BottlerocketSettings } from '../settings';
import { NodeCniPolicy } from './node-role';

/**
 * How the instances of a node group are paid for.
 */
export enum NodegroupCapacityType {
  /**
   * On-Demand Instances.
   */
  ON_DEMAND = 'ON_DEMAND',

  /**
   * Spot Instances, which EC2 may take back. Pass several instance types, so that there is always one to be had.
   */
  SPOT = 'SPOT',

  /**
   * Instances of a Capacity Block, reserved for a time. Needs `capacityReservationId` and a single instance type.
   */
  CAPACITY_BLOCK = 'CAPACITY_BLOCK',
}

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
export interface BottlerocketManagedNodegroupOptions extends BottlerocketVolumes {
  /**
   * The instance types, 1 to 20, all of one architecture and with one kind of accelerator. The image follows from them.
   */
  readonly instanceTypes: ec2.InstanceType[];

  /**
   * The image, for instance types that this library does not know. Checked against those it knows.
   *
   * @default - follows from the instance types
   */
  readonly amiType?: BottlerocketAmiType;

  /**
   * Whether the image has validated cryptography (FIPS 140-3). It then uses FIPS endpoints, which not every region has.
   *
   * @default false
   */
  readonly fips?: boolean;

  /**
   * The Kubernetes version of the nodes, such as `1.35`. EKS leaves the nodes on the version that the cluster had when
   * the node group was created, unless this changes. Nodes may be up to three versions behind the cluster, never ahead.
   *
   * @default - the version of the cluster when the node group is created
   * @see https://docs.aws.amazon.com/eks/latest/userguide/update-managed-node-group.html
   */
  readonly kubernetesVersion?: string;

  /**
   * The release of Bottlerocket with its commit, such as `1.62.1-ea1afdd6`.
   *
   * @default - the newest release when the node group is created, and again with every change of its settings or volumes
   */
  readonly releaseVersion?: string;

  /**
   * The settings of the nodes. Address, certificate, name and DNS address of the cluster are added by EKS.
   *
   * @default - the defaults of the OS
   */
  readonly settings?: BottlerocketSettings;

  /**
   * Settings that hold for all node groups of the cluster. Pass the same ones to each of them; `settings` win over them.
   *
   * @default - none
   */
  readonly clusterSettings?: BottlerocketSettings;

  /**
   * Settings that this library does not know yet, with keys as in TOML. They are passed on unchecked, with a warning.
   *
   * @default - none
   */
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- jsii has no other type for a value of any kind
  readonly additionalSettings?: { [key: string]: any };

  /**
   * Whether credentials of container registries may stand in the user data, where many can read them.
   *
   * @default false
   */
  readonly allowRegistryCredentials?: boolean;

  /**
   * The addresses of the DNS service that pods use, in place of the one of the cluster. For NodeLocal DNSCache.
   *
   * @default - EKS adds the address of the cluster
   */
  readonly clusterDnsIp?: string[];

  /**
   * Labels of the nodes.
   *
   * @default - no labels but those of EKS
   */
  readonly labels?: { [key: string]: string };

  /**
   * Taints of the nodes, up to 50.
   *
   * @default - no taints
   */
  readonly taints?: NodeTaint[];

  /**
   * How many nodes there are at least.
   *
   * @default 1
   */
  readonly minSize?: number;

  /**
   * How many nodes there are at most.
   *
   * @default - the same as desiredSize
   */
  readonly maxSize?: number;

  /**
   * How many nodes there are at first. Cluster Autoscaler changes the number later.
   *
   * @default - the same as minSize when that is given, else 2 or maxSize, whichever is less
   */
  readonly desiredSize?: number;

  /**
   * How the instances are paid for.
   *
   * @default NodegroupCapacityType.ON_DEMAND
   */
  readonly capacityType?: NodegroupCapacityType;

  /**
   * The id of the Capacity Block, with the capacity type CAPACITY_BLOCK.
   *
   * @see https://docs.aws.amazon.com/eks/latest/userguide/capacity-blocks-mng.html
   * @default - no reservation
   */
  readonly capacityReservationId?: string;

  /**
   * The VPC of the cluster.
   *
   * @default - the VPC that the cluster reference knows
   */
  readonly vpc?: ec2.IVpc;

  /**
   * The subnets of the nodes.
   *
   * @default - private subnets
   */
  readonly subnets?: ec2.SubnetSelection;

  /**
   * Further security groups of the nodes. The one of the cluster stays among them when the cluster reference knows it.
   *
   * @default - only the security group of the cluster
   */
  readonly securityGroups?: ec2.ISecurityGroupRef[];

  /**
   * The role of the nodes.
   *
   * @default - a role with the rights to join and to pull images
   */
  readonly nodeRole?: iam.IRole;

  /**
   * Which rights the network plugin takes from the role that is made for the nodes.
   *
   * @default - NodeCniPolicy.IPV6 when the cluster is known to use IPv6, else NodeCniPolicy.IPV4
   */
  readonly cniPolicy?: NodeCniPolicy;

  /**
   * Whether the role that is made for the nodes lets them register with AWS Systems Manager, for sessions in the
   * control container.
   *
   * @default false
   */
  readonly ssmAccess?: boolean;

  /**
   * How many network hops an answer of the instance metadata may take. 1 serves the node itself; pods that use the role
   * of the node need 2.
   *
   * @default 1
   */
  readonly metadataHopLimit?: number;

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

  /**
   * Tags of the node group, its instances, volumes and network interfaces.
   *
   * @default - the tags of the app
   */
  readonly tags?: { [key: string]: string };
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
