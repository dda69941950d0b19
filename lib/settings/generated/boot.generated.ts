// Generated from schema/ by `npm run generate`. Do not edit.

/**
 * Parameters for the kernel command line and for the init system. They act after a reboot.
 *
 * @see https://bottlerocket.dev/en/os/latest/api/settings/boot/
 */
export interface BootSettings {
  /**
   * Parameters for the init system. An empty list makes a flag without a value.
   *
   * TOML: `settings.boot.init-parameters`. Since Bottlerocket 1.8.0.
   *
   * Allowed keys: words of ASCII letters, digits, hyphens and underscores, joined by dots. Allowed values for each:
   * printable ASCII that does not hold both a single and a double quote.
   *
   * @default - nothing is written, the OS decides
   */
  readonly initParameters?: { [key: string]: string[] };

  /**
   * Parameters for the kernel. An empty list makes a flag without a value.
   *
   * TOML: `settings.boot.kernel-parameters`. Since Bottlerocket 1.8.0.
   *
   * Allowed keys: words of ASCII letters, digits, hyphens and underscores, joined by dots. Allowed values for each:
   * printable ASCII that does not hold both a single and a double quote.
   *
   * @default - generated from the boot configuration the image carries
   */
  readonly kernelParameters?: { [key: string]: string[] };

  /**
   * Whether the node reboots once during its first boot so that the parameters of this group apply.
   *
   * TOML: `settings.boot.reboot-to-reconcile`. Since Bottlerocket 1.10.0.
   *
   * @default - nothing is written, the OS decides
   */
  readonly rebootToReconcile?: boolean;
}
