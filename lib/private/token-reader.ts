import { secretInText } from './secret-text';

/**
 * How the settings model looks at values that are only known at deployment. The model itself knows nothing of the CDK,
 * so that the command line can use it without loading aws-cdk-lib.
 */
export interface TokenReader {
  /** Whether the value, or a part of it, is only known at deployment. */
  isToken(this: void, value: unknown): boolean;

  /** The value as text that CloudFormation replaces at deployment. */
  asText(value: unknown): string;

  /** The parts of a text, in order. */
  split(text: string): readonly TextPart[];

  /** A list that is only known at deployment, joined to one text. */
  join(list: unknown, separator: string): string;

  /** What secret is in a value, or is what it stands for, in words; undefined when it stands for none, as far as can be told. */
  secretIn(value: unknown): string | undefined;
}

/** A part of a text: as it was written, or a token. */
export interface TextPart {
  readonly text: string;
  readonly token: boolean;
  /** How long a token is at most, in bytes, where that is known. */
  readonly longest?: number;
}

/** For input that cannot hold tokens, such as a file. */
export const NO_TOKENS: TokenReader = {
  isToken: () => false,
  asText: String,
  split: (text) => [{ text, token: false }],
  join: (list, separator) => (list as readonly string[]).join(separator),
  secretIn: (value) => (typeof value === 'string' ? secretInText(value) : undefined),
};
