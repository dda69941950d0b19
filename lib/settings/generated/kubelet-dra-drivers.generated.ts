// Generated from schema/ by `npm run generate`. Do not edit.

/**
 * Drivers for dynamic resource allocation that the image brings along.
 *
 * @see https://bottlerocket.dev/en/os/latest/api/settings/kubelet-dra-drivers/
 */
export interface KubeletDraDriversSettings {
  /**
   * The network driver dranet.
   *
   * TOML: `settings.kubelet-dra-drivers.net`. Since Bottlerocket 1.69.0. Since Kubernetes 1.34.
   *
   * @default - nothing is written, the OS decides
   */
  readonly net?: NetDraDriver;

  /**
   * The NVIDIA driver.
   *
   * TOML: `settings.kubelet-dra-drivers.nvidia`. Since Bottlerocket 1.66.0. Since Kubernetes 1.34.
   *
   * @default - nothing is written, the OS decides
   */
  readonly nvidia?: NvidiaDraDriver;
}

/**
 * The NVIDIA driver.
 *
 * @see https://bottlerocket.dev/en/os/latest/api/settings/kubelet-dra-drivers/
 */
export interface NvidiaDraDriver {
  /**
   * Whether the driver runs. Needs `kubelet-device-plugins.nvidia.enabled` to be false.
   *
   * TOML: `settings.kubelet-dra-drivers.nvidia.enabled`. Since Bottlerocket 1.66.0. Since Kubernetes 1.34.
   *
   * @default false
   */
  readonly enabled?: boolean;
}

/**
 * The network driver dranet.
 *
 * @see https://bottlerocket.dev/en/os/latest/api/settings/kubelet-dra-drivers/
 */
export interface NetDraDriver {
  /**
   * The address and port on which the driver serves its metrics, such as 127.0.0.1:9177.
   *
   * TOML: `settings.kubelet-dra-drivers.net.bind-address`. Since Bottlerocket 1.69.0. Since Kubernetes 1.34.
   *
   * Allowed: text on one line, without control characters (a trailing newline counts as one).
   *
   * @default - nothing is written, the OS decides
   */
  readonly bindAddress?: string;

  /**
   * A CEL expression that chooses the network devices to offer.
   *
   * TOML: `settings.kubelet-dra-drivers.net.device-filter`. Since Bottlerocket 1.69.0. Since Kubernetes 1.34.
   *
   * Allowed: text on one line, without control characters (a trailing newline counts as one).
   *
   * @default - nothing is written, the OS decides
   */
  readonly deviceFilter?: string;

  /**
   * Whether the driver runs.
   *
   * TOML: `settings.kubelet-dra-drivers.net.enabled`. Since Bottlerocket 1.69.0. Since Kubernetes 1.34.
   *
   * @default false
   */
  readonly enabled?: boolean;
}
