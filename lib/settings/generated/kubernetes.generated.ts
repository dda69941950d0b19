// Generated from schema/ by `npm run generate`. Do not edit.

import type {
  CpuManagerPolicy,
  CpuManagerPolicyOption,
  HostnameOverrideSource,
  KubernetesAuthenticationMode,
  KubernetesCloudProvider,
  MemoryManagerPolicy,
  MemoryReservationPolicy,
  MemorySwapBehavior,
  TopologyManagerPolicy,
  TopologyManagerScope,
} from './enums.generated';

/**
 * The kubelet and how the node joins its cluster.
 *
 * @see https://bottlerocket.dev/en/os/latest/api/settings/kubernetes/
 */
export interface KubernetesSettings {
  /**
   * Kernel parameters outside the safe set that pods may set for themselves. A trailing * matches a group.
   *
   * TOML: `settings.kubernetes.allowed-unsafe-sysctls[]`. Since Bottlerocket 1.0.8.
   *
   * Allowed for each: text on one line, without control characters (a trailing newline counts as one).
   *
   * @default - nothing is written, the OS decides
   */
  readonly allowedUnsafeSysctls?: string[];

  /**
   * The address of the API server.
   *
   * TOML: `settings.kubernetes.api-server`.
   *
   * Allowed: a URL, or a host name or address with an optional port and path, without control characters.
   *
   * @default - nothing is written, the OS decides
   */
  readonly apiServer?: string;

  /**
   * How the kubelet proves who it is.
   *
   * TOML: `settings.kubernetes.authentication-mode`. Since Bottlerocket 1.0.6.
   *
   * @default - aws on AWS, tls elsewhere
   */
  readonly authenticationMode?: KubernetesAuthenticationMode;

  /**
   * The token for the first contact with the API server, with the authentication mode tls.
   *
   * TOML: `settings.kubernetes.bootstrap-token`. Since Bottlerocket 1.0.6.
   *
   * Allowed: six lower-case letters or digits, a dot, and sixteen more.
   *
   * @default - nothing is written, the OS decides
   */
  readonly bootstrapToken?: string;

  /**
   * Who tells the cluster about the machine behind the node.
   *
   * TOML: `settings.kubernetes.cloud-provider`. Since Bottlerocket 1.1.0.
   *
   * @default - external on AWS and VMware, none on bare metal
   */
  readonly cloudProvider?: KubernetesCloudProvider;

  /**
   * The certificate authority of the cluster, PEM, base64-encoded.
   *
   * TOML: `settings.kubernetes.cluster-certificate`.
   *
   * Allowed: base64 in the standard alphabet with its = padding.
   *
   * @default - nothing is written, the OS decides
   */
  readonly clusterCertificate?: string;

  /**
   * The addresses of the DNS service that pods use.
   *
   * TOML: `settings.kubernetes.cluster-dns-ip`.
   *
   * Allowed for each: one IPv4 or IPv6 address, without prefix length or zone.
   *
   * @default - on AWS the tenth address of the service range of the cluster
   */
  readonly clusterDnsIp?: string[];

  /**
   * The DNS domain of the cluster.
   *
   * TOML: `settings.kubernetes.cluster-domain`. Since Bottlerocket 0.5.0.
   *
   * Allowed: a domain name that does not start with a dot and is not an IP address.
   *
   * @default - cluster.local
   */
  readonly clusterDomain?: string;

  /**
   * The name of the cluster.
   *
   * TOML: `settings.kubernetes.cluster-name`.
   *
   * Allowed: 1 to 100 letters, digits, hyphens and underscores, starting with a letter or digit (the rule of Amazon
   * EKS).
   *
   * @default - nothing is written, the OS decides
   */
  readonly clusterName?: string;

  /**
   * How many log files a container keeps.
   *
   * TOML: `settings.kubernetes.container-log-max-files`. Since Bottlerocket 1.1.2.
   *
   * Allowed: a whole number from -2147483648 to 2147483647.
   *
   * @default - the default of the kubelet, 5
   */
  readonly containerLogMaxFiles?: number;

  /**
   * The size at which a container log is rotated.
   *
   * TOML: `settings.kubernetes.container-log-max-size`. Since Bottlerocket 1.1.2.
   *
   * Allowed: a Kubernetes quantity as text, such as 100m, 512Mi or 1Gi.
   *
   * @default - the default of the kubelet, 10Mi
   */
  readonly containerLogMaxSize?: string;

  /**
   * How many container logs are rotated at a time.
   *
   * TOML: `settings.kubernetes.container-log-max-workers`. Since Bottlerocket 1.39.0. Since Kubernetes 1.30.
   *
   * Allowed: a whole number from -2147483648 to 2147483647.
   *
   * @default - nothing is written, the OS decides
   */
  readonly containerLogMaxWorkers?: number;

  /**
   * How often container logs are looked at for rotation.
   *
   * TOML: `settings.kubernetes.container-log-monitor-interval`. Since Bottlerocket 1.39.0. Since Kubernetes 1.30.
   *
   * Allowed: a duration with its units, largest first, from h, m, s and ms, such as 1h30m or 0s.
   *
   * @default - nothing is written, the OS decides
   */
  readonly containerLogMonitorInterval?: string;

  /**
   * The socket of the container runtime.
   *
   * TOML: `settings.kubernetes.container-runtime-endpoint`. Since Bottlerocket 1.64.0.
   *
   * Allowed: a URL, or a host name or address with an optional port and path, without control characters.
   *
   * @default - unix:///run/containerd/containerd.sock
   */
  readonly containerRuntimeEndpoint?: string;

  /**
   * Whether CPU limits of containers are enforced.
   *
   * TOML: `settings.kubernetes.cpu-cfs-quota-enforced`. Since Bottlerocket 1.14.0.
   *
   * @default true
   */
  readonly cpuCfsQuotaEnforced?: boolean;

  /**
   * Whether containers can get CPUs of their own. `static` needs a CPU reservation.
   *
   * TOML: `settings.kubernetes.cpu-manager-policy`. Since Bottlerocket 1.1.3.
   *
   * @default - none
   */
  readonly cpuManagerPolicy?: CpuManagerPolicy;

  /**
   * Details of the CPU manager policy `static`.
   *
   * TOML: `settings.kubernetes.cpu-manager-policy-options[]`. Since Bottlerocket 1.14.0.
   *
   * @default - nothing is written, the OS decides
   */
  readonly cpuManagerPolicyOptions?: CpuManagerPolicyOption[];

  /**
   * How often the CPU manager compares what it decided with what is in force.
   *
   * TOML: `settings.kubernetes.cpu-manager-reconcile-period`. Since Bottlerocket 1.1.3.
   *
   * Allowed: a duration with its units, largest first, from h, m, s and ms, such as 1h30m or 0s.
   *
   * @default - the default of the kubelet, 10s
   */
  readonly cpuManagerReconcilePeriod?: string;

  /**
   * Programs that fetch registry credentials for the kubelet, by name. The name must be that of a program in the image;
   * on AWS `ecr-credential-provider` is set up already.
   *
   * TOML: `settings.kubernetes.credential-providers`. Since Bottlerocket 1.11.0.
   *
   * Allowed keys: at most 76 ASCII letters, digits and hyphens.
   *
   * @default - nothing is written, the OS decides
   */
  readonly credentialProviders?: { [key: string]: CredentialProvider };

  /**
   * Whether devices in a container belong to the user the container runs as.
   *
   * TOML: `settings.kubernetes.device-ownership-from-security-context`. Since Bottlerocket 1.30.0.
   *
   * @default - true since Kubernetes 1.32 without NVIDIA drivers, false elsewhere
   */
  readonly deviceOwnershipFromSecurityContext?: boolean;

  /**
   * The burst of events above `event-qps`.
   *
   * TOML: `settings.kubernetes.event-burst`. Since Bottlerocket 1.1.0.
   *
   * Allowed: a whole number from -2147483648 to 2147483647.
   *
   * @default - the default of the kubelet
   */
  readonly eventBurst?: number;

  /**
   * How many events the kubelet records in a second.
   *
   * TOML: `settings.kubernetes.event-qps`. Since Bottlerocket 1.1.0.
   *
   * Allowed: a whole number from -2147483648 to 2147483647.
   *
   * @default - the default of the kubelet
   */
  readonly eventQps?: number;

  /**
   * Thresholds below which pods are evicted at once. Before 1.69.0, setting one took away the defaults of the others.
   *
   * TOML: `settings.kubernetes.eviction-hard`. Since Bottlerocket 1.0.8.
   *
   * @default - the defaults of the kubelet
   */
  readonly evictionHard?: KubernetesEvictionThresholds;

  /**
   * The longest time in seconds that a pod gets to stop when a soft threshold is crossed.
   *
   * TOML: `settings.kubernetes.eviction-max-pod-grace-period`. Since Bottlerocket 1.14.0.
   *
   * Allowed: a whole number from 0 to 2147483647.
   *
   * @default 0
   */
  readonly evictionMaxPodGracePeriod?: number;

  /**
   * Thresholds below which pods are evicted after a grace period. Each signal needs one.
   *
   * TOML: `settings.kubernetes.eviction-soft`. Since Bottlerocket 1.14.0.
   *
   * @default - nothing is written, the OS decides
   */
  readonly evictionSoft?: KubernetesEvictionThresholds;

  /**
   * How long a soft threshold must be crossed before pods are evicted.
   *
   * TOML: `settings.kubernetes.eviction-soft-grace-period`. Since Bottlerocket 1.14.0.
   *
   * @default - nothing is written, the OS decides
   */
  readonly evictionSoftGracePeriod?: KubernetesEvictionGracePeriods;

  /**
   * The name of the node in the cluster. On EKS a wrong one keeps the node from joining.
   *
   * TOML: `settings.kubernetes.hostname-override`. Since Bottlerocket 1.13.4.
   *
   * Allowed: a host name of lower-case labels (letters, digits, hyphens; at most 63 characters each, not starting with a
   * hyphen), 253 characters in all.
   *
   * @default - on AWS the private DNS name or the instance id
   */
  readonly hostnameOverride?: string;

  /**
   * Where the name of the node comes from, unless `hostname-override` is given.
   *
   * TOML: `settings.kubernetes.hostname-override-source`. Since Bottlerocket 1.21.0.
   *
   * @default - private-dns-name
   */
  readonly hostnameOverrideSource?: HostnameOverrideSource;

  /**
   * How many user ids a pod with its own user namespace gets.
   *
   * TOML: `settings.kubernetes.ids-per-pod`. Since Bottlerocket 1.51.0. Since Kubernetes 1.33.
   *
   * Allowed: a multiple of 65536, at most 4294901760.
   *
   * @default 65536
   */
  readonly idsPerPod?: number;

  /**
   * The disk usage above which unused images are removed. Must be above the low threshold.
   *
   * TOML: `settings.kubernetes.image-gc-high-threshold-percent`. Since Bottlerocket 1.9.0.
   *
   * Allowed: a whole number from 0 to 100.
   *
   * @default 85
   */
  readonly imageGcHighThresholdPercent?: number;

  /**
   * The disk usage down to which unused images are removed.
   *
   * TOML: `settings.kubernetes.image-gc-low-threshold-percent`. Since Bottlerocket 1.9.0.
   *
   * Allowed: a whole number from 0 to 100.
   *
   * @default 80
   */
  readonly imageGcLowThresholdPercent?: number;

  /**
   * How long an unused image is kept at most. 0s means no limit.
   *
   * TOML: `settings.kubernetes.image-maximum-gc-age`. Since Bottlerocket 1.51.0.
   *
   * Allowed: a duration with its units, largest first, from h, m, s and ms, such as 1h30m or 0s.
   *
   * @default - the default of the kubelet, off
   */
  readonly imageMaximumGcAge?: string;

  /**
   * How long an unused image is kept at least.
   *
   * TOML: `settings.kubernetes.image-minimum-gc-age`. Since Bottlerocket 1.51.0.
   *
   * Allowed: a duration with its units, largest first, from h, m, s and ms, such as 1h30m or 0s.
   *
   * @default - the default of the kubelet, 2m
   */
  readonly imageMinimumGcAge?: string;

  /**
   * The burst of requests to the API server above `kube-api-qps`.
   *
   * TOML: `settings.kubernetes.kube-api-burst`. Since Bottlerocket 1.1.0.
   *
   * Allowed: a whole number from -2147483648 to 2147483647.
   *
   * @default - the default of the kubelet
   */
  readonly kubeApiBurst?: number;

  /**
   * How many requests the kubelet sends to the API server in a second.
   *
   * TOML: `settings.kubernetes.kube-api-qps`. Since Bottlerocket 1.1.0.
   *
   * Allowed: a whole number from -2147483648 to 2147483647.
   *
   * @default - the default of the kubelet
   */
  readonly kubeApiQps?: number;

  /**
   * Resources kept from pods for the kubelet and the container runtime.
   *
   * TOML: `settings.kubernetes.kube-reserved`. Since Bottlerocket 1.0.8.
   *
   * @default - cpu by the number of vCPUs, memory (11 * max-pods + 255)Mi, ephemeral-storage 1Gi
   */
  readonly kubeReserved?: KubernetesReservedResources;

  /**
   * How much the kubelet logs.
   *
   * TOML: `settings.kubernetes.log-level`. Since Bottlerocket 1.10.0.
   *
   * Allowed: a whole number from 0 to 255.
   *
   * @default 2
   */
  readonly logLevel?: number;

  /**
   * How many images are pulled at a time.
   *
   * TOML: `settings.kubernetes.max-parallel-image-pulls`. Since Bottlerocket 1.51.0.
   *
   * Allowed: a whole number from -2147483648 to 2147483647.
   *
   * @default - the default of the kubelet
   */
  readonly maxParallelImagePulls?: number;

  /**
   * How many pods the node runs at most.
   *
   * TOML: `settings.kubernetes.max-pods`.
   *
   * Allowed: a whole number from 0 to 4294967295.
   *
   * @default - on AWS by the network interfaces of the instance type, 110 where it is not known
   */
  readonly maxPods?: number;

  /**
   * Whether pods can get memory of chosen NUMA nodes. Acts only with an enabled entry in
   * `memory-manager-reserved-memory`.
   *
   * TOML: `settings.kubernetes.memory-manager-policy`. Since Bottlerocket 1.14.0.
   *
   * @default - None
   */
  readonly memoryManagerPolicy?: MemoryManagerPolicy;

  /**
   * Memory reserved on each NUMA node, by its number. The sum must equal all reservations and hard thresholds.
   *
   * TOML: `settings.kubernetes.memory-manager-reserved-memory`. Since Bottlerocket 1.14.0.
   *
   * Allowed keys: at most 76 ASCII letters, digits and hyphens.
   *
   * @default - nothing is written, the OS decides
   */
  readonly memoryManagerReservedMemory?: { [key: string]: MemoryReservation };

  /**
   * Whether memory requests are protected by cgroup settings.
   *
   * TOML: `settings.kubernetes.memory-reservation-policy`. Since Bottlerocket 1.66.0. Since Kubernetes 1.37.
   *
   * @default - nothing is written, the OS decides
   */
  readonly memoryReservationPolicy?: MemoryReservationPolicy;

  /**
   * Whether pods may swap.
   *
   * TOML: `settings.kubernetes.memory-swap-behavior`. Since Bottlerocket 1.42.0.
   *
   * @default - NoSwap
   */
  readonly memorySwapBehavior?: MemorySwapBehavior;

  /**
   * The share of the memory limit above which a container is slowed down.
   *
   * TOML: `settings.kubernetes.memory-throttling-factor`. Since Bottlerocket 1.66.0. Since Kubernetes 1.37.
   *
   * Allowed: a number above 0 and at most 1.
   *
   * @default - nothing is written, the OS decides
   */
  readonly memoryThrottlingFactor?: number;

  /**
   * The IP address of the node.
   *
   * TOML: `settings.kubernetes.node-ip`.
   *
   * Allowed: one IPv4 or IPv6 address, without prefix length or zone.
   *
   * @default - the address of the first network interface
   */
  readonly nodeIp?: string;

  /**
   * Labels that the node registers with. Values are text, also for numbers and true or false.
   *
   * TOML: `settings.kubernetes.node-labels`.
   *
   * Allowed keys: a name of 1 to 63 letters, digits, dots, hyphens and underscores that starts and ends with a letter or
   * digit, with an optional prefix of at most 253 characters before a slash. Allowed values: at most 63 letters, digits,
   * dots, hyphens and underscores, starting and ending with a letter or digit; or empty text.
   *
   * @default - nothing is written, the OS decides
   */
  readonly nodeLabels?: { [key: string]: string };

  /**
   * Taints that the node registers with, as `value:Effect`. One key may have several.
   *
   * TOML: `settings.kubernetes.node-taints`.
   *
   * Allowed keys: a name of 1 to 63 letters, digits, dots, hyphens and underscores that starts and ends with a letter or
   * digit, with an optional prefix of at most 253 characters before a slash. At least 1 of them. Allowed for each: an
   * optional value (as of a label), a colon and the effect: gpu:NoSchedule or :NoExecute.
   *
   * @default - nothing is written, the OS decides
   */
  readonly nodeTaints?: { [key: string]: string[] };

  /**
   * The image of the container that holds the namespaces of a pod.
   *
   * TOML: `settings.kubernetes.pod-infra-container-image`.
   *
   * Allowed: text on one line, without control characters (a trailing newline counts as one).
   *
   * @default - nothing is written, the OS decides
   * @deprecated without effect since 1.21.0
   */
  readonly podInfraContainerImage?: string;

  /**
   * How many processes a pod may have.
   *
   * TOML: `settings.kubernetes.pod-pids-limit`. Since Bottlerocket 1.8.0.
   *
   * Allowed: a whole number of at most 64 bits.
   *
   * @default 1048576
   */
  readonly podPidsLimit?: number;

  /**
   * The id by which the cloud provider knows the node.
   *
   * TOML: `settings.kubernetes.provider-id`. Since Bottlerocket 1.8.0.
   *
   * Allowed: a URL, or a host name or address with an optional port and path, without control characters.
   *
   * @default - on AWS aws:///<zone>/<instance id>
   */
  readonly providerId?: string;

  /**
   * The burst of image pulls above `registry-qps`.
   *
   * TOML: `settings.kubernetes.registry-burst`. Since Bottlerocket 1.1.0.
   *
   * Allowed: a whole number from -2147483648 to 2147483647.
   *
   * @default - the default of the kubelet
   */
  readonly registryBurst?: number;

  /**
   * How many image pulls are started in a second.
   *
   * TOML: `settings.kubernetes.registry-qps`. Since Bottlerocket 1.1.0.
   *
   * Allowed: a whole number from -2147483648 to 2147483647.
   *
   * @default - the default of the kubelet
   */
  readonly registryQps?: number;

  /**
   * CPUs kept for the OS. With it, the cgroups of kube-reserved and system-reserved are not set.
   *
   * TOML: `settings.kubernetes.reserved-cpus`. Since Bottlerocket 1.21.0.
   *
   * Allowed: CPU numbers and ranges joined by commas, such as 0-3,8.
   *
   * @default - nothing is written, the OS decides
   */
  readonly reservedCpus?: string;

  /**
   * Whether pods get the seccomp profile RuntimeDefault unless they ask for another.
   *
   * TOML: `settings.kubernetes.seccomp-default`. Since Bottlerocket 1.15.0. Since Kubernetes 1.25.
   *
   * @default - true since Kubernetes 1.33, false before
   */
  readonly seccompDefault?: boolean;

  /**
   * The serving certificate of the kubelet, PEM, base64-encoded. Acts only with `server-key`.
   *
   * TOML: `settings.kubernetes.server-certificate`. Since Bottlerocket 1.11.0.
   *
   * Allowed: base64 in the standard alphabet with its = padding.
   *
   * @default - nothing is written, the OS decides
   */
  readonly serverCertificate?: string;

  /**
   * The private key of `server-certificate`, PEM, base64-encoded. User data can be read by anyone who may describe the
   * instance.
   *
   * TOML: `settings.kubernetes.server-key`. Since Bottlerocket 1.11.0.
   *
   * Allowed: base64 in the standard alphabet with its = padding.
   *
   * @default - nothing is written, the OS decides
   */
  readonly serverKey?: string;

  /**
   * Whether the kubelet requests its serving certificate from the cluster.
   *
   * TOML: `settings.kubernetes.server-tls-bootstrap`. Since Bottlerocket 1.1.0.
   *
   * @default - true on AWS, false elsewhere
   */
  readonly serverTlsBootstrap?: boolean;

  /**
   * How long a shutdown is delayed so that pods can stop.
   *
   * TOML: `settings.kubernetes.shutdown-grace-period`. Since Bottlerocket 1.14.0.
   *
   * Allowed: a duration with its units, largest first, from h, m, s and ms, such as 1h30m or 0s.
   *
   * @default - 150s on AWS since Kubernetes 1.34, off before
   */
  readonly shutdownGracePeriod?: string;

  /**
   * The part of `shutdown-grace-period` that is kept for critical pods.
   *
   * TOML: `settings.kubernetes.shutdown-grace-period-for-critical-pods`. Since Bottlerocket 1.14.0.
   *
   * Allowed: a duration with its units, largest first, from h, m, s and ms, such as 1h30m or 0s.
   *
   * @default - 30s on AWS since Kubernetes 1.34, off before
   */
  readonly shutdownGracePeriodForCriticalPods?: string;

  /**
   * Whether only the one process is killed when a container runs out of memory, and not all of them.
   *
   * TOML: `settings.kubernetes.single-process-oom-kill`. Since Bottlerocket 1.39.0. Since Kubernetes 1.32.
   *
   * @default - nothing is written, the OS decides
   */
  readonly singleProcessOomKill?: boolean;

  /**
   * Whether the kubelet runs without an API server, with static pods only.
   *
   * TOML: `settings.kubernetes.standalone-mode`. Since Bottlerocket 1.0.6.
   *
   * @default false
   */
  readonly standaloneMode?: boolean;

  /**
   * Pods that the kubelet runs by itself, by name.
   *
   * TOML: `settings.kubernetes.static-pods`. Since Bottlerocket 1.0.6.
   *
   * Allowed keys: at most 76 ASCII letters, digits and hyphens.
   *
   * @default - nothing is written, the OS decides
   */
  readonly staticPods?: { [key: string]: StaticPod };

  /**
   * Whether the kubelet runs static pods at all.
   *
   * TOML: `settings.kubernetes.static-pods-enabled`. Since Bottlerocket 1.46.0.
   *
   * @default - nothing is written, the OS decides
   */
  readonly staticPodsEnabled?: boolean;

  /**
   * Resources kept from pods for the OS.
   *
   * TOML: `settings.kubernetes.system-reserved`. Since Bottlerocket 1.1.2.
   *
   * @default - nothing is written, the OS decides
   */
  readonly systemReserved?: KubernetesReservedResources;

  /**
   * How CPUs, memory and devices of a pod are aligned to NUMA nodes.
   *
   * TOML: `settings.kubernetes.topology-manager-policy`. Since Bottlerocket 1.2.0.
   *
   * @default - none
   */
  readonly topologyManagerPolicy?: TopologyManagerPolicy;

  /**
   * Details of the topology manager policy.
   *
   * TOML: `settings.kubernetes.topology-manager-policy-options`. Since Bottlerocket 1.60.0.
   *
   * @default - nothing is written, the OS decides
   */
  readonly topologyManagerPolicyOptions?: TopologyManagerPolicyOptions;

  /**
   * What is aligned as one.
   *
   * TOML: `settings.kubernetes.topology-manager-scope`. Since Bottlerocket 1.2.0.
   *
   * @default - container
   */
  readonly topologyManagerScope?: TopologyManagerScope;
}

/**
 * Details of the topology manager policy.
 *
 * @see https://bottlerocket.dev/en/os/latest/api/settings/kubernetes/
 */
export interface TopologyManagerPolicyOptions {
  /**
   * How many NUMA nodes the machine may have.
   *
   * TOML: `settings.kubernetes.topology-manager-policy-options.max-allowable-numa-nodes`. Since Bottlerocket 1.60.0.
   * Since Kubernetes 1.35.
   *
   * Allowed: a whole number of at least 8.
   *
   * @default - nothing is written, the OS decides
   */
  readonly maxAllowableNumaNodes?: number;

  /**
   * Whether NUMA nodes that are close to each other are preferred.
   *
   * TOML: `settings.kubernetes.topology-manager-policy-options.prefer-closest-numa-nodes`. Since Bottlerocket 1.60.0.
   * Since Kubernetes 1.32.
   *
   * @default - nothing is written, the OS decides
   */
  readonly preferClosestNumaNodes?: boolean;
}

/**
 * Pods that the kubelet runs by itself, by name.
 *
 * @see https://bottlerocket.dev/en/os/latest/api/settings/kubernetes/
 */
export interface StaticPod {
  /**
   * Whether the pod runs.
   *
   * TOML: `settings.kubernetes.static-pods.<name>.enabled`. Since Bottlerocket 1.0.6.
   *
   * @default - nothing is written, the OS decides
   */
  readonly enabled?: boolean;

  /**
   * The manifest of the pod, base64-encoded.
   *
   * TOML: `settings.kubernetes.static-pods.<name>.manifest`. Since Bottlerocket 1.0.6.
   *
   * Allowed: base64 in the standard alphabet with its = padding.
   *
   * @default - nothing is written, the OS decides
   */
  readonly manifest?: string;
}

/**
 * Memory reserved on each NUMA node, by its number. The sum must equal all reservations and hard thresholds.
 *
 * @see https://bottlerocket.dev/en/os/latest/api/settings/kubernetes/
 */
export interface MemoryReservation {
  /**
   * Whether the reservation counts.
   *
   * TOML: `settings.kubernetes.memory-manager-reserved-memory.<numa>.enabled`. Since Bottlerocket 1.14.0.
   */
  readonly enabled: boolean;

  /**
   * Huge pages of 1 GiB.
   *
   * TOML: `settings.kubernetes.memory-manager-reserved-memory.<numa>.hugepages-1Gi`. Since Bottlerocket 1.14.0.
   *
   * Allowed: a Kubernetes quantity as text, such as 100m, 512Mi or 1Gi.
   *
   * @default - nothing is written, the OS decides
   */
  readonly hugepages1Gi?: string;

  /**
   * Huge pages of 2 MiB.
   *
   * TOML: `settings.kubernetes.memory-manager-reserved-memory.<numa>.hugepages-2Mi`. Since Bottlerocket 1.14.0.
   *
   * Allowed: a Kubernetes quantity as text, such as 100m, 512Mi or 1Gi.
   *
   * @default - nothing is written, the OS decides
   */
  readonly hugepages2Mi?: string;

  /**
   * Ordinary memory.
   *
   * TOML: `settings.kubernetes.memory-manager-reserved-memory.<numa>.memory`. Since Bottlerocket 1.14.0.
   *
   * Allowed: a Kubernetes quantity as text, such as 100m, 512Mi or 1Gi.
   *
   * @default - nothing is written, the OS decides
   */
  readonly memory?: string;
}

/**
 * Resources kept from pods for the kubelet and the container runtime.
 *
 * @see https://bottlerocket.dev/en/os/latest/api/settings/kubernetes/
 */
export interface KubernetesReservedResources {
  /**
   * CPU time.
   *
   * TOML: `settings.kubernetes.kube-reserved.<resource>`. Since Bottlerocket 1.0.8.
   *
   * Allowed: a Kubernetes quantity as text, such as 100m, 512Mi or 1Gi.
   *
   * @default - nothing is written, the OS decides
   */
  readonly cpu?: string;

  /**
   * Space for logs, images and emptyDir volumes.
   *
   * TOML: `settings.kubernetes.kube-reserved.<resource>`. Since Bottlerocket 1.0.8.
   *
   * Allowed: a Kubernetes quantity as text, such as 100m, 512Mi or 1Gi.
   *
   * @default - nothing is written, the OS decides
   */
  readonly ephemeralStorage?: string;

  /**
   * Memory.
   *
   * TOML: `settings.kubernetes.kube-reserved.<resource>`. Since Bottlerocket 1.0.8.
   *
   * Allowed: a Kubernetes quantity as text, such as 100m, 512Mi or 1Gi.
   *
   * @default - nothing is written, the OS decides
   */
  readonly memory?: string;

  /**
   * Process ids.
   *
   * TOML: `settings.kubernetes.kube-reserved.<resource>`. Since Bottlerocket 1.50.0.
   *
   * Allowed: a Kubernetes quantity as text, such as 100m, 512Mi or 1Gi.
   *
   * @default - nothing is written, the OS decides
   */
  readonly pid?: string;
}

/**
 * How long a soft threshold must be crossed before pods are evicted.
 *
 * @see https://bottlerocket.dev/en/os/latest/api/settings/kubernetes/
 */
export interface KubernetesEvictionGracePeriods {
  /**
   * Space in the file system of the container images.
   *
   * TOML: `settings.kubernetes.eviction-soft-grace-period.<signal>`. Since Bottlerocket 1.14.0.
   *
   * Allowed: a duration with its units, largest first, from h, m, s and ms, such as 1h30m or 0s.
   *
   * @default - nothing is written, the OS decides
   */
  readonly imagefsAvailable?: string;

  /**
   * Inodes in the file system of the container images.
   *
   * TOML: `settings.kubernetes.eviction-soft-grace-period.<signal>`. Since Bottlerocket 1.14.0.
   *
   * Allowed: a duration with its units, largest first, from h, m, s and ms, such as 1h30m or 0s.
   *
   * @default - nothing is written, the OS decides
   */
  readonly imagefsInodesFree?: string;

  /**
   * Memory that is available on the node.
   *
   * TOML: `settings.kubernetes.eviction-soft-grace-period.<signal>`. Since Bottlerocket 1.14.0.
   *
   * Allowed: a duration with its units, largest first, from h, m, s and ms, such as 1h30m or 0s.
   *
   * @default - nothing is written, the OS decides
   */
  readonly memoryAvailable?: string;

  /**
   * Space in the file system of the kubelet (volumes, logs).
   *
   * TOML: `settings.kubernetes.eviction-soft-grace-period.<signal>`. Since Bottlerocket 1.14.0.
   *
   * Allowed: a duration with its units, largest first, from h, m, s and ms, such as 1h30m or 0s.
   *
   * @default - nothing is written, the OS decides
   */
  readonly nodefsAvailable?: string;

  /**
   * Inodes in the file system of the kubelet.
   *
   * TOML: `settings.kubernetes.eviction-soft-grace-period.<signal>`. Since Bottlerocket 1.14.0.
   *
   * Allowed: a duration with its units, largest first, from h, m, s and ms, such as 1h30m or 0s.
   *
   * @default - nothing is written, the OS decides
   */
  readonly nodefsInodesFree?: string;

  /**
   * Process ids that are available on the node.
   *
   * TOML: `settings.kubernetes.eviction-soft-grace-period.<signal>`. Since Bottlerocket 1.14.0.
   *
   * Allowed: a duration with its units, largest first, from h, m, s and ms, such as 1h30m or 0s.
   *
   * @default - nothing is written, the OS decides
   */
  readonly pidAvailable?: string;
}

/**
 * Thresholds below which pods are evicted at once. Before 1.69.0, setting one took away the defaults of the others.
 *
 * @see https://bottlerocket.dev/en/os/latest/api/settings/kubernetes/
 */
export interface KubernetesEvictionThresholds {
  /**
   * Space in the file system of the container images.
   *
   * TOML: `settings.kubernetes.eviction-hard.<signal>`. Since Bottlerocket 1.0.8.
   *
   * Allowed: a percentage from 0% to below 100%, or a Kubernetes quantity, as text, such as 10% or 100Mi.
   *
   * @default - nothing is written, the OS decides
   */
  readonly imagefsAvailable?: string;

  /**
   * Inodes in the file system of the container images.
   *
   * TOML: `settings.kubernetes.eviction-hard.<signal>`. Since Bottlerocket 1.0.8.
   *
   * Allowed: a percentage from 0% to below 100%, or a Kubernetes quantity, as text, such as 10% or 100Mi.
   *
   * @default - nothing is written, the OS decides
   */
  readonly imagefsInodesFree?: string;

  /**
   * Memory that is available on the node.
   *
   * TOML: `settings.kubernetes.eviction-hard.<signal>`. Since Bottlerocket 1.0.8.
   *
   * Allowed: a percentage from 0% to below 100%, or a Kubernetes quantity, as text, such as 10% or 100Mi.
   *
   * @default - nothing is written, the OS decides
   */
  readonly memoryAvailable?: string;

  /**
   * Space in the file system of the kubelet (volumes, logs).
   *
   * TOML: `settings.kubernetes.eviction-hard.<signal>`. Since Bottlerocket 1.0.8.
   *
   * Allowed: a percentage from 0% to below 100%, or a Kubernetes quantity, as text, such as 10% or 100Mi.
   *
   * @default - nothing is written, the OS decides
   */
  readonly nodefsAvailable?: string;

  /**
   * Inodes in the file system of the kubelet.
   *
   * TOML: `settings.kubernetes.eviction-hard.<signal>`. Since Bottlerocket 1.0.8.
   *
   * Allowed: a percentage from 0% to below 100%, or a Kubernetes quantity, as text, such as 10% or 100Mi.
   *
   * @default - nothing is written, the OS decides
   */
  readonly nodefsInodesFree?: string;

  /**
   * Process ids that are available on the node.
   *
   * TOML: `settings.kubernetes.eviction-hard.<signal>`. Since Bottlerocket 1.0.8.
   *
   * Allowed: a percentage from 0% to below 100%, or a Kubernetes quantity, as text, such as 10% or 100Mi.
   *
   * @default - nothing is written, the OS decides
   */
  readonly pidAvailable?: string;
}

/**
 * Programs that fetch registry credentials for the kubelet, by name. The name must be that of a program in the image; on
 * AWS `ecr-credential-provider` is set up already.
 *
 * @see https://bottlerocket.dev/en/os/latest/api/settings/kubernetes/
 */
export interface CredentialProvider {
  /**
   * How long credentials are kept.
   *
   * TOML: `settings.kubernetes.credential-providers.<name>.cache-duration`. Since Bottlerocket 1.11.0.
   *
   * Allowed: a duration with its units, largest first, from h, m, s and ms, such as 1h30m or 0s.
   *
   * @default - 12h
   */
  readonly cacheDuration?: string;

  /**
   * Whether the provider is used.
   *
   * TOML: `settings.kubernetes.credential-providers.<name>.enabled`. Since Bottlerocket 1.11.0.
   */
  readonly enabled: boolean;

  /**
   * Environment variables of the program.
   *
   * TOML: `settings.kubernetes.credential-providers.<name>.environment`. Since Bottlerocket 1.14.0.
   *
   * Allowed keys: text on one line, without control characters (a trailing newline counts as one). Allowed values: text
   * on one line, without control characters (a trailing newline counts as one).
   *
   * @default - nothing is written, the OS decides
   */
  readonly environment?: { [key: string]: string };

  /**
   * The images for which the provider is asked. The list replaces the default one.
   *
   * TOML: `settings.kubernetes.credential-providers.<name>.image-patterns[]`. Since Bottlerocket 1.11.0.
   *
   * Allowed for each: text on one line, without control characters (a trailing newline counts as one).
   */
  readonly imagePatterns: string[];
}
