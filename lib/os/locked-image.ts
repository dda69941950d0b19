import type { Construct } from 'constructs';
import { LockedImageOptions } from './bottlerocket-image-options';
import { BottlerocketVariant } from './bottlerocket-variant';
import { IMAGE_LOCK_FILE, ImageLock, releaseOf } from './image-lock';
import { readImageLock } from './image-lock-file';
import { findLockedImage, ImageLockQuery } from './image-lock-lookup';
import { imageNamePattern } from './image-parameters';
import { BoundImage, ImageSource, ImageTarget, unboundImage } from './image-source';
import type { Architecture } from './instance-families';
import { undetermined } from './published-image';
import { imageIdByRegion, regionOf } from './region-map';

/** Images whose ids are in a lock file. */
export class LockedImage implements ImageSource {
  public readonly variant?: BottlerocketVariant;
  public readonly architecture?: Architecture;
  private readonly path: string;
  private lock?: ImageLock;

  public constructor(options: LockedImageOptions) {
    this.variant = options.variant;
    this.architecture = options.architecture;
    this.path = options.path ?? IMAGE_LOCK_FILE;
  }

  public bind(scope: Construct, target: ImageTarget): BoundImage {
    const { use, variant, architecture } = target;
    if (variant === undefined || (use === 'launch' && architecture === undefined)) {
      return unboundImage(target, [undetermined(target)]);
    }
    const region = regionOf(scope);
    const query: ImageLockQuery = {
      variant: variant.variantName,
      architecture: use === 'launch' ? architecture : undefined,
      region: use === 'launch' ? region : undefined,
      file: this.path,
    };
    if (this.lock === undefined) {
      const { lock, issues } = readImageLock(this.path, query);
      if (lock === undefined) {
        return unboundImage(target, issues);
      }
      this.lock = lock;
    }
    const { images, imageIds = {}, imageId, issues } = findLockedImage(this.lock, query);
    if (images === undefined || issues.length > 0) {
      return unboundImage(target, issues);
    }
    return {
      custom: false,
      variant,
      architecture,
      osVersion: releaseOf(images.version),
      imageId: () => imageId ?? imageIdByRegion(scope, `${variant.variantName}-${architecture}`, imageIds),
      releaseVersion: () => images.version,
      namePattern: architecture && imageNamePattern(variant.variantName, architecture, images.version),
      issues: [],
    };
  }
}
