import { Mixin } from 'aws-cdk-lib';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import type { IConstruct } from 'constructs';
import { MetadataOptions } from '../node';
import { checkMetadataOptions, renderMetadataOptions } from '../node/metadata-options';
import { throwOnErrors } from '../settings/report';
import { addLaunchTemplateData } from './launch-template';

/**
 * Makes a launch template require sessions for the instance metadata (IMDSv2), with a hop limit.
 *
 * Adds: a launch template that has metadata options already is an error.
 */
export class LaunchTemplateMetadataOptions extends Mixin {
  /**
   * @param options the options
   */
  public constructor(private readonly options: MetadataOptions = {}) {
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
   * Adds the options.
   *
   * @param construct a launch template; other constructs are left alone
   * @throws when EC2 would not take the options, or the launch template has some already
   */
  public override applyTo(construct: IConstruct): void {
    if (!this.supports(construct)) {
      return;
    }
    throwOnErrors(checkMetadataOptions(this.options, 'hopLimit'), construct);
    addLaunchTemplateData(construct, { metadataOptions: renderMetadataOptions(this.options) });
  }
}
