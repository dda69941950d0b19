import { Aws, CfnMapping, Stack } from 'aws-cdk-lib';
import * as ecr from 'aws-cdk-lib/aws-ecr';
import { Construct } from 'constructs';
import { CDK_TOKENS } from '../../private/cdk-tokens';
import { BottlerocketIssue, IssueCode } from '../../settings';
import { issue } from '../../settings/report';
import { IMAGE_MIRRORS, UPDATE_OPERATOR } from '../generated/update-operator.generated';

/** The name of an image, or why there is none. */
export interface BoundImage {
  /** Undefined for the one that the chart names. */
  readonly name?: string;
  readonly issues: readonly BottlerocketIssue[];
}

/**
 * Where nodes get the image of the update operator from.
 */
export abstract class UpdateOperatorImage {
  /**
   * The public repository of the project, which nodes must be able to reach. Amazon ECR Public has no VPC endpoint.
   */
  public static ecrPublic(): UpdateOperatorImage {
    return new BoundBy(() => ({ issues: [] }));
  }

  /**
   * The private repository that the project keeps in the region of the stack, for nodes without a way to the internet but
   * with VPC endpoints for Amazon ECR and Amazon S3.
   *
   * @see https://github.com/bottlerocket-os/bottlerocket-update-operator#image-region
   */
  public static regionalMirror(): UpdateOperatorImage {
    return new BoundBy(bindMirror);
  }

  /**
   * A repository of Amazon ECR. Nodes pull from it with their own role.
   *
   * @param repository the repository
   * @param tagOrDigest the tag, or the digest that begins with `sha256:`; by default the tag of the version of the chart
   */
  public static fromEcrRepository(repository: ecr.IRepository, tagOrDigest?: string): UpdateOperatorImage {
    return new BoundBy((_, tag) => ({ name: repository.repositoryUriForTagOrDigest(tagOrDigest ?? tag), issues: [] }));
  }

  /**
   * An image by its full name, with a tag or a digest.
   *
   * @param name the name, such as `registry.example.com/bottlerocket-update-operator:v1.8.0`
   */
  public static fromRegistry(name: string): UpdateOperatorImage {
    return new BoundBy(() => ({ name, issues: [] }));
  }

  /**
   * Finds the image.
   *
   * @internal
   */
  public abstract _bind(scope: Construct, tag: string): BoundImage;
}

class BoundBy extends UpdateOperatorImage {
  public constructor(private readonly bind: (scope: Construct, tag: string) => BoundImage) {
    super();
  }

  public _bind(scope: Construct, tag: string): BoundImage {
    return this.bind(scope, tag);
  }
}

function bindMirror(scope: Construct, tag: string): BoundImage {
  const { region } = Stack.of(scope);
  const image = (account: string) =>
    `${account}.dkr.ecr.${region}.${Aws.URL_SUFFIX}/${UPDATE_OPERATOR.mirrorRepository}:${tag}`;
  if (CDK_TOKENS.isToken(region)) {
    // CloudFormation looks the account up, and fails when the region is not among these.
    const mirrors = new CfnMapping(scope, 'Mirrors');
    Object.entries(IMAGE_MIRRORS).forEach(([name, account]) => mirrors.setValue(name, 'account', account));
    return { name: image(mirrors.findInMap(region, 'account')), issues: [] };
  }
  const account = IMAGE_MIRRORS[region];
  return account === undefined
    ? {
        issues: [
          issue(IssueCode.UNKNOWN_MIRROR_REGION, {
            path: 'image',
            message: 'The project has no repository in this region that this library knows.',
            received: region,
            expected: Object.keys(IMAGE_MIRRORS).join(', '),
          }),
        ],
      }
    : { name: image(account), issues: [] };
}
