import { IssueCode } from '../../generated/issue-code.generated';
import { isForbiddenToKubelet, TAINT_EFFECTS } from '../kubernetes-labels';
import { milliseconds } from '../quantity';
import { nearest } from '../suggest';
import { isBefore } from '../../model/release';
import { given, Rule, RuleReport, SettingsView } from './rule';

/** The least that the kubelet takes, where the types of the OS allow less. */
const LEAST: Readonly<Record<string, number>> = {
  'container-log-max-files': 2,
  'container-log-max-workers': 1,
  'event-burst': 0,
  'event-qps': 0,
  'kube-api-burst': 0,
  'kube-api-qps': 0,
  'max-parallel-image-pulls': 1,
  'registry-burst': 0,
  'registry-qps': 0,
};

/**
 * Single values that the OS takes and the kubelet, or the API server, does not.
 *
 * @see https://github.com/kubernetes/kubernetes/blob/master/pkg/kubelet/apis/config/validation/validation.go
 */
export const KUBELET_VALUE_RULES: readonly Rule[] = [
  given(
    [...Object.keys(LEAST), 'container-log-monitor-interval'].map((key) => `kubernetes.${key}`),
    limits,
  ),
  given(['kubernetes.shutdown-grace-period', 'kubernetes.shutdown-grace-period-for-critical-pods'], shortShutdown),
  given(['kubernetes.cloud-provider'], cloudProvider),
  given(['kubernetes.credential-providers'], credentialProviders),
  given(['kubernetes.node-labels'], labels),
  given(['kubernetes.node-taints'], taints),
];

const K = 'kubernetes';

/** Numbers that the types of the OS allow and the kubelet does not. */
function limits(settings: SettingsView, report: RuleReport): void {
  for (const [key, minimum] of Object.entries(LEAST)) {
    const value = settings.number(K, key);
    if (value !== undefined && value < minimum) {
      report(IssueCode.KUBELET_LIMIT, {
        path: settings.path(K, key),
        message: 'The OS takes this number, but the kubelet does not start with it.',
        received: String(value),
        expected: `a whole number from ${minimum}`,
      });
    }
  }
  const interval = milliseconds(settings.text(K, 'container-log-monitor-interval') ?? '');
  if (interval !== undefined && interval < 3000) {
    report(IssueCode.KUBELET_LIMIT, {
      path: settings.path(K, 'container-log-monitor-interval'),
      message: 'The OS takes this duration, but the kubelet does not start with it.',
      received: settings.text(K, 'container-log-monitor-interval'),
      expected: 'at least 3s',
    });
  }
}

function shortShutdown(settings: SettingsView, report: RuleReport): void {
  for (const key of ['shutdown-grace-period', 'shutdown-grace-period-for-critical-pods']) {
    const value = milliseconds(settings.text(K, key) ?? '');
    if (value !== undefined && value > 0 && value < 1000) {
      report(IssueCode.KUBELET_LIMIT, {
        path: settings.path(K, key),
        message: 'The OS takes this duration, but the kubelet does not start with it.',
        received: settings.text(K, key),
        expected: '0s, or at least 1s',
      });
    }
  }
}

/** The provider for AWS was taken out of the kubelet. */
function cloudProvider(settings: SettingsView, report: RuleReport): void {
  const { kubernetes } = settings.context;
  if (settings.text(K, 'cloud-provider') === 'aws' && kubernetes !== undefined && !isBefore(kubernetes, '1.27')) {
    report(IssueCode.KUBELET_LIMIT, {
      path: settings.path(K, 'cloud-provider'),
      message: 'The kubelet has no provider for AWS of its own since Kubernetes 1.27, and does not start with it.',
      received: 'aws',
      expected: 'external',
      fix: 'Remove the setting: external is the default on AWS.',
    });
  }
}

/** The program that the kubelet calls; the image holds no other. */
const PROVIDER = 'ecr-credential-provider';

function credentialProviders(settings: SettingsView, report: RuleReport): void {
  const table = 'credential-providers';
  for (const name of settings.keys(K, table).filter((key) => settings.flag(K, table, key, 'enabled') === true)) {
    if (name !== PROVIDER) {
      report(IssueCode.CREDENTIAL_PROVIDER_UNKNOWN, {
        path: settings.path(K, table, name),
        message: 'The kubelet calls a program of this name, and does not start when the image has none.',
        received: name,
        expected: PROVIDER,
      });
    }
    if (settings.list(K, table, name, 'image-patterns')?.length === 0) {
      report(IssueCode.KUBELET_LIMIT, {
        path: settings.path(K, table, name, 'image-patterns'),
        message: 'The kubelet does not start with a provider that is for no image.',
        received: '[]',
        expected: 'at least one pattern, such as *.dkr.ecr.*.amazonaws.com',
        fix: 'Add a pattern, or set enabled to false.',
      });
    }
  }
}

function labels(settings: SettingsView, report: RuleReport): void {
  for (const label of settings.keys(K, 'node-labels').filter(isForbiddenToKubelet)) {
    report(IssueCode.INVALID_LABEL, {
      path: settings.path(K, 'node-labels', label),
      message: 'The kubelet does not start when it is told to give its node this label.',
      received: label,
      expected: 'labels outside kubernetes.io and k8s.io, or inside node.kubernetes.io',
      fix: 'Use a domain of your own, or set the label with kubectl.',
    });
  }
}

/** The OS takes any word for an effect; the API server does not, and the node is not registered. */
function taints(settings: SettingsView, report: RuleReport): void {
  for (const key of settings.keys(K, 'node-taints')) {
    for (const [index, taint] of (settings.list(K, 'node-taints', key) ?? []).entries()) {
      if (!settings.isKnown(taint)) {
        continue;
      }
      const effect = taint.slice(taint.indexOf(':') + 1);
      if (!TAINT_EFFECTS.includes(effect)) {
        const meant = nearest(effect, TAINT_EFFECTS);
        report(IssueCode.INVALID_TAINT, {
          path: `${settings.path(K, 'node-taints', key)}[${index}]`,
          message: 'Kubernetes does not know the effect of this taint, and does not register the node.',
          received: taint,
          expected: TAINT_EFFECTS.join(', '),
          fix: `Write ${meant ?? 'one of the three'} after the colon.`,
        });
      }
    }
  }
}
