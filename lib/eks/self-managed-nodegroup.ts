import { ITaggable, Resource, Stack, TagManager } from 'aws-cdk-lib';
import * as autoscaling from 'aws-cdk-lib/aws-autoscaling';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as iam from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import { BottlerocketUserData, IBottlerocketNodes } from '../node';
import type { NodeStart } from '../node/bottlerocket-nodes';
import { withAcceleratorTaint } from '../node/accelerator-taint';
import { makeGroup } from '../node/auto-scaling-group';
import { guardAutoScalingSettings, supplySignal, supplyWait } from '../node/auto-scaling-settings';
import { checkClusterKind } from '../node/cluster-kind';
import { checkInstanceList } from '../node/group-checks';
import { instanceTags, selectSubnets } from '../node/node-parts';
import { checkPresets, grantPresets } from '../node/node-preset';
import { checkLateWarmPool } from '../node/warm-pool';
import { warnOnce } from '../os/warn';
import { checkNodeSettings } from '../os/node-image';
import { BottlerocketSettings, SettingsOrigin } from '../settings';
import { describe, throwOnErrors } from '../settings/report';
import { FROM_PROPERTIES, tagForAutoscaler } from './autoscaler-tags';
import { checkAutoMode, factsOf } from './cluster-facts';
import { checkNodes } from './common-checks';
import { checkSharedRole, chooseJoinMethod, letJoin } from './node-access';
import { chooseEfa } from './node-efa';
import { checkClusterSecurityGroup, guardJoinSettings, knowsDnsIp, supplyCluster, supplyLabels } from './join-settings';
import { chooseSelfManagedImage } from './node-image';
import { makeNodeRole } from './node-role';
import { INodeSource, InPlaceUpdates } from './node-source';
import { addSettingsOfUsers } from './nodegroup-settings';
import { checkPrivateClusterNodes } from './private-nodes';
import { checkGroup } from './self-managed-checks';
import { BottlerocketSelfManagedNodegroupProps } from './self-managed-nodegroup-props';
import { makeSelfManagedTemplate } from './self-managed-template';
import { SelfManagedUpdates } from './self-managed-updates';

/**
 * A group of Amazon EKS nodes on Bottlerocket that you manage yourself: a launch template and an Auto Scaling group.
 *
 * The image follows from the instance types, and what the nodes need to join is written into their user data: address,
 * certificate and name of the cluster, the address of its DNS service, labels and taints. The cluster is told that they
 * may join, in whichever way it takes. Everything that is wrong comes out in one error.
 *
 * @see https://docs.aws.amazon.com/eks/latest/userguide/launch-node-bottlerocket.html
 * @resource AWS::AutoScaling::AutoScalingGroup
 */
export class BottlerocketSelfManagedNodegroup
  extends Resource
  implements
    autoscaling.IAutoScalingGroupRef,
    iam.IGrantable,
    ec2.IConnectable,
    ITaggable,
    INodeSource,
    IBottlerocketNodes
{
  /**
   * The Auto Scaling group, for scaling policies, lifecycle hooks and load balancers.
   */
  public readonly autoScalingGroup: autoscaling.AutoScalingGroup;

  /**
   * The launch template of the nodes.
   */
  public readonly launchTemplate: ec2.LaunchTemplate;

  /**
   * The role of the nodes.
   */
  public readonly nodeRole: iam.IRole;

  /**
   * Who gets the rights that are granted to the node group: the role of the nodes.
   */
  public readonly grantPrincipal: iam.IPrincipal;

  /**
   * The security groups of the nodes: that of the cluster, and further ones.
   */
  public readonly connections: ec2.Connections;

  /**
   * The tags of the Auto Scaling group. Its instances, their volumes and network interfaces have them too, unless they are
   * meant for the group only.
   */
  public readonly tags: TagManager;

  private readonly userData: BottlerocketUserData;
  private readonly props: BottlerocketSelfManagedNodegroupProps;
  private readonly labels: Record<string, string>;
  private readonly efaInterfaces?: number;

  /**
   * @param scope the construct that the node group belongs to
   * @param id the id of the node group in its scope
   * @param props the node group
   * @throws an error with all issues when the nodes could not start or join
   */
  public constructor(scope: Construct, id: string, props: BottlerocketSelfManagedNodegroupProps) {
    super(scope, id, { physicalName: props.autoScalingGroupName });
    throwOnErrors([...checkClusterKind(props.cluster, 'EKS'), ...checkInstanceList(props.instanceTypes)], this);
    const cluster = factsOf(props.cluster, props.clusterAttributes);
    const image = chooseSelfManagedImage(this, props, cluster);
    const marks = withAcceleratorTaint(props, image.hardware);
    // More labels may be added later.
    this.labels = { ...marks.labels };
    this.props = props = { ...props, labels: this.labels, taints: marks.taints };

    this.userData = image.userData;
    guardJoinSettings(this.userData, props);
    guardAutoScalingSettings(this.userData, props);
    const vpc = props.vpc ?? cluster.vpc;
    const subnets = selectSubnets(vpc, props.subnets);
    const efa = chooseEfa(props, image.hardware, vpc, subnets);
    this.efaInterfaces = efa.layout?.count;
    const join = chooseJoinMethod(props.joinBy, cluster, Stack.of(props.nodeRole ?? this), Stack.of(props.cluster));
    const ofNodes = checkNodes(props);
    const ofGroup = [
      ...checkGroup(props),
      ...image.issues,
      ...marks.issues,
      ...efa.issues,
      ...checkPresets(image.hardware, props.presets),
      ...subnets.issues,
      ...join.issues,
      ...checkSharedRole(this, props.cluster, props.nodeRole, join.method),
      ...checkAutoMode(cluster),
      ...ofNodes,
    ];
    const ofSettings = [
      ...(ofNodes.length === 0 ? supplyLabels(this.userData, props) : []),
      ...supplyCluster(this.userData, props, cluster),
      ...checkClusterSecurityGroup(cluster),
      ...addSettingsOfUsers(this.userData, props),
    ];
    ofGroup.push(...checkNodeSettings(this, image, (...path) => this.userData._valueAt(...path)));
    throwOnErrors([...ofGroup, ...ofSettings], this);
    // What is to be said of the settings, the launch template says.
    warnOnce(this, ofGroup);

    this.nodeRole = props.nodeRole ?? makeNodeRole(this, 'NodeRole', props, cluster.ipv6);
    this.grantPrincipal = this.nodeRole.grantPrincipal;
    grantPresets(this.nodeRole, props.presets);
    this.launchTemplate = makeSelfManagedTemplate(this, props, cluster, efa, {
      imageId: image.bound.imageId(),
      userData: this.userData,
      role: this.nodeRole,
      tagSpecifications: instanceTags(() => this.tags),
    });
    this.connections = this.launchTemplate.connections;
    this.autoScalingGroup = makeGroup(this, props, vpc, this.launchTemplate, subnets.ids);
    const resource = this.autoScalingGroup.node.defaultChild as autoscaling.CfnAutoScalingGroup;
    this.node.defaultChild = resource;
    this.tags = resource.tags;
    this.addTags();
    if (props.signals !== undefined) {
      supplySignal(this.userData, resource);
    }
    if (props.warmPool !== undefined) {
      supplyWait(this.userData);
    }
    const access = letJoin(this, props.cluster, this.nodeRole, cluster, join.method);
    if (access !== undefined) {
      resource.node.addDependency(access);
    }
    cluster.albController?.node.addDependency(this);
    this.node.addValidation({
      validate: () => {
        const nodes = {
          ...props,
          facts: cluster,
          image,
          userData: this.userData,
          knowsDnsIp: knowsDnsIp(props, cluster),
        };
        warnOnce(this, checkPrivateClusterNodes(this, { ...nodes, signals: props.signals !== undefined }));
        return checkLateWarmPool(this.autoScalingGroup, props, this.userData).map(describe);
      },
    });
  }

  /**
   * The name of the Auto Scaling group.
   *
   * @attribute
   */
  public get autoScalingGroupName(): string {
    return this.autoScalingGroup.autoScalingGroupName;
  }

  /**
   * The ARN of the Auto Scaling group.
   *
   * @attribute
   */
  public get autoScalingGroupArn(): string {
    return this.autoScalingGroup.autoScalingGroupArn;
  }

  /**
   * A reference to the Auto Scaling group.
   */
  public get autoScalingGroupRef(): autoscaling.AutoScalingGroupReference {
    return this.autoScalingGroup.autoScalingGroupRef;
  }

  /**
   * Merges more settings into those of the nodes. Where both give a value, that of the higher layer holds, and in one layer
   * the later one.
   *
   * @param settings the settings to add
   * @param origin where they come from
   * @throws an error with all issues when the OS would refuse the settings, or the node group writes one itself
   */
  public addSettings(settings: BottlerocketSettings, origin: SettingsOrigin = {}): void {
    this.userData.addSettings(settings, origin);
    this.tagForAutoscaler();
  }

  /**
   * What the nodes are started with.
   *
   * @internal
   */
  public _startedWith(): NodeStart {
    return { userData: this.userData, launchTemplate: this.launchTemplate.node.defaultChild as ec2.CfnLaunchTemplate };
  }

  /**
   * How the update operator updates the nodes.
   *
   * @internal
   */
  public _inPlaceUpdates(): InPlaceUpdates {
    return new SelfManagedUpdates({
      clusterName: this.props.cluster.clusterRef.clusterName,
      userData: this.userData,
      labels: this.labels,
      taints: this.props.taints ?? [],
      onLabel: () => this.tagForAutoscaler(),
    });
  }

  private addTags(): void {
    const { clusterName } = this.props.cluster.clusterRef;
    this.tags.setTag('Name', this.node.path, 0);
    // The cloud provider finds the instances of its cluster by this tag.
    this.tags.setTag(`kubernetes.io/cluster/${clusterName}`, 'owned', FROM_PROPERTIES);
    for (const [key, value] of Object.entries(this.props.tags ?? {})) {
      this.tags.setTag(key, value, FROM_PROPERTIES);
    }
    this.tagForAutoscaler();
  }

  private tagForAutoscaler(): void {
    if (this.props.clusterAutoscalerTags ?? true) {
      tagForAutoscaler(
        this.tags,
        this.props.cluster.clusterRef.clusterName,
        this.props,
        this.userData,
        this.efaInterfaces,
      );
    }
  }
}
