import type { Construct } from 'constructs';
import { CDK_TOKENS } from '../private/cdk-tokens';
import { BottlerocketIssue, IssueCode } from '../settings';
import { formatRelease, parseRelease } from '../settings/model/release';
import { issue, show } from '../settings/report';
import { PublishedImageOptions } from './bottlerocket-image-options';
import { BottlerocketVariant, Orchestrator } from './bottlerocket-variant';
import { imageNamePattern, imageParameter, ImageLeaf } from './image-parameters';
import { BoundImage, ImageSource, ImageTarget } from './image-source';
import type { Architecture } from './instance-families';
import { parameterValue } from './parameter-value';

/** Images that AWS publishes, found by the parameters of Systems Manager. */
export class PublishedImage implements ImageSource {
  public readonly variant?: BottlerocketVariant;
  public readonly architecture?: Architecture;

  /**
   * @param version a release with or without its commit, `latest`, or a token
   */
  public constructor(
    private readonly version: string,
    private readonly options: PublishedImageOptions,
  ) {
    this.variant = options.variant;
    this.architecture = options.architecture;
  }

  public bind(scope: Construct, target: ImageTarget): BoundImage {
    const { version, options } = this;
    const { use, variant, architecture, path } = target;
    const known = CDK_TOKENS.isToken(version) ? undefined : parseRelease(version);
    const name = (leaf: ImageLeaf) =>
      variant && architecture && imageParameter(variant.variantName, architecture, version, leaf);
    const value = (leaf: ImageLeaf) =>
      parameterValue(scope, name(leaf)!, {
        cachedInContext: options.cachedInContext ?? false,
        additionalCacheKey: options.additionalCacheKey,
        isImageId: leaf === 'image_id',
      });
    return {
      custom: false,
      variant,
      architecture,
      osVersion: known && formatRelease(known),
      imageId: () => (options.resolveAtLaunch === true ? `resolve:ssm:${name('image_id')}` : value('image_id')),
      releaseVersion: () => (this.needsParameter('release') ? value('image_version') : this.literalRelease()),
      // What was looked up stays as it is, whatever the parameter says later.
      parameterName: options.cachedInContext === true ? undefined : name('image_id'),
      namePattern: known && variant && architecture && imageNamePattern(variant.variantName, architecture, version),
      alias:
        options.cachedInContext === true
          ? undefined
          : aliasOf(variant, known === undefined ? version : `v${formatRelease(known)}`),
      issues: [
        ...(this.needsParameter(use) && name('image_id') === undefined ? [undetermined(target)] : []),
        ...(use === 'release' && options.resolveAtLaunch === true ? [notAtLaunch(path)] : []),
      ],
    };
  }

  /** Whether a parameter must be read, whose name has the variant and the architecture. */
  private needsParameter(use: ImageTarget['use']): boolean {
    if (use === 'launch') {
      return true;
    }
    // To `latest`, EKS itself finds the release. What it wants is the release with its commit.
    return this.version === 'latest' ? this.options.cachedInContext === true : isWithoutCommit(this.version);
  }

  private literalRelease(): string | undefined {
    return this.version === 'latest' ? undefined : this.version;
  }
}

function isWithoutCommit(version: string): boolean {
  return !CDK_TOKENS.isToken(version) && !version.includes('-');
}

/** Karpenter has aliases for the variants without FIPS. */
function aliasOf(variant: BottlerocketVariant | undefined, version: string): string | undefined {
  const has = variant === undefined || (variant.orchestrator === Orchestrator.KUBERNETES && !variant.fips);
  return has ? `bottlerocket@${version}` : undefined;
}

/** The issue of an image that nothing says enough of. */
export function undetermined({ variant, architecture, path }: ImageTarget): BottlerocketIssue {
  const missing = [
    ...(variant === undefined ? ['variant'] : []),
    ...(architecture === undefined ? ['architecture'] : []),
  ];
  return issue(IssueCode.IMAGE_UNDETERMINED, {
    path,
    message: `The ${missing.join(' and the ')} of the image must be known to find it.`,
    expected: `the option ${missing.join(' and the option ')} in the image`,
  });
}

/** The issue of an image that EC2 should look up at launch, where EKS does not let it. */
export function notAtLaunch(path: string): BottlerocketIssue {
  return issue(IssueCode.IMAGE_NOT_FOR_SERVICE, {
    path,
    message: 'Managed node groups do not look images up at launch.',
    received: 'resolveAtLaunch: true',
    fix: 'Leave resolveAtLaunch out.',
  });
}

/** What is wrong with a release that users write. */
export function checkRelease(version: string, path: string): BottlerocketIssue[] {
  if (CDK_TOKENS.isToken(version) || /^\d+\.\d+\.\d+(?:-[0-9a-f]{8})?$/.test(version)) {
    return [];
  }
  let message = 'This is not a release of Bottlerocket.';
  let fix: string | undefined;
  if (/^v\d+\.\d+\.\d+(?:-[0-9a-f]{8})?$/.test(version)) {
    message = 'AWS names releases without the leading v.';
    fix = `Write ${version.slice(1)}.`;
  } else if (/^v?1\.\d+$/.test(version)) {
    message = 'This looks like a version of Kubernetes, not of Bottlerocket.';
  } else if (version === 'latest') {
    fix = 'Use BottlerocketImage.latest().';
  }
  return [
    issue(IssueCode.INVALID_RELEASE_VERSION, {
      path,
      message,
      received: show(version),
      expected: 'a release such as 1.62.1, with or without its commit, as in 1.62.1-ea1afdd6',
      fix,
    }),
  ];
}
