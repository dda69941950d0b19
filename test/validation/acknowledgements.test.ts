import { Acknowledgements } from '../../lib/validation/acknowledgements';

const entry = (...ids: string[]) => [
  { type: 'aws:cdk:logicalId', data: 'Nodes' },
  { type: 'aws:cdk:acknowledged-rules', data: Object.fromEntries(ids.map((id) => [id, 'because'])) },
];

test.each([
  'cdk-bottlerocket::InvalidToml',
  'annotation::cdk-bottlerocket:InvalidToml',
  'Annotation::cdk-bottlerocket:InvalidToml',
  'cdk-bottlerocket:InvalidToml',
])('%s holds on its construct and below', (id) => {
  const acknowledged = new Acknowledgements({ '/Stack/Nodes': entry(id) });
  const has = (path: string, code = 'InvalidToml') => acknowledged.has(code, path);
  expect([has('Stack/Nodes'), has('Stack/Nodes/Template/Resource')]).toEqual([true, true]);
  expect([has('Stack'), has('Stack/Others'), has('Stack/Nodes2'), has('')]).toEqual([false, false, false, false]);
  expect(has('Stack/Nodes', 'UnknownSetting')).toBe(false);
});

test('ids of others, and metadata of another shape, acknowledge nothing', () => {
  const metadata = {
    '/Stack': entry('AwsSolutions-IAM4', 'other::InvalidToml'),
    '/A': null,
    '/B': [null, { type: 5 }],
    '/C': 'x',
  };
  expect(new Acknowledgements(metadata).has('InvalidToml', 'Stack')).toBe(false);
});
