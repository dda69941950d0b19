import { BootstrapMode, BottlerocketIssue, BottlerocketSettings, IssueCode } from '../../settings';
import { isBefore } from '../../settings/model/release';
import { OsContext } from '../../settings/model/os-context';
import { issue } from '../../settings/report';
import { KnownHardware, NodePreset } from '../node-preset';
import { BINDS_BY_DEFAULT_SINCE, checkDirectories, directoriesOf } from './instance-store-directories';

const NAME = 'InstanceStorePreset.raid0';

/** Runs before others, since they run in the order of their names. */
const COMMANDS = '000-instance-store';

/**
 * What goes on the instance store.
 */
export interface InstanceStoreOptions {
  /**
   * The directories to keep on the instance store, such as `/var/lib/containerd`, or new ones below `/mnt`.
   *
   * @default - all that the OS can keep there: images, containers, volumes of pods, and logs
   */
  readonly directories?: string[];
}

/**
 * Presets for instances with disks of their own (an instance store), which go when the instance goes.
 *
 * @see https://bottlerocket.dev/en/os/latest/concepts/bootstrap-commands/
 */
export class InstanceStorePreset {
  /**
   * All disks of the instance become one (RAID 0), with images, containers, logs, and what pods write on it. The data
   * volume then needs no more than its default size. Images of a snapshot on it are hidden. Node groups refuse instance
   * types without disks of their own. Since Bottlerocket 1.22.0.
   *
   * @param options what goes on it
   */
  public static raid0(options: InstanceStoreOptions = {}): NodePreset {
    const { directories } = options;
    return NodePreset._adaptive(NAME, commands(directories), {
      settingsFor: (os) => commands(directories ?? defaultsFor(os)),
      check: (_document, os) => checkDirectories(directories ?? [], os).map((found) => ({ ...found, source: NAME })),
      checkHardware: checkDisks,
    });
  }

  private constructor() {}
}

/** Older releases want to be told the directories. */
function defaultsFor(os: OsContext): string[] | undefined {
  return isBefore(os.release, BINDS_BY_DEFAULT_SINCE) ? directoriesOf(os) : undefined;
}

function commands(directories: string[] | undefined): BottlerocketSettings {
  const named = directories === undefined ? [] : ['--dirs', ...directories];
  return {
    bootstrapCommands: {
      [COMMANDS]: {
        commands: [
          ['apiclient', 'ephemeral-storage', 'init'],
          ['apiclient', 'ephemeral-storage', 'bind', ...named],
        ],
        essential: true,
        mode: BootstrapMode.ALWAYS,
      },
    },
  };
}

function checkDisks(hardware: KnownHardware): BottlerocketIssue[] {
  const without = [...hardware].filter(([, { instanceStore }]) => !instanceStore).map(([type]) => type);
  return without.length === 0
    ? []
    : [
        issue(IssueCode.NO_INSTANCE_STORE, {
          path: 'instanceTypes',
          message: 'These instance types have no disks of their own.',
          received: without.join(', '),
          expected: 'instance types with an instance store, such as m7gd, c7gd, i4i or g6',
        }),
      ];
}
