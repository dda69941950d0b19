// Generated from schema/ by `npm run generate`. Do not edit.

import type { SettingsReference } from '../model/settings-reference';

export const REFERENCE: SettingsReference = {
  settings: {
    'settings.autoscaling': { doc: 'How the node behaves as a member of an EC2 Auto Scaling group.' },
    'settings.autoscaling.should-wait': {
      doc: 'Whether the kubelet or the ECS agent starts only once the instance is InService. Needed in warm pools, where an instance boots long before it is used.',
      default: false,
    },
    'settings.aws': { doc: 'How programs on the node, the OS itself included, reach AWS.' },
    'settings.aws.config': {
      doc: 'An AWS shared configuration file, base64-encoded.',
      defaultDoc: 'generated since 1.27.0; turns FIPS endpoints on in FIPS variants and off in others',
    },
    'settings.aws.credentials': {
      doc: 'An AWS shared credentials file, base64-encoded. User data can be read by anyone who may describe the instance: prefer the instance role.',
    },
    'settings.aws.profile': { doc: 'The profile to use from `config` and `credentials`.', default: 'default' },
    'settings.aws.region': {
      doc: 'The region the node works in. A wrong one keeps the node from joining; leave it out on EC2.',
      defaultDoc: 'the region that the instance metadata names',
    },
    'settings.boot': {
      doc: 'Parameters for the kernel command line and for the init system. They act after a reboot.',
    },
    'settings.boot.init-parameters': {
      doc: 'Parameters for the init system. An empty list makes a flag without a value.',
      as: 'key',
    },
    'settings.boot.init-parameters.<key>[]': {},
    'settings.boot.kernel-parameters': {
      doc: 'Parameters for the kernel. An empty list makes a flag without a value.',
      defaultDoc: 'generated from the boot configuration the image carries',
      as: 'key',
    },
    'settings.boot.kernel-parameters.<key>[]': {},
    'settings.boot.reboot-to-reconcile': {
      doc: 'Whether the node reboots once during its first boot so that the parameters of this group apply.',
    },
    'settings.bootstrap-commands': {
      doc: 'Sets of API client commands that run during boot, one after another in the order of their names.',
      as: 'name',
    },
    'settings.bootstrap-commands.<name>': {},
    'settings.bootstrap-commands.<name>.commands[]': {
      doc: 'The commands of the set, each a list of words that starts with `apiclient`.',
    },
    'settings.bootstrap-commands.<name>.essential': { doc: 'Whether a failure stops the boot.', default: false },
    'settings.bootstrap-commands.<name>.mode': {
      doc: 'When the commands run. Without it they never do.',
      default: 'off',
    },
    'settings.bootstrap-containers': {
      doc: 'Containers that run during boot, one after another in the order of their names, before the node takes work.',
      as: 'name',
    },
    'settings.bootstrap-containers.<name>': {},
    'settings.bootstrap-containers.<name>.command[]': {
      doc: 'The command to run in place of the entry point of the image.',
    },
    'settings.bootstrap-containers.<name>.essential': {
      doc: 'Whether a failing container stops the boot.',
      default: false,
    },
    'settings.bootstrap-containers.<name>.mode': {
      doc: 'When the container runs. Without it, it never does.',
      default: 'off',
    },
    'settings.bootstrap-containers.<name>.source': {
      doc: 'The image to run.',
      defaultDoc: 'since 1.33.0 the image bottlerocket-bootstrap, from Amazon ECR in the region on AWS',
    },
    'settings.bootstrap-containers.<name>.user-data': {
      doc: 'A file that is handed to the container, base64-encoded.',
    },
    'settings.cloudformation': { doc: 'The signal to AWS CloudFormation that the node has started.' },
    'settings.cloudformation.logical-resource-id': {
      doc: 'The logical id of the Auto Scaling group or instance that waits for the signal.',
      default: '',
    },
    'settings.cloudformation.should-signal': {
      doc: 'Whether the node signals. Needs `stack-name` and `logical-resource-id`.',
      default: false,
    },
    'settings.cloudformation.stack-name': {
      doc: 'The name or id of the stack that waits for the signal.',
      default: '',
    },
    'settings.container-registry': { doc: 'Where container images are pulled from, and with which credentials.' },
    'settings.container-registry.credentials': {
      doc: 'Credentials for registries. Each entry names a registry and one scheme: `auth`, `username` with `password`, or `identitytoken`. User data can be read by anyone who may describe the instance.',
    },
    'settings.container-registry.credentials[].auth': {
      doc: 'The user name, a colon and the password, base64-encoded.',
    },
    'settings.container-registry.credentials[].identitytoken': { doc: 'An identity token.' },
    'settings.container-registry.credentials[].password': { doc: 'The password that goes with `username`.' },
    'settings.container-registry.credentials[].registry': { doc: 'The host name of the registry.' },
    'settings.container-registry.credentials[].username': { doc: 'The user name that goes with `password`.' },
    'settings.container-registry.mirrors': {
      doc: 'Mirrors for registries. Endpoints are tried in the order given, then the registry itself. The ECS variants honour mirrors of docker.io only.',
    },
    'settings.container-registry.mirrors[].endpoint[]': {
      doc: 'The addresses of the mirror, the first that answers is used.',
    },
    'settings.container-registry.mirrors[].registry': {
      doc: 'The host name of the registry that is mirrored, or `*` for every registry without an entry of its own.',
    },
    'settings.container-runtime': { doc: 'How containerd works.' },
    'settings.container-runtime.concurrent-download-chunk-size': {
      doc: 'The size of the pieces in which one layer is fetched in parallel. Needs containerd 2.1.',
      defaultDoc: '8mib in effect where containerd is 2.1 or newer',
    },
    'settings.container-runtime.enable-unprivileged-icmp': {
      doc: 'Whether containers may open ICMP echo sockets without the capability net-raw.',
    },
    'settings.container-runtime.enable-unprivileged-ports': {
      doc: 'Whether containers may bind ports below 1024 without the capability net-bind-service.',
    },
    'settings.container-runtime.max-concurrent-downloads': {
      doc: 'How many layers of an image are downloaded at a time.',
    },
    'settings.container-runtime.max-concurrent-unpacks': {
      doc: 'How many layers of an image are unpacked at a time. Needs containerd 2.2.',
    },
    'settings.container-runtime.max-container-log-line-size': {
      doc: 'The longest line of a container log in bytes; longer ones are split. -1 means no limit.',
    },
    'settings.container-runtime.snapshotter': {
      doc: 'What stores the layers of images. Chosen at the first boot; it cannot be changed later.',
      default: 'overlayfs',
    },
    'settings.container-runtime-plugins': { doc: 'Programs beside containerd.' },
    'settings.container-runtime-plugins.soci-snapshotter': {
      doc: 'The SOCI snapshotter. Works only where `container-runtime.snapshotter` is `soci`.',
    },
    'settings.container-runtime-plugins.soci-snapshotter.parallel-pull-unpack': {
      doc: 'How images are pulled and unpacked in parallel.',
    },
    'settings.container-runtime-plugins.soci-snapshotter.parallel-pull-unpack.concurrent-download-chunk-size': {
      doc: 'The size of the pieces in which one layer is downloaded.',
      default: 'unlimited',
    },
    'settings.container-runtime-plugins.soci-snapshotter.parallel-pull-unpack.discard-unpacked-layers': {
      doc: 'Whether the compressed layer is deleted once it is unpacked.',
      default: false,
    },
    'settings.container-runtime-plugins.soci-snapshotter.parallel-pull-unpack.max-concurrent-downloads': {
      doc: 'How many downloads run at a time on the node. -1 means no limit.',
      default: -1,
    },
    'settings.container-runtime-plugins.soci-snapshotter.parallel-pull-unpack.max-concurrent-downloads-per-image': {
      doc: 'How many downloads run at a time for one image.',
      default: 3,
    },
    'settings.container-runtime-plugins.soci-snapshotter.parallel-pull-unpack.max-concurrent-unpacks': {
      doc: 'How many layers are unpacked at a time on the node. -1 means no limit.',
      default: -1,
    },
    'settings.container-runtime-plugins.soci-snapshotter.parallel-pull-unpack.max-concurrent-unpacks-per-image': {
      doc: 'How many layers are unpacked at a time for one image.',
      default: 1,
    },
    'settings.container-runtime-plugins.soci-snapshotter.pull-mode': {
      doc: 'How images are pulled.',
      default: 'parallel-pull-unpack',
    },
    'settings.dns': { doc: 'Name resolution on the node.' },
    'settings.dns.name-servers[]': { doc: 'The name servers to ask, in place of those that DHCP gives.' },
    'settings.dns.search-list[]': {
      doc: 'The domains that are tried for short names, in place of those that DHCP gives.',
    },
    'settings.ecs': { doc: 'The Amazon ECS agent.' },
    'settings.ecs.allow-privileged-containers': { doc: 'Whether tasks may run privileged containers.', default: false },
    'settings.ecs.awsvpc-block-imds': {
      doc: 'Whether tasks in awsvpc network mode are kept from the instance metadata and so from the instance role.',
    },
    'settings.ecs.backend-host': { doc: 'The host name of the ECS API endpoint.' },
    'settings.ecs.cluster': {
      doc: 'The name or ARN of the cluster that the instance joins.',
      defaultDoc: 'the cluster named default',
    },
    'settings.ecs.container-stop-timeout': {
      doc: 'How long a container may take to stop before it is killed.',
      default: '30s',
    },
    'settings.ecs.enable-container-metadata': {
      doc: 'Whether each container finds a file with facts about itself and its task.',
      default: false,
    },
    'settings.ecs.enable-spot-instance-draining': {
      doc: 'Whether the agent drains the instance when EC2 gives notice that the Spot instance will be interrupted.',
      default: false,
    },
    'settings.ecs.image-cleanup-age': {
      doc: 'How old an unused image must be before it is removed. Needs `image-cleanup-enabled`.',
    },
    'settings.ecs.image-cleanup-delete-per-cycle': {
      doc: 'How many images are removed in one round. Needs `image-cleanup-enabled`.',
    },
    'settings.ecs.image-cleanup-enabled': { doc: 'Whether unused images are removed.', default: true },
    'settings.ecs.image-cleanup-wait': {
      doc: 'The time between two rounds of image removal. Needs `image-cleanup-enabled`.',
    },
    'settings.ecs.image-pull-behavior': {
      doc: 'When images are pulled, and when a cached one is used.',
      default: 'default',
    },
    'settings.ecs.instance-attributes': {
      doc: 'Custom attributes of the container instance, for placement constraints.',
      as: 'key',
    },
    'settings.ecs.instance-attributes.<key>': {},
    'settings.ecs.logging-drivers[]': {
      doc: 'The log drivers that tasks may use. The list replaces the default one.',
      default: ['json-file', 'awslogs', 'none'],
    },
    'settings.ecs.loglevel': { doc: 'How much the agent logs.', default: 'info' },
    'settings.ecs.metadata-service-burst': { doc: 'The burst of requests that the task metadata endpoint takes.' },
    'settings.ecs.metadata-service-rps': { doc: 'The requests in a second that the task metadata endpoint takes.' },
    'settings.ecs.reserved-memory': { doc: 'Memory in MiB that is kept from tasks for the OS.' },
    'settings.ecs.task-cleanup-wait': {
      doc: 'How long a stopped task is kept before its containers are removed.',
      defaultDoc: 'the default of the agent, three hours',
    },
    'settings.host-containers': {
      doc: 'Containers that run beside the orchestrator for people and tools. `admin` and `control` are predefined.',
      as: 'name',
    },
    'settings.host-containers.<name>': {},
    'settings.host-containers.<name>.command[]': {
      doc: 'The command to run in place of the entry point of the image.',
    },
    'settings.host-containers.<name>.enabled': {
      doc: 'Whether the container runs.',
      defaultDoc: 'admin false; control true on AWS, false on VMware, bare metal and Mantle',
    },
    'settings.host-containers.<name>.source': {
      doc: 'The image to run. Once set, OS updates no longer move it.',
      defaultDoc: 'for admin and control the image that matches the OS release; none for others',
    },
    'settings.host-containers.<name>.superpowered': {
      doc: 'Whether the container has full access to the host.',
      defaultDoc: 'admin true, control false',
    },
    'settings.host-containers.<name>.user-data': {
      doc: 'A file that is handed to the container, base64-encoded.',
      defaultDoc: 'for admin, generated from the EC2 key pair on AWS',
    },
    'settings.image-verifier-plugins': {
      doc: 'Programs that verify the signature of an image before a container starts.',
      as: 'plugin',
    },
    'settings.image-verifier-plugins.enabled': {
      doc: 'Whether images are verified. A verifier without a trust policy blocks every pull.',
      default: false,
    },
    'settings.image-verifier-plugins.<plugin>': { doc: 'The plugins, by name.' },
    'settings.image-verifier-plugins.<plugin>.trustpolicy': {
      doc: 'The trust policy, a JSON document, base64-encoded.',
    },
    'settings.kernel': { doc: 'The Linux kernel. Mantle builds take only `lockdown` and `sysctl`.' },
    'settings.kernel.drivers': { doc: 'Which drivers are loaded.' },
    'settings.kernel.drivers.nvidia': { doc: 'The NVIDIA driver.' },
    'settings.kernel.drivers.nvidia.branch': {
      doc: 'The driver branch, where the image carries two: Kubernetes 1.37 since 1.66.0, kernels 6.1 and 6.12 since 1.68.0. Elsewhere it has no effect.',
      default: 'lts',
    },
    'settings.kernel.hugepages': { doc: 'Huge memory pages.' },
    'settings.kernel.hugepages.static': { doc: 'Huge pages reserved at boot.', as: 'size' },
    'settings.kernel.hugepages.static.essential': {
      doc: 'Whether the boot fails when the pages cannot be reserved.',
      default: false,
    },
    'settings.kernel.hugepages.static.<size>': {
      doc: 'What to reserve, by page size. One size must not be given in two spellings.',
    },
    'settings.kernel.hugepages.static.<size>.count': {
      doc: 'How many pages, in all or for each NUMA node. Text, not a number.',
    },
    'settings.kernel.hugepages.transparent': { doc: 'Huge pages given to programs behind the scenes.' },
    'settings.kernel.hugepages.transparent.defrag': {
      doc: 'When memory is compacted to make huge pages.',
      defaultDoc: 'follows enabled, never for never and madvise for the others',
    },
    'settings.kernel.hugepages.transparent.enabled': {
      doc: 'Which memory gets transparent huge pages.',
      default: 'madvise',
    },
    'settings.kernel.lockdown': {
      doc: 'How far the kernel is protected from programs with full rights. Loosening it needs a reboot.',
      defaultDoc: 'integrity; none in NVIDIA and development variants',
    },
    'settings.kernel.modules': { doc: 'Kernel modules, by name.', as: 'name' },
    'settings.kernel.modules.<name>': {},
    'settings.kernel.modules.<name>.allowed': {
      doc: 'Whether the module may be loaded.',
      defaultDoc: 'true in effect',
    },
    'settings.kernel.modules.<name>.autoload': {
      doc: 'Whether the module is loaded at boot. Needs `allowed`.',
      default: false,
    },
    'settings.kernel.sysctl': { doc: 'Kernel parameters. Values are text, numbers too.', as: 'key' },
    'settings.kernel.sysctl.<key>': {},
    'settings.kernel.zram': { doc: 'The compressed swap device in memory.' },
    'settings.kernel.zram.size': {
      doc: 'The size of the device. The release notes name the setting but not its syntax; it is passed on as given.',
      defaultDoc: '1 GiB before 1.69.0',
    },
    'settings.kubelet-device-plugins': { doc: 'Device plugins that the image brings along.' },
    'settings.kubelet-device-plugins.nvidia': { doc: 'The NVIDIA device plugin.' },
    'settings.kubelet-device-plugins.nvidia.device-id-strategy': {
      doc: 'How containers are told which GPUs they got.',
      default: 'index',
    },
    'settings.kubelet-device-plugins.nvidia.device-list-strategy': {
      doc: 'How GPUs are handed to the container runtime.',
      defaultDoc: 'volume-mounts; cdi-cri since Kubernetes 1.34',
    },
    'settings.kubelet-device-plugins.nvidia.device-partitioning-strategy': {
      doc: 'Whether GPUs are partitioned. Excludes sharing by mps.',
      default: 'none',
    },
    'settings.kubelet-device-plugins.nvidia.device-sharing-strategy': {
      doc: 'How several containers share a GPU.',
      default: 'none',
    },
    'settings.kubelet-device-plugins.nvidia.enabled': {
      doc: 'Whether the plugin runs. Off when the DRA driver takes its place.',
      defaultDoc: 'true in effect',
    },
    'settings.kubelet-device-plugins.nvidia.mig': {
      doc: 'Multi-instance GPUs. Needs the partitioning strategy `mig`, and acts after a reboot.',
    },
    'settings.kubelet-device-plugins.nvidia.mig.profile': {
      doc: 'The MIG profile, or the number of partitions as text, for each GPU model.',
      as: 'gpu-model',
    },
    'settings.kubelet-device-plugins.nvidia.mig.profile.<gpu-model>': {},
    'settings.kubelet-device-plugins.nvidia.mps': {
      doc: 'The Multi-Process Service. Needs the sharing strategy `mps`.',
    },
    'settings.kubelet-device-plugins.nvidia.mps.rename-by-default': {
      doc: 'Whether the resource is offered as nvidia.com/gpu.shared.',
      default: true,
    },
    'settings.kubelet-device-plugins.nvidia.mps.replicas': { doc: 'How many containers share one GPU.', default: 2 },
    'settings.kubelet-device-plugins.nvidia.pass-device-specs': {
      doc: 'Whether the device nodes are passed to the kubelet, as the static CPU manager policy needs it.',
      default: true,
    },
    'settings.kubelet-device-plugins.nvidia.time-slicing': {
      doc: 'Time slicing. Needs the sharing strategy `time-slicing`.',
    },
    'settings.kubelet-device-plugins.nvidia.time-slicing.fail-requests-greater-than-one': {
      doc: 'Whether a request for more than one share of a GPU fails.',
      defaultDoc: 'true when the sharing strategy is time-slicing',
    },
    'settings.kubelet-device-plugins.nvidia.time-slicing.rename-by-default': {
      doc: 'Whether the resource is offered as nvidia.com/gpu.shared.',
      defaultDoc: 'true when the sharing strategy is time-slicing',
    },
    'settings.kubelet-device-plugins.nvidia.time-slicing.replicas': {
      doc: 'How many containers share one GPU.',
      defaultDoc: '2 when the sharing strategy is time-slicing',
    },
    'settings.kubelet-dra-drivers': { doc: 'Drivers for dynamic resource allocation that the image brings along.' },
    'settings.kubelet-dra-drivers.net': { doc: 'The network driver dranet.' },
    'settings.kubelet-dra-drivers.net.bind-address': {
      doc: 'The address and port on which the driver serves its metrics, such as 127.0.0.1:9177.',
    },
    'settings.kubelet-dra-drivers.net.device-filter': {
      doc: 'A CEL expression that chooses the network devices to offer.',
    },
    'settings.kubelet-dra-drivers.net.enabled': { doc: 'Whether the driver runs.', default: false },
    'settings.kubelet-dra-drivers.nvidia': { doc: 'The NVIDIA driver.' },
    'settings.kubelet-dra-drivers.nvidia.enabled': {
      doc: 'Whether the driver runs. Needs `kubelet-device-plugins.nvidia.enabled` to be false.',
      default: false,
    },
    'settings.kubernetes': { doc: 'The kubelet and how the node joins its cluster.' },
    'settings.kubernetes.allowed-unsafe-sysctls[]': {
      doc: 'Kernel parameters outside the safe set that pods may set for themselves. A trailing * matches a group.',
    },
    'settings.kubernetes.api-server': { doc: 'The address of the API server.' },
    'settings.kubernetes.authentication-mode': {
      doc: 'How the kubelet proves who it is.',
      defaultDoc: 'aws on AWS, tls elsewhere',
    },
    'settings.kubernetes.bootstrap-token': {
      doc: 'The token for the first contact with the API server, with the authentication mode tls.',
    },
    'settings.kubernetes.cloud-provider': {
      doc: 'Who tells the cluster about the machine behind the node.',
      defaultDoc: 'external on AWS and VMware, none on bare metal',
    },
    'settings.kubernetes.cluster-certificate': {
      doc: 'The certificate authority of the cluster, PEM, base64-encoded.',
    },
    'settings.kubernetes.cluster-dns-ip': {
      doc: 'The addresses of the DNS service that pods use.',
      defaultDoc: 'on AWS the tenth address of the service range of the cluster',
    },
    'settings.kubernetes.cluster-domain': { doc: 'The DNS domain of the cluster.', default: 'cluster.local' },
    'settings.kubernetes.cluster-name': { doc: 'The name of the cluster.' },
    'settings.kubernetes.container-log-max-files': {
      doc: 'How many log files a container keeps.',
      defaultDoc: 'the default of the kubelet, 5',
    },
    'settings.kubernetes.container-log-max-size': {
      doc: 'The size at which a container log is rotated.',
      defaultDoc: 'the default of the kubelet, 10Mi',
    },
    'settings.kubernetes.container-log-max-workers': { doc: 'How many container logs are rotated at a time.' },
    'settings.kubernetes.container-log-monitor-interval': {
      doc: 'How often container logs are looked at for rotation.',
    },
    'settings.kubernetes.container-runtime-endpoint': {
      doc: 'The socket of the container runtime.',
      default: 'unix:///run/containerd/containerd.sock',
    },
    'settings.kubernetes.cpu-cfs-quota-enforced': {
      doc: 'Whether CPU limits of containers are enforced.',
      default: true,
    },
    'settings.kubernetes.cpu-manager-policy': {
      doc: 'Whether containers can get CPUs of their own. `static` needs a CPU reservation.',
      default: 'none',
    },
    'settings.kubernetes.cpu-manager-policy-options[]': { doc: 'Details of the CPU manager policy `static`.' },
    'settings.kubernetes.cpu-manager-reconcile-period': {
      doc: 'How often the CPU manager compares what it decided with what is in force.',
      defaultDoc: 'the default of the kubelet, 10s',
    },
    'settings.kubernetes.credential-providers': {
      doc: 'Programs that fetch registry credentials for the kubelet, by name. The name must be that of a program in the image; on AWS `ecr-credential-provider` is set up already.',
      as: 'name',
    },
    'settings.kubernetes.credential-providers.<name>': {},
    'settings.kubernetes.credential-providers.<name>.cache-duration': {
      doc: 'How long credentials are kept.',
      default: '12h',
    },
    'settings.kubernetes.credential-providers.<name>.enabled': { doc: 'Whether the provider is used.' },
    'settings.kubernetes.credential-providers.<name>.environment': {
      doc: 'Environment variables of the program.',
      as: 'var',
    },
    'settings.kubernetes.credential-providers.<name>.environment.<var>': {},
    'settings.kubernetes.credential-providers.<name>.image-patterns[]': {
      doc: 'The images for which the provider is asked. The list replaces the default one.',
      defaultDoc: 'for ecr-credential-provider the hosts of Amazon ECR',
    },
    'settings.kubernetes.device-ownership-from-security-context': {
      doc: 'Whether devices in a container belong to the user the container runs as.',
      defaultDoc: 'true since Kubernetes 1.32 without NVIDIA drivers, false elsewhere',
    },
    'settings.kubernetes.event-burst': {
      doc: 'The burst of events above `event-qps`.',
      defaultDoc: 'the default of the kubelet',
    },
    'settings.kubernetes.event-qps': {
      doc: 'How many events the kubelet records in a second.',
      defaultDoc: 'the default of the kubelet',
    },
    'settings.kubernetes.eviction-hard': {
      doc: 'Thresholds below which pods are evicted at once. Before 1.69.0, setting one took away the defaults of the others.',
      defaultDoc: 'the defaults of the kubelet',
      as: 'signal',
      keyType: 'KubernetesEvictionKey',
    },
    'settings.kubernetes.eviction-hard.<signal>': {},
    'settings.kubernetes.eviction-max-pod-grace-period': {
      doc: 'The longest time in seconds that a pod gets to stop when a soft threshold is crossed.',
      default: 0,
    },
    'settings.kubernetes.eviction-soft': {
      doc: 'Thresholds below which pods are evicted after a grace period. Each signal needs one.',
      as: 'signal',
      keyType: 'KubernetesEvictionKey',
    },
    'settings.kubernetes.eviction-soft.<signal>': {},
    'settings.kubernetes.eviction-soft-grace-period': {
      doc: 'How long a soft threshold must be crossed before pods are evicted.',
      as: 'signal',
      keyType: 'KubernetesEvictionKey',
    },
    'settings.kubernetes.eviction-soft-grace-period.<signal>': {},
    'settings.kubernetes.hostname-override': {
      doc: 'The name of the node in the cluster. On EKS a wrong one keeps the node from joining.',
      defaultDoc: 'on AWS the private DNS name or the instance id',
    },
    'settings.kubernetes.hostname-override-source': {
      doc: 'Where the name of the node comes from, unless `hostname-override` is given.',
      default: 'private-dns-name',
    },
    'settings.kubernetes.ids-per-pod': {
      doc: 'How many user ids a pod with its own user namespace gets.',
      default: 65536,
    },
    'settings.kubernetes.image-gc-high-threshold-percent': {
      doc: 'The disk usage above which unused images are removed. Must be above the low threshold.',
      default: 85,
    },
    'settings.kubernetes.image-gc-low-threshold-percent': {
      doc: 'The disk usage down to which unused images are removed.',
      default: 80,
    },
    'settings.kubernetes.image-maximum-gc-age': {
      doc: 'How long an unused image is kept at most. 0s means no limit.',
      defaultDoc: 'the default of the kubelet, off',
    },
    'settings.kubernetes.image-minimum-gc-age': {
      doc: 'How long an unused image is kept at least.',
      defaultDoc: 'the default of the kubelet, 2m',
    },
    'settings.kubernetes.kube-api-burst': {
      doc: 'The burst of requests to the API server above `kube-api-qps`.',
      defaultDoc: 'the default of the kubelet',
    },
    'settings.kubernetes.kube-api-qps': {
      doc: 'How many requests the kubelet sends to the API server in a second.',
      defaultDoc: 'the default of the kubelet',
    },
    'settings.kubernetes.kube-reserved': {
      doc: 'Resources kept from pods for the kubelet and the container runtime.',
      defaultDoc: 'cpu by the number of vCPUs, memory (11 * max-pods + 255)Mi, ephemeral-storage 1Gi',
      as: 'resource',
      keyType: 'KubernetesReservedResourceKey',
    },
    'settings.kubernetes.kube-reserved.<resource>': {},
    'settings.kubernetes.log-level': { doc: 'How much the kubelet logs.', default: 2 },
    'settings.kubernetes.max-parallel-image-pulls': {
      doc: 'How many images are pulled at a time.',
      defaultDoc: 'the default of the kubelet',
    },
    'settings.kubernetes.max-pods': {
      doc: 'How many pods the node runs at most.',
      defaultDoc: 'on AWS by the network interfaces of the instance type, 110 where it is not known',
    },
    'settings.kubernetes.memory-manager-policy': {
      doc: 'Whether pods can get memory of chosen NUMA nodes. Acts only with an enabled entry in `memory-manager-reserved-memory`.',
      default: 'None',
    },
    'settings.kubernetes.memory-manager-reserved-memory': {
      doc: 'Memory reserved on each NUMA node, by its number. The sum must equal all reservations and hard thresholds.',
      as: 'numa',
    },
    'settings.kubernetes.memory-manager-reserved-memory.<numa>': {},
    'settings.kubernetes.memory-manager-reserved-memory.<numa>.enabled': { doc: 'Whether the reservation counts.' },
    'settings.kubernetes.memory-manager-reserved-memory.<numa>.hugepages-1Gi': { doc: 'Huge pages of 1 GiB.' },
    'settings.kubernetes.memory-manager-reserved-memory.<numa>.hugepages-2Mi': { doc: 'Huge pages of 2 MiB.' },
    'settings.kubernetes.memory-manager-reserved-memory.<numa>.memory': { doc: 'Ordinary memory.' },
    'settings.kubernetes.memory-reservation-policy': {
      doc: 'Whether memory requests are protected by cgroup settings.',
    },
    'settings.kubernetes.memory-swap-behavior': { doc: 'Whether pods may swap.', default: 'NoSwap' },
    'settings.kubernetes.memory-throttling-factor': {
      doc: 'The share of the memory limit above which a container is slowed down.',
    },
    'settings.kubernetes.node-ip': {
      doc: 'The IP address of the node.',
      defaultDoc: 'the address of the first network interface',
    },
    'settings.kubernetes.node-labels': {
      doc: 'Labels that the node registers with. Values are text, also for numbers and true or false.',
      as: 'name',
    },
    'settings.kubernetes.node-labels.<name>': {},
    'settings.kubernetes.node-taints': {
      doc: 'Taints that the node registers with, as `value:Effect`. One key may have several.',
      as: 'name',
    },
    'settings.kubernetes.node-taints.<name>[]': {},
    'settings.kubernetes.pod-infra-container-image': {
      doc: 'The image of the container that holds the namespaces of a pod.',
    },
    'settings.kubernetes.pod-pids-limit': { doc: 'How many processes a pod may have.', default: 1048576 },
    'settings.kubernetes.provider-id': {
      doc: 'The id by which the cloud provider knows the node.',
      defaultDoc: 'on AWS aws:///<zone>/<instance id>',
    },
    'settings.kubernetes.registry-burst': {
      doc: 'The burst of image pulls above `registry-qps`.',
      defaultDoc: 'the default of the kubelet',
    },
    'settings.kubernetes.registry-qps': {
      doc: 'How many image pulls are started in a second.',
      defaultDoc: 'the default of the kubelet',
    },
    'settings.kubernetes.reserved-cpus': {
      doc: 'CPUs kept for the OS. With it, the cgroups of kube-reserved and system-reserved are not set.',
    },
    'settings.kubernetes.seccomp-default': {
      doc: 'Whether pods get the seccomp profile RuntimeDefault unless they ask for another.',
      defaultDoc: 'true since Kubernetes 1.33, false before',
    },
    'settings.kubernetes.server-certificate': {
      doc: 'The serving certificate of the kubelet, PEM, base64-encoded. Acts only with `server-key`.',
    },
    'settings.kubernetes.server-key': {
      doc: 'The private key of `server-certificate`, PEM, base64-encoded. User data can be read by anyone who may describe the instance.',
    },
    'settings.kubernetes.server-tls-bootstrap': {
      doc: 'Whether the kubelet requests its serving certificate from the cluster.',
      defaultDoc: 'true on AWS, false elsewhere',
    },
    'settings.kubernetes.shutdown-grace-period': {
      doc: 'How long a shutdown is delayed so that pods can stop.',
      defaultDoc: '150s on AWS since Kubernetes 1.34, off before',
    },
    'settings.kubernetes.shutdown-grace-period-for-critical-pods': {
      doc: 'The part of `shutdown-grace-period` that is kept for critical pods.',
      defaultDoc: '30s on AWS since Kubernetes 1.34, off before',
    },
    'settings.kubernetes.single-process-oom-kill': {
      doc: 'Whether only the one process is killed when a container runs out of memory, and not all of them.',
    },
    'settings.kubernetes.standalone-mode': {
      doc: 'Whether the kubelet runs without an API server, with static pods only.',
      default: false,
    },
    'settings.kubernetes.static-pods': { doc: 'Pods that the kubelet runs by itself, by name.', as: 'name' },
    'settings.kubernetes.static-pods.<name>': {},
    'settings.kubernetes.static-pods.<name>.enabled': { doc: 'Whether the pod runs.' },
    'settings.kubernetes.static-pods.<name>.manifest': { doc: 'The manifest of the pod, base64-encoded.' },
    'settings.kubernetes.static-pods-enabled': { doc: 'Whether the kubelet runs static pods at all.' },
    'settings.kubernetes.system-reserved': {
      doc: 'Resources kept from pods for the OS.',
      as: 'resource',
      keyType: 'KubernetesReservedResourceKey',
    },
    'settings.kubernetes.system-reserved.<resource>': {},
    'settings.kubernetes.topology-manager-policy': {
      doc: 'How CPUs, memory and devices of a pod are aligned to NUMA nodes.',
      default: 'none',
    },
    'settings.kubernetes.topology-manager-policy-options': { doc: 'Details of the topology manager policy.' },
    'settings.kubernetes.topology-manager-policy-options.max-allowable-numa-nodes': {
      doc: 'How many NUMA nodes the machine may have.',
    },
    'settings.kubernetes.topology-manager-policy-options.prefer-closest-numa-nodes': {
      doc: 'Whether NUMA nodes that are close to each other are preferred.',
    },
    'settings.kubernetes.topology-manager-scope': { doc: 'What is aligned as one.', default: 'container' },
    'settings.measurement': { doc: 'What the boot measurement in the TPM covers.' },
    'settings.measurement.excluded-settings[]': { doc: 'Paths of settings that are left out of the measurement.' },
    'settings.metrics': { doc: 'The health report that nodes send to the makers of the OS.' },
    'settings.metrics.metrics-url': {
      doc: 'Where the report goes.',
      default: 'https://metrics.bottlerocket.aws/v1/metrics',
    },
    'settings.metrics.send-metrics': {
      doc: 'Whether the report is sent.',
      defaultDoc: 'true on VMware and bare metal, and on AWS in the partitions aws and aws-us-gov',
    },
    'settings.metrics.service-checks[]': {
      doc: 'The services whose state is reported.',
      defaultDoc: 'the services that the variant runs',
    },
    'settings.motd': {
      doc: 'The message of the day, shown to people who log in to a host container.',
      default: 'Welcome to Bottlerocket!',
    },
    'settings.network': { doc: 'The host name, static names and the proxy.' },
    'settings.network.hostname': {
      doc: 'The host name of the node.',
      defaultDoc: 'the name that reverse DNS gives, else the IP address',
    },
    'settings.network.hosts[]': { doc: 'Static host names, added to /etc/hosts in the order given.' },
    'settings.network.hosts[].address': { doc: 'The IP address.' },
    'settings.network.hosts[].hostnames[]': { doc: 'The names of that address.' },
    'settings.network.https-proxy': {
      doc: 'The proxy for HTTP and HTTPS requests of the OS, the container runtime and the orchestrator.',
    },
    'settings.network.no-proxy[]': {
      doc: 'Hosts that are reached without the proxy. The OS adds localhost, 127.0.0.1 and, for Kubernetes, the API server and the cluster domain; it does not add the instance metadata address.',
    },
    'settings.ntp': { doc: 'The clock.' },
    'settings.ntp.options[]': {
      doc: 'chrony options for every time server, one string for each option with its value.',
      default: ['iburst'],
    },
    'settings.ntp.time-servers[]': {
      doc: 'The time servers to ask. The list replaces the default one.',
      defaultDoc: '169.254.169.123 and 2.amazon.pool.ntp.org on AWS, 2.amazon.pool.ntp.org elsewhere',
    },
    'settings.nvidia-container-runtime': {
      doc: 'How containers get hold of NVIDIA GPUs. Not part of the ECS variants.',
    },
    'settings.nvidia-container-runtime.visible-devices-as-volume-mounts': {
      doc: 'Whether containers may ask for GPUs by volume mounts.',
      default: true,
    },
    'settings.nvidia-container-runtime.visible-devices-envvar-when-unprivileged': {
      doc: 'Whether unprivileged containers may ask for GPUs by NVIDIA_VISIBLE_DEVICES, and so bypass the device plugin.',
      default: false,
    },
    'settings.oci-defaults': { doc: 'What containers get when nothing else is said. ECS since 1.15.0.' },
    'settings.oci-defaults.capabilities': {
      doc: 'Linux capabilities of containers. Those that are not named are withheld.',
      default: {
        'audit-write': true,
        chown: true,
        'dac-override': true,
        fowner: true,
        fsetid: true,
        kill: true,
        mknod: true,
        'net-bind-service': true,
        'net-raw': true,
        setgid: true,
        setfcap: true,
        setpcap: true,
        setuid: true,
        'sys-chroot': true,
      },
      as: 'capability',
      keyType: 'OciDefaultsCapability',
    },
    'settings.oci-defaults.capabilities.<capability>': {},
    'settings.oci-defaults.resource-limits': {
      doc: 'Resource limits of the processes in containers. Before 1.15.0 only `max-open-files`.',
      as: 'limit',
      keyType: 'OciDefaultsResourceLimitType',
    },
    'settings.oci-defaults.resource-limits.<limit>': { doc: 'A hard and a soft limit. Both must be given.' },
    'settings.oci-defaults.resource-limits.<limit>.hard-limit': {
      doc: 'The ceiling up to which a process may raise its soft limit. -1 means no limit.',
      defaultDoc: 'for max-open-files 1048576 on Kubernetes and 4096 on ECS; no limit elsewhere',
    },
    'settings.oci-defaults.resource-limits.<limit>.soft-limit': {
      doc: 'The limit that is enforced. -1 means no limit.',
      defaultDoc: 'for max-open-files 65536 on Kubernetes and 1024 on ECS; no limit elsewhere',
    },
    'settings.oci-hooks': { doc: 'Hooks that run when a container starts.' },
    'settings.oci-hooks.log4j-hotpatch-enabled': {
      doc: 'Whether running Java programs were patched against the Log4Shell vulnerability.',
      default: false,
    },
    'settings.pki': { doc: 'Bundles of certificate authorities.', as: 'name' },
    'settings.pki.<name>': {},
    'settings.pki.<name>.data': { doc: 'The certificates in PEM form, base64-encoded as a whole.', default: '' },
    'settings.pki.<name>.trusted': {
      doc: 'Whether the OS and the container runtime trust the bundle.',
      default: false,
    },
    'settings.updates': { doc: 'In-place updates of the OS.' },
    'settings.updates.ignore-waves': {
      doc: 'Whether the node updates as soon as a release is out, without waiting for its turn.',
      default: false,
    },
    'settings.updates.metadata-base-url': {
      doc: 'Where the signed update metadata is read.',
      defaultDoc: 'a repository in the region on AWS, https://updates.bottlerocket.aws/2020-07-07/ elsewhere',
    },
    'settings.updates.seed': {
      doc: "Decides when it is the node's turn to update.",
      defaultDoc: 'a random number from 0 to 2047',
    },
    'settings.updates.targets-base-url': {
      doc: 'Where update images are read.',
      defaultDoc: 'a repository in the region on AWS, https://updates.bottlerocket.aws/targets/ elsewhere',
    },
    'settings.updates.version-lock': {
      doc: 'The release to update to, with all three parts, or `latest`.',
      default: 'latest',
    },
  },
  types: {
    bool: { example: true },
    u8: { example: 2 },
    u16: { example: 512 },
    u32: { example: 110 },
    i32: { example: 10 },
    i64: { example: 4 },
    NonNegativeInteger: { example: 30 },
    String: { example: 'any text' },
    SingleLineString: { example: 'one line' },
    Identifier: { example: 'my-name' },
    Url: { example: 'https://mirror.example.com' },
    CommandArgument: { example: '--verbose' },
    OciImageRef: { example: 'public.ecr.aws/bottlerocket/bottlerocket-admin:v0.12.0' },
    ValidBase64: { example: 'aGVsbG8=' },
    ValidBase64Json: { example: 'e30=' },
    PemCertificateString: { example: '' },
    IpAddr: { example: '10.0.0.10' },
    ValidLinuxHostname: { example: 'node.example.com' },
    DNSDomain: { example: 'cluster.local' },
    FriendlyVersion: { example: '1.66.0' },
    BootstrapMode: {
      example: 'off',
      enum: 'BootstrapMode',
      words: {
        off: 'Does not run.',
        once: 'Runs on the first boot. The OS turns this into "off" after a success.',
        always: 'Runs on every boot.',
      },
    },
    ApiclientCommand: { example: ['apiclient', 'ephemeral-storage', 'init'] },
    ExcludedSetting: { example: 'host-containers' },
    Unestablished: { example: '1GiB' },
    Snapshotter: {
      example: 'overlayfs',
      enum: 'ContainerdSnapshotter',
      words: {
        overlayfs: 'The default of containerd.',
        soci: 'The SOCI snapshotter, which pulls and unpacks in parallel.',
      },
    },
    SociPullMode: {
      example: 'parallel-pull-unpack',
      enum: 'SociPullMode',
      words: { 'parallel-pull-unpack': 'Pulls and unpacks the layers of an image in parallel.' },
    },
    SociDownloadChunkSize: { example: '16mb' },
    ContainerdDownloadChunkSize: { example: '8mib' },
    ImageVerifierPluginName: { example: 'notation' },
    ECSAttributeKey: { example: 'stack' },
    ECSAttributeValue: { example: 'production' },
    ECSDurationValue: { example: '30s' },
    ECSAgentImagePullBehavior: {
      example: 'default',
      enum: 'EcsImagePullBehavior',
      words: {
        default: 'Pulls the image, and uses a cached one when the pull fails.',
        always: 'Pulls the image each time, and fails when the pull fails.',
        once: 'Pulls only an image that no task on the instance has pulled before.',
        'prefer-cached': 'Pulls only when no cached image exists. Image clean-up is off then.',
      },
    },
    ECSAgentLogLevel: {
      example: 'debug',
      enum: 'EcsLogLevel',
      words: {
        debug: 'Everything.',
        info: 'Information, warnings and errors.',
        warn: 'Warnings and errors.',
        error: 'Errors.',
        crit: 'Only what stops the agent.',
      },
    },
    BootConfigKey: { example: 'crashkernel' },
    BootConfigValue: { example: 'ttyS0,115200n8' },
    KernelCpuSetValue: { example: '0-3,8' },
    KmodKey: { example: 'ip_vs' },
    SysctlKey: { example: 'net.core.somaxconn' },
    Lockdown: {
      example: 'none',
      enum: 'KernelLockdown',
      words: {
        none: 'No lockdown.',
        integrity: 'The running kernel cannot be changed from user space.',
        confidentiality:
          'As integrity, and user space cannot read kernel memory. Tools based on perf and eBPF stop working.',
      },
    },
    HugepageSize: { example: '2Mi' },
    HugepageAllocation: { example: '512' },
    TransparentHugepagePolicy: {
      example: 'never',
      enum: 'TransparentHugepagePolicy',
      words: {
        never: 'No transparent huge pages.',
        madvise: 'Only for memory that asks for them.',
        always: 'For all memory.',
      },
    },
    TransparentHugepageDefragPolicy: {
      example: 'never',
      enum: 'TransparentHugepageDefragPolicy',
      words: {
        never: 'Never reclaims or compacts memory for huge pages.',
        madvise: 'Reclaims at once for memory that asked for huge pages.',
        defer: 'Reclaims in the background.',
        'defer+madvise': 'In the background, and at once for memory that asked for huge pages.',
        always: 'Reclaims at once for all memory.',
      },
    },
    OciDefaultsCapability: {
      example: 'audit-control',
      enum: 'OciCapability',
      words: {
        'audit-control': 'CAP_AUDIT_CONTROL.',
        'audit-read': 'CAP_AUDIT_READ.',
        'audit-write': 'CAP_AUDIT_WRITE.',
        'block-suspend': 'CAP_BLOCK_SUSPEND.',
        bpf: 'CAP_BPF.',
        'checkpoint-restore': 'CAP_CHECKPOINT_RESTORE.',
        chown: 'CAP_CHOWN.',
        'dac-override': 'CAP_DAC_OVERRIDE.',
        'dac-read-search': 'CAP_DAC_READ_SEARCH.',
        fowner: 'CAP_FOWNER.',
        fsetid: 'CAP_FSETID.',
        'ipc-lock': 'CAP_IPC_LOCK.',
        'ipc-owner': 'CAP_IPC_OWNER.',
        kill: 'CAP_KILL.',
        lease: 'CAP_LEASE.',
        'linux-immutable': 'CAP_LINUX_IMMUTABLE.',
        'mac-admin': 'CAP_MAC_ADMIN.',
        'mac-override': 'CAP_MAC_OVERRIDE.',
        mknod: 'CAP_MKNOD.',
        'net-admin': 'CAP_NET_ADMIN.',
        'net-bind-service': 'CAP_NET_BIND_SERVICE.',
        'net-broadcast': 'CAP_NET_BROADCAST.',
        'net-raw': 'CAP_NET_RAW.',
        perfmon: 'CAP_PERFMON.',
        setgid: 'CAP_SETGID.',
        setfcap: 'CAP_SETFCAP.',
        setpcap: 'CAP_SETPCAP.',
        setuid: 'CAP_SETUID.',
        'sys-admin': 'CAP_SYS_ADMIN.',
        'sys-boot': 'CAP_SYS_BOOT.',
        'sys-chroot': 'CAP_SYS_CHROOT.',
        'sys-module': 'CAP_SYS_MODULE.',
        'sys-nice': 'CAP_SYS_NICE.',
        'sys-pacct': 'CAP_SYS_PACCT.',
        'sys-ptrace': 'CAP_SYS_PTRACE.',
        'sys-rawio': 'CAP_SYS_RAWIO.',
        'sys-resource': 'CAP_SYS_RESOURCE.',
        'sys-time': 'CAP_SYS_TIME.',
        'sys-tty-config': 'CAP_SYS_TTY_CONFIG.',
        syslog: 'CAP_SYSLOG.',
        'wake-alarm': 'CAP_WAKE_ALARM.',
      },
    },
    OciDefaultsResourceLimitType: {
      example: 'max-address-space',
      enum: 'OciResourceLimitType',
      words: {
        'max-address-space': 'Size of the address space in bytes (RLIMIT_AS).',
        'max-core-file-size': 'Size of a core file in bytes (RLIMIT_CORE).',
        'max-cpu-time': 'CPU time in seconds (RLIMIT_CPU).',
        'max-data-size': 'Size of the data segment in bytes (RLIMIT_DATA).',
        'max-file-locks': 'Number of file locks (RLIMIT_LOCKS).',
        'max-file-size': 'Size of a written file in bytes (RLIMIT_FSIZE).',
        'max-locked-memory': 'Locked memory in bytes (RLIMIT_MEMLOCK).',
        'max-msgqueue-size': 'Size of POSIX message queues in bytes (RLIMIT_MSGQUEUE).',
        'max-nice-priority': 'Ceiling of the nice value (RLIMIT_NICE).',
        'max-open-files': 'Number of open files (RLIMIT_NOFILE).',
        'max-pending-signals': 'Number of queued signals (RLIMIT_SIGPENDING).',
        'max-processes': 'Number of processes (RLIMIT_NPROC).',
        'max-realtime-priority': 'Ceiling of the real-time priority (RLIMIT_RTPRIO).',
        'max-realtime-timeout': 'Real-time CPU time without a pause, in microseconds (RLIMIT_RTTIME).',
        'max-resident-set': 'Resident memory in bytes (RLIMIT_RSS).',
        'max-stack-size': 'Size of the stack in bytes (RLIMIT_STACK).',
      },
    },
    ResourceLimitValue: { example: 65536 },
    KubernetesClusterName: { example: 'my-cluster' },
    KubernetesName: { example: 'my-name' },
    KubernetesLabelKey: { example: 'example.com/team' },
    KubernetesLabelValue: { example: 'blue' },
    KubernetesTaintValue: { example: 'gpu:NoSchedule' },
    KubernetesAuthenticationMode: {
      example: 'aws',
      enum: 'KubernetesAuthenticationMode',
      words: { aws: 'With the IAM identity of the instance.', tls: 'With a bootstrap token and client certificates.' },
    },
    KubernetesBootstrapToken: { example: 'abcdef.0123456789abcdef' },
    KubernetesCloudProvider: {
      example: 'aws',
      enum: 'KubernetesCloudProvider',
      words: {
        aws: 'The provider built into old kubelets.',
        external: 'A cloud controller manager that runs in the cluster.',
        '': 'No cloud provider.',
      },
    },
    KubernetesDurationValue: { example: '1h30m' },
    KubernetesQuantityValue: { example: '512Mi' },
    KubernetesThresholdValue: { example: '10%' },
    KubernetesEvictionKey: {
      example: 'memory.available',
      enum: 'KubernetesEvictionSignal',
      words: {
        'memory.available': 'Memory that is available on the node.',
        'nodefs.available': 'Space in the file system of the kubelet (volumes, logs).',
        'nodefs.inodesFree': 'Inodes in the file system of the kubelet.',
        'imagefs.available': 'Space in the file system of the container images.',
        'imagefs.inodesFree': 'Inodes in the file system of the container images.',
        'pid.available': 'Process ids that are available on the node.',
      },
    },
    KubernetesReservedResourceKey: {
      example: 'cpu',
      enum: 'KubernetesReservedResource',
      words: {
        cpu: 'CPU time.',
        memory: 'Memory.',
        'ephemeral-storage': 'Space for logs, images and emptyDir volumes.',
        pid: 'Process ids.',
      },
    },
    CpuManagerPolicy: {
      example: 'none',
      enum: 'CpuManagerPolicy',
      words: {
        none: 'Containers share all CPUs.',
        static: 'Guaranteed containers with whole CPU requests get CPUs of their own.',
      },
    },
    KubernetesCPUManagerPolicyOption: {
      example: 'full-pcpus-only',
      enum: 'CpuManagerPolicyOption',
      words: {
        'full-pcpus-only': 'Hands out whole physical cores only.',
        'strict-cpu-reservation': 'Keeps all containers off the reserved CPUs. Needs Kubernetes 1.32.',
        'distribute-cpus-across-numa': 'Spreads CPUs evenly over NUMA nodes. Needs Kubernetes 1.33.',
        'prefer-align-cpus-by-uncorecache':
          'Keeps the CPUs of a container behind one last-level cache where it can. Needs Kubernetes 1.34.',
      },
    },
    TopologyManagerPolicy: {
      example: 'none',
      enum: 'TopologyManagerPolicy',
      words: {
        none: 'No alignment.',
        'best-effort': 'Aligns where possible, admits the pod in any case.',
        restricted: 'Admits only pods that can be aligned to preferred NUMA nodes.',
        'single-numa-node': 'Admits only pods that fit one NUMA node.',
      },
    },
    TopologyManagerScope: {
      example: 'container',
      enum: 'TopologyManagerScope',
      words: {
        container: 'Each container is aligned by itself.',
        pod: 'All containers of a pod are aligned together.',
      },
    },
    KubernetesMemoryManagerPolicy: {
      example: 'None',
      enum: 'MemoryManagerPolicy',
      words: {
        None: 'Memory is not pinned to NUMA nodes.',
        Static: 'Guaranteed pods get memory of chosen NUMA nodes.',
      },
    },
    KubernetesMemoryReservationKey: {
      example: 'memory',
      enum: 'KubernetesMemoryReservationResource',
      words: {
        memory: 'Ordinary memory.',
        'hugepages-2Mi': 'Huge pages of 2 MiB.',
        'hugepages-1Gi': 'Huge pages of 1 GiB.',
      },
    },
    KubernetesMemoryReservationPolicy: {
      example: 'None',
      enum: 'MemoryReservationPolicy',
      words: {
        None: 'Memory requests are not protected by cgroup settings.',
        TieredReservation: 'Memory requests are protected by cgroup settings, by quality of service.',
      },
    },
    KubernetesMemorySwapBehavior: {
      example: 'NoSwap',
      enum: 'MemorySwapBehavior',
      words: {
        NoSwap: 'Pods do not swap.',
        LimitedSwap: 'Burstable pods may swap in proportion to their memory request.',
      },
    },
    KubernetesMemoryThrottlingFactor: { example: 0.9 },
    KubernetesHostnameOverrideSource: {
      example: 'private-dns-name',
      enum: 'HostnameOverrideSource',
      words: { 'private-dns-name': 'The private DNS name of the instance.', 'instance-id': 'The id of the instance.' },
    },
    KubernetesIdsPerPodValue: { example: 131072 },
    IntegerPercent: { example: 85 },
    MaxAllowableNumaNodesValue: { example: 8 },
    NvidiaDriverBranch: {
      example: 'lts',
      enum: 'NvidiaDriverBranch',
      words: { lts: 'The long-term support branch.', pb: 'The production branch.' },
    },
    NvidiaDeviceIdStrategy: {
      example: 'uuid',
      enum: 'NvidiaDeviceIdStrategy',
      words: { uuid: 'By UUID.', index: 'By index.' },
    },
    NvidiaDeviceListStrategy: {
      example: 'envvar',
      enum: 'NvidiaDeviceListStrategy',
      words: {
        envvar: 'Through the environment variable NVIDIA_VISIBLE_DEVICES.',
        'volume-mounts': 'Through volume mounts.',
        'cdi-cri': 'Through the container device interface of the CRI.',
      },
    },
    NvidiaDevicePartitioningStrategy: {
      example: 'none',
      enum: 'NvidiaDevicePartitioningStrategy',
      words: { none: 'GPUs are not partitioned.', mig: 'GPUs are partitioned into MIG instances.' },
    },
    NvidiaDeviceSharingStrategy: {
      example: 'none',
      enum: 'NvidiaDeviceSharingStrategy',
      words: {
        none: 'A GPU belongs to one container.',
        'time-slicing': 'Containers take turns on a GPU.',
        mps: 'Containers share a GPU through the Multi-Process Service.',
      },
    },
    NvidiaGpuModel: { example: 'a100.40gb' },
    MigProfile: { example: '1g.5gb' },
    NvidiaTimeSlicingReplicas: { example: 4 },
    NvidiaMpsReplicas: { example: 4 },
  },
};
