import { CronExpression, CronProblem, isProblem, LAST_YEAR } from './cron-expression';
import { parseCron } from './cron-forms';

/** What the operator makes of an expression. */
export interface CronMeaning {
  /** The expression, with single spaces. */
  readonly text: string;
  /** Whether it is a window, or moments. */
  readonly window: boolean;
  /** What may not be meant. */
  readonly misleading: readonly string[];
  /** The last year, when there is one. */
  readonly lastYear?: number;
}

/** A window that is shorter does for few nodes: each is given up to half an hour. */
const SHORT_WINDOW_MINUTES = 15;

/**
 * The operator takes an expression for a window when the next two seconds that match follow on each other. So an expression
 * with some seconds in a row is one or the other, by chance of when the controller starts.
 */
export function meaningOf(expression: string): CronMeaning | CronProblem {
  const cron = parseCron(expression);
  if (isProblem(cron)) {
    return cron;
  }
  const window = cron.seconds.size === 60;
  if (!window && [...cron.seconds].some((second) => cron.seconds.has((second + 1) % 60))) {
    return {
      message: 'With some seconds in a row, it depends on chance whether this is a window or names moments.',
      fix: 'Write * for the second to get a window, or a single second.',
    };
  }
  const days = countDays(cron, 2);
  if (days === 0) {
    return { message: 'There is no such day.' };
  }
  if (days === 1 && cron.hours.size * cron.minutes.size * cron.seconds.size === 1) {
    return {
      message: 'This happens once only, and the controller stops with an error unless there are two moments to come.',
      fix: 'Write * for the year.',
    };
  }
  const lastYear = Math.max(...cron.years);
  return {
    text: cron.text,
    window,
    misleading: misleading(cron, window),
    lastYear: lastYear < LAST_YEAR ? lastYear : undefined,
  };
}

/** How many days match, up to a limit. Both fields for days must match. */
function countDays({ years, months, daysOfMonth, daysOfWeek }: CronExpression, limit: number): number {
  let count = 0;
  for (const year of years) {
    for (const month of months) {
      for (const day of daysOfMonth) {
        const date = new Date(Date.UTC(year, month - 1, day));
        const exists = date.getUTCDate() === day;
        if (exists && daysOfWeek.has(date.getUTCDay()) && ++count >= limit) {
          return count;
        }
      }
    }
  }
  return count;
}

function misleading(cron: CronExpression, window: boolean): string[] {
  const found: string[] = [];
  const length = longestRun(cron.minutes);
  if (window && length < SHORT_WINDOW_MINUTES) {
    found.push(
      `With * for the second this is a window, of ${length} ${length === 1 ? 'minute' : 'minutes'}: only as many nodes are ` +
        'started in it as may be updated at the same time. For a moment, write 0 for the second.',
    );
  }
  if (!window && cron.minutes.size > 60 / SHORT_WINDOW_MINUTES) {
    found.push(
      'This is not a window but many moments, and what the last of them starts goes on until all nodes are done. ' +
        'For a window, write * for the second.',
    );
  }
  if (cron.daysOfMonth.size < 31 && cron.daysOfWeek.size < 7) {
    found.push(
      'Both the day of the month and the day of the week must match; in the cron of Unix one of them is enough.',
    );
  }
  return found;
}

/** How many minutes follow on each other at most, within one hour or over its end. */
function longestRun(minutes: ReadonlySet<number>): number {
  let longest = 0;
  for (let start = 0; start < 60; start++) {
    let length = 0;
    while (length < 60 && minutes.has((start + length) % 60)) {
      length++;
    }
    longest = Math.max(longest, length);
  }
  return longest;
}
