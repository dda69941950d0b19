import { Stack } from 'aws-cdk-lib';
import * as ecr from 'aws-cdk-lib/aws-ecr';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import { Construct } from 'constructs';
import { BottlerocketIssue, IssueCode } from '../settings';
import { issue } from '../settings/report';

const REPOSITORY = 'bottlerocket/bottlerocket-ecs-updater';
const REGISTRY = 'public.ecr.aws';

/** The release that the template of the makers deploys. */
const TAG = 'v0.2.2';

/**
 * Where a pull-through cache keeps what it pulled.
 */
export interface PullThroughCacheOptions {
  /**
   * The prefix of the pull-through cache rule for Amazon ECR Public.
   *
   * @default ecr-public
   */
  readonly repositoryPrefix?: string;

  /**
   * The release of the updater.
   *
   * @default - the release that this library was made for
   */
  readonly tag?: string;
}

/**
 * The container image of the updater.
 *
 * @see https://github.com/bottlerocket-os/bottlerocket-ecs-updater
 */
export class EcsUpdaterImage {
  /**
   * The image as it is published in Amazon ECR Public. Pulling it needs a route to the internet.
   *
   * @param tag the release of the updater; by default the one that this library was made for
   */
  public static publicEcr(tag: string = TAG): ecs.ContainerImage {
    return ecs.ContainerImage.fromRegistry(`${REGISTRY}/${REPOSITORY}:${tag}`);
  }

  /**
   * The image out of a pull-through cache in Amazon ECR of this account and region, for subnets without a route to the
   * internet. The updater gets the rights to pull it, and to have it imported the first time.
   *
   * @param options where the cache keeps it
   * @see https://docs.aws.amazon.com/AmazonECR/latest/userguide/pull-through-cache.html
   */
  public static pullThroughCache(options: PullThroughCacheOptions = {}): ecs.ContainerImage {
    return new PullThroughCacheImage(`${options.repositoryPrefix ?? 'ecr-public'}/${REPOSITORY}`, options.tag ?? TAG);
  }

  private constructor() {}
}

class PullThroughCacheImage extends ecs.ContainerImage {
  public constructor(
    private readonly repositoryName: string,
    private readonly tag: string,
  ) {
    super();
  }

  public override bind(scope: Construct, container: ecs.ContainerDefinition): ecs.ContainerImageConfig {
    const stack = Stack.of(scope);
    const arn = stack.formatArn({ service: 'ecr', resource: 'repository', resourceName: this.repositoryName });
    const repository = ecr.Repository.fromRepositoryAttributes(scope, 'PullThroughCache', {
      repositoryArn: arn,
      repositoryName: this.repositoryName,
    });
    const role = container.taskDefinition.obtainExecutionRole();
    repository.grantPull(role);
    // The first pull makes the repository and fills it.
    repository.grant(role, 'ecr:BatchImportUpstreamImage', 'ecr:CreateRepository');
    return { imageName: repository.repositoryUriForTagOrDigest(this.tag) };
  }
}

/** Whether an image is the one in Amazon ECR Public, which has no VPC endpoint. */
export function isPublicEcr(image: ecs.ContainerImage): boolean {
  return registryName(image)?.startsWith(`${REGISTRY}/`) ?? false;
}

/** An image in a private registry of Amazon ECR, given by its name, comes without the right to pull it. */
export function checkImage(image: ecs.ContainerImage): BottlerocketIssue[] {
  const name = registryName(image);
  if (name === undefined || !/^\d{12}\.dkr[.-]ecr[.-]/.test(name)) {
    return [];
  }
  const message = 'The image is in a private registry of Amazon ECR, but given by its name.';
  return [issue(IssueCode.UPDATER_IMAGE_NOT_GRANTED, { path: 'image', message, received: name })];
}

/** The name of an image that was given by its name. */
function registryName(image: ecs.ContainerImage): string | undefined {
  const { imageName } = image as { readonly imageName?: unknown };
  return image instanceof ecs.RepositoryImage && typeof imageName === 'string' ? imageName : undefined;
}
