import { Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as kms from 'aws-cdk-lib/aws-kms';
import type { IConstruct } from 'constructs';
import { IssueCode } from '../settings';
import { issue } from '../settings/report';
import { warnOnce } from '../os/warn';

/**
 * Lets Auto Scaling launch instances whose volumes are encrypted with a key.
 *
 * The service-linked role is named in a condition and not as the principal: KMS refuses principals that do not exist
 * yet, and the role appears with the first Auto Scaling group of an account.
 *
 * @see https://docs.aws.amazon.com/autoscaling/ec2/userguide/key-policy-requirements-EBS-encryption.html
 */
export function allowAutoScaling(key: kms.IKeyRef, scope: IConstruct): void {
  const policies = iam.ResourceWithPolicies.of(key);
  const { account } = Stack.of(scope);
  const role = Stack.of(scope).formatArn({
    service: 'iam',
    region: '',
    resource: 'role',
    resourceName: 'aws-service-role/autoscaling.amazonaws.com/AWSServiceRoleForAutoScaling',
  });
  const byRole = { StringEquals: { 'kms:CallerAccount': account }, ArnEquals: { 'aws:PrincipalArn': role } };
  const added = [
    new iam.PolicyStatement({
      sid: 'AutoScalingUsesVolumes',
      principals: [new iam.AnyPrincipal()],
      actions: ['kms:Encrypt', 'kms:Decrypt', 'kms:ReEncrypt*', 'kms:GenerateDataKey*', 'kms:DescribeKey'],
      resources: ['*'],
      conditions: byRole,
    }),
    new iam.PolicyStatement({
      sid: 'AutoScalingAttachesVolumes',
      principals: [new iam.AnyPrincipal()],
      actions: ['kms:CreateGrant'],
      resources: ['*'],
      conditions: { ...byRole, Bool: { 'kms:GrantIsForAWSResource': 'true' } },
    }),
  ].map((statement) => policies?.addToResourcePolicy(statement).statementAdded === true);
  if (added.includes(false)) {
    warnOnce(scope, [
      issue(IssueCode.KEY_POLICY_NOT_CHANGED, {
        path: 'kmsKey',
        message: 'Allow AWSServiceRoleForAutoScaling to use this key, or no node is launched.',
      }),
    ]);
  }
}
