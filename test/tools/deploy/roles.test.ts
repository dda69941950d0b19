import { roleProblems } from '../../../tools/deploy/checks/roles';
import { launchTemplate, nodegroup, role, stackFacts } from '../../helpers/stack-facts';

const PROFILE = { name: 'Nodes', arn: 'arn:aws:iam::123456789012:instance-profile/Nodes', roles: ['NodeRole'] };
const NODES = {
  nodegroups: [nodegroup()],
  instanceProfiles: [PROFILE],
  launchTemplates: [launchTemplate()],
  roles: [role('NodeRole', 'ec2')],
};

describe('roles', () => {
  test('of nodes are fine when EC2 may take them and they may do something', () => {
    expect(roleProblems(stackFacts(NODES))).toEqual([]);
  });

  test.each([
    ['are not there', [], 'Nodegroup: no role arn:aws:iam::123456789012:role/NodeRole'],
    ['are for another service', [role('NodeRole', 'eks')], 'Nodegroup: ec2.amazonaws.com may not take NodeRole'],
    ['have no policies', [role('NodeRole', 'ec2', { attached: [] })], 'Nodegroup: NodeRole may do nothing'],
    ['nobody may take', [role('NodeRole', 'ec2', { trust: { Statement: [] } })], 'NodeRole: nobody may take the role'],
  ])('that %s are a problem', (_, roles, problem) => {
    expect(roleProblems(stackFacts({ ...NODES, roles }))).toContain(problem);
  });

  test('must be in the instance profile, and that in the launch template', () => {
    const empty = { ...PROFILE, roles: [] };
    expect(roleProblems(stackFacts({ ...NODES, instanceProfiles: [empty] }))).toEqual(['Nodes: no role ']);
    expect(roleProblems(stackFacts({ ...NODES, instanceProfiles: [] }))).toEqual([
      `lt-1: no instance profile ${PROFILE.arn}`,
    ]);
  });

  test('of tasks and schedules are for their services', () => {
    const { arn } = role('Task', 'ecs-tasks');
    const facts = stackFacts({
      taskDefinitions: [{ taskDefinitionArn: 'task', taskRoleArn: arn, containerDefinitions: [] }],
      schedules: [{ Name: 'Nightly', ScheduleExpression: 'rate(1 day)', Target: { Arn: 'cluster', RoleArn: arn } }],
      roles: [role('Task', 'ecs-tasks')],
    });
    expect(roleProblems(facts)).toEqual(['Nightly: scheduler.amazonaws.com may not take Task']);
  });
});
