import * as ec2 from 'aws-cdk-lib/aws-ec2';
import { Construct } from 'constructs';
import { makeTemplate, TemplateParts } from '../mixins/node-template';
import { EfaLayout, efaNetworkInterfaces } from '../node/efa';
import { asSecurityGroup } from '../node/node-parts';
import { warnOnce } from '../os/warn';
import { IssueCode } from '../settings';
import { issue } from '../settings/report';
import { ClusterFacts } from './cluster-facts';
import { NodeEfa } from './node-efa';
import { BottlerocketSelfManagedNodegroupProps } from './self-managed-nodegroup-props';

/** The launch template of self-managed nodes. */
export function makeSelfManagedTemplate(
  scope: Construct,
  props: BottlerocketSelfManagedNodegroupProps,
  cluster: ClusterFacts,
  efa: NodeEfa,
  parts: Omit<TemplateParts, 'securityGroups'>,
): ec2.LaunchTemplate {
  const groups = securityGroups(scope, props, cluster);
  if (efa.layout === undefined) {
    return makeTemplate(scope, props, { ...parts, securityGroups: groups });
  }
  const template = makeTemplate(scope, props, {
    ...parts,
    securityGroups: [...groups, efa.securityGroup(scope)],
    placement: efa.placement(scope),
  });
  useEfa(template, efa.layout);
  return template;
}

/** Puts the network interfaces for EFA in the place of the single one, with all its security groups. */
function useEfa(template: ec2.LaunchTemplate, layout: EfaLayout): void {
  const resource = template.node.defaultChild as ec2.CfnLaunchTemplate;
  const data = resource.launchTemplateData as ec2.CfnLaunchTemplate.LaunchTemplateDataProperty;
  const [primary] = data.networkInterfaces as ec2.CfnLaunchTemplate.NetworkInterfaceProperty[];
  resource.launchTemplateData = { ...data, networkInterfaces: efaNetworkInterfaces(layout, primary!) };
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
