import { Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import { ClusterFacts } from './cluster-facts';

/** What is done to the cluster itself. */
const OF_CLUSTER = [
  'ecs:RegisterContainerInstance',
  'ecs:DeregisterContainerInstance',
  'ecs:SubmitAttachmentStateChanges',
  'ecs:SubmitContainerStateChange',
  'ecs:SubmitTaskStateChange',
];

/** What is done to the instance, which has no id before it joins. */
const OF_INSTANCE = ['ecs:Poll', 'ecs:StartTelemetrySession', 'ecs:UpdateContainerInstancesState'];

/**
 * Makes a role with the rights that an instance needs to join one cluster and to pull images, and nothing more: those of
 * the managed policy AmazonEC2ContainerServiceforEC2Role, without creating clusters, limited to the cluster where ECS
 * knows resources. It has no rights to write logs either: the log driver awslogs uses the execution role of the task.
 *
 * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/instance_IAM_role.html
 * @see https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonelasticcontainerservice.html
 */
export function makeInstanceRole(
  scope: Construct,
  { clusterArn, clusterName }: ClusterFacts,
  ssmAccess: boolean | undefined,
): iam.Role {
  const managed = (name: string) => iam.ManagedPolicy.fromAwsManagedPolicyName(name);
  const ofCluster = (resource: string) =>
    Stack.of(scope).formatArn({ service: 'ecs', resource, resourceName: `${clusterName}/*` });
  const role = new iam.Role(scope, 'InstanceRole', {
    assumedBy: new iam.ServicePrincipal('ec2.amazonaws.com'),
    managedPolicies: [
      managed('AmazonEC2ContainerRegistryPullOnly'),
      ...(ssmAccess === true ? [managed('AmazonSSMManagedInstanceCore')] : []),
    ],
  });
  const allow = (actions: string[], resources: string[], conditions?: iam.Conditions) =>
    role.addToPolicy(new iam.PolicyStatement({ actions, resources, conditions }));
  allow(OF_CLUSTER, [clusterArn]);
  allow(OF_INSTANCE, [ofCluster('container-instance')], { ArnEquals: { 'ecs:cluster': clusterArn } });
  // The metadata of tasks show tags.
  allow(['ecs:ListTagsForResource'], [ofCluster('container-instance'), ofCluster('task')]);
  // ECS has no resource for it.
  allow(['ecs:DiscoverPollEndpoint'], ['*']);
  return role;
}
