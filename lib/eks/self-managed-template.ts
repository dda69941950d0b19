import * as ec2 from 'aws-cdk-lib/aws-ec2';
import { Construct } from 'constructs';
import { makeTemplate, TemplateParts } from '../mixins/node-template';
import { asSecurityGroup } from '../node/node-parts';
import { warnOnce } from '../os/warn';
import { IssueCode } from '../settings';
import { issue } from '../settings/report';
import { ClusterFacts } from './cluster-facts';
import { BottlerocketSelfManagedNodegroupProps } from './self-managed-nodegroup-props';

/** The launch template of self-managed nodes. */
export function makeSelfManagedTemplate(
  scope: Construct,
  props: BottlerocketSelfManagedNodegroupProps,
  cluster: ClusterFacts,
  parts: Omit<TemplateParts, 'securityGroups'>,
): ec2.LaunchTemplate {
  return makeTemplate(scope, props, { ...parts, securityGroups: securityGroups(scope, props, cluster) });
}

/** The security group of the cluster and those of users. Without the first, nodes do not reach the control plane. */
function securityGroups(
  scope: Construct,
  { securityGroups: given = [] }: BottlerocketSelfManagedNodegroupProps,
  cluster: ClusterFacts,
): ec2.ISecurityGroup[] {
  const imported = (id: string, group: string) => ec2.SecurityGroup.fromSecurityGroupId(scope, id, group);
  const own = given.map(
    (group, index) =>
      asSecurityGroup(group) ?? imported(`SecurityGroup${index}`, group.securityGroupRef.securityGroupId),
  );
  const { securityGroup, securityGroupId } = cluster;
  if (securityGroupId === undefined) {
    warnOnce(scope, [
      issue(IssueCode.CLUSTER_SECURITY_GROUP_UNKNOWN, {
        path: 'securityGroups',
        message: 'The security group of the cluster must be among these, and the cluster reference does not know it.',
      }),
    ]);
    return own;
  }
  const ofCluster = securityGroup ?? imported('ClusterSecurityGroup', securityGroupId);
  return [ofCluster, ...own.filter((group) => group.securityGroupId !== securityGroupId)];
}
