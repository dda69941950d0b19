/**
 * What a taint does to pods that do not tolerate it.
 *
 * @see https://kubernetes.io/docs/concepts/scheduling-eviction/taint-and-toleration/
 */
export enum TaintEffect {
  /**
   * New pods are not scheduled on the node.
   */
  NO_SCHEDULE = 'NoSchedule',

  /**
   * New pods are scheduled on the node only when there is no other.
   */
  PREFER_NO_SCHEDULE = 'PreferNoSchedule',

  /**
   * New pods are not scheduled on the node, and pods that run on it are evicted.
   */
  NO_EXECUTE = 'NoExecute',
}

/**
 * A taint: keeps pods off a node unless they tolerate it.
 */
export interface NodeTaint {
  /**
   * The key, such as `nvidia.com/gpu`.
   */
  readonly key: string;

  /**
   * The value.
   *
   * @default - no value
   */
  readonly value?: string;

  /**
   * What the taint does.
   */
  readonly effect: TaintEffect;
}
