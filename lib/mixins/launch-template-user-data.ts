import { Mixin } from 'aws-cdk-lib';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import type { IConstruct } from 'constructs';
import { BottlerocketUserData } from '../node';
import { IssueSeverity } from '../settings';
import { describe } from '../settings/report';
import { addLaunchTemplateData } from './launch-template';

/**
 * Gives a launch template the user data of a Bottlerocket node.
 *
 * Adds: a launch template that has user data already is an error. Settings that are added to the user data later still
 * count; all of them are checked when the app is synthesised.
 */
export class LaunchTemplateUserData extends Mixin {
  /**
   * @param userData the user data
   */
  public constructor(private readonly userData: BottlerocketUserData) {
    super();
  }

  /**
   * Whether the construct is a launch template.
   *
   * @param construct any construct
   */
  public override supports(construct: IConstruct): construct is ec2.CfnLaunchTemplate {
    return ec2.CfnLaunchTemplate.isCfnLaunchTemplate(construct);
  }

  /**
   * Adds the user data.
   *
   * @param construct a launch template; other constructs are left alone
   * @throws when the launch template has user data already
   */
  public override applyTo(construct: IConstruct): void {
    if (!this.supports(construct)) {
      return;
    }
    const { userData } = this;
    userData._bind(construct);
    construct.node.addValidation({
      validate: () =>
        userData
          ._validate(construct)
          .filter(({ severity }) => severity === IssueSeverity.ERROR)
          .map(describe),
    });
    addLaunchTemplateData(construct, { userData: userData._encode() });
  }
}
