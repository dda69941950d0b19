import { Template } from 'aws-cdk-lib/assertions';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as iam from 'aws-cdk-lib/aws-iam';
import { capacityProvider, importedCluster } from '../helpers/ecs-capacity';
import { problemsOf } from '../helpers/issues';

/** A capacity provider for a cluster named demo, and a cluster of the app. */
function late(clusterName?: string) {
  const fixture = importedCluster();
  const { provider, stack, vpc } = capacityProvider({}, fixture);
  return { provider, stack, cluster: new ecs.Cluster(stack, 'Late', { vpc, clusterName }) };
}

test('a cluster of the app can be told later, without a change to user data or rights', () => {
  const { provider, stack, cluster } = late();
  cluster.addAsgCapacityProvider(provider.asgCapacityProvider);
  const template = Template.fromStack(stack);
  template.resourceCountIs('AWS::ECS::ClusterCapacityProviderAssociations', 1);
  const text = JSON.stringify(template.toJSON());
  expect(text).not.toMatch(/Submit\*|AmazonEC2ContainerServiceforEC2Role|AmazonSSMManagedInstanceCore|logs:/);
});

test('a cluster of another name is refused', () => {
  const { provider } = late();
  const { autoScalingGroup } = provider.asgCapacityProvider as { autoScalingGroup: typeof provider.autoScalingGroup };
  expect(problemsOf(() => autoScalingGroup.addUserData('[settings.ecs]', 'cluster = "other"'))).toEqual([
    'CapacityOfAnotherCluster cluster',
  ]);
});

test('everything else reaches the group', () => {
  const { provider, stack } = late();
  const { autoScalingGroup } = provider.asgCapacityProvider as { autoScalingGroup: typeof provider.autoScalingGroup };
  expect(problemsOf(() => autoScalingGroup.addUserData('echo hello'))).toEqual(['ShellUserData addCommands']);
  autoScalingGroup.addToRolePolicy(
    new iam.PolicyStatement({ actions: ['logs:PutLogEvents'], resources: [`arn:aws:logs:us-east-1:111122223333:*`] }),
  );
  autoScalingGroup.role.addManagedPolicy(iam.ManagedPolicy.fromAwsManagedPolicyName('CloudWatchAgentServerPolicy'));
  const text = JSON.stringify(Template.fromStack(stack).toJSON());
  expect(text).toContain('logs:PutLogEvents');
  expect(text).toContain('CloudWatchAgentServerPolicy');
});
