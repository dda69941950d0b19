import { joinPath } from '../model/document';

/**
 * How a text says something, beyond what it says. Parsers of TOML forget where a value stood and how it was quoted; the
 * scanner goes over text that a parser has found to be right, and only looks for that.
 */
export interface TomlListener {
  /** A header, such as [settings.kubernetes] or [[settings.container-registry.mirrors]]. */
  header?(keys: readonly ScannedKey[], isListItem: boolean, offset: number, path: readonly PathPart[]): void;
  /** A key with its value; keys as far as they stand in one statement. */
  value?(path: readonly PathPart[], keys: readonly ScannedKey[], value: ScannedValue): void;
  /** A line end or comment in an inline table, or a comma behind its last member; none of them are TOML 1.0. */
  looseInlineTable?(offset: number): void;
}

/** A key, or the index of an item of a list. */
export type PathPart = string | number;

/** The characters that stand behind a backslash in a text with double quotes. */
export function escapesIn(raw: string): string[] {
  return raw.includes('\\') ? Array.from(raw.matchAll(/\\([^])/g), ([, character]) => character!) : [];
}

/** A path as issues write it. */
export function joinParts(parts: readonly PathPart[]): string {
  return parts.reduce<string>((path, part) => {
    if (typeof part === 'number') {
      return `${path}[${part}]`;
    }
    return path === '' ? joinPath('', part).slice(1) : joinPath(path, part);
  }, '');
}

/** A key as it is written. */
export interface ScannedKey {
  readonly name: string;
  readonly offset: number;
  readonly end: number;
  readonly quoted: boolean;
}

/** A value as it is written. */
export interface ScannedValue {
  readonly kind: 'basic-string' | 'literal-string' | 'list' | 'table' | 'other';
  readonly offset: number;
  readonly end: number;
}

/** Goes over a text that is known to be right TOML. */
export function scanToml(text: string, listener: TomlListener, unquote: (raw: string) => string): void {
  new Scanner(text, listener, unquote).document();
}

/** What is known of a place in the text where a list of tables is, or is further down. */
interface Place {
  /** The index of the last item so far, when it is a list of tables. */
  last?: number;
  readonly below: Map<string, Place>;
}

function placeIn(above: Place | undefined, name: string, create: boolean): Place | undefined {
  const known = above?.below.get(name);
  if (known !== undefined || above === undefined || !create) {
    return known;
  }
  const place: Place = { below: new Map() };
  above.below.set(name, place);
  return place;
}

class Scanner {
  private at = 0;
  /** The table that the next keys belong to. */
  private table: readonly PathPart[] = [];
  private readonly lists: Place = { below: new Map() };

  public constructor(
    private readonly text: string,
    private readonly listener: TomlListener,
    private readonly unquote: (raw: string) => string,
  ) {}

  public document(): void {
    for (this.skipBlank(); this.at < this.text.length; this.skipBlank()) {
      if (this.text[this.at] === '[') {
        this.header();
      } else {
        this.keyValue(this.table);
      }
    }
  }

  private header(): void {
    const offset = this.at;
    const isListItem = this.text.startsWith('[[', this.at);
    this.at += isListItem ? 2 : 1;
    const keys = this.keys();
    this.at += isListItem ? 2 : 1;
    this.table = this.tablePath(
      keys.map(({ name }) => name),
      isListItem,
    );
    this.listener.header?.(keys, isListItem, offset, this.table);
  }

  /** The path of a header: what stands below a list of tables belongs to its last item. */
  private tablePath(names: readonly string[], isListItem: boolean): PathPart[] {
    const path: PathPart[] = [];
    let place: Place | undefined = this.lists;
    names.forEach((name, index) => {
      path.push(name);
      place = placeIn(place, name, isListItem);
      if (place !== undefined && isListItem && index === names.length - 1) {
        place.last = (place.last ?? -1) + 1;
        place.below.clear();
      }
      if (place?.last !== undefined) {
        path.push(place.last);
      }
    });
    return path;
  }

  private keyValue(table: readonly PathPart[]): void {
    const keys = this.keys();
    this.at++;
    this.skipSpace();
    this.value([...table, ...keys.map(({ name }) => name)], keys);
  }

  private value(path: readonly PathPart[], keys: readonly ScannedKey[]): void {
    const offset = this.at;
    const first = this.text[offset]!;
    const done = (kind: ScannedValue['kind']) => this.listener.value?.(path, keys, { kind, offset, end: this.at });
    switch (first) {
      case '"':
      case "'":
        this.skipString();
        done(first === '"' ? 'basic-string' : 'literal-string');
        break;
      case '[':
        this.list(path);
        done('list');
        break;
      case '{':
        this.inlineTable(path);
        done('table');
        break;
      default:
        this.skip(/[^,\]}#\r\n]*/y);
        done('other');
        // Never stand still, whatever a parser lets through.
        this.at += this.at === offset ? 1 : 0;
    }
  }

  private list(path: readonly PathPart[]): void {
    this.at++;
    for (let index = 0; this.isBefore(']'); index++) {
      this.value([...path, index], []);
      if (this.skipBlank() === ',') {
        this.at++;
      }
    }
    this.at++;
  }

  private inlineTable(path: readonly PathPart[]): void {
    this.at++;
    for (let next = this.skipWithinLine(); next !== '}' && next !== undefined; next = this.skipWithinLine()) {
      this.keyValue(path);
      if (this.skipWithinLine() === ',') {
        const comma = this.at++;
        if (this.skipWithinLine() === '}') {
          this.listener.looseInlineTable?.(comma);
        }
      }
    }
    this.at++;
  }

  /** As skipBlank, where lines should not end. */
  private skipWithinLine(): string | undefined {
    this.skipSpace();
    const at = this.at;
    const next = this.skipBlank();
    if (this.at > at) {
      this.listener.looseInlineTable?.(at);
    }
    return next;
  }

  /** Keys with dots between them, up to what follows them. */
  private keys(): ScannedKey[] {
    const keys: ScannedKey[] = [];
    for (;;) {
      this.skipSpace();
      keys.push(this.key());
      this.skipSpace();
      if (this.text[this.at] !== '.') {
        return keys;
      }
      this.at++;
    }
  }

  private key(): ScannedKey {
    const offset = this.at;
    const quoted = this.text[offset] === '"' || this.text[offset] === "'";
    if (quoted) {
      this.skipString();
    } else {
      this.skip(/[A-Za-z0-9_-]*/y);
    }
    const raw = this.text.slice(offset, this.at);
    return { name: quoted ? this.unquote(raw) : raw, offset, end: this.at, quoted };
  }

  private skipString(): void {
    const quote = this.text[this.at]!;
    const triple = quote.repeat(3);
    const isLong = this.text.startsWith(triple, this.at);
    this.at += isLong ? 3 : 1;
    while (this.at < this.text.length && !this.text.startsWith(isLong ? triple : quote, this.at)) {
      this.at += quote === '"' && this.text[this.at] === '\\' ? 2 : 1;
    }
    this.at += isLong ? 3 : 1;
    // Up to two quotes may stand right before the closing ones.
    while (isLong && this.text[this.at] === quote) {
      this.at++;
    }
  }

  /** Whether more comes before a closing bracket. */
  private isBefore(bracket: string): boolean {
    return this.skipBlank() !== bracket && this.at < this.text.length;
  }

  private skipSpace(): void {
    this.skip(/[ \t]*/y);
  }

  /** Skips white space, line ends and comments, and returns what comes then. */
  private skipBlank(): string | undefined {
    for (;;) {
      this.skip(/[ \t\r\n]*/y);
      if (this.text[this.at] !== '#') {
        return this.text[this.at];
      }
      this.skip(/[^\n]*/y);
    }
  }

  private skip(characters: RegExp): void {
    // Behind the end of the text, a search would start at its beginning.
    if (this.at < this.text.length) {
      characters.lastIndex = this.at;
      characters.exec(this.text);
      this.at = characters.lastIndex;
    }
  }
}
