import { NodePreset } from '../node';
import { BottlerocketVariant } from '../os';
import { BottlerocketSettings } from '../settings';
import { ExistingUserData } from './existing-user-data-strategy';

/**
 * Settings for nodes that are in an app already.
 */
export interface BottlerocketNodeSettingsOptions {
  /**
   * The settings of the nodes.
   *
   * @default - no settings but those of presets
   */
  readonly settings?: BottlerocketSettings;

  /**
   * Settings for purposes such as hardening or a proxy. They weigh less than `settings`, and than what is there already.
   * Rights that they need go to the role of the nodes; where it is not known, a warning names them.
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
   * What becomes of user data that is there already.
   *
   * @default ExistingUserData.BENEATH
   */
  readonly existingUserData?: ExistingUserData;

  /**
   * The variant of Bottlerocket that the nodes run, by which settings are judged.
   *
   * @default - the one that the AMI type of the node group or the parameter of the image names, if there is one
   */
  readonly variant?: BottlerocketVariant;

  /**
   * The release of Bottlerocket that the nodes run, such as `1.66.0`, by which settings are judged.
   *
   * @default - the one that the node group or the parameter of the image names, else the newest one that this library knows
   */
  readonly osVersion?: string;

  /**
   * Whether credentials of container registries may stand in the user data, where many can read them.
   *
   * @default false
   */
  readonly allowRegistryCredentials?: boolean;
}
