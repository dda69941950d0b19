import type { TomlValue } from '../../settings/model/document';

/** A collection of controls. Generated from `schema/`. */
export interface BenchmarkModel {
  readonly id: string;
  readonly title: string;
  readonly version?: string;
  readonly see: string;
  /** What reports about it on a running node. */
  readonly command?: string;
  readonly doc: string;
  readonly controls: readonly ControlModel[];
}

/** One thing that makes a node secure. */
export interface ControlModel {
  readonly id: string;
  readonly title: string;
  readonly level?: number;
  /** Whether the benchmark leaves the judgement to people. */
  readonly manual?: boolean;
  readonly orchestrator?: 'kubernetes' | 'ecs';
  readonly see: string;
  readonly needs?: readonly NeedModel[];
  readonly fact?: FactModel;
  /** What holds where a setting is not given. The first rule whose conditions are met counts. */
  readonly unset?: readonly UnsetModel[];
  /** Why it cannot be seen whether the control holds, where nothing is set against it. */
  readonly unseen?: string;
  /** What it takes away. */
  readonly costs?: string;
}

/** What a value must be. */
export interface ExpectationModel {
  readonly is?: TomlValue;
  readonly isNot?: TomlValue;
  readonly above?: number;
  readonly atMost?: number;
}

/** A setting that decides about a control. */
export interface NeedModel extends ExpectationModel {
  /** The keys in TOML. `*` stands for every key. */
  readonly path: readonly string[];
  /** Keys that `*` does not stand for. */
  readonly except?: readonly string[];
  /** A flag beside the setting without which it does not matter. */
  readonly whereTrue?: string;
  /** What presets set. */
  readonly set?: TomlValue;
  /** Nodes that presets leave alone. */
  readonly notWith?: 'nvidia';
}

/** Something about the node that is no setting. */
export interface FactModel extends ExpectationModel {
  readonly name: string;
}

/** What holds where a setting is not given. */
export interface UnsetModel {
  readonly is: 'holds' | 'breaks' | 'unseen';
  readonly because?: string;
  readonly nvidia?: boolean;
  readonly families?: readonly string[];
  /** The first version of Kubernetes. */
  readonly kubernetes?: string;
}
