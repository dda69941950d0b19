import { CfnResource, Mixin } from 'aws-cdk-lib';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import type * as eks from 'aws-cdk-lib/aws-eks';
import type { IConstruct } from 'constructs';
import { BottlerocketVolumes, NodePreset } from '../node';
import { checkGivenTwice } from '../node/given-twice';
import { instanceTags } from '../node/node-parts';
import { warnOnce } from '../os/warn';
import { BottlerocketSettings } from '../settings';
import { throwOnErrors } from '../settings/report';
import { replaceNodegroup } from './apply-to-nodes';
import { grantToNodes } from './node-role';
import { nodeMixins } from './node-template';
import { marksOf } from './node-facts';
import { dataVolumeOf, readNodegroup } from './nodegroup-facts';
import { nodegroupUserData } from './nodegroup-user-data';

/**
 * What a node group gets that has no launch template.
 */
export interface NodegroupLaunchTemplateOptions extends BottlerocketVolumes {
  /**
   * The settings of the nodes.
   *
   * @default - no settings but those of the cluster, which EKS adds
   */
  readonly settings?: BottlerocketSettings;

  /**
   * Settings for purposes such as a proxy or hardening; `settings` win over them. Rights that they need go to the role of
   * the node group, unless it is only a CloudFormation resource.
   *
   * @default - none
   */
  readonly presets?: NodePreset[];

  /**
   * Settings that this library does not know yet, with keys as in TOML. They are passed on unchecked, with a warning.
   *
   * @default - none
   */
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- jsii has no other type for a value of any kind
  readonly additionalSettings?: { [key: string]: any };

  /**
   * The Kubernetes version of the nodes, such as `1.35`, by which settings are judged.
   *
   * @default - the version that the node group names; without one, settings of all versions are taken
   */
  readonly kubernetesVersion?: string;

  /**
   * How many network hops an answer of the instance metadata may take, from 1 to 64. Node groups without a launch template
   * have 2; pods that use the role of the node need that.
   *
   * @default 1
   */
  readonly metadataHopLimit?: number;

  /**
   * Whether credentials of container registries may stand in the user data, where many can read them.
   *
   * @default false
   */
  readonly allowRegistryCredentials?: boolean;
}

/**
 * Gives a managed node group of aws-cdk-lib, of `aws-eks` or `aws-eks-v2`, what it cannot have without a launch template:
 * settings, encrypted volumes, and instance metadata that requires sessions (IMDSv2).
 *
 * It makes a launch template of its own. The `diskSize` of the node group becomes the size of the data volume. Settings are
 * judged by the AMI type, the version and the release of the node group. Where there is a launch template already, apply
 * `LaunchTemplateUserData` to it.
 *
 * EKS takes a launch template only when a node group is made. The node group gets another logical id, so that CloudFormation
 * makes a new one before it removes the one that may be deployed; one with a name of its own needs another name.
 *
 * @see https://docs.aws.amazon.com/eks/latest/userguide/launch-templates.html
 */
export class NodegroupLaunchTemplate extends Mixin {
  /**
   * @param options settings and volumes
   */
  public constructor(private readonly options: NodegroupLaunchTemplateOptions = {}) {
    super();
  }

  /**
   * Whether the construct is the CloudFormation resource of a managed node group, which every `eks.Nodegroup` holds.
   *
   * @param construct any construct
   */
  public override supports(construct: IConstruct): construct is eks.CfnNodegroup {
    // By its type, so that those without Amazon EKS need not load it.
    return CfnResource.isCfnResource(construct) && construct.cfnResourceType === 'AWS::EKS::Nodegroup';
  }

  /**
   * Makes the launch template and passes it to the node group.
   *
   * @param construct a managed node group; other constructs are left alone
   * @throws an error with all issues when the node group does not run Bottlerocket, has a launch template or remote access,
   * or the nodes would not take the settings or volumes
   */
  public override applyTo(construct: IConstruct): void {
    if (!this.supports(construct)) {
      return;
    }
    const { presets } = this.options;
    const nodegroup = readNodegroup(construct, this.options);
    const { userData, issues } = nodegroupUserData(construct, nodegroup, this.options);
    const { volumes, issues: volumeIssues } = dataVolumeOf(construct, this.options);
    const twice = checkGivenTwice(userData, marksOf(construct));
    const found = [...nodegroup.issues, ...volumeIssues, ...issues, ...twice];
    throwOnErrors(found, construct);
    warnOnce(construct, found);

    const template = new ec2.CfnLaunchTemplate(construct, 'LaunchTemplate', {
      launchTemplateData: { tagSpecifications: instanceTags(() => construct.tags) },
    });
    template.with(...nodeMixins(userData, { ...this.options, ...volumes }));
    construct.launchTemplate = { id: template.ref, version: template.attrLatestVersionNumber };
    construct.diskSize = undefined;
    replaceNodegroup(construct);
    grantToNodes([construct], presets);
  }
}
