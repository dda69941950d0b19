import type { Position } from '../../private/line-index';

/** A mistake that many make: how a line looks, and what to do about it. */
interface FamiliarMistake {
  readonly looksLike: (line: string, text: string, column: number) => boolean;
  readonly fix: string | ((line: string) => string);
}

/** A line of a script, such as those that constructs of aws-cdk-lib write for other systems. */
function isCommand(line: string): boolean {
  return /^\s*(?:sudo|echo|export|cat|curl|mkdir|systemctl|yum|dnf|apt-get|\/etc\/|\/opt\/)[ /\w-]*\s[^=]/.test(line);
}

/** The first one that fits counts. */
const MISTAKES: readonly FamiliarMistake[] = [
  {
    looksLike: (_, text) => /^\s*(?:MIME-Version|Content-Type|--[^\n]*\n\s*Content-Type)\s*:/i.test(head(text)),
    fix: 'Remove the MIME headers and boundaries: user data of Bottlerocket is TOML from the first line to the last.',
  },
  {
    looksLike: (line, text) => /^(?:#!|<(?:powershell|script)>)/.test(text) || isCommand(line),
    fix: 'Bottlerocket has no shell. Write settings in TOML, and run programs in a bootstrap container.',
  },
  {
    looksLike: (_, text) => /^#cloud-config/.test(text),
    fix: 'Bottlerocket has no cloud-init. Write settings in TOML, and run programs in a bootstrap container.',
  },
  {
    looksLike: (_, text) => /^\s*[A-Za-z0-9+/]{20,}[A-Za-z0-9+/\s]*=*\s*$/.test(head(text)),
    fix: 'This looks like base64. Give the text behind it: only the APIs of AWS want base64, and tools encode by themselves.',
  },
  {
    looksLike: (_, text) => /^\s*\{/.test(head(text)),
    fix: 'This looks like JSON. Write [settings.kubernetes] and under it key = value.',
  },
  {
    looksLike: (line) => /\$\{[^}]*\}|\{\{|<%/.test(line) && !/["'][^"']*(?:\$\{|\{\{|<%)/.test(line),
    fix: 'A placeholder of a template was left over. Fill it in before the text is used.',
  },
  {
    looksLike: (line) => /[\u201C\u201D\u2018\u2019]/.test(line),
    fix: 'Use straight quotes (").',
  },
  {
    looksLike: (line, _, column) => /^\s*\/\//.test(line) || line.slice(column - 1).startsWith('//'),
    fix: 'Comments begin with #.',
  },
  {
    looksLike: (line) => /^\s*(?:[A-Za-z0-9_.-]+\s*:(?:\s|$)|"[^"]*"\s*:)/.test(line),
    fix: (line) => `TOML writes ${keyBefore(line, ':')} = value, with an equals sign in place of the colon.`,
  },
  {
    looksLike: (line, _, column) =>
      line[column - 1] === ':' && /[{,]\s*[A-Za-z0-9_"'-]+\s*$/.test(line.slice(0, column - 1)),
    fix: 'TOML writes { key = value }, with an equals sign in place of the colon.',
  },
  {
    looksLike: (line) => /^\s*\[[^\]]*$/.test(line),
    fix: (line) => `Close the header with a bracket: ${line.trim()}${line.trim().startsWith('[[') ? ']]' : ']'}.`,
  },
  {
    looksLike: (line) => /^\s*[A-Za-z0-9_.-]*[^\sA-Za-z0-9_.="'[\]#-][^\s="'[\]]*\s*=/.test(line),
    fix: (line) => `Put quotes around the key: "${keyBefore(line, '=')}".`,
  },
  {
    looksLike: (line) => /=\s*(?:True|False|TRUE|FALSE|yes|no|on|off)\s*(?:#.*)?$/.test(line),
    fix: 'Write true or false, in lower case.',
  },
  {
    looksLike: (line) => /=\s*(?:null|nil|None|~)\s*(?:#.*)?$/.test(line),
    fix: 'TOML has no null. Leave the line out.',
  },
  {
    looksLike: (line) => /=\s*(?:#.*)?$/.test(line),
    fix: 'Give a value behind the equals sign, or leave the line out.',
  },
  {
    looksLike: (line, _, column) => /^,\s*(?:#.*)?$/.test(line.slice(column - 1)),
    fix: 'Remove the comma at the end of the line.',
  },
  {
    looksLike: (line, _, column) => /^0[0-9]/.test(line.slice(column - 1).replace(/^[+-]/, '')),
    fix: 'Write numbers without zeros in front, and put quotes around text.',
  },
  {
    looksLike: (line, _, column) => /^[A-Za-z0-9_./:@-]+\s*(?:#.*)?$/.test(line.slice(column - 1)),
    fix: (line) => {
      const value = /=\s*([^\s#]+)/.exec(line)?.[1] ?? 'value';
      return `Put quotes around text: "${value}".`;
    },
  },
];

/** What the parser complains of, when the line itself looks like nothing in particular. */
const COMPLAINTS: readonly (readonly [part: string, fix: string])[] = [
  ['unfinished string', 'Close the quotes.'],
  [
    'control characters are not allowed in strings',
    'Close the quotes. Text of several lines stands between three of them (""").',
  ],
  ['escape', 'Put single quotes around text with backslashes, or write each backslash twice.'],
  ['expected comma or end of structure', 'Put commas between the items, and close the bracket.'],
  ['unfinished', 'Close the bracket.'],
  ['end-of-line', 'Write each setting on a line of its own.'],
];

/** The longest part of a line, and of the beginning of a text, that is looked at. */
const LONGEST = 500;

/** What to change in a text that is not TOML; undefined when nothing familiar is seen. */
export function hintFor(text: string, message: string, { line, column }: Position): string | undefined {
  const content = (nthLine(text, line) ?? '').slice(0, LONGEST);
  if (message.includes('redefine')) {
    return redefinition(content);
  }
  const mistake = MISTAKES.find(({ looksLike }) => looksLike(content, text, column));
  if (mistake === undefined) {
    return COMPLAINTS.find(([part]) => message.includes(part))?.[1];
  }
  return typeof mistake.fix === 'function' ? mistake.fix(content) : mistake.fix;
}

/** Two writers that each put their text into the user data most often meet at a header. */
function redefinition(line: string): string {
  const header = /^\s*\[{1,2}[^\]]+\]{1,2}/.exec(line)?.[0].trim();
  return header === undefined
    ? `Give ${keyBefore(line, '=')} once in its table.`
    : `Put everything that belongs to ${header} under one header; a text that is appended to another one must be merged with it.`;
}

function head(text: string): string {
  return text.slice(0, LONGEST);
}

function nthLine(text: string, line: number): string | undefined {
  let start = 0;
  for (let count = 1; count < line; count++) {
    start = text.indexOf('\n', start) + 1;
    if (start === 0) {
      return undefined;
    }
  }
  const end = text.indexOf('\n', start);
  return text.slice(start, end < 0 ? undefined : end).replace(/\r$/, '');
}

function keyBefore(line: string, sign: string): string {
  return line.slice(0, line.indexOf(sign)).trim().replace(/^"|"$/g, '');
}
