import { IssueCode } from '../../generated/issue-code.generated';
import { billionths } from '../quantity';
import { isBefore } from '../../model/release';
import { given, Rule, RuleReport, SettingsView } from './rule';

/** What the CPU, memory and topology managers of the kubelet want. */
export const RESOURCE_MANAGER_RULES: readonly Rule[] = [
  given(['kubernetes.cpu-manager-policy', 'kubernetes.cpu-manager-policy-options'], cpuManager),
  given(['kubernetes.reserved-cpus'], reservedCpus),
  given(['kubernetes.memory-manager-policy'], memoryManagerUnused),
  given(['kubernetes.memory-manager-policy'], memoryManagerSum),
  given(['kubernetes.topology-manager-policy-options'], topologyManager),
];

const K = 'kubernetes';

function cpuManager(settings: SettingsView, report: RuleReport): void {
  const policy = settings.text(K, 'cpu-manager-policy')?.toLowerCase();
  const options = (settings.list(K, 'cpu-manager-policy-options') ?? []).filter((option) => settings.isKnown(option));
  if (options.length > 0 && (policy === 'none' || settings.usesDefault(K, 'cpu-manager-policy'))) {
    report(IssueCode.CPU_MANAGER_OPTIONS, {
      path: settings.path(K, 'cpu-manager-policy-options'),
      message: 'The kubelet does not start with these options unless the CPU manager policy is static.',
      received: options.join(', '),
      fix: 'Set cpu-manager-policy to static, or remove the options.',
    });
  }
  // Without any word on it, the OS reserves CPU by the number of vCPUs.
  const reservations = ['kube-reserved', 'system-reserved'].map((table) => settings.text(K, table, 'cpu'));
  const nothing = reservations.map((quantity) => quantity !== undefined && billionths(quantity) === 0n);
  if (
    policy === 'static' &&
    nothing[0] &&
    (nothing[1] || settings.usesDefault(K, 'system-reserved', 'cpu')) &&
    settings.usesDefault(K, 'reserved-cpus')
  ) {
    report(IssueCode.CPU_MANAGER_RESERVATION, {
      path: settings.path(K, 'cpu-manager-policy'),
      message: 'The kubelet does not start with the static policy unless some CPU is reserved.',
      received: 'no CPU reserved',
      fix: 'Reserve CPU in kube-reserved or system-reserved, or remove the reservation of 0.',
    });
  }
}

/** The kubelet reserves the CPUs that are named, and no others. */
function reservedCpus(settings: SettingsView, report: RuleReport): void {
  for (const table of ['kube-reserved', 'system-reserved']) {
    if (settings.has(K, 'reserved-cpus') && settings.has(K, table, 'cpu')) {
      report(IssueCode.CPU_RESERVATION_UNUSED, {
        path: settings.path(K, table, 'cpu'),
        message: 'The CPUs in reserved-cpus take the place of this reservation.',
        fix: `Remove cpu from ${table}, or remove reserved-cpus.`,
      });
    }
  }
}

function memoryManagerUnused(settings: SettingsView, report: RuleReport): void {
  const nodes = settings.keys(K, 'memory-manager-reserved-memory');
  const isStatic = settings.text(K, 'memory-manager-policy')?.toLowerCase() === 'static';
  const enabled = nodes.some((node) => settings.flag(K, 'memory-manager-reserved-memory', node, 'enabled') !== false);
  if (isStatic && settings.isWhole(K, 'memory-manager-reserved-memory') && !enabled) {
    report(IssueCode.MEMORY_MANAGER_UNUSED, {
      path: settings.path(K, 'memory-manager-policy'),
      message: 'The OS sets this policy only when memory is reserved on some NUMA node.',
      fix: 'Add an enabled entry to memory-manager-reserved-memory.',
    });
  }
}

/** The kubelet wants the reservations of all NUMA nodes to add up to what is reserved in all. */
function memoryManagerSum(settings: SettingsView, report: RuleReport): void {
  const table = 'memory-manager-reserved-memory';
  const isStatic = settings.text(K, 'memory-manager-policy')?.toLowerCase() === 'static';
  const nodes = settings.keys(K, table).filter((node) => settings.flag(K, table, node, 'enabled') === true);
  const parts = nodes.map((node) => quantity(settings, K, table, node, 'memory'));
  // Before 1.69, any threshold takes the default of this one away.
  const lost = settings.keys(K, 'eviction-hard').length > 0 && isBefore(settings.context.release, '1.69.0');
  // Reservations that are not given are computed on the node, and a share of the memory is not known here.
  const whole = [
    quantity(settings, K, 'kube-reserved', 'memory'),
    settings.usesDefault(K, 'system-reserved', 'memory') ? 0n : quantity(settings, K, 'system-reserved', 'memory'),
    settings.usesDefault(K, 'eviction-hard', 'memory.available')
      ? billionths(lost ? '0' : '100Mi')
      : quantity(settings, K, 'eviction-hard', 'memory.available'),
  ];
  if (!isStatic || nodes.length === 0 || [...parts, ...whole].includes(undefined)) {
    return;
  }
  const sum = (values: readonly (bigint | undefined)[]) => values.reduce<bigint>((all, value) => all + value!, 0n);
  if (sum(parts) !== sum(whole)) {
    report(IssueCode.MEMORY_MANAGER_SUM, {
      path: settings.path(K, table),
      message:
        'The kubelet does not start unless the memory reserved on all NUMA nodes equals kube-reserved, system-reserved and the hard eviction threshold together.',
      received: mebibytes(sum(parts)),
      expected: mebibytes(sum(whole)),
    });
  }
}

function topologyManager(settings: SettingsView, report: RuleReport): void {
  const policy = settings.text(K, 'topology-manager-policy');
  const options = settings.keys(K, 'topology-manager-policy-options');
  if (options.length > 0 && (policy === 'none' || settings.lacks(K, 'topology-manager-policy'))) {
    report(IssueCode.TOPOLOGY_MANAGER_OPTIONS_UNUSED, {
      path: settings.path(K, 'topology-manager-policy-options'),
      message: 'Without a topology manager policy, its options have no effect.',
      received: options.join(', '),
    });
  }
}

function quantity(settings: SettingsView, ...keys: readonly string[]): bigint | undefined {
  const text = settings.text(...keys);
  return text === undefined ? undefined : billionths(text);
}

function mebibytes(value: bigint): string {
  return `${Number(value / 10n ** 6n) / 1000 / 1048576} MiB`;
}
