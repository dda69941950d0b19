import { BottlerocketSettingsOptions } from '../node';
import { BottlerocketVariant } from '../os';
import { ExistingUserData } from './existing-user-data-strategy';

/**
 * Settings for nodes that are in an app already.
 *
 * Presets weigh less than what is there already. Rights that they need go to the role of the nodes; where it is not known,
 * a warning names them.
 */
export interface BottlerocketNodeSettingsOptions extends BottlerocketSettingsOptions {
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
}
