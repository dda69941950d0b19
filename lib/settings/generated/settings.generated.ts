// Generated from schema/ by `npm run generate`. Do not edit.

import type { AutoScalingSettings } from './autoscaling.generated';
import type { AwsSettings } from './aws.generated';
import type { BootSettings } from './boot.generated';
import type { BootstrapCommand } from './bootstrap-commands.generated';
import type { BootstrapContainer } from './bootstrap-containers.generated';
import type { CloudFormationSettings } from './cloudformation.generated';
import type { ContainerRegistrySettings } from './container-registry.generated';
import type { ContainerRuntimePluginsSettings } from './container-runtime-plugins.generated';
import type { ContainerRuntimeSettings } from './container-runtime.generated';
import type { DnsSettings } from './dns.generated';
import type { EcsSettings } from './ecs.generated';
import type { HostContainer } from './host-containers.generated';
import type { ImageVerifierPluginsSettings } from './image-verifier-plugins.generated';
import type { KernelSettings } from './kernel.generated';
import type { KubeletDevicePluginsSettings } from './kubelet-device-plugins.generated';
import type { KubeletDraDriversSettings } from './kubelet-dra-drivers.generated';
import type { KubernetesSettings } from './kubernetes.generated';
import type { MeasurementSettings } from './measurement.generated';
import type { MetricsSettings } from './metrics.generated';
import type { NetworkSettings } from './network.generated';
import type { NtpSettings } from './ntp.generated';
import type { NvidiaContainerRuntimeSettings } from './nvidia-container-runtime.generated';
import type { OciDefaultsSettings } from './oci-defaults.generated';
import type { OciHooksSettings } from './oci-hooks.generated';
import type { PkiBundle } from './pki.generated';
import type { UpdatesSettings } from './updates.generated';

/**
 * The settings of a Bottlerocket node.
 *
 * They are checked as the OS checks them, before anything is deployed, and written to the user data in TOML. Any value
 * may be a CDK token; values that are only known at deployment are not checked.
 *
 * @see https://bottlerocket.dev/en/os/latest/api/settings/
 */
export interface BottlerocketSettings {
  /**
   * How the node behaves as a member of an EC2 Auto Scaling group.
   *
   * TOML: `settings.autoscaling`. Since Bottlerocket 1.8.0.
   *
   * @default - nothing is written, the OS decides
   */
  readonly autoscaling?: AutoScalingSettings;

  /**
   * How programs on the node, the OS itself included, reach AWS.
   *
   * TOML: `settings.aws`.
   *
   * @default - nothing is written, the OS decides
   */
  readonly aws?: AwsSettings;

  /**
   * Parameters for the kernel command line and for the init system. They act after a reboot.
   *
   * TOML: `settings.boot`. Since Bottlerocket 1.8.0.
   *
   * @default - nothing is written, the OS decides
   */
  readonly boot?: BootSettings;

  /**
   * Sets of API client commands that run during boot, one after another in the order of their names.
   *
   * TOML: `settings.bootstrap-commands`. Since Bottlerocket 1.22.0.
   *
   * Allowed keys: at most 76 ASCII letters, digits and hyphens.
   *
   * @default - nothing is written, the OS decides
   */
  readonly bootstrapCommands?: { [key: string]: BootstrapCommand };

  /**
   * Containers that run during boot, one after another in the order of their names, before the node takes work.
   *
   * TOML: `settings.bootstrap-containers`. Since Bottlerocket 1.0.8.
   *
   * Allowed keys: at most 76 ASCII letters, digits and hyphens.
   *
   * @default - nothing is written, the OS decides
   */
  readonly bootstrapContainers?: { [key: string]: BootstrapContainer };

  /**
   * The signal to AWS CloudFormation that the node has started.
   *
   * TOML: `settings.cloudformation`. Since Bottlerocket 1.6.2.
   *
   * @default - nothing is written, the OS decides
   */
  readonly cloudformation?: CloudFormationSettings;

  /**
   * Where container images are pulled from, and with which credentials.
   *
   * TOML: `settings.container-registry`.
   *
   * @default - nothing is written, the OS decides
   */
  readonly containerRegistry?: ContainerRegistrySettings;

  /**
   * How containerd works.
   *
   * TOML: `settings.container-runtime`. Since Bottlerocket 1.10.1.
   *
   * @default - nothing is written, the OS decides
   */
  readonly containerRuntime?: ContainerRuntimeSettings;

  /**
   * Programs beside containerd.
   *
   * TOML: `settings.container-runtime-plugins`. Since Bottlerocket 1.44.0.
   *
   * @default - nothing is written, the OS decides
   */
  readonly containerRuntimePlugins?: ContainerRuntimePluginsSettings;

  /**
   * Name resolution on the node.
   *
   * TOML: `settings.dns`. Since Bottlerocket 1.10.0.
   *
   * @default - nothing is written, the OS decides
   */
  readonly dns?: DnsSettings;

  /**
   * The Amazon ECS agent.
   *
   * TOML: `settings.ecs`.
   *
   * @default - nothing is written, the OS decides
   */
  readonly ecs?: EcsSettings;

  /**
   * Containers that run beside the orchestrator for people and tools. `admin` and `control` are predefined.
   *
   * TOML: `settings.host-containers`.
   *
   * Allowed keys: at most 76 ASCII letters, digits and hyphens.
   *
   * @default - nothing is written, the OS decides
   */
  readonly hostContainers?: { [key: string]: HostContainer };

  /**
   * Programs that verify the signature of an image before a container starts.
   *
   * TOML: `settings.image-verifier-plugins`. Since Bottlerocket 1.51.0.
   *
   * @default - nothing is written, the OS decides
   */
  readonly imageVerifierPlugins?: ImageVerifierPluginsSettings;

  /**
   * The Linux kernel. Mantle builds take only `lockdown` and `sysctl`.
   *
   * TOML: `settings.kernel`.
   *
   * @default - nothing is written, the OS decides
   */
  readonly kernel?: KernelSettings;

  /**
   * Device plugins that the image brings along.
   *
   * TOML: `settings.kubelet-device-plugins`. Since Bottlerocket 1.23.0.
   *
   * @default - nothing is written, the OS decides
   */
  readonly kubeletDevicePlugins?: KubeletDevicePluginsSettings;

  /**
   * Drivers for dynamic resource allocation that the image brings along.
   *
   * TOML: `settings.kubelet-dra-drivers`. Since Bottlerocket 1.66.0.
   *
   * @default - nothing is written, the OS decides
   */
  readonly kubeletDraDrivers?: KubeletDraDriversSettings;

  /**
   * The kubelet and how the node joins its cluster.
   *
   * TOML: `settings.kubernetes`.
   *
   * @default - nothing is written, the OS decides
   */
  readonly kubernetes?: KubernetesSettings;

  /**
   * What the boot measurement in the TPM covers.
   *
   * TOML: `settings.measurement`. Since Bottlerocket 1.66.0.
   *
   * @default - nothing is written, the OS decides
   */
  readonly measurement?: MeasurementSettings;

  /**
   * The health report that nodes send to the makers of the OS.
   *
   * TOML: `settings.metrics`.
   *
   * @default - nothing is written, the OS decides
   */
  readonly metrics?: MetricsSettings;

  /**
   * The message of the day, shown to people who log in to a host container.
   *
   * TOML: `settings.motd`.
   *
   * Allowed: any text, several lines and the empty text included.
   *
   * @default - Welcome to Bottlerocket!
   */
  readonly motd?: string;

  /**
   * The host name, static names and the proxy.
   *
   * TOML: `settings.network`.
   *
   * @default - nothing is written, the OS decides
   */
  readonly network?: NetworkSettings;

  /**
   * The clock.
   *
   * TOML: `settings.ntp`.
   *
   * @default - nothing is written, the OS decides
   */
  readonly ntp?: NtpSettings;

  /**
   * How containers get hold of NVIDIA GPUs. Not part of the ECS variants.
   *
   * TOML: `settings.nvidia-container-runtime`. Since Bottlerocket 1.23.0.
   *
   * @default - nothing is written, the OS decides
   */
  readonly nvidiaContainerRuntime?: NvidiaContainerRuntimeSettings;

  /**
   * What containers get when nothing else is said. ECS since 1.15.0.
   *
   * TOML: `settings.oci-defaults`. Since Bottlerocket 1.12.0.
   *
   * @default - nothing is written, the OS decides
   */
  readonly ociDefaults?: OciDefaultsSettings;

  /**
   * Hooks that run when a container starts.
   *
   * TOML: `settings.oci-hooks`. Since Bottlerocket 1.5.0.
   *
   * @default - nothing is written, the OS decides
   */
  readonly ociHooks?: OciHooksSettings;

  /**
   * Bundles of certificate authorities.
   *
   * TOML: `settings.pki`. Since Bottlerocket 1.2.0.
   *
   * Allowed keys: at most 76 ASCII letters, digits and hyphens.
   *
   * @default - nothing is written, the OS decides
   */
  readonly pki?: { [key: string]: PkiBundle };

  /**
   * In-place updates of the OS.
   *
   * TOML: `settings.updates`.
   *
   * @default - nothing is written, the OS decides
   */
  readonly updates?: UpdatesSettings;
}
