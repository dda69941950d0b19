import { CloudFormationTemplate, placeholderTokens, textOf } from '../../lib/template';

const TEMPLATE = new CloudFormationTemplate({ Parameters: { Password: { Type: 'String', NoEcho: true } } });

function text(value: unknown): string | undefined {
  return textOf(value, TEMPLATE)?.toString();
}

test.each<[name: string, value: unknown, text: string]>([
  ['text', 'a', 'a'],
  ['a number', 5, '5'],
  ['Ref', { Ref: 'Cluster' }, '${Cluster}'],
  ['an attribute', { 'Fn::GetAtt': ['Cluster', 'Endpoint'] }, '${Cluster.Endpoint}'],
  ['an attribute in YAML style', { 'Fn::GetAtt': 'Cluster.Endpoint' }, '${Cluster.Endpoint}'],
  ['Join', { 'Fn::Join': ['-', ['a', { Ref: 'B' }, { 'Fn::Join': ['', ['c', 'd']] }]] }, 'a-${B}-cd'],
  ['Join over a list that is not known', { 'Fn::Join': [',', { Ref: 'List' }] }, '${Fn::Join(,, List)}'],
  ['Sub', { 'Fn::Sub': 'a ${B} ${C.D} ${AWS::Region} ${!E}' }, 'a ${B} ${C.D} ${AWS::Region} ${E}'],
  ['Sub with variables', { 'Fn::Sub': ['${A}${B}', { A: { 'Fn::Join': ['', ['x', 'y']] } }] }, 'xy${B}'],
  ['Base64 of text', { 'Fn::Base64': { 'Fn::Sub': 'hello' } }, 'aGVsbG8='],
  ['Base64 of what is not known', { 'Fn::Base64': { Ref: 'A' } }, '${Fn::Base64(A)}'],
  ['ImportValue', { 'Fn::ImportValue': 'Stack:Export' }, '${Fn::ImportValue(Stack:Export)}'],
  [
    'a name with quotes',
    { 'Fn::Select': [0, { 'Fn::Split': ['"\n', { Ref: 'A' }] }] },
    '${Fn::Select(0, Fn::Split(, A))}',
  ],
  ['a condition', { 'Fn::If': ['Isolated', 'a', { Ref: 'AWS::NoValue' }] }, '${Fn::If(Isolated, a, AWS::NoValue)}'],
])('%s', (_, value, expected) => {
  expect(text(value)).toBe(expected);
});

test.each([undefined, null, {}, [], { a: 'b' }, { 'Fn::Join': ['', [], 1], Ref: 'x' }])('%j is no text', (value) => {
  expect(text(value)).toBeUndefined();
});

test('malformed functions are placeholders, and never a reason to fail', () => {
  for (const argument of [null, 5, {}, [], [1, 2], ['', null], ['', [{}]], [{ Ref: 1 }]]) {
    for (const name of ['Fn::Join', 'Fn::Sub', 'Fn::GetAtt', 'Ref', 'Fn::Base64', 'Fn::Select']) {
      expect(() => text({ [name]: argument })).not.toThrow();
    }
  }
});

describe('placeholders for the checker', () => {
  const found = textOf(
    { 'Fn::Join': ['', ['a ', { Ref: 'B' }, ' {{resolve:secretsmanager:s}} ', { Ref: 'Password' }]] },
    TEMPLATE,
  )!;
  const tokens = placeholderTokens(found.placeholders);

  test('are told from other text', () => {
    expect([tokens.isToken('${B}'), tokens.isToken('${C}'), tokens.isToken(['${B}']), tokens.isToken(5)]).toEqual([
      true,
      false,
      true,
      false,
    ]);
  });

  test('split a text', () => {
    expect(tokens.split('a ${B}${B} c')).toEqual([
      { text: 'a ', token: false },
      { text: '${B}', token: true },
      { text: '${B}', token: true },
      { text: ' c', token: false },
    ]);
  });

  test('say what secret they stand for', () => {
    expect(tokens.secretIn('${B}')).toBeUndefined();
    expect(tokens.secretIn('x${Password}')).toBe('a parameter with NoEcho');
    expect(tokens.secretIn('{{resolve:secretsmanager:s}}')).toContain('dynamic reference');
  });
});
