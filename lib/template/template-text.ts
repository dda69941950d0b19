import { secretInText } from '../private/secret-text';
import type { TextPart, TokenReader } from '../private/token-reader';
import { asList, asObject, CloudFormationTemplate, intrinsicOf } from './cloudformation-template';

/** What stands in a text for a value that only CloudFormation knows: `${Cluster.Endpoint}`, as Fn::Sub would write it. */
export interface Placeholder {
  readonly text: string;
  /** What secret the value is, in words; undefined when it is none. */
  readonly secret?: string;
  /** The function of CloudFormation that it stands for; undefined for text that CloudFormation fills in itself. */
  readonly value?: unknown;
}

/** A text of a template: what is written there, and placeholders for the rest. */
export class TemplateText {
  public constructor(public readonly parts: readonly (string | Placeholder)[]) {}

  /** For people: placeholders stand in the text as they are. */
  public toString(): string {
    return this.parts.map((part) => (typeof part === 'string' ? part : part.text)).join('');
  }

  public get placeholders(): readonly Placeholder[] {
    return this.parts.filter((part) => typeof part !== 'string');
  }

  /** The text when all of it is known. */
  public get literal(): string | undefined {
    return this.placeholders.length === 0 ? this.toString() : undefined;
  }
}

/**
 * The text that a value of a template stands for, through Fn::Join, Fn::Sub and Fn::Base64; undefined when the value is
 * no text at all.
 */
export function textOf(value: unknown, template: CloudFormationTemplate): TemplateText | undefined {
  const parts = partsOf(value, template);
  return parts && new TemplateText(splitDynamicReferences(parts));
}

type Parts = readonly (string | Placeholder)[];

function partsOf(value: unknown, template: CloudFormationTemplate): Parts | undefined {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') {
    return [String(value)];
  }
  const [name, argument] = intrinsicOf(value) ?? [];
  switch (name) {
    case undefined:
      return undefined;
    case 'Fn::Join':
      return join(argument, template) ?? [placeholder(value, template)];
    case 'Fn::Sub':
      return substitute(argument, template) ?? [placeholder(value, template)];
    case 'Fn::Base64': {
      const text = textOf(argument, template)?.literal;
      return [text === undefined ? placeholder(value, template) : Buffer.from(text).toString('base64')];
    }
    default:
      return [placeholder(value, template)];
  }
}

function join(argument: unknown, template: CloudFormationTemplate): Parts | undefined {
  const [delimiter, items] = asList(argument);
  if (typeof delimiter !== 'string' || !Array.isArray(items)) {
    return undefined;
  }
  const parts: (string | Placeholder)[] = [];
  for (const [index, item] of items.entries()) {
    const inner = partsOf(item, template);
    if (inner === undefined) {
      return undefined;
    }
    parts.push(...(index === 0 ? [] : [delimiter]), ...inner);
  }
  return parts;
}

function substitute(argument: unknown, template: CloudFormationTemplate): Parts | undefined {
  const [text, given] = typeof argument === 'string' ? [argument, undefined] : asList(argument);
  if (typeof text !== 'string') {
    return undefined;
  }
  const variables = asObject(given) ?? {};
  // Every second part is a name.
  return text.split(/\$\{([^}]*)\}/).flatMap((part, index): Parts => {
    if (index % 2 === 0) {
      return part === '' ? [] : [part];
    }
    if (part.startsWith('!')) {
      return [`\${${part.slice(1)}}`];
    }
    if (Object.hasOwn(variables, part)) {
      return partsOf(variables[part], template) ?? [{ text: `\${${part}}`, value: variables[part] }];
    }
    return [placeholder(part.includes('.') ? { 'Fn::GetAtt': part } : { Ref: part }, template)];
  });
}

/** CloudFormation also fills in dynamic references that are written out as text. */
function splitDynamicReferences(parts: Parts): Parts {
  return parts.flatMap((part): Parts => {
    return typeof part !== 'string'
      ? [part]
      : part
          .split(/(\{\{resolve:[^}]*\}\})/)
          .map((piece, index) => (index % 2 === 0 ? piece : { text: piece, secret: secretInText(piece) }))
          .filter((piece) => piece !== '');
  });
}

function placeholder(value: unknown, template: CloudFormationTemplate): Placeholder {
  const isSecret = String(template.parameterOf(value)?.NoEcho) === 'true';
  // Whatever it holds, it must not end a text in TOML or JSON.
  const name = nameOf(value).replace(/[^\w:./, ()*-]/g, '');
  return {
    value,
    text: `\${${name.length <= LONGEST_NAME ? name : `${name.slice(0, LONGEST_NAME)}...`}}`,
    ...(isSecret ? { secret: 'a parameter with NoEcho' } : {}),
  };
}

const LONGEST_NAME = 100;

function nameOf(value: unknown): string {
  const [name, argument] = intrinsicOf(value) ?? [];
  switch (name) {
    case undefined:
      return typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
    case 'Ref':
      return String(argument);
    case 'Fn::GetAtt':
      return typeof argument === 'string' ? argument : asList(argument).map(nameOf).join('.');
    default:
      return `${name}(${(Array.isArray(argument) ? argument : [argument]).map(nameOf).join(', ')})`;
  }
}

/** How the checker knows that placeholders are values that it cannot judge. */
export function placeholderTokens(placeholders: readonly Placeholder[]): TokenReader {
  const texts = [...new Set(placeholders.map(({ text }) => text))];
  const isToken = (value: unknown): boolean =>
    typeof value === 'string'
      ? texts.some((text) => value.includes(text))
      : Array.isArray(value) && value.some(isToken);
  return {
    isToken,
    asText: String,
    split: (text) => splitAt(text, texts),
    join: (list, separator) => (Array.isArray(list) ? list.join(separator) : String(list)),
    secretIn: (value) =>
      typeof value === 'string'
        ? (placeholders.find(({ text, secret }) => secret !== undefined && value.includes(text))?.secret ??
          secretInText(value))
        : undefined,
  };
}

function splitAt(text: string, texts: readonly string[]): TextPart[] {
  let parts: TextPart[] = [{ text, token: false }];
  for (const token of texts) {
    parts = parts.flatMap((part) =>
      part.token
        ? [part]
        : part.text
            .split(token)
            .flatMap((piece, index) => [
              ...(index === 0 ? [] : [{ text: token, token: true }]),
              ...(piece === '' ? [] : [{ text: piece, token: false }]),
            ]),
    );
  }
  return parts;
}
