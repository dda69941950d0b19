import * as iam from 'aws-cdk-lib/aws-iam';
import type { InstanceHardware } from '../os';
import { BottlerocketIssue, BottlerocketSettings, IssueCode, SettingsLayer } from '../settings';
import type { TomlTable } from '../settings/model/document';
import type { OsContext } from '../settings/model/os-context';
import { issue, show } from '../settings/report';
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
    return new NodePreset(name, settings, { grant });
  }

  /**
   * A preset that sets what the OS of the nodes has, and has something to say of what users set.
   *
   * @internal
   */
  public static _adaptive(name: string, settings: BottlerocketSettings, behaviour: PresetBehaviour): NodePreset {
    return new NodePreset(name, settings, behaviour);
  }

  private constructor(
    /** What issues call the preset. */
    public readonly presetName: string,
    /** What the preset sets. Presets of this library set only what the variant and release of the nodes have. */
    public readonly settings: BottlerocketSettings,
    private readonly behaviour: PresetBehaviour = {},
  ) {}

  /**
   * Gives the role of nodes the rights that the preset needs.
   *
   * @internal
   */
  public _grantTo(role: iam.IGrantable): void {
    this.behaviour.grant?.(role);
  }

  /**
   * Puts the preset into user data, and returns what is wrong with it.
   *
   * @param source what conflicts call the preset
   * @internal
   */
  public _addTo(userData: BottlerocketUserData, source: string): BottlerocketIssue[] {
    const { settingsFor, check } = this.behaviour;
    const settings = settingsFor?.(userData._os()) ?? this.settings;
    if (check !== undefined) {
      userData._checkBy((document) => check(document, userData._os()));
    }
    return userData._tryAddSettings(settings, { layer: SettingsLayer.PRESET, source });
  }

  /**
   * What the preset has to say of the hardware of the nodes.
   *
   * @internal
   */
  public _checkHardware(hardware: KnownHardware): BottlerocketIssue[] {
    const found = this.behaviour.checkHardware?.(hardware) ?? [];
    return found.map((one) => ({ ...one, source: this.presetName }));
  }
}

/** Gives the role of nodes rights. */
export type PresetGrant = (role: iam.IGrantable) => void;

/** What a preset does beside setting values that are always the same. */
export interface PresetBehaviour {
  /** Gives the role of nodes the rights that the preset needs. */
  readonly grant?: PresetGrant;
  /** What the preset sets on nodes with an OS. */
  readonly settingsFor?: (os: OsContext) => BottlerocketSettings;
  /** What the preset has to say of all settings that users give to such nodes, those of presets among them. */
  readonly check?: (document: TomlTable, os: OsContext) => BottlerocketIssue[];
  /** What the preset has to say of the instance types whose hardware is known. */
  readonly checkHardware?: (hardware: KnownHardware) => BottlerocketIssue[];
}

/** The hardware of nodes by instance type, as far as it is known. */
export type KnownHardware = ReadonlyMap<string, InstanceHardware>;

/** Puts presets into user data, beneath what users set themselves, and finds what is wrong with them. */
export function addPresets(userData: BottlerocketUserData, given: readonly NodePreset[] = []): BottlerocketIssue[] {
  const presets = presetsIn(given);
  const found = presets.flatMap((preset, index) => {
    // Of two presets with one name, the later one would win without a word.
    const earlier = presets.slice(0, index).filter(({ presetName }) => presetName === preset.presetName).length;
    return preset._addTo(userData, earlier === 0 ? preset.presetName : `${preset.presetName} (${earlier + 1})`);
  });
  return [...noPresets(given), ...found];
}

/** The presets in what was given, which may be anything where nobody looks at types. */
export function presetsIn(given: unknown): NodePreset[] {
  return Array.isArray(given) ? given.filter(isPreset) : [];
}

function isPreset(value: unknown): value is NodePreset {
  return typeof value === 'object' && value !== null && '_addTo' in value;
}

function noPresets(given: unknown): BottlerocketIssue[] {
  const expected = 'presets of this library, such as those of NetworkPreset, or NodePreset.of(name, settings)';
  const wrong = (path: string, message: string, value: unknown) =>
    issue(IssueCode.WRONG_TYPE, { path, message, received: show(value), expected, fix: 'Pass a list of presets.' });
  if (!Array.isArray(given)) {
    return [wrong('presets', 'This is no list of presets.', given)];
  }
  return given.flatMap((value, index) =>
    isPreset(value) ? [] : [wrong(`presets[${index}]`, 'This is no preset.', value)],
  );
}

/** Finds out whether nodes have the hardware that their presets need. */
export function checkPresets(hardware: KnownHardware, presets: readonly NodePreset[] = []): BottlerocketIssue[] {
  return presetsIn(presets).flatMap((preset) => preset._checkHardware(hardware));
}

/** Gives the role of nodes the rights that their presets need. */
export function grantPresets(role: iam.IGrantable, presets: readonly NodePreset[] = []): void {
  presetsIn(presets).forEach((preset) => preset._grantTo(role));
}
