import * as autoscaling from 'aws-cdk-lib/aws-autoscaling';
import * as iam from 'aws-cdk-lib/aws-iam';
import { CDK_TOKENS } from '../private/cdk-tokens';
import { IssueCode } from '../settings';
import { issue, throwOnErrors } from '../settings/report';

/** What `Cluster.addAsgCapacityProvider` grants to instances on all resources, or with wildcards. */
const GRANTED_BY_CLUSTER = new Set([
  'ecs:DeregisterContainerInstance',
  'ecs:RegisterContainerInstance',
  'ecs:Submit*',
  'ecs:Poll',
  'ecs:StartTelemetrySession',
  'ecs:DiscoverPollEndpoint',
  'ecr:GetAuthorizationToken',
  'logs:CreateLogStream',
  'logs:PutLogEvents',
]);

/** The managed policies that it adds. */
const ADDED_BY_CLUSTER = /:policy\/(?:AmazonSSMManagedInstanceCore|service-role\/AmazonEC2ContainerServiceforEC2Role)$/;

/**
 * The group as `Cluster.addAsgCapacityProvider` gets to see it: that method writes the name of the cluster as lines of
 * text into the user data, where it stands already, and grants what the role has already in a narrower way. All of this
 * is let go; everything else reaches the group.
 */
export function joinedGroup(group: autoscaling.AutoScalingGroup, clusterName: string): autoscaling.AutoScalingGroup {
  const role = Object.create(group.role, {
    addManagedPolicy: {
      value: (policy: iam.IManagedPolicy) => {
        if (!ADDED_BY_CLUSTER.test(policy.managedPolicyArn)) {
          group.role.addManagedPolicy(policy);
        }
      },
    },
  }) as iam.IRole;
  return Object.create(group, {
    role: { value: role },
    addUserData: {
      value: (...commands: string[]) => {
        const named = namedCluster(commands);
        if (named === undefined) {
          group.addUserData(...commands);
        } else {
          checkSameCluster(named, clusterName, group);
        }
      },
    },
    addToRolePolicy: {
      value: (statement: iam.PolicyStatement) => {
        if (!isGrantedByCluster(statement)) {
          group.addToRolePolicy(statement);
        }
      },
    },
  }) as autoscaling.AutoScalingGroup;
}

/** Statements of that method are about the cluster or, for lack of a resource, about everything. */
function isGrantedByCluster({ actions, resources }: iam.PolicyStatement): boolean {
  return (
    actions.every((action) => GRANTED_BY_CLUSTER.has(action)) &&
    (resources.every((resource) => resource === '*') || actions.every((action) => action.startsWith('ecs:')))
  );
}

/** The cluster that lines of the method name, if they say nothing else. */
function namedCluster(commands: readonly string[]): string | undefined {
  const [table, line = ''] = commands;
  return commands.length === 2 && table === '[settings.ecs]' ? /^cluster = "([^"\n]*)"$/.exec(line)?.[1] : undefined;
}

function checkSameCluster(named: string, clusterName: string, group: autoscaling.AutoScalingGroup): void {
  // A name that is only known at deployment may be the same by another reference.
  if (named !== clusterName && !CDK_TOKENS.isToken(named) && !CDK_TOKENS.isToken(clusterName)) {
    throwOnErrors(
      [
        issue(IssueCode.CAPACITY_OF_ANOTHER_CLUSTER, {
          path: 'cluster',
          message: `The instances of ${group.node.path} join the cluster ${clusterName}.`,
          received: named,
          expected: clusterName,
        }),
      ],
      group,
    );
  }
}
