// Generated from schema/ by `npm run generate`. Do not edit.

import type { SociPullMode } from './enums.generated';

/**
 * Programs beside containerd.
 *
 * @see https://bottlerocket.dev/en/os/latest/api/settings/container-runtime-plugins/
 */
export interface ContainerRuntimePluginsSettings {
  /**
   * The SOCI snapshotter. Works only where `container-runtime.snapshotter` is `soci`.
   *
   * TOML: `settings.container-runtime-plugins.soci-snapshotter`. Since Bottlerocket 1.44.0.
   *
   * @default - nothing is written, the OS decides
   */
  readonly sociSnapshotter?: SociSnapshotterSettings;
}

/**
 * The SOCI snapshotter. Works only where `container-runtime.snapshotter` is `soci`.
 *
 * @see https://bottlerocket.dev/en/os/latest/api/settings/container-runtime-plugins/
 */
export interface SociSnapshotterSettings {
  /**
   * How images are pulled and unpacked in parallel.
   *
   * TOML: `settings.container-runtime-plugins.soci-snapshotter.parallel-pull-unpack`. Since Bottlerocket 1.44.0.
   *
   * @default - nothing is written, the OS decides
   */
  readonly parallelPullUnpack?: SociParallelPullUnpack;

  /**
   * How images are pulled.
   *
   * TOML: `settings.container-runtime-plugins.soci-snapshotter.pull-mode`. Since Bottlerocket 1.44.0.
   *
   * @default - parallel-pull-unpack
   */
  readonly pullMode?: SociPullMode;
}

/**
 * How images are pulled and unpacked in parallel.
 *
 * @see https://bottlerocket.dev/en/os/latest/api/settings/container-runtime-plugins/
 */
export interface SociParallelPullUnpack {
  /**
   * The size of the pieces in which one layer is downloaded.
   *
   * TOML: `settings.container-runtime-plugins.soci-snapshotter.parallel-pull-unpack.concurrent-download-chunk-size`.
   * Since Bottlerocket 1.44.0.
   *
   * Allowed: the word unlimited, or a size below 2^63 bytes such as 16mb or 1.5gib.
   *
   * @default - unlimited
   */
  readonly concurrentDownloadChunkSize?: string;

  /**
   * Whether the compressed layer is deleted once it is unpacked.
   *
   * TOML: `settings.container-runtime-plugins.soci-snapshotter.parallel-pull-unpack.discard-unpacked-layers`. Since
   * Bottlerocket 1.44.0.
   *
   * @default false
   */
  readonly discardUnpackedLayers?: boolean;

  /**
   * How many downloads run at a time on the node. -1 means no limit.
   *
   * TOML: `settings.container-runtime-plugins.soci-snapshotter.parallel-pull-unpack.max-concurrent-downloads`. Since
   * Bottlerocket 1.44.0.
   *
   * Allowed: a whole number of at most 64 bits.
   *
   * @default -1
   */
  readonly maxConcurrentDownloads?: number;

  /**
   * How many downloads run at a time for one image.
   *
   * TOML: `settings.container-runtime-plugins.soci-snapshotter.parallel-pull-unpack.max-concurrent-downloads-per-image`.
   * Since Bottlerocket 1.44.0.
   *
   * Allowed: a whole number of at most 64 bits.
   *
   * @default 3
   */
  readonly maxConcurrentDownloadsPerImage?: number;

  /**
   * How many layers are unpacked at a time on the node. -1 means no limit.
   *
   * TOML: `settings.container-runtime-plugins.soci-snapshotter.parallel-pull-unpack.max-concurrent-unpacks`. Since
   * Bottlerocket 1.44.0.
   *
   * Allowed: a whole number of at most 64 bits.
   *
   * @default -1
   */
  readonly maxConcurrentUnpacks?: number;

  /**
   * How many layers are unpacked at a time for one image.
   *
   * TOML: `settings.container-runtime-plugins.soci-snapshotter.parallel-pull-unpack.max-concurrent-unpacks-per-image`.
   * Since Bottlerocket 1.44.0.
   *
   * Allowed: a whole number of at most 64 bits.
   *
   * @default 1
   */
  readonly maxConcurrentUnpacksPerImage?: number;
}
