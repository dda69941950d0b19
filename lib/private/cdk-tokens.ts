import { Aws, Fn, IResolvable, Token, Tokenization } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import { secretBehind, secretInToken } from './cdk-secrets';
import { secretInText } from './secret-text';
import type { TextPart, TokenReader } from './token-reader';

/** Tokens of the CDK: encoded in text, numbers and lists, or as objects. */
export const CDK_TOKENS: TokenReader = {
  // CloudFormation also fills in dynamic references that are written out as text.
  isToken: (value) => Token.isUnresolved(value) || (typeof value === 'string' && value.includes('{{resolve:')),
  asText: (value) => (typeof value === 'number' ? Tokenization.stringifyNumber(value) : Token.asString(value)),
  split,
  join: (list, separator) => Fn.join(separator, Array.isArray(list) ? (list as string[]) : Token.asList(list)),
  secretIn: (value) => {
    for (const token of tokensIn(value)) {
      const secret = secretInToken(token);
      if (secret !== undefined) {
        return secret;
      }
    }
    return typeof value === 'string' ? secretInText(value) : undefined;
  },
};

/**
 * The same at synthesis, when tokens can be resolved: a token may stand for another one, which stands for a secret.
 */
export function resolvingTokens(scope: IConstruct): TokenReader {
  return {
    ...CDK_TOKENS,
    secretIn: (value) => CDK_TOKENS.secretIn(value) ?? secretBehind(value, scope),
  };
}

function tokensIn(value: unknown): readonly IResolvable[] {
  if (typeof value === 'string') {
    return Tokenization.reverseString(value).tokens;
  }
  const token = Token.isUnresolved(value) ? Tokenization.reverse(value) : undefined;
  return token === undefined ? [] : [token];
}

function split(text: string): readonly TextPart[] {
  const fragments = Tokenization.reverseString(text).mapTokens({
    mapToken: (token: IResolvable): TextPart[] => [{ text: token.toString(), token: true, longest: longest(token) }],
  });
  const joined: unknown = fragments.join({ join: (left, right) => [...parts(left), ...parts(right)] });
  return parts(joined);
}

/** The most bytes of values that every stack knows. */
const PSEUDO_PARAMETERS: Readonly<Record<string, number>> = {
  [Aws.ACCOUNT_ID]: 12,
  [Aws.PARTITION]: 16,
  [Aws.REGION]: 32,
  [Aws.URL_SUFFIX]: 32,
};

function longest(token: IResolvable): number | undefined {
  return PSEUDO_PARAMETERS[token.toString()];
}

/** What join() passes on: literal text as it is, a mapped token, what was joined before, or nothing. */
function parts(value: unknown): TextPart[] {
  return typeof value === 'string' ? [{ text: value, token: false }] : ((value as TextPart[] | undefined) ?? []);
}
