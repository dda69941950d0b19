import { isList, isTable, TomlTable } from '../../model/document';
import { IssueCode } from '../../generated/issue-code.generated';
import { show } from '../../report';
import { asksEcrPublic, ECR_CREDENTIAL_PROVIDER, hostOf, isPrivateEcr, matchesPattern } from '../ecr-hosts';
import { given, Rule, RuleReport, SettingsView } from './rule';

/** What mirrors of registries, and credentials for them, want. */
export const REGISTRY_RULES: readonly Rule[] = [
  given(['container-registry.credentials'], credentials),
  given(['container-registry.mirrors'], mirrors),
  given(['container-registry.mirrors'], mirrorsInEcr),
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
    const hasEndpoints = isList(endpoint) ? endpoint.length > 0 : endpoint !== undefined;
    if (registry !== undefined && hasEndpoints) {
      return;
    }
    const path = `${settings.path(GROUP, 'mirrors')}[${index}]`;
    const missing = [...(registry === undefined ? ['registry'] : []), ...(hasEndpoints ? [] : ['endpoint'])];
    if (settings.isWholePath(path)) {
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

/**
 * The kubelet asks for a token of Amazon ECR by the name of the image, so that there is none for images of other
 * registries, unless it is told to. Docker and the OS itself cannot be told.
 *
 * @see https://github.com/bottlerocket-os/bottlerocket/issues/2427
 */
function mirrorsInEcr(settings: SettingsView, report: RuleReport): void {
  const provider = ['kubernetes', 'credential-providers', ECR_CREDENTIAL_PROVIDER];
  const patterns = settings.list(...provider, 'image-patterns') ?? [];
  const asks = (registry: string) =>
    settings.flag(...provider, 'enabled') !== false &&
    !asksEcrPublic(registry) &&
    patterns.some((pattern) => !settings.isKnown(pattern) || matchesPattern(pattern, registry));
  tables(settings, 'mirrors').forEach(({ registry, endpoint }, index) => {
    const [first] = (isList(endpoint) ? endpoint : []).filter(
      (one) => settings.isKnown(one) && isPrivateEcr(hostOf(one)),
    );
    if (first !== undefined && settings.isKnown(registry) && !asks(registry)) {
      report(IssueCode.ECR_MIRROR_WITHOUT_TOKEN, {
        path: `${settings.path(GROUP, 'mirrors')}[${index}]`,
        message: `Images of ${registry} are not asked of Amazon ECR with a token, and Amazon ECR refuses that.`,
        received: show(first),
      });
    }
  });
}

/** Amazon ECS runs Docker, which has mirrors for Docker Hub alone. */
function mirrorsOfDocker(settings: SettingsView, report: RuleReport): void {
  if (settings.context.family !== 'aws-ecs') {
    return;
  }
  const others = tables(settings, 'mirrors')
    .map(({ registry }) => registry)
    .filter((registry) => settings.isKnown(registry))
    .filter((registry) => registry !== 'docker.io');
  if (others.length > 0) {
    report(IssueCode.ECS_MIRROR_UNUSED, {
      path: settings.path(GROUP, 'mirrors'),
      message: `On Amazon ECS, images of ${others.join(', ')} are pulled without a mirror.`,
      received: others.join(', '),
      expected: 'docker.io',
    });
  }
}
