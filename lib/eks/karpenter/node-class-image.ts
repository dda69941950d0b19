import { Construct } from 'constructs';
import { BottlerocketImage, BottlerocketVariant } from '../../os';
import { checkFipsEndpoints } from '../../os/fips-endpoints';
import type { BoundImage } from '../../os/image-source';
import { checkVariant, checkVariantRelease } from '../../os/variant-checks';
import { BottlerocketIssue, IssueCode, IssueSeverity } from '../../settings';
import { issue } from '../../settings/report';
import { ClusterFacts } from '../cluster-facts';
import { NodeKubernetes, nodeKubernetes } from '../node-variant';
import { BottlerocketNodeClassOptions } from './node-class-props';

/** How Karpenter finds an image. */
export interface AmiTerm {
  readonly alias?: string;
  readonly id?: string;
  readonly ssmParameter?: string;
}

/** The images of a node class. */
export interface NodeClassImages {
  /** Asked for only when nothing is wrong: it may add to the template. */
  readonly terms: () => AmiTerm[];
  /** Whether Karpenter chooses the variant by the instance type, and not only the architecture. */
  readonly hasAlias: boolean;
  readonly nvidia: boolean;
  readonly fips: boolean;
  /** What nodes may run, as far as it is known. */
  readonly variants: readonly BottlerocketVariant[];
  /** Those that there are images for; undefined when that is not known. */
  readonly architectures?: readonly string[];
  readonly kubernetesVersion?: string;
  readonly osVersion?: string;
  /** Whether only users know what is in the image. */
  readonly custom: boolean;
  readonly issues: readonly BottlerocketIssue[];
}

/** Finds out how Karpenter gets to the images, and what they are. */
export function chooseNodeClassImages(
  scope: Construct,
  options: BottlerocketNodeClassOptions,
  cluster: ClusterFacts,
): NodeClassImages {
  const image = options.image ?? BottlerocketImage.latest();
  const kubernetes = nodeKubernetes(options.kubernetesVersion, cluster);
  const { _variant: given, _custom: custom } = image;
  const fips = options.fips ?? given?.fips ?? false;
  const nvidia = options.nvidia ?? given?.nvidia ?? false;
  const wanted = kubernetes.line?._withFlavour({ nvidia, fips });
  const request: ImageRequest = { scope, image, wanted, options, nvidia, fips };
  const found = aliasOf(request) ?? (custom ? customImage(request) : imageByArchitecture(request));
  // Its NVIDIA sister shares the life of a variant.
  const published = custom ? [] : found.variants.slice(0, 1);
  return {
    ...found,
    nvidia,
    fips,
    custom,
    kubernetesVersion: found.variants[0]?.kubernetesVersion ?? kubernetes.version,
    issues: [
      ...found.issues.flatMap((one) => withoutVersion(one, kubernetes)),
      ...published.flatMap((variant) => checkVariant(variant, kubernetes.lineFrom)),
      ...published.flatMap((variant) => checkVariantRelease(variant, found.osVersion, 'image')),
    ],
  };
}

/** Finds out whether nodes of a FIPS variant can reach AWS, once the settings are known. */
export function checkNodeClassFips(scope: Construct, images: NodeClassImages, config: unknown): BottlerocketIssue[] {
  const variantName = images.variants[0]?.variantName ?? 'a FIPS variant';
  return checkFipsEndpoints(scope, { fips: images.fips, variantName }, { value: config });
}

interface ImageRequest {
  readonly scope: Construct;
  readonly image: BottlerocketImage;
  /** What follows from the cluster and the properties, where it is known. */
  readonly wanted?: BottlerocketVariant;
  readonly options: BottlerocketNodeClassOptions;
  readonly nvidia: boolean;
  readonly fips: boolean;
}

type Found = Omit<NodeClassImages, 'nvidia' | 'fips' | 'custom' | 'kubernetesVersion'>;

/**
 * An alias stands for all variants but those with FIPS, in the version of the cluster. Where users ask for one of them, it
 * says too much.
 */
function aliasOf({ scope, image, wanted, options, fips, nvidia }: ImageRequest): Found | undefined {
  const { architectures, kubernetesVersion } = options;
  const narrow = [architectures, kubernetesVersion, image._variant, image._architecture];
  if (fips || image._custom || narrow.some((one) => one !== undefined)) {
    return undefined;
  }
  const { alias, osVersion, issues } = bind(scope, image, wanted);
  return alias === undefined
    ? undefined
    : {
        terms: () => [{ alias }],
        hasAlias: true,
        osVersion,
        variants: wanted === undefined ? [] : nvidia ? [wanted] : [wanted, wanted._withFlavour({ nvidia: true })],
        issues: issues.filter(({ code }) => code !== IssueCode.IMAGE_UNDETERMINED),
      };
}

/** What is in it only users know; its architecture Karpenter sees. */
function customImage({ scope, image, wanted, options }: ImageRequest): Found {
  const bound = bind(scope, image, wanted);
  const variant = image._variant ?? wanted;
  return {
    terms: () => [termOf(bound)],
    hasAlias: false,
    osVersion: bound.osVersion,
    variants: variant === undefined ? [] : [variant],
    architectures: image._architecture === undefined ? options.architectures : [image._architecture],
    issues: bound.issues,
  };
}

/** An image of one variant, for each architecture. */
function imageByArchitecture({ scope, image, wanted, options }: ImageRequest): Found {
  const variant = image._variant ?? wanted;
  const own = image._architecture === undefined ? undefined : [image._architecture];
  const asked = options.architectures ?? own;
  const all = (asked ?? variant?.architectures ?? [undefined]).map((architecture) => ({
    architecture,
    bound: bind(scope, image, wanted, architecture),
  }));
  const there = all.filter(({ bound }) => bound.issues.every(({ severity }) => severity !== IssueSeverity.ERROR));
  // A lock need not have both architectures, unless somebody asks for them.
  const used = asked === undefined && there.length > 0 ? there : all;
  return {
    terms: () => used.map(({ bound }) => termOf(bound)),
    hasAlias: false,
    osVersion: used[0]?.bound.osVersion,
    variants: variant === undefined ? [] : [variant],
    architectures: used.flatMap(({ architecture }) => (architecture === undefined ? [] : [architecture])),
    issues: [
      ...new Map(used.flatMap(({ bound }) => bound.issues).map((one) => [`${one.code} ${one.path}`, one])).values(),
    ],
  };
}

function bind(
  scope: Construct,
  image: BottlerocketImage,
  variant: BottlerocketVariant | undefined,
  architecture?: string,
): BoundImage {
  const target = { variant, architecture: architecture as BoundImage['architecture'] };
  return image._bind(scope, { ...target, use: 'launch', path: 'image' });
}

function termOf({ parameterName, imageId }: BoundImage): AmiTerm {
  return parameterName === undefined ? { id: imageId() } : { ssmParameter: parameterName };
}

/** Without a variant there is no image, and without the version of Kubernetes no variant. */
function withoutVersion(found: BottlerocketIssue, { given, version }: NodeKubernetes): BottlerocketIssue[] {
  if (found.code !== IssueCode.IMAGE_UNDETERMINED || version !== undefined) {
    return [found];
  }
  // Of a version that is none, there is an issue already.
  return given !== undefined
    ? []
    : [
        issue(IssueCode.KUBERNETES_VERSION_UNKNOWN, {
          path: 'kubernetesVersion',
          message: 'Only aliases of Karpenter follow the version of the cluster, and this image has none.',
        }),
      ];
}
