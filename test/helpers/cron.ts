/**
 * The cron expressions of the update operator, read as its documentation describes them: seven fields of `*`, numbers or
 * names, ranges, lists and steps, all of which must match. This shares nothing with the library.
 */
export class DocumentedCron {
  private readonly fields: readonly ReadonlySet<number>[];

  public constructor(expression: string) {
    const texts = expression.split(' ');
    if (texts.length !== UNITS.length) {
      throw new Error(`${texts.length} fields in ${expression}`);
    }
    this.fields = texts.map((text, index) => new Set(text.split(',').flatMap((part) => valuesOf(part, UNITS[index]!))));
  }

  public matches(date: Date): boolean {
    const parts = [
      date.getUTCSeconds(),
      date.getUTCMinutes(),
      date.getUTCHours(),
      date.getUTCDate(),
      date.getUTCMonth() + 1,
      date.getUTCDay() + 1,
      date.getUTCFullYear(),
    ];
    return parts.every((part, index) => this.fields[index]!.has(part));
  }
}

interface Unit {
  readonly min: number;
  readonly max: number;
  readonly names?: string;
}

const UNITS: readonly Unit[] = [
  { min: 0, max: 59 },
  { min: 0, max: 59 },
  { min: 0, max: 23 },
  { min: 1, max: 31 },
  { min: 1, max: 12, names: 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec' },
  // Sunday is 1 here.
  { min: 1, max: 7, names: 'Sun Mon Tue Wed Thu Fri Sat' },
  { min: 1970, max: 2100 },
];

function valuesOf(part: string, unit: Unit): number[] {
  const [span, step = '1'] = part.split('/');
  const [from, to] = span === '*' ? [unit.min, unit.max] : span!.split('-').map((text) => valueOf(text, unit));
  const last = to ?? (part.includes('/') ? unit.max : from!);
  if (from! > last || !/^[1-9]\d*$/.test(step)) {
    throw new Error(`cannot read ${part}`);
  }
  const values: number[] = [];
  for (let value = from!; value <= last; value += Number(step)) {
    values.push(value);
  }
  return values;
}

function valueOf(text: string, { min, max, names = '' }: Unit): number {
  const value = /^\d+$/.test(text) ? Number(text) : names.split(' ').indexOf(text) + 1;
  if (value < min || value > max || (value === 0 && !/^\d+$/.test(text))) {
    throw new Error(`cannot read ${text}`);
  }
  return value;
}
