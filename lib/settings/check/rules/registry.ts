import { isTable, TomlTable } from '../../model/document';
import { IssueCode } from '../../generated/issue-code.generated';
import { given, Rule, RuleReport, SettingsView } from './rule';

/** What mirrors of registries, and credentials for them, want. */
export const REGISTRY_RULES: readonly Rule[] = [
  given(['container-registry.credentials'], credentials),
  given(['container-registry.mirrors'], mirrors),
  given(['container-registry.mirrors'], mirrorsOfDocker),
];

const GROUP = 'container-registry';

function tables(settings: SettingsView, key: string): TomlTable[] {
  return (settings.list(GROUP, key) ?? []).filter(isTable);
}

function credentials(settings: SettingsView, report: RuleReport): void {
  const mirrored = tables(settings, 'mirrors').map(({ registry }) => registry);
  tables(settings, 'credentials').forEach((entry, index) => {
    const path = `${settings.path(GROUP, 'credentials')}[${index}]`;
    const { registry, auth, identitytoken, username, password } = entry;
    const hasSome = auth !== undefined || identitytoken !== undefined;
    if (!hasSome && (username === undefined || password === undefined) && settings.isWholePath(path)) {
      report(IssueCode.REGISTRY_CREDENTIALS_INCOMPLETE, {
        path,
        message: 'This entry holds no credentials.',
        expected: 'auth, or username and password, or identitytoken',
      });
    }
    if (registry === undefined) {
      if (settings.isWholePath(path)) {
        report(IssueCode.REGISTRY_CREDENTIALS_INCOMPLETE, { path, message: 'This entry names no registry.' });
      }
    } else if (
      settings.isKnown(registry) &&
      !mirrored.includes(registry) &&
      !mirrored.includes('*') &&
      mirrored.length > 0 &&
      mirrored.every((one) => settings.isKnown(one))
    ) {
      report(IssueCode.REGISTRY_CREDENTIALS_WITHOUT_MIRROR, {
        path,
        message: `There are mirrors, but none for ${registry}; credentials are looked up by the host that is pulled from.`,
        received: registry,
      });
    }
  });
}

function mirrors(settings: SettingsView, report: RuleReport): void {
  const entries = tables(settings, 'mirrors');
  entries.forEach(({ registry, endpoint }, index) => {
    const path = `${settings.path(GROUP, 'mirrors')}[${index}]`;
    const missing = [
      ...(registry === undefined ? ['registry'] : []),
      ...(endpoint === undefined || (Array.isArray(endpoint) && endpoint.length === 0) ? ['endpoint'] : []),
    ];
    if (missing.length > 0 && settings.isWholePath(path)) {
      report(IssueCode.REGISTRY_MIRROR_INCOMPLETE, {
        path,
        message: `This entry has no ${missing.join(' and no ')}, and mirrors nothing.`,
        expected: 'registry and endpoint',
      });
    }
  });
  const named = entries.map(({ registry }) => registry).filter((registry) => settings.isKnown(registry));
  const specific = [...new Set(named.filter((registry) => registry !== '*'))];
  if (named.includes('*') && specific.length > 0) {
    report(IssueCode.WILDCARD_MIRROR_SHADOWED, {
      path: settings.path(GROUP, 'mirrors'),
      message: `The mirror for * is not used for ${specific.join(', ')}, which have mirrors of their own.`,
      fix: 'Add the endpoints of * to theirs, if they are to be tried as well.',
    });
  }
  const twice = named.find((registry, index) => named.indexOf(registry) !== index);
  if (twice !== undefined) {
    report(IssueCode.REGISTRY_MIRROR_TWICE, {
      path: settings.path(GROUP, 'mirrors'),
      message: `There are two entries for ${twice}, of which one counts.`,
      received: twice,
      fix: 'Put all endpoints of one registry into one entry.',
    });
  }
}

/** Amazon ECS runs Docker, which has mirrors for Docker Hub alone. */
function mirrorsOfDocker(settings: SettingsView, report: RuleReport): void {
  const others = tables(settings, 'mirrors')
    .map(({ registry }) => registry)
    .filter((registry) => settings.isKnown(registry))
    .filter((registry) => registry !== 'docker.io');
  if (settings.context.family === 'aws-ecs' && others.length > 0) {
    report(IssueCode.ECS_MIRROR_UNUSED, {
      path: settings.path(GROUP, 'mirrors'),
      message: `On Amazon ECS, images of ${others.join(', ')} are pulled without a mirror.`,
      received: others.join(', '),
      expected: 'docker.io',
    });
  }
}
