/** A cron expression as the update operator reads it. */
export interface CronExpression {
  readonly text: string;
  readonly seconds: ReadonlySet<number>;
  readonly minutes: ReadonlySet<number>;
  readonly hours: ReadonlySet<number>;
  readonly daysOfMonth: ReadonlySet<number>;
  readonly months: ReadonlySet<number>;
  /** From 0 for Sunday, as everywhere in JavaScript. */
  readonly daysOfWeek: ReadonlySet<number>;
  readonly years: ReadonlySet<number>;
}

/** Why an expression is refused. */
export interface CronProblem {
  readonly message: string;
  readonly expected?: string;
  readonly fix?: string;
}

interface Field {
  readonly name: string;
  readonly property: keyof Omit<CronExpression, 'text'>;
  readonly min: number;
  readonly max: number;
  /** Names of values, counted from the minimum. They may be written out. */
  readonly names?: readonly string[];
  /** Whether a question mark stands for every value. */
  readonly any?: boolean;
  /** The largest step, where it is not the largest value. */
  readonly maxStep?: number;
  /** Why numbers are refused. */
  readonly noNumbers?: string;
}

export const DAY_NAMES = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const MONTH_NAMES = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];
/** Short forms beside the first three letters. */
const OTHER_NAMES: Readonly<Record<string, string>> = { tues: 'tue', thurs: 'thu' };

/** The fields in their order, with what the parser of the operator takes (the Rust library cron). */
const FIELDS: readonly Field[] = [
  { name: 'second', property: 'seconds', min: 0, max: 59 },
  { name: 'minute', property: 'minutes', min: 0, max: 59 },
  { name: 'hour', property: 'hours', min: 0, max: 23 },
  { name: 'day of the month', property: 'daysOfMonth', min: 1, max: 31, any: true },
  { name: 'month', property: 'months', min: 1, max: 12, names: MONTH_NAMES },
  {
    name: 'day of the week',
    property: 'daysOfWeek',
    min: 0,
    max: 6,
    maxStep: 7,
    names: DAY_NAMES,
    any: true,
    noNumbers: 'Here 1 is Sunday, and elsewhere it is Monday.',
  },
  { name: 'year', property: 'years', min: 1970, max: 2100 },
];

export const FIELD_COUNT = FIELDS.length;
export const LAST_YEAR = FIELDS.at(-1)!.max;

/** The short name of a day, as expressions should have it. */
export function shortName(name: string): string {
  return name.slice(0, 3);
}

/** Reads an expression with as many fields as there should be. */
export function parseFields(texts: readonly string[]): CronExpression | CronProblem {
  const result: Record<string, unknown> = { text: texts.join(' ') };
  for (const [index, field] of FIELDS.entries()) {
    const values = parseField(texts[index]!, field);
    if (!(values instanceof Set)) {
      return { ...values, message: `The field of the ${field.name} is wrong: ${values.message}` };
    }
    result[field.property] = values;
  }
  return result as unknown as CronExpression;
}

/** Tells a problem from what was read. */
export function isProblem(parsed: object): parsed is CronProblem {
  return 'message' in parsed;
}

function parseField(text: string, field: Field): Set<number> | CronProblem {
  const values = new Set<number>();
  for (const part of text.split(',')) {
    const found = parsePart(part, field);
    if (!Array.isArray(found)) {
      return found;
    }
    found.forEach((value) => values.add(value));
  }
  return values;
}

function parsePart(part: string, field: Field): number[] | CronProblem {
  if (part === '?') {
    return field.any === true ? range(field.min, field.max) : wrong(field, 'A question mark has no meaning here.');
  }
  const match = /^(?:(\*)|([0-9]+|[A-Za-z]+)(?:-([0-9]+|[A-Za-z]+))?)(?:\/([0-9]+))?$/.exec(part);
  if (match === null) {
    return unreadable(part, field);
  }
  const [, all, from, to, stepText] = match;
  const step = stepText === undefined ? 1 : Number(stepText);
  if (step < 1 || step > (field.maxStep ?? field.max)) {
    return wrong(field, `A step of ${stepText} is not possible.`);
  }
  if (all !== undefined) {
    return range(field.min, field.max, step);
  }
  return parseRange(field, { from: from!, to, step, stepped: stepText !== undefined });
}

interface RangeText {
  readonly from: string;
  readonly to: string | undefined;
  readonly step: number;
  readonly stepped: boolean;
}

function parseRange(field: Field, { from, to, step, stepped }: RangeText): number[] | CronProblem {
  const start = valueOf(from, field);
  const end = to === undefined ? undefined : valueOf(to, field);
  if (typeof start !== 'number') {
    return start;
  }
  if (end === undefined) {
    if (stepped && isName(from)) {
      return wrong(field, 'A single name takes no step.');
    }
    return stepped ? range(start, field.max, step) : [start];
  }
  if (typeof end !== 'number') {
    return end;
  }
  if (isName(from) !== isName(to!)) {
    return wrong(field, 'A range is between two numbers, or two names.');
  }
  if (start > end) {
    const names = field.names?.map(shortName);
    const show = (value: number) => names?.[value - field.min] ?? String(value);
    const span = (a: number, b: number) => (a === b ? show(a) : `${show(a)}-${show(b)}`);
    return {
      ...wrong(field, 'A range cannot run backwards.'),
      fix: `Write ${span(start, field.max)},${span(field.min, end)}.`,
    };
  }
  return range(start, end, step);
}

function valueOf(text: string, field: Field): number | CronProblem {
  if (isName(text)) {
    const folded = text.toLowerCase();
    const name = OTHER_NAMES[folded] ?? folded;
    const index = (field.names ?? []).findIndex((known) =>
      [known.toLowerCase(), shortName(known).toLowerCase()].includes(name),
    );
    return index < 0 ? unreadable(text, field) : field.min + index;
  }
  if (field.noNumbers !== undefined) {
    return wrong(field, `Numbers are misread easily. ${field.noNumbers}`);
  }
  const value = Number(text);
  return value < field.min || value > field.max ? wrong(field, `${text} is out of range.`) : value;
}

function isName(text: string): boolean {
  return /^[A-Za-z]/.test(text);
}

function range(from: number, to: number, step = 1): number[] {
  return Array.from({ length: Math.floor((to - from) / step) + 1 }, (_, index) => from + index * step);
}

function unreadable(text: string, field: Field): CronProblem {
  const foreign = /^\d*(?:LW?|W)$|#/.test(text) ? ' L, W and # are of other kinds of cron.' : '';
  return wrong(field, `"${text}" is no ${field.name}.${foreign}`);
}

function wrong(field: Field, message: string): CronProblem {
  const names = field.names === undefined ? '' : field.names.map(shortName).join(', ');
  const numbers = `${field.min} to ${field.max}`;
  const single = field.noNumbers !== undefined ? names : names === '' ? numbers : `${numbers} or ${names}`;
  return { message, expected: `*, ${single}, ranges, lists and steps of them` };
}
