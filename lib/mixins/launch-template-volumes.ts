import { Mixin, Token } from 'aws-cdk-lib';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import type { IConstruct } from 'constructs';
import { BottlerocketVolumes } from '../node';
import { allowAutoScaling } from '../node/volume-key';
import { checkVolumes, renderVolumes, VOLUME_DEVICES } from '../node/volumes';
import { throwOnErrors } from '../settings/report';
import { conflict, isGiven, launchTemplateData } from './launch-template';

/**
 * Gives a launch template the two volumes of a Bottlerocket node, encrypted unless told otherwise.
 *
 * Adds: other block devices of the launch template stay; one for `/dev/xvda` or `/dev/xvdb` is an error. Keys get a
 * policy that lets Auto Scaling use them.
 */
export class LaunchTemplateVolumes extends Mixin {
  /**
   * @param volumes the volumes
   */
  public constructor(private readonly volumes: BottlerocketVolumes = {}) {
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
   * Adds the volumes.
   *
   * @param construct a launch template; other constructs are left alone
   * @throws when EC2 would not take the volumes, or the launch template has them already
   */
  public override applyTo(construct: IConstruct): void {
    if (!this.supports(construct)) {
      return;
    }
    throwOnErrors(checkVolumes(this.volumes), construct);
    const data = launchTemplateData(construct);
    const present = isGiven(construct, data.blockDeviceMappings) ? data.blockDeviceMappings : [];
    if (Token.isUnresolved(present)) {
      conflict(construct, 'launchTemplateData.blockDeviceMappings', 'The block devices are only known at deployment.');
    }
    const devices = present as ec2.CfnLaunchTemplate.BlockDeviceMappingProperty[];
    const taken = devices.find(({ deviceName }) => VOLUME_DEVICES.includes(deviceName ?? ''));
    if (taken !== undefined) {
      const path = 'launchTemplateData.blockDeviceMappings';
      conflict(construct, path, `This launch template has a volume ${taken.deviceName} already.`);
    }
    construct.launchTemplateData = { ...data, blockDeviceMappings: [...devices, ...renderVolumes(this.volumes)] };
    const keys = new Set([this.volumes.osVolume?.kmsKey, this.volumes.dataVolume?.kmsKey]);
    keys.forEach((key) => key && allowAutoScaling(key, construct));
  }
}
