import type { NodeContainerImage } from './node-container-image';
import type { NodeContainerUserData } from './node-container-user-data';

/**
 * What can be said of every host container.
 */
export interface HostContainerCommonOptions {
  /**
   * Whether the container runs.
   *
   * @default true
   */
  readonly enabled?: boolean;

  /**
   * The command to run in place of the entry point of the image. Since Bottlerocket 1.47.0.
   *
   * @default - the entry point of the image
   */
  readonly command?: string[];

  /**
   * A file for the container.
   *
   * @default - no file; for the admin container, one with the EC2 key pair of the node
   */
  readonly userData?: NodeContainerUserData;
}

/**
 * The admin container: a shell on the host, by SSH or from the control container.
 */
export interface AdminContainerOptions extends HostContainerCommonOptions {
  /**
   * The image. OS updates do not move it then.
   *
   * @default - the image of the OS release, which nodes pull from Amazon ECR in their region
   */
  readonly image?: NodeContainerImage;

  /**
   * The public keys that may log in by SSH. With these, the EC2 key pair of the node may not.
   *
   * @default - the key pair of the node, if it has one
   */
  readonly authorizedKeys?: string[];

  /**
   * The public keys of authorities whose certificates may log in by SSH.
   *
   * @default - none
   */
  readonly trustedUserCaKeys?: string[];

  /**
   * Whether EC2 Instance Connect may send keys.
   *
   * @default false
   */
  readonly ec2InstanceConnect?: boolean;

  /**
   * The name of the user that logs in.
   *
   * @default 'ec2-user'
   */
  readonly user?: string;
}

/**
 * The control container, with the agent of AWS Systems Manager. Its role needs the rights for that, such as `ssmAccess` of
 * node groups gives them.
 */
export interface ControlContainerOptions extends HostContainerCommonOptions {
  /**
   * The image. OS updates do not move it then.
   *
   * @default - the image of the OS release, which nodes pull from Amazon ECR in their region
   */
  readonly image?: NodeContainerImage;
}

/**
 * A host container of your own.
 */
export interface HostContainerOptions extends HostContainerCommonOptions {
  /**
   * The image.
   */
  readonly image: NodeContainerImage;

  /**
   * Whether the container has full access to the host, as root and with its file system.
   *
   * @default false
   */
  readonly superpowered?: boolean;
}
