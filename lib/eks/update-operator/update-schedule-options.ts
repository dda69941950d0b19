import { Duration } from 'aws-cdk-lib';

/**
 * A day of the week.
 */
export enum DayOfWeek {
  /**
   * Sunday.
   */
  SUNDAY = 'Sun',

  /**
   * Monday.
   */
  MONDAY = 'Mon',

  /**
   * Tuesday.
   */
  TUESDAY = 'Tue',

  /**
   * Wednesday.
   */
  WEDNESDAY = 'Wed',

  /**
   * Thursday.
   */
  THURSDAY = 'Thu',

  /**
   * Friday.
   */
  FRIDAY = 'Fri',

  /**
   * Saturday.
   */
  SATURDAY = 'Sat',
}

/**
 * How a schedule holds updates back.
 */
export enum UpdateScheduleKind {
  /**
   * Updates start only inside of the window. Those that have started are finished after it.
   */
  WINDOW = 'window',

  /**
   * At each moment a run starts, which goes on until all nodes are done that have an update by then.
   */
  INSTANT = 'instant',

  /**
   * The expression is only known at deployment.
   */
  UNKNOWN = 'unknown',
}

/**
 * On which days nodes are updated.
 */
export interface UpdateDays {
  /**
   * The days of the week.
   *
   * @default - every day
   */
  readonly days?: DayOfWeek[];

  /**
   * The days of the month, from 1 to 31. Together with `days`, both must match: 1 to 7 and Saturday is the first Saturday of
   * the month.
   *
   * @default - every day
   */
  readonly daysOfMonth?: number[];
}

/**
 * A window in which updates start.
 */
export interface MaintenanceWindowOptions extends UpdateDays {
  /**
   * The hour in which the window opens, from 0 to 23, in UTC.
   */
  readonly startHour: number;

  /**
   * How long it stays open, in whole hours up to 24. Only a window of every day may go on after midnight.
   */
  readonly duration: Duration;
}

/**
 * Moments at which the update of all nodes starts.
 */
export interface UpdateInstantOptions extends UpdateDays {
  /**
   * The hour, from 0 to 23, in UTC.
   */
  readonly hour: number;

  /**
   * The minute, from 0 to 59.
   *
   * @default 0
   */
  readonly minute?: number;
}
