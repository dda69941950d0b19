// Generated from schema/ by `npm run generate`. Do not edit.

/**
 * Programs that verify the signature of an image before a container starts.
 *
 * @see https://bottlerocket.dev/en/os/latest/api/settings/image-verifier-plugins/
 */
export interface ImageVerifierPluginsSettings {
  /**
   * Whether images are verified. A verifier without a trust policy blocks every pull.
   *
   * TOML: `settings.image-verifier-plugins.enabled`. Since Bottlerocket 1.51.0.
   *
   * @default false
   */
  readonly enabled?: boolean;

  /**
   * The plugins, by name.
   *
   * TOML: `settings.image-verifier-plugins.<plugin>`.
   *
   * Allowed keys: at most 76 ASCII letters, digits and hyphens.
   *
   * @default - nothing is written, the OS decides
   */
  readonly plugins?: { [key: string]: ImageVerifierPlugin };
}

/**
 * The plugins, by name.
 *
 * @see https://bottlerocket.dev/en/os/latest/api/settings/image-verifier-plugins/
 */
export interface ImageVerifierPlugin {
  /**
   * The trust policy, a JSON document, base64-encoded.
   *
   * TOML: `settings.image-verifier-plugins.<plugin>.trustpolicy`. Since Bottlerocket 1.51.0.
   *
   * Allowed: base64 (standard alphabet, padded) of a JSON document.
   *
   * @default - nothing is written, the OS decides
   */
  readonly trustpolicy?: string;
}
