import { App, CfnParameter, CfnResource, Fn, Lazy, SecretValue, Stack, Token } from 'aws-cdk-lib';
import * as secretsmanager from 'aws-cdk-lib/aws-secretsmanager';
import { CDK_TOKENS, resolvingTokens } from '../../lib/private/cdk-tokens';

function setup(context: Record<string, unknown> = {}) {
  const stack = new Stack(new App({ context }), 'Stack');
  const noEcho = new CfnParameter(stack, 'Hidden', { noEcho: true });
  const echo = new CfnParameter(stack, 'Shown');
  const secret = new secretsmanager.Secret(stack, 'Secret');
  const resource = new CfnResource(stack, 'Resource', { type: 'A::B::C' });
  return { stack, noEcho, echo, secret, resource };
}

type Setup = ReturnType<typeof setup>;

/** Secrets, in every way that the CDK has to say them. */
const SECRETS: readonly (readonly [name: string, value: (from: Setup) => unknown])[] = [
  ['SecretValue.secretsManager', () => SecretValue.secretsManager('name')],
  ['SecretValue.ssmSecure', () => SecretValue.ssmSecure('name', '1')],
  ['SecretValue.unsafePlainText', () => SecretValue.unsafePlainText('hush')],
  ['SecretValue.cfnParameter', ({ noEcho }) => SecretValue.cfnParameter(noEcho)],
  [
    'SecretValue.resourceAttribute',
    ({ resource }) => SecretValue.resourceAttribute(resource.getAtt('Password').toString()),
  ],
  ['the value of a secret', ({ secret }) => secret.secretValueFromJson('password')],
  ['a parameter with NoEcho', ({ noEcho }) => noEcho.valueAsString],
  ['a dynamic reference in text', () => '{{resolve:secretsmanager:name}}'],
];

describe.each(SECRETS)('%s', (_, make) => {
  test('is found as it is', () => {
    const from = setup();
    expect(CDK_TOKENS.secretIn(make(from))).toBeDefined();
  });

  test('is found in other text', () => {
    const from = setup();
    expect(CDK_TOKENS.secretIn(`user:${Token.asString(make(from))}`)).toBeDefined();
  });

  test.each<[string, (text: string) => unknown]>([
    ['Fn.join', (text) => Fn.join('', ['a', text])],
    ['Fn.sub', (text) => Fn.sub('a${B}', { B: text })],
    ['Fn.base64', (text) => Fn.base64(text)],
    ['Fn.select of Fn.split', (text) => Fn.select(0, Fn.split(',', text))],
    ['Lazy', (text) => Lazy.string({ produce: () => text })],
    ['a list', (text) => Lazy.list({ produce: () => ['a', text] })],
    ['all of them', (text) => `x${Fn.base64(Fn.join('', ['a', Lazy.string({ produce: () => `b${text}` })]))}`],
  ])('is found at synthesis in %s', (__, wrap) => {
    const from = setup();
    expect(resolvingTokens(from.stack).secretIn(wrap(Token.asString(make(from))))).toBeDefined();
  });
});

test('a parameter with NoEcho is found when it is only named', () => {
  const { stack, noEcho } = setup();
  expect(resolvingTokens(stack).secretIn(Fn.sub('a${Hidden}'))).toBe('a parameter with NoEcho');
  expect(resolvingTokens(stack).secretIn(Fn.ref('Hidden'))).toBe('a parameter with NoEcho');
  noEcho.overrideLogicalId('Other');
  expect(resolvingTokens(stack).secretIn(Fn.sub('a${Hidden}'))).toBeUndefined();
});

test('a secret is found where the CDK itself refuses to write it', () => {
  const { stack } = setup({ '@aws-cdk/core:checkSecretUsage': true });
  const text = Fn.join('', ['a', SecretValue.secretsManager('name').toString()]);
  expect(resolvingTokens(stack).secretIn(text)).toBe('a SecretValue');
});

test.each<[string, (from: Setup) => unknown]>([
  ['text', () => 'text'],
  ['a number', () => 5],
  ['a reference to another parameter', ({ echo }) => echo.valueAsString],
  ['text that names another parameter', () => Fn.sub('a${Shown}')],
  ['the ARN of a secret', ({ secret }) => secret.secretArn],
  ['an attribute', ({ resource }) => resource.getAtt('Endpoint').toString()],
  ['a parameter of Systems Manager', () => '{{resolve:ssm:name}}'],
])('%s is no secret', (_, make) => {
  const from = setup();
  expect(CDK_TOKENS.secretIn(make(from))).toBeUndefined();
  expect(resolvingTokens(from.stack).secretIn(make(from))).toBeUndefined();
});

test('what does not resolve is left to synthesis', () => {
  const { stack } = setup();
  const broken = Lazy.string({
    produce: () => {
      throw new Error('not yet');
    },
  });
  expect(resolvingTokens(stack).secretIn(broken)).toBeUndefined();
});
