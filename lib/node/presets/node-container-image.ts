import type * as ecr from 'aws-cdk-lib/aws-ecr';
import type * as assets from 'aws-cdk-lib/aws-ecr-assets';
import type * as iam from 'aws-cdk-lib/aws-iam';

/**
 * The image of a container that the OS itself runs: a host container or a bootstrap container.
 */
export class NodeContainerImage {
  /**
   * An image of any registry that nodes reach. Name it by its digest: what runs with rights on the host should not change
   * without a deployment.
   *
   * From Amazon ECR, nodes pull with their role; `fromEcrRepository` gives it the right to.
   *
   * @param reference the image, such as `public.ecr.aws/docker/library/busybox@sha256:...`
   */
  public static fromRegistry(reference: string): NodeContainerImage {
    return new NodeContainerImage(reference);
  }

  /**
   * An image of a repository of Amazon ECR. The role of the nodes may pull it.
   *
   * A repository of another account must let that role pull as well, in its own policy: only repositories of this app can
   * be told here.
   *
   * @param repository the repository
   * @param tagOrDigest a digest, which starts with `sha256:`, or a tag. Tags can be moved to other images.
   */
  public static fromEcrRepository(repository: ecr.IRepository, tagOrDigest: string): NodeContainerImage {
    return new NodeContainerImage(repository.repositoryUriForTagOrDigest(tagOrDigest), (role) =>
      repository.grantPull(role),
    );
  }

  /**
   * An image that the app builds. The role of the nodes may pull it. Build it for the architecture of the nodes, with the
   * property `platform` of the asset.
   *
   * @param asset the image
   */
  public static fromDockerImageAsset(asset: assets.DockerImageAsset): NodeContainerImage {
    return new NodeContainerImage(asset.imageUri, (role) => asset.repository.grantPull(role));
  }

  private constructor(
    /** The image as the OS reads it. */
    public readonly reference: string,
    private readonly grant?: (role: iam.IGrantable) => void,
  ) {}

  /**
   * Lets the role of nodes pull the image.
   *
   * @internal
   */
  public _grantTo(role: iam.IGrantable): void {
    this.grant?.(role);
  }
}
