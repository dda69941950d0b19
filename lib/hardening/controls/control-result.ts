/**
 * A collection of controls. docs/hardening.md lists them.
 */
export enum HardeningBenchmark {
  /**
   * The CIS Bottlerocket Benchmark, which `apiclient report cis` tests on a node.
   *
   * @see https://www.cisecurity.org/benchmark/bottlerocket
   */
  CIS_BOTTLEROCKET = 'cis-bottlerocket',

  /**
   * The part of the CIS Kubernetes Benchmark about nodes, which `apiclient report cis-k8s` tests on a node.
   *
   * @see https://www.cisecurity.org/benchmark/kubernetes
   */
  CIS_KUBERNETES = 'cis-kubernetes',

  /**
   * What the maintainers of Bottlerocket advise, and AWS for its instances.
   *
   * @see https://github.com/bottlerocket-os/bottlerocket/blob/develop/SECURITY_GUIDANCE.md
   */
  SECURITY_GUIDANCE = 'guidance',
}

/**
 * What is known of a control.
 */
export enum ControlStatus {
  /**
   * It holds: by a setting, or by what the OS does without one.
   */
  HOLDS = 'holds',

  /**
   * It does not hold: a setting is against it, or what the OS does without one.
   */
  BROKEN = 'broken',

  /**
   * Whether it holds cannot be seen from here.
   */
  UNSEEN = 'unseen',

  /**
   * The variant does not have what the control is about.
   */
  NOT_APPLICABLE = 'not-applicable',
}

/**
 * What was found of a control.
 */
export interface ControlResult {
  /**
   * The collection that the control is from.
   */
  readonly benchmark: HardeningBenchmark;

  /**
   * The number or name of the control in it, such as `1.5.2` or `admin-container`.
   */
  readonly control: string;

  /**
   * What holds when the control does, in our own words.
   */
  readonly title: string;

  /**
   * The level in a CIS benchmark: 1 or 2.
   *
   * @default - the collection has no levels
   */
  readonly level?: number;

  /**
   * Whether the control holds.
   */
  readonly status: ControlStatus;

  /**
   * Why that is so, in sentences.
   */
  readonly why: string;

  /**
   * The settings that decide about the control, where some do.
   */
  readonly evidence: ControlEvidence[];

  /**
   * Where more is said of the control.
   */
  readonly see: string;
}

/**
 * A setting, or another fact about the node, that decides about a control.
 */
export interface ControlEvidence {
  /**
   * Its path, such as `settings.kernel.lockdown`.
   */
  readonly path: string;

  /**
   * Whether the control holds with it.
   */
  readonly status: ControlStatus;

  /**
   * The value, as JSON.
   *
   * @default - there is none, and the default of the OS counts
   */
  readonly received?: string;

  /**
   * What it must be.
   */
  readonly expected: string;

  /**
   * The names of the sources that gave it, such as presets.
   *
   * @default - the sources have no names
   */
  readonly source?: string;
}
