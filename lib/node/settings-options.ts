import { BottlerocketSettings } from '../settings';
import { NodePreset } from './node-preset';

/**
 * The settings of nodes, which node groups, node classes, capacity providers, mixins and user data take alike.
 */
export interface BottlerocketSettingsOptions {
  /**
   * The settings of the nodes, checked as the OS would check them. They win over those of presets.
   *
   * @see https://bottlerocket.dev/en/os/latest/api/settings/
   * @default - no settings but those of presets, and those that the construct adds
   */
  readonly settings?: BottlerocketSettings;

  /**
   * Settings for purposes such as a proxy or hardening. All others win over them.
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
   * Whether credentials of container registries may stand in the user data, where many can read them.
   *
   * @default false
   */
  readonly allowRegistryCredentials?: boolean;
}
