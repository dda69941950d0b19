import { CDK_TOKENS } from '../../private/cdk-tokens';
import { BootstrapCommand, BootstrapContainer, BootstrapMode } from '../../settings';
import { NodePreset } from '../node-preset';
import type { NodeContainerImage } from './node-container-image';
import type { NodeContainerUserData } from './node-container-user-data';

/**
 * What can be said of everything that runs while a node boots.
 */
export interface BootstrapOptions {
  /**
   * When it runs.
   *
   * @default BootstrapMode.ONCE
   */
  readonly mode?: BootstrapMode;

  /**
   * Whether a failure stops the boot, so that the node never joins.
   *
   * @default false
   */
  readonly essential?: boolean;
}

/**
 * A container that runs while a node boots, before it takes work.
 */
export interface BootstrapContainerOptions extends BootstrapOptions {
  /**
   * The image. The default one is there since Bottlerocket 1.33.0, and runs the file as a script.
   *
   * @see https://github.com/bottlerocket-os/bottlerocket-bootstrap-container
   * @default - the image bottlerocket-bootstrap of AWS
   */
  readonly image?: NodeContainerImage;

  /**
   * The command to run in place of the entry point of the image. Since Bottlerocket 1.47.0.
   *
   * @default - the entry point of the image
   */
  readonly command?: string[];

  /**
   * A file for the container.
   *
   * @default - no file
   */
  readonly userData?: NodeContainerUserData;
}

/**
 * Bootstrap containers. They run one after another, in the order of their names, as root and with the file system of the
 * host.
 *
 * @see https://bottlerocket.dev/en/os/latest/concepts/bootstrap-containers/
 */
export class BootstrapContainerPreset {
  /**
   * Runs a container while nodes boot.
   *
   * @param containerName the name of the container: letters, digits and hyphens
   * @param options the container
   */
  public static of(containerName: string, options: BootstrapContainerOptions): NodePreset {
    const { mode = BootstrapMode.ONCE, essential, image, command, userData } = options;
    const container: BootstrapContainer = {
      mode,
      essential,
      source: image?.reference,
      command,
      userData: userData?.base64,
    };
    return NodePreset._withGrant(
      `bootstrap container ${containerName}`,
      { bootstrapContainers: { [containerName]: container } },
      (role) => image?._grantTo(role),
    );
  }

  private constructor() {}
}

/**
 * Bootstrap commands: calls of the API of the OS, one after another. Since Bottlerocket 1.22.0.
 *
 * @see https://bottlerocket.dev/en/os/latest/concepts/bootstrap-commands/
 */
export class BootstrapCommandsPreset {
  /**
   * Runs commands while nodes boot, before bootstrap containers.
   *
   * @param commandsName the name of this set of commands: letters, digits and hyphens. Sets run in the order of their names.
   * @param commands each a list of words. All of them are commands of `apiclient`, which need not be said:
   * `['ephemeral-storage', 'init']`.
   * @param options when they run
   */
  public static of(commandsName: string, commands: string[][], options: BootstrapOptions = {}): NodePreset {
    const { mode = BootstrapMode.ONCE, essential } = options;
    const set: BootstrapCommand = { commands: commands.map(asCommand), mode, essential };
    return NodePreset.of(`bootstrap commands ${commandsName}`, { bootstrapCommands: { [commandsName]: set } });
  }

  private constructor() {}
}

const PROGRAM = 'apiclient';

function asCommand(words: string[]): string[] {
  return words[0] === PROGRAM || CDK_TOKENS.isToken(words) ? words : [PROGRAM, ...words];
}
