// Generated from schema/ by `npm run generate`. Do not edit.

import type {
  NvidiaDeviceIdStrategy,
  NvidiaDeviceListStrategy,
  NvidiaDevicePartitioningStrategy,
  NvidiaDeviceSharingStrategy,
} from './enums.generated';

/**
 * Device plugins that the image brings along.
 *
 * @see https://bottlerocket.dev/en/os/latest/api/settings/kubelet-device-plugins/
 */
export interface KubeletDevicePluginsSettings {
  /**
   * The NVIDIA device plugin.
   *
   * TOML: `settings.kubelet-device-plugins.nvidia`. Since Bottlerocket 1.23.0.
   *
   * @default - nothing is written, the OS decides
   */
  readonly nvidia?: NvidiaDevicePlugin;
}

/**
 * The NVIDIA device plugin.
 *
 * @see https://bottlerocket.dev/en/os/latest/api/settings/kubelet-device-plugins/
 */
export interface NvidiaDevicePlugin {
  /**
   * How containers are told which GPUs they got.
   *
   * TOML: `settings.kubelet-device-plugins.nvidia.device-id-strategy`. Since Bottlerocket 1.23.0.
   *
   * @default - index
   */
  readonly deviceIdStrategy?: NvidiaDeviceIdStrategy;

  /**
   * How GPUs are handed to the container runtime.
   *
   * TOML: `settings.kubelet-device-plugins.nvidia.device-list-strategy`. Since Bottlerocket 1.23.0.
   *
   * @default - volume-mounts; cdi-cri since Kubernetes 1.34
   */
  readonly deviceListStrategy?: NvidiaDeviceListStrategy[];

  /**
   * Whether GPUs are partitioned. Excludes sharing by mps.
   *
   * TOML: `settings.kubelet-device-plugins.nvidia.device-partitioning-strategy`. Since Bottlerocket 1.34.0.
   *
   * @default - none
   */
  readonly devicePartitioningStrategy?: NvidiaDevicePartitioningStrategy;

  /**
   * How several containers share a GPU.
   *
   * TOML: `settings.kubelet-device-plugins.nvidia.device-sharing-strategy`. Since Bottlerocket 1.25.0.
   *
   * @default - none
   */
  readonly deviceSharingStrategy?: NvidiaDeviceSharingStrategy;

  /**
   * Whether the plugin runs. Off when the DRA driver takes its place.
   *
   * TOML: `settings.kubelet-device-plugins.nvidia.enabled`. Since Bottlerocket 1.63.0.
   *
   * @default - true in effect
   */
  readonly enabled?: boolean;

  /**
   * Multi-instance GPUs. Needs the partitioning strategy `mig`, and acts after a reboot.
   *
   * TOML: `settings.kubelet-device-plugins.nvidia.mig`. Since Bottlerocket 1.34.0.
   *
   * @default - nothing is written, the OS decides
   */
  readonly mig?: NvidiaMig;

  /**
   * The Multi-Process Service. Needs the sharing strategy `mps`.
   *
   * TOML: `settings.kubelet-device-plugins.nvidia.mps`. Since Bottlerocket 1.54.0.
   *
   * @default - nothing is written, the OS decides
   */
  readonly mps?: NvidiaMps;

  /**
   * Whether the device nodes are passed to the kubelet, as the static CPU manager policy needs it.
   *
   * TOML: `settings.kubelet-device-plugins.nvidia.pass-device-specs`. Since Bottlerocket 1.23.0.
   *
   * @default true
   */
  readonly passDeviceSpecs?: boolean;

  /**
   * Time slicing. Needs the sharing strategy `time-slicing`.
   *
   * TOML: `settings.kubelet-device-plugins.nvidia.time-slicing`. Since Bottlerocket 1.25.0.
   *
   * @default - nothing is written, the OS decides
   */
  readonly timeSlicing?: NvidiaTimeSlicing;
}

/**
 * Time slicing. Needs the sharing strategy `time-slicing`.
 *
 * @see https://bottlerocket.dev/en/os/latest/api/settings/kubelet-device-plugins/
 */
export interface NvidiaTimeSlicing {
  /**
   * Whether a request for more than one share of a GPU fails.
   *
   * TOML: `settings.kubelet-device-plugins.nvidia.time-slicing.fail-requests-greater-than-one`. Since Bottlerocket
   * 1.25.0.
   *
   * @default - true when the sharing strategy is time-slicing
   */
  readonly failRequestsGreaterThanOne?: boolean;

  /**
   * Whether the resource is offered as nvidia.com/gpu.shared.
   *
   * TOML: `settings.kubelet-device-plugins.nvidia.time-slicing.rename-by-default`. Since Bottlerocket 1.25.0.
   *
   * @default - true when the sharing strategy is time-slicing
   */
  readonly renameByDefault?: boolean;

  /**
   * How many containers share one GPU.
   *
   * TOML: `settings.kubelet-device-plugins.nvidia.time-slicing.replicas`. Since Bottlerocket 1.25.0.
   *
   * Allowed: a whole number of at least 2.
   *
   * @default - 2 when the sharing strategy is time-slicing
   */
  readonly replicas?: number;
}

/**
 * The Multi-Process Service. Needs the sharing strategy `mps`.
 *
 * @see https://bottlerocket.dev/en/os/latest/api/settings/kubelet-device-plugins/
 */
export interface NvidiaMps {
  /**
   * Whether the resource is offered as nvidia.com/gpu.shared.
   *
   * TOML: `settings.kubelet-device-plugins.nvidia.mps.rename-by-default`. Since Bottlerocket 1.54.0.
   *
   * @default true
   */
  readonly renameByDefault?: boolean;

  /**
   * How many containers share one GPU.
   *
   * TOML: `settings.kubelet-device-plugins.nvidia.mps.replicas`. Since Bottlerocket 1.54.0.
   *
   * Allowed: a whole number from 2 to 48.
   *
   * @default 2
   */
  readonly replicas?: number;
}

/**
 * Multi-instance GPUs. Needs the partitioning strategy `mig`, and acts after a reboot.
 *
 * @see https://bottlerocket.dev/en/os/latest/api/settings/kubelet-device-plugins/
 */
export interface NvidiaMig {
  /**
   * The MIG profile, or the number of partitions as text, for each GPU model.
   *
   * TOML: `settings.kubelet-device-plugins.nvidia.mig.profile`. Since Bottlerocket 1.34.0.
   *
   * Allowed keys: a lower-case GPU model, a dot and the memory size, such as a100.40gb. Allowed values: a number of
   * partitions (1, 2, 3, 4 or 7, as text) or a MIG profile such as 1g.5gb.
   *
   * @default - nothing is written, the OS decides
   */
  readonly profile?: { [key: string]: string };
}
