import { IssueCode } from '../../generated/issue-code.generated';
import { milliseconds } from '../quantity';
import { isBefore } from '../../model/release';
import { given, Rule, RuleReport, SettingsView } from './rule';

/**
 * What the kubelet checks of several settings together when it starts. The OS hands them on without a look; the kubelet
 * then does not start, and the node never joins.
 *
 * @see https://github.com/kubernetes/kubernetes/blob/master/pkg/kubelet/apis/config/validation/validation.go
 */
export const KUBELET_RULES: readonly Rule[] = [
  given(['kubernetes.eviction-max-pod-grace-period'], evictionMaxPodGracePeriod),
  given(['kubernetes.eviction-hard'], evictionDefaults),
  given(['kubernetes.image-gc-high-threshold-percent', 'kubernetes.image-gc-low-threshold-percent'], imageGcThresholds),
  given(['kubernetes.image-maximum-gc-age'], imageGcAges),
  given(['kubernetes.shutdown-grace-period-for-critical-pods'], shutdownGracePeriods),
];

/** What the kubelet misses beside a setting. It may come from elsewhere, unless the settings are all there are. */
export const KUBELET_COMPANION_RULES: readonly Rule[] = [
  given(['kubernetes.eviction-soft', 'kubernetes.eviction-soft-grace-period'], evictionGracePeriods),
];

const K = 'kubernetes';

function evictionGracePeriods(settings: SettingsView, report: RuleReport): void {
  for (const signal of settings.keys(K, 'eviction-soft')) {
    if (settings.lacks(K, 'eviction-soft-grace-period', signal)) {
      report(IssueCode.EVICTION_GRACE_PERIOD_MISSING, {
        path: settings.path(K, 'eviction-soft', signal),
        message: 'The kubelet does not start with a soft threshold that has no grace period.',
        fix: `Add ${signal} to eviction-soft-grace-period, for example 1m30s.`,
      });
    }
  }
  for (const signal of settings.keys(K, 'eviction-soft-grace-period')) {
    if (settings.lacks(K, 'eviction-soft', signal)) {
      report(IssueCode.EVICTION_GRACE_PERIOD_UNUSED, {
        path: settings.path(K, 'eviction-soft-grace-period', signal),
        message: 'There is no soft threshold for this signal.',
      });
    }
  }
}

/** The time that pods get is only a matter of soft thresholds. */
function evictionMaxPodGracePeriod(settings: SettingsView, report: RuleReport): void {
  if (settings.has(K, 'eviction-max-pod-grace-period') && settings.lacks(K, 'eviction-soft')) {
    report(IssueCode.EVICTION_GRACE_PERIOD_UNUSED, {
      path: settings.path(K, 'eviction-max-pod-grace-period'),
      message: 'There is no soft threshold, and pods that hit a hard one get no time.',
    });
  }
}

/** From 1.69 on, the OS merges thresholds with the defaults of the kubelet. */
function evictionDefaults(settings: SettingsView, report: RuleReport): void {
  const usual = ['memory.available', 'nodefs.available', 'nodefs.inodesFree', 'imagefs.available'];
  const given = settings.keys(K, 'eviction-hard');
  const lost = usual.filter((signal) => !given.includes(signal));
  if (given.length > 0 && lost.length > 0 && isBefore(settings.context.release, '1.69.0')) {
    report(IssueCode.EVICTION_DEFAULTS_LOST, {
      path: settings.path(K, 'eviction-hard'),
      message: `Before 1.69.0, these thresholds replace all defaults of the kubelet, so that there is none for ${lost.join(', ')}.`,
      received: given.join(', '),
      fix: 'Give a threshold for each of them too.',
    });
  }
}

/** The kubelet compares with its defaults when only one of the two is given. */
function imageGcThresholds(settings: SettingsView, report: RuleReport): void {
  const percent = (key: string, byDefault: number): number | undefined => {
    const text = settings.text(K, key);
    return (
      settings.number(K, key) ??
      (text === undefined ? undefined : Number(text)) ??
      (settings.usesDefault(K, key) ? byDefault : undefined)
    );
  };
  const high = percent('image-gc-high-threshold-percent', 85);
  const low = percent('image-gc-low-threshold-percent', 80);
  if (high !== undefined && low !== undefined && low >= high) {
    report(IssueCode.IMAGE_GC_THRESHOLDS, {
      path: settings.path(K, 'image-gc-high-threshold-percent'),
      message: 'The kubelet does not start unless the high threshold is above the low one.',
      received: `high ${high}, low ${low}`,
      expected: `a high threshold above ${low}, or a low one below ${high} (the defaults are 85 and 80)`,
      fix: `Raise the high threshold above ${low}, or lower the low one below ${high}.`,
    });
  }
}

function imageGcAges(settings: SettingsView, report: RuleReport): void {
  const maximum = duration(settings, 'image-maximum-gc-age');
  const minimum =
    duration(settings, 'image-minimum-gc-age') ??
    (settings.usesDefault(K, 'image-minimum-gc-age') ? 120000 : undefined);
  if (maximum !== undefined && maximum > 0 && minimum !== undefined && maximum <= minimum) {
    report(IssueCode.IMAGE_GC_AGES, {
      path: settings.path(K, 'image-maximum-gc-age'),
      message: 'The kubelet does not start unless the maximum age is above the minimum age.',
      received: settings.text(K, 'image-maximum-gc-age'),
      expected: `more than ${settings.text(K, 'image-minimum-gc-age') ?? '2m, the default of the minimum age'}, or 0s for no maximum`,
    });
  }
}

function shutdownGracePeriods(settings: SettingsView, report: RuleReport): void {
  const keys = ['shutdown-grace-period', 'shutdown-grace-period-for-critical-pods'] as const;
  const [total, critical] = keys.map((key) => duration(settings, key));
  const whole = total ?? (settings.usesDefault(K, keys[0]) ? usualShutdownGracePeriod(settings) : undefined);
  if (whole !== undefined && critical !== undefined && critical > whole) {
    report(IssueCode.SHUTDOWN_GRACE_PERIODS, {
      path: settings.path(K, keys[1]),
      message:
        'The grace period for critical pods is a part of the whole one, and the kubelet does not start when it is longer.',
      received: settings.text(K, keys[1]),
      expected: `at most ${settings.text(K, keys[0]) ?? `${whole / 1000}s, the default of the whole period`}`,
      fix: `Shorten it, or lengthen ${keys[0]}.`,
    });
  }
}

/** What the OS sets: nothing before Kubernetes 1.34. */
function usualShutdownGracePeriod({ context: { kubernetes } }: SettingsView): number {
  return kubernetes !== undefined && isBefore(kubernetes, '1.34') ? 0 : 150000;
}

function duration(settings: SettingsView, key: string): number | undefined {
  const text = settings.text(K, key);
  return text === undefined ? undefined : milliseconds(text);
}
