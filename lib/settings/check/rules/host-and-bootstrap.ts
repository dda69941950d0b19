import { IssueCode } from '../../generated/issue-code.generated';
import { given, Rule, RuleReport, SettingsView } from './rule';

/** What host containers, bootstrap containers and bootstrap commands want. */
export const HOST_AND_BOOTSTRAP_RULES: readonly Rule[] = [
  given(['host-containers'], hostContainers),
  given(['host-containers.admin'], adminUserData),
  given(['bootstrap-commands', 'bootstrap-containers'], bootstrapModes),
  given(['bootstrap-containers'], essentialContainers),
];

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

/** The OS hands any file on; that container reads keys and users in JSON. */
function adminUserData(settings: SettingsView, report: RuleReport): void {
  const text = settings.base64('host-containers', 'admin', 'user-data');
  if (text !== undefined && text !== '' && !isJson(text)) {
    report(IssueCode.ADMIN_USER_DATA_NOT_JSON, {
      path: settings.path('host-containers', 'admin', 'user-data'),
      message: 'The admin container reads JSON here, and this is something else.',
      fix: 'Give the base64 of JSON such as {"ssh":{"authorized-keys":["..."]}}.',
    });
  }
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
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
}

function essentialContainers(settings: SettingsView, report: RuleReport): void {
  const group = 'bootstrap-containers';
  for (const name of settings.keys(group)) {
    if (settings.flag(group, name, 'essential') && settings.lacks(group, name, 'source')) {
      report(IssueCode.ESSENTIAL_WITHOUT_SOURCE, {
        path: settings.path(group, name),
        message: 'The boot stops when this container fails, and it has no image of its own.',
        fix: 'Set source, best with a digest.',
      });
    }
  }
}
