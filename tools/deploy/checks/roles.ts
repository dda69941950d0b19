import { RoleFacts, StackFacts } from '../facts';

/** Whether all roles are there, and may be taken by those who need them. */
export function roleProblems(facts: StackFacts): string[] {
  const { roles } = facts;
  const needs = [
    ...facts.nodegroups.map(({ nodegroupName, nodeRole }) => need(nodegroupName, nodeRole, 'ec2')),
    ...facts.instanceProfiles.flatMap(({ name, roles: names }) =>
      names.length === 0 ? [need(name, '', 'ec2')] : names.map((role) => need(name, `:role/${role}`, 'ec2')),
    ),
    ...facts.taskDefinitions.flatMap(({ taskDefinitionArn, taskRoleArn, executionRoleArn }) =>
      [taskRoleArn, executionRoleArn].flatMap((arn) => (arn ? need(taskDefinitionArn, arn, 'ecs-tasks') : [])),
    ),
    ...facts.schedules.map(({ Name, Target }) => need(Name, Target.RoleArn, 'scheduler')),
  ];
  const profiles = new Set(facts.instanceProfiles.flatMap(({ name, arn }) => [name, arn]));
  return [
    ...roles.filter((role) => principalsOf(role).length === 0).map(({ name }) => `${name}: nobody may take the role`),
    ...needs.flatMap((wanted) => unmet(wanted, roles)),
    ...facts.launchTemplates.flatMap(({ id, instanceProfile }) =>
      instanceProfile === null || profiles.has(instanceProfile) ? [] : `${id}: no instance profile ${instanceProfile}`,
    ),
  ];
}

interface Need {
  readonly owner: string;
  readonly role: string;
  readonly service: string;
}

function need(owner: string, role: string, service: string): Need {
  return { owner, role, service: `${service}.amazonaws.com` };
}

function unmet({ owner, role, service }: Need, roles: readonly RoleFacts[]): string[] {
  const found = role === '' ? undefined : roles.find(({ arn }) => arn === role || arn.endsWith(role));
  if (found === undefined) {
    return [`${owner}: no role ${role}`];
  }
  const problems = principalsOf(found).includes(service) ? [] : [`${service} may not take ${found.name}`];
  const may = found.attached.length + found.inline.length;
  return [...problems, ...(may === 0 ? [`${found.name} may do nothing`] : [])].map((problem) => `${owner}: ${problem}`);
}

function principalsOf({ trust }: RoleFacts): string[] {
  return trust.Statement.flatMap(({ Principal = {} }) => Object.values(Principal).flat());
}
