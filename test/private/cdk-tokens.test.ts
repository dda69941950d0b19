import { Aws, Fn, Lazy, Token } from 'aws-cdk-lib';
import { CDK_TOKENS } from '../../lib/private/cdk-tokens';
import { NO_TOKENS } from '../../lib/private/token-reader';

const text = Lazy.string({ produce: () => 'x' });
const list = Lazy.list({ produce: () => ['x'] });

test.each<[string, unknown, boolean]>([
  ['text', 'x', false],
  ['a number', 5, false],
  ['a list', ['x'], false],
  ['a table', {}, false],
  ['nothing', undefined, false],
  ['a token', text, true],
  ['text with a token', `a${text}b`, true],
  ['a number that is a token', Token.asNumber(Lazy.any({ produce: () => 1 })), true],
  ['a list that is a token', list, true],
  ['a function of CloudFormation', Fn.getAtt('A', 'B'), true],
  ['a pseudo parameter', Aws.REGION, true],
  ['a dynamic reference', 'a{{resolve:ssm:name}}', true],
])('%s is a token: %s', (_, value, expected) => {
  expect(CDK_TOKENS.isToken(value)).toBe(expected);
});

test('text is split at its tokens, in order', () => {
  expect(CDK_TOKENS.split(`a${text}b${Aws.REGION}`)).toEqual([
    { text: 'a', token: false },
    { text, token: true },
    { text: 'b', token: false },
    { text: Aws.REGION, token: true, longest: 32 },
  ]);
  expect(CDK_TOKENS.split('plain')).toEqual([{ text: 'plain', token: false }]);
});

test('lists that are not known yet are joined to text', () => {
  expect(Token.isUnresolved(CDK_TOKENS.join(list, ', '))).toBe(true);
});

test('numbers that are not known yet become text', () => {
  const number = Token.asNumber(Lazy.any({ produce: () => 1 }));
  expect(CDK_TOKENS.asText(number)).toMatch(/^\$\{Token\[/);
});

test('a file holds no tokens, whatever it looks like', () => {
  expect(NO_TOKENS.isToken(text)).toBe(false);
  expect(NO_TOKENS.split(text)).toEqual([{ text, token: false }]);
  expect(NO_TOKENS.secretIn('{{resolve:secretsmanager:name}}')).toBeDefined();
  expect(NO_TOKENS.secretIn(5)).toBeUndefined();
});
