import { BottlerocketUserData } from '../../node';
import { CDK_TOKENS } from '../../private/cdk-tokens';
import { BottlerocketIssue, IssueCode, UserDataTarget } from '../../settings';
import { Visit } from '../../settings/check/visit';
import { KUBELET_FIELDS } from '../../settings/generated/kubelet-fields.generated';
import { isTable, joinPath, TomlFloat, TomlTable, TomlToken, TomlValue } from '../../settings/model/document';
import { settingsModel } from '../../settings/model/settings-model';
import { Finding, issue, show } from '../../settings/report';
import { KARPENTER } from '../generated/karpenter.generated';
import { BottlerocketNodeClassOptions } from './node-class-props';

/** Settings that Karpenter reads in the EC2NodeClass and not in the user data. */
export function kubeletOf(userData: BottlerocketUserData): Record<string, unknown> | undefined {
  const fields: [string, unknown][] = Object.entries(KUBELET_FIELDS).flatMap(([setting, { field, list }]) => {
    const value = userData._valueAt('kubernetes', setting) as TomlValue | undefined;
    return value === undefined ? [] : [[field, list ? [plain(value)].flat() : plain(value)]];
  });
  return fields.length === 0 ? undefined : Object.fromEntries(fields);
}

/** A value of a document as JSON has it, with tokens as users gave them. */
function plain(value: TomlValue): unknown {
  if (isTable(value)) {
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, plain(inner)]));
  }
  if (value instanceof TomlToken) {
    return value.token;
  }
  if (value instanceof TomlFloat) {
    return value.value;
  }
  return Array.isArray(value) ? value.map(plain) : typeof value === 'bigint' ? Number(value) : value;
}

/** Finds what Karpenter would not pass on to its nodes, or do twice. */
export function checkKarpenterSettings(
  document: TomlTable,
  options: BottlerocketNodeClassOptions,
): BottlerocketIssue[] {
  return [
    ...(options.allowDroppedSettings === true ? [] : [...checkDropped(document), ...checkUnknown(document)]),
    ...checkOverwritten(document),
    ...checkLabels(document),
    ...(options.instanceStorePolicy === undefined ? [] : checkInstanceStore(document)),
  ];
}

const DROPPED = new Visit({ entry: ({ droppedBy }) => droppedBy?.includes(UserDataTarget.KARPENTER) ?? false });
const SUPPLIED = new Visit({ entry: ({ suppliedBy }) => suppliedBy?.includes(UserDataTarget.KARPENTER) ?? false });

function lost(finding: Finding): BottlerocketIssue {
  return issue(IssueCode.SETTING_LOST_WITH_KARPENTER, finding);
}

function checkDropped(document: TomlTable): BottlerocketIssue[] {
  const issues: BottlerocketIssue[] = [];
  DROPPED.through(document, {
    present: ({ sensitive }, path, value) => {
      const message = 'Karpenter does not know this setting, and drops it.';
      const received = sensitive === true ? undefined : show(value);
      const fix = 'Leave it out for Karpenter. If your release of Karpenter knows it: allowDroppedSettings: true.';
      issues.push(lost({ path, message, received, fix }));
    },
  });
  return issues;
}

/** What the model does not know, Karpenter does not know either. */
function checkUnknown({ kubernetes }: TomlTable): BottlerocketIssue[] {
  const entry = settingsModel().root.entries.find(({ key }) => key === 'kubernetes');
  const known = entry?.shape.kind === 'table' ? entry.shape.entries.map(({ key }) => key) : [];
  return Object.keys(isTable(kubernetes) ? kubernetes : {})
    .filter((key) => !known.includes(key))
    .map((key) =>
      lost({
        path: joinPath('settings.kubernetes', key),
        message: 'Karpenter drops keys of settings.kubernetes that it does not know.',
        fix: 'Leave it out for Karpenter. If your release of Karpenter knows it: allowDroppedSettings: true.',
      }),
    );
}

function checkOverwritten(document: TomlTable): BottlerocketIssue[] {
  const issues: BottlerocketIssue[] = [];
  SUPPLIED.through(document, {
    present: ({ key }, path, value) => {
      const message = 'Karpenter writes this setting itself, and nothing of this value is left.';
      const fix =
        key === 'node-taints' ? 'Give the taints to the node pool.' : 'Remove it: Karpenter knows the cluster.';
      issues.push(lost({ path, message, received: show(value), fix }));
    },
  });
  return issues;
}

function checkLabels({ kubernetes }: TomlTable): BottlerocketIssue[] {
  const labels = isTable(kubernetes) ? kubernetes['node-labels'] : undefined;
  return isTable(labels)
    ? [
        issue(IssueCode.LABEL_UNKNOWN_TO_KARPENTER, {
          path: 'settings.kubernetes.node-labels',
          message: 'Nodes have these labels, but Karpenter launches no node for pods that ask for them.',
          received: show(Object.keys(labels)),
        }),
      ]
    : [];
}

function checkInstanceStore({ 'bootstrap-commands': commands }: TomlTable): BottlerocketIssue[] {
  return Object.entries(isTable(commands) ? commands : {})
    .filter(([name, command]) => name === KARPENTER.instanceStore.command || mountsDisks(command))
    .map(([name]) =>
      issue(IssueCode.INSTANCE_STORE_GIVEN_TWICE, {
        path: joinPath('settings.bootstrap-commands', name),
        message: 'With instanceStorePolicy, Karpenter prepares the disks by a bootstrap command of its own.',
      }),
    );
}

function mountsDisks(command: TomlValue): boolean {
  const lines = isTable(command) && Array.isArray(command.commands) ? command.commands : [];
  return lines.some(
    (line) => Array.isArray(line) && line.some((word) => !CDK_TOKENS.isToken(word) && word === 'ephemeral-storage'),
  );
}
