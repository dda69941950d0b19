import { CronExpression, CronProblem, isProblem, parseFields } from '../../../lib/eks/update-operator/cron-expression';

const ALL = ['*', '*', '*', '*', '*', '*', '*'];
const FIELDS = ['second', 'minute', 'hour', 'day of the month', 'month', 'day of the week', 'year'] as const;
const PROPERTIES = ['seconds', 'minutes', 'hours', 'daysOfMonth', 'months', 'daysOfWeek', 'years'] as const;
type FieldName = (typeof FIELDS)[number];

function parse(field: FieldName, text: string): CronExpression | CronProblem {
  return parseFields(ALL.map((all, index) => (FIELDS[index] === field ? text : all)));
}

/** The values that a field names. */
function valuesOf(field: FieldName, text: string): number[] {
  const parsed = parse(field, text);
  if (isProblem(parsed)) {
    throw new Error(parsed.message);
  }
  return [...parsed[PROPERTIES[FIELDS.indexOf(field)]!]].sort((a, b) => a - b);
}

test('an asterisk is every value', () => {
  expect(FIELDS.map((field) => valuesOf(field, '*').length)).toEqual([60, 60, 24, 31, 12, 7, 131]);
});

test.each<[FieldName, string, number[]]>([
  ['second', '0', [0]],
  ['second', '59', [59]],
  ['minute', '5,10', [5, 10]],
  ['minute', '10,5,10', [5, 10]],
  ['minute', '*/20', [0, 20, 40]],
  ['minute', '10-20/5', [10, 15, 20]],
  ['minute', '50/5', [50, 55]],
  ['hour', '22-23,0-3', [0, 1, 2, 3, 22, 23]],
  ['hour', '007', [7]],
  ['day of the month', '1-7', [1, 2, 3, 4, 5, 6, 7]],
  ['day of the month', '*/10', [1, 11, 21, 31]],
  ['month', 'Jan', [1]],
  ['month', 'december', [12]],
  ['month', 'JUN-AUG', [6, 7, 8]],
  ['month', '1,Mar', [1, 3]],
  ['day of the week', 'Sun', [0]],
  ['day of the week', 'sat,SUN', [0, 6]],
  ['day of the week', 'Mon-Fri', [1, 2, 3, 4, 5]],
  ['day of the week', 'Tues,Thurs', [2, 4]],
  ['day of the week', 'Monday-Sat/2', [1, 3, 5]],
  ['day of the week', '*/7', [0]],
  ['year', '2030-2031', [2030, 2031]],
])('the %s %s is %j', (field, text, values) => {
  expect(valuesOf(field, text)).toEqual(values);
});

test.each<FieldName>(['day of the month', 'day of the week'])('a question mark for the %s is every day', (field) => {
  expect(valuesOf(field, '?')).toEqual(valuesOf(field, '*'));
});

test.each<[FieldName, string, RegExp]>([
  ['second', '60', /60 is out of range/],
  ['second', '?', /question mark/],
  ['second', '-1', /is no (second|minute)/],
  ['second', '1.5', /is no (second|minute)/],
  ['second', '', /is no (second|minute)/],
  ['minute', '5,', /is no (second|minute)/],
  ['minute', '*/0', /step of 0/],
  ['minute', '*/60', /step of 60/],
  ['minute', '*-5', /is no (second|minute)/],
  ['minute', '1-2-3', /is no (second|minute)/],
  ['minute', '1-61', /61 is out of range/],
  ['minute', '1/2/3', /is no (second|minute)/],
  ['hour', '24', /24 is out of range/],
  ['hour', 'noon', /"noon" is no hour/],
  ['day of the month', '0', /0 is out of range/],
  ['day of the month', '32', /32 is out of range/],
  ['day of the month', 'L', /L, W and # are of other kinds of cron/],
  ['day of the month', '15W', /L, W and # are of other kinds of cron/],
  ['month', '13', /13 is out of range/],
  ['month', 'Sept', /"Sept" is no month/],
  ['month', 'Feb/2', /single name takes no step/],
  ['month', '1-Mar', /between two numbers, or two names/],
  ['day of the week', '6#3', /L, W and # are of other kinds of cron/],
  ['day of the week', 'Samstag', /"Samstag" is no day of the week/],
  ['year', '1969', /1969 is out of range/],
  ['year', '2101', /2101 is out of range/],
])('the %s %s is refused', (field, text, reason) => {
  const parsed = parse(field, text);
  expect(parsed).toMatchObject({ message: expect.stringMatching(reason) as string });
  expect(parsed).toMatchObject({ message: expect.stringContaining(`field of the ${field} is wrong`) as string });
  expect(parsed).toHaveProperty('expected');
});

test.each(['0', '1', '7', '1-5', 'Mon,6'])('days of the week as numbers are refused: %s', (text) => {
  expect(parse('day of the week', text)).toMatchObject({
    message: expect.stringContaining('Here 1 is Sunday') as string,
    expected: expect.stringContaining('Sun, Mon, Tue, Wed, Thu, Fri, Sat') as string,
  });
});

test.each<[FieldName, string, string]>([
  ['day of the week', 'Sat-Sun', 'Write Sat,Sun.'],
  ['day of the week', 'Fri-Mon', 'Write Fri-Sat,Sun-Mon.'],
  ['hour', '22-4', 'Write 22-23,0-4.'],
  ['month', 'Dec-Jan', 'Write Dec,Jan.'],
])('the %s %s runs backwards, and the error says what to write', (field, text, fix) => {
  expect(parse(field, text)).toMatchObject({ fix });
});

test.each<[FieldName, string]>([
  ['day of the week', 'Fri-Sat,Sun-Mon'],
  ['hour', '22-23,0-4'],
])('what the error says to write for the %s is taken: %s', (field, text) => {
  expect(isProblem(parse(field, text))).toBe(false);
});
