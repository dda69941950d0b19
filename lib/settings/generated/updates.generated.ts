// Generated from schema/ by `npm run generate`. Do not edit.

/**
 * In-place updates of the OS.
 *
 * @see https://bottlerocket.dev/en/os/latest/api/settings/updates/
 */
export interface UpdatesSettings {
  /**
   * Whether the node updates as soon as a release is out, without waiting for its turn.
   *
   * TOML: `settings.updates.ignore-waves`. Since Bottlerocket 0.4.1.
   *
   * @default false
   */
  readonly ignoreWaves?: boolean;

  /**
   * Where the signed update metadata is read.
   *
   * TOML: `settings.updates.metadata-base-url`.
   *
   * Allowed: a URL, or a host name or address with an optional port and path, without control characters.
   *
   * @default - a repository in the region on AWS, https://updates.bottlerocket.aws/2020-07-07/ elsewhere
   */
  readonly metadataBaseUrl?: string;

  /**
   * Decides when it is the node's turn to update.
   *
   * TOML: `settings.updates.seed`.
   *
   * Allowed: a whole number from 0 to 4294967295.
   *
   * @default - a random number from 0 to 2047
   */
  readonly seed?: number;

  /**
   * Where update images are read.
   *
   * TOML: `settings.updates.targets-base-url`.
   *
   * Allowed: a URL, or a host name or address with an optional port and path, without control characters.
   *
   * @default - a repository in the region on AWS, https://updates.bottlerocket.aws/targets/ elsewhere
   */
  readonly targetsBaseUrl?: string;

  /**
   * The release to update to, with all three parts, or `latest`.
   *
   * TOML: `settings.updates.version-lock`. Since Bottlerocket 0.4.1.
   *
   * Allowed: the word latest, or a version of three parts such as 1.66.0 (a leading v is fine).
   *
   * @default - latest
   */
  readonly versionLock?: string;
}
