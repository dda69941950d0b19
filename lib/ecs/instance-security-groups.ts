import * as ec2 from 'aws-cdk-lib/aws-ec2';
import { Construct } from 'constructs';
import { asSecurityGroup } from '../node/node-parts';
import { BottlerocketIssue, IssueCode } from '../settings';
import { issue } from '../settings/report';
import { BottlerocketCapacityProviderProps } from './capacity-provider-props';

/** A security group is made in a VPC. */
export function checkSecurityGroups(
  { securityGroups = [], subnets }: BottlerocketCapacityProviderProps,
  vpc: ec2.IVpc | undefined,
): BottlerocketIssue[] {
  // Without subnets, the unknown VPC is an issue already.
  return vpc !== undefined || securityGroups.length > 0 || subnets?.subnets === undefined
    ? []
    : [
        issue(IssueCode.VPC_UNKNOWN, {
          path: 'securityGroups',
          message: 'There is no VPC to make a security group in.',
        }),
      ];
}

/** The security groups of users, or one of our own that lets nothing in. */
export function chooseSecurityGroups(
  scope: Construct,
  { securityGroups = [] }: BottlerocketCapacityProviderProps,
  vpc: ec2.IVpc | undefined,
): ec2.ISecurityGroup[] {
  if (securityGroups.length === 0) {
    return [
      new ec2.SecurityGroup(scope, 'SecurityGroup', { vpc: vpc!, description: 'Container instances of Amazon ECS' }),
    ];
  }
  return securityGroups.map(
    (group, index) =>
      asSecurityGroup(group) ??
      ec2.SecurityGroup.fromSecurityGroupId(scope, `SecurityGroup${index}`, group.securityGroupRef.securityGroupId),
  );
}
