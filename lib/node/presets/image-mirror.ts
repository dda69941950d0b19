import { Aws } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import { asksEcrPublic } from '../../settings/check/ecr-hosts';
import { CDK_TOKENS } from '../../private/cdk-tokens';
import { IssueCode } from '../../settings';
import { issue, throwOnErrors } from '../../settings/report';

/**
 * A pull through cache of Amazon ECR.
 */
export interface EcrPullThroughCacheOptions {
  /**
   * The prefix of repositories, as in the rule of the cache, such as `docker-hub`.
   */
  readonly repositoryPrefix: string;

  /**
   * The account of the registry. Its policy must let the role of the nodes in, when it is another one.
   *
   * @default - the account of the nodes
   */
  readonly account?: string;

  /**
   * The region of the registry.
   *
   * @default - the region of the nodes
   */
  readonly region?: string;

  /**
   * Whether nodes may create repositories below the prefix, so that images can be pulled which the cache does not have yet.
   *
   * @default true
   */
  readonly createRepositories?: boolean;
}

/**
 * Where images of a registry are pulled from. The registry itself comes last: there is no way to leave it out.
 */
export class ImageMirror {
  /**
   * Mirrors that anybody may pull from, or that `NetworkPreset.registryCredentials` has credentials for.
   *
   * @param registry the registry that is mirrored, such as `docker.io`; `*` for all without mirrors of their own
   * @param endpoints the mirrors, such as `https://mirror.example.com`, in the order in which they are tried. With a path,
   * all of it must be given: `https://mirror.example.com/v2/docker-hub`.
   */
  public static ofEndpoints(registry: string, endpoints: string[]): ImageMirror {
    return new ImageMirror(registry, endpoints);
  }

  /**
   * A pull through cache of Amazon ECR, for Amazon EKS only. Containers that the OS runs by itself do not pull from it.
   *
   * Nodes pull with their role. For that, the kubelet is told to ask for a token of Amazon ECR for images of this registry
   * too, and hands it to whoever answers: where the cache fails and nodes can reach the registry itself, it is offered the
   * token. Take it where they cannot; elsewhere, name images by their place in the cache.
   *
   * The kubelet gets tokens for all of Amazon ECR in the partition as before, and no more for Amazon ECR Public.
   *
   * @see https://docs.aws.amazon.com/AmazonECR/latest/userguide/pull-through-cache.html
   * @param registry the registry that the cache stands for, such as `docker.io`
   * @param options the cache
   * @throws an error for `public.ecr.aws`, for whose images the kubelet gets another token, and for `*`
   */
  public static ecrPullThroughCache(registry: string, options: EcrPullThroughCacheOptions): ImageMirror {
    if (!CDK_TOKENS.isToken(registry) && (registry === '*' || asksEcrPublic(registry))) {
      throwOnErrors([
        issue(IssueCode.ECR_MIRROR_REFUSED, {
          path: 'registry',
          message:
            registry === '*'
              ? 'A cache stands for one registry.'
              : 'For images of this registry the kubelet gets a token of Amazon ECR Public, which the cache does not take.',
          received: registry,
        }),
      ]);
    }
    const { repositoryPrefix, account = Aws.ACCOUNT_ID, region = Aws.REGION } = options;
    const host = `${account}.dkr.ecr.${region}.${Aws.URL_SUFFIX}`;
    return new ImageMirror(registry, [`https://${host}/v2/${repositoryPrefix}`], { ...options, account, region });
  }

  private constructor(
    /** The registry that is mirrored. */
    public readonly registry: string,
    /** The mirrors, in the order in which they are tried. */
    public readonly endpoints: string[],
    private readonly cache?: EcrPullThroughCacheOptions & { readonly account: string; readonly region: string },
  ) {}

  /**
   * The region whose tokens the kubelet must ask for; undefined when it need not.
   *
   * @internal
   */
  public get _tokenRegion(): string | undefined {
    return this.cache?.region;
  }

  /**
   * Lets the role of nodes pull.
   *
   * @internal
   */
  public _grantTo(role: iam.IGrantable): void {
    if (this.cache === undefined) {
      return;
    }
    const { account, region, repositoryPrefix, createRepositories = true } = this.cache;
    iam.Grant.addToPrincipal({
      grantee: role,
      actions: [
        'ecr:BatchCheckLayerAvailability',
        'ecr:BatchGetImage',
        'ecr:BatchImportUpstreamImage',
        'ecr:GetDownloadUrlForLayer',
        ...(createRepositories ? ['ecr:CreateRepository'] : []),
      ],
      resourceArns: [`arn:${Aws.PARTITION}:ecr:${region}:${account}:repository/${repositoryPrefix}/*`],
    });
  }
}
