// Generated from schema/ by `npm run generate`. Do not edit.

/**
 * How programs on the node, the OS itself included, reach AWS.
 *
 * @see https://bottlerocket.dev/en/os/latest/api/settings/aws/
 */
export interface AwsSettings {
  /**
   * An AWS shared configuration file, base64-encoded.
   *
   * TOML: `settings.aws.config`. Since Bottlerocket 1.11.0.
   *
   * Allowed: base64 in the standard alphabet with its = padding.
   *
   * @default - generated since 1.27.0; turns FIPS endpoints on in FIPS variants and off in others
   */
  readonly config?: string;

  /**
   * An AWS shared credentials file, base64-encoded. User data can be read by anyone who may describe the instance:
   * prefer the instance role.
   *
   * TOML: `settings.aws.credentials`. Since Bottlerocket 1.11.0.
   *
   * Allowed: base64 in the standard alphabet with its = padding.
   *
   * @default - nothing is written, the OS decides
   */
  readonly credentials?: string;

  /**
   * The profile to use from `config` and `credentials`.
   *
   * TOML: `settings.aws.profile`. Since Bottlerocket 1.11.0.
   *
   * Allowed: text on one line, without control characters (a trailing newline counts as one).
   *
   * @default - default
   */
  readonly profile?: string;

  /**
   * The region the node works in. A wrong one keeps the node from joining; leave it out on EC2.
   *
   * TOML: `settings.aws.region`.
   *
   * Allowed: text on one line, without control characters (a trailing newline counts as one).
   *
   * @default - the region that the instance metadata names
   */
  readonly region?: string;
}
