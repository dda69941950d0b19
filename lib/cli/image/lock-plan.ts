import { ImageLock, LockedImages } from '../../os/image-lock';
import { CommandFailure } from '../command';
import { checkPartition } from './partitions';

/** What the user asked for. */
export interface LockRequest {
  readonly variants: readonly string[];
  readonly architectures: readonly string[];
  readonly regions: readonly string[];
  /** All regions there are, with `--all-regions`: those without images are left out. */
  readonly everyRegion?: readonly string[];
  /** The region of the environment or the profile. */
  readonly home?: string;
}

/** One variant to lock. */
export interface LockTarget {
  readonly variant: string;
  /** What the lock has of it now. */
  readonly before?: LockedImages;
  /** Where its images are wanted: regions, by architecture. */
  readonly wanted: ReadonlyMap<string, ReadonlySet<string>>;
}

export interface LockPlan {
  readonly targets: readonly LockTarget[];
  /** Where there may be no images, or no access. */
  readonly optionalRegions: ReadonlySet<string>;
  readonly home?: string;
}

/**
 * Works out what to lock. A lock only grows: what it has of a variant is brought to the new version, what was asked for
 * is added. Nothing is removed, for a stack somewhere may need it.
 */
export function planLock(
  lock: ImageLock,
  request: LockRequest,
  publishedFor: (variant: string) => readonly string[],
): LockPlan {
  const names = request.variants.length > 0 ? request.variants : Object.keys(lock.images);
  if (names.length === 0) {
    throw new CommandFailure('There is no variant in the lock yet. Name one, as in --variant aws-k8s-1.35.');
  }
  const targets = [...new Set(names)].sort().map((variant) => {
    const before = Object.hasOwn(lock.images, variant) ? lock.images[variant] : undefined;
    return { variant, before, wanted: wantedOf(before, lock, request, publishedFor(variant)) };
  });
  checkPartition(targets.flatMap(({ wanted }) => [...wanted.values()].flatMap((regions) => [...regions])));
  const held = new Set(targets.flatMap(({ before }) => regionsOf(before)));
  const isOptional = (region: string) => !held.has(region) && !request.regions.includes(region);
  return { targets, optionalRegions: new Set(request.everyRegion?.filter(isOptional)), home: request.home };
}

function wantedOf(
  before: LockedImages | undefined,
  lock: ImageLock,
  request: LockRequest,
  published: readonly string[],
): ReadonlyMap<string, ReadonlySet<string>> {
  const wanted = new Map(Object.entries(before?.imageIds ?? {}).map(([name, regions]) => [name, regionSet(regions)]));
  const asked = [...request.regions, ...(request.everyRegion ?? [])];
  if (wanted.size > 0 && asked.length === 0 && request.architectures.length === 0) {
    return wanted;
  }
  const regions = asked.length > 0 ? asked : defaultRegions(before, lock, request.home);
  const architectures = request.architectures.length > 0 ? request.architectures : [...wanted.keys()];
  for (const architecture of architectures.length > 0 ? architectures : published) {
    wanted.set(architecture, new Set([...(wanted.get(architecture) ?? []), ...regions]));
  }
  return wanted;
}

/** Where images are wanted when nobody says it: where there are some, or else here. */
function defaultRegions(before: LockedImages | undefined, lock: ImageLock, home: string | undefined): string[] {
  const own = regionsOf(before);
  const all = own.length > 0 ? own : Object.values(lock.images).flatMap(regionsOf);
  if (all.length > 0 || home !== undefined) {
    return all.length > 0 ? all : [home!];
  }
  throw new CommandFailure('No region is known. Name one with --region, or set AWS_REGION.');
}

/** All regions that the lock has images of a variant in. */
export function regionsOf(images: LockedImages | undefined): string[] {
  return Object.values(images?.imageIds ?? {}).flatMap((regions) => Object.keys(regions));
}

function regionSet(regions: Readonly<Record<string, string>>): ReadonlySet<string> {
  return new Set(Object.keys(regions));
}
