// Generated from schema/ by `npm run generate`. Do not edit.

/**
 * Hooks that run when a container starts.
 *
 * @see https://bottlerocket.dev/en/os/latest/api/settings/oci-hooks/
 */
export interface OciHooksSettings {
  /**
   * Whether running Java programs were patched against the Log4Shell vulnerability.
   *
   * TOML: `settings.oci-hooks.log4j-hotpatch-enabled`. Since Bottlerocket 1.5.0.
   *
   * @default false
   * @deprecated without effect since 1.15.0; the node only logs a warning
   */
  readonly log4jHotpatchEnabled?: boolean;
}
