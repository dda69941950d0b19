import { IssueCode } from '../settings/generated/issue-code.generated';
import { BottlerocketIssue } from '../settings/issue';
import { fipsRegions } from '../settings/model/variants';
import { issue } from '../settings/report';

/** What is known of the variant that nodes run. */
export interface NodeCrypto {
  readonly fips: boolean;
  readonly variantName: string;
}

/**
 * Finds out whether nodes of a FIPS variant can reach AWS in a region. Does without the CDK, for the command line.
 *
 * @param region undefined when it is only known at deployment
 * @param areSettingsKnown whether the settings could turn FIPS endpoints off, and do not
 */
export function checkFipsRegion(
  region: string | undefined,
  { fips, variantName }: NodeCrypto,
  areSettingsKnown: boolean,
): BottlerocketIssue[] {
  const regions = fipsRegions();
  if (!fips || (region !== undefined && regions.includes(region))) {
    return [];
  }
  const expected = `one of the regions ${regions.join(', ')}`;
  // What isolated regions have is not public.
  if (region === undefined || region.startsWith('us-iso') || !areSettingsKnown) {
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

/** Whether the configuration of the AWS SDK, in base64, turns FIPS endpoints off. */
export function turnsFipsEndpointsOff(config: string): boolean {
  return /^\s*use_fips_endpoint\s*=\s*false\s*$/im.test(Buffer.from(config, 'base64').toString('utf8'));
}
