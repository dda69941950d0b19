import { Fn, IResolvable, Token, Tokenization } from 'aws-cdk-lib';
import type { TextPart, TokenReader } from './token-reader';

/** Tokens of the CDK: encoded in text, numbers and lists, or as objects. */
export const CDK_TOKENS: TokenReader = {
  isToken: (value) => Token.isUnresolved(value),
  asText: (value) => (typeof value === 'number' ? Tokenization.stringifyNumber(value) : Token.asString(value)),
  split,
  join: (list, separator) => Fn.join(separator, Array.isArray(list) ? (list as string[]) : Token.asList(list)),
};

function split(text: string): readonly TextPart[] {
  const fragments = Tokenization.reverseString(text).mapTokens({
    mapToken: (token: IResolvable): TextPart[] => [{ text: token.toString(), token: true }],
  });
  const joined: unknown = fragments.join({ join: (left, right) => [...parts(left), ...parts(right)] });
  return parts(joined);
}

/** What join() passes on: literal text as it is, a mapped token, what was joined before, or nothing. */
function parts(value: unknown): TextPart[] {
  return typeof value === 'string' ? [{ text: value, token: false }] : ((value as TextPart[] | undefined) ?? []);
}
