import { Duration } from 'aws-cdk-lib';
import { CDK_TOKENS } from '../../private/cdk-tokens';
import { BottlerocketIssue, IssueCode } from '../../settings';
import { issue, show } from '../../settings/report';
import { DayOfWeek, MaintenanceWindowOptions, UpdateDays, UpdateInstantOptions } from './update-schedule-options';

const WEEK: readonly DayOfWeek[] = Object.values(DayOfWeek);

/** A window in hours, from the first one to the one in which it is closed again, which may be on the next day. */
interface Hours {
  readonly start: number;
  readonly end: number;
}

/** What is wrong with a window. */
export function checkWindow(options: MaintenanceWindowOptions): BottlerocketIssue[] {
  const issues = [...checkNumber(options.startHour, 'startHour', 0, 23), ...checkDays(options)];
  const hours = wholeHours(options.duration);
  if (hours === undefined || hours < 1 || hours > 24) {
    issues.push(
      invalid('duration', 'The window cannot be this long.', options.duration.toString(), 'whole hours, 1 to 24'),
    );
  }
  const overnight = hours !== undefined && options.startHour + hours > 24;
  if (issues.length === 0 && overnight && everyDay(options) === false) {
    issues.push({
      ...invalid(
        'duration',
        'The window goes on after midnight, and the day with it: the hours after midnight would open on the same days.',
        `${options.duration.toHours()} hours from ${options.startHour}:00 on some days only`,
        `up to ${24 - options.startHour} hours, or a window of every day`,
      ),
      fix: 'End the window at midnight, start it after midnight on the next day, or remove days and daysOfMonth.',
    });
  }
  return issues;
}

/** The expression of a window: every second of some hours. */
export function windowExpression({ startHour: start, duration, ...days }: MaintenanceWindowOptions): string {
  return expression('*', '*', hoursField({ start, end: start + duration.toHours() }), days);
}

/** What is wrong with moments. */
export function checkInstant({ hour, minute, ...days }: UpdateInstantOptions): BottlerocketIssue[] {
  return [
    ...checkNumber(hour, 'hour', 0, 23),
    ...(minute === undefined ? [] : checkNumber(minute, 'minute', 0, 59)),
    ...checkDays(days),
  ];
}

/** The expression of moments. */
export function instantExpression({ hour, minute = 0, ...days }: UpdateInstantOptions): string {
  return expression('0', String(minute), String(hour), days);
}

function expression(second: string, minute: string, hours: string, { daysOfMonth, days }: UpdateDays): string {
  const dates = daysOfMonth === undefined ? '*' : ranges(daysOfMonth, 1, 31);
  const weekdays = WEEK.filter((day) => days?.includes(day) ?? true);
  return [second, minute, hours, dates, '*', weekdays.length === WEEK.length ? '*' : weekdays.join(','), '*'].join(' ');
}

function hoursField({ start, end }: Hours): string {
  const open = Array.from({ length: end - start }, (_, index) => (start + index) % 24);
  // What is open at night is told first, as it happens.
  const parts = [open.filter((hour) => hour >= start), open.filter((hour) => hour < start)];
  return open.length === 24
    ? '*'
    : parts
        .filter((part) => part.length > 0)
        .map((part) => ranges(part, 0, 23))
        .join(',');
}

/** Numbers as a list of ranges, in order and each one once; all there are as an asterisk. */
function ranges(numbers: readonly number[], min: number, max: number): string {
  const sorted = [...new Set(numbers)].sort((a, b) => a - b);
  if (sorted.length === max - min + 1) {
    return '*';
  }
  const spans: number[][] = [];
  for (const number of sorted) {
    const span = spans.at(-1);
    if (span !== undefined && span.at(-1) === number - 1) {
      span.push(number);
    } else {
      spans.push([number]);
    }
  }
  return spans.map((span) => (span.length === 1 ? span[0] : `${span[0]}-${span.at(-1)}`)).join(',');
}

function everyDay({ days, daysOfMonth }: UpdateDays): boolean {
  const weekdays = WEEK.filter((day) => days?.includes(day) ?? true);
  return weekdays.length === WEEK.length && (daysOfMonth === undefined || new Set(daysOfMonth).size === 31);
}

function checkDays({ days, daysOfMonth }: UpdateDays): BottlerocketIssue[] {
  const issues: BottlerocketIssue[] = [];
  if (days?.length === 0 || daysOfMonth?.length === 0) {
    const path = days?.length === 0 ? 'days' : 'daysOfMonth';
    issues.push(
      invalid(path, 'Without a day, nodes are never updated.', '[]', 'at least one day, or nothing for every day'),
    );
  }
  const unknown = (days ?? []).find((day) => !WEEK.includes(day));
  if (unknown !== undefined) {
    issues.push(invalid('days', 'There is no such day.', show(unknown), WEEK.join(', ')));
  }
  return [...issues, ...(daysOfMonth ?? []).flatMap((day, index) => checkNumber(day, `daysOfMonth[${index}]`, 1, 31))];
}

function checkNumber(value: number, name: string, min: number, max: number): BottlerocketIssue[] {
  if (CDK_TOKENS.isToken(value)) {
    return [
      {
        ...invalid(name, 'The number is only known at deployment.', 'a token', `a number from ${min} to ${max}`),
        fix: 'Pass the whole expression to UpdateSchedule.cron.',
      },
    ];
  }
  return Number.isInteger(value) && value >= min && value <= max
    ? []
    : [invalid(name, 'There is no such time.', show(value), `a whole number from ${min} to ${max}`)];
}

function wholeHours(duration: Duration): number | undefined {
  return duration.isUnresolved() || duration.toMilliseconds() % 3_600_000 !== 0 ? undefined : duration.toHours();
}

function invalid(name: string, message: string, received: string, expected: string): BottlerocketIssue {
  return issue(IssueCode.INVALID_UPDATE_SCHEDULE, { path: `schedule.${name}`, message, received, expected });
}
