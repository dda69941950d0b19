// Generated from schema/ by `npm run generate`. Do not edit.

/**
 * How containers get hold of NVIDIA GPUs. Not part of the ECS variants.
 *
 * @see https://bottlerocket.dev/en/os/latest/api/settings/nvidia-container-runtime/
 */
export interface NvidiaContainerRuntimeSettings {
  /**
   * Whether containers may ask for GPUs by volume mounts.
   *
   * TOML: `settings.nvidia-container-runtime.visible-devices-as-volume-mounts`. Since Bottlerocket 1.23.0.
   *
   * @default true
   */
  readonly visibleDevicesAsVolumeMounts?: boolean;

  /**
   * Whether unprivileged containers may ask for GPUs by NVIDIA_VISIBLE_DEVICES, and so bypass the device plugin.
   *
   * TOML: `settings.nvidia-container-runtime.visible-devices-envvar-when-unprivileged`. Since Bottlerocket 1.23.0.
   *
   * @default false
   */
  readonly visibleDevicesEnvvarWhenUnprivileged?: boolean;
}
