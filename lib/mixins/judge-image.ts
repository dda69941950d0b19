import { BottlerocketUserData } from '../node';
import { checkFipsEndpoints } from '../os/fips-endpoints';
import { checkVariantName } from '../os/variant-stage';
import { BottlerocketIssue, UserDataTarget } from '../settings';
import { parseVariant } from '../settings/model/variants';
import type { Launch } from './launch';
import type { NodeFacts } from './node-facts';

/** What is known of the image that the AMI type of a node group stands for. */
export interface JudgedImage {
  /** The variant, or only its family. */
  readonly variant?: string;
  /** Where the variant comes from, for issues. */
  readonly path: string;
  readonly fips?: boolean;
}

/**
 * Finds out whether nodes should start with the image that EKS chooses for a node group, and can reach AWS with it. Images
 * that a launch template names are the business of what chose them.
 *
 * @param userData all settings, which may turn FIPS endpoints off
 */
export function judgeImage(
  { variant, path, fips = false }: JudgedImage,
  { target }: NodeFacts,
  launch: Launch,
  userData: BottlerocketUserData,
): BottlerocketIssue[] {
  if (target !== UserDataTarget.EKS_MANAGED) {
    return [];
  }
  const isWhole = variant !== undefined && parseVariant(variant) !== undefined;
  const config = { value: userData._valueAt('aws', 'config') };
  return [
    ...(isWhole ? checkVariantName(variant, path) : []),
    ...checkFipsEndpoints(launch.resource, { fips, variantName: variant ?? 'a FIPS variant' }, config),
  ];
}
