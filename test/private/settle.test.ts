import { Aws, CfnResource, Fn, Lazy, Stack, Token } from 'aws-cdk-lib';
import { CDK_TOKENS } from '../../lib/private/cdk-tokens';
import { settle } from '../../lib/private/settle';

const stack = new Stack(undefined, 'Stack');
const resource = new CfnResource(stack, 'Resource', { type: 'A::B::C' });
const lazy = (value: unknown) => Lazy.string({ produce: () => value as string });
const settled = (value: unknown) => settle(value, stack);

test.each<[string, unknown, unknown]>([
  ['text', 'x', 'x'],
  ['a number', 5, 5],
  ['a lazy value', lazy('x'), 'x'],
  ['a lazy value in text', `a${lazy('x')}b`, 'axb'],
  ['a lazy value behind another one', lazy(lazy('x')), 'x'],
  ['a lazy value that is nothing', lazy(undefined), undefined],
  ['nothing in text', `a${lazy(undefined)}b`, 'ab'],
  ['a number that is not known before', Token.asNumber(Lazy.any({ produce: () => 5 })), 5],
  ['a boolean that is not known before', Lazy.any({ produce: () => true }), true],
  ['a list that is not known before', Lazy.list({ produce: () => ['x', 'y'] }), ['x', 'y']],
  ['items of a list', ['x', lazy('y')], ['x', 'y']],
])('%s becomes what it is at synthesis', (_, value, expected) => {
  expect(settled(value)).toEqual(expected);
});

test.each<[string, unknown]>([
  ['a pseudo parameter', Aws.REGION],
  ['an attribute', resource.getAtt('Arn').toString()],
  ['text with one', `a${Aws.REGION}b`],
  ['a lazy value that is one', lazy(Aws.REGION)],
  ['a dynamic reference', '{{resolve:ssm:name}}'],
  ['a function', Fn.select(0, Fn.getAzs())],
  ['a list of them', Lazy.list({ produce: () => [Aws.REGION] })],
])('%s stays for CloudFormation to fill in', (_, value) => {
  const result = settled(value);
  expect(stack.resolve(result)).toEqual(stack.resolve(value));
  expect([result].flat().every((part) => CDK_TOKENS.isToken(part))).toBe(true);
});

test('the literal parts of joined text can be told from the others', () => {
  const joined = Fn.join('-', ['a', lazy('b'), Aws.REGION, 'c']);
  expect(stack.resolve(settled(joined))).toEqual({ 'Fn::Join': ['', ['a-b-', { Ref: 'AWS::Region' }, '-c']] });
});
