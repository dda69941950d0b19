import { ExampleResult } from '../../../tools/deploy/example';
import { gapsOf, tableOf } from '../../../tools/deploy/report';

const RESULT: ExampleResult = {
  name: 'eks-nodes',
  stacks: 1,
  resources: 40,
  launchTemplates: 2,
  documents: 4,
  warnings: [],
  standIns: new Map([['AWS::EKS::Addon', 3]]),
  problems: [],
};

describe('the report', () => {
  test('has a line for each example, with its result', () => {
    const table = tableOf([RESULT, { ...RESULT, name: 'ecs', problems: ['one', 'two'] }]).split('\n');
    expect(table.map((line) => line.split(/ {2,}/))).toEqual([
      ['example', 'stacks', 'resources', 'launch templates', 'user data checked', 'not emulated', 'result'],
      expect.anything(),
      ['eks-nodes', '1', '40', '2', '4', '3', 'ok'],
      ['ecs', '1', '40', '2', '4', '3', '2 problems'],
    ]);
  });

  test('names every type that is not emulated, and says so when nobody gave a reason', () => {
    const reasons = new Map([['AWS::EKS::Addon', 'moto has none.']]);
    expect(gapsOf([RESULT], reasons)).toBe('Not emulated:\nAWS::EKS::Addon (eks-nodes 3)\n  moto has none.');
    expect(gapsOf([RESULT], new Map())).toContain('no reason given');
  });
});
