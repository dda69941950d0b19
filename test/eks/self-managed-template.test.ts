import { Stack } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as elb from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import { cfnCluster } from '../helpers/clusters';
import { group, templateDataIn, templateDataOf } from '../helpers/self-managed';

describe('security groups', () => {
  const groupsIn = (stack: Stack) => (templateDataIn(stack).NetworkInterfaces as { Groups: unknown[] }[])[0]!.Groups;

  test('are that of the cluster first, and those of users', () => {
    const fixture = cfnCluster();
    const own = new ec2.SecurityGroup(fixture.stack, 'Own', { vpc: fixture.vpc });
    const { stack } = group({ securityGroups: [own] }, fixture);
    expect(groupsIn(stack)).toEqual([
      { 'Fn::GetAtt': ['Cluster', 'ClusterSecurityGroupId'] },
      { 'Fn::GetAtt': [expect.stringContaining('Own'), 'GroupId'] },
    ]);
  });

  test('hold the one of the cluster once', () => {
    const { stack, cluster, ...fixture } = cfnCluster();
    const same = ec2.SecurityGroup.fromSecurityGroupId(stack, 'Same', cluster.attrClusterSecurityGroupId);
    group({ securityGroups: [same] }, { stack, cluster, ...fixture });
    expect(groupsIn(stack)).toHaveLength(1);
  });

  test('let others connect to the nodes, load balancers too', () => {
    const { stack, nodes } = group();
    nodes.connections.allowFromAnyIpv4(ec2.Port.tcp(30000));
    const targets = new elb.ApplicationTargetGroup(stack, 'Targets', {
      port: 30080,
      protocol: elb.ApplicationProtocol.HTTP,
      vpc: ec2.Vpc.fromVpcAttributes(stack, 'Same', { vpcId: 'vpc-1', availabilityZones: ['a'] }),
    });
    nodes.autoScalingGroup.attachToApplicationTargetGroup(targets);
    const template = Template.fromStack(stack);
    template.hasResourceProperties('AWS::EC2::SecurityGroupIngress', {
      GroupId: { 'Fn::GetAtt': ['Cluster', 'ClusterSecurityGroupId'] },
      FromPort: 30000,
    });
    template.hasResourceProperties('AWS::AutoScaling::AutoScalingGroup', {
      TargetGroupARNs: [{ Ref: Match.stringLikeRegexp('Targets') }],
    });
  });

  test('may leave nodes a public address', () => {
    expect(templateDataOf({ associatePublicIpAddress: true }).NetworkInterfaces).toMatchObject([
      { AssociatePublicIpAddress: true },
    ]);
  });
});
