import { Aws, Stack } from 'aws-cdk-lib';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as iam from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import type { ClusterFacts } from './cluster-facts';
import type { EcsUpdaterInstanceTag } from './ecs-updater-props';
import { documentArn, UpdaterDocuments } from './updater-documents';

/** What the rights of the updater are limited to. */
export interface UpdaterReach {
  readonly cluster: ClusterFacts;
  readonly documents: UpdaterDocuments;
  readonly instanceTag: EcsUpdaterInstanceTag;
}

/** The role of the updater itself. Only tasks of this account may take it. */
export function makeTaskRole(scope: Construct, reach: UpdaterReach): iam.Role {
  const { account } = Stack.of(scope);
  // Amazon ECS names no cluster or task here, so that the resource stays open.
  // https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-iam-roles.html
  const anyTask = Stack.of(scope).formatArn({ service: 'ecs', resource: '*' });
  const role = new iam.Role(scope, 'TaskRole', {
    description: 'The updater of the Bottlerocket instances of an ECS cluster',
    assumedBy: new iam.ServicePrincipal('ecs-tasks.amazonaws.com', {
      conditions: { StringEquals: { 'aws:SourceAccount': account }, ArnLike: { 'aws:SourceArn': anyTask } },
    }),
  });
  taskStatements(Stack.of(scope), reach).forEach((statement) => role.addToPolicy(statement));
  return role;
}

/** The role that starts the updater: what it may do is added with the image and the log group. */
export function makeExecutionRole(scope: Construct): iam.Role {
  return new iam.Role(scope, 'ExecutionRole', {
    description: 'Pulls the image of the updater and writes its log',
    assumedBy: new iam.ServicePrincipal('ecs-tasks.amazonaws.com', {
      conditions: { StringEquals: { 'aws:SourceAccount': Stack.of(scope).account } },
    }),
  });
}

/**
 * One statement for each kind of resource that the updater touches. What remains of wildcards is what the tables of AWS
 * leave no choice about.
 *
 * @see https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonelasticcontainerservice.html
 * @see https://docs.aws.amazon.com/service-authorization/latest/reference/list_awssystemsmanager.html
 * @see https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonec2.html
 */
function taskStatements(stack: Stack, { cluster, documents, instanceTag }: UpdaterReach): iam.PolicyStatement[] {
  const inCluster = { ArnEquals: { 'ecs:cluster': cluster.clusterArn } };
  const ofCluster = (resource: string) =>
    stack.formatArn({ service: 'ecs', resource, resourceName: `${cluster.clusterName}/*` });
  return [
    new iam.PolicyStatement({
      sid: 'ListInstances',
      actions: ['ecs:ListContainerInstances'],
      resources: [cluster.clusterArn],
    }),
    new iam.PolicyStatement({
      // Container instances get random ids.
      sid: 'DrainInstances',
      actions: ['ecs:DescribeContainerInstances', 'ecs:UpdateContainerInstancesState'],
      resources: [ofCluster('container-instance')],
      conditions: inCluster,
    }),
    new iam.PolicyStatement({
      // Tasks get random ids.
      sid: 'DescribeTasks',
      actions: ['ecs:DescribeTasks'],
      resources: [ofCluster('task')],
      conditions: inCluster,
    }),
    new iam.PolicyStatement({
      // The resource is a container instance, but the updater also lists its own tasks, which run on none.
      sid: 'ListTasks',
      actions: ['ecs:ListTasks'],
      resources: ['*'],
      conditions: inCluster,
    }),
    new iam.PolicyStatement({
      sid: 'UseDocuments',
      actions: ['ssm:SendCommand'],
      resources: [documents.check, documents.apply, documents.reboot].map(documentArn),
    }),
    new iam.PolicyStatement({
      // Auto Scaling launches the instances, so that only their tag is known. The key of Systems Manager, not the global
      // one: with global keys SendCommand has exceptions of its own.
      // https://docs.aws.amazon.com/systems-manager/latest/userguide/run-command-setting-up.html
      sid: 'CommandTaggedInstances',
      actions: ['ssm:SendCommand'],
      resources: [stack.formatArn({ service: 'ec2', resource: 'instance', resourceName: '*' })],
      conditions: { StringEquals: { [`ssm:resourceTag/${instanceTag.key}`]: instanceTag.value } },
    }),
    new iam.PolicyStatement({
      // No resource-level permissions; Systems Manager checks against all resources of the account and region.
      sid: 'ReadResults',
      actions: ['ssm:GetCommandInvocation'],
      resources: [stack.formatArn({ service: 'ssm', resource: '*' })],
    }),
    new iam.PolicyStatement({
      // No resource-level permissions; the region is all that can be said.
      sid: 'WaitForReboot',
      actions: ['ec2:DescribeInstanceStatus'],
      resources: ['*'],
      conditions: { StringEquals: { 'ec2:Region': Aws.REGION } },
    }),
  ];
}

/** Lets someone start the updater, in its cluster and with its two roles, and nothing else. */
export function grantRun(grantee: iam.IGrantable, task: ecs.TaskDefinition, clusterArn: string): iam.Grant {
  const run = iam.Grant.addToPrincipal({
    grantee,
    actions: ['ecs:RunTask'],
    resourceArns: [task.taskDefinitionArn],
    conditions: { ArnEquals: { 'ecs:cluster': clusterArn } },
  });
  const pass = iam.Grant.addToPrincipal({
    grantee,
    actions: ['iam:PassRole'],
    resourceArns: [task.taskRole.roleArn, task.obtainExecutionRole().roleArn],
    conditions: { StringEquals: { 'iam:PassedToService': 'ecs-tasks.amazonaws.com' } },
  });
  return run.combine(pass);
}
