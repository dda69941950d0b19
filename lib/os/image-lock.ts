import { joinPath } from '../settings/model/document';
import { formatRelease, parseRelease } from '../settings/model/release';

/** The name of the file, unless users choose another one. */
export const IMAGE_LOCK_FILE = 'bottlerocket.lock.json';

/** The newest format that this version reads, and the one it writes. */
export const IMAGE_LOCK_SCHEMA_VERSION = 1;

/** Architectures as the names of images spell them. */
export const IMAGE_LOCK_ARCHITECTURES: readonly string[] = ['arm64', 'x86_64'];

/** The forms that values of a lock have. */
export const IMAGE_LOCK_PATTERNS = {
  variant: /^aws-[a-z0-9]+(?:[-.][a-z0-9]+)*$/,
  version: /^\d{1,4}\.\d{1,4}\.\d{1,4}-[0-9a-f]{8}$/,
  region: /^[a-z]{2,8}(?:-[a-z]{2,16})+-\d{1,2}$/,
  imageId: /^ami-(?:[0-9a-f]{8}|[0-9a-f]{17})$/,
} as const;

/** Which image each variant, architecture and region launches: a decision, kept in git. */
export interface ImageLock {
  /** By the name of the variant. The object has no prototype. */
  readonly images: Readonly<Record<string, LockedImages>>;
}

/** The images of one variant, all of one release. */
export interface LockedImages {
  /** The release with its commit, such as 1.66.0-abcdef12: what EKS takes as releaseVersion of a managed node group. */
  readonly version: string;
  /** AMI ids, by architecture and then by region. The objects have no prototype. */
  readonly imageIds: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

/** A lock as the text of its file: keys sorted, so that a diff shows what changed and nothing else. */
export function renderImageLock(lock: ImageLock): string {
  const images = sorted(lock.images, ({ version, imageIds }) => ({
    version,
    imageIds: sorted(imageIds, (regions) => sorted(regions, (id) => id)),
  }));
  return `${JSON.stringify({ schemaVersion: IMAGE_LOCK_SCHEMA_VERSION, images }, undefined, 2)}\n`;
}

/** An object with sorted keys. No key of a lock looks like a number, which JavaScript would put first. */
function sorted<In, Out>(values: Readonly<Record<string, In>>, convert: (value: In) => Out): Record<string, Out> {
  const keys = Object.keys(values).sort();
  return Object.fromEntries(keys.map((key) => [key, convert(values[key]!)]));
}

/** The release of a locked version, without the commit. */
export function releaseOf(version: string): string {
  return formatRelease(parseRelease(version)!);
}

/** A place in a lock as issues name it: keys with dots stand in quotes. */
export function imageLockPath(...keys: readonly string[]): string {
  return keys.reduce(joinPath, '').slice(1);
}
