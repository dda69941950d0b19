import { StackFacts } from '../facts';

/** Whether capacity providers, tasks and schedules belong together. */
export function ecsProblems(facts: StackFacts): string[] {
  // Capacity providers take both.
  const groups = new Set(facts.groups.flatMap((group) => [group.AutoScalingGroupARN, group.AutoScalingGroupName]));
  const attached = new Set(facts.ecsClusters.flatMap(({ capacityProviders }) => capacityProviders ?? []));
  const tasks = new Set(facts.taskDefinitions.map(({ taskDefinitionArn }) => taskDefinitionArn));
  const clusters = facts.ecsClusters.map(({ clusterName }) => `:cluster/${clusterName}`);
  return [
    ...facts.capacityProviders.flatMap(({ name, autoScalingGroupProvider: { autoScalingGroupArn } }) => [
      ...(groups.has(autoScalingGroupArn) ? [] : [`${name}: no Auto Scaling group ${autoScalingGroupArn}`]),
      ...(attached.has(name) ? [] : [`${name}: no cluster has this capacity provider`]),
    ]),
    ...facts.taskDefinitions
      .filter(({ containerDefinitions }) => containerDefinitions.length === 0)
      .map(({ taskDefinitionArn }) => `${taskDefinitionArn}: no containers`),
    ...facts.schedules.flatMap(({ Name, Target: { Arn, EcsParameters } }) => {
      if (EcsParameters === undefined) {
        return [];
      }
      const { TaskDefinitionArn } = EcsParameters;
      return [
        ...(tasks.has(TaskDefinitionArn) ? [] : [`${Name}: no task definition ${TaskDefinitionArn}`]),
        ...(clusters.some((cluster) => Arn.endsWith(cluster)) ? [] : [`${Name}: no cluster ${Arn}`]),
      ];
    }),
  ];
}
