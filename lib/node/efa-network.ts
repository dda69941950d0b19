import * as ec2 from 'aws-cdk-lib/aws-ec2';
import { Construct } from 'constructs';
import { BottlerocketIssue, IssueCode } from '../settings';
import { issue } from '../settings/report';
import { NodegroupCapacityType } from './capacity-type';
import type { EfaNodes } from './efa';
import { asSecurityGroup } from './node-parts';

/** A security group is made in a VPC. */
export function checkEfaNetwork({ efa }: EfaNodes, vpc: ec2.IVpc | undefined): BottlerocketIssue[] {
  return efa === undefined || efa.securityGroup !== undefined || vpc !== undefined
    ? []
    : [
        issue(IssueCode.VPC_UNKNOWN, {
          path: 'efa.securityGroup',
          message: 'There is no VPC to make a security group for EFA in.',
          fix: 'Pass vpc, or efa.securityGroup.',
        }),
      ];
}

/**
 * The security group for the traffic of EFA, which is not that of addresses: only rules from and to the group itself
 * let it through.
 */
export function makeEfaSecurityGroup(scope: Construct, { efa }: EfaNodes, vpc: ec2.IVpc): ec2.ISecurityGroup {
  const given = efa?.securityGroup;
  if (given !== undefined) {
    return (
      asSecurityGroup(given) ??
      ec2.SecurityGroup.fromSecurityGroupId(scope, 'EfaSecurityGroup', given.securityGroupRef.securityGroupId)
    );
  }
  const group = new ec2.SecurityGroup(scope, 'EfaSecurityGroup', {
    vpc,
    description: 'Elastic Fabric Adapter between the nodes of one group',
    allowAllOutbound: false,
  });
  group.addIngressRule(group, ec2.Port.allTraffic(), 'EFA from other nodes');
  group.addEgressRule(group, ec2.Port.allTraffic(), 'EFA to other nodes');
  return group;
}

/** How a launch template says that nodes are placed close together; undefined where they are not. */
export function efaPlacement(
  scope: Construct,
  { efa, capacityType }: EfaNodes & { readonly capacityType?: NodegroupCapacityType },
): ec2.CfnLaunchTemplate.PlacementProperty | undefined {
  const placed = efa?.clusterPlacement ?? capacityType !== NodegroupCapacityType.CAPACITY_BLOCK;
  if (efa === undefined || !(placed || efa.placementGroup !== undefined)) {
    return undefined;
  }
  const groupName =
    efa.placementGroup?.placementGroupRef.groupName ??
    new ec2.CfnPlacementGroup(scope, 'PlacementGroup', { strategy: 'cluster' }).ref;
  return { groupName };
}
