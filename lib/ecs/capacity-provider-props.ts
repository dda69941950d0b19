import { Duration } from 'aws-cdk-lib';
import * as autoscaling from 'aws-cdk-lib/aws-autoscaling';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as iam from 'aws-cdk-lib/aws-iam';
import {
  BottlerocketAutoScalingOptions,
  BottlerocketSettingsOptions,
  BottlerocketVolumes,
  NodegroupCapacityType,
} from '../node';
import { BottlerocketImage, InstanceHardware } from '../os';

/**
 * How Amazon ECS scales and protects the instances of a capacity provider.
 *
 * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/asg-capacity-providers.html
 */
export interface EcsManagedScalingOptions {
  /**
   * Whether ECS changes the size of the group, so that tasks find room and idle instances go.
   *
   * @default true
   */
  readonly enableManagedScaling?: boolean;

  /**
   * How much of the group tasks should use, in percent from 1 to 100. Below 100, there is room for tasks that start soon.
   *
   * @default 100
   */
  readonly targetCapacityPercent?: number;

  /**
   * How many instances ECS adds at once at least, from 1 to 10000.
   *
   * @default 1
   */
  readonly minimumScalingStepSize?: number;

  /**
   * How many instances ECS adds at once at most, from 1 to 10000.
   *
   * @default 10000
   */
  readonly maximumScalingStepSize?: number;

  /**
   * How long ECS waits until a new instance counts, up to 10000 seconds.
   *
   * @default Duration.seconds(300)
   */
  readonly instanceWarmupPeriod?: Duration;

  /**
   * Whether ECS keeps Auto Scaling from terminating instances with tasks when it scales in.
   *
   * @default - the same as enableManagedScaling
   */
  readonly enableManagedTerminationProtection?: boolean;

  /**
   * Whether ECS moves the tasks of services to other instances before an instance is terminated, by an instance refresh
   * too.
   *
   * @default true
   */
  readonly enableManagedDraining?: boolean;
}

/**
 * A capacity provider of Amazon ECS with instances on Bottlerocket.
 *
 * The name of the cluster is added to the settings. Unless they say otherwise, tasks with a network interface of their own
 * (awsvpc) do not reach the instance metadata, and Spot Instances are drained before they are taken back:
 * `ecs.awsvpcBlockImds` and `ecs.enableSpotInstanceDraining`.
 */
export interface BottlerocketCapacityProviderProps
  extends BottlerocketAutoScalingOptions, BottlerocketSettingsOptions, BottlerocketVolumes, EcsManagedScalingOptions {
  /**
   * The cluster: of the app, imported, or a CloudFormation resource.
   */
  readonly cluster: ecs.IClusterRef;

  /**
   * The instance types, up to 40, all of one architecture and with one kind of accelerator. The image follows from them.
   */
  readonly instanceTypes: ec2.InstanceType[];

  /**
   * The hardware of instance types that this library does not know, or knows wrong.
   *
   * @default - the hardware that the library has in its table
   */
  readonly instanceHardware?: InstanceHardware[];

  /**
   * The generation of the variant: 2 for aws-ecs-2, 3 for aws-ecs-3. Kernel and container engine follow from it.
   *
   * @see https://bottlerocket.dev/en/os/latest/concepts/variants/
   * @default - the one that `image` names, else 2
   */
  readonly ecsGeneration?: number;

  /**
   * Which release of Bottlerocket the instances run. Pin it, best with `BottlerocketImage.fromLock()`.
   *
   * @default - the newest release, with every deployment
   */
  readonly image?: BottlerocketImage;

  /**
   * Whether the image has validated cryptography (FIPS 140-3). It then uses FIPS endpoints, which not every region has.
   *
   * @default false
   */
  readonly fips?: boolean;

  /**
   * How many instances there are at least.
   *
   * @default 1
   */
  readonly minSize?: number;

  /**
   * How many instances there are at most.
   *
   * @default - the same as desiredSize
   */
  readonly maxSize?: number;

  /**
   * How the instances are paid for. For a mix of On-Demand and Spot, pass `instancesDistribution`.
   *
   * @default NodegroupCapacityType.ON_DEMAND
   */
  readonly capacityType?: NodegroupCapacityType;

  /**
   * The id of the Capacity Block, with the capacity type CAPACITY_BLOCK.
   *
   * @default - no reservation
   */
  readonly capacityReservationId?: string;

  /**
   * Instances that have booted already and wait outside of the cluster, stopped or running. The ECS agent joins once the
   * instance is needed. Not with Spot Instances.
   *
   * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/using-warm-pool.html
   * @default - no warm pool
   */
  readonly warmPool?: autoscaling.WarmPoolOptions;

  /**
   * The VPC of the instances.
   *
   * @default - the VPC that the cluster reference knows
   */
  readonly vpc?: ec2.IVpc;

  /**
   * The subnets of the instances.
   *
   * @default - private subnets
   */
  readonly subnets?: ec2.SubnetSelection;

  /**
   * The security groups of the instances.
   *
   * @default - a new one that lets nothing in
   */
  readonly securityGroups?: ec2.ISecurityGroupRef[];

  /**
   * The role of the instances. It must have the rights to join and to pull images already. Nothing is added to it but what
   * you ask for: with `signals` the right to signal to this stack (`cloudformation:SignalResource`), and what `presets` need.
   * Give both to a role that cannot be changed, such as an imported one, yourself.
   *
   * @default - a role that may join this cluster and pull images, and nothing else
   */
  readonly role?: iam.IRole;

  /**
   * Whether the role that is made for the instances lets them register with AWS Systems Manager, for sessions in the
   * control container. `BottlerocketEcsUpdater` adds that right itself.
   *
   * @default false
   */
  readonly ssmAccess?: boolean;

  /**
   * How many network hops an answer of the instance metadata may take. 1 serves the instance itself; tasks in the network
   * mode bridge that use the role of the instance need 2.
   *
   * @default 1
   */
  readonly metadataHopLimit?: number;

  /**
   * The name of the capacity provider.
   *
   * @default - a name that CloudFormation makes
   */
  readonly capacityProviderName?: string;

  /**
   * Whether tasks and services that name no capacity provider run on this one. A cluster has one default strategy.
   *
   * @default false
   */
  readonly defaultCapacityProvider?: boolean;

  /**
   * The names of all other capacity providers of a cluster that is not an `ecs.Cluster` of this app. The cluster is then
   * given these and the new one, in place of all that it has.
   *
   * @default - clusters that are not of this app are not told, with a warning
   */
  readonly otherCapacityProviders?: string[];

  /**
   * Tags of the Auto Scaling group, its instances, volumes and network interfaces.
   *
   * @default - the tags of the app
   */
  readonly tags?: { [key: string]: string };
}
