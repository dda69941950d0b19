import { ITaggable, Resource, TagManager } from 'aws-cdk-lib';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as eks from 'aws-cdk-lib/aws-eks';
import * as eksv2 from 'aws-cdk-lib/aws-eks-v2';
import * as iam from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import { BottlerocketUserData, IBottlerocketNodes, NodegroupCapacityType } from '../node';
import type { NodeStart } from '../node/bottlerocket-nodes';
import { BottlerocketAmiType } from '../os';
import { amiTypeOf, chooseByAmiType } from '../os/ami-type-choice';
import { checkNodeSettings, chooseNodeImage, NodeImage } from '../os/node-image';
import { BottlerocketIssue, BottlerocketSettings, IssueCode, SettingsOrigin } from '../settings';
import { describe, issue, throwOnErrors } from '../settings/report';
import { withAcceleratorTaint } from '../node/accelerator-taint';
import { checkClusterKind } from '../node/cluster-kind';
import { checkGivenTwice } from '../node/given-twice';
import { checkInstanceList } from '../node/group-checks';
import { capacityBlock, instanceTags, selectSubnets } from '../node/node-parts';
import { nodeMixins } from '../mixins/node-template';
import { checkPresets, grantPresets } from '../node/node-preset';
import { warnOnce } from '../os/warn';
import { checkAutoMode, ClusterFacts, factsOf } from './cluster-facts';
import { BottlerocketManagedNodegroupProps } from './managed-nodegroup-props';
import { checkNodes } from './common-checks';
import { taintsInSettings, toEksEffect } from './eks-taints';
import { chooseEfa, NodeEfa } from './node-efa';
import { checkSharedRole, letManagedJoin } from './node-access';
import { makeNodeRole } from './node-role';
import { nameOf, NodeKubernetes, nodeKubernetes } from './node-variant';
import { INodeSource, InPlaceUpdates } from './node-source';
import { checkNodegroup, sizesOf } from './nodegroup-checks';
import { managedSecurityGroups } from './managed-security-groups';
import { checkClusterSecurityGroup, knowsDnsIp } from './join-settings';
import { addJoinSettings, addNodegroupSettings, makeUserData } from './nodegroup-settings';
import { NodegroupUpdates } from './nodegroup-updates';
import { checkPrivateClusterNodes } from './private-nodes';

/**
 * A managed node group of Amazon EKS on Bottlerocket.
 *
 * The image follows from the instance types, the settings are checked before anything is deployed, both volumes are
 * encrypted, and the instance metadata requires sessions. Everything that is wrong comes out in one error.
 *
 * @see https://docs.aws.amazon.com/eks/latest/userguide/managed-node-groups.html
 * @resource AWS::EKS::Nodegroup
 */
export class BottlerocketManagedNodegroup
  extends Resource
  implements eks.INodegroup, eksv2.INodegroup, iam.IGrantable, ITaggable, INodeSource, IBottlerocketNodes
{
  /**
   * The image that EKS gives to the nodes; undefined when it is one of your own.
   */
  public readonly amiType?: BottlerocketAmiType;

  /**
   * The role of the nodes.
   */
  public readonly nodeRole: iam.IRole;

  /**
   * Who gets the rights that are granted to the node group: the role of the nodes.
   */
  public readonly grantPrincipal: iam.IPrincipal;

  /**
   * The tags of the node group, its instances, volumes and network interfaces.
   */
  public readonly tags: TagManager;

  private readonly userData: BottlerocketUserData;
  private readonly launchTemplate: ec2.CfnLaunchTemplate;
  private readonly resource: eks.CfnNodegroup;

  /**
   * @param scope the construct that the node group belongs to
   * @param id the id of the node group in its scope
   * @param props the node group
   * @throws an error with all issues when the nodes could not start or join
   */
  public constructor(scope: Construct, id: string, props: BottlerocketManagedNodegroupProps) {
    super(scope, id, { physicalName: props.nodegroupName });
    throwOnErrors([...checkClusterKind(props.cluster, 'EKS'), ...checkInstanceList(props.instanceTypes)], this);

    const cluster = factsOf(props.cluster, props.clusterAttributes);
    const kubernetes = nodeKubernetes(props.kubernetesVersion, cluster);
    const image = this.chooseImage(props, kubernetes);
    const { issues: markIssues, ...marks } = withAcceleratorTaint(props, image.hardware);
    props = { ...props, ...marks };
    this.userData = makeUserData(props, image, kubernetes.version);
    const subnets = selectSubnets(props.vpc ?? cluster.vpc, props.subnets);
    const efa = chooseEfa(props, image.hardware, props.vpc ?? cluster.vpc, subnets);
    const { custom } = image.bound;
    const settingsIssues = custom
      ? addJoinSettings(this.userData, props, cluster)
      : addNodegroupSettings(this.userData, props);
    const imageIssues = [
      ...image.issues,
      ...checkNodeSettings(this, image, (...path) => this.userData._valueAt(...path)),
    ];
    const hardwareIssues = [...markIssues, ...efa.issues, ...checkPresets(image.hardware, props.presets)];
    const issues = [
      ...checkNodegroup(props),
      ...imageIssues,
      ...hardwareIssues,
      ...(efa.layout === undefined ? [] : checkClusterSecurityGroup(cluster)),
      ...subnets.issues,
      ...checkNodes(props),
      ...checkSharedRole(this, props.cluster, props.nodeRole),
      ...settingsIssues,
    ];
    throwOnErrors(issues, this);
    warnOnce(this, [...imageIssues, ...hardwareIssues, ...checkAutoMode(cluster)]);

    this.amiType = custom ? undefined : amiTypeOf(image.traits!);
    this.nodeRole = props.nodeRole ?? makeNodeRole(this, 'NodeRole', props, cluster.ipv6);
    this.grantPrincipal = this.nodeRole.grantPrincipal;
    grantPresets(this.nodeRole, props.presets);
    this.launchTemplate = this.makeLaunchTemplate(props, cluster, efa, custom ? image.bound.imageId() : undefined);
    this.resource = this.makeNodegroup(props, subnets.ids, this.launchTemplate, image.bound.releaseVersion());
    this.tags = this.resource.tags;

    if (props.nodeRole === undefined) {
      // Nodes must not start before, or outlive, the policies of the role.
      this.resource.node.addDependency(this.nodeRole);
    }
    // Settings may be added later, with the same labels and taints.
    if (!custom) {
      this.node.addValidation({
        validate: () => checkGivenTwice(this.userData, { ...props, labels: this.labels }).map(describe),
      });
    }
    this.node.addValidation({
      validate: () => {
        const nodes = {
          ...props,
          facts: cluster,
          image,
          userData: this.userData,
          knowsDnsIp: !custom || knowsDnsIp(props, cluster),
        };
        warnOnce(this, checkPrivateClusterNodes(this, nodes));
        return [];
      },
    });
    letManagedJoin(this, props.cluster, this.nodeRole, cluster);
    cluster.albController?.node.addDependency(this);
  }

  /**
   * The name of the node group.
   *
   * @attribute
   */
  public get nodegroupName(): string {
    return this.getResourceNameAttribute(this.resource.attrNodegroupName);
  }

  /**
   * The ARN of the node group.
   *
   * @attribute
   */
  public get nodegroupArn(): string {
    return this.getResourceArnAttribute(this.resource.attrArn, {
      service: 'eks',
      resource: 'nodegroup',
      resourceName: this.physicalName,
    });
  }

  /**
   * A reference to the node group.
   */
  public get nodegroupRef(): eks.NodegroupReference {
    return this.resource.nodegroupRef;
  }

  /**
   * Merges more settings into those of the nodes. Where both give a value, that of the higher layer holds, and in one layer
   * the later one.
   *
   * @param settings the settings to add
   * @param origin where they come from
   * @throws an error with all issues when the OS would refuse the settings
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
    return { userData: this.userData, launchTemplate: this.launchTemplate };
  }

  /**
   * How the update operator updates the nodes.
   *
   * @internal
   */
  public _inPlaceUpdates(): InPlaceUpdates {
    return new NodegroupUpdates(this.resource, {
      releasePath: 'image',
      moreTaints: () => taintsInSettings(this.userData._valueAt('kubernetes', 'node-taints')),
    });
  }

  /** The labels of the node group, with those that were added later. */
  private get labels(): Record<string, string> | undefined {
    return this.resource.labels as Record<string, string> | undefined;
  }

  private chooseImage(props: BottlerocketManagedNodegroupProps, kubernetes: NodeKubernetes): NodeImage {
    const instanceTypes = props.instanceTypes.map(nameOf);
    const request = { ...props, ...kubernetes, instanceTypes, use: 'release' as const };
    if (props.amiType === undefined) {
      return chooseNodeImage(this, request);
    }
    const { issues, ...image } = chooseNodeImage(this, request, chooseByAmiType(request, props.amiType));
    return { ...image, issues: [...issues, ...(image.bound.custom ? [amiTypeOfCustomImage(props.amiType)] : [])] };
  }

  private makeLaunchTemplate(
    props: BottlerocketManagedNodegroupProps,
    cluster: ClusterFacts,
    efa: NodeEfa,
    imageId: string | undefined,
  ): ec2.CfnLaunchTemplate {
    const block = props.capacityType === NodegroupCapacityType.CAPACITY_BLOCK;
    const template = new ec2.CfnLaunchTemplate(this, 'LaunchTemplate', {
      launchTemplateData: {
        imageId,
        ...managedSecurityGroups(this, props, cluster, efa),
        tagSpecifications: instanceTags(() => this.tags),
        // Capacity Blocks want the instance type here and not in the node group.
        instanceType: block ? props.instanceTypes[0]!.toString() : undefined,
        ...capacityBlock(props),
      },
    });
    return template.with(...nodeMixins(this.userData, props)) as ec2.CfnLaunchTemplate;
  }

  private makeNodegroup(
    props: BottlerocketManagedNodegroupProps,
    subnets: string[],
    template: ec2.CfnLaunchTemplate,
    releaseVersion: string | undefined,
  ): eks.CfnNodegroup {
    const block = props.capacityType === NodegroupCapacityType.CAPACITY_BLOCK;
    const { enabled = true, overrides, ...limits } = props.nodeRepair ?? {};
    const updateConfig = {
      maxUnavailable: props.maxUnavailable,
      maxUnavailablePercentage: props.maxUnavailablePercentage,
      updateStrategy: props.updateStrategy,
    };
    return new eks.CfnNodegroup(this, 'Resource', {
      clusterName: props.cluster.clusterRef.clusterName,
      nodegroupName: this.physicalName,
      nodeRole: this.nodeRole.roleArn,
      subnets,
      amiType: this.amiType,
      releaseVersion,
      // The image decides about it, when it is one of users.
      version: this.amiType === undefined ? undefined : props.kubernetesVersion,
      instanceTypes: block ? undefined : props.instanceTypes.map((type) => type.toString()),
      capacityType: props.capacityType ?? NodegroupCapacityType.ON_DEMAND,
      scalingConfig: sizesOf(props),
      labels: props.labels,
      taints: props.taints?.map(({ key, value, effect }) => ({
        key,
        value,
        effect: toEksEffect(effect),
      })),
      launchTemplate: { id: template.ref, version: template.attrLatestVersionNumber },
      updateConfig: Object.values(updateConfig).some((value) => value !== undefined) ? updateConfig : undefined,
      forceUpdateEnabled: props.forceUpdate ?? false,
      nodeRepairConfig:
        props.nodeRepair === undefined ? undefined : { enabled, ...limits, nodeRepairConfigOverrides: overrides },
      tags: props.tags,
    });
  }
}

/** EKS takes an AMI type or an image, not both. */
function amiTypeOfCustomImage(amiType: BottlerocketAmiType): BottlerocketIssue {
  return issue(IssueCode.IMAGE_NOT_FOR_SERVICE, {
    path: 'amiType',
    message: 'Managed node groups take no AMI type with an image of your own.',
    received: amiType,
    fix: 'Leave amiType out, and pass variant and architecture to the image.',
  });
}
