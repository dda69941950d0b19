// Generated from schema/ by `npm run generate`. Do not edit.

import type { BootstrapMode } from './enums.generated';

/**
 * Sets of API client commands that run during boot, one after another in the order of their names.
 *
 * @see https://bottlerocket.dev/en/os/latest/api/settings/bootstrap-commands/
 */
export interface BootstrapCommand {
  /**
   * The commands of the set, each a list of words that starts with `apiclient`.
   *
   * TOML: `settings.bootstrap-commands.<name>.commands[]`. Since Bottlerocket 1.22.0.
   *
   * Allowed for each: a list of strings that starts with apiclient, such as ["apiclient", "ephemeral-storage", "init"].
   *
   * @default - nothing is written, the OS decides
   */
  readonly commands?: string[][];

  /**
   * Whether a failure stops the boot.
   *
   * TOML: `settings.bootstrap-commands.<name>.essential`. Since Bottlerocket 1.22.0.
   *
   * @default false
   */
  readonly essential?: boolean;

  /**
   * When the commands run. Without it they never do.
   *
   * TOML: `settings.bootstrap-commands.<name>.mode`. Since Bottlerocket 1.22.0.
   *
   * @default - off
   */
  readonly mode?: BootstrapMode;
}
