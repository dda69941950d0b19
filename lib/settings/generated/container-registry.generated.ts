// Generated from schema/ by `npm run generate`. Do not edit.

/**
 * Where container images are pulled from, and with which credentials.
 *
 * @see https://bottlerocket.dev/en/os/latest/api/settings/container-registry/
 */
export interface ContainerRegistrySettings {
  /**
   * Credentials for registries. Each entry names a registry and one scheme: `auth`, `username` with `password`, or
   * `identitytoken`. User data can be read by anyone who may describe the instance.
   *
   * TOML: `settings.container-registry.credentials`. Since Bottlerocket 1.6.2.
   *
   * @default - nothing is written, the OS decides
   */
  readonly credentials?: RegistryCredential[];

  /**
   * Mirrors for registries. Endpoints are tried in the order given, then the registry itself. The ECS variants honour
   * mirrors of docker.io only.
   *
   * TOML: `settings.container-registry.mirrors`. Since Bottlerocket 1.2.0.
   *
   * @default - nothing is written, the OS decides
   */
  readonly mirrors?: RegistryMirror[];
}

/**
 * Mirrors for registries. Endpoints are tried in the order given, then the registry itself. The ECS variants honour
 * mirrors of docker.io only.
 *
 * @see https://bottlerocket.dev/en/os/latest/api/settings/container-registry/
 */
export interface RegistryMirror {
  /**
   * The addresses of the mirror, the first that answers is used.
   *
   * TOML: `settings.container-registry.mirrors[].endpoint[]`. Since Bottlerocket 1.2.0.
   *
   * Allowed for each: a URL, or a host name or address with an optional port and path, without control characters.
   *
   * @default - nothing is written, the OS decides
   */
  readonly endpoint?: string[];

  /**
   * The host name of the registry that is mirrored, or `*` for every registry without an entry of its own.
   *
   * TOML: `settings.container-registry.mirrors[].registry`. Since Bottlerocket 1.2.0.
   *
   * Allowed: text on one line, without control characters (a trailing newline counts as one).
   *
   * @default - nothing is written, the OS decides
   */
  readonly registry?: string;
}

/**
 * Credentials for registries. Each entry names a registry and one scheme: `auth`, `username` with `password`, or
 * `identitytoken`. User data can be read by anyone who may describe the instance.
 *
 * @see https://bottlerocket.dev/en/os/latest/api/settings/container-registry/
 */
export interface RegistryCredential {
  /**
   * The user name, a colon and the password, base64-encoded.
   *
   * TOML: `settings.container-registry.credentials[].auth`. Since Bottlerocket 1.6.2.
   *
   * Allowed: base64 in the standard alphabet with its = padding.
   *
   * @default - nothing is written, the OS decides
   */
  readonly auth?: string;

  /**
   * An identity token.
   *
   * TOML: `settings.container-registry.credentials[].identitytoken`. Since Bottlerocket 1.6.2.
   *
   * Allowed: text on one line, without control characters (a trailing newline counts as one).
   *
   * @default - nothing is written, the OS decides
   */
  readonly identitytoken?: string;

  /**
   * The password that goes with `username`.
   *
   * TOML: `settings.container-registry.credentials[].password`. Since Bottlerocket 1.6.2.
   *
   * Allowed: text on one line, without control characters (a trailing newline counts as one).
   *
   * @default - nothing is written, the OS decides
   */
  readonly password?: string;

  /**
   * The host name of the registry.
   *
   * TOML: `settings.container-registry.credentials[].registry`. Since Bottlerocket 1.6.2.
   *
   * Allowed: text on one line, without control characters (a trailing newline counts as one).
   *
   * @default - nothing is written, the OS decides
   */
  readonly registry?: string;

  /**
   * The user name that goes with `password`.
   *
   * TOML: `settings.container-registry.credentials[].username`. Since Bottlerocket 1.6.2.
   *
   * Allowed: text on one line, without control characters (a trailing newline counts as one).
   *
   * @default - nothing is written, the OS decides
   */
  readonly username?: string;
}
