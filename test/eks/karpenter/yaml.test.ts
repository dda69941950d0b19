import fc from 'fast-check';
import { parse } from 'yaml';
import { ManifestValue, writeYaml } from '../../../lib/eks/karpenter/yaml';

const { value } = fc.letrec<{ value: ManifestValue }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.oneof(
      fc.string(),
      fc.string({ unit: 'binary' }),
      fc
        .array(fc.constantFrom('a = 1', '', '  b', '- c', 'd: e', '#f', "'''", 'é', '\t', '|'))
        .map((lines) => lines.join('\n')),
      fc.constantFrom(
        'true',
        'no',
        '1',
        '1e3',
        '0x1',
        '~',
        'null',
        '-',
        ':',
        '2026-11-25',
        '=',
        '<<',
        '*a',
        '&a',
        '!a',
        '%a',
      ),
      fc.integer(),
      fc.boolean(),
    ),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(
      fc.oneof(fc.string(), fc.constantFrom('a.b/c', 'memory.available', 'on', '1', '__proto__x')),
      tie('value'),
      {
        maxKeys: 4,
        noNullPrototype: true,
      },
    ),
  ),
}));

test('what is written is what a parser of YAML 1.2 reads', () => {
  fc.assert(
    fc.property(value, (given) => expect(parse(writeYaml(given))).toEqual(given)),
    { numRuns: 500 },
  );
});

test('what is written is what a parser of YAML 1.1 reads', () => {
  fc.assert(
    fc.property(value, (given) => expect(parse(writeYaml(given), { version: '1.1' })).toEqual(given)),
    { numRuns: 500 },
  );
});

test('a manifest can be read by people', () => {
  const manifest: ManifestValue = {
    apiVersion: 'karpenter.k8s.aws/v1',
    spec: {
      userData: '[settings]\nmotd = "hi"\n',
      terms: [{ id: 'ami-1' }, { tags: { a: '*' } }] as ManifestValue[],
      none: {},
      on: true,
    },
  };
  expect(writeYaml(manifest)).toBe(
    [
      'apiVersion: karpenter.k8s.aws/v1',
      'spec:',
      '  userData: |',
      '    [settings]',
      '    motd = "hi"',
      '  terms:',
      '    - id: "ami-1"',
      '    - tags:',
      '        a: "*"',
      '  none: {}',
      '  "on": true',
      '',
    ].join('\n'),
  );
});
