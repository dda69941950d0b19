import { IssueCode } from '../../generated/issue-code.generated';
import { given, Rule, RuleReport, SettingsView } from './rule';

/** What containers and the network want. */
export const RUNTIME_RULES: readonly Rule[] = [
  given(['ecs.logging-drivers'], ecsLoggingDrivers),
  given(['image-verifier-plugins.enabled'], imageVerifier),
  given(['network.https-proxy'], proxy),
  given(['oci-defaults.resource-limits'], resourceLimits),
];

function ecsLoggingDrivers(settings: SettingsView, report: RuleReport): void {
  const drivers = settings.list('ecs', 'logging-drivers');
  const missing = ['json-file', 'awslogs'].filter((driver) => !drivers?.includes(driver));
  if (drivers?.every((driver) => settings.isKnown(driver)) && missing.length > 0) {
    report(IssueCode.ECS_LOGGING_DRIVERS_REPLACED, {
      path: settings.path('ecs', 'logging-drivers'),
      message: `The list replaces the default one, and tasks that log with ${missing.join(' or ')} are not placed on the instance.`,
      received: drivers.join(', '),
      fix: `Add ${missing.join(' and ')}, unless no task needs it.`,
    });
  }
}

function imageVerifier(settings: SettingsView, report: RuleReport): void {
  const plugins = settings.keys('image-verifier-plugins').filter((key) => key !== 'enabled');
  const policies = plugins.filter((name) => settings.has('image-verifier-plugins', name, 'trustpolicy'));
  if (
    settings.flag('image-verifier-plugins', 'enabled') &&
    settings.isWhole('image-verifier-plugins') &&
    policies.length === 0
  ) {
    report(IssueCode.IMAGE_VERIFIER_WITHOUT_POLICY, {
      path: settings.path('image-verifier-plugins', 'enabled'),
      message: 'Without a trust policy, the verifier blocks every image.',
      fix: 'Add a plugin with a trustpolicy, such as notation.',
    });
  }
}

/** The OS adds localhost and the API server to no-proxy, but not the instance metadata. */
function proxy(settings: SettingsView, report: RuleReport): void {
  const { family } = settings.context;
  const exceptions = settings.list('network', 'no-proxy') ?? [];
  const known = settings.lacks('network', 'no-proxy') || exceptions.length > 0;
  const covered = exceptions.some((host) => !settings.isKnown(host) || /^169\.254\.|^\*$/.test(host));
  if (settings.has('network', 'https-proxy') && known && !covered && (family ?? 'aws').startsWith('aws')) {
    report(IssueCode.PROXY_WITHOUT_METADATA, {
      path: settings.path('network', 'no-proxy'),
      message: 'Programs on the node would ask the proxy for the instance metadata, which it cannot reach.',
      fix: 'Add 169.254.169.254 to network.no-proxy.',
    });
  }
}

/** The container runtime cannot start a container whose soft limit is above the hard one. */
function resourceLimits(settings: SettingsView, report: RuleReport): void {
  for (const name of settings.keys('oci-defaults', 'resource-limits')) {
    const limit = (key: string): number | undefined => {
      const keys = ['oci-defaults', 'resource-limits', name, key];
      const value = settings.text(...keys) === 'unlimited' ? -1 : settings.number(...keys);
      return value === -1 ? Infinity : value;
    };
    const soft = limit('soft-limit');
    const hard = limit('hard-limit');
    if (soft !== undefined && hard !== undefined && soft > hard) {
      report(IssueCode.RESOURCE_LIMITS, {
        path: settings.path('oci-defaults', 'resource-limits', name),
        message: 'No container starts with a soft limit above the hard one.',
        received: `soft ${soft}, hard ${hard}`,
        expected: `a soft limit up to ${hard}`,
      });
    }
  }
}
