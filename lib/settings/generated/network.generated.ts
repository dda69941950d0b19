// Generated from schema/ by `npm run generate`. Do not edit.

/**
 * The host name, static names and the proxy.
 *
 * @see https://bottlerocket.dev/en/os/latest/api/settings/network/
 */
export interface NetworkSettings {
  /**
   * The host name of the node.
   *
   * TOML: `settings.network.hostname`. Since Bottlerocket 1.2.0.
   *
   * Allowed: a host name of lower-case labels (letters, digits, hyphens; at most 63 characters each, not starting with a
   * hyphen), 253 characters in all.
   *
   * @default - the name that reverse DNS gives, else the IP address
   */
  readonly hostname?: string;

  /**
   * Static host names, added to /etc/hosts in the order given.
   *
   * TOML: `settings.network.hosts[]`. Since Bottlerocket 1.8.0.
   *
   * @default - nothing is written, the OS decides
   */
  readonly hosts?: NetworkHost[];

  /**
   * The proxy for HTTP and HTTPS requests of the OS, the container runtime and the orchestrator.
   *
   * TOML: `settings.network.https-proxy`. Since Bottlerocket 1.0.5.
   *
   * Allowed: a URL, or a host name or address with an optional port and path, without control characters.
   *
   * @default - nothing is written, the OS decides
   */
  readonly httpsProxy?: string;

  /**
   * Hosts that are reached without the proxy. The OS adds localhost, 127.0.0.1 and, for Kubernetes, the API server and
   * the cluster domain; it does not add the instance metadata address.
   *
   * TOML: `settings.network.no-proxy[]`. Since Bottlerocket 1.0.5.
   *
   * Allowed for each: text on one line, without control characters (a trailing newline counts as one).
   *
   * @default - nothing is written, the OS decides
   */
  readonly noProxy?: string[];
}

/**
 * Static host names, added to /etc/hosts in the order given.
 *
 * @see https://bottlerocket.dev/en/os/latest/api/settings/network/
 */
export interface NetworkHost {
  /**
   * The IP address.
   *
   * TOML: `settings.network.hosts[].address`. Since Bottlerocket 1.8.0.
   *
   * Allowed: one IPv4 or IPv6 address, without prefix length or zone.
   *
   * @default - nothing is written, the OS decides
   */
  readonly address?: string;

  /**
   * The names of that address.
   *
   * TOML: `settings.network.hosts[].hostnames[]`. Since Bottlerocket 1.8.0.
   *
   * Allowed for each: a host name of lower-case labels (letters, digits, hyphens; at most 63 characters each, not
   * starting with a hyphen), 253 characters in all.
   *
   * @default - nothing is written, the OS decides
   */
  readonly hostnames?: string[];
}
