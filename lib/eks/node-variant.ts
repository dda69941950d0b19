import * as ec2 from 'aws-cdk-lib/aws-ec2';
import { BottlerocketVariant } from '../os';
import { CDK_TOKENS } from '../private/cdk-tokens';
import { ClusterFacts } from './cluster-facts';
import { isKubernetesVersion } from './common-checks';

/** The name of an instance type, unless it is only known at deployment. */
export function nameOf(instanceType: ec2.InstanceType): string | undefined {
  const name = instanceType.toString();
  return CDK_TOKENS.isToken(name) ? undefined : name;
}

/** The version of Kubernetes that nodes run. */
export interface NodeKubernetes {
  /** What was given, or what the cluster knows; undefined when that is nothing, or a token. */
  readonly given?: string;
  /** The same, when it is how EKS names versions. */
  readonly version?: string;
  /** Any variant for that version. */
  readonly line?: BottlerocketVariant;
  /** The property that says it. */
  readonly lineFrom: string;
}

/** The version of Kubernetes that nodes run: the one of their cluster, unless told otherwise. */
export function nodeKubernetes(given: string | undefined, cluster: ClusterFacts): NodeKubernetes {
  const found = given ?? cluster.kubernetesVersion;
  const literal = CDK_TOKENS.isToken(found) ? undefined : found;
  const lineFrom = given === undefined ? 'cluster' : 'kubernetesVersion';
  return literal !== undefined && isKubernetesVersion(literal)
    ? { given: literal, version: literal, line: BottlerocketVariant.eks(literal), lineFrom }
    : { given: literal, lineFrom };
}
