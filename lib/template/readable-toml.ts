import type { TemplateText } from './template-text';

/** TOML that a parser can read, though parts of it are only known at deployment. */
export interface ReadableToml {
  readonly text: string;
  /** Whether whole lines are only known at deployment: there may be more settings than the text shows. */
  readonly isPartial: boolean;
}

/**
 * Puts quotes around placeholders that stand for a number, a boolean or a list, and makes a comment of those that stand
 * for lines. Placeholders within quotes stay as they are, and no line moves.
 */
export function readableToml({ parts }: TemplateText): ReadableToml {
  const place = new Place();
  let text = '';
  let isPartial = false;
  for (const part of parts) {
    if (typeof part === 'string') {
      place.pass(part);
      text += part;
    } else if (place.isQuoted || place.isComment) {
      text += part.text;
    } else if (place.isBegin) {
      place.pass('#');
      text += `# ${part.text}`;
      isPartial = true;
    } else {
      place.pass('"');
      place.pass('"');
      text += `"${part.text}"`;
    }
  }
  return { text, isPartial };
}

/** Where in TOML a text has come to, as far as quotes and comments go. */
class Place {
  private quote = '';
  private inComment = false;
  private line = '';

  public get isQuoted(): boolean {
    return this.quote !== '';
  }

  public get isComment(): boolean {
    return this.inComment;
  }

  /** Whether nothing stands in the line yet. */
  public get isBegin(): boolean {
    return this.line.trim() === '' && this.depth === 0;
  }

  /** How many lists and inline tables are open. */
  private depth = 0;

  public pass(text: string): void {
    for (let at = 0; at < text.length;) {
      at += this.step(text, at);
    }
  }

  /** Takes in what comes next, and returns how many characters that were. */
  private step(text: string, at: number): number {
    const character = text[at]!;
    if (character === '\n') {
      this.line = '';
      this.inComment = false;
      // A text on one line ends with it, in TOML that is wrong.
      this.quote = this.quote.length === 1 ? '' : this.quote;
      return 1;
    }
    this.line += character;
    if (this.inComment) {
      return 1;
    }
    if (this.quote !== '') {
      if (character === '\\' && this.quote.startsWith('"')) {
        return 2;
      }
      const { length } = this.quote;
      const isEnd = text.startsWith(this.quote, at);
      this.quote = isEnd ? '' : this.quote;
      return isEnd ? length : 1;
    }
    switch (character) {
      case '"':
      case "'":
        return this.begin(text, at, character);
      case '#':
        this.inComment = true;
        break;
      case '[':
      case '{':
        this.depth++;
        break;
      case ']':
      case '}':
        this.depth = Math.max(0, this.depth - 1);
        break;
      default:
    }
    return 1;
  }

  private begin(text: string, at: number, character: string): number {
    const triple = character.repeat(3);
    if (text.startsWith(triple, at)) {
      this.quote = triple;
      return 3;
    }
    this.quote = character;
    return 1;
  }
}
