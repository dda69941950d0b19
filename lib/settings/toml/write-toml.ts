import type { TokenReader } from '../../private/token-reader';
import { remembered } from '../../private/remembered';
import { isBareKey, isList, isTable, joinPath, TomlFloat, TomlTable, TomlToken, TomlValue } from '../model/document';
import { IssueCode } from '../generated/issue-code.generated';
import { BottlerocketIssue } from '../issue';
import { Finding, issue, show } from '../report';
import { isWellFormed } from '../check/scalar-checks';
import { UserDataTarget } from '../user-data-target';
import { BELOW, lastWritten, WrittenTable } from './written-table';

/** A document in TOML. */
export interface TomlText {
  /** The text, with a line end at its end; empty when there is nothing to say. */
  readonly text: string;
  /** Values that cannot be written for the target. They are missing in the text. */
  readonly issues: BottlerocketIssue[];
}

/**
 * Writes settings in TOML.
 *
 * One document always gives one text: tables in the order of the document, first the values of a table and then the
 * tables in it. What Amazon EKS does not read is never written, whoever the target is, as long as TOML has another way
 * to say the same: no escaped quotes, no quoted keys in headers.
 *
 * @see https://docs.aws.amazon.com/eks/latest/userguide/launch-templates.html for what EKS does not read
 */
export function writeToml(settings: TomlTable, target: UserDataTarget, tokens: TokenReader): TomlText {
  const writer = new TomlWriter(target, tokens);
  const text =
    Object.keys(settings).length > 0 ? writer.tables(settings, '', 'settings', lastWritten(target, tokens)) : '';
  return { text, issues: writer.issues };
}

class TomlWriter {
  public readonly issues: BottlerocketIssue[] = [];

  public constructor(
    private readonly target: UserDataTarget,
    private readonly tokens: TokenReader,
  ) {}

  /** A table under a header: its values, then its tables. */
  private table(table: TomlTable, path: string, last: WrittenTable, header: string): string {
    // Text that is put together from an array is in one piece, which is read faster when it becomes a part of others.
    const text = [header];
    const below: string[] = [];
    const keys = Object.keys(table);
    for (let index = 0; index < keys.length; index++) {
      const key = keys[index]!;
      const value = table[key]!;
      let line = last.lineOf(index, key, value);
      if (line === undefined) {
        line = isOfTables(value) && isBareKey(key) ? BELOW : this.keyValue(key, value, path, '\n');
        last.learnLine(index, key, value, line);
      }
      if (line === BELOW) {
        below.push(key);
      } else if (line !== undefined) {
        text.push(line);
      }
    }
    // A table that only holds tables needs no header, unless it is an item of a list.
    if (text.length > 1 || below.length === 0 || header.startsWith('[[')) {
      text.push('\n');
    } else {
      text.pop();
    }
    for (const key of below) {
      if (text.length > 0) {
        text.push('\n');
      }
      text.push(this.tables(table[key] as TomlTable | TomlTable[], path, key, last.below(key)));
    }
    return text.join('');
  }

  /** A table or a list of tables, as it was written before if it is the same. */
  public tables(value: TomlTable | TomlTable[], path: string, key: string, last: WrittenTable): string {
    if (last.value === value) {
      return last.text;
    }
    const own = path === '' ? key : `${path}.${key}`;
    const before = this.issues.length;
    last.value = undefined;
    last.text = isList(value)
      ? value.map((item, index) => this.table(item, own, last.below(String(index)), `[[${own}]]`)).join('\n')
      : this.table(value, own, last, `[${own}]`);
    last.value = this.issues.length === before ? value : undefined;
    return last.text;
  }

  private keyValue(key: string, value: TomlValue, path: string, start = ''): string | undefined {
    const name = isBareKey(key) ? key : this.quotedKey(key, path);
    // Most values are plain text, and need no path.
    const text = this.plain(value) ?? this.value(value, joinPath(path, key));
    return name === undefined || text === undefined ? undefined : [start, name, ' = ', text].join('');
  }

  private quotedKey(key: string, path: string): string | undefined {
    if (this.target === UserDataTarget.EKS_MANAGED && /["']/.test(key)) {
      return this.notWritable({
        path: joinPath(path, key),
        message: 'Amazon EKS does not read keys that hold quotes.',
        received: show(key),
      });
    }
    return this.plain(key) ?? this.quoted(key, joinPath(path, key));
  }

  /** A value that every reader of TOML takes as it is. */
  private plain(value: TomlValue): string | undefined {
    switch (typeof value) {
      case 'string':
        return this.tokens.isToken(value) ? undefined : quotes(value);
      case 'number':
        return number(value);
      case 'bigint':
      case 'boolean':
        return String(value);
      default:
        return isList(value) ? this.plainList(value) : undefined;
    }
  }

  /** A list of nothing but plain text. */
  private plainList(list: readonly TomlValue[]): string | undefined {
    let items = '';
    for (const item of list) {
      const text = typeof item === 'string' ? this.plain(item) : undefined;
      if (text === undefined) {
        return undefined;
      }
      items = items === '' ? text : `${items}, ${text}`;
    }
    return `[${items}]`;
  }

  private value(value: TomlValue, path: string): string | undefined {
    const plain = this.plain(value);
    if (plain !== undefined) {
      return plain;
    }
    if (typeof value === 'string') {
      return this.quoted(value, path);
    }
    if (value instanceof TomlFloat) {
      return value.value.toFixed(1);
    }
    if (value instanceof TomlToken) {
      return value.kind === 'list' ? `["${this.tokens.join(value.token, '", "')}"]` : this.tokens.asText(value.token);
    }
    return isList(value) ? this.list(value, path) : this.inlineTable(value as TomlTable, path);
  }

  private list(list: readonly TomlValue[], path: string): string | undefined {
    if (this.target === UserDataTarget.EKS_MANAGED && new Set(list.map(typeOf)).size > 1) {
      return this.notWritable({
        path,
        message: 'Amazon EKS does not read lists whose items have different types.',
        received: show(list),
      });
    }
    const items = list.map((item, index) => this.plain(item) ?? this.value(item, `${path}[${index}]`));
    return items.includes(undefined) ? undefined : `[${items.join(', ')}]`;
  }

  private inlineTable(table: TomlTable, path: string): string | undefined {
    const members = Object.keys(table).map((key) => this.keyValue(key, table[key]!, path));
    return members.includes(undefined) ? undefined : `{ ${members.join(', ')} }`;
  }

  /** Text in quotes. Tokens pass as they are: what they become cannot be escaped. */
  private quoted(text: string, path: string): string | undefined {
    const parts = this.tokens.isToken(text) ? this.tokens.split(text) : [{ text, token: false }];
    const written = parts.filter(({ token }) => !token).map((part) => part.text);
    if (!written.every(isWellFormed)) {
      return this.notWritable({ path, message: 'The text holds half a character (a lone surrogate).' });
    }
    const literal = written.every((part) => /^[\t\x20-\x26\x28-\x7E\u0080-\u{10FFFF}]*$/u.test(part));
    const plain = written.every((part) => !/["\\]/.test(part));
    if (literal && !plain) {
      return `'${text}'`;
    }
    if (this.target === UserDataTarget.EKS_MANAGED && written.some((part) => part.includes('"'))) {
      return this.notWritable({
        path,
        message:
          'Amazon EKS does not read escaped quotes, and the text holds both double quotes and single quotes or ' +
          'control characters such as a line end.',
        received: show(text),
      });
    }
    return `"${parts.map((part) => (part.token ? part.text : escape(part.text))).join('')}"`;
  }

  private notWritable(finding: Finding): undefined {
    this.issues.push(issue(IssueCode.NOT_WRITABLE, finding));
    return undefined;
  }
}

/** Whether a value gets a header of its own, unless its key must be quoted: EKS does not read quoted keys in headers. */
function isOfTables(value: TomlValue): value is TomlTable | TomlTable[] {
  return isTable(value) || (isList(value) && value.length > 0 && value.every(isTable));
}

/** Text that needs nothing but quotes around it, as most does, with these; undefined for other text. */
const quotes = remembered((text) =>
  /^[\x20\x21\x23-\x5B\x5D-\x7E]*$/.test(text) ? ['"', text, '"'].join('') : undefined,
);

function typeOf(value: TomlValue): string {
  if (isList(value) || (value instanceof TomlToken && value.kind === 'list')) {
    return 'list';
  }
  return value instanceof TomlFloat ? 'number' : isTable(value) ? 'table' : typeof value;
}

/** JavaScript writes whole numbers from 1e21 on with an exponent, which makes floats of them in TOML. */
function number(value: number): string {
  return Number.isInteger(value) && !Number.isSafeInteger(value) ? BigInt(value).toString() : String(value);
}

// eslint-disable-next-line no-control-regex -- what TOML does not take as it is
const TO_ESCAPE = /["\\\u0000-\u001F\u007F]/g;

function escape(text: string): string {
  return text.replace(TO_ESCAPE, (character) => ESCAPES[character] ?? unicodeEscape(character));
}

const ESCAPES: Readonly<Record<string, string>> = {
  '"': '\\"',
  '\\': '\\\\',
  '\b': '\\b',
  '\t': '\\t',
  '\n': '\\n',
  '\f': '\\f',
  '\r': '\\r',
};

function unicodeEscape(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`;
}
