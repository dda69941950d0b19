import { IssueCode } from '../../generated/issue-code.generated';
import { always, given, Rule, RuleReport, SettingsView } from './rule';

/** What a node needs to find and join its cluster, when nothing else supplies it. */
export const CLUSTER_RULES: readonly Rule[] = [always(clusterSettings), always(clusterDns)];

/** What of that has no effect. */
export const JOIN_RULES: readonly Rule[] = [given(['kubernetes.bootstrap-token'], bootstrapToken)];

const K = 'kubernetes';

/** Only asked of nodes whose settings are all here, and that nothing else supplies them to. */
function clusterSettings(settings: SettingsView, report: RuleReport): void {
  const { family } = settings.context;
  const runsKubernetes = family === undefined ? settings.hasGroup(K) : family.includes('k8s');
  if (!runsKubernetes || settings.flag(K, 'standalone-mode') === true) {
    return;
  }
  const tls = settings.text(K, 'authentication-mode') === 'tls' || (family !== undefined && !family.startsWith('aws'));
  const needed = ['api-server', 'cluster-certificate', tls ? 'bootstrap-token' : 'cluster-name'];
  for (const key of needed.filter((name) => settings.lacks(K, name))) {
    report(IssueCode.CLUSTER_SETTING_MISSING, {
      path: settings.path(K, key),
      message: 'The node cannot join a cluster without this setting.',
      fix: `Add ${K}.${key}, or set ${K}.standalone-mode to true.`,
    });
  }
}

/** Only on AWS does the OS find out the address by itself. */
function clusterDns(settings: SettingsView, report: RuleReport): void {
  const { family } = settings.context;
  const elsewhere = family === 'vmware-k8s' || family === 'metal-k8s';
  const joins = settings.flag(K, 'standalone-mode') !== true;
  if (elsewhere && joins && settings.lacks(K, 'cluster-dns-ip')) {
    report(IssueCode.CLUSTER_DNS_IP_MISSING, {
      path: settings.path(K, 'cluster-dns-ip'),
      message: 'Outside of AWS the node does not find the DNS server of the cluster by itself.',
      fix: `Add ${K}.cluster-dns-ip.`,
    });
  }
}

function bootstrapToken(settings: SettingsView, report: RuleReport): void {
  const mode = settings.text(K, 'authentication-mode');
  const byIam =
    mode === 'aws' || (settings.lacks(K, 'authentication-mode') && settings.context.family?.startsWith('aws'));
  if (settings.has(K, 'bootstrap-token') && byIam) {
    report(IssueCode.BOOTSTRAP_TOKEN_UNUSED, {
      path: settings.path(K, 'bootstrap-token'),
      message: 'The node joins with the IAM identity of its instance, and does not look at the token.',
      fix: 'Set authentication-mode to tls, or remove the token.',
    });
  }
}
