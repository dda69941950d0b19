import { CfnResource, Reference, Token, Tokenization } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';

/** Resources that are clusters: aws-eks makes them by a function of its own. */
const CLUSTER_TYPES = ['AWS::EKS::Cluster', 'Custom::AWSCDK-EKS-Cluster'];

/**
 * Whether two names of clusters mean the same cluster, in the same account and region; undefined when that cannot be told
 * before deployment.
 */
export function isSameCluster(one: string, other: string): boolean | undefined {
  if (one === other) {
    return true;
  }
  if (!Token.isUnresolved(one) && !Token.isUnresolved(other)) {
    return false;
  }
  const [first, second] = [targetOf(one), targetOf(other)];
  if (first === undefined || second === undefined) {
    return undefined;
  }
  if (first === second) {
    return true;
  }
  return isCluster(first) && isCluster(second) ? false : undefined;
}

/** What a name refers to. */
function targetOf(name: string): IConstruct | undefined {
  const token = Tokenization.reverseString(name).firstToken;
  return Reference.isReference(token) && token.toString() === name ? token.target : undefined;
}

function isCluster(target: IConstruct): boolean {
  return CfnResource.isCfnResource(target) && CLUSTER_TYPES.includes(target.cfnResourceType);
}
