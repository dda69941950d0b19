import { IssueCode } from '../../generated/issue-code.generated';
import { given, Rule, RuleReport, SettingsView } from './rule';

/** What the kernel, and what is given to it at boot, want. */
export const KERNEL_RULES: readonly Rule[] = [
  given(['boot.init-parameters', 'boot.kernel-parameters'], bootParameters),
  given(['kernel.modules'], moduleAutoload),
  given(['kernel.lockdown'], nvidiaLockdown),
  given(['kernel.sysctl'], sysctls),
];

function bootParameters(settings: SettingsView, report: RuleReport): void {
  for (const key of ['init-parameters', 'kernel-parameters']) {
    const never =
      settings.flag('boot', 'reboot-to-reconcile') === false || settings.lacks('boot', 'reboot-to-reconcile');
    if (settings.keys('boot', key).length > 0 && never) {
      report(IssueCode.BOOT_PARAMETERS_UNUSED, {
        path: settings.path('boot', key),
        message: 'These parameters act after a reboot, and a new node does not reboot by itself.',
        fix: 'Set boot.reboot-to-reconcile to true.',
      });
    }
  }
}

function moduleAutoload(settings: SettingsView, report: RuleReport): void {
  for (const name of settings.keys('kernel', 'modules')) {
    const module = (key: string) => ['kernel', 'modules', name, key];
    if (
      settings.flag(...module('autoload')) &&
      (settings.flag(...module('allowed')) === false || settings.lacks(...module('allowed')))
    ) {
      report(IssueCode.MODULE_AUTOLOAD_UNUSED, {
        path: settings.path(...module('autoload')),
        message: 'The module is loaded only when it is allowed, too.',
        fix: 'Set allowed to true.',
      });
    }
  }
}

/**
 * The modules of NVIDIA are put together on the node, and so have no signature.
 *
 * @see https://github.com/bottlerocket-os/bottlerocket/issues/4218
 */
function nvidiaLockdown(settings: SettingsView, report: RuleReport): void {
  const lockdown = settings.text('kernel', 'lockdown');
  if (settings.context.nvidia === true && lockdown !== undefined && lockdown !== 'none') {
    report(IssueCode.NVIDIA_LOCKDOWN, {
      path: settings.path('kernel', 'lockdown'),
      message: 'Under this lockdown the kernel loads signed modules only, and those of NVIDIA are not.',
      received: lockdown,
      expected: 'none',
    });
  }
}

/** net.core.somaxconn and net/core/somaxconn are two keys for the OS, and one parameter for the kernel. */
function sysctls(settings: SettingsView, report: RuleReport): void {
  const seen = new Map<string, string>();
  for (const key of settings.keys('kernel', 'sysctl')) {
    const parameter = key.includes('/') ? key.replaceAll('/', '.') : key;
    const earlier = seen.get(parameter);
    if (earlier !== undefined) {
      report(IssueCode.SYSCTL_TWICE, {
        path: settings.path('kernel', 'sysctl', key),
        message: `${key} and ${earlier} are the same kernel parameter; which one holds is a matter of chance.`,
        fix: `Keep one of ${earlier} and ${key}.`,
      });
    }
    seen.set(parameter, key);
  }
}
