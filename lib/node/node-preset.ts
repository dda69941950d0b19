import * as iam from 'aws-cdk-lib/aws-iam';
import { BottlerocketIssue, BottlerocketSettings, SettingsLayer } from '../settings';
import type { BottlerocketUserData } from './user-data';

/**
 * Settings for one purpose under a name, such as those of a proxy. They weigh less than the settings of the cluster and of
 * the node group, so that each of them can be overridden. Two presets that want different values for one setting are an
 * error.
 */
export class NodePreset {
  /**
   * A preset of your own.
   *
   * @param name what issues call the preset
   * @param settings what the preset sets
   */
  public static of(name: string, settings: BottlerocketSettings): NodePreset {
    return new NodePreset(name, settings);
  }

  /**
   * A preset with rights that the nodes need for it.
   *
   * @internal
   */
  public static _withGrant(name: string, settings: BottlerocketSettings, grant: PresetGrant): NodePreset {
    return new NodePreset(name, settings, grant);
  }

  private constructor(
    /** What issues call the preset. */
    public readonly presetName: string,
    /** What the preset sets. */
    public readonly settings: BottlerocketSettings,
    private readonly grant?: PresetGrant,
  ) {}

  /**
   * Gives the role of nodes the rights that the preset needs.
   *
   * @internal
   */
  public _grantTo(role: iam.IGrantable): void {
    this.grant?.(role);
  }
}

/** Gives the role of nodes rights. */
export type PresetGrant = (role: iam.IGrantable) => void;

/** Puts presets into user data, beneath what users set themselves, and finds what is wrong with them. */
export function addPresets(userData: BottlerocketUserData, presets: readonly NodePreset[] = []): BottlerocketIssue[] {
  return presets.flatMap(({ presetName, settings }) =>
    userData._tryAddSettings(settings, { layer: SettingsLayer.PRESET, source: presetName }),
  );
}

/** Gives the role of nodes the rights that their presets need. */
export function grantPresets(role: iam.IGrantable, presets: readonly NodePreset[] = []): void {
  presets.forEach((preset) => preset._grantTo(role));
}
