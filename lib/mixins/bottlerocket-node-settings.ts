import { Mixin } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import { isManagedInstancesResource, managedInstancesIssue } from '../node/managed-instances';
import { throwOnErrors } from '../settings/report';
import { NodeApplication } from './apply-to-nodes';
import { BottlerocketNodeSettingsOptions } from './bottlerocket-node-settings-options';
import { launchesNodes } from './launches-of';
import { MergedUserData } from './merged-user-data';
import { nodeFacts } from './node-facts';
import { grantToNodes } from './node-role';

/**
 * Gives nodes settings that are in an app already: those of a launch template, launch configuration, Auto Scaling group,
 * capacity provider of Amazon ECS, or managed node group of `aws-eks` or `aws-eks-v2`, be it a construct of aws-cdk-lib or a
 * CloudFormation resource.
 *
 * Merges: settings in TOML that are there already stay, and weigh less than those of the mixin unless `existingUserData` says
 * otherwise. What constructs add later is merged as well, such as the name of a cluster of Amazon ECS. A script is an error.
 * Settings are judged by the AMI type or the image, at once and again at synthesis.
 *
 * A managed node group without a launch template gets one, and with it another logical id: EKS gives a node group its first
 * launch template only when the group is made, so that the one that may be deployed is replaced; one with a name of its own
 * needs another name. Its `diskSize`, which EKS refuses beside a launch template, becomes the size of the data volume
 * `/dev/xvdb`. When the mixin throws, the node group stays as it was.
 *
 * @see https://docs.aws.amazon.com/eks/latest/userguide/launch-templates.html
 */
export class BottlerocketNodeSettings extends Mixin {
  private readonly application: NodeApplication;

  /**
   * @param options the settings
   */
  public constructor(options: BottlerocketNodeSettingsOptions = {}) {
    super();
    this.application = new NodeApplication((launch, found) => {
      const merged = new MergedUserData(launch, options);
      throwOnErrors([...found, ...merged.preview()], launch.resource);
      merged.write();
      grantToNodes([...nodeFacts(launch).groups, launch.resource], options.presets);
    });
  }

  /**
   * Whether the construct is the resource of a launch template, launch configuration, Auto Scaling group, capacity provider
   * or managed node group. Capacity providers of ECS Managed Instances are among them, and `applyTo` refuses them.
   *
   * @param construct any construct
   */
  public override supports(construct: IConstruct): boolean {
    return launchesNodes(construct) || isManagedInstancesResource(construct);
  }

  /**
   * Merges the settings into the user data of the nodes.
   *
   * @param construct what launches nodes; other constructs are left alone
   * @throws an error with all issues when the nodes run another OS, their user data cannot be merged, the OS would refuse the
   * settings, a node group has what EKS refuses beside a launch template, or the launch template is not one of this app
   */
  public override applyTo(construct: IConstruct): void {
    if (isManagedInstancesResource(construct)) {
      throwOnErrors([managedInstancesIssue(construct, 'userData')], construct);
    }
    this.application.applyTo(construct);
  }
}
