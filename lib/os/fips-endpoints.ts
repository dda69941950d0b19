import type { Construct } from 'constructs';
import { CDK_TOKENS } from '../private/cdk-tokens';
import { BottlerocketIssue, IssueCode } from '../settings';
import { fipsRegions } from '../settings/model/variants';
import { issue } from '../settings/report';
import { regionOf } from './region-map';

/** What is known of the variant that nodes run. */
export interface NodeCrypto {
  readonly fips: boolean;
  readonly variantName: string;
}

/** What is known of the settings of nodes: the value of settings.aws.config, which users may not have given. */
export interface AwsConfig {
  readonly value: unknown;
}

/**
 * Finds out whether nodes of a FIPS variant can reach AWS in the region of a construct.
 *
 * @param config what the settings say; undefined when the settings are not known
 */
export function checkFipsEndpoints(
  scope: Construct,
  { fips, variantName }: NodeCrypto,
  config?: AwsConfig,
): BottlerocketIssue[] {
  if (!fips || usesCommonEndpoints(config?.value)) {
    return [];
  }
  const region = regionOf(scope);
  const regions = fipsRegions();
  if (region !== undefined && regions.includes(region)) {
    return [];
  }
  const expected = `one of the regions ${regions.join(', ')}`;
  // What isolated regions have is not public.
  if (region === undefined || region.startsWith('us-iso') || config === undefined) {
    return [
      issue(IssueCode.FIPS_ENDPOINTS_UNCERTAIN, {
        path: 'region',
        message:
          region === undefined
            ? `The region is only known at deployment, and nodes of ${variantName} only join where AWS has FIPS endpoints.`
            : `Nodes of ${variantName} only join where AWS has FIPS endpoints, which ${region} is not known for.`,
        received: region,
        expected,
      }),
    ];
  }
  return [
    issue(IssueCode.FIPS_ENDPOINTS_MISSING, {
      path: 'region',
      message: `Nodes of ${variantName} call FIPS endpoints, which AWS does not have in ${region}: they would wait for an answer and never join.`,
      received: region,
      expected,
    }),
  ];
}

/** Whether the configuration of the AWS SDK turns FIPS endpoints off. A token may do that. */
export function usesCommonEndpoints(config: unknown): boolean {
  if (typeof config !== 'string') {
    return false;
  }
  return (
    CDK_TOKENS.isToken(config) ||
    /^\s*use_fips_endpoint\s*=\s*false\s*$/im.test(Buffer.from(config, 'base64').toString('utf8'))
  );
}
