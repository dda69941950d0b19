// Generated from schema/ by `npm run generate`. Do not edit.

/**
 * Bundles of certificate authorities.
 *
 * @see https://bottlerocket.dev/en/os/latest/api/settings/pki/
 */
export interface PkiBundle {
  /**
   * The certificates in PEM form, base64-encoded as a whole.
   *
   * TOML: `settings.pki.<name>.data`. Since Bottlerocket 1.2.0.
   *
   * Allowed: base64 of one or more PEM certificates, or empty text to remove the bundle.
   *
   * @default - empty text
   */
  readonly data?: string;

  /**
   * Whether the OS and the container runtime trust the bundle.
   *
   * TOML: `settings.pki.<name>.trusted`. Since Bottlerocket 1.2.0.
   *
   * @default false
   */
  readonly trusted?: boolean;
}
