// Generated from schema/ by `npm run generate`. Do not edit.

/**
 * How the node behaves as a member of an EC2 Auto Scaling group.
 *
 * @see https://bottlerocket.dev/en/os/latest/api/settings/autoscaling/
 */
export interface AutoScalingSettings {
  /**
   * Whether the kubelet or the ECS agent starts only once the instance is InService. Needed in warm pools, where an
   * instance boots long before it is used.
   *
   * TOML: `settings.autoscaling.should-wait`. Since Bottlerocket 1.8.0.
   *
   * @default false
   */
  readonly shouldWait?: boolean;
}
