import { IssueCode } from '../../generated/issue-code.generated';
import { Rule, RuleReport, SettingsView } from './rule';

/** Quantities that the OS takes, whose rule is a loose one, and the kubelet does not. */
export const KUBELET_QUANTITY_RULES: readonly Rule[] = [quantities];

const K = 'kubernetes';

function quantities(settings: SettingsView, report: RuleReport): void {
  for (const [path, value] of quantitiesIn(settings)) {
    const mistake = mistakeOf(value);
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
}

function quantitiesIn(settings: SettingsView): (readonly [path: string[], value: string])[] {
  const tables = [
    ...['eviction-hard', 'eviction-soft', 'kube-reserved', 'system-reserved'].map((table) => [K, table]),
    ...settings.keys(K, 'memory-manager-reserved-memory').map((numa) => [K, 'memory-manager-reserved-memory', numa]),
  ];
  const paths = [
    [K, 'container-log-max-size'],
    ...tables.flatMap((table) => settings.keys(...table).map((key) => [...table, key])),
  ];
  return paths.flatMap((path) => {
    const value = settings.text(...path);
    return value === undefined || value.endsWith('%') ? [] : [[path, value] as const];
  });
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
