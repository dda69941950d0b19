// Generated from schema/ by `npm run generate`. Do not edit.

/**
 * What the boot measurement in the TPM covers.
 *
 * @see https://bottlerocket.dev/en/os/latest/api/settings/measurement/
 */
export interface MeasurementSettings {
  /**
   * Paths of settings that are left out of the measurement.
   *
   * TOML: `settings.measurement.excluded-settings[]`. Since Bottlerocket 1.66.0.
   *
   * Allowed for each: the path of a setting, without wildcards, other than measurement itself.
   *
   * @default - nothing is written, the OS decides
   */
  readonly excludedSettings?: string[];
}
