import { IssueCode } from '../../generated/issue-code.generated';
import { Rule, RuleReport, SettingsView } from './rule';

/** What a node needs to find and join its cluster. */
export const CLUSTER_RULES: readonly Rule[] = [clusterSettings];

const K = 'kubernetes';

/** Only asked of nodes whose settings are all here, and that nothing else supplies them to. */
function clusterSettings(settings: SettingsView, report: RuleReport): void {
  const { family } = settings.context;
  const runsKubernetes = family === undefined ? settings.has(K) : family.includes('k8s');
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
