import type { Construct } from 'constructs';
import { BottlerocketIssue } from '../settings';
import type { BottlerocketVariant } from './bottlerocket-variant';
import type { Architecture } from './instance-families';

/**
 * What an image is for: `launch` where EC2 launches it by its id, `release` for managed node groups, to which EKS finds
 * the image by the release.
 */
export type ImageUse = 'launch' | 'release';

/** The nodes that an image is for. */
export interface ImageTarget {
  readonly use: ImageUse;
  /** What follows from the instance types and the cluster, where it is known. */
  readonly variant?: BottlerocketVariant;
  readonly architecture?: Architecture;
  /** The property that holds the image, for messages. */
  readonly path: string;
}

/** An image for the nodes of one construct. Nothing is added to the template until it is asked for. */
export interface BoundImage {
  /** Whether it is given by its id, so that EKS does not know what it is. */
  readonly custom: boolean;
  readonly variant?: BottlerocketVariant;
  readonly architecture?: Architecture;
  /** The release without its commit, where it is known now. */
  readonly osVersion?: string;
  /** For launch templates. */
  readonly imageId: () => string;
  /** For managed node groups; undefined to let EKS take the newest one, and for custom images. */
  readonly releaseVersion: () => string | undefined;
  /** The parameter of Systems Manager that holds the id. */
  readonly parameterName?: string;
  /** The name of the image, which AWS owns; may end in an asterisk. */
  readonly namePattern?: string;
  /** The alias of Karpenter, where it has one. */
  readonly alias?: string;
  readonly issues: readonly BottlerocketIssue[];
}

/** Where an image comes from. */
export interface ImageSource {
  /** Whether users give it by its id. */
  readonly custom?: boolean;
  /** What it is, where the source itself says so. */
  readonly variant?: BottlerocketVariant;
  readonly architecture?: Architecture;
  bind(scope: Construct, target: ImageTarget): BoundImage;
}

/** What every source says of an image that it cannot find. */
export function unboundImage(target: ImageTarget, issues: readonly BottlerocketIssue[]): BoundImage {
  const { variant, architecture } = target;
  return { custom: false, variant, architecture, imageId: () => '', releaseVersion: () => undefined, issues };
}
