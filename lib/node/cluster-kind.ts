import { CfnResource } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import { BottlerocketIssue, IssueCode } from '../settings';
import { issue, show } from '../settings/report';

/** The services that have clusters. */
export type ClusterService = 'EKS' | 'ECS';

/** What references to clusters of both services have in common, which is all that TypeScript looks at. */
interface AnyCluster extends IConstruct {
  readonly clusterRef: { readonly clusterArn: string };
}

const RESOURCES: Readonly<Record<string, ClusterService>> = {
  'AWS::EKS::Cluster': 'EKS',
  'Custom::AWSCDK-EKS-Cluster': 'EKS',
  'AWS::ECS::Cluster': 'ECS',
};

/**
 * Refuses what is no cluster, and clusters of the other service, which the types let through: nothing else can be found
 * out of the nodes then.
 */
export function checkClusterKind(cluster: unknown, wanted: ClusterService): BottlerocketIssue[] {
  const isCluster = typeof cluster === 'object' && cluster !== null && 'clusterRef' in cluster;
  const service = isCluster ? serviceOf(cluster as AnyCluster) : undefined;
  if (isCluster && (service ?? wanted) === wanted) {
    return [];
  }
  return [
    issue(IssueCode.WRONG_CLUSTER, {
      path: 'cluster',
      message: `This is no cluster of Amazon ${wanted}.`,
      received: isCluster ? `a cluster of Amazon ${service} (${(cluster as AnyCluster).node.path})` : show(cluster),
      expected: `a cluster of Amazon ${wanted}: of this app, imported, or a CfnCluster`,
      fix:
        service === undefined
          ? 'Pass the cluster itself. One that this app does not make is imported first.'
          : `Pass a cluster of Amazon ${wanted}, or use ${CONSTRUCTS[service]} for this one.`,
    }),
  ];
}

/** What takes clusters of a service. */
const CONSTRUCTS: Readonly<Record<ClusterService, string>> = {
  EKS: 'BottlerocketManagedNodegroup',
  ECS: 'BottlerocketCapacityProvider',
};

/** The service of a cluster; undefined when it cannot be told. */
function serviceOf(cluster: AnyCluster): ClusterService | undefined {
  // Clusters of aws-eks have their resource some constructs below.
  let resource: IConstruct | undefined = cluster;
  while (resource !== undefined && !CfnResource.isCfnResource(resource)) {
    resource = resource.node.defaultChild;
  }
  if (resource !== undefined) {
    return RESOURCES[resource.cfnResourceType];
  }
  // Imported clusters have an ARN whose service is written out, whatever else in it is a token.
  const service = /^arn:[^:]*:(eks|ecs):/.exec(cluster.clusterRef.clusterArn)?.[1];
  return service?.toUpperCase() as ClusterService | undefined;
}
