import type { Construct } from 'constructs';
import { CDK_TOKENS } from '../private/cdk-tokens';
import { BottlerocketIssue } from '../settings';
import { checkFipsRegion, NodeCrypto, turnsFipsEndpointsOff } from './fips-region';
import { regionOf } from './region-map';

/** What is known of the settings of nodes: the value of settings.aws.config, which users may not have given. */
export interface AwsConfig {
  readonly value: unknown;
}

/**
 * Finds out whether nodes of a FIPS variant can reach AWS in the region of a construct.
 *
 * @param config what the settings say; undefined when the settings are not known
 */
export function checkFipsEndpoints(scope: Construct, crypto: NodeCrypto, config?: AwsConfig): BottlerocketIssue[] {
  return usesCommonEndpoints(config?.value) ? [] : checkFipsRegion(regionOf(scope), crypto, config !== undefined);
}

/** Whether the configuration of the AWS SDK turns FIPS endpoints off. A token may do that. */
export function usesCommonEndpoints(config: unknown): boolean {
  return typeof config === 'string' && (CDK_TOKENS.isToken(config) || turnsFipsEndpointsOff(config));
}
