import { Duration } from 'aws-cdk-lib';
import { KarpenterPeriod } from './period';

/**
 * Which nodes Karpenter removes to save capacity.
 */
export enum KarpenterConsolidationPolicy {
  /**
   * Nodes without pods, but for those that every node has.
   */
  WHEN_EMPTY = 'WhenEmpty',

  /**
   * Also nodes whose pods fit on other or cheaper nodes.
   */
  WHEN_EMPTY_OR_UNDERUTILIZED = 'WhenEmptyOrUnderutilized',

  /**
   * As WHEN_EMPTY_OR_UNDERUTILIZED, but only where the savings outweigh the disturbance. Only newer releases of Karpenter
   * know it.
   */
  BALANCED = 'Balanced',
}

/**
 * Why Karpenter removes a node.
 */
export enum KarpenterDisruptionReason {
  /**
   * Its pods fit elsewhere.
   */
  UNDERUTILIZED = 'Underutilized',

  /**
   * It has no pods.
   */
  EMPTY = 'Empty',

  /**
   * It is not what its node class and node pool say any more, such as when there is a new image.
   */
  DRIFTED = 'Drifted',
}

/**
 * How many nodes Karpenter removes at once. Of several budgets that hold at a time, the strictest one counts.
 */
export interface KarpenterDisruptionBudget {
  /**
   * The most nodes, as a number or as a percentage: `3`, `10%`, or `0` for none.
   */
  readonly nodes: string;

  /**
   * When the budget begins to hold: five fields as in cron, or a word such as `@daily`, in UTC.
   *
   * @default - it always holds
   */
  readonly schedule?: string;

  /**
   * How long the budget holds from each time of the schedule, in whole minutes. Required with a schedule.
   *
   * @default - it always holds
   */
  readonly duration?: Duration;

  /**
   * The reasons that the budget is for.
   *
   * @default - all of them
   */
  readonly reasons?: KarpenterDisruptionReason[];
}

/**
 * How Karpenter removes nodes that are there without need, or are not what they should be.
 *
 * @see https://karpenter.sh/docs/concepts/disruption/
 */
export interface KarpenterDisruption {
  /**
   * Which nodes are removed to save capacity.
   *
   * @default KarpenterConsolidationPolicy.WHEN_EMPTY_OR_UNDERUTILIZED
   */
  readonly consolidationPolicy?: KarpenterConsolidationPolicy;

  /**
   * How long no pod must have come or gone on a node before that.
   *
   * @default - at once
   */
  readonly consolidateAfter?: KarpenterPeriod;

  /**
   * How many nodes are removed at once, up to 50 budgets.
   *
   * @default - 10% of the nodes of the node pool
   */
  readonly budgets?: KarpenterDisruptionBudget[];
}
