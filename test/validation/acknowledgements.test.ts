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
  const reason = (path: string, code = 'InvalidToml') => acknowledged.reasonFor(code, path);
  expect([reason('Stack/Nodes'), reason('Stack/Nodes/Template/Resource')]).toEqual(['because', 'because']);
  const others = ['Stack', 'Stack/Others', 'Stack/Nodes2', ''];
  expect(others.map((path) => reason(path))).toEqual(others.map(() => undefined));
  expect(reason('Stack/Nodes', 'UnknownSetting')).toBeUndefined();
});

test('ids of others, and metadata of another shape, acknowledge nothing', () => {
  const metadata = {
    '/Stack': entry('AwsSolutions-IAM4', 'other::InvalidToml'),
    '/A': null,
    '/B': [null, { type: 5 }],
    '/C': 'x',
  };
  expect(new Acknowledgements(metadata).reasonFor('InvalidToml', 'Stack')).toBeUndefined();
});

test('the reason is the nearest one, and what is no text counts as none', () => {
  const metadata = {
    '/Stack': entry('cdk-bottlerocket::InvalidToml'),
    '/Stack/Nodes': [{ type: 'aws:cdk:acknowledged-rules', data: { 'cdk-bottlerocket:InvalidToml': { Ref: 'A' } } }],
  };
  const acknowledged = new Acknowledgements(metadata);
  expect(acknowledged.reasonFor('InvalidToml', 'Stack/Nodes/Resource')).toBe('');
  expect(acknowledged.reasonFor('InvalidToml', 'Stack/Others')).toBe('because');
});
