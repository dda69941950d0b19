import { IssueCode } from '../../generated/issue-code.generated';
import { given, Rule, RuleReport, SettingsView } from './rule';

/** What the NVIDIA device plugin and the DRA driver want. */
export const NVIDIA_RULES: readonly Rule[] = [
  given(['kubelet-device-plugins.nvidia'], sharingAndPartitioning),
  given(['kubelet-device-plugins.nvidia'], unusedStrategies),
  given(['kubelet-dra-drivers.nvidia'], draDriver),
  given(['kernel.drivers'], driverBranch),
];

const PLUGIN = ['kubelet-device-plugins', 'nvidia'] as const;

function sharingAndPartitioning(settings: SettingsView, report: RuleReport): void {
  const sharing = settings.text(...PLUGIN, 'device-sharing-strategy');
  const partitioning = settings.text(...PLUGIN, 'device-partitioning-strategy');
  if (sharing === 'mps' && partitioning === 'mig') {
    report(IssueCode.MPS_WITH_MIG, {
      path: settings.path(...PLUGIN, 'device-sharing-strategy'),
      message: 'The device plugin does not start with both mps and mig, so that no pod gets a GPU.',
      received: 'sharing mps, partitioning mig',
      expected: 'mps, or mig, or time-slicing with mig',
    });
  }
}

function unusedStrategies(settings: SettingsView, report: RuleReport): void {
  const needs = [
    ['time-slicing', 'device-sharing-strategy', 'time-slicing'],
    ['mps', 'device-sharing-strategy', 'mps'],
    ['mig', 'device-partitioning-strategy', 'mig'],
  ] as const;
  for (const [table, key, value] of needs) {
    const given = settings.text(...PLUGIN, key);
    const other = (given !== undefined && given !== value) || settings.lacks(...PLUGIN, key);
    if (settings.has(...PLUGIN, table) && other) {
      report(IssueCode.NVIDIA_STRATEGY_UNUSED, {
        path: settings.path(...PLUGIN, table),
        message: `These settings act only with the ${key} ${value}.`,
        fix: `Set ${key} to ${value}.`,
      });
    }
  }
}

function draDriver(settings: SettingsView, report: RuleReport): void {
  const plugin = settings.flag(...PLUGIN, 'enabled');
  const pluginRuns = plugin === true || settings.lacks(...PLUGIN, 'enabled');
  if (settings.flag('kubelet-dra-drivers', 'nvidia', 'enabled') && pluginRuns) {
    report(IssueCode.DRA_DRIVER_UNUSED, {
      path: settings.path('kubelet-dra-drivers', 'nvidia', 'enabled'),
      message: 'The driver does not run beside the NVIDIA device plugin.',
      fix: 'Set kubelet-device-plugins.nvidia.enabled to false.',
    });
  }
}

function driverBranch(settings: SettingsView, report: RuleReport): void {
  if (settings.context.nvidia === false && settings.has('kernel', 'drivers', 'nvidia')) {
    report(IssueCode.DRIVER_BRANCH_UNUSED, {
      path: settings.path('kernel', 'drivers', 'nvidia'),
      message: 'The image has no NVIDIA drivers, and no branch of them to choose.',
      fix: 'Take a variant with NVIDIA drivers, or remove the setting.',
    });
  }
}
