import { TomlTable } from '../settings/model/document';
import { isMistake, parseToml, TomlMistake } from '../settings/toml/parse-toml';
import { decodeUserData } from '../settings/toml/user-data-bytes';
import { CloudFormationTemplate, intrinsicOf } from './cloudformation-template';
import { readableToml } from './readable-toml';
import { Placeholder, TemplateText, textOf } from './template-text';

/** User data of a node, as far as a template knows it. */
export interface NodeUserData {
  /** The text for people, with placeholders such as `${Cluster.Endpoint}`. */
  readonly text: string;
  /** The text for a parser: the same lines, with quotes around placeholders that stand for numbers or lists. */
  readonly toml: string;
  /** The parsed text, with `settings` at its root; undefined when it is not TOML. Not checked against any model. */
  readonly document?: TomlTable;
  /** Why it is not TOML. */
  readonly mistake?: TomlMistake;
  readonly placeholders: readonly Placeholder[];
  /** Whether whole lines are only known at deployment, so that there may be more settings. */
  readonly isPartial: boolean;
  /** Whether it is compressed with gzip. */
  readonly isCompressed: boolean;
  /** Whether it is base64 where it should be plain text, or plain text where it should be base64. */
  readonly isWronglyEncoded: boolean;
  /** How many bytes it has, without what is only known at deployment. */
  readonly bytes: number;
}

/** Reads user data that EC2 wants in base64; undefined when there is none, or nothing of it is known. */
export function base64UserData(value: unknown, template: CloudFormationTemplate): NodeUserData | undefined {
  const [name, argument] = intrinsicOf(value) ?? [];
  if (name === 'Fn::Base64') {
    return ofText(textOf(argument, template));
  }
  const given = textOf(value, template);
  const literal = given?.literal;
  if (literal === undefined) {
    // Base64 with something in its middle cannot be read, but text that should have been encoded can.
    return given !== undefined && hasSettings(given.toString()) ? wrongly(ofText(given)) : undefined;
  }
  return isBase64(literal)
    ? ofBytes(Buffer.from(literal, 'base64'))
    : wrongly(ofText(new TemplateText(literal === '' ? [] : [literal])));
}

/** Reads user data that Karpenter wants as plain text. */
export function plainUserData(text: TemplateText | undefined): NodeUserData | undefined {
  const { literal } = text ?? {};
  const decoded = literal !== undefined && isBase64(literal) ? ofBytes(Buffer.from(literal, 'base64')) : undefined;
  return decoded === undefined ? ofText(text) : wrongly(decoded);
}

/** Whether a text holds settings of Bottlerocket, even if it is not right TOML. */
export function hasSettings(text: string): boolean {
  // A script that writes such a file is no user data of Bottlerocket.
  return /^[ \t]*(?:\[\[?[ \t]*settings[ \t]*[.\]]|settings\.[\w.-]+[ \t]*=)/m.test(text) && !text.includes('<<');
}

function ofBytes(bytes: Uint8Array): NodeUserData | undefined {
  const { text, isCompressed, issues } = decodeUserData(bytes);
  return issues.length > 0 ? undefined : ofText(new TemplateText([text]), { isCompressed, bytes: bytes.length });
}

function ofText(
  given: TemplateText | undefined,
  form: { readonly isCompressed?: boolean; readonly bytes?: number } = {},
): NodeUserData | undefined {
  // A reference alone says nothing.
  if (given === undefined || (given.parts.length > 0 && given.parts.every((part) => typeof part !== 'string'))) {
    return undefined;
  }
  const { text: toml, isPartial } = readableToml(given);
  const parsed = parseToml(toml.replace(/^\uFEFF/, ''));
  const { isCompressed = false, bytes } = form;
  return {
    text: given.toString(),
    toml,
    ...(isMistake(parsed) ? { mistake: parsed } : { document: parsed }),
    placeholders: given.placeholders,
    isPartial,
    isCompressed,
    isWronglyEncoded: false,
    bytes: bytes ?? Buffer.byteLength(given.parts.filter((part) => typeof part === 'string').join('')),
  };
}

function wrongly(data: NodeUserData | undefined): NodeUserData | undefined {
  return data && { ...data, isWronglyEncoded: true };
}

function isBase64(text: string): boolean {
  const joined = text.replace(/\s/g, '');
  return joined.length >= 4 && joined.length % 4 === 0 && !/[^A-Za-z0-9+/=]/.test(joined);
}
