import { ResourceFacts, StackFacts } from '../facts';
import { STAND_IN } from '../gaps';

/** What must be read back of each type. */
const COUNTS: Readonly<Record<string, (facts: StackFacts) => number>> = {
  'AWS::EC2::LaunchTemplate': (facts) => new Set(facts.launchTemplates.map(({ id }) => id)).size,
  'AWS::EKS::Nodegroup': (facts) => facts.nodegroups.length,
  'AWS::AutoScaling::AutoScalingGroup': (facts) => facts.groups.length,
  'AWS::IAM::Role': (facts) => facts.roles.length,
  'AWS::IAM::InstanceProfile': (facts) => facts.instanceProfiles.length,
  'AWS::Scheduler::Schedule': (facts) => facts.schedules.length,
  'AWS::ECS::TaskDefinition': (facts) => facts.taskDefinitions.length,
  'AWS::ECS::CapacityProvider': (facts) => facts.capacityProviders.length,
  'AWS::ECS::Cluster': (facts) => facts.ecsClusters.length,
};

/** Whether everything in a template was made and read, so that no check passes for want of something to look at. */
export function completenessProblems(template: string, facts: StackFacts): string[] {
  const { Resources } = JSON.parse(template) as { Resources: Record<string, { Type: string; Condition?: string }> };
  const made = new Map(facts.resources.map((resource) => [resource.logicalId, resource]));
  return [
    ...Object.entries(Resources)
      .filter(([id, { Condition }]) => Condition === undefined && !made.has(id))
      .map(([id, { Type }]) => `${id} (${Type}) was not made`),
    ...Object.entries(COUNTS).flatMap(([type, count]) => {
      const wanted = facts.resources.filter((resource) => resource.type === type && isReal(resource)).length;
      return count(facts) === wanted ? [] : [`of ${wanted} of ${type}, ${count(facts)} could be read`];
    }),
  ];
}

function isReal({ physicalId }: ResourceFacts): boolean {
  return physicalId?.startsWith(STAND_IN) !== true;
}
