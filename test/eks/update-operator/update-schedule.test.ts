import { CfnParameter, Duration, Lazy, Stack, Token } from 'aws-cdk-lib';
import * as fc from 'fast-check';
import {
  DayOfWeek,
  IssueCode,
  MaintenanceWindowOptions,
  UpdateDays,
  UpdateInstantOptions,
  UpdateSchedule,
  UpdateScheduleKind,
} from '../../../lib';
import { DocumentedCron } from '../../helpers/cron';
import { issuesThrownBy } from '../../helpers/issues';

const WEEK = Object.values(DayOfWeek);
const CODE = IssueCode.INVALID_UPDATE_SCHEDULE;

const days: fc.Arbitrary<UpdateDays> = fc.record(
  {
    days: fc.array(fc.constantFrom(...WEEK), { minLength: 1, maxLength: 9 }),
    daysOfMonth: fc.array(fc.integer({ min: 1, max: 31 }), { minLength: 1, maxLength: 12 }),
  },
  { requiredKeys: [] },
);
const window: fc.Arbitrary<MaintenanceWindowOptions> = fc
  .tuple(days, fc.integer({ min: 0, max: 23 }), fc.integer({ min: 1, max: 24 }), fc.boolean())
  .map(([some, startHour, hours, everyDay]) => ({
    ...(everyDay ? {} : some),
    startHour,
    duration: Duration.hours(everyDay ? hours : Math.min(hours, 24 - startHour)),
  }));
const instant: fc.Arbitrary<UpdateInstantOptions> = fc
  .tuple(days, fc.integer({ min: 0, max: 23 }), fc.option(fc.integer({ min: 0, max: 59 }), { nil: undefined }))
  .map(([some, hour, minute]) => ({ ...some, hour, minute }));
const windows = window.map((options) => UpdateSchedule.maintenanceWindow(options));
const instants = instant.map((options) => UpdateSchedule.instant(options));
const moment = fc
  .date({ min: new Date('2026-01-01'), max: new Date('2032-01-01'), noInvalidDate: true })
  .map((date) => new Date(date.getTime() - (date.getTime() % 1000)));

/** What the options say, without a cron expression. */
function isOn(date: Date, { days: weekdays, daysOfMonth }: UpdateDays): boolean {
  const name = date.toUTCString().slice(0, 3);
  return (weekdays?.some((day) => String(day) === name) ?? true) && (daysOfMonth?.includes(date.getUTCDate()) ?? true);
}

test('always is every second', () => {
  const { expression, kind } = UpdateSchedule.always();
  expect(expression).toBe('* * * * * * *');
  expect(kind).toBe(UpdateScheduleKind.WINDOW);
});

describe('a maintenance window', () => {
  test('is open in the hours and on the days that it names, and at no other time', () => {
    fc.assert(
      fc.property(window, fc.array(moment, { minLength: 20, maxLength: 20 }), (options, moments) => {
        const cron = new DocumentedCron(UpdateSchedule.maintenanceWindow(options).expression);
        for (const date of moments) {
          const since = (date.getUTCHours() - options.startHour + 24) % 24;
          expect(cron.matches(date)).toBe(isOn(date, options) && since < options.duration.toHours());
        }
      }),
    );
  });

  test('is a window for the operator: its seconds follow on each other', () => {
    fc.assert(
      fc.property(window, fc.array(moment, { maxLength: 50 }), (options, moments) => {
        const schedule = UpdateSchedule.maintenanceWindow(options);
        expect(schedule.kind).toBe(UpdateScheduleKind.WINDOW);
        const cron = new DocumentedCron(schedule.expression);
        for (const date of moments.filter((candidate) => cron.matches(candidate))) {
          const hour = date.getTime() - (date.getTime() % 3_600_000);
          expect(cron.matches(new Date(hour)) && cron.matches(new Date(hour + 1000))).toBe(true);
        }
      }),
    );
  });

  test('has names for days of the week, in the order of the week and each one once', () => {
    const { expression } = UpdateSchedule.maintenanceWindow({
      days: [DayOfWeek.SATURDAY, DayOfWeek.SUNDAY, DayOfWeek.SATURDAY],
      startHour: 2,
      duration: Duration.hours(3),
    });
    expect(expression).toBe('* * 2-4 * * Sun,Sat *');
  });

  test('can be the first Saturday of the month', () => {
    const { expression } = UpdateSchedule.maintenanceWindow({
      days: [DayOfWeek.SATURDAY],
      daysOfMonth: [7, 6, 5, 4, 3, 2, 1],
      startHour: 0,
      duration: Duration.days(1),
    });
    expect(expression).toBe('* * * 1-7 * Sat *');
  });

  test('of every day may go on after midnight', () => {
    const options = { startHour: 22, duration: Duration.hours(6) };
    expect(UpdateSchedule.maintenanceWindow(options).expression).toBe('* * 22-23,0-3 * * * *');
    expect(UpdateSchedule.maintenanceWindow({ ...options, days: WEEK }).expression).toBe('* * 22-23,0-3 * * * *');
  });

  test.each<[string, MaintenanceWindowOptions]>([
    ['schedule.duration', { startHour: 22, duration: Duration.hours(6), days: [DayOfWeek.SATURDAY] }],
    ['schedule.duration', { startHour: 22, duration: Duration.hours(3), daysOfMonth: [1] }],
    ['schedule.duration', { startHour: 2, duration: Duration.minutes(90) }],
    ['schedule.duration', { startHour: 2, duration: Duration.hours(0) }],
    ['schedule.duration', { startHour: 2, duration: Duration.hours(25) }],
    ['schedule.duration', { startHour: 2, duration: Duration.hours(Lazy.number({ produce: () => 1 })) }],
    ['schedule.startHour', { startHour: 24, duration: Duration.hours(1) }],
    ['schedule.startHour', { startHour: -1, duration: Duration.hours(1) }],
    ['schedule.startHour', { startHour: 1.5, duration: Duration.hours(1) }],
    ['schedule.startHour', { startHour: Lazy.number({ produce: () => 1 }), duration: Duration.hours(1) }],
    ['schedule.days', { startHour: 2, duration: Duration.hours(1), days: [] }],
    ['schedule.days', { startHour: 2, duration: Duration.hours(1), days: ['Caturday' as DayOfWeek] }],
    ['schedule.daysOfMonth', { startHour: 2, duration: Duration.hours(1), daysOfMonth: [] }],
    ['schedule.daysOfMonth[1]', { startHour: 2, duration: Duration.hours(1), daysOfMonth: [1, 32] }],
  ])('is refused at %s (%#)', (path, options) => {
    const issues = issuesThrownBy(() => UpdateSchedule.maintenanceWindow(options));
    expect(issues.map((found) => [found.code, found.path])).toEqual([[CODE, path]]);
  });

  test('tells everything that is wrong at once', () => {
    const options = { startHour: 24, duration: Duration.hours(25), days: [] };
    expect(issuesThrownBy(() => UpdateSchedule.maintenanceWindow(options))).toHaveLength(3);
  });
});

describe('an instant', () => {
  test('is one second of the days that it names', () => {
    fc.assert(
      fc.property(instant, moment, (options, date) => {
        const cron = new DocumentedCron(UpdateSchedule.instant(options).expression);
        const at = new Date(date);
        at.setUTCHours(options.hour, options.minute ?? 0, 0);
        expect(cron.matches(at)).toBe(isOn(at, options));
        expect(cron.matches(new Date(at.getTime() + 1000))).toBe(false);
      }),
    );
  });

  test('is not a window for the operator', () => {
    fc.assert(
      fc.property(instant, (options) => {
        expect(UpdateSchedule.instant(options).kind).toBe(UpdateScheduleKind.INSTANT);
      }),
    );
  });

  test.each<[string, UpdateInstantOptions]>([
    ['schedule.hour', { hour: 24 }],
    ['schedule.minute', { hour: 1, minute: 60 }],
    ['schedule.minute', { hour: 1, minute: Lazy.number({ produce: () => 1 }) }],
    ['schedule.days', { hour: 1, days: [] }],
  ])('is refused at %s (%#)', (path, options) => {
    const issues = issuesThrownBy(() => UpdateSchedule.instant(options));
    expect(issues.map((found) => [found.code, found.path])).toEqual([[CODE, path]]);
  });
});

describe('an expression of your own', () => {
  test('is taken when it is one that windows and instants write', () => {
    fc.assert(
      fc.property(fc.oneof(windows, instants), (made) => {
        const { expression, kind } = UpdateSchedule.cron(made.expression);
        expect([expression, kind]).toEqual([made.expression, made.kind]);
      }),
    );
  });

  test('has single spaces', () => {
    expect(UpdateSchedule.cron('  * *   2-4 * * Sat,Sun\t* ').expression).toBe('* * 2-4 * * Sat,Sun *');
  });

  test.each([
    ['* * * * * * *', UpdateScheduleKind.WINDOW],
    ['0-59 * 3 * * * *', UpdateScheduleKind.WINDOW],
    ['0 0 3 * * Mon *', UpdateScheduleKind.INSTANT],
    ['*/15 0 3 * * Mon *', UpdateScheduleKind.INSTANT],
  ])('%s is a window or moments: %s', (expression, kind) => {
    expect(UpdateSchedule.cron(expression).kind).toBe(kind);
  });

  test('is not looked at when it is only known at deployment', () => {
    const stack = new Stack();
    const { valueAsString } = new CfnParameter(stack, 'Schedule');
    const schedule = UpdateSchedule.cron(valueAsString);
    expect(stack.resolve(schedule.expression)).toEqual({ Ref: 'Schedule' });
    expect(schedule.kind).toBe(UpdateScheduleKind.UNKNOWN);
    expect(UpdateSchedule.cron(Token.asString({ Ref: 'x' })).kind).toBe(UpdateScheduleKind.UNKNOWN);
  });

  test('that the operator does not read is refused with what was received', () => {
    expect(issuesThrownBy(() => UpdateSchedule.cron('30 3 * * 0'))).toEqual([
      expect.objectContaining({
        code: CODE,
        path: 'schedule',
        received: '"30 3 * * 0"',
        fix: expect.stringContaining('"0 30 3 * * Sun *"') as string,
      }),
    ]);
  });
});
