import { ecsProblems } from '../../../tools/deploy/checks/ecs';
import { group, stackFacts } from '../../helpers/stack-facts';

const PROVIDER = { name: 'Provider', autoScalingGroupProvider: { autoScalingGroupArn: 'Group' } };
const CLUSTER = { clusterName: 'Cluster', capacityProviders: ['Provider'] };
const TASK = { taskDefinitionArn: 'task:1', containerDefinitions: [{ name: 'web', image: 'nginx' }] };
const SCHEDULE = {
  Name: 'Nightly',
  ScheduleExpression: 'rate(1 day)',
  Target: {
    Arn: 'arn:aws:ecs:us-east-1:123456789012:cluster/Cluster',
    RoleArn: 'role',
    EcsParameters: { TaskDefinitionArn: 'task:1' },
  },
};
const ALL = {
  groups: [group()],
  capacityProviders: [PROVIDER],
  ecsClusters: [CLUSTER],
  taskDefinitions: [TASK],
  schedules: [SCHEDULE],
};

describe('parts of ECS', () => {
  test('that belong together are fine', () => {
    expect(ecsProblems(stackFacts(ALL))).toEqual([]);
  });

  test.each([
    ['a group', { groups: [] }, ['Provider: no Auto Scaling group Group']],
    [
      'a cluster with the capacity provider',
      { ecsClusters: [{ clusterName: 'Cluster' }] },
      ['Provider: no cluster has this capacity provider'],
    ],
    ['a task definition', { taskDefinitions: [] }, ['Nightly: no task definition task:1']],
    ['containers', { taskDefinitions: [{ ...TASK, containerDefinitions: [] }] }, ['task:1: no containers']],
    [
      'the cluster of a schedule',
      { ecsClusters: [{ ...CLUSTER, clusterName: 'Other' }] },
      [`Nightly: no cluster ${SCHEDULE.Target.Arn}`],
    ],
  ])('without %s are a problem', (_, changes, problems) => {
    expect(ecsProblems(stackFacts({ ...ALL, ...changes }))).toEqual(problems);
  });
});
