import { IssueCode } from '../../generated/issue-code.generated';
import { given, Rule, RuleReport, SettingsView } from './rule';

/** Quantities that the OS takes, whose rule is a loose one, and the kubelet does not. */
export const KUBELET_QUANTITY_RULES: readonly Rule[] = [
  given(
    [
      'kubernetes.container-log-max-size',
      'kubernetes.eviction-hard',
      'kubernetes.eviction-soft',
      'kubernetes.kube-reserved',
      'kubernetes.system-reserved',
      'kubernetes.memory-manager-reserved-memory',
    ],
    quantities,
  ),
];

const K = 'kubernetes';

const TABLES = ['eviction-hard', 'eviction-soft', 'kube-reserved', 'system-reserved'];

function quantities(settings: SettingsView, report: RuleReport): void {
  quantity(settings, report, K, 'container-log-max-size');
  for (const table of TABLES) {
    for (const key of settings.keys(K, table)) {
      quantity(settings, report, K, table, key);
    }
  }
  const reservations = 'memory-manager-reserved-memory';
  for (const numa of settings.keys(K, reservations)) {
    for (const key of settings.keys(K, reservations, numa)) {
      quantity(settings, report, K, reservations, numa, key);
    }
  }
}

function quantity(settings: SettingsView, report: RuleReport, ...path: readonly string[]): void {
  const value = settings.text(...path);
  const mistake = value === undefined || value.endsWith('%') ? undefined : mistakeOf(value);
  if (mistake !== undefined) {
    report(IssueCode.KUBELET_LIMIT, {
      path: settings.path(...path),
      message: 'The OS takes this quantity, but the kubelet does not start with it.',
      received: value,
      expected:
        'a number that is not negative, with one of the units n, u, m, k, M, G, T, P, E, Ki, Mi, Gi, Ti, Pi, Ei',
      fix: mistake,
    });
  }
}

/** What to write in place of what Kubernetes does not read; undefined for what it reads. */
function mistakeOf(value: string): string | undefined {
  if (value.startsWith('-') && /[1-9]/.test(value)) {
    return 'Give a number that is not negative.';
  }
  const isQuantity = /^[+-]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[numkMGTPE]|[KMGTPE]i|e[0-9]+)?$/.test(value);
  if (isQuantity) {
    return undefined;
  }
  return /^[0-9.]+K$/.test(value)
    ? `Write ${value.slice(0, -1)}k (1000) or ${value}i (1024).`
    : 'Write it as in 500m, 1.5Gi or 100M.';
}
