import { Mixin } from 'aws-cdk-lib';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import type { IConstruct } from 'constructs';
import { BottlerocketUserData } from '../node';
import { isManagedInstancesResource, managedInstancesIssue } from '../node/managed-instances';
import { IssueSeverity } from '../settings';
import { describe, throwOnErrors } from '../settings/report';
import { takeUserData } from './existing-user-data';
import { addLaunchTemplateData } from './launch-template';
import { grantToNodes } from './node-role';

/**
 * Gives a launch template the user data of a Bottlerocket node.
 *
 * Settings that the launch template has in its user data already, such as those of `cluster.addCapacity` of Amazon ECS, are
 * taken, and weigh less than all others; user data of another kind, such as a script, is an error. Settings that are added
 * to the user data of the mixin later still count; all of them are checked when the app is synthesised.
 *
 * Every construct with a launch template inside takes the mixin: `ec2.LaunchTemplate`, and `autoscaling.AutoScalingGroup`
 * where it has a launch template and no launch configuration.
 *
 * ECS Managed Instances run Bottlerocket, but take no user data: rather than skip them in silence, this is an error.
 */
export class LaunchTemplateUserData extends Mixin {
  /**
   * @param userData the user data
   */
  public constructor(private readonly userData: BottlerocketUserData) {
    super();
  }

  /**
   * Whether the construct is a launch template, or a capacity provider of ECS Managed Instances, which `applyTo` refuses.
   *
   * @param construct any construct
   */
  public override supports(construct: IConstruct): boolean {
    return ec2.CfnLaunchTemplate.isCfnLaunchTemplate(construct) || isManagedInstancesResource(construct);
  }

  /**
   * Adds the user data.
   *
   * @param construct a launch template; other constructs are left alone
   * @throws when the launch template has user data already that is not settings of Bottlerocket, and for ECS Managed Instances: settings cannot reach them
   */
  public override applyTo(construct: IConstruct): void {
    if (isManagedInstancesResource(construct)) {
      throwOnErrors([managedInstancesIssue(construct, 'userData')], construct);
    }
    if (!ec2.CfnLaunchTemplate.isCfnLaunchTemplate(construct)) {
      return;
    }
    const { userData } = this;
    const checkTaken = takeUserData(construct, userData);
    userData._bind(construct);
    construct.node.addValidation({
      validate: () =>
        [...checkTaken(), ...userData._validate(construct)]
          .filter(({ severity }) => severity === IssueSeverity.ERROR)
          .map(describe),
    });
    addLaunchTemplateData(construct, { userData: userData._encode() });
    grantToNodes([construct], userData._presets());
  }
}
