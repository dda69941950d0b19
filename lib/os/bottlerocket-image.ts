import * as ec2 from 'aws-cdk-lib/aws-ec2';
import type { Construct } from 'constructs';
import { BottlerocketIssue, IssueCode } from '../settings';
import { issue, throwOnErrors } from '../settings/report';
import {
  CustomImageOptions,
  LockedImageOptions,
  PublishedImageOptions,
  SsmParameterImageOptions,
} from './bottlerocket-image-options';
import type { BottlerocketVariant } from './bottlerocket-variant';
import { AmiImage, checkImageIds, checkParameterName, ParameterImage } from './custom-image';
import { checkFipsEndpoints } from './fips-endpoints';
import { BoundImage, ImageSource, ImageTarget } from './image-source';
import type { Architecture } from './instance-families';
import { LockedImage } from './locked-image';
import { checkRelease, PublishedImage } from './published-image';
import { checkVariant, checkVariantRelease } from './variant-checks';
import { warnOnce } from './warn';

/**
 * The image of Bottlerocket nodes, and who decides about its release.
 *
 * Which image it is follows from the instance types and the cluster where a construct of this library uses it. Everywhere
 * else it is an `ec2.IMachineImage` that needs a variant and an architecture. Synthesis never asks AWS for it.
 *
 * Pin it: with an image that floats, any deployment may replace all nodes.
 */
export class BottlerocketImage implements ec2.IMachineImage {
  /**
   * The newest release, whenever that is looked up: by CloudFormation in every deployment, unless the options say
   * otherwise. Managed node groups leave it to EKS, which takes the newest release when the node group is created, and
   * again with every change of its settings or volumes.
   *
   * @param options how the image is found
   * @throws when the options contradict each other
   */
  public static latest(options: PublishedImageOptions = {}): BottlerocketImage {
    throwOnErrors(checkOptions(options));
    return new BottlerocketImage(new PublishedImage('latest', options));
  }

  /**
   * One release.
   *
   * @param version the release, such as `1.66.0`, or with its commit, such as `1.66.0-abcdef12`, as EKS names it
   * @param options how the image is found
   * @throws when this is not a release, or the options contradict each other
   */
  public static fromVersion(version: string, options: PublishedImageOptions = {}): BottlerocketImage {
    throwOnErrors([...checkRelease(version, 'version'), ...checkOptions(options)]);
    return new BottlerocketImage(new PublishedImage(version, options));
  }

  /**
   * The release and image ids in a lock file, which `npx cdk-bottlerocket image lock` writes and version control keeps.
   * Synthesis and deployment then need nothing else, and a pull request shows what changes.
   *
   * What the lock lacks is an error that says which command to run.
   *
   * @param options where the lock is
   */
  public static fromLock(options: LockedImageOptions = {}): BottlerocketImage {
    return new BottlerocketImage(new LockedImage(options));
  }

  /**
   * The image whose id is in a parameter of Systems Manager. Managed node groups take it as a custom image.
   *
   * @param parameterName the name of the parameter
   * @param options how the image is found, and what it is
   * @throws when this is not the name of a parameter with an image id, or the options contradict each other
   */
  public static fromSsmParameter(parameterName: string, options: SsmParameterImageOptions = {}): BottlerocketImage {
    throwOnErrors([
      ...checkParameterName(parameterName),
      ...checkOptions(options),
      ...(options.osVersion === undefined ? [] : checkRelease(options.osVersion, 'osVersion')),
    ]);
    return new BottlerocketImage(new ParameterImage(parameterName, options));
  }

  /**
   * An image by its id. Managed node groups take it as a custom image.
   *
   * @param amiId the id, such as `ami-0123456789abcdef0`
   * @param options what the image is
   * @throws when this is not the id of an image
   */
  public static fromAmiId(amiId: string, options: CustomImageOptions = {}): BottlerocketImage {
    throwOnErrors([...checkImageIds({ amiId }), ...checkCustom(options)]);
    return new BottlerocketImage(new AmiImage(amiId, options));
  }

  /**
   * An image with another id in each region. Managed node groups take it as a custom image.
   *
   * @param amiMap the ids by region
   * @param options what the image is
   * @throws when there are no ids, or one of them is none
   */
  public static fromAmiMap(amiMap: { [region: string]: string }, options: CustomImageOptions = {}): BottlerocketImage {
    throwOnErrors([...checkImageIds(amiMap), ...checkCustom(options)]);
    return new BottlerocketImage(new AmiImage({ ...amiMap }, options));
  }

  private constructor(private readonly source: ImageSource) {}

  /**
   * The image for a construct of aws-cdk-lib, without user data.
   *
   * @param scope the construct that uses the image
   * @throws when variant or architecture are not known, or the image cannot be had
   */
  public getImage(scope: Construct): ec2.MachineImageConfig {
    const image = this._bind(scope, { use: 'launch', path: 'image' });
    const { variant, osVersion, custom } = image;
    const issues = [
      ...image.issues,
      ...(variant === undefined || custom ? [] : checkVariant(variant, 'image.variant')),
      ...(variant === undefined || custom ? [] : checkVariantRelease(variant, osVersion, 'image')),
      ...(variant === undefined ? [] : checkFipsEndpoints(scope, variant)),
    ];
    throwOnErrors(issues, scope);
    warnOnce(scope, issues);
    return { imageId: image.imageId(), osType: ec2.OperatingSystemType.LINUX, userData: ec2.UserData.custom('') };
  }

  /**
   * The variant, where the image itself says it.
   *
   * @internal
   */
  public get _variant(): BottlerocketVariant | undefined {
    return this.source.variant;
  }

  /**
   * The architecture, where the image itself says it.
   *
   * @internal
   */
  public get _architecture(): Architecture | undefined {
    return this.source.architecture;
  }

  /**
   * Whether it is given by its id: an image of which only users know what is in it.
   *
   * @internal
   */
  public get _custom(): boolean {
    return this.source.custom ?? false;
  }

  /**
   * The image for the nodes of a construct, with what is wrong with it.
   *
   * @internal
   */
  public _bind(scope: Construct, target: ImageTarget): BoundImage {
    const { variant = target.variant, architecture = target.architecture } = this.source;
    const bound = this.source.bind(scope, { ...target, variant, architecture });
    return { ...bound, issues: [...this.mismatches(target), ...bound.issues] };
  }

  private mismatches(target: ImageTarget): BottlerocketIssue[] {
    const { variant, architecture } = this.source;
    const found = (option: string, given: string, wanted: string) =>
      issue(IssueCode.IMAGE_MISMATCH, {
        path: `${target.path}.${option}`,
        message: `The image is of ${given}, and the nodes need ${wanted}.`,
        received: given,
        expected: wanted,
        fix: `Leave ${option} out of the image, so that it follows, or change what makes it ${wanted}.`,
      });
    const differs = <T extends string>(given: T | undefined, wanted: T | undefined) =>
      given !== undefined && wanted !== undefined && given !== wanted;
    return [
      ...(differs(variant?.variantName, target.variant?.variantName)
        ? [found('variant', variant!.variantName, target.variant!.variantName)]
        : []),
      ...(differs(architecture, target.architecture)
        ? [found('architecture', architecture!, target.architecture!)]
        : []),
    ];
  }
}

function checkOptions({
  cachedInContext,
  resolveAtLaunch,
  additionalCacheKey,
}: PublishedImageOptions): BottlerocketIssue[] {
  const found = (path: string, message: string, fix: string) => [
    issue(IssueCode.INVALID_IMAGE, { path, message, received: 'both', fix }),
  ];
  if (cachedInContext === true && resolveAtLaunch === true) {
    const message = 'An image is looked up once and kept, or at each launch, not both.';
    return found('resolveAtLaunch', message, 'Leave one of cachedInContext and resolveAtLaunch out.');
  }
  if (cachedInContext !== true && additionalCacheKey !== undefined) {
    return [
      issue(IssueCode.INVALID_IMAGE, {
        path: 'additionalCacheKey',
        message: 'Without cachedInContext, nothing is kept under this key.',
        received: additionalCacheKey,
        fix: 'Pass cachedInContext: true, or leave the key out.',
      }),
    ];
  }
  return [];
}

function checkCustom({ osVersion }: CustomImageOptions): BottlerocketIssue[] {
  return osVersion === undefined ? [] : checkRelease(osVersion, 'osVersion');
}
