import { Aws, CfnResource } from 'aws-cdk-lib';
import { BottlerocketUserData, NodeTaint } from '../node';
import { BottlerocketIssue, IssueCode } from '../settings';
import { checkNodegroup } from '../settings/check/check-target';
import { isTable, TomlTable } from '../settings/model/document';
import { issue, show } from '../settings/report';
import { checkServiceCidr, clusterDnsIp } from './cluster-dns-ip';
import { ClusterFacts } from './cluster-facts';
import { NodeJoinMethod } from './node-access';
import { checkNodeName } from './node-name';
import { BottlerocketSelfManagedNodegroupProps } from './self-managed-nodegroup-props';

type Props = BottlerocketSelfManagedNodegroupProps;

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
export function guardSettings(userData: BottlerocketUserData, props: Props): void {
  if (props.joinBy !== NodeJoinMethod.NONE) {
    userData._checkBy(checkNodeName);
  }
  userData._checkBy((document) => [
    ...checkNodegroup(document),
    ...checkCluster(document),
    ...checkLabels(document, props),
    ...checkAutoScaling(document, props),
  ]);
}

/** Writes what nodes need to join. */
export function supplyCluster(
  userData: BottlerocketUserData,
  props: Props,
  cluster: ClusterFacts,
): BottlerocketIssue[] {
  const { serviceCidr, ipv6 } = cluster;
  const badRange = checkServiceCidr(serviceCidr);
  const dns = serviceCidr === undefined || badRange.length > 0 ? undefined : [clusterDnsIp(serviceCidr, ipv6)];
  const ofCluster = userData._supply({
    kubernetes: {
      apiServer: cluster.endpoint,
      clusterCertificate: cluster.certificateAuthorityData,
      clusterName: props.cluster.clusterRef.clusterName,
      clusterDnsIp: props.clusterDnsIp ?? dns,
    },
  });
  return [...missingFacts(cluster), ...badRange, ...ofCluster.map(atProperty)];
}

/** Writes labels and taints. What is wrong with them as such is found where they are given. */
export function supplyLabels(userData: BottlerocketUserData, { labels, taints }: Props): BottlerocketIssue[] {
  return userData._supply({ kubernetes: { nodeLabels: labels, nodeTaints: asSettings(taints) } });
}

/** Writes what makes a node signal to CloudFormation that it has started. */
export function supplySignal(userData: BottlerocketUserData, resource: CfnResource): void {
  userData._supply({
    cloudformation: { shouldSignal: true, stackName: Aws.STACK_NAME, logicalResourceId: resource.logicalId },
  });
}

/** Has the kubelet wait until the node leaves the warm pool, or it would join while it is still there. */
export function supplyWait(userData: BottlerocketUserData): void {
  userData._supply({ autoscaling: { shouldWait: true } });
}

function missingFacts(cluster: ClusterFacts): BottlerocketIssue[] {
  const missing = [
    cluster.endpoint === undefined && ['endpoint', 'address'],
    cluster.certificateAuthorityData === undefined && ['certificateAuthorityData', 'certificate'],
    cluster.securityGroupId === undefined && ['securityGroup', 'security group'],
  ];
  return missing
    .filter((found) => found !== false)
    .map(([attribute, words]) =>
      issue(IssueCode.CLUSTER_FACT_MISSING, {
        path: `clusterAttributes.${attribute}`,
        message: `The cluster reference does not know the ${words} of the cluster.`,
      }),
    );
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

function checkLabels({ kubernetes }: TomlTable, props: Props): BottlerocketIssue[] {
  const given = (table: string) => {
    const found = isTable(kubernetes) ? kubernetes[table] : undefined;
    return isTable(found) ? found : {};
  };
  const labels = given('node-labels');
  const taints = given('node-taints');
  const twice = (code: IssueCode, path: string, message: string, received: unknown) =>
    issue(code, { path, message, received: show(received), expected: 'one of the two places' });
  return [
    ...Object.keys(props.labels ?? {})
      .filter((key) => labels[key] !== undefined)
      .map((key) =>
        twice(
          IssueCode.LABEL_GIVEN_TWICE,
          `labels[${JSON.stringify(key)}]`,
          `The label ${key} is also given in settings.kubernetes.node-labels.`,
          props.labels![key],
        ),
      ),
    ...(props.taints ?? []).flatMap(({ key, value, effect }, index) =>
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

/** Settings that follow from signals and from the warm pool. */
function checkAutoScaling({ cloudformation, autoscaling }: TomlTable, props: Props): BottlerocketIssue[] {
  const shouldWait = isTable(autoscaling) ? autoscaling['should-wait'] : undefined;
  const supplied = (path: string, received: unknown, fix: string) =>
    issue(IssueCode.SETTING_SUPPLIED_BY_NODEGROUP, {
      path,
      message: 'The node group writes this setting itself.',
      received: show(received),
      fix,
    });
  return [
    ...(props.signals === undefined || cloudformation === undefined
      ? []
      : [supplied('settings.cloudformation', cloudformation, 'Remove it: it follows from signals.')]),
    ...(props.warmPool === undefined || shouldWait === undefined || shouldWait === true
      ? []
      : [supplied('settings.autoscaling.should-wait', shouldWait, 'Remove it: it follows from warmPool.')]),
  ];
}
