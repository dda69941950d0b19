// Generated from schema/ by `npm run generate`. Do not edit.

/**
 * The values of `settings.bootstrap-commands.<name>.mode` and `settings.bootstrap-containers.<name>.mode`.
 */
export enum BootstrapMode {
  /**
   * Does not run.
   */
  OFF = 'off',

  /**
   * Runs on the first boot. The OS turns this into "off" after a success.
   */
  ONCE = 'once',

  /**
   * Runs on every boot.
   */
  ALWAYS = 'always',
}

/**
 * The values of `settings.container-runtime.snapshotter`.
 */
export enum ContainerdSnapshotter {
  /**
   * The default of containerd.
   */
  OVERLAYFS = 'overlayfs',

  /**
   * The SOCI snapshotter, which pulls and unpacks in parallel.
   */
  SOCI = 'soci',
}

/**
 * The values of `settings.container-runtime-plugins.soci-snapshotter.pull-mode`.
 */
export enum SociPullMode {
  /**
   * Pulls and unpacks the layers of an image in parallel.
   */
  PARALLEL_PULL_UNPACK = 'parallel-pull-unpack',
}

/**
 * The values of `settings.ecs.image-pull-behavior`.
 */
export enum EcsImagePullBehavior {
  /**
   * Pulls the image, and uses a cached one when the pull fails.
   */
  DEFAULT = 'default',

  /**
   * Pulls the image each time, and fails when the pull fails.
   */
  ALWAYS = 'always',

  /**
   * Pulls only an image that no task on the instance has pulled before.
   */
  ONCE = 'once',

  /**
   * Pulls only when no cached image exists. Image clean-up is off then.
   */
  PREFER_CACHED = 'prefer-cached',
}

/**
 * The values of `settings.ecs.loglevel`.
 */
export enum EcsLogLevel {
  /**
   * Everything.
   */
  DEBUG = 'debug',

  /**
   * Information, warnings and errors.
   */
  INFO = 'info',

  /**
   * Warnings and errors.
   */
  WARN = 'warn',

  /**
   * Errors.
   */
  ERROR = 'error',

  /**
   * Only what stops the agent.
   */
  CRIT = 'crit',
}

/**
 * The values of `settings.kernel.lockdown`.
 */
export enum KernelLockdown {
  /**
   * No lockdown.
   */
  NONE = 'none',

  /**
   * The running kernel cannot be changed from user space.
   */
  INTEGRITY = 'integrity',

  /**
   * As integrity, and user space cannot read kernel memory. Tools based on perf and eBPF stop working.
   */
  CONFIDENTIALITY = 'confidentiality',
}

/**
 * The values of `settings.kernel.hugepages.transparent.enabled`.
 */
export enum TransparentHugepagePolicy {
  /**
   * No transparent huge pages.
   */
  NEVER = 'never',

  /**
   * Only for memory that asks for them.
   */
  MADVISE = 'madvise',

  /**
   * For all memory.
   */
  ALWAYS = 'always',
}

/**
 * The values of `settings.kernel.hugepages.transparent.defrag`.
 */
export enum TransparentHugepageDefragPolicy {
  /**
   * Never reclaims or compacts memory for huge pages.
   */
  NEVER = 'never',

  /**
   * Reclaims at once for memory that asked for huge pages.
   */
  MADVISE = 'madvise',

  /**
   * Reclaims in the background.
   */
  DEFER = 'defer',

  /**
   * In the background, and at once for memory that asked for huge pages.
   */
  DEFER_MADVISE = 'defer+madvise',

  /**
   * Reclaims at once for all memory.
   */
  ALWAYS = 'always',
}

/**
 * The values of `settings.kubernetes.authentication-mode`.
 */
export enum KubernetesAuthenticationMode {
  /**
   * With the IAM identity of the instance.
   */
  AWS = 'aws',

  /**
   * With a bootstrap token and client certificates.
   */
  TLS = 'tls',
}

/**
 * The values of `settings.kubernetes.cloud-provider`.
 */
export enum KubernetesCloudProvider {
  /**
   * The provider built into old kubelets.
   */
  AWS = 'aws',

  /**
   * A cloud controller manager that runs in the cluster.
   */
  EXTERNAL = 'external',

  /**
   * No cloud provider.
   */
  NONE = '',
}

/**
 * The values of `settings.kubernetes.cpu-manager-policy`.
 */
export enum CpuManagerPolicy {
  /**
   * Containers share all CPUs.
   */
  NONE = 'none',

  /**
   * Guaranteed containers with whole CPU requests get CPUs of their own.
   */
  STATIC = 'static',
}

/**
 * The values of `settings.kubernetes.cpu-manager-policy-options[]`.
 */
export enum CpuManagerPolicyOption {
  /**
   * Hands out whole physical cores only.
   */
  FULL_PCPUS_ONLY = 'full-pcpus-only',

  /**
   * Keeps all containers off the reserved CPUs. Needs Kubernetes 1.32.
   *
   * Since Bottlerocket 1.51.0. Since Kubernetes 1.32.
   */
  STRICT_CPU_RESERVATION = 'strict-cpu-reservation',

  /**
   * Spreads CPUs evenly over NUMA nodes. Needs Kubernetes 1.33.
   *
   * Since Bottlerocket 1.51.0. Since Kubernetes 1.33.
   */
  DISTRIBUTE_CPUS_ACROSS_NUMA = 'distribute-cpus-across-numa',

  /**
   * Keeps the CPUs of a container behind one last-level cache where it can. Needs Kubernetes 1.34.
   *
   * Since Bottlerocket 1.51.0. Since Kubernetes 1.34.
   */
  PREFER_ALIGN_CPUS_BY_UNCORECACHE = 'prefer-align-cpus-by-uncorecache',
}

/**
 * The values of `settings.kubernetes.topology-manager-policy`.
 */
export enum TopologyManagerPolicy {
  /**
   * No alignment.
   */
  NONE = 'none',

  /**
   * Aligns where possible, admits the pod in any case.
   */
  BEST_EFFORT = 'best-effort',

  /**
   * Admits only pods that can be aligned to preferred NUMA nodes.
   */
  RESTRICTED = 'restricted',

  /**
   * Admits only pods that fit one NUMA node.
   */
  SINGLE_NUMA_NODE = 'single-numa-node',
}

/**
 * The values of `settings.kubernetes.topology-manager-scope`.
 */
export enum TopologyManagerScope {
  /**
   * Each container is aligned by itself.
   */
  CONTAINER = 'container',

  /**
   * All containers of a pod are aligned together.
   */
  POD = 'pod',
}

/**
 * The values of `settings.kubernetes.memory-manager-policy`.
 */
export enum MemoryManagerPolicy {
  /**
   * Memory is not pinned to NUMA nodes.
   */
  NONE = 'None',

  /**
   * Guaranteed pods get memory of chosen NUMA nodes.
   */
  STATIC = 'Static',
}

/**
 * The values of `settings.kubernetes.memory-reservation-policy`.
 */
export enum MemoryReservationPolicy {
  /**
   * Memory requests are not protected by cgroup settings.
   */
  NONE = 'None',

  /**
   * Memory requests are protected by cgroup settings, by quality of service.
   */
  TIERED_RESERVATION = 'TieredReservation',
}

/**
 * The values of `settings.kubernetes.memory-swap-behavior`.
 */
export enum MemorySwapBehavior {
  /**
   * Pods do not swap.
   */
  NO_SWAP = 'NoSwap',

  /**
   * Burstable pods may swap in proportion to their memory request.
   */
  LIMITED_SWAP = 'LimitedSwap',
}

/**
 * The values of `settings.kubernetes.hostname-override-source`.
 */
export enum HostnameOverrideSource {
  /**
   * The private DNS name of the instance.
   */
  PRIVATE_DNS_NAME = 'private-dns-name',

  /**
   * The id of the instance.
   */
  INSTANCE_ID = 'instance-id',
}

/**
 * The values of `settings.kernel.drivers.nvidia.branch`.
 */
export enum NvidiaDriverBranch {
  /**
   * The long-term support branch.
   */
  LTS = 'lts',

  /**
   * The production branch.
   */
  PB = 'pb',
}

/**
 * The values of `settings.kubelet-device-plugins.nvidia.device-id-strategy`.
 */
export enum NvidiaDeviceIdStrategy {
  /**
   * By UUID.
   */
  UUID = 'uuid',

  /**
   * By index.
   */
  INDEX = 'index',
}

/**
 * The values of `settings.kubelet-device-plugins.nvidia.device-list-strategy`.
 */
export enum NvidiaDeviceListStrategy {
  /**
   * Through the environment variable NVIDIA_VISIBLE_DEVICES.
   */
  ENVVAR = 'envvar',

  /**
   * Through volume mounts.
   */
  VOLUME_MOUNTS = 'volume-mounts',

  /**
   * Through the container device interface of the CRI.
   *
   * Since Bottlerocket 1.40.0.
   */
  CDI_CRI = 'cdi-cri',
}

/**
 * The values of `settings.kubelet-device-plugins.nvidia.device-partitioning-strategy`.
 */
export enum NvidiaDevicePartitioningStrategy {
  /**
   * GPUs are not partitioned.
   */
  NONE = 'none',

  /**
   * GPUs are partitioned into MIG instances.
   */
  MIG = 'mig',
}

/**
 * The values of `settings.kubelet-device-plugins.nvidia.device-sharing-strategy`.
 */
export enum NvidiaDeviceSharingStrategy {
  /**
   * A GPU belongs to one container.
   */
  NONE = 'none',

  /**
   * Containers take turns on a GPU.
   */
  TIME_SLICING = 'time-slicing',

  /**
   * Containers share a GPU through the Multi-Process Service.
   *
   * Since Bottlerocket 1.54.0.
   */
  MPS = 'mps',
}
