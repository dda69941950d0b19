// Generated from schema/ by `npm run generate`. Do not edit.

import type { BootstrapMode } from './enums.generated';

/**
 * Containers that run during boot, one after another in the order of their names, before the node takes work.
 *
 * @see https://bottlerocket.dev/en/os/latest/api/settings/bootstrap-containers/
 */
export interface BootstrapContainer {
  /**
   * The command to run in place of the entry point of the image.
   *
   * TOML: `settings.bootstrap-containers.<name>.command[]`. Since Bottlerocket 1.47.0.
   *
   * Allowed for each: text on one line, without control characters.
   *
   * @default - nothing is written, the OS decides
   */
  readonly command?: string[];

  /**
   * Whether a failing container stops the boot.
   *
   * TOML: `settings.bootstrap-containers.<name>.essential`. Since Bottlerocket 1.0.8.
   *
   * @default false
   */
  readonly essential?: boolean;

  /**
   * When the container runs. Without it, it never does.
   *
   * TOML: `settings.bootstrap-containers.<name>.mode`. Since Bottlerocket 1.0.8.
   *
   * @default - off
   */
  readonly mode?: BootstrapMode;

  /**
   * The image to run.
   *
   * TOML: `settings.bootstrap-containers.<name>.source`. Since Bottlerocket 1.0.8.
   *
   * Allowed: an image reference of printable ASCII without spaces, such as
   * public.ecr.aws/bottlerocket/bottlerocket-admin:v0.12.0.
   *
   * @default - since 1.33.0 the image bottlerocket-bootstrap, from Amazon ECR in the region on AWS
   */
  readonly source?: string;

  /**
   * A file that is handed to the container, base64-encoded.
   *
   * TOML: `settings.bootstrap-containers.<name>.user-data`. Since Bottlerocket 1.0.8.
   *
   * Allowed: base64 in the standard alphabet with its = padding.
   *
   * @default - nothing is written, the OS decides
   */
  readonly userData?: string;
}
