import { ITaggable, Stack, TagManager, TagType } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import { BottlerocketUserData } from '../../node';
import { checkClusterKind } from '../../node/cluster-kind';
import { renderMetadataOptions } from '../../node/metadata-options';
import { grantPresets } from '../../node/node-preset';
import { missingRights } from '../../node/preset-rights';
import { warnOnce } from '../../os/warn';
import { BottlerocketIssue, BottlerocketSettings, IssueSeverity, SettingsOrigin, UserDataTarget } from '../../settings';
import { osContext } from '../../settings/model/os-context';
import { parseRelease } from '../../settings/model/release';
import { settingsFamily } from '../../settings/model/variants';
import { describe, throwOnErrors } from '../../settings/report';
import { withoutKubeletFields } from '../../settings/toml/karpenter';
import { ClusterFacts, factsOf } from '../cluster-facts';
import { KARPENTER } from '../generated/karpenter.generated';
import { checkSharedRole, chooseJoinMethod, letJoin } from '../node-access';
import { makeNodeRole } from '../node-role';
import { INodeSource, InPlaceUpdates } from '../node-source';
import { addSettingsOfUsers } from '../nodegroup-settings';
import { allowController } from './controller-access';
import { KarpenterUpdates } from './karpenter-updates';
import { checkKarpenterSettings, kubeletOf } from './kubelet-settings';
import { checkAccess, checkManifestName, KarpenterManifest, manifestName } from './manifest';
import { checkNodeClass, checkNodeClassTags } from './node-class-checks';
import { AmiTerm, checkNodeClassFips, chooseNodeClassImages, NodeClassImages } from './node-class-image';
import { BottlerocketNodeClassProps } from './node-class-props';
import { IKarpenterNodeClass, NodeClassHardware } from './node-class-ref';
import { renderNodeClassVolumes } from './node-class-volumes';
import { BottlerocketNodePool } from './node-pool';
import { BottlerocketNodePoolOptions } from './node-pool-props';
import { findSecurityGroups, findSubnets } from './placement';

/**
 * A node class of Karpenter (EC2NodeClass) for nodes on Bottlerocket, from the same settings as node groups.
 *
 * The settings are checked as the OS and Karpenter would read them and written into the user data, but for those of the
 * kubelet that Karpenter plans with: they go into the specification. Both volumes are encrypted, the instance metadata
 * requires sessions, and the cluster is told that the nodes may join. Karpenter itself must be installed: let the node class
 * depend on what installs it.
 *
 * @see https://karpenter.sh/docs/concepts/nodeclasses/
 */
export class BottlerocketNodeClass
  extends Construct
  implements IKarpenterNodeClass, iam.IGrantable, ITaggable, INodeSource
{
  /**
   * A node class that something else defines, for node pools of this app.
   *
   * @param scope the construct that the node class belongs to
   * @param id the id of the node class in its scope
   * @param nodeClassName the name of the EC2NodeClass
   */
  public static fromNodeClassName(scope: Construct, id: string, nodeClassName: string): IKarpenterNodeClass {
    class Import extends Construct implements IKarpenterNodeClass {
      public readonly nodeClassName = nodeClassName;
    }
    return new Import(scope, id);
  }

  /**
   * The name of the EC2NodeClass.
   */
  public readonly nodeClassName: string;

  /**
   * The role of the nodes; undefined when only their instance profile is known.
   */
  public readonly nodeRole?: iam.IRole;

  /**
   * Who gets the rights that are granted to the nodes: their role.
   */
  public readonly grantPrincipal: iam.IPrincipal;

  /**
   * The tags of instances, volumes, network interfaces and launch templates.
   */
  public readonly tags: TagManager;

  /**
   * Which instances the images are for.
   *
   * @internal
   */
  public readonly _hardware?: NodeClassHardware;

  private readonly userData: BottlerocketUserData;
  private readonly cluster: ClusterFacts;
  private readonly images: NodeClassImages;
  private readonly amiTerms: AmiTerm[];
  private readonly manifest: KarpenterManifest;

  /**
   * @param scope the construct that the node class belongs to
   * @param id the id of the node class in its scope
   * @param props the node class
   * @throws an error with all issues when Karpenter could not launch nodes, or they could not start or join
   */
  public constructor(
    scope: Construct,
    id: string,
    private readonly props: BottlerocketNodeClassProps,
  ) {
    super(scope, id);
    throwOnErrors(checkClusterKind(props.cluster, 'EKS'), this);
    this.nodeClassName = manifestName(this, props.nodeClassName);
    this.tags = new TagManager(TagType.MAP, 'Karpenter::EC2NodeClass', props.tags ?? {});
    this.cluster = factsOf(props.cluster, props.clusterAttributes);
    this.images = chooseNodeClassImages(this, props, this.cluster);
    this.userData = this.makeUserData();
    const givenRole = props.nodeRole ?? props.instanceProfile?.role;
    const join = chooseJoinMethod(props.joinBy, this.cluster, Stack.of(givenRole ?? this), Stack.of(props.cluster));
    const issues = [
      ...checkManifestName(this.nodeClassName, 'nodeClassName'),
      ...checkAccess(props.cluster, props.applyToCluster ?? true),
      ...checkNodeClass(props, this.cluster, this.images),
      ...this.images.issues,
      ...checkNodeClassTags(props.tags ?? {}),
      ...findSubnets(props, this.cluster).issues,
      ...join.issues,
      ...checkSharedRole(this, props.cluster, givenRole, join.method),
      ...addSettingsOfUsers(this.userData, props),
      ...checkNodeClassFips(this, this.images, this.userData._valueAt('aws', 'config')),
    ];
    throwOnErrors(issues, this);
    warnOnce(this, issues);
    this.userData._bind(this);
    this.amiTerms = this.images.terms();

    const { nvidia, hasAlias, custom, architectures } = this.images;
    const variantKnown = !custom || props.nvidia !== undefined;
    this._hardware = { nvidia: hasAlias && !nvidia ? undefined : variantKnown ? nvidia : undefined, architectures };
    this.nodeRole =
      givenRole ??
      (props.instanceProfile === undefined ? makeNodeRole(this, 'NodeRole', props, this.cluster.ipv6) : undefined);
    this.grantPrincipal = this.nodeRole?.grantPrincipal ?? new iam.UnknownPrincipal({ resource: this });
    if (this.nodeRole === undefined) {
      warnOnce(this, missingRights(props.presets));
    } else {
      grantPresets(this.nodeRole, props.presets);
    }
    const policy =
      props.controllerRole && this.nodeRole && allowController(this, props.controllerRole, this.nodeRole, props);
    this.manifest = new KarpenterManifest(
      this,
      KARPENTER.nodeClassApi,
      this.nodeClassName,
      (asText) => this.renderSpec(asText),
      (props.applyToCluster ?? true) ? props.cluster : undefined,
    );
    const access = this.nodeRole && letJoin(this, props.cluster, this.nodeRole, this.cluster, join.method);
    // Nodes must not start before, or outlive, what lets them join.
    this.manifest.applied?.node.addDependency(
      ...[access, policy].filter((one) => one !== undefined),
      ...(givenRole === undefined && this.nodeRole !== undefined ? [this.nodeRole] : []),
    );
    this.node.addValidation({ validate: () => this.validate() });
  }

  /**
   * Merges more settings into those of the nodes. Where both give a value, that of the higher layer holds, and in one layer
   * the later one.
   *
   * @param settings the settings to add
   * @param origin where they come from
   * @throws an error with all issues when the OS would refuse the settings, or Karpenter lose them
   */
  public addSettings(settings: BottlerocketSettings, origin: SettingsOrigin = {}): void {
    this.userData.addSettings(settings, origin);
  }

  /**
   * Adds a node pool that launches nodes of this node class.
   *
   * @param id the id of the node pool, in the scope of this node class
   * @param options the node pool
   * @throws an error with all issues when Karpenter would refuse the node pool
   */
  public addNodePool(id: string, options: BottlerocketNodePoolOptions = {}): BottlerocketNodePool {
    const { cluster, applyToCluster } = this.props;
    return new BottlerocketNodePool(this, id, { applyToCluster, ...options, cluster, nodeClass: this });
  }

  /**
   * The EC2NodeClass as an object. Where CloudFormation fills something in, its functions.
   *
   * @throws an error with all issues when the OS would refuse the settings as a whole
   */
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- jsii has no other type for a value of any kind
  public toManifest(): { [key: string]: any } {
    return this.manifest.toObject();
  }

  /**
   * The EC2NodeClass in YAML, for GitOps.
   *
   * @throws an error with all issues when something in it is only known at deployment, or the OS would refuse the settings
   */
  public toYaml(): string {
    return this.manifest.toYaml();
  }

  /**
   * How the update operator deals with the nodes.
   *
   * @internal
   */
  public _inPlaceUpdates(): InPlaceUpdates {
    return new KarpenterUpdates(this.props.cluster.clusterRef.clusterName);
  }

  private makeUserData(): BottlerocketUserData {
    const { osVersion, nvidia, fips, hasAlias, kubernetesVersion } = this.images;
    const userData = new BottlerocketUserData({
      target: UserDataTarget.KARPENTER,
      allowRegistryCredentials: this.props.allowRegistryCredentials,
      osVersion,
    });
    userData._judgeBy({
      ...osContext({ osVersion }).context,
      // Where Karpenter chooses the variant, the settings must be such that all of them carry.
      family: settingsFamily('aws-k8s', nvidia),
      nvidia: hasAlias && !nvidia ? undefined : nvidia,
      fips,
      kubernetes: kubernetesVersion === undefined ? undefined : parseRelease(kubernetesVersion),
    });
    userData._writeOnly(withoutKubeletFields);
    userData._checkBy((document) => checkKarpenterSettings(document, this.props));
    return userData;
  }

  private renderSpec(asText: boolean): object {
    const { props, cluster, images, userData } = this;
    return {
      amiFamily: 'Bottlerocket',
      amiSelectorTerms: this.amiTerms,
      ...this.renderIdentity(asText),
      subnetSelectorTerms: findSubnets(props, cluster).terms,
      securityGroupSelectorTerms: findSecurityGroups(props, cluster),
      capacityReservationSelectorTerms: props.capacityReservationSelectorTerms?.map(({ _term }) => _term),
      blockDeviceMappings: renderNodeClassVolumes(props, images.variants),
      metadataOptions: {
        ...renderMetadataOptions({ hopLimit: props.metadataHopLimit }),
        httpProtocolIPv6: 'disabled',
      },
      instanceStorePolicy: props.instanceStorePolicy,
      associatePublicIPAddress: props.associatePublicIpAddress,
      detailedMonitoring: props.detailedMonitoring,
      context: props.context,
      kubelet: kubeletOf(userData),
      tags: this.tags.renderedTags,
      userData: userData.render() || undefined,
      ...props.additionalSpec,
    };
  }

  private renderIdentity(asText: boolean): object {
    const { instanceProfile } = this.props;
    if (instanceProfile !== undefined) {
      return { instanceProfile: instanceProfile.instanceProfileName };
    }
    const resource = this.nodeRole?.node.defaultChild;
    // A reference makes CloudFormation wait for the role. In a file there is no waiting.
    const isOwn = asText && resource !== undefined && iam.CfnRole.isCfnRole(resource);
    const written: unknown = isOwn ? Stack.of(this).resolve(resource.roleName) : undefined;
    return { role: written ?? this.nodeRole!.roleName };
  }

  private validate(): string[] {
    const tags = (this.tags.renderTags() ?? {}) as Readonly<Record<string, string>>;
    const issues: BottlerocketIssue[] = [...this.userData._validate(this), ...checkNodeClassTags(tags)];
    return issues.filter(({ severity }) => severity === IssueSeverity.ERROR).map(describe);
  }
}
