import { IssueCode } from '../../generated/issue-code.generated';
import { given, Rule, RuleReport, SettingsView } from './rule';

/** What name a node has in its cluster. */
export const NODE_NAME_RULES: readonly Rule[] = [
  given(['kubernetes.hostname-override'], hostnameOverride),
  given(['kubernetes.hostname-override', 'kubernetes.hostname-override-source'], nodeName),
];

const K = 'kubernetes';

function hostnameOverride(settings: SettingsView, report: RuleReport): void {
  if (settings.has(K, 'hostname-override') && settings.has(K, 'hostname-override-source')) {
    report(IssueCode.HOSTNAME_OVERRIDE_SOURCE_UNUSED, {
      path: settings.path(K, 'hostname-override-source'),
      message: 'The name in hostname-override is used.',
    });
  }
}

/** With the IAM identity of its instance, a node may only be what that is mapped to. */
function nodeName(settings: SettingsView, report: RuleReport): void {
  const onAws = settings.context.family?.startsWith('aws-k8s') ?? true;
  const ownIdentity = settings.text(K, 'authentication-mode') === 'tls' || settings.flag(K, 'standalone-mode') === true;
  const key = settings.has(K, 'hostname-override')
    ? 'hostname-override'
    : settings.text(K, 'hostname-override-source') === 'instance-id'
      ? 'hostname-override-source'
      : undefined;
  if (key !== undefined && onAws && !ownIdentity) {
    report(IssueCode.NODE_NAME_NOT_MAPPED, {
      path: settings.path(K, key),
      message: 'Amazon EKS lets a node join under the private DNS name of its instance, and this gives it another one.',
      received: settings.text(K, key),
      fix: `Remove it, or map the role of the nodes to names of this kind, then acknowledge this warning.`,
    });
  }
}
