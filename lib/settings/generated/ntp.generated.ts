// Generated from schema/ by `npm run generate`. Do not edit.

/**
 * The clock.
 *
 * @see https://bottlerocket.dev/en/os/latest/api/settings/ntp/
 */
export interface NtpSettings {
  /**
   * chrony options for every time server, one string for each option with its value.
   *
   * TOML: `settings.ntp.options[]`. Since Bottlerocket 1.20.0.
   *
   * Allowed for each: any text, several lines and the empty text included.
   *
   * @default - iburst
   */
  readonly options?: string[];

  /**
   * The time servers to ask. The list replaces the default one.
   *
   * TOML: `settings.ntp.time-servers[]`.
   *
   * Allowed for each: a URL, or a host name or address with an optional port and path, without control characters.
   *
   * @default - 169.254.169.123 and 2.amazon.pool.ntp.org on AWS, 2.amazon.pool.ntp.org elsewhere
   */
  readonly timeServers?: string[];
}
