import { CDK_TOKENS } from '../../private/cdk-tokens';
import { BottlerocketIssue, IssueCode } from '../../settings';
import { issue, show } from '../../settings/report';
import { isProblem } from './cron-expression';
import { meaningOf } from './cron-meaning';
import { operatorError, throwOnOperatorErrors } from './errors';
import { checkInstant, checkWindow, instantExpression, windowExpression } from './schedule-fields';
import { MaintenanceWindowOptions, UpdateInstantOptions, UpdateScheduleKind } from './update-schedule-options';

/**
 * When the update operator updates nodes: a cron expression with seven fields, in UTC. It holds for the whole cluster.
 *
 * @see https://github.com/bottlerocket-os/bottlerocket-update-operator#set-scheduler
 */
export class UpdateSchedule {
  /**
   * At any time, as soon as a node sees an update.
   */
  public static always(): UpdateSchedule {
    return new UpdateSchedule('* * * * * * *');
  }

  /**
   * Updates start only in a window. What has started is finished after it, too.
   *
   * @param options the window
   * @throws an error with all issues when there is no such window
   */
  public static maintenanceWindow(options: MaintenanceWindowOptions): UpdateSchedule {
    throwOnOperatorErrors(checkWindow(options));
    return new UpdateSchedule(windowExpression(options));
  }

  /**
   * The update of all nodes starts at some moments, and goes on until it is done, however long that takes. Nodes that see
   * an update only later, since updates come in waves, wait for the next of these moments.
   *
   * @param options the moments
   * @throws an error with all issues when there are no such moments
   */
  public static instant(options: UpdateInstantOptions): UpdateSchedule {
    throwOnOperatorErrors(checkInstant(options));
    return new UpdateSchedule(instantExpression(options));
  }

  /**
   * A cron expression of your own. It has seven fields: second, minute, hour, day of the month, month, day of the week,
   * year. Days of the week are names. With `*` for the second it is a window, otherwise it names moments.
   *
   * @param expression the expression, such as `* * 2-4 * * Sat,Sun *`
   * @throws an error when the operator would not read the expression, such as one of Unix or Amazon EventBridge
   */
  public static cron(expression: string): UpdateSchedule {
    return new UpdateSchedule(expression, true);
  }

  /**
   * The cron expression.
   */
  public readonly expression: string;

  /**
   * Whether it is a window, or moments.
   */
  public readonly kind: UpdateScheduleKind;

  /**
   * What may not be meant.
   *
   * @internal
   */
  public readonly _warnings: BottlerocketIssue[] = [];

  private constructor(expression: string, byHand = false) {
    if (CDK_TOKENS.isToken(expression)) {
      this.expression = expression;
      this.kind = UpdateScheduleKind.UNKNOWN;
      return;
    }
    const path = 'schedule';
    const received = show(expression);
    const meaning = meaningOf(expression);
    if (isProblem(meaning)) {
      throw operatorError([issue(IssueCode.INVALID_UPDATE_SCHEDULE, { path, received, ...meaning })]);
    }
    const { text, window, misleading, lastYear } = meaning;
    this.expression = text;
    this.kind = window ? UpdateScheduleKind.WINDOW : UpdateScheduleKind.INSTANT;
    if (byHand) {
      this._warnings.push(
        ...misleading.map((message) => issue(IssueCode.MISLEADING_UPDATE_SCHEDULE, { path, received, message })),
      );
    }
    if (lastYear !== undefined) {
      const message = `The last year is ${lastYear}.`;
      this._warnings.push(issue(IssueCode.UPDATE_SCHEDULE_ENDS, { path, received, message }));
    }
  }
}
