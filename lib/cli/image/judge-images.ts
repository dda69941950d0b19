import { ImageLock, imageLockPath } from '../../os/image-lock';
import { imageLockCommand } from '../../os/image-lock-lookup';
import { checkVariantName } from '../../os/variant-stage';
import { IssueCode } from '../../settings/generated/issue-code.generated';
import { BottlerocketIssue } from '../../settings/issue';
import { isBefore, parseRelease } from '../../settings/model/release';
import { issue, show } from '../../settings/report';
import { imageIdName, ImageQuestion, imageVersionName } from './image-questions';

/** One image of a lock. */
export interface LockedImage extends ImageQuestion {
  readonly version: string;
  readonly imageId: string;
}

/** What was found of the images of a variant. */
export interface JudgedVariant {
  readonly variant: string;
  readonly version: string;
  /** The newest release that all regions of the lock have; undefined where there is none. */
  readonly available?: string;
  /** The newest release that any region of the lock has. */
  readonly newest?: string;
  readonly isBehind: boolean;
  /** The regions of the lock that do not have the newest release yet. */
  readonly waitingFor: readonly string[];
  readonly issues: readonly BottlerocketIssue[];
}

/** All images of a lock. */
export function imagesOf(lock: ImageLock): LockedImage[] {
  return Object.entries(lock.images).flatMap(([variant, { version, imageIds }]) =>
    Object.entries(imageIds).flatMap(([architecture, regions]) =>
      Object.entries(regions).map(([region, imageId]) => ({ variant, architecture, region, version, imageId })),
    ),
  );
}

/** Compares what a lock has of a variant with what AWS publishes, by region and name of parameter. */
export function judgeVariant(
  lock: ImageLock,
  variant: string,
  file: string,
  published: (region: string, name: string) => string | undefined,
): JudgedVariant {
  const { version } = lock.images[variant]!;
  const images = imagesOf(lock).filter((image) => image.variant === variant);
  const latest = images.map((image) => published(image.region, imageVersionName(image, 'latest')));
  const known = latest.filter((found) => found !== undefined).sort(byRelease);
  const newest = known.at(-1);
  const available = known.length === images.length ? known[0] : undefined;
  const isBehind = available !== undefined && available !== version && !isBefore(parseRelease(available)!, version);
  const waiting = newest === undefined ? [] : images.filter((_, index) => latest[index] !== newest);
  return {
    variant,
    version,
    available,
    newest,
    isBehind,
    waitingFor: [...new Set(waiting.map(({ region }) => region))].sort(),
    issues: [
      ...checkVariantName(variant, imageLockPath('images', variant)),
      ...(isBehind ? [behind(variant, version, available, file)] : []),
      ...images.flatMap((image) => judgeImage(image, published(image.region, imageIdName(image, version)))),
    ],
  };
}

function behind(variant: string, version: string, available: string, file: string): BottlerocketIssue {
  return issue(IssueCode.NEWER_IMAGE, {
    path: imageLockPath('images', variant, 'version'),
    message: 'All regions of the lock have a newer release.',
    received: show(version),
    expected: show(available),
    fix: `Run: ${imageLockCommand({ variant, file }, { version: available })}`,
  });
}

function judgeImage(image: LockedImage, published: string | undefined): BottlerocketIssue[] {
  const { variant, version, architecture, region, imageId } = image;
  const path = imageLockPath('images', variant, 'imageIds', architecture, region);
  if (published === undefined) {
    const message = `AWS publishes no ${version} of ${variant} for ${architecture} in ${region}.`;
    return [issue(IssueCode.LOCKED_IMAGE_NOT_PUBLISHED, { path, message, received: show(imageId) })];
  }
  if (published === imageId) {
    return [];
  }
  return [
    issue(IssueCode.WRONG_LOCKED_IMAGE, {
      path,
      message: `This is not ${version} of ${variant} for ${architecture} in ${region}.`,
      received: show(imageId),
      expected: show(published),
    }),
  ];
}

function byRelease(a: string, b: string): number {
  const release = parseRelease(a);
  if (release === undefined || parseRelease(b) === undefined) {
    return release === undefined ? -1 : 1;
  }
  return isBefore(release, b) ? -1 : a === b ? 0 : 1;
}
