// Generated from schema/ by `npm run generate`. Do not edit.

import type { ContainerdSnapshotter } from './enums.generated';

/**
 * How containerd works.
 *
 * @see https://bottlerocket.dev/en/os/latest/api/settings/container-runtime/
 */
export interface ContainerRuntimeSettings {
  /**
   * The size of the pieces in which one layer is fetched in parallel. Needs containerd 2.1.
   *
   * TOML: `settings.container-runtime.concurrent-download-chunk-size`. Since Bottlerocket 1.47.0.
   *
   * Allowed: a size below 2^63 bytes, with a unit of 1000 (kb, mb, gb) or 1024 (kib, mib, gib), such as 8mib.
   *
   * @default - 8mib in effect where containerd is 2.1 or newer
   */
  readonly concurrentDownloadChunkSize?: string;

  /**
   * Whether containers may open ICMP echo sockets without the capability net-raw.
   *
   * TOML: `settings.container-runtime.enable-unprivileged-icmp`. Since Bottlerocket 1.10.1.
   *
   * @default - nothing is written, the OS decides
   */
  readonly enableUnprivilegedIcmp?: boolean;

  /**
   * Whether containers may bind ports below 1024 without the capability net-bind-service.
   *
   * TOML: `settings.container-runtime.enable-unprivileged-ports`. Since Bottlerocket 1.10.1.
   *
   * @default - nothing is written, the OS decides
   */
  readonly enableUnprivilegedPorts?: boolean;

  /**
   * How many layers of an image are downloaded at a time.
   *
   * TOML: `settings.container-runtime.max-concurrent-downloads`. Since Bottlerocket 1.10.1.
   *
   * Allowed: a whole number from -2147483648 to 2147483647.
   *
   * @default - nothing is written, the OS decides
   */
  readonly maxConcurrentDownloads?: number;

  /**
   * How many layers of an image are unpacked at a time. Needs containerd 2.2.
   *
   * TOML: `settings.container-runtime.max-concurrent-unpacks`. Since Bottlerocket 1.60.0.
   *
   * Allowed: a whole number from -2147483648 to 2147483647.
   *
   * @default - nothing is written, the OS decides
   */
  readonly maxConcurrentUnpacks?: number;

  /**
   * The longest line of a container log in bytes; longer ones are split. -1 means no limit.
   *
   * TOML: `settings.container-runtime.max-container-log-line-size`. Since Bottlerocket 1.10.1.
   *
   * Allowed: a whole number from -2147483648 to 2147483647.
   *
   * @default - nothing is written, the OS decides
   */
  readonly maxContainerLogLineSize?: number;

  /**
   * What stores the layers of images. Chosen at the first boot; it cannot be changed later.
   *
   * TOML: `settings.container-runtime.snapshotter`. Since Bottlerocket 1.44.0.
   *
   * @default - overlayfs
   */
  readonly snapshotter?: ContainerdSnapshotter;
}
