import * as eks from 'aws-cdk-lib/aws-eks';
import { BottlerocketUserData, NodeTaint } from '../node';
import { BottlerocketIssue, IssueCode } from '../settings';
import { checkNodegroup } from '../settings/check/check-target';
import { isTable, TomlTable } from '../settings/model/document';
import { issue, show } from '../settings/report';
import { checkServiceCidr, clusterDnsIp } from './cluster-dns-ip';
import { ClusterFacts } from './cluster-facts';

/** Nodes whose user data is all they know of their cluster: no service adds anything to it. */
export interface JoiningNodes {
  readonly cluster: eks.IClusterRef;
  readonly clusterDnsIp?: string[];
  readonly labels?: Readonly<Record<string, string>>;
  readonly taints?: readonly NodeTaint[];
}

/** Settings that the node group writes, and what users say in their place. */
const OF_CLUSTER: Readonly<Record<string, readonly [attribute: string, fix: string]>> = {
  'api-server': ['clusterAttributes.endpoint', 'Remove the setting, and pass clusterAttributes.endpoint.'],
  'cluster-certificate': [
    'clusterAttributes.certificateAuthorityData',
    'Remove the setting, and pass clusterAttributes.certificateAuthorityData.',
  ],
  'cluster-dns-ip': ['clusterDnsIp', 'Remove the setting, and pass clusterDnsIp.'],
  'cluster-name': ['cluster', 'Remove the setting: the name is that of the cluster.'],
};

/** Has the settings of users looked through for those that the node group writes itself, now and when more are added. */
export function guardJoinSettings(userData: BottlerocketUserData, nodes: JoiningNodes): void {
  userData._checkBy((document) => [
    ...checkNodegroup(document),
    ...checkCluster(document),
    ...checkLabels(document, nodes),
  ]);
}

/** Writes what nodes need to join. */
export function supplyCluster(
  userData: BottlerocketUserData,
  nodes: JoiningNodes,
  cluster: ClusterFacts,
): BottlerocketIssue[] {
  const { serviceCidr, ipv6 } = cluster;
  const badRange = checkServiceCidr(serviceCidr);
  const dns = serviceCidr === undefined || badRange.length > 0 ? undefined : [clusterDnsIp(serviceCidr, ipv6)];
  const ofCluster = userData._supply({
    kubernetes: {
      apiServer: cluster.endpoint,
      clusterCertificate: cluster.certificateAuthorityData,
      clusterName: nodes.cluster.clusterRef.clusterName,
      clusterDnsIp: nodes.clusterDnsIp ?? dns,
    },
  });
  return [...missingFacts(cluster), ...badRange, ...ofCluster.map(atProperty)];
}

/** Whether the DNS address of the cluster is written, so that nodes need not ask EKS for it. */
export function knowsDnsIp(nodes: JoiningNodes, { serviceCidr }: ClusterFacts): boolean {
  return nodes.clusterDnsIp !== undefined || serviceCidr !== undefined;
}

/** Writes labels and taints. What is wrong with them as such is found where they are given. */
export function supplyLabels(userData: BottlerocketUserData, { labels, taints }: JoiningNodes): BottlerocketIssue[] {
  return userData._supply({ kubernetes: { nodeLabels: labels, nodeTaints: asSettings(taints) } });
}

/** Without the security group of the cluster, nodes do not reach the control plane. */
export function checkClusterSecurityGroup({ securityGroupId }: ClusterFacts): BottlerocketIssue[] {
  return securityGroupId === undefined ? [missingFact('securityGroup', 'security group')] : [];
}

function missingFacts(cluster: ClusterFacts): BottlerocketIssue[] {
  const missing = [
    cluster.endpoint === undefined && ['endpoint', 'address'],
    cluster.certificateAuthorityData === undefined && ['certificateAuthorityData', 'certificate'],
  ];
  return missing.filter((found) => found !== false).map(([attribute, words]) => missingFact(attribute!, words!));
}

function missingFact(attribute: string, words: string): BottlerocketIssue {
  return issue(IssueCode.CLUSTER_FACT_MISSING, {
    path: `clusterAttributes.${attribute}`,
    message: `The cluster reference does not know the ${words} of the cluster.`,
  });
}

/** Points to where users gave what was wrong. */
function atProperty(found: BottlerocketIssue): BottlerocketIssue {
  const [, key] = /^settings\.kubernetes\.([a-z-]+)/.exec(found.path) ?? [];
  const [property] = OF_CLUSTER[key ?? ''] ?? [];
  return property === undefined ? found : { ...found, path: property };
}

/** Taints as the OS wants them: all effects of a key in one list. */
function asSettings(taints: readonly NodeTaint[] = []): Record<string, string[]> {
  const byKey: Record<string, string[]> = {};
  for (const { key, value, effect } of taints) {
    (byKey[key] ??= []).push(`${value ?? ''}:${effect}`);
  }
  return byKey;
}

function checkCluster({ kubernetes }: TomlTable): BottlerocketIssue[] {
  return Object.entries(OF_CLUSTER)
    .filter(([key]) => isTable(kubernetes) && kubernetes[key] !== undefined)
    .map(([key, [, fix]]) =>
      issue(IssueCode.SETTING_SUPPLIED_BY_NODEGROUP, {
        path: `settings.kubernetes.${key}`,
        message: 'The node group writes this setting itself.',
        received: show((kubernetes as TomlTable)[key]),
        fix,
      }),
    );
}

function checkLabels({ kubernetes }: TomlTable, nodes: JoiningNodes): BottlerocketIssue[] {
  const given = (table: string) => {
    const found = isTable(kubernetes) ? kubernetes[table] : undefined;
    return isTable(found) ? found : {};
  };
  const labels = given('node-labels');
  const taints = given('node-taints');
  const twice = (code: IssueCode, path: string, message: string, received: unknown) =>
    issue(code, { path, message, received: show(received), expected: 'one of the two places' });
  return [
    ...Object.keys(nodes.labels ?? {})
      .filter((key) => labels[key] !== undefined)
      .map((key) =>
        twice(
          IssueCode.LABEL_GIVEN_TWICE,
          `labels[${JSON.stringify(key)}]`,
          `The label ${key} is also given in settings.kubernetes.node-labels.`,
          nodes.labels![key],
        ),
      ),
    ...(nodes.taints ?? []).flatMap(({ key, value, effect }, index) =>
      taints[key] === undefined
        ? []
        : [
            twice(
              IssueCode.TAINT_GIVEN_TWICE,
              `taints[${index}]`,
              `Taints with the key ${key} are also given in settings.kubernetes.node-taints, as one list.`,
              `${value ?? ''}:${effect}`,
            ),
          ],
    ),
  ];
}
