import type { Construct } from 'constructs';
import { CDK_TOKENS } from '../private/cdk-tokens';
import { BottlerocketIssue, IssueCode } from '../settings';
import { formatRelease, parseRelease } from '../settings/model/release';
import { parseVariant } from '../settings/model/variants';
import { issue, show } from '../settings/report';
import { CustomImageOptions, SsmParameterImageOptions } from './bottlerocket-image-options';
import { BottlerocketVariant } from './bottlerocket-variant';
import { parseImageParameter } from './image-parameters';
import { BoundImage, ImageSource, ImageTarget, unboundImage } from './image-source';
import type { Architecture } from './instance-families';
import { parameterValue } from './parameter-value';
import { notAtLaunch } from './published-image';
import { imageIdByRegion, regionOf } from './region-map';

/** An image that is given by its id: one for all regions, or one for each. */
export class AmiImage implements ImageSource {
  public readonly custom = true;
  public readonly variant?: BottlerocketVariant;
  public readonly architecture?: Architecture;

  public constructor(
    private readonly imageIds: string | Readonly<Record<string, string>>,
    private readonly options: CustomImageOptions,
  ) {
    this.variant = options.variant;
    this.architecture = options.architecture;
  }

  public bind(scope: Construct, target: ImageTarget): BoundImage {
    const { imageIds } = this;
    const region = regionOf(scope);
    const image = custom(target, this.options.osVersion);
    if (typeof imageIds === 'string') {
      return { ...image, imageId: () => imageIds };
    }
    if (region === undefined) {
      return { ...image, imageId: () => imageIdByRegion(scope, '', imageIds) };
    }
    const imageId = Object.hasOwn(imageIds, region) ? imageIds[region] : undefined;
    return imageId === undefined
      ? { ...image, issues: [notInRegion(region, Object.keys(imageIds), target.path)] }
      : { ...image, imageId: () => imageId };
  }
}

/** An image whose id is in a parameter of Systems Manager. */
export class ParameterImage implements ImageSource {
  public readonly custom = true;
  public readonly variant?: BottlerocketVariant;
  public readonly architecture?: Architecture;
  private readonly osVersion?: string;

  public constructor(
    private readonly name: string,
    private readonly options: SsmParameterImageOptions,
  ) {
    // The names of the parameters of AWS say what the image is.
    const named = CDK_TOKENS.isToken(name) ? undefined : parseImageParameter(name);
    const isVariant = named !== undefined && parseVariant(named.variant) !== undefined;
    this.variant = options.variant ?? (isVariant ? BottlerocketVariant.of(named.variant) : undefined);
    this.architecture = options.architecture ?? (named?.architecture as Architecture | undefined);
    const release = named && parseRelease(named.version);
    this.osVersion = options.osVersion ?? (release && formatRelease(release));
  }

  public bind(scope: Construct, target: ImageTarget): BoundImage {
    const { name, options } = this;
    const image = custom(target, this.osVersion);
    return {
      ...image,
      imageId: () =>
        options.resolveAtLaunch === true
          ? `resolve:ssm:${name}`
          : parameterValue(scope, name, {
              cachedInContext: options.cachedInContext ?? false,
              additionalCacheKey: options.additionalCacheKey,
              isImageId: true,
            }),
      // What was looked up stays as it is, whatever the parameter says later.
      parameterName: options.cachedInContext === true ? undefined : name,
      issues: target.use === 'release' && options.resolveAtLaunch === true ? [notAtLaunch(target.path)] : [],
    };
  }
}

function custom(target: ImageTarget, osVersion: string | undefined): BoundImage {
  return { ...unboundImage(target, []), custom: true, osVersion };
}

function notInRegion(region: string, regions: readonly string[], path: string): BottlerocketIssue {
  return issue(IssueCode.IMAGE_NOT_IN_REGION, {
    path,
    message: `There is no image id for ${region}.`,
    received: regions.join(', '),
    expected: `an image id for ${region}`,
  });
}

/** What is wrong with image ids that users write. */
export function checkImageIds(imageIds: Readonly<Record<string, string>>): BottlerocketIssue[] {
  const entries = Object.entries(imageIds);
  if (entries.length === 0) {
    return [issue(IssueCode.INVALID_IMAGE, { path: 'amiMap', message: 'There are no image ids.' })];
  }
  return entries.flatMap(([path, id]) =>
    CDK_TOKENS.isToken(id) || /^ami-(?:[0-9a-f]{8}|[0-9a-f]{17})$/.test(id)
      ? []
      : [
          issue(IssueCode.INVALID_IMAGE, {
            path,
            message: 'This is not the id of an image.',
            received: show(id),
            expected: 'an id such as ami-0123456789abcdef0',
          }),
        ],
  );
}

/** What is wrong with the name of a parameter that users write. */
export function checkParameterName(name: string): BottlerocketIssue[] {
  if (CDK_TOKENS.isToken(name)) {
    return [];
  }
  const found = (message: string, expected: string) => [
    issue(IssueCode.INVALID_IMAGE, { path: 'parameterName', message, received: show(name), expected }),
  ];
  if (!/^\/?[\w.-]+(?:\/[\w.-]+)*$/.test(name)) {
    return found('This is not the name of a parameter.', 'a name such as /images/bottlerocket');
  }
  return parseImageParameter(name)?.leaf === 'image_version'
    ? found('This parameter holds the release, not the id of the image.', name.replace(/version$/, 'id'))
    : [];
}
