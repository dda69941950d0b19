import { BottlerocketVariant } from '../os';
import { BottlerocketSettings, UserDataTarget } from '../settings';
import { NodePreset } from './node-preset';

/**
 * What goes into user data, and how it is judged.
 */
export interface BottlerocketUserDataProps {
  /**
   * The settings of the node.
   *
   * @default - no settings; add them with `addSettings`
   */
  readonly settings?: BottlerocketSettings;

  /**
   * Settings for purposes such as a proxy or hardening; `settings` win over them. Rights that they need go to the role of
   * the nodes where the mixin `LaunchTemplateUserData` finds it; elsewhere, it is for you to grant them.
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
   * Whether credentials of container registries may stand in the user data, where many can read them.
   *
   * @default false
   */
  readonly allowRegistryCredentials?: boolean;

  /**
   * Whether the user data is compressed with gzip, for settings beyond 16 KiB. Only for the target EC2, only without
   * values that are only known at deployment, and only in launch templates with the mixin `LaunchTemplateUserData`.
   *
   * @default false
   */
  readonly compress?: boolean;
}
