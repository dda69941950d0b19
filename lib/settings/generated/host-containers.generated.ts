// Generated from schema/ by `npm run generate`. Do not edit.

/**
 * Containers that run beside the orchestrator for people and tools. `admin` and `control` are predefined.
 *
 * @see https://bottlerocket.dev/en/os/latest/api/settings/host-containers/
 */
export interface HostContainer {
  /**
   * The command to run in place of the entry point of the image.
   *
   * TOML: `settings.host-containers.<name>.command[]`. Since Bottlerocket 1.47.0.
   *
   * Allowed for each: text on one line, without control characters.
   *
   * @default - nothing is written, the OS decides
   */
  readonly command?: string[];

  /**
   * Whether the container runs.
   *
   * TOML: `settings.host-containers.<name>.enabled`.
   *
   * @default - admin false; control true on AWS, false on VMware, bare metal and Mantle
   */
  readonly enabled?: boolean;

  /**
   * The image to run. Once set, OS updates no longer move it.
   *
   * TOML: `settings.host-containers.<name>.source`.
   *
   * Allowed: an image reference of printable ASCII without spaces, such as
   * public.ecr.aws/bottlerocket/bottlerocket-admin:v0.12.0.
   *
   * @default - for admin and control the image that matches the OS release; none for others
   */
  readonly source?: string;

  /**
   * Whether the container has full access to the host.
   *
   * TOML: `settings.host-containers.<name>.superpowered`.
   *
   * @default - admin true, control false
   */
  readonly superpowered?: boolean;

  /**
   * A file that is handed to the container, base64-encoded.
   *
   * TOML: `settings.host-containers.<name>.user-data`. Since Bottlerocket 1.0.5.
   *
   * Allowed: base64 in the standard alphabet with its = padding.
   *
   * @default - for admin, generated from the EC2 key pair on AWS
   */
  readonly userData?: string;
}
