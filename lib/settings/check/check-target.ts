import { IssueCode } from '../generated/issue-code.generated';
import { KUBELET_FIELDS } from '../generated/kubelet-fields.generated';
import { BottlerocketIssue } from '../issue';
import { isList, isTable, joinPath, newTable, TomlTable, TomlValue } from '../model/document';
import { issue, show } from '../report';
import { TEXT_FOR_KARPENTER } from '../toml/karpenter';
import { UserDataTarget } from '../user-data-target';
import { Visit } from './visit';

const OF_TARGETS = new Visit({
  entry: ({ suppliedBy, droppedBy }) => suppliedBy !== undefined || droppedBy !== undefined,
});

/** What it means that a target writes a setting itself. */
const SUPPLIED: Readonly<
  Record<Exclude<UserDataTarget, UserDataTarget.EC2>, readonly [code: IssueCode, message: string]>
> = {
  [UserDataTarget.EKS_MANAGED]: [
    IssueCode.SETTING_SUPPLIED_BY_EKS,
    'Amazon EKS writes this setting itself for managed node groups, and yours would win over it.',
  ],
  [UserDataTarget.KARPENTER]: [
    IssueCode.SETTING_SUPPLIED_BY_KARPENTER,
    'Karpenter writes this setting itself, and its value wins over yours.',
  ],
};

/** Settings of settings.kubernetes that keep the nodes of a group from joining, and the values with which they do. */
const NOT_FOR_NODEGROUPS: Readonly<Record<string, (value: TomlValue) => boolean>> = {
  'authentication-mode': (value) => value === 'tls',
  'hostname-override': () => true,
  'node-ip': () => true,
  'provider-id': () => true,
  'standalone-mode': (value) => value === true,
};

/**
 * Finds settings that the target writes itself, cannot read, or loses on the way to the node.
 *
 * @param written what of the settings is written into user data; the rest gets to the node by other means
 */
export function checkTarget(document: TomlTable, target: UserDataTarget, written = document): BottlerocketIssue[] {
  if (target === UserDataTarget.EC2) {
    return [];
  }
  const issues: BottlerocketIssue[] = [...checkNodegroup(document)];
  const [suppliedCode, suppliedMessage] = SUPPLIED[target];
  OF_TARGETS.through(document, {
    present: (entry, path, value) => {
      const received = entry.sensitive === true ? undefined : show(value);
      if (entry.suppliedBy?.includes(target)) {
        issues.push(issue(suppliedCode, { path, message: suppliedMessage, received }));
      }
      if (entry.droppedBy?.includes(target)) {
        const message = 'Karpenter does not know this setting, and drops it.';
        issues.push(issue(IssueCode.SETTING_DROPPED_BY_KARPENTER, { path, message, received }));
      }
    },
  });
  return target === UserDataTarget.KARPENTER
    ? [...issues, ...unreadableForKarpenter(document), ...ofNodeClass(written)]
    : issues;
}

/** Finds settings that keep the nodes of a group from joining. */
export function checkNodegroup({ kubernetes }: TomlTable): BottlerocketIssue[] {
  return Object.entries(NOT_FOR_NODEGROUPS)
    .filter(([key, breaks]) => isTable(kubernetes) && kubernetes[key] !== undefined && breaks(kubernetes[key]))
    .map(([key]) =>
      issue(IssueCode.NOT_FOR_NODEGROUPS, {
        path: `settings.kubernetes.${key}`,
        message: 'With this setting, the nodes of a group do not join the cluster.',
        received: show((kubernetes as TomlTable)[key]),
      }),
    );
}

/** Settings that Karpenter takes from the EC2NodeClass, wherever else they stand. */
function ofNodeClass({ kubernetes }: TomlTable): BottlerocketIssue[] {
  const settings = isTable(kubernetes) ? kubernetes : newTable();
  return Object.entries(KUBELET_FIELDS)
    .filter(([key]) => settings[key] !== undefined)
    .map(([key, { field, inUserData }]) =>
      issue(IssueCode.SETTING_TAKEN_FROM_NODE_CLASS, {
        path: `settings.kubernetes.${key}`,
        message: inUserData,
        received: show(settings[key]),
        fix: `Write it as spec.kubelet.${field} of the EC2NodeClass, and leave it out of the user data.`,
      }),
    );
}

/** Where Karpenter wants one type only, and the OS takes two. */
function unreadableForKarpenter(document: TomlTable): BottlerocketIssue[] {
  const { kubernetes, 'bootstrap-commands': commands } = document;
  const withoutMode = Object.entries(isTable(commands) ? commands : {})
    .filter(([, command]) => isTable(command) && command.mode === undefined)
    .map(([name]) =>
      issue(IssueCode.NOT_READ_BY_KARPENTER, {
        path: joinPath('settings.bootstrap-commands', name),
        message: 'Karpenter writes an empty mode where there is none, and the OS refuses that.',
        expected: 'mode = "off", "once" or "always"',
        fix: 'Write mode = "off", which is what the OS takes when there is none.',
      }),
    );
  const refuse = (key: string, value: TomlValue, expected: string, fix: string) =>
    issue(IssueCode.NOT_READ_BY_KARPENTER, {
      path: `settings.kubernetes.${key}`,
      message: 'Karpenter refuses user data with a value of this type.',
      received: show(value),
      expected,
      fix,
    });
  const ofKubernetes = Object.entries(isTable(kubernetes) ? kubernetes : {}).flatMap(([key, value]) => {
    if (TEXT_FOR_KARPENTER.includes(key) && typeof value === 'number') {
      return [refuse(key, value, 'the number as text', `Write "${value}".`)];
    }
    if (key === 'cluster-dns-ip' && isList(value)) {
      return [refuse(key, value, 'one address', 'Give one address, or set clusterDNS in the EC2NodeClass.')];
    }
    return [];
  });
  return [...ofKubernetes, ...withoutMode];
}
