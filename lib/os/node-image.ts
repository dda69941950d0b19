import type { Construct } from 'constructs';
import { BottlerocketIssue, IssueCode } from '../settings';
import { BottlerocketImage } from './bottlerocket-image';
import { BottlerocketVariant } from './bottlerocket-variant';
import { checkFipsEndpoints } from './fips-endpoints';
import { chooseImage, ImageChoice, ImageRequest, ImageTraits, RequestedImage } from './image-choice';
import { BoundImage, ImageUse } from './image-source';
import { checkAccelerators, checkDriverBranch, checkVariant, checkVariantRelease } from './variant-checks';

/** What users say about the image of a group of nodes. */
export interface NodeImageRequest extends ImageRequest {
  readonly image?: BottlerocketImage;
  /** Any variant for the version of the orchestrator; undefined when that is not known. */
  readonly line?: BottlerocketVariant;
  /** What says that version, for messages: kubernetesVersion, or cluster. */
  readonly lineFrom: string;
  readonly use: ImageUse;
}

/** The image of a group of nodes. */
export interface NodeImage {
  /** Undefined when there is no image for the instance types. */
  readonly traits?: ImageTraits;
  /** Undefined when the version of the orchestrator is not known. */
  readonly variant?: BottlerocketVariant;
  readonly bound: BoundImage;
  /** By instance type, as far as it is known. */
  readonly hardware: ImageChoice['hardware'];
  readonly issues: readonly BottlerocketIssue[];
}

/**
 * The image for the nodes of a construct: chosen by the instance types and the version of the orchestrator, or the one
 * that users ask for, checked against them.
 *
 * @param choice what was chosen before, by other properties
 */
export function chooseNodeImage(scope: Construct, request: NodeImageRequest, choice?: ImageChoice): NodeImage {
  const { image = BottlerocketImage.latest(), line, lineFrom, use } = request;
  const { traits, hardware, issues } = choice ?? chooseImage(request, requestedBy(image));
  const wanted = line && traits && line._withFlavour(traits);
  const bound = image._bind(scope, { variant: wanted, architecture: traits?.architecture, use, path: 'image' });
  const variant = wanted ?? bound.variant;
  // Without traits, everything that could be said of an image of AWS follows from other issues.
  const ofImage = traits === undefined && !bound.custom ? [] : bound.issues;
  // Who brings an image of their own knows what is in it.
  const published = bound.custom ? undefined : variant;
  return {
    traits,
    variant,
    bound,
    hardware,
    issues: [
      ...issues,
      ...ofImage,
      ...(published === undefined ? [] : checkVariant(published, lineFrom)),
      ...(published === undefined ? [] : checkVariantRelease(published, bound.osVersion, 'image')),
      ...(published === undefined ? [] : checkAccelerators(published, hardware, bound.osVersion)),
    ],
  };
}

/**
 * Finds out whether the settings of the nodes go together with their image and hardware, where the settings model cannot
 * know that.
 *
 * @param valueAt the value that users give at a path of keys in the settings
 */
export function checkNodeSettings(
  scope: Construct,
  { traits, variant, hardware }: NodeImage,
  valueAt: (...path: string[]) => unknown,
): BottlerocketIssue[] {
  const fips = variant?.fips ?? traits?.fips ?? false;
  const variantName = variant?.variantName ?? 'a FIPS variant';
  return [
    ...checkFipsEndpoints(scope, { fips, variantName }, { value: valueAt('aws', 'config') }),
    ...checkDriverBranch(hardware, valueAt('kernel', 'drivers', 'nvidia', 'branch')),
  ];
}

/** What an image says of itself, which the instance types must fit. */
function requestedBy(image: BottlerocketImage): RequestedImage | undefined {
  const { _variant: variant, _architecture: architecture, _custom: custom } = image;
  if (variant === undefined && architecture === undefined && !custom) {
    return undefined;
  }
  return {
    traits: { architecture, nvidia: variant?.nvidia, fips: variant?.fips },
    path: 'image',
    received: [variant?.variantName, architecture].filter((part) => part !== undefined).join(', '),
    code: IssueCode.IMAGE_MISMATCH,
    custom,
    nameOf: (traits) =>
      `an image for ${variant?._withFlavour(traits).variantName ?? 'the variant'} on ${traits.architecture}`,
  };
}
