// Generated from schema/ by `npm run generate`. Do not edit.

import type {
  KernelLockdown,
  NvidiaDriverBranch,
  TransparentHugepageDefragPolicy,
  TransparentHugepagePolicy,
} from './enums.generated';

/**
 * The Linux kernel. Mantle builds take only `lockdown` and `sysctl`.
 *
 * @see https://bottlerocket.dev/en/os/latest/api/settings/kernel/
 */
export interface KernelSettings {
  /**
   * Which drivers are loaded.
   *
   * TOML: `settings.kernel.drivers`. Since Bottlerocket 1.66.0.
   *
   * @default - nothing is written, the OS decides
   */
  readonly drivers?: KernelDrivers;

  /**
   * Huge memory pages.
   *
   * TOML: `settings.kernel.hugepages`. Since Bottlerocket 1.64.0.
   *
   * @default - nothing is written, the OS decides
   */
  readonly hugepages?: KernelHugepages;

  /**
   * How far the kernel is protected from programs with full rights. Loosening it needs a reboot.
   *
   * TOML: `settings.kernel.lockdown`. Since Bottlerocket 1.0.5.
   *
   * @default - integrity; none in NVIDIA and development variants
   */
  readonly lockdown?: KernelLockdown;

  /**
   * Kernel modules, by name.
   *
   * TOML: `settings.kernel.modules`. Since Bottlerocket 1.9.0.
   *
   * Allowed keys: at most 56 ASCII letters, digits, hyphens and underscores.
   *
   * @default - nothing is written, the OS decides
   */
  readonly modules?: { [key: string]: KernelModule };

  /**
   * Kernel parameters. Values are text, numbers too.
   *
   * TOML: `settings.kernel.sysctl`. Since Bottlerocket 1.0.3.
   *
   * Allowed keys: 1 to 128 ASCII letters, digits, dots, slashes, hyphens and underscores; no leading dot or slash, no
   * two dots in a row. Allowed values: any text, several lines and the empty text included.
   *
   * @default - nothing is written, the OS decides
   */
  readonly sysctl?: { [key: string]: string };

  /**
   * The compressed swap device in memory.
   *
   * TOML: `settings.kernel.zram`. Since Bottlerocket 1.69.0.
   *
   * @default - nothing is written, the OS decides
   */
  readonly zram?: KernelZram;
}

/**
 * The compressed swap device in memory.
 *
 * @see https://bottlerocket.dev/en/os/latest/api/settings/kernel/
 */
export interface KernelZram {
  /**
   * The size of the device. The release notes name the setting but not its syntax; it is passed on as given.
   *
   * TOML: `settings.kernel.zram.size`. Since Bottlerocket 1.69.0.
   *
   * Allowed: text or a whole number.
   *
   * @default - 1 GiB before 1.69.0
   */
  readonly size?: string;
}

/**
 * Kernel modules, by name.
 *
 * @see https://bottlerocket.dev/en/os/latest/api/settings/kernel/
 */
export interface KernelModule {
  /**
   * Whether the module may be loaded.
   *
   * TOML: `settings.kernel.modules.<name>.allowed`. Since Bottlerocket 1.9.0.
   *
   * @default - true in effect
   */
  readonly allowed?: boolean;

  /**
   * Whether the module is loaded at boot. Needs `allowed`.
   *
   * TOML: `settings.kernel.modules.<name>.autoload`. Since Bottlerocket 1.16.0.
   *
   * @default false
   */
  readonly autoload?: boolean;
}

/**
 * Huge memory pages.
 *
 * @see https://bottlerocket.dev/en/os/latest/api/settings/kernel/
 */
export interface KernelHugepages {
  /**
   * Huge pages reserved at boot.
   *
   * TOML: `settings.kernel.hugepages.static`. Since Bottlerocket 1.64.0.
   *
   * @default - nothing is written, the OS decides
   */
  readonly staticPages?: KernelStaticHugepages;

  /**
   * Huge pages given to programs behind the scenes.
   *
   * TOML: `settings.kernel.hugepages.transparent`. Since Bottlerocket 1.64.0.
   *
   * @default - nothing is written, the OS decides
   */
  readonly transparent?: KernelTransparentHugepages;
}

/**
 * Huge pages given to programs behind the scenes.
 *
 * @see https://bottlerocket.dev/en/os/latest/api/settings/kernel/
 */
export interface KernelTransparentHugepages {
  /**
   * When memory is compacted to make huge pages.
   *
   * TOML: `settings.kernel.hugepages.transparent.defrag`. Since Bottlerocket 1.64.0.
   *
   * @default - follows enabled, never for never and madvise for the others
   */
  readonly defrag?: TransparentHugepageDefragPolicy;

  /**
   * Which memory gets transparent huge pages.
   *
   * TOML: `settings.kernel.hugepages.transparent.enabled`. Since Bottlerocket 1.64.0.
   *
   * @default - madvise
   */
  readonly enabled?: TransparentHugepagePolicy;
}

/**
 * Huge pages reserved at boot.
 *
 * @see https://bottlerocket.dev/en/os/latest/api/settings/kernel/
 */
export interface KernelStaticHugepages {
  /**
   * Whether the boot fails when the pages cannot be reserved.
   *
   * TOML: `settings.kernel.hugepages.static.essential`. Since Bottlerocket 1.64.0.
   *
   * @default false
   */
  readonly essential?: boolean;

  /**
   * What to reserve, by page size. One size must not be given in two spellings.
   *
   * TOML: `settings.kernel.hugepages.static.<size>`.
   *
   * Allowed keys: a power of two with the unit Ki, Mi, Gi or Ti, such as 2Mi.
   *
   * @default - nothing is written, the OS decides
   */
  readonly sizes?: { [key: string]: HugepageReservation };
}

/**
 * What to reserve, by page size. One size must not be given in two spellings.
 *
 * @see https://bottlerocket.dev/en/os/latest/api/settings/kernel/
 */
export interface HugepageReservation {
  /**
   * How many pages, in all or for each NUMA node. Text, not a number.
   *
   * TOML: `settings.kernel.hugepages.static.<size>.count`. Since Bottlerocket 1.64.0.
   *
   * Allowed: a page count as text, or counts for each NUMA node such as 0:128,1:256.
   */
  readonly count: string;
}

/**
 * Which drivers are loaded.
 *
 * @see https://bottlerocket.dev/en/os/latest/api/settings/kernel/
 */
export interface KernelDrivers {
  /**
   * The NVIDIA driver.
   *
   * TOML: `settings.kernel.drivers.nvidia`. Since Bottlerocket 1.66.0.
   *
   * @default - nothing is written, the OS decides
   */
  readonly nvidia?: NvidiaDriver;
}

/**
 * The NVIDIA driver.
 *
 * @see https://bottlerocket.dev/en/os/latest/api/settings/kernel/
 */
export interface NvidiaDriver {
  /**
   * The driver branch, where the image carries two: Kubernetes 1.37 since 1.66.0, kernels 6.1 and 6.12 since 1.68.0.
   * Elsewhere it has no effect.
   *
   * TOML: `settings.kernel.drivers.nvidia.branch`. Since Bottlerocket 1.66.0.
   */
  readonly branch: NvidiaDriverBranch;
}
