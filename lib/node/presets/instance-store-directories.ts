import { CDK_TOKENS } from '../../private/cdk-tokens';
import { BottlerocketIssue, IssueCode } from '../../settings';
import type { OsContext } from '../../settings/model/os-context';
import { isBefore } from '../../settings/model/release';
import { issue, show } from '../../settings/report';

/** The first release in which all directories that can be on the instance store are, unless it is told which. */
export const BINDS_BY_DEFAULT_SINCE = '1.46.0';

interface Directory {
  readonly path: string;
  /** What runs the containers, where not all do. */
  readonly orchestrator?: 'kubernetes' | 'ecs';
  readonly since?: string;
}

/** What the OS can keep on the instance store, by what runs the containers. */
const DIRECTORIES: readonly Directory[] = [
  { path: '/var/lib/containerd' },
  { path: '/var/lib/host-containerd' },
  { path: '/var/lib/kubelet', orchestrator: 'kubernetes' },
  { path: '/var/log/pods', orchestrator: 'kubernetes' },
  { path: '/var/lib/soci-snapshotter', orchestrator: 'kubernetes', since: '1.44.0' },
  { path: '/var/lib/docker', orchestrator: 'ecs' },
  { path: '/var/log/ecs', orchestrator: 'ecs' },
];

/** All directories that an OS can keep on the instance store. */
export function directoriesOf({ family, release }: OsContext): string[] {
  const ecs = family?.includes('ecs');
  return DIRECTORIES.filter(
    ({ orchestrator, since }) =>
      (orchestrator === undefined || ecs === undefined || (orchestrator === 'ecs') === ecs) &&
      (since === undefined || !isBefore(release, since)),
  ).map(({ path }) => path);
}

/** Finds directories that an OS does not keep on the instance store. */
export function checkDirectories(directories: readonly string[], os: OsContext): BottlerocketIssue[] {
  const known = directoriesOf(os);
  return (CDK_TOKENS.isToken(directories) ? [] : directories)
    .filter((path) => !CDK_TOKENS.isToken(path) && !known.includes(path) && !/^\/mnt\/[^/.]/.test(path))
    .map((path) =>
      issue(IssueCode.DIRECTORY_NOT_ON_INSTANCE_STORE, {
        path: 'directories',
        message: 'The OS of the nodes does not keep this directory on the instance store.',
        received: show(path),
        expected: [...known, 'a directory below /mnt'].join(', '),
      }),
    );
}
