import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as iam from 'aws-cdk-lib/aws-iam';
import {
  BottlerocketSettingsOptions,
  BottlerocketVolumes,
  EfaOptions,
  NodegroupCapacityType,
  NodeTaint,
} from '../node';
import { BottlerocketImage, InstanceHardware } from '../os';
import { BottlerocketSettings } from '../settings';
import { EksClusterAttributes } from './cluster-attributes';
import { NodeCniPolicy } from './node-role';

/**
 * What node groups of both kinds, managed and self-managed, have in common.
 *
 * To the settings, address, certificate, name and DNS address of the cluster are added: by EKS to managed node groups, by
 * this library to self-managed ones and to those with images of your own.
 */
export interface BottlerocketNodegroupCommonOptions extends BottlerocketSettingsOptions, BottlerocketVolumes {
  /**
   * The instance types, all of one architecture and with one kind of accelerator. The image follows from them. A managed
   * node group takes up to 20, a self-managed one up to 40.
   */
  readonly instanceTypes: ec2.InstanceType[];

  /**
   * The hardware of instance types that this library does not know, or knows wrong.
   *
   * @default - the hardware that the library has in its table
   */
  readonly instanceHardware?: InstanceHardware[];

  /**
   * Which release of Bottlerocket the nodes run. Pin it, best with `BottlerocketImage.fromLock()`.
   *
   * A managed node group with an image of your own (`fromAmiId`, `fromSsmParameter`) is another kind of node group for EKS:
   * changing to one, or back, replaces it.
   *
   * @default - the newest release: for managed node groups when the node group is created, and again with every change of
   * its settings or volumes; for self-managed ones with every deployment
   */
  readonly image?: BottlerocketImage;

  /**
   * Whether the image has validated cryptography (FIPS 140-3). It then uses FIPS endpoints, which not every region has.
   *
   * @default false
   */
  readonly fips?: boolean;

  /**
   * What the cluster reference does not know of the cluster. Managed node groups need it only for images of your own, and
   * the security group for EFA.
   *
   * @default - the cluster reference knows all that nodes need
   */
  readonly clusterAttributes?: EksClusterAttributes;

  /**
   * Settings that hold for all node groups of the cluster. Pass the same ones to each of them; `settings` win over them,
   * and they win over `presets`.
   *
   * @default - none
   */
  readonly clusterSettings?: BottlerocketSettings;

  /**
   * The addresses of the DNS service that pods use, in place of the one of the cluster. For NodeLocal DNSCache.
   *
   * @default - the address of the cluster
   */
  readonly clusterDnsIp?: string[];

  /**
   * Labels of the nodes.
   *
   * @default - no labels of your own
   */
  readonly labels?: { [key: string]: string };

  /**
   * Taints of the nodes. A managed node group takes up to 50.
   *
   * @default - no taints
   */
  readonly taints?: NodeTaint[];

  /**
   * Whether nodes with accelerators get the taint and the label by convention: `nvidia.com/gpu=present:NoSchedule` and
   * `nvidia.com/gpu.present`, or `aws.amazon.com/neuron=present:NoSchedule` and `aws.amazon.com/neuron.present`. Pods that
   * ask for an accelerator must tolerate the taint; in clusters with the admission plugin ExtendedResourceToleration, they
   * do by themselves.
   *
   * @default false
   */
  readonly acceleratorTaint?: boolean;

  /**
   * Gives the nodes Elastic Fabric Adapter, for traffic between accelerators, or of MPI. Pass `{}` for what most want: an
   * interface on each network card, a security group of their own, and a cluster placement group. In the cluster, install
   * the EFA device plugin, or the EFA DRA driver.
   *
   * One interface of the first network card has no addresses then, so that fewer pods get one there.
   *
   * @default - no Elastic Fabric Adapter
   */
  readonly efa?: EfaOptions;

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
   * Tags of the node group, its instances, volumes and network interfaces.
   *
   * @default - the tags of the app
   */
  readonly tags?: { [key: string]: string };
}
