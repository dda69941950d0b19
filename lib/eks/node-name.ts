import { BottlerocketIssue, HostnameOverrideSource, IssueCode } from '../settings';
import { isTable, TomlTable } from '../settings/model/document';
import { issue, show } from '../settings/report';

/** EKS lets the role of nodes in under the private DNS name of each instance, and under no other name. */
export function checkNodeName({ kubernetes }: TomlTable): BottlerocketIssue[] {
  const source = isTable(kubernetes) ? kubernetes['hostname-override-source'] : undefined;
  return source === HostnameOverrideSource.INSTANCE_ID
    ? [
        issue(IssueCode.NODE_NAMED_BY_INSTANCE_ID, {
          path: 'settings.kubernetes.hostname-override-source',
          message: 'The cluster lets each node in under its private DNS name only.',
          received: show(source),
        }),
      ]
    : [];
}
