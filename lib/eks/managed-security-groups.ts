import * as ec2 from 'aws-cdk-lib/aws-ec2';
import { Construct } from 'constructs';
import { efaNetworkInterfaces } from '../node/efa';
import { warnOnce } from '../os/warn';
import { IssueCode } from '../settings';
import { issue } from '../settings/report';
import { ClusterFacts } from './cluster-facts';
import { BottlerocketManagedNodegroupProps } from './managed-nodegroup-props';
import { NodeEfa } from './node-efa';

/**
 * How the launch template of a managed node group names security groups. Where it names some, they replace the one of the
 * cluster, without which nodes do not join; where it names network interfaces, the groups are theirs.
 */
export function managedSecurityGroups(
  scope: Construct,
  { securityGroups = [] }: BottlerocketManagedNodegroupProps,
  cluster: ClusterFacts,
  efa: NodeEfa,
): ec2.CfnLaunchTemplate.LaunchTemplateDataProperty {
  const given = securityGroups.map((group) => group.securityGroupRef.securityGroupId);
  if (efa.layout !== undefined) {
    const groups = [...new Set([cluster.securityGroupId!, ...given, efa.securityGroup(scope).securityGroupId])];
    return {
      networkInterfaces: efaNetworkInterfaces(efa.layout, { groups, associatePublicIpAddress: false }),
      placement: efa.placement(scope),
    };
  }
  if (given.length === 0) {
    return {};
  }
  if (cluster.securityGroupId === undefined) {
    warnOnce(scope, [
      issue(IssueCode.CLUSTER_SECURITY_GROUP_UNKNOWN, {
        path: 'securityGroups',
        message: 'The security group of the cluster must be among these, and the cluster reference does not know it.',
      }),
    ]);
    return { securityGroupIds: given };
  }
  return { securityGroupIds: [...new Set([cluster.securityGroupId, ...given])] };
}
