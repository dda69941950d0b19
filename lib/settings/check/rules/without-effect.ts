import { IssueCode } from '../../generated/issue-code.generated';
import { Rule, RuleReport, SettingsView } from './rule';

/** Settings that the OS takes but that do nothing without, or beside, another one. */
export const WITHOUT_EFFECT_RULES: readonly Rule[] = [
  bootParameters,
  bootstrapModes,
  cloudFormationSignal,
  ecsImageCleanup,
  ecsMetadataLimits,
  hostContainers,
  hostnameOverride,
  moduleAutoload,
  serverCertificate,
  snapshotter,
  staticPods,
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

function bootstrapModes(settings: SettingsView, report: RuleReport): void {
  for (const group of ['bootstrap-commands', 'bootstrap-containers']) {
    for (const name of settings.keys(group)) {
      if (settings.lacks(group, name, 'mode')) {
        report(IssueCode.BOOTSTRAP_MODE_MISSING, {
          path: settings.path(group, name),
          message: 'Without a mode, this never runs.',
          fix: 'Set mode to once or always.',
        });
      }
    }
  }
  for (const name of settings.keys('bootstrap-containers')) {
    if (
      settings.flag('bootstrap-containers', name, 'essential') &&
      settings.lacks('bootstrap-containers', name, 'source')
    ) {
      report(IssueCode.ESSENTIAL_WITHOUT_SOURCE, {
        path: settings.path('bootstrap-containers', name),
        message: 'The boot stops when this container fails, and it has no image of its own.',
        fix: 'Set source, best with a digest.',
      });
    }
  }
}

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

/** admin and control come with an image and rights; others start only once all three settings are known. */
function hostContainers(settings: SettingsView, report: RuleReport): void {
  for (const name of settings.keys('host-containers').filter((key) => key !== 'admin' && key !== 'control')) {
    const missing = ['enabled', 'source', 'superpowered'].filter((key) => settings.lacks('host-containers', name, key));
    if (missing.length > 0) {
      report(IssueCode.HOST_CONTAINER_INCOMPLETE, {
        path: settings.path('host-containers', name),
        message: `This container does not start without ${missing.join(' and ')}.`,
        fix: `Set ${missing.join(' and ')}.`,
      });
    }
  }
}

function hostnameOverride(settings: SettingsView, report: RuleReport): void {
  if (settings.has('kubernetes', 'hostname-override') && settings.has('kubernetes', 'hostname-override-source')) {
    report(IssueCode.HOSTNAME_OVERRIDE_SOURCE_UNUSED, {
      path: settings.path('kubernetes', 'hostname-override-source'),
      message: 'The name in hostname-override is used.',
    });
  }
}

function moduleAutoload(settings: SettingsView, report: RuleReport): void {
  for (const name of settings.keys('kernel', 'modules')) {
    const module = (key: string) => ['kernel', 'modules', name, key];
    const forbidden = settings.flag(...module('allowed')) === false || settings.lacks(...module('allowed'));
    if (settings.flag(...module('autoload')) && forbidden) {
      report(IssueCode.MODULE_AUTOLOAD_UNUSED, {
        path: settings.path(...module('autoload')),
        message: 'The module is loaded only when it is allowed, too.',
        fix: 'Set allowed to true.',
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
