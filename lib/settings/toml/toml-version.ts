import { escapesIn, joinParts, ScannedKey, ScannedValue, scanToml } from './toml-scanner';

/** What is not TOML 1.0 in a text. */
export interface BeyondToml10 {
  readonly offset: number;
  readonly message: string;
  readonly fix?: string;
}

/** As deep as the parser of the OS goes, which stops at 80: into lists and tables, and into keys with dots. */
export const DEEPEST = 79;

/** Finds the first thing in a text that newer parsers of TOML take, and that of the OS does not. */
export function findBeyondToml10(text: string, unquote: (raw: string) => string): BeyondToml10 | undefined {
  const found: BeyondToml10[] = [];
  const note = (offset: number, problem: Omit<BeyondToml10, 'offset'> | undefined): void => {
    if (problem !== undefined) {
      found.push({ offset, ...problem });
    }
  };
  /** The tables above those that headers name; the parser lets dotted keys add to them where a list of tables is below. */
  const opened = new Set<string>();
  const noteKeys = (keys: readonly ScannedKey[]): void => {
    if (keys.length > DEEPEST) {
      note(keys[0]!.offset, { message: `A key has at most ${DEEPEST} parts.` });
    }
    keys.forEach(({ offset, end, quoted }) => note(offset, quoted ? checkEscapes(text.slice(offset, end)) : undefined));
  };
  scanToml(
    text,
    {
      header: (keys, _, __, path) => {
        noteKeys(keys);
        for (let length = 1; keys.length <= DEEPEST && length < path.length; length++) {
          opened.add(joinParts(path.slice(0, length)));
        }
      },
      value: (path, keys, value) => {
        noteKeys(keys);
        if (keys.length > 1 && keys.length <= DEEPEST && opened.has(joinParts(path.slice(0, -1)))) {
          note(keys[0]!.offset, OPENED_BY_HEADER);
        }
        note(value.offset, checkValue(text.slice(value.offset, value.end), value.kind));
      },
      looseInlineTable: (offset) => note(offset, LOOSE_INLINE_TABLE),
    },
    unquote,
  );
  return found.reduce<BeyondToml10 | undefined>(
    (first, other) => (first !== undefined && first.offset <= other.offset ? first : other),
    undefined,
  );
}

const OPENED_BY_HEADER = {
  message: 'A key with dots cannot add to a table that a header further up has opened.',
  fix: 'Write it under a header of that table.',
};

const LOOSE_INLINE_TABLE = {
  message: 'An inline table must stand on one line, without a comment in it or a comma at its end.',
  fix: 'Write it on one line, or as a table under a header of its own.',
};

function checkValue(raw: string, kind: ScannedValue['kind']): Omit<BeyondToml10, 'offset'> | undefined {
  switch (kind) {
    case 'basic-string':
      return checkEscapes(raw);
    case 'other':
      return checkBareValue(raw.trimEnd());
    default:
      return undefined;
  }
}

function checkEscapes(raw: string): Omit<BeyondToml10, 'offset'> | undefined {
  const escape = raw.startsWith('"') ? escapesIn(raw).find((character) => 'ex'.includes(character)) : undefined;
  return escape === undefined
    ? undefined
    : {
        message: `TOML 1.0 has no escape \\${escape}.`,
        fix: 'Write the character as \\u and four hexadecimal digits.',
      };
}

const WHOLE = /^[+-]?[0-9_]+$|^0x[0-9A-Fa-f_]+$|^0o[0-7_]+$|^0b[01_]+$/;
const DATE = /^\d{4}-\d\d-\d\d(?:[Tt ]\d\d:\d\d:\d\d(?:\.\d+)?(?:[Zz]|[+-]\d\d:\d\d)?)?$/;
const TIME = /^\d\d:\d\d:\d\d(?:\.\d+)?$/;

/** Numbers, booleans, dates and times. That they have the form of one is known. */
function checkBareValue(raw: string): Omit<BeyondToml10, 'offset'> | undefined {
  if (WHOLE.test(raw)) {
    const digits = raw.replace(/_/g, '').replace(/^[+-]/, '');
    const value = raw.startsWith('-') ? -BigInt(digits) : BigInt(digits);
    return value === BigInt.asIntN(64, value) ? undefined : { message: 'Whole numbers have at most 64 bits.' };
  }
  if (/[:-]/.test(raw.slice(1)) && !/[eE]/.test(raw)) {
    return DATE.test(raw) || TIME.test(raw) ? checkDay(raw) : { message: 'This is not a date or time of TOML 1.0.' };
  }
  // The parser of the OS looks at the sign as well, and takes numbers that are too small.
  const isNumber = /^[+-]?[0-9]/.test(raw);
  return isNumber && Number(raw.replace(/_/g, '')) === Infinity ? { message: 'The number is too large.' } : undefined;
}

/** The parser takes all months to have 31 days. */
function checkDay(raw: string): Omit<BeyondToml10, 'offset'> | undefined {
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)/.exec(raw) ?? [];
  if (year === undefined) {
    return undefined;
  }
  const isLeapYear = Number(year) % 4 === 0 && (Number(year) % 100 !== 0 || Number(year) % 400 === 0);
  const days = month === '02' ? (isLeapYear ? 29 : 28) : ['04', '06', '09', '11'].includes(month!) ? 30 : 31;
  return Number(day) <= days ? undefined : { message: 'There is no such day.' };
}
