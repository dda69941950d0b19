import * as ec2 from 'aws-cdk-lib/aws-ec2';
import { CDK_TOKENS } from '../private/cdk-tokens';
import { BottlerocketIssue, IssueCode } from '../settings';
import { issue } from '../settings/report';

/**
 * How the instance metadata can be reached. Sessions with a token (IMDSv2) are always required.
 *
 * @see https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/configuring-instance-metadata-service.html
 */
export interface MetadataOptions {
  /**
   * How many network hops an answer may take, from 1 to 64. 1 serves the node itself; pods that use the role of the
   * node need 2. Prefer EKS Pod Identity or IAM roles for service accounts for pods.
   *
   * @default 1
   */
  readonly hopLimit?: number;
}

/** The options as a launch template wants them. */
export function renderMetadataOptions(options: MetadataOptions): ec2.CfnLaunchTemplate.MetadataOptionsProperty {
  return {
    httpEndpoint: 'enabled',
    httpTokens: 'required',
    httpPutResponseHopLimit: options.hopLimit ?? 1,
  };
}

/** The rules of EC2 that can be checked before deployment. */
export function checkMetadataOptions({ hopLimit }: MetadataOptions, path: string): BottlerocketIssue[] {
  if (hopLimit === undefined || CDK_TOKENS.isToken(hopLimit)) {
    return [];
  }
  return Number.isInteger(hopLimit) && hopLimit >= 1 && hopLimit <= 64
    ? []
    : [
        issue(IssueCode.INVALID_METADATA_OPTIONS, {
          path,
          message: 'EC2 does not take this hop limit.',
          received: String(hopLimit),
          expected: 'a whole number from 1 to 64',
        }),
      ];
}
