import { IssueCode } from '../settings/generated/issue-code.generated';
import { BottlerocketIssue } from '../settings/issue';
import { issue, show } from '../settings/report';
import { IMAGE_LOCK_FILE, ImageLock, imageLockPath, LockedImages } from './image-lock';

/** Which image is wanted of a lock. */
export interface ImageLockQuery {
  readonly variant: string;
  /** Left out where the version alone is wanted. */
  readonly architecture?: string;
  /** Left out for the images of all regions. */
  readonly region?: string;
  /** The lock file, as users name it. */
  readonly file?: string;
}

/** What a lock says, or why it says nothing. */
export interface LockedImageResult {
  readonly images?: LockedImages;
  /** Of the architecture that was asked for, by region. */
  readonly imageIds?: Readonly<Record<string, string>>;
  /** Of the architecture and region that were asked for. */
  readonly imageId?: string;
  readonly issues: BottlerocketIssue[];
}

/** Looks an image up. What the lock lacks is an issue with the command that adds it. */
export function findLockedImage(lock: ImageLock, query: ImageLockQuery): LockedImageResult {
  const { variant, architecture, region } = query;
  const images = own(lock.images, variant);
  if (images === undefined) {
    return { issues: [lacking(imageLockPath('images', variant), 'variant', variant, Object.keys(lock.images), query)] };
  }
  if (architecture === undefined) {
    return { images, issues: [] };
  }
  const imageIds = own(images.imageIds, architecture);
  const path = imageLockPath('images', variant, 'imageIds', architecture);
  if (imageIds === undefined) {
    const there = Object.keys(images.imageIds);
    return { images, issues: [lacking(path, 'architecture', architecture, there, query, images)] };
  }
  const imageId = region === undefined ? undefined : own(imageIds, region);
  if (region !== undefined && imageId === undefined) {
    const issues = [lacking(`${path}.${region}`, 'region', region, Object.keys(imageIds), query, images)];
    return { images, imageIds, issues };
  }
  return { images, imageIds, imageId, issues: [] };
}

/** The issue of a lock file that does not exist. */
export function missingImageLock(query: ImageLockQuery): BottlerocketIssue {
  const { file = IMAGE_LOCK_FILE } = query;
  return {
    ...issue(IssueCode.IMAGE_LOCK_NOT_FOUND, {
      path: '(file)',
      message: `There is no file ${file}.`,
      fix: `Run: ${imageLockCommand(query)}`,
    }),
    source: file,
  };
}

/** The command that adds an image to a lock, at the version that the lock has already. */
export function imageLockCommand(query: ImageLockQuery, images?: Pick<LockedImages, 'version'>): string {
  const { variant, architecture, region, file = IMAGE_LOCK_FILE } = query;
  return [
    'npx cdk-bottlerocket image lock',
    `--variant ${variant}`,
    ...(architecture === undefined ? [] : [`--arch ${architecture}`]),
    ...(region === undefined ? [] : [`--region ${region}`]),
    ...(images === undefined ? [] : [`--os-version ${images.version}`]),
    ...(file === IMAGE_LOCK_FILE ? [] : [`--file ${/^[\w./@+-]+$/.test(file) ? file : JSON.stringify(file)}`]),
  ].join(' ');
}

function lacking(
  path: string,
  kind: string,
  wanted: string,
  there: readonly string[],
  query: ImageLockQuery,
  images?: LockedImages,
): BottlerocketIssue {
  return {
    ...issue(IssueCode.NOT_IN_IMAGE_LOCK, {
      path,
      message: `The image lock has no ${kind} ${wanted}${kind === 'variant' ? '' : ` for ${query.variant}`}.`,
      received: show(wanted),
      expected: there.length === 0 ? undefined : `what the lock has: ${[...there].sort().join(', ')}`,
      fix: `Run: ${imageLockCommand(query, images)}`,
    }),
    source: query.file ?? IMAGE_LOCK_FILE,
  };
}

function own<T>(table: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(table, key) ? table[key] : undefined;
}
