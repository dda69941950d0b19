import type * as ec2 from 'aws-cdk-lib/aws-ec2';
import { BottlerocketVariant } from './bottlerocket-variant';

/**
 * What an image is, where no construct of this library knows it.
 */
export interface BottlerocketImageOptions {
  /**
   * The variant. Constructs of this library know it from the instance types and the cluster; another one is an error.
   *
   * @default - follows from the construct; required where the image is used in other constructs
   */
  readonly variant?: BottlerocketVariant;

  /**
   * The architecture. Constructs of this library know it from the instance types; another one is an error.
   *
   * @default - follows from the construct; required where the image is used in other constructs
   */
  readonly architecture?: ec2.InstanceArchitecture;
}

/**
 * How an image is found that AWS publishes.
 */
export interface PublishedImageOptions extends BottlerocketImageOptions {
  /**
   * Whether the image is looked up once and kept in `cdk.context.json`, which belongs into version control. It then stays
   * the same until you run `cdk context --reset` for it. The stack needs an account and a region.
   *
   * Without it, CloudFormation looks the image up in every deployment, so that any deployment may replace the nodes.
   *
   * @default false
   */
  readonly cachedInContext?: boolean;

  /**
   * Makes another entry in `cdk.context.json`, so that stacks in the same account and region can be on different images.
   *
   * @default - stacks in the same account and region share the entry
   */
  readonly additionalCacheKey?: string;

  /**
   * Whether EC2 looks the image up each time it launches an instance. Instances of one group may then run different
   * releases. Managed node groups do not take it.
   *
   * @see https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/create-launch-template.html#use-an-ssm-parameter-instead-of-an-ami-id
   * @default false
   */
  readonly resolveAtLaunch?: boolean;
}

/**
 * How an image is found in a lock.
 */
export interface LockedImageOptions extends BottlerocketImageOptions {
  /**
   * The lock file, relative to the folder in which the app runs: the one of `cdk.json`.
   *
   * @default 'bottlerocket.lock.json'
   */
  readonly path?: string;
}

/**
 * What an image of your own is.
 */
export interface CustomImageOptions extends BottlerocketImageOptions {
  /**
   * The release of Bottlerocket in the image, such as `1.66.0`, by which settings are judged.
   *
   * @default - settings are judged by the newest release that this library knows
   */
  readonly osVersion?: string;
}

/**
 * How an image is found whose id is in a parameter of Systems Manager.
 */
export interface SsmParameterImageOptions extends PublishedImageOptions {
  /**
   * The release of Bottlerocket in the image, such as `1.66.0`, by which settings are judged.
   *
   * @default - what the name of the parameter says; else the newest release that this library knows
   */
  readonly osVersion?: string;
}
