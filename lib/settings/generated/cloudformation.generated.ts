// Generated from schema/ by `npm run generate`. Do not edit.

/**
 * The signal to AWS CloudFormation that the node has started.
 *
 * @see https://bottlerocket.dev/en/os/latest/api/settings/cloudformation/
 */
export interface CloudFormationSettings {
  /**
   * The logical id of the Auto Scaling group or instance that waits for the signal.
   *
   * TOML: `settings.cloudformation.logical-resource-id`. Since Bottlerocket 1.6.2.
   *
   * Allowed: text on one line, without control characters (a trailing newline counts as one).
   *
   * @default - empty text
   */
  readonly logicalResourceId?: string;

  /**
   * Whether the node signals. Needs `stack-name` and `logical-resource-id`.
   *
   * TOML: `settings.cloudformation.should-signal`. Since Bottlerocket 1.6.2.
   *
   * @default false
   */
  readonly shouldSignal?: boolean;

  /**
   * The name or id of the stack that waits for the signal.
   *
   * TOML: `settings.cloudformation.stack-name`. Since Bottlerocket 1.6.2.
   *
   * Allowed: text on one line, without control characters (a trailing newline counts as one).
   *
   * @default - empty text
   */
  readonly stackName?: string;
}
