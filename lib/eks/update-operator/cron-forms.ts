import {
  CronExpression,
  CronProblem,
  DAY_NAMES,
  FIELD_COUNT,
  isProblem,
  parseFields,
  shortName,
} from './cron-expression';

const FORM = 'seven fields: second, minute, hour, day of the month, month, day of the week, year';

/** Reads a cron expression, and tells the forms that look like one from it. */
export function parseCron(text: string): CronExpression | CronProblem {
  const trimmed = text.trim();
  const service = /^(cron|rate|at)\s*\((.*)\)$/i.exec(trimmed);
  if (service !== null) {
    const fields = service[2]!.trim().split(/\s+/);
    return service[1]!.toLowerCase() === 'cron' && fields.length === 6
      ? eventBridge(fields)
      : { message: 'This is an expression of Amazon EventBridge.', expected: FORM };
  }
  const fields = trimmed.split(/\s+/);
  if (fields.length === FIELD_COUNT) {
    return parseFields(fields);
  }
  if (trimmed.startsWith('@')) {
    return { message: 'Words in place of the fields are not documented for the operator.', expected: FORM };
  }
  if (fields.length === 5) {
    return unix(fields);
  }
  if (fields.length === 6) {
    // EventBridge demands a question mark in one of the two fields for days.
    return fields[2] === '?' || fields[4] === '?' ? eventBridge(fields) : withoutYear(fields);
  }
  return { message: fields.length > 1 ? `There are ${fields.length} fields.` : 'There are no fields.', expected: FORM };
}

function unix(fields: readonly string[]): CronProblem {
  const [minute, hour, dayOfMonth, month, dayOfWeek] = fields;
  return {
    message: 'Five fields are the cron of Unix: it has no seconds, and no year.',
    expected: FORM,
    // Sunday is 0 there, and 7 as well.
    fix: suggest([minute!, hour!, dayOfMonth!, month!, withNames(dayOfWeek!, 0)]),
  };
}

function eventBridge(fields: readonly string[]): CronProblem {
  const [minute, hour, dayOfMonth, month, dayOfWeek, year] = fields;
  return {
    message: 'This is the cron of Amazon EventBridge: it has no seconds.',
    expected: FORM,
    // Sunday is 1 there.
    fix: suggest([minute!, hour!, dayOfMonth!, month!, withNames(dayOfWeek!, 1)], year),
  };
}

function withoutYear(fields: readonly string[]): CronProblem {
  return {
    message: 'There are six fields: the year is missing, or the second.',
    expected: FORM,
    fix: `If the first field is the second, write "${[...fields, '*'].join(' ')}".`,
  };
}

/** What to write instead, when that can be read. */
function suggest(fields: readonly string[], year = '*'): string | undefined {
  const seven = ['0', ...fields.map((field) => (field === '?' ? '*' : field)), year];
  return isProblem(parseFields(seven))
    ? undefined
    : `Write "${seven.join(' ')}", which starts an update of all nodes at these moments.`;
}

function withNames(daysOfWeek: string, sunday: number): string {
  return daysOfWeek.replace(/\d+/g, (number) => shortName(DAY_NAMES[(Number(number) - sunday + 7) % 7] ?? number));
}
