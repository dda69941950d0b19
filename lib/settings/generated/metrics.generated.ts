// Generated from schema/ by `npm run generate`. Do not edit.

/**
 * The health report that nodes send to the makers of the OS.
 *
 * @see https://bottlerocket.dev/en/os/latest/api/settings/metrics/
 */
export interface MetricsSettings {
  /**
   * Where the report goes.
   *
   * TOML: `settings.metrics.metrics-url`.
   *
   * Allowed: a URL, or a host name or address with an optional port and path, without control characters.
   *
   * @default - https://metrics.bottlerocket.aws/v1/metrics
   */
  readonly metricsUrl?: string;

  /**
   * Whether the report is sent.
   *
   * TOML: `settings.metrics.send-metrics`.
   *
   * @default - true on VMware and bare metal, and on AWS in the partitions aws and aws-us-gov
   */
  readonly sendMetrics?: boolean;

  /**
   * The services whose state is reported.
   *
   * TOML: `settings.metrics.service-checks[]`.
   *
   * Allowed for each: any text, several lines and the empty text included.
   *
   * @default - the services that the variant runs
   */
  readonly serviceChecks?: string[];
}
