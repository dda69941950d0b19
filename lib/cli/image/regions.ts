import { IMAGE_LOCK_PATTERNS } from '../../os/image-lock';
import { AwsFailure } from '../aws/aws-failure';
import type { ParameterStore } from '../aws/parameter-store';
import { CommandFailure } from '../command';
import { DIRECTORY_PATH, DIRECTORY_REGION, partitionOf } from './partitions';

/** Refuses what cannot be the name of a region. */
export function checkRegion(region: string): void {
  if (!IMAGE_LOCK_PATTERNS.region.test(region)) {
    throw new CommandFailure(`--region "${region}": This is not the name of a region. Give one such as eu-west-1.`);
  }
}

/**
 * All regions of the partition that the credentials are of. For `aws`, the parameters of AWS list them, so that new
 * ones are among them; the other partitions have no such list.
 *
 * @param near regions that tell which partition is meant; the first one wins
 * @see https://docs.aws.amazon.com/systems-manager/latest/userguide/parameter-store-public-parameters-global-infrastructure.html
 */
export async function listRegions(store: ParameterStore, near: readonly string[]): Promise<string[]> {
  const partition = partitionOf(near[0] ?? DIRECTORY_REGION);
  if (partition.regions !== undefined) {
    return [...partition.regions];
  }
  let failure: AwsFailure | undefined;
  // Not every region has the list; the nearest one may be the only one that an organization allows.
  for (const region of new Set([near[0] ?? DIRECTORY_REGION, DIRECTORY_REGION])) {
    try {
      const listed = await store.list(region, DIRECTORY_PATH);
      const regions = listed.filter((name) => IMAGE_LOCK_PATTERNS.region.test(name) && partitionOf(name) === partition);
      if (regions.length > 0) {
        return regions.sort();
      }
    } catch (error) {
      if (!(error instanceof AwsFailure) || error.obstacle === 'interrupted') {
        throw error;
      }
      failure ??= error;
    }
  }
  throw new CommandFailure(
    [
      `The regions cannot be listed: ${failure?.message ?? `nothing is below ${DIRECTORY_PATH}.`}`,
      `--all-regions needs ssm:GetParametersByPath in ${DIRECTORY_REGION}. Or name the regions with --region.`,
    ].join('\n'),
  );
}
