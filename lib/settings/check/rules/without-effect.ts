import { IssueCode } from '../../generated/issue-code.generated';
import { given, Rule, RuleReport, SettingsView } from './rule';

/** Settings that the OS takes but that do nothing without, or beside, another one. */
export const WITHOUT_EFFECT_RULES: readonly Rule[] = [
  given(['cloudformation.should-signal'], cloudFormationSignal),
  given(['ecs.image-cleanup-age', 'ecs.image-cleanup-delete-per-cycle', 'ecs.image-cleanup-wait'], ecsImageCleanup),
  given(['ecs.metadata-service-rps', 'ecs.metadata-service-burst'], ecsMetadataLimits),
  given(['pki'], pkiBundles),
  given(['kubernetes.server-certificate', 'kubernetes.server-key'], serverCertificate),
  given(['container-runtime-plugins.soci-snapshotter'], snapshotter),
  given(['kubernetes.static-pods-enabled'], staticPods),
];

function cloudFormationSignal(settings: SettingsView, report: RuleReport): void {
  for (const key of ['stack-name', 'logical-resource-id']) {
    const missing = settings.lacks('cloudformation', key) || settings.text('cloudformation', key) === '';
    if (settings.flag('cloudformation', 'should-signal') && missing) {
      report(IssueCode.CLOUD_FORMATION_SIGNAL_INCOMPLETE, {
        path: settings.path('cloudformation', 'should-signal'),
        message: `Without ${key} the node cannot signal, and CloudFormation waits for it in vain.`,
        fix: `Set cloudformation.${key}.`,
      });
    }
  }
}

function ecsImageCleanup(settings: SettingsView, report: RuleReport): void {
  const off = settings.flag('ecs', 'image-cleanup-enabled') === false;
  const cached = settings.text('ecs', 'image-pull-behavior') === 'prefer-cached';
  for (const key of ['image-cleanup-age', 'image-cleanup-delete-per-cycle', 'image-cleanup-wait']) {
    if (settings.has('ecs', key) && (off || cached)) {
      report(IssueCode.ECS_IMAGE_CLEANUP_UNUSED, {
        path: settings.path('ecs', key),
        message: off
          ? 'Image clean-up is switched off.'
          : 'With the pull behaviour prefer-cached, the agent does not clean up images.',
      });
    }
  }
}

/** The agent reads both as one pair. */
function ecsMetadataLimits(settings: SettingsView, report: RuleReport): void {
  const keys = ['metadata-service-rps', 'metadata-service-burst'];
  for (const [key, other] of [keys, [...keys].reverse()] as [string, string][]) {
    if (settings.has('ecs', key) && settings.lacks('ecs', other)) {
      report(IssueCode.ECS_METADATA_LIMITS_INCOMPLETE, {
        path: settings.path('ecs', key),
        message: `The agent reads this together with ${other}, which is missing.`,
        fix: `Set ecs.${other} too.`,
      });
    }
  }
}

/** A bundle is one of certificates that are not trusted unless the opposite is said. */
function pkiBundles(settings: SettingsView, report: RuleReport): void {
  for (const name of settings.keys('pki')) {
    const data = settings.text('pki', name, 'data');
    const isBlank = settings.lacks('pki', name, 'data') || (data !== undefined && data.trim() === '');
    if (settings.has('pki', name, 'data') && !isBlank && settings.lacks('pki', name, 'trusted')) {
      report(IssueCode.PKI_BUNDLE_NOT_TRUSTED, {
        path: settings.path('pki', name),
        message: 'Without trusted, these certificates are ones that the node does not trust.',
        fix: 'Set trusted to true, or to false if that is what you want.',
      });
    } else if (settings.flag('pki', name, 'trusted') && isBlank) {
      report(IssueCode.PKI_BUNDLE_NOT_TRUSTED, {
        path: settings.path('pki', name),
        message: 'There are no certificates in this bundle.',
        fix: 'Set data to the base64 of the certificates.',
      });
    }
  }
}

function serverCertificate(settings: SettingsView, report: RuleReport): void {
  const keys = ['server-certificate', 'server-key'];
  for (const [key, other] of [keys, [...keys].reverse()] as [string, string][]) {
    if (settings.has('kubernetes', key) && settings.lacks('kubernetes', other)) {
      report(IssueCode.SERVER_CERTIFICATE_INCOMPLETE, {
        path: settings.path('kubernetes', key),
        message: `The kubelet uses this only together with ${other}, which is missing.`,
        fix: `Set kubernetes.${other} too, or remove this.`,
      });
    }
  }
  const both = keys.every((key) => settings.has('kubernetes', key));
  if (both && settings.flag('kubernetes', 'server-tls-bootstrap')) {
    report(IssueCode.SERVER_TLS_BOOTSTRAP_UNUSED, {
      path: settings.path('kubernetes', 'server-tls-bootstrap'),
      message: 'With a serving certificate of its own, the kubelet requests none.',
    });
  }
}

function snapshotter(settings: SettingsView, report: RuleReport): void {
  const chosen = settings.text('container-runtime', 'snapshotter');
  const other = (chosen !== undefined && chosen !== 'soci') || settings.lacks('container-runtime', 'snapshotter');
  if (settings.has('container-runtime-plugins', 'soci-snapshotter') && other) {
    report(IssueCode.SOCI_SNAPSHOTTER_UNUSED, {
      path: settings.path('container-runtime-plugins', 'soci-snapshotter'),
      message: 'The SOCI snapshotter is not the one in use.',
      fix: 'Set container-runtime.snapshotter to soci.',
    });
  }
}

function staticPods(settings: SettingsView, report: RuleReport): void {
  const names = settings.keys('kubernetes', 'static-pods');
  const enabled = names.filter((name) => settings.flag('kubernetes', 'static-pods', name, 'enabled'));
  if (settings.flag('kubernetes', 'static-pods-enabled') === false && enabled.length > 0) {
    report(IssueCode.STATIC_PODS_UNUSED, {
      path: settings.path('kubernetes', 'static-pods-enabled'),
      message: `Static pods are switched off, and ${enabled.join(', ')} would not run.`,
    });
  }
}
