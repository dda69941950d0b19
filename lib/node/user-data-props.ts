import { BottlerocketVariant } from '../os';
import { UserDataTarget } from '../settings';
import { BottlerocketSettingsOptions } from './settings-options';

/**
 * What goes into user data, and how it is judged. More settings can be added with `addSettings`.
 *
 * Rights that presets need go to the role of the nodes where the mixin `LaunchTemplateUserData` finds it; elsewhere, it is
 * for you to grant them.
 */
export interface BottlerocketUserDataProps extends BottlerocketSettingsOptions {
  /**
   * Who reads the user data.
   *
   * @default UserDataTarget.EC2
   */
  readonly target?: UserDataTarget;

  /**
   * The variant of Bottlerocket that the node runs. Settings that it does not carry are refused; for a variant of Amazon
   * EKS and the target EC2, so are settings without those of the cluster.
   *
   * @default - the settings of all variants are taken
   */
  readonly variant?: BottlerocketVariant;

  /**
   * The release of Bottlerocket that the node runs, such as `1.66.0`. Settings that are newer are refused, and rules that
   * changed hold as of this release.
   *
   * @default - the newest release that this library knows
   */
  readonly osVersion?: string;

  /**
   * Whether the user data is compressed with gzip, for settings beyond 16 KiB. Only for the target EC2, only without
   * values that are only known at deployment, and only in launch templates with the mixin `LaunchTemplateUserData`.
   *
   * @default false
   */
  readonly compress?: boolean;
}
