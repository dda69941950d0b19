import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as eks from 'aws-cdk-lib/aws-eks';
import * as iam from 'aws-cdk-lib/aws-iam';
import { BottlerocketSettingsOptions, BottlerocketVolumes } from '../../node';
import { BottlerocketImage } from '../../os';
import { BottlerocketSettings } from '../../settings';
import { EksClusterAttributes } from '../cluster-attributes';
import { NodeJoinMethod } from '../node-access';
import { NodeCniPolicy } from '../node-role';
import { KarpenterCapacityReservationTerm, KarpenterSecurityGroupTerm, KarpenterSubnetTerm } from './selector-terms';

/**
 * What Karpenter does with the disks that instances have themselves.
 */
export enum KarpenterInstanceStorePolicy {
  /**
   * All of them become one volume, for images, containers and logs. Bottlerocket knows how since 1.22.0.
   */
  RAID0 = 'RAID0',
}

/**
 * A node class of Karpenter, but for its cluster.
 *
 * Of the settings, what Karpenter must know of the kubelet is moved to the kubelet section of the EC2NodeClass; what
 * Karpenter would lose is refused. Taints belong to the node pool, and so do labels that pods ask for.
 */
export interface BottlerocketNodeClassOptions extends BottlerocketSettingsOptions, BottlerocketVolumes {
  /**
   * The name of the EC2NodeClass.
   *
   * @default - a name that is made of where the construct stands
   */
  readonly nodeClassName?: string;

  /**
   * Which release of Bottlerocket the nodes run. Pin it: with an image that floats, Karpenter replaces all nodes when there
   * is a new release.
   *
   * Where Karpenter has an alias for the image, it also chooses between x86, Arm and NVIDIA by the instance. An image of
   * one variant, of a lock, with FIPS or by its id leaves it only the architecture to choose.
   *
   * @default - the newest release, at any time
   */
  readonly image?: BottlerocketImage;

  /**
   * Whether the image has validated cryptography (FIPS 140-3). It then uses FIPS endpoints, which not every region has.
   *
   * @default false
   */
  readonly fips?: boolean;

  /**
   * Whether all nodes have NVIDIA GPUs. Their settings are refused without; and where there is no alias, so are the nodes.
   *
   * @default false
   */
  readonly nvidia?: boolean;

  /**
   * The architectures that Karpenter may choose from.
   *
   * @default - all that the image is for
   */
  readonly architectures?: ec2.InstanceArchitecture[];

  /**
   * The Kubernetes version of the nodes, such as `1.35`. Nodes stay at it when the version of the cluster changes.
   *
   * @default - the version of the cluster
   */
  readonly kubernetesVersion?: string;

  /**
   * What the cluster reference does not know of the cluster.
   *
   * @default - the cluster reference knows all that is needed
   */
  readonly clusterAttributes?: EksClusterAttributes;

  /**
   * Settings that hold for all nodes of the cluster. Pass the same ones to each group of nodes; `settings` win over them,
   * and they win over `presets`.
   *
   * @default - none
   */
  readonly clusterSettings?: BottlerocketSettings;

  /**
   * Whether settings are only a warning that Karpenter drops as far as this library knows. For releases of Karpenter that
   * know them.
   *
   * @default false
   */
  readonly allowDroppedSettings?: boolean;

  /**
   * The role of the nodes.
   *
   * @default - that of the instance profile; else a role with the rights to join and to pull images
   */
  readonly nodeRole?: iam.IRole;

  /**
   * The instance profile of the nodes. Karpenter makes one for the role by itself, for which it must reach IAM: private
   * clusters do not.
   *
   * @default - one that Karpenter makes
   */
  readonly instanceProfile?: iam.IInstanceProfile;

  /**
   * The role of Karpenter itself. It gets the rights to hand the role of the nodes to instances, and to use the keys of
   * their volumes.
   *
   * @default - no rights are granted
   */
  readonly controllerRole?: iam.IRole;

  /**
   * Which rights the network plugin takes from the role that is made for the nodes.
   *
   * @default - NodeCniPolicy.IPV6 when the cluster is known to use IPv6, else NodeCniPolicy.IPV4
   */
  readonly cniPolicy?: NodeCniPolicy;

  /**
   * Whether the role that is made for the nodes lets them register with AWS Systems Manager, for sessions in the control
   * container.
   *
   * @default false
   */
  readonly ssmAccess?: boolean;

  /**
   * How the cluster is told that these nodes may join.
   *
   * @default - NodeJoinMethod.AWS_AUTH for clusters that are known to take no access entries, else
   * NodeJoinMethod.ACCESS_ENTRY
   */
  readonly joinBy?: NodeJoinMethod;

  /**
   * The subnets that nodes may be launched in, up to 30 terms.
   *
   * @default - the private subnets of the VPC that the cluster reference knows; else those with the tag
   * `karpenter.sh/discovery` and the name of the cluster
   */
  readonly subnetSelectorTerms?: KarpenterSubnetTerm[];

  /**
   * The security groups of the nodes, up to 30 terms.
   *
   * @default - the one of the cluster, where the cluster reference knows it; else those with the tag
   * `karpenter.sh/discovery` and the name of the cluster
   */
  readonly securityGroupSelectorTerms?: KarpenterSecurityGroupTerm[];

  /**
   * The capacity reservations that nodes may be launched into, up to 30 terms.
   *
   * @default - none
   */
  readonly capacityReservationSelectorTerms?: KarpenterCapacityReservationTerm[];

  /**
   * What is done with disks that instances have themselves.
   *
   * @default - they are not used
   */
  readonly instanceStorePolicy?: KarpenterInstanceStorePolicy;

  /**
   * How many network hops an answer of the instance metadata may take. 1 serves the node itself; pods that use the role of
   * the node need 2.
   *
   * @default 1
   */
  readonly metadataHopLimit?: number;

  /**
   * Whether nodes get public addresses.
   *
   * @default - what the subnet says
   */
  readonly associatePublicIpAddress?: boolean;

  /**
   * Whether EC2 measures the instances every minute.
   *
   * @default false
   */
  readonly detailedMonitoring?: boolean;

  /**
   * The context that EC2 has for fleets. Reserved by EC2.
   *
   * @default - none
   */
  readonly context?: string;

  /**
   * Tags of instances, volumes, network interfaces and launch templates.
   *
   * @default - the tags of the app
   */
  readonly tags?: { [key: string]: string };

  /**
   * Fields of the specification that have no property here, such as `placementGroupSelector` and `networkInterfaces`.
   *
   * @default - none
   */
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- jsii has no other type for a value of any kind
  readonly additionalSpec?: { [key: string]: any };

  /**
   * Whether the deployment applies the EC2NodeClass to the cluster. For GitOps, turn it off and use `toYaml()`.
   *
   * @default true
   */
  readonly applyToCluster?: boolean;
}

/**
 * A node class of Karpenter.
 */
export interface BottlerocketNodeClassProps extends BottlerocketNodeClassOptions {
  /**
   * The cluster: of aws-eks or aws-eks-v2, imported, or a CloudFormation resource.
   */
  readonly cluster: eks.IClusterRef;
}
