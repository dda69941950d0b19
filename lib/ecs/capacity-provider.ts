import { ITaggable, Resource, TagManager } from 'aws-cdk-lib';
import * as autoscaling from 'aws-cdk-lib/aws-autoscaling';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as iam from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import { makeTemplate } from '../mixins/node-template';
import { BottlerocketUserData, IBottlerocketNodes, ProtectedNodes } from '../node';
import type { NodeStart } from '../node/bottlerocket-nodes';
import { makeGroup } from '../node/auto-scaling-group';
import { guardAutoScalingSettings, supplySignal, supplyWait } from '../node/auto-scaling-settings';
import { checkClusterKind } from '../node/cluster-kind';
import { checkInstanceList } from '../node/group-checks';
import { checkPresets, grantPresets } from '../node/node-preset';
import { instanceTags, selectSubnets } from '../node/node-parts';
import { checkPrivateNodes } from '../node/private-nodes';
import { checkLateWarmPool } from '../node/warm-pool';
import { checkNodeSettings, NodeImage } from '../os/node-image';
import { warnOnce } from '../os/warn';
import { BottlerocketIssue, BottlerocketSettings, SettingsOrigin } from '../settings';
import { describe, throwOnErrors } from '../settings/report';
import { associate, checkAssociation, isDefault } from './capacity-association';
import { checkCapacityProvider, guardClusterName, managedBy } from './capacity-provider-checks';
import { BottlerocketCapacityProviderProps } from './capacity-provider-props';
import { checkPlace, factsOf } from './cluster-facts';
import { chooseInstanceImage } from './instance-image';
import { makeInstanceRole } from './instance-role';
import { chooseSecurityGroups, checkSecurityGroups } from './instance-security-groups';
import { addInstanceSettings } from './instance-settings';
import { joinedGroup } from './joined-group';
import { checkManagedInstances } from './managed-instances-checks';
import { checkServices } from './service-checks';

/** Tags from properties weigh less than those that users add to a scope. */
const FROM_PROPERTIES = 50;

/**
 * Capacity of an Amazon ECS cluster on Bottlerocket: a launch template, an Auto Scaling group and a capacity provider.
 *
 * The image follows from the instance types. The name of the cluster and your settings make one document. The instances
 * are drained before they go, may join this cluster only, and give their rights to no task by default. Everything that is
 * wrong comes out in one error.
 *
 * The capacity provider is added to clusters of `ecs.Cluster`. ECS Managed Instances are another kind of capacity, to
 * which settings do not apply.
 *
 * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-bottlerocket.html
 * @resource AWS::ECS::CapacityProvider
 */
export class BottlerocketCapacityProvider
  extends Resource
  implements autoscaling.IAutoScalingGroupRef, iam.IGrantable, ec2.IConnectable, ITaggable, IBottlerocketNodes
{
  /**
   * The Auto Scaling group, for scaling policies and for `BottlerocketEcsUpdater.attach`.
   */
  public readonly autoScalingGroup: autoscaling.AutoScalingGroup;

  /**
   * The capacity provider, for `Cluster.addAsgCapacityProvider` where the cluster was passed as a reference.
   */
  public readonly asgCapacityProvider: ecs.AsgCapacityProvider;

  /**
   * The launch template of the instances.
   */
  public readonly launchTemplate: ec2.LaunchTemplate;

  /**
   * The role of the instances.
   */
  public readonly role: iam.IRole;

  /**
   * Who gets the rights that are granted to the capacity provider: the role of the instances. Tasks have roles of their
   * own.
   */
  public readonly grantPrincipal: iam.IPrincipal;

  /**
   * The security groups of the instances.
   */
  public readonly connections: ec2.Connections;

  /**
   * The tags of the Auto Scaling group, its instances, their volumes and network interfaces.
   */
  public readonly tags: TagManager;

  private readonly userData: BottlerocketUserData;

  /**
   * @param scope the construct that the capacity provider belongs to
   * @param id the id of the capacity provider in its scope
   * @param props the capacity provider
   * @throws an error with all issues when the instances could not start or join
   */
  public constructor(scope: Construct, id: string, props: BottlerocketCapacityProviderProps) {
    super(scope, id, { physicalName: props.capacityProviderName });
    throwOnErrors(checkManagedInstances(props), this);
    throwOnErrors([...checkClusterKind(props.cluster, 'ECS'), ...checkInstanceList(props.instanceTypes)], this);
    const cluster = factsOf(props.cluster);
    const vpc = props.vpc ?? cluster.vpc;
    const image = chooseInstanceImage(this, props);
    this.userData = image.userData;
    guardClusterName(this.userData);
    guardAutoScalingSettings(this.userData, props);
    const subnets = selectSubnets(vpc, props.subnets);
    const ofSettings = addInstanceSettings(this.userData, props, cluster);
    const ofGroup = [
      ...checkCapacityProvider(props),
      ...image.issues,
      ...checkPresets(image.hardware, props.presets),
      ...subnets.issues,
      ...checkSecurityGroups(props, vpc),
      ...checkPlace(props.cluster, this),
      ...checkAssociation(props),
      ...checkNodeSettings(this, image, (...path) => this.userData._valueAt(...path)),
    ];
    throwOnErrors([...ofGroup, ...ofSettings], this);
    // What is to be said of the settings, the launch template says.
    warnOnce(this, ofGroup);

    this.role = props.role ?? makeInstanceRole(this, cluster, props.ssmAccess);
    this.grantPrincipal = this.role.grantPrincipal;
    grantPresets(this.role, props.presets);
    this.launchTemplate = makeTemplate(this, props, {
      imageId: image.bound.imageId(),
      userData: this.userData,
      role: this.role,
      tagSpecifications: instanceTags(() => this.tags),
      securityGroups: chooseSecurityGroups(this, props, vpc),
    });
    this.connections = this.launchTemplate.connections;

    const { scaling, protection, draining } = managedBy(props);
    const group = {
      ...props,
      newInstancesProtectedFromScaleIn: protection ? true : undefined,
      // All instances with tasks are protected: to wait for them would be to wait for ever.
      protectedNodes: protection ? ProtectedNodes.REFRESH : undefined,
    };
    this.autoScalingGroup = makeGroup(this, group, vpc, this.launchTemplate, subnets.ids);
    const resource = this.autoScalingGroup.node.defaultChild as autoscaling.CfnAutoScalingGroup;
    this.node.defaultChild = resource;
    this.tags = resource.tags;
    this.tags.setTag('Name', this.node.path, 0);
    Object.entries(props.tags ?? {}).forEach(([key, value]) => this.tags.setTag(key, value, FROM_PROPERTIES));
    if (props.signals !== undefined) {
      supplySignal(this.userData, resource);
    }
    if (props.warmPool !== undefined) {
      supplyWait(this.userData);
    }
    this.asgCapacityProvider = new ecs.AsgCapacityProvider(this, 'CapacityProvider', {
      autoScalingGroup: joinedGroup(this.autoScalingGroup, cluster.clusterName),
      capacityProviderName: props.capacityProviderName,
      machineImageType: ecs.MachineImageType.BOTTLEROCKET,
      enableManagedScaling: scaling,
      enableManagedTerminationProtection: protection,
      enableManagedDraining: draining,
      targetCapacityPercent: props.targetCapacityPercent,
      minimumScalingStepSize: props.minimumScalingStepSize,
      maximumScalingStepSize: props.maximumScalingStepSize,
      instanceWarmupPeriod: props.instanceWarmupPeriod?.toSeconds(),
    });
    associate(this, props, this.capacityProviderName, this.asgCapacityProvider);
    // The rest of the app may be made later.
    this.node.addValidation({
      validate: () => {
        const { capacityProviderName, autoScalingGroup } = this;
        const services = { construct: this, cluster, capacityProviderName };
        warnOnce(this, [
          ...this.checkSubnets(props, vpc, image),
          ...checkServices({ ...services, isDefault: isDefault(props, capacityProviderName) }),
        ]);
        return checkLateWarmPool(autoScalingGroup, props, this.userData).map(describe);
      },
    });
  }

  /**
   * The name of the capacity provider, for the strategies of services and tasks.
   *
   * @attribute
   */
  public get capacityProviderName(): string {
    return this.asgCapacityProvider.capacityProviderName;
  }

  /**
   * A reference to the Auto Scaling group.
   */
  public get autoScalingGroupRef(): autoscaling.AutoScalingGroupReference {
    return this.autoScalingGroup.autoScalingGroupRef;
  }

  /**
   * Merges more settings into those of the instances. Where both give a value, that of the higher layer holds, and in one
   * layer the later one.
   *
   * @param settings the settings to add
   * @param origin where they come from
   * @throws an error with all issues when the OS would refuse the settings, or the capacity provider writes one itself
   */
  public addSettings(settings: BottlerocketSettings, origin: SettingsOrigin = {}): void {
    this.userData.addSettings(settings, origin);
  }

  /**
   * What the nodes are started with.
   *
   * @internal
   */
  public _startedWith(): NodeStart {
    return { userData: this.userData, launchTemplate: this.launchTemplate.node.defaultChild as ec2.CfnLaunchTemplate };
  }

  /** Finds what instances need and cannot reach. */
  private checkSubnets(
    props: BottlerocketCapacityProviderProps,
    vpc: ec2.IVpc | undefined,
    { variant, traits }: NodeImage,
  ): BottlerocketIssue[] {
    return checkPrivateNodes({
      platform: 'ecs',
      vpc,
      subnets: props.subnets,
      fips: variant?.fips ?? traits?.fips ?? false,
      valueAt: (...path) => this.userData._valueAt(...path),
      ssmAccess: props.ssmAccess,
      needs: () => ({ signals: props.signals !== undefined }),
    });
  }
}
