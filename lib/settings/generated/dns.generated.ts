// Generated from schema/ by `npm run generate`. Do not edit.

/**
 * Name resolution on the node.
 *
 * @see https://bottlerocket.dev/en/os/latest/api/settings/dns/
 */
export interface DnsSettings {
  /**
   * The name servers to ask, in place of those that DHCP gives.
   *
   * TOML: `settings.dns.name-servers[]`. Since Bottlerocket 1.10.0.
   *
   * Allowed for each: one IPv4 or IPv6 address, without prefix length or zone.
   *
   * @default - nothing is written, the OS decides
   */
  readonly nameServers?: string[];

  /**
   * The domains that are tried for short names, in place of those that DHCP gives.
   *
   * TOML: `settings.dns.search-list[]`. Since Bottlerocket 1.10.0.
   *
   * Allowed for each: a host name of lower-case labels (letters, digits, hyphens; at most 63 characters each, not
   * starting with a hyphen), 253 characters in all.
   *
   * @default - nothing is written, the OS decides
   */
  readonly searchList?: string[];
}
