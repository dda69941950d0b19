import { Aws } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as kms from 'aws-cdk-lib/aws-kms';
import { Construct } from 'constructs';
import { BottlerocketVolumes } from '../../node';
import { BottlerocketIssue, IssueCode } from '../../settings';
import { issue } from '../../settings/report';

/** The keys of the volumes, each one once. */
function keysOf({ osVolume, dataVolume }: BottlerocketVolumes): kms.IKeyRef[] {
  return [...new Set([osVolume?.kmsKey, dataVolume?.kmsKey])].filter((key) => key !== undefined);
}

/** Karpenter launches instances with its own rights, those to the keys of their volumes included. */
export function checkKeyAccess(
  volumes: BottlerocketVolumes & { readonly controllerRole?: iam.IRole },
): BottlerocketIssue[] {
  return keysOf(volumes).length === 0 || volumes.controllerRole !== undefined
    ? []
    : [
        issue(IssueCode.KARPENTER_MAY_NOT_USE_KEY, {
          path: 'controllerRole',
          message: 'Nobody says whether Karpenter may use the keys of the volumes.',
        }),
      ];
}

/**
 * Lets Karpenter hand the role of the nodes to instances, and use the keys of their volumes. By a policy of its own: that of
 * the role may have to be there before Karpenter is installed, and Karpenter before the nodes.
 *
 * @see https://docs.aws.amazon.com/ebs/latest/userguide/ebs-encryption-requirements.html#ebs-encryption-permissions
 */
export function allowController(
  scope: Construct,
  controller: iam.IRole,
  nodeRole: iam.IRole,
  volumes: BottlerocketVolumes,
): iam.Policy {
  const keys = keysOf(volumes).map((key) => key.keyRef.keyArn);
  return new iam.Policy(scope, 'ControllerPolicy', {
    roles: [controller],
    statements: [
      new iam.PolicyStatement({
        actions: ['iam:PassRole'],
        resources: [nodeRole.roleArn],
        // The service has another name in China.
        conditions: { StringEquals: { 'iam:PassedToService': ['ec2.amazonaws.com', `ec2.${Aws.URL_SUFFIX}`] } },
      }),
      ...(keys.length === 0 ? [] : keyStatements(keys)),
    ],
  });
}

function keyStatements(keys: string[]): iam.PolicyStatement[] {
  return [
    new iam.PolicyStatement({
      actions: ['kms:Decrypt', 'kms:DescribeKey', 'kms:GenerateDataKeyWithoutPlaintext', 'kms:ReEncrypt*'],
      resources: keys,
    }),
    new iam.PolicyStatement({
      actions: ['kms:CreateGrant'],
      resources: keys,
      conditions: { Bool: { 'kms:GrantIsForAWSResource': 'true' } },
    }),
  ];
}
