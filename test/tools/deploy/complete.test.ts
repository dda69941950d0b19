import { completenessProblems } from '../../../tools/deploy/checks/complete';
import { launchTemplate, stackFacts } from '../../helpers/stack-facts';

const TYPE = 'AWS::EC2::LaunchTemplate';
const TEMPLATE = JSON.stringify({ Resources: { Nodes: { Type: TYPE }, Never: { Type: TYPE, Condition: 'Never' } } });
const NODES = { type: TYPE, logicalId: 'Nodes', physicalId: 'lt-1' };

describe('what is read of a stack', () => {
  test('is all of it, but for what its conditions leave out', () => {
    const facts = stackFacts({
      resources: [NODES],
      launchTemplates: [launchTemplate(), launchTemplate({ version: 2 })],
    });
    expect(completenessProblems(TEMPLATE, facts)).toEqual([]);
  });

  test('is not all of it when a resource was not made', () => {
    expect(completenessProblems(TEMPLATE, stackFacts())).toEqual([`Nodes (${TYPE}) was not made`]);
  });

  test('is not all of it when a resource was made and not read', () => {
    expect(completenessProblems(TEMPLATE, stackFacts({ resources: [NODES] }))).toEqual([
      `of 1 of ${TYPE}, 0 could be read`,
    ]);
  });

  test('leaves stand-ins out', () => {
    const resources = [{ ...NODES, physicalId: 'not-emulated-Nodes' }];
    expect(completenessProblems(TEMPLATE, stackFacts({ resources }))).toEqual([]);
  });
});
