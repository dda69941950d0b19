import { ApiDescription, renderBaseline } from '../../../tools/api-diff/baseline';
import { apiProblems } from '../../../tools/api-diff/compare';

/** An API with one class and the struct that it takes, as jsii describes them. */
function api(methods: readonly object[], props: readonly object[] = []): ApiDescription {
  const common = { assembly: 'lib', docs: { stability: 'experimental', summary: 'A text.', remarks: 'More of it.' } };
  const places = { locationInModule: { filename: 'lib/nodes.ts', line: 7 }, symbolId: 'lib/nodes:Nodes' };
  const parameters = [{ name: 'props', type: { fqn: 'lib.NodesProps' } }];
  return {
    name: 'lib',
    version: '1.0.0',
    schema: 'jsii/0.10.0',
    jsiiVersion: '6.0.0',
    readme: { markdown: 'Long.' },
    types: {
      'lib.NodesProps': {
        ...common,
        ...places,
        fqn: 'lib.NodesProps',
        name: 'NodesProps',
        kind: 'interface',
        datatype: true,
        properties: props.map((prop) => ({ abstract: true, immutable: true, ...common, ...prop })),
      },
      'lib.Nodes': {
        ...common,
        ...places,
        fqn: 'lib.Nodes',
        name: 'Nodes',
        kind: 'class',
        initializer: { parameters },
        methods: methods.map((method) => ({ ...common, ...places, ...method })),
      },
    },
  } as unknown as ApiDescription;
}

const START = { name: 'start' };
const STOP = { name: 'stop' };
const SIZE = { name: 'size', type: { primitive: 'number' }, optional: true };
const NOTHING = new Map<string, string>();

/** What is found after a release, whose API was written down and is read again. */
function problems(released: ApiDescription, current: ApiDescription, allowances = NOTHING): string[] {
  return apiProblems(JSON.parse(renderBaseline(released)) as ApiDescription, current, allowances);
}

describe('the API since the last release', () => {
  test('may stay as it is', () => {
    expect(problems(api([START], [SIZE]), api([START], [SIZE]))).toEqual([]);
  });

  test('may gain methods and optional properties', () => {
    expect(problems(api([START]), api([START, STOP], [SIZE]))).toEqual([]);
  });

  test('does not lose methods', () => {
    expect(problems(api([START, STOP]), api([START]))).toEqual([
      'METHOD lib.Nodes.stop: has been removed [removed:lib.Nodes.stop]',
    ]);
  });

  test('does not ask for more', () => {
    expect(problems(api([START], [SIZE]), api([START], [{ ...SIZE, optional: false }]))).toEqual([
      expect.stringMatching(/\[strengthened:lib\.NodesProps\]$/),
    ]);
    expect(problems(api([START]), api([{ ...START, parameters: [{ name: 'at', type: SIZE.type }] }]))).toHaveLength(1);
  });

  test('is not compared with another text of its documentation', () => {
    const current = JSON.parse(JSON.stringify(api([START])).replaceAll('A text.', 'Another.')) as ApiDescription;
    expect(problems(api([START]), current)).toEqual([]);
  });

  test('loses what is allowed', () => {
    const allowances = new Map([['removed:lib.Nodes.stop', 'nodes end by themselves']]);
    expect(problems(api([START, STOP]), api([START]), allowances)).toEqual([]);
    expect(problems(api([START, STOP]), api([]), allowances)).toEqual([expect.stringContaining('lib.Nodes.start')]);
  });

  test('has no allowance that nothing needs', () => {
    expect(problems(api([START]), api([START]), new Map([['removed:lib.Nodes.stop', 'why']]))).toEqual([
      'removed:lib.Nodes.stop is allowed, but nothing breaks it',
    ]);
  });
});

describe('the baseline', () => {
  test('is what can break, with a line for each type', () => {
    const text = renderBaseline(api([START], [SIZE]));
    expect(text).not.toMatch(/A text|More of it|Long|nodes\.ts|symbolId/);
    expect(text.split('\n').map((line) => /^"lib\.\w+"|^.{0,12}/.exec(line)![0])).toEqual([
      '{"name":"lib',
      '"lib.Nodes"',
      '"lib.NodesProps"',
      '}}',
      '',
    ]);
  });
});
