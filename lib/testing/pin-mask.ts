import { parseImageParameter } from '../os/image-parameters';
import { asObject, TemplateNode } from '../template';

/** Stands for a release of Bottlerocket. */
const RELEASE = '<release>';
/** Stands for the id of an image. */
const IMAGE = '<image id>';
/** Stands for the hash of an asset. */
const ASSET = '<asset>';

/** What is replaced in texts. */
const PATTERNS: readonly (readonly [RegExp, string])[] = [
  [/^ami-[0-9a-f]{8,17}$/, IMAGE],
  // Names of parameters, aliases of Karpenter and names of images.
  [/(\/aws\/service\/bottlerocket\/[^/]+\/[^/]+\/)(?!latest\/)[^/]+(?=\/image_(?:id|version)\b)/g, `$1${RELEASE}`],
  [/\b(bottlerocket@)v\d[\w.-]*/g, `$1${RELEASE}`],
  [/\b(bottlerocket-aws-[\w.-]+-(?:x86_64|aarch64)-)v\d[\w.*-]*/g, `$1${RELEASE}`],
  // Files of assets as a whole; folders in metadata; what follows the bucket or the repository for assets. Digests of
  // images and other hashes are what users wrote.
  [/^(\/?)[0-9a-f]{64}(?=(?:\.\w+)?$)/, `$1${ASSET}`],
  [/\b(asset\.)[0-9a-f]{64}\b/g, `$1${ASSET}`],
  [/(-assets-[^\s:]*[/:])[0-9a-f]{64}\b/g, `$1${ASSET}`],
];

/** Masks what changes in a template with every release of an image or build of an asset, and nothing else. */
export class PinMask {
  /** The mask for a template. */
  public static of(json: unknown, nodes: readonly TemplateNode[]): PinMask {
    const ids = Object.entries(asObject(asObject(json)?.Parameters) ?? {}).flatMap(([id, parameter]) => {
      const { Default } = asObject(parameter) ?? {};
      const image = typeof Default === 'string' ? parseImageParameter(Default) : undefined;
      // The CDK makes the logical id of the name, and so of the release.
      return image === undefined || image.version === 'latest' || !id.startsWith('SsmParameterValue')
        ? []
        : [[id, `SsmParameterValue(${image.variant}/${image.architecture}/${RELEASE}/${image.leaf})`] as const];
    });
    return new PinMask(new Map(ids), new Set(nodes.map(({ resource }) => resource.properties)));
  }

  /** What stands for a release. */
  public readonly release = RELEASE;

  private constructor(
    private readonly parameterIds: ReadonlyMap<string, string>,
    private readonly nodes: ReadonlySet<unknown>,
  ) {}

  /** A text without pins. */
  public text(text: string): string {
    return (
      this.parameterIds.get(text) ??
      PATTERNS.reduce((masked, [pattern, replacement]) => masked.replace(pattern, replacement), text)
    );
  }

  /** Whether a property is the release of a managed node group on Bottlerocket. */
  public isRelease(properties: object, key: string): boolean {
    return key === 'ReleaseVersion' && this.nodes.has(properties);
  }
}
