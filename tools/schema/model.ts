/**
 * The shape of the schema once it is read: what `schema/` says, with inheritance and names worked out.
 */

/** A release-bound rule of a scalar type. */
export interface ScalarRule {
  readonly pattern?: string;
  readonly check?: string;
  readonly min?: string;
  readonly max?: string;
  readonly exclusiveMin?: number;
  readonly multipleOf?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  /** Says what to change in text that the rule refuses. */
  readonly hint?: string;
  readonly allows: string;
}

export type ScalarBase = 'string' | 'integer' | 'float' | 'boolean' | 'list' | 'enum';

export interface EnumValue {
  readonly value: string;
  readonly member: string;
  readonly doc: string;
  readonly since?: string;
  readonly kubernetes?: string;
}

export interface ScalarType extends ScalarRule {
  readonly name: string;
  readonly base: ScalarBase;
  /** Values of a closed set, and the name of the TypeScript enum. */
  readonly enumName?: string;
  readonly values?: EnumValue[];
  /** Other spellings the OS takes, with the canonical one. */
  readonly spellings?: Record<string, string>;
  /** A second form that the OS takes beside `base`. */
  readonly also?: ScalarRule & { readonly base: ScalarBase };
  /** What releases before a given one enforced instead, newest first. */
  readonly before?: (ScalarRule & { readonly release: string })[];
  readonly example: unknown;
}

/** Which builds of the OS carry a setting. Several conditions of one carrier must hold together. */
export interface Carrier {
  readonly family: string;
  /** First OS release in which this family carries the setting. */
  readonly since?: string;
  /** First OS release in which this family no longer carries it. */
  readonly until?: string;
  /** Lowest Kubernetes minor version of the variant. */
  readonly kubernetes?: string;
  /** Lowest generation of an ECS variant, as in aws-ecs-3. */
  readonly generation?: string;
}

export type Shape =
  | { readonly kind: 'scalar'; readonly type: string }
  | {
      readonly kind: 'table';
      readonly struct: string;
      readonly entries: Entry[];
      /** Every key that `entries` does not name falls under this map. */
      readonly rest?: { readonly property: string; readonly doc: string; readonly map: MapShape };
      readonly unknownKeysIgnored: boolean;
      readonly check?: string;
      /** For a table with one key for each value of a closed set: the type of that set. */
      readonly record?: { readonly keyType: string; readonly as: string; readonly doc?: string };
    }
  | MapShape
  | {
      readonly kind: 'list';
      readonly item: Shape;
      readonly minItems: number;
      /** One item may stand in place of the list. */
      readonly orOne: boolean;
    }
  /** A scalar, or a list of them. */
  | { readonly kind: 'oneOrMany'; readonly item: Shape; readonly manySince?: string }
  | { readonly kind: 'tuple'; readonly struct: string; readonly entries: Entry[] };

export interface MapShape {
  readonly kind: 'map';
  readonly keyType: string;
  /** What the key stands for; the placeholder in paths. */
  readonly as: string;
  readonly value: Entry;
}

export interface Entry {
  /** Path in the notation of the documentation: settings.host-containers.<name>.enabled */
  readonly path: string;
  /** Key in the TOML. */
  readonly key: string;
  /** Property in TypeScript. */
  readonly property: string;
  readonly doc: string;
  readonly shape: Shape;
  /** A map that the OS also reads, and turns into a list of tables with these keys. */
  readonly or?: { readonly map: MapShape; readonly into: { readonly key: string; readonly value: string } };
  readonly aliases: string[];
  readonly required: boolean;
  /** First OS release; undefined when the setting is older than this schema's history (1.14 and before). */
  readonly since?: string;
  readonly carriedBy: Carrier[];
  readonly kubernetes?: string;
  readonly deprecated?: string;
  /** Whether errors must not show the value. */
  readonly sensitive: boolean;
  readonly default?: unknown;
  readonly defaultDoc?: string;
  /** Launch paths that write the key themselves and do not want it from users. */
  readonly suppliedBy: string[];
  /** Launch paths that drop the key without a word. */
  readonly droppedBy: string[];
}

export interface IssueDefinition {
  readonly code: string;
  readonly severity: 'error' | 'warning';
  readonly title: string;
  readonly meaning: string;
  readonly fix: string;
}

/** A mistake that is made, with an example of it. */
export interface Mistake {
  readonly mistake: string;
  /** What is found in the example, in the order of the text. */
  readonly codes: string[];
  readonly toml: string;
  readonly variant?: string;
  readonly osVersion?: string;
  readonly target?: string;
  /** Whether the example holds all settings of a node. */
  readonly complete: boolean;
}

/** Mistakes of one kind. */
export interface MistakeGroup {
  readonly title: string;
  readonly mistakes: Mistake[];
}

export interface Schema {
  readonly newestRelease: string;
  readonly families: Record<string, string>;
  readonly types: Map<string, ScalarType>;
  readonly groups: Entry[];
  readonly issues: IssueDefinition[];
  readonly mistakes: MistakeGroup[];
}
