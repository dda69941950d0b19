import type * as ec2 from 'aws-cdk-lib/aws-ec2';
import type { IConstruct } from 'constructs';
import type { BottlerocketUserData } from './user-data';

/**
 * Something that makes Bottlerocket nodes, such as a node group or capacity provider of this library.
 */
export interface IBottlerocketNodes extends IConstruct {
  /**
   * What the nodes are started with.
   *
   * @internal
   */
  _startedWith(): NodeStart;
}

/** What nodes are started with. */
export interface NodeStart {
  readonly userData: BottlerocketUserData;
  readonly launchTemplate: ec2.CfnLaunchTemplate;
}
