import { CDK_TOKENS } from '../../private/cdk-tokens';
import { IssueCode } from '../../settings';
import { issue, show } from '../../settings/report';
import { operatorError } from './errors';

/**
 * How many nodes are updated at the same time. Pod disruption budgets hold in any case.
 */
export class UpdateConcurrency {
  /**
   * Up to so many nodes.
   *
   * @param count the number of nodes, from 1
   * @throws an error when no node would ever be updated
   */
  public static nodes(count: number): UpdateConcurrency {
    if (!CDK_TOKENS.isToken(count) && !(Number.isSafeInteger(count) && count >= 1)) {
      throw operatorError([
        issue(IssueCode.INVALID_UPDATE_OPERATOR_OPTION, {
          path: 'maxConcurrentUpdates',
          message: 'The operator cannot update so many nodes.',
          received: show(count),
          expected: 'a whole number from 1, or UpdateConcurrency.unlimited()',
        }),
      ]);
    }
    return new UpdateConcurrency(CDK_TOKENS.asText(count));
  }

  /**
   * All nodes that have an update.
   */
  public static unlimited(): UpdateConcurrency {
    return new UpdateConcurrency('unlimited');
  }

  private constructor(
    /**
     * The number as the operator takes it.
     */
    public readonly value: string,
  ) {}
}
