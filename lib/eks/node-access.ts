import { Names, Stack } from 'aws-cdk-lib';
import * as eks from 'aws-cdk-lib/aws-eks';
import * as iam from 'aws-cdk-lib/aws-iam';
import { Construct, IConstruct, IDependable } from 'constructs';
import { BottlerocketIssue, IssueCode } from '../settings';
import { issue } from '../settings/report';
import { ClusterFacts } from './cluster-facts';

/**
 * How a cluster is told that the nodes of a self-managed node group may join. Managed node groups need none: EKS does it.
 *
 * @see https://docs.aws.amazon.com/eks/latest/userguide/grant-k8s-access.html
 */
export enum NodeJoinMethod {
  /**
   * By an access entry for the role of the nodes. The cluster must have the authentication mode API or
   * API_AND_CONFIG_MAP.
   */
  ACCESS_ENTRY = 'access-entry',

  /**
   * By an entry in the ConfigMap aws-auth. Only for clusters of `aws-eks` that this app makes, with the authentication
   * mode CONFIG_MAP or API_AND_CONFIG_MAP.
   */
  AWS_AUTH = 'aws-auth',

  /**
   * Not by this node group: something else does it. Until then nodes do not join.
   */
  NONE = 'none',
}

/** How a role gets into the cluster, or why it cannot. */
export interface JoinChoice {
  readonly method: NodeJoinMethod;
  readonly issues: BottlerocketIssue[];
}

/**
 * Chooses how nodes may join. Never by both ways for one role: an access entry wins over aws-auth, so that what is changed
 * in aws-auth later would have no effect, and nodes would be locked out once the access entry is removed.
 */
export function chooseJoinMethod(
  asked: NodeJoinMethod | undefined,
  cluster: ClusterFacts,
  ofRole: Stack,
  ofCluster: Stack,
): JoinChoice {
  const { authenticationMode: mode, mapNodeRole } = cluster;
  const onlyConfigMap = mode === eks.AuthenticationMode.CONFIG_MAP;
  const method = asked ?? (onlyConfigMap ? NodeJoinMethod.AWS_AUTH : NodeJoinMethod.ACCESS_ENTRY);
  const refuse = (message: string, fix?: string): JoinChoice => ({
    method,
    issues: [
      issue(IssueCode.NODES_NOT_ALLOWED, { path: 'joinBy', message, received: asked ?? `by default ${method}`, fix }),
    ],
  });
  if (method === NodeJoinMethod.ACCESS_ENTRY && onlyConfigMap) {
    return refuse('The cluster has the authentication mode CONFIG_MAP, in which it takes no access entries.');
  }
  if (method === NodeJoinMethod.AWS_AUTH && mode === eks.AuthenticationMode.API) {
    return refuse(
      'The cluster has the authentication mode API, in which it does not read the ConfigMap aws-auth.',
      'Leave joinBy out.',
    );
  }
  if (method === NodeJoinMethod.AWS_AUTH && mapNodeRole === undefined) {
    return refuse('This app cannot write the ConfigMap aws-auth of this cluster.');
  }
  if (method === NodeJoinMethod.AWS_AUTH && ofRole !== ofCluster) {
    return refuse(
      `The ConfigMap aws-auth takes only roles of the stack of the cluster, and this one belongs to ${ofRole.node.path}.`,
      'Pass a nodeRole of the stack of the cluster, or give the cluster the authentication mode API_AND_CONFIG_MAP.',
    );
  }
  return { method, issues: [] };
}

/** What is known of a role in a cluster. */
interface Access {
  managed: boolean;
  mapped: boolean;
  entry?: eks.CfnAccessEntry;
}

const ACCESS = new WeakMap<IConstruct, Map<string, Access>>();

function accessOf(scope: Construct, cluster: eks.IClusterRef, role: iam.IRole): Access {
  const all = ACCESS.get(scope.node.root) ?? new Map<string, Access>();
  ACCESS.set(scope.node.root, all);
  const key = `${cluster.clusterRef.clusterName} ${role.roleArn}`;
  const access = all.get(key) ?? { managed: false, mapped: false };
  all.set(key, access);
  return access;
}

/** Lets the nodes of a managed node group join, as far as EKS does not do it, or says why they could not. */
export function letManagedJoin(
  group: Construct,
  cluster: eks.IClusterRef,
  role: iam.IRole,
  { mapNodeRole }: ClusterFacts,
): void {
  const access = accessOf(group, cluster, role);
  access.managed = true;
  if (mapNodeRole !== undefined && !access.mapped) {
    access.mapped = true;
    mapNodeRole(role);
  }
}

/** Finds out whether a role serves a managed node group, for which EKS makes the access entry, and another one too. */
export function checkSharedRole(
  group: Construct,
  cluster: eks.IClusterRef,
  role: iam.IRole | undefined,
  method?: NodeJoinMethod,
): BottlerocketIssue[] {
  const access = role && accessOf(group, cluster, role);
  const conflict = method === undefined ? access?.entry : method === NodeJoinMethod.ACCESS_ENTRY && access?.managed;
  return conflict
    ? [
        issue(IssueCode.SHARED_NODE_ROLE, {
          path: 'nodeRole',
          message: 'A managed and a self-managed node group of one cluster have the same role.',
        }),
      ]
    : [];
}

/**
 * Lets the nodes of a self-managed node group join: once for each role, however many node groups share it. A second access
 * entry for one role would be refused at deployment.
 *
 * @returns what must be there before nodes start
 */
export function letJoin(
  group: Construct,
  cluster: eks.IClusterRef,
  role: iam.IRole,
  { mapNodeRole }: ClusterFacts,
  method: NodeJoinMethod,
): IDependable | undefined {
  const access = accessOf(group, cluster, role);
  if (method === NodeJoinMethod.AWS_AUTH && !access.mapped) {
    access.mapped = true;
    mapNodeRole!(role);
  }
  if (method === NodeJoinMethod.ACCESS_ENTRY) {
    access.entry ??= makeEntry(group, cluster, role);
    return access.entry;
  }
  return undefined;
}

/** The entry belongs to the stack and not to the first group that needs it, which may be removed before the others. */
function makeEntry(group: Construct, cluster: eks.IClusterRef, role: iam.IRole): eks.CfnAccessEntry {
  const own = role.node.scopes.includes(group);
  const scope = own ? group : Stack.of(group);
  const id = own ? 'AccessEntry' : `AccessEntry-${Names.nodeUniqueId(cluster.node)}-${Names.nodeUniqueId(role.node)}`;
  return new eks.CfnAccessEntry(scope, id, {
    clusterName: cluster.clusterRef.clusterName,
    principalArn: role.roleArn,
    type: 'EC2_LINUX',
  });
}
