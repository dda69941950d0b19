import { selectSubnets } from '../../node/node-parts';
import { BottlerocketIssue } from '../../settings';
import { ClusterFacts } from '../cluster-facts';
import { KARPENTER } from '../generated/karpenter.generated';
import { BottlerocketNodeClassProps } from './node-class-props';
import { SelectorTerm } from './selector-terms';

/** Where Karpenter launches nodes: where users say, else in the private subnets of the cluster, else by the tag for that. */
export function findSubnets(
  { subnetSelectorTerms: given, cluster }: BottlerocketNodeClassProps,
  { vpc }: ClusterFacts,
): { readonly terms: SelectorTerm[]; readonly issues: BottlerocketIssue[] } {
  if (given !== undefined) {
    return { terms: given.map(({ _term }) => _term), issues: [] };
  }
  if (vpc === undefined) {
    return { terms: [byTag(cluster.clusterRef.clusterName)], issues: [] };
  }
  const { ids, issues } = selectSubnets(vpc, undefined);
  return { terms: ids.map((id) => ({ id })), issues };
}

/** The security groups of the nodes, in the same way. */
export function findSecurityGroups(
  { securityGroupSelectorTerms: given, cluster }: BottlerocketNodeClassProps,
  { securityGroupId }: ClusterFacts,
): SelectorTerm[] {
  if (given !== undefined) {
    return given.map(({ _term }) => _term);
  }
  return [securityGroupId === undefined ? byTag(cluster.clusterRef.clusterName) : { id: securityGroupId }];
}

function byTag(clusterName: string): SelectorTerm {
  return { tags: { [KARPENTER.discoveryTag]: clusterName } };
}
