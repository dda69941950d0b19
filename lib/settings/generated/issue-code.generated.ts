// Generated from schema/ by `npm run generate`. Do not edit.

/**
 * The codes of everything this library finds wrong, or worth a warning.
 *
 * They are stable: a code is never renamed or reused. docs/errors.md explains each of them.
 */
export enum IssueCode {
  /**
   * No setting has this name.
   *
   * The OS refuses the whole user data for one key it does not know: no setting is applied, the kubelet or ECS agent
   * never starts, and there is no SSH and no log.
   */
  UNKNOWN_SETTING = 'UnknownSetting',

  /**
   * The value has the wrong type.
   *
   * Settings are strictly typed. A number in quotes, a list where one value belongs, or true as text make the OS refuse
   * the whole user data. Where plain JavaScript lets something through that is no preset or no schedule, this is said
   * too.
   */
  WRONG_TYPE = 'WrongType',

  /**
   * The number is too small or too large.
   *
   * The OS refuses numbers outside the range of the setting.
   */
  VALUE_OUT_OF_RANGE = 'ValueOutOfRange',

  /**
   * The text does not have the form that the setting demands.
   *
   * The OS parses the value and refuses the whole user data when it cannot.
   */
  INVALID_VALUE = 'InvalidValue',

  /**
   * The value is not one of those that the setting knows.
   *
   * The setting takes one of a closed set of words, in this spelling.
   */
  NOT_ALLOWED_VALUE = 'NotAllowedValue',

  /**
   * The key of a map does not have the form that the setting demands.
   *
   * Names in maps, such as labels or the names of containers, have rules of their own.
   */
  INVALID_KEY = 'InvalidKey',

  /**
   * A setting that belongs to the others is missing.
   *
   * The OS refuses a table in which a required key is missing.
   */
  MISSING_SETTING = 'MissingSetting',

  /**
   * The list has too few items.
   *
   * The OS refuses the list when it is shorter than this.
   */
  TOO_FEW_ITEMS = 'TooFewItems',

  /**
   * One thing is set twice.
   *
   * A setting is given under its name and under an alias, or one key in two spellings. The OS refuses that.
   */
  DUPLICATE_SETTING = 'DuplicateSetting',

  /**
   * The key of a map is only known at deployment.
   *
   * A key with an unresolved token can be neither checked nor quoted, and CloudFormation cannot merge such maps.
   */
  TOKEN_AS_KEY = 'TokenAsKey',

  /**
   * A table is only known at deployment.
   *
   * CloudFormation can put text, numbers and lists of text into user data at deployment, but it cannot write TOML
   * tables, or lists of tables or lists.
   */
  TOKEN_AS_TABLE = 'TokenAsTable',

  /**
   * The setting has no effect any more.
   *
   * The OS still accepts the setting but ignores it.
   */
  DEPRECATED_SETTING = 'DeprecatedSetting',

  /**
   * The variant does not have this setting.
   *
   * Each variant has the settings of what it runs: no kubernetes settings on ECS, no ecs settings on Kubernetes, no
   * NVIDIA settings without NVIDIA drivers. To the others they are unknown keys, and the OS refuses the whole user data.
   */
  SETTING_NOT_IN_VARIANT = 'SettingNotInVariant',

  /**
   * The release does not have this setting yet.
   *
   * To a release from before the setting it is an unknown key or value, and the OS refuses the whole user data.
   */
  SETTING_TOO_NEW = 'SettingTooNew',

  /**
   * There is no variant of this name.
   *
   * Which settings there are depends on the variant.
   */
  UNKNOWN_VARIANT = 'UnknownVariant',

  /**
   * The version is not one of Bottlerocket.
   *
   * Which settings there are depends on the release.
   */
  INVALID_OS_VERSION = 'InvalidOsVersion',

  /**
   * The release is newer than this version of the library.
   *
   * Settings that came with the release are not known here, and are refused; changed rules are not known either.
   */
  NEWER_OS_VERSION = 'NewerOsVersion',

  /**
   * The Kubernetes version is too old for this setting.
   *
   * The OS takes the setting, but the kubelet of this version does not know it, so that it has no effect.
   */
  NEWER_KUBERNETES_NEEDED = 'NewerKubernetesNeeded',

  /**
   * The path of the setting is longer than the node can store.
   *
   * A node keeps each value under its full path, and takes paths of at most 255 bytes. With a longer one it fails to
   * store the user data.
   */
  KEY_TOO_LONG = 'KeyTooLong',

  /**
   * The OS ignores this key.
   *
   * In most tables an unknown key makes the OS refuse the user data. In this one it is dropped without a word, and has
   * no effect.
   */
  IGNORED_SETTING = 'IgnoredSetting',

  /**
   * A soft eviction threshold has no grace period.
   *
   * The kubelet does not start with such a threshold, and the node never joins.
   */
  EVICTION_GRACE_PERIOD_MISSING = 'EvictionGracePeriodMissing',

  /**
   * The thresholds for removing images contradict each other.
   *
   * The kubelet does not start unless the high threshold is above the low one. When only one is given, it is compared
   * with the default of the other, 85 and 80.
   */
  IMAGE_GC_THRESHOLDS = 'ImageGcThresholds',

  /**
   * The ages for removing images contradict each other.
   *
   * The kubelet does not start unless the maximum age is above the minimum age, which is 2m by default.
   */
  IMAGE_GC_AGES = 'ImageGcAges',

  /**
   * The grace periods for a shutdown contradict each other.
   *
   * The grace period for critical pods is the last part of the whole one. The kubelet does not start when it is longer,
   * or when one of them is above zero and below a second.
   */
  SHUTDOWN_GRACE_PERIODS = 'ShutdownGracePeriods',

  /**
   * The kubelet does not take this value.
   *
   * The OS hands the value on, and the kubelet does not start with it.
   */
  KUBELET_LIMIT = 'KubeletLimit',

  /**
   * CPU manager options need the static policy.
   *
   * The kubelet does not start with these options under any other policy.
   */
  CPU_MANAGER_OPTIONS = 'CpuManagerOptions',

  /**
   * The static CPU manager policy needs reserved CPU.
   *
   * The kubelet does not start when nothing is left for the OS.
   */
  CPU_MANAGER_RESERVATION = 'CpuManagerReservation',

  /**
   * The memory reserved on NUMA nodes does not add up.
   *
   * The kubelet does not start unless the memory reserved on all NUMA nodes equals kube-reserved, system-reserved and
   * the hard eviction threshold for memory (100Mi by default) together.
   */
  MEMORY_MANAGER_SUM = 'MemoryManagerSum',

  /**
   * MPS and MIG exclude each other.
   *
   * The NVIDIA device plugin does not start with both, and no pod on the node gets a GPU.
   */
  MPS_WITH_MIG = 'MpsWithMig',

  /**
   * A soft limit is above its hard limit.
   *
   * The container runtime cannot set such limits, and no container on the node starts.
   */
  RESOURCE_LIMITS = 'ResourceLimits',

  /**
   * A setting that the node needs to join is missing.
   *
   * Nodes of managed node groups get it from EKS, nodes of Karpenter from Karpenter. Others must have it in their user
   * data.
   */
  CLUSTER_SETTING_MISSING = 'ClusterSettingMissing',

  /**
   * The region is not the one that the node runs in.
   *
   * The node looks for itself and for its cluster in this region. In another one, or one that does not exist, it finds
   * neither: it never joins, and AWS Systems Manager does not see it.
   */
  WRONG_REGION = 'WrongRegion',

  /**
   * Two sources want different values for one setting.
   *
   * Both are of the same rank, for example two presets, so that nothing says which one is to hold.
   */
  CONFLICTING_SETTINGS = 'ConflictingSettings',

  /**
   * A grace period has no threshold.
   *
   * The kubelet uses a grace period only for a signal with a soft threshold.
   */
  EVICTION_GRACE_PERIOD_UNUSED = 'EvictionGracePeriodUnused',

  /**
   * Some eviction thresholds are lost.
   *
   * Before 1.69.0, giving one hard threshold takes the defaults of all others away, and the node may run full.
   */
  EVICTION_DEFAULTS_LOST = 'EvictionDefaultsLost',

  /**
   * The memory manager policy has no effect.
   *
   * The OS sets the policy only when memory is reserved on some NUMA node.
   */
  MEMORY_MANAGER_UNUSED = 'MemoryManagerUnused',

  /**
   * The topology manager options have no effect.
   *
   * Options act only with a policy other than none.
   */
  TOPOLOGY_MANAGER_OPTIONS_UNUSED = 'TopologyManagerOptionsUnused',

  /**
   * Settings for sharing or partitioning GPUs have no effect.
   *
   * Time slicing, MPS and MIG must be switched on by their strategy.
   */
  NVIDIA_STRATEGY_UNUSED = 'NvidiaStrategyUnused',

  /**
   * The driver branch has no effect.
   *
   * Nearly all variants take the setting, since they share one model of the kernel settings. Only images with NVIDIA
   * drivers have a branch to choose.
   */
  DRIVER_BRANCH_UNUSED = 'DriverBranchUnused',

  /**
   * The NVIDIA DRA driver does not run.
   *
   * The driver takes the place of the device plugin and does not run beside it.
   */
  DRA_DRIVER_UNUSED = 'DraDriverUnused',

  /**
   * Usual log drivers are missing.
   *
   * The list replaces the default one. ECS does not place tasks on instances without the driver they ask for.
   */
  ECS_LOGGING_DRIVERS_REPLACED = 'EcsLoggingDriversReplaced',

  /**
   * The image verifier has no trust policy.
   *
   * An enabled verifier without a policy blocks every image.
   */
  IMAGE_VERIFIER_WITHOUT_POLICY = 'ImageVerifierWithoutPolicy',

  /**
   * The instance metadata would be asked of the proxy.
   *
   * The OS adds the API server and localhost to no-proxy, but not the address of the instance metadata. Programs that
   * fetch credentials there would fail.
   */
  PROXY_WITHOUT_METADATA = 'ProxyWithoutMetadata',

  /**
   * An entry for a registry has no credentials.
   *
   * The entry does nothing.
   */
  REGISTRY_CREDENTIALS_INCOMPLETE = 'RegistryCredentialsIncomplete',

  /**
   * Credentials are for a registry without a mirror.
   *
   * Credentials are looked up by the host that is pulled from. With mirrors for other registries only, this is often a
   * mistake in the name.
   */
  REGISTRY_CREDENTIALS_WITHOUT_MIRROR = 'RegistryCredentialsWithoutMirror',

  /**
   * A mirror in Amazon ECR would refuse the nodes.
   *
   * Private registries of Amazon ECR want a token. The kubelet gets one by the name of the image, so that there is none
   * for an image of another registry, and the image is pulled from that one. Nodes of Amazon ECS, and containers that
   * the OS runs by itself, cannot pull from such a mirror at all.
   */
  ECR_MIRROR_WITHOUT_TOKEN = 'EcrMirrorWithoutToken',

  /**
   * The mirror for all registries is not used for some.
   *
   * A registry with mirrors of its own does not use those of *.
   */
  WILDCARD_MIRROR_SHADOWED = 'WildcardMirrorShadowed',

  /**
   * A kernel parameter is set twice.
   *
   * Dots and slashes in the name of a parameter mean the same to the kernel, but make two keys.
   */
  SYSCTL_TWICE = 'SysctlTwice',

  /**
   * Boot parameters have no effect.
   *
   * They act after a reboot, and a new node does not reboot by itself.
   */
  BOOT_PARAMETERS_UNUSED = 'BootParametersUnused',

  /**
   * A bootstrap container or command never runs.
   *
   * Without a mode it is off.
   */
  BOOTSTRAP_MODE_MISSING = 'BootstrapModeMissing',

  /**
   * An essential bootstrap container has no image.
   *
   * The boot stops when it fails. Without an image of its own it runs the default one, which does only what its user
   * data says.
   */
  ESSENTIAL_WITHOUT_SOURCE = 'EssentialWithoutSource',

  /**
   * The node cannot signal to CloudFormation.
   *
   * The signal needs the stack and the resource that waits for it. CloudFormation waits in vain, and rolls back.
   */
  CLOUD_FORMATION_SIGNAL_INCOMPLETE = 'CloudFormationSignalIncomplete',

  /**
   * Settings for image clean-up have no effect.
   *
   * Clean-up is off, by image-cleanup-enabled or by the pull behaviour prefer-cached.
   */
  ECS_IMAGE_CLEANUP_UNUSED = 'EcsImageCleanupUnused',

  /**
   * One of two limits of the metadata endpoint is missing.
   *
   * The ECS agent reads the rate and the burst together.
   */
  ECS_METADATA_LIMITS_INCOMPLETE = 'EcsMetadataLimitsIncomplete',

  /**
   * A host container never starts.
   *
   * Other than admin and control, a host container starts only when enabled, source and superpowered are all given.
   */
  HOST_CONTAINER_INCOMPLETE = 'HostContainerIncomplete',

  /**
   * The source of the node name has no effect.
   *
   * A name in hostname-override wins.
   */
  HOSTNAME_OVERRIDE_SOURCE_UNUSED = 'HostnameOverrideSourceUnused',

  /**
   * A kernel module is not loaded.
   *
   * The OS loads a module only when it is allowed.
   */
  MODULE_AUTOLOAD_UNUSED = 'ModuleAutoloadUnused',

  /**
   * Half of the serving certificate is missing.
   *
   * The kubelet uses server-certificate and server-key only together.
   */
  SERVER_CERTIFICATE_INCOMPLETE = 'ServerCertificateIncomplete',

  /**
   * The kubelet does not request a serving certificate.
   *
   * With server-certificate and server-key it has one.
   */
  SERVER_TLS_BOOTSTRAP_UNUSED = 'ServerTlsBootstrapUnused',

  /**
   * The settings of the SOCI snapshotter have no effect.
   *
   * containerd uses another snapshotter.
   */
  SOCI_SNAPSHOTTER_UNUSED = 'SociSnapshotterUnused',

  /**
   * Static pods do not run.
   *
   * Static pods are switched off as a whole.
   */
  STATIC_PODS_UNUSED = 'StaticPodsUnused',

  /**
   * The admin container cannot read its user data.
   *
   * The container reads keys and users from JSON. With anything else, nobody can log in to it.
   */
  ADMIN_USER_DATA_NOT_JSON = 'AdminUserDataNotJson',

  /**
   * There is no AWS profile of this name.
   *
   * The profile is looked up in aws.config and aws.credentials; without aws.profile it is the one with the name default.
   * Programs of the OS that need credentials do not find them.
   */
  AWS_PROFILE_MISSING = 'AwsProfileMissing',

  /**
   * The bootstrap token has no effect.
   *
   * The token is for the authentication mode tls. On AWS the default is aws.
   */
  BOOTSTRAP_TOKEN_UNUSED = 'BootstrapTokenUnused',

  /**
   * The node does not know the DNS server of the cluster.
   *
   * On AWS the OS finds out the address; elsewhere it does not, and pods cannot resolve names of services.
   */
  CLUSTER_DNS_IP_MISSING = 'ClusterDnsIpMissing',

  /**
   * A reservation of CPU has no effect.
   *
   * The kubelet reserves the CPUs in reserved-cpus, whatever the other reservations say.
   */
  CPU_RESERVATION_UNUSED = 'CpuReservationUnused',

  /**
   * The image may not have this credential provider.
   *
   * A credential provider is a program in the image. When there is none of the name, the kubelet does not start, and the
   * node never joins.
   */
  CREDENTIAL_PROVIDER_UNKNOWN = 'CredentialProviderUnknown',

  /**
   * Amazon ECS does not use this mirror.
   *
   * On Amazon ECS, Docker pulls the images, and has mirrors for docker.io alone.
   */
  ECS_MIRROR_UNUSED = 'EcsMirrorUnused',

  /**
   * FIPS endpoints are no longer turned on.
   *
   * FIPS variants write aws.config themselves to turn FIPS endpoints on. An own one replaces it, so that the node calls
   * the ordinary endpoints unless the text says otherwise.
   */
  FIPS_ENDPOINTS_REPLACED = 'FipsEndpointsReplaced',

  /**
   * The node joins only when its role is mapped to other names.
   *
   * Access entries, and the usual mapping of aws-auth, let a node join under the private DNS name of its instance. Under
   * any other name the API server refuses it.
   */
  NODE_NAME_NOT_MAPPED = 'NodeNameNotMapped',

  /**
   * The kernel may refuse the modules of NVIDIA.
   *
   * Under lockdown the kernel loads only modules that are signed. Those of NVIDIA are not, and a node that cannot load
   * them does not finish its boot. Variants with them have lockdown none for that reason.
   */
  NVIDIA_LOCKDOWN = 'NvidiaLockdown',

  /**
   * Certificates are not trusted.
   *
   * A bundle is one of certificates that the node is not to trust, unless trusted is true. One without certificates is
   * removed.
   */
  PKI_BUNDLE_NOT_TRUSTED = 'PkiBundleNotTrusted',

  /**
   * An entry for a mirror has no effect.
   *
   * An entry needs a registry and its endpoints.
   */
  REGISTRY_MIRROR_INCOMPLETE = 'RegistryMirrorIncomplete',

  /**
   * There are two entries for one registry.
   *
   * Each registry has one file with its mirrors on the node, so that one of the entries is lost.
   */
  REGISTRY_MIRROR_TWICE = 'RegistryMirrorTwice',

  /**
   * A setting is passed on unchecked.
   *
   * Nothing is known of settings in additionalSettings. When the OS does not know one either, it refuses the whole user
   * data, and the node never joins.
   */
  ADDITIONAL_SETTING = 'AdditionalSetting',

  /**
   * An additional setting is one that the library knows.
   *
   * Settings that are known go into settings, where they are checked. In additionalSettings a known name, or another
   * spelling of it, would get past the check.
   */
  ADDITIONAL_SETTING_SHADOWS = 'AdditionalSettingShadows',

  /**
   * An additional setting is not something that TOML can hold.
   *
   * TOML has text, numbers, booleans, lists and tables. There is no null, and nothing that contains itself.
   */
  INVALID_ADDITIONAL_SETTING = 'InvalidAdditionalSetting',

  /**
   * The value cannot be written in the TOML that the target reads.
   *
   * Amazon EKS reads the user data of managed node groups with a parser of its own that does not take all of TOML: no
   * double quote next to a single quote or a line end in one value, no list of mixed types, no quote in a key. It
   * answers "User data was not a TOML format that could be processed".
   */
  NOT_WRITABLE = 'NotWritable',

  /**
   * Amazon EKS writes this setting itself.
   *
   * For managed node groups EKS adds the address, certificate, name and DNS address of the cluster to the user data.
   * Values of users win over them, so that a wrong one keeps every node from joining.
   */
  SETTING_SUPPLIED_BY_EKS = 'SettingSuppliedByEks',

  /**
   * The setting cannot hold for all nodes of a group.
   *
   * All nodes of a group get the same settings. A name or an address can belong to one node only, and a node that runs
   * on its own, or authenticates in another way, does not join the cluster.
   */
  NOT_FOR_NODEGROUPS = 'NotForNodegroups',

  /**
   * The user data is larger than EC2 takes.
   *
   * EC2 refuses instances and launch templates with more than 16384 bytes of user data, before base64.
   */
  USER_DATA_TOO_LARGE = 'UserDataTooLarge',

  /**
   * The text is TOML, but Amazon EKS does not read it.
   *
   * EKS reads the user data of managed node groups with a parser of its own that does not take all of TOML: no quoted
   * keys in headers, no escaped quotes, no lists of mixed types. It answers "User data was not a TOML format that could
   * be processed".
   */
  NOT_READ_BY_EKS = 'NotReadByEks',

  /**
   * Karpenter writes this setting itself.
   *
   * Karpenter replaces the value with its own, so that this one has no effect.
   */
  SETTING_SUPPLIED_BY_KARPENTER = 'SettingSuppliedByKarpenter',

  /**
   * Karpenter drops this setting.
   *
   * Karpenter reads settings.kubernetes into a structure of its own and writes user data from that. Keys that the
   * structure lacks are gone, without an event.
   */
  SETTING_DROPPED_BY_KARPENTER = 'SettingDroppedByKarpenter',

  /**
   * Karpenter takes this setting from the EC2NodeClass.
   *
   * Karpenter decides by the kubelet section of the EC2NodeClass how many pods fit on a node, and which address of the
   * DNS service it gives to nodes. What user data says of these is either written over, or unknown to Karpenter when it
   * plans.
   */
  SETTING_TAKEN_FROM_NODE_CLASS = 'SettingTakenFromNodeClass',

  /**
   * Karpenter cannot read this value.
   *
   * Karpenter wants other types than the OS in some places. It then reports "invalid UserData" and launches no node.
   */
  NOT_READ_BY_KARPENTER = 'NotReadByKarpenter',

  /**
   * The user data may become larger than EC2 takes.
   *
   * Values that are only known at deployment are counted as 2048 bytes each. With that, the limit of 16384 bytes is
   * passed.
   */
  USER_DATA_MAY_BE_TOO_LARGE = 'UserDataMayBeTooLarge',

  /**
   * The user data cannot be compressed.
   *
   * Only the OS reads compressed user data; Amazon EKS and Karpenter do not. And nothing that is only known at
   * deployment can be in it.
   */
  NOT_COMPRESSIBLE = 'NotCompressible',

  /**
   * A secret would stand in the user data.
   *
   * Anyone with the right ec2:DescribeInstanceAttribute or ec2:DescribeLaunchTemplateVersions can read user data, and so
   * can every program on the node that reaches the instance metadata. A secret there is not a secret.
   */
  SECRET_IN_USER_DATA = 'SecretInUserData',

  /**
   * Registry credentials stand in the user data.
   *
   * They were allowed on purpose. Anyone with the right ec2:DescribeInstanceAttribute can read them.
   */
  REGISTRY_CREDENTIALS_IN_USER_DATA = 'RegistryCredentialsInUserData',

  /**
   * A value that should be kept private stands in the user data.
   *
   * The setting is made for secrets. Anyone with the right ec2:DescribeInstanceAttribute can read it, and the value is
   * in the template and in the source as well.
   */
  SENSITIVE_VALUE_IN_USER_DATA = 'SensitiveValueInUserData',

  /**
   * Bottlerocket runs no shell commands.
   *
   * User data of Bottlerocket is a document of settings. The OS has no shell, so that commands, downloads and signals by
   * script cannot work.
   */
  SHELL_USER_DATA = 'ShellUserData',

  /**
   * The text is not TOML.
   *
   * The OS reads TOML 1.0 and nothing else; it refuses the whole text.
   */
  INVALID_TOML = 'InvalidToml',

  /**
   * There is no settings table.
   *
   * All settings stand in tables whose names begin with settings. The OS refuses user data that has something, but no
   * such table.
   */
  SETTINGS_TABLE_MISSING = 'SettingsTableMissing',

  /**
   * The OS ignores this table.
   *
   * The OS takes the table settings out of the text, and drops everything beside it without a word.
   */
  IGNORED_TABLE = 'IgnoredTable',

  /**
   * The user data is not text.
   *
   * The OS reads text in UTF-8, plain or compressed with gzip. It refuses other encodings and broken compression, and no
   * setting is applied.
   */
  NOT_TEXT = 'NotText',

  /**
   * Typed settings cannot hold the value.
   *
   * The OS takes whole numbers of 64 bits. Typed settings hold numbers of JavaScript, which are exact only up to
   * 9007199254740991.
   */
  VALUE_NOT_TYPED = 'ValueNotTyped',

  /**
   * The instance type is not known to this version of the library.
   *
   * The image follows from the processor and the accelerators of the instance types, and these are not known for this
   * type, or the type is a token.
   */
  UNKNOWN_INSTANCE_TYPE = 'UnknownInstanceType',

  /**
   * No Bottlerocket variant drives the accelerator of this instance type.
   *
   * The node would boot, but programs could not use the accelerator: Bottlerocket has drivers for NVIDIA GPUs and AWS
   * Neuron devices only.
   */
  UNSUPPORTED_ACCELERATOR = 'UnsupportedAccelerator',

  /**
   * The instance types have different processor architectures.
   *
   * One node group has one image, and an image is for one architecture. Half of the nodes would not boot.
   */
  MIXED_ARCHITECTURES = 'MixedArchitectures',

  /**
   * The instance types have different kinds of accelerators.
   *
   * One node group has one image, and the drivers for NVIDIA GPUs are in an image of their own.
   */
  MIXED_ACCELERATORS = 'MixedAccelerators',

  /**
   * The AMI type does not fit the instance types.
   *
   * An image for another architecture does not boot; one without the drivers leaves the accelerator idle.
   */
  AMI_TYPE_MISMATCH = 'AmiTypeMismatch',

  /**
   * The list of instance types is empty or too long.
   *
   * A managed node group takes 1 to 20 instance types, a self-managed one up to 40.
   */
  NO_INSTANCE_TYPES = 'NoInstanceTypes',

  /**
   * The sizes of the node group contradict each other.
   *
   * A node group is refused unless minSize <= desiredSize <= maxSize, with minSize from 0 and maxSize from 1.
   */
  INVALID_SCALING = 'InvalidScaling',

  /**
   * The capacity type and the reservation do not fit together.
   *
   * Nodes of a Capacity Block are launched from its reservation, with the one instance type that was reserved. Other
   * capacity types take no reservation.
   */
  INVALID_CAPACITY = 'InvalidCapacity',

  /**
   * The update configuration is not one that EKS takes.
   *
   * EKS takes either a number of nodes (1 to 100) or a percentage (1 to 100) that may be unavailable during an update.
   */
  INVALID_UPDATE_CONFIG = 'InvalidUpdateConfig',

  /**
   * The node repair configuration is not one that EKS takes.
   *
   * Of each pair of limits (a number of nodes, a percentage) EKS takes one, each from 1 to 100, and only while repair is
   * on.
   */
  INVALID_NODE_REPAIR = 'InvalidNodeRepair',

  /**
   * The release does not have the form of a Bottlerocket release.
   *
   * Releases of Bottlerocket have three numbers, and may name the commit they were built from, as in 1.62.1-ea1afdd6. A
   * Kubernetes version is something else.
   */
  INVALID_RELEASE_VERSION = 'InvalidReleaseVersion',

  /**
   * The Kubernetes version is not one that EKS takes.
   *
   * EKS names versions by two numbers, without the third one of a patch release.
   */
  INVALID_KUBERNETES_VERSION = 'InvalidKubernetesVersion',

  /**
   * The label is not one that EKS and Kubernetes take.
   *
   * A node group with such a label is not created.
   */
  INVALID_LABEL = 'InvalidLabel',

  /**
   * The taint is not one that EKS and Kubernetes take.
   *
   * A node group with such a taint is not created.
   */
  INVALID_TAINT = 'InvalidTaint',

  /**
   * A label is given to the node group and in the settings.
   *
   * With both, a later change of one of the two would silently lose.
   */
  LABEL_GIVEN_TWICE = 'LabelGivenTwice',

  /**
   * A taint is given to the node group and in the settings.
   *
   * With both, a later change of one of the two would silently lose.
   */
  TAINT_GIVEN_TWICE = 'TaintGivenTwice',

  /**
   * The cluster is none of the service, or none at all.
   *
   * Nodes of Amazon EKS join clusters of Amazon EKS, container instances those of Amazon ECS. TypeScript cannot tell
   * references to the two apart, and without types a cluster may be missing.
   */
  WRONG_CLUSTER = 'WrongCluster',

  /**
   * The VPC of the cluster is not known to this app.
   *
   * Subnets are chosen from the VPC, and this cluster reference does not carry one.
   */
  VPC_UNKNOWN = 'VpcUnknown',

  /**
   * The security group of the cluster is not known to this app.
   *
   * Security groups in a launch template replace the one that EKS would attach. Without the security group of the
   * cluster among them, nodes cannot reach the control plane and never join.
   */
  CLUSTER_SECURITY_GROUP_UNKNOWN = 'ClusterSecurityGroupUnknown',

  /**
   * The selection of subnets is empty.
   *
   * At least one subnet is needed.
   */
  NO_SUBNETS = 'NoSubnets',

  /**
   * There are more taints than EKS takes.
   *
   * A managed node group takes at most 50 taints.
   */
  TOO_MANY_TAINTS = 'TooManyTaints',

  /**
   * The volume is not one that EC2 takes.
   *
   * EC2 refuses volumes whose size, IOPS or throughput do not fit their type.
   */
  INVALID_VOLUME = 'InvalidVolume',

  /**
   * The policy of the key for the volumes cannot be changed from this app.
   *
   * Auto Scaling launches the nodes and needs the right to use the key. The key is imported, so that its policy could
   * not be changed here. Without that right no node is ever launched.
   */
  KEY_POLICY_NOT_CHANGED = 'KeyPolicyNotChanged',

  /**
   * The options for the instance metadata are not ones that EC2 takes.
   *
   * EC2 refuses hop limits outside 1 to 64.
   */
  INVALID_METADATA_OPTIONS = 'InvalidMetadataOptions',

  /**
   * The launch template has this already.
   *
   * The mixin would overwrite what the launch template says. A value that was given elsewhere is never overwritten in
   * silence.
   */
  LAUNCH_TEMPLATE_CONFLICT = 'LaunchTemplateConflict',

  /**
   * A file cannot be read.
   *
   * The command line was given a file that does not exist, is a folder, or may not be read. Nothing is said about its
   * content; the exit code is 2.
   */
  FILE_NOT_READABLE = 'FileNotReadable',

  /**
   * The name is not one of an instance type.
   *
   * Instance types are named by family and size, as in m8g.large.
   */
  INVALID_INSTANCE_TYPE = 'InvalidInstanceType',

  /**
   * The variant does not drive the accelerator of this instance type.
   *
   * The node would boot, but programs could not use the accelerator: the driver in the image is of a branch, or a
   * release, that does not know it.
   */
  ACCELERATOR_NOT_IN_VARIANT = 'AcceleratorNotInVariant',

  /**
   * The variant is retired.
   *
   * AWS publishes no new images of it. Its last image can still be launched, but gets no security updates, not even by
   * updates in place.
   */
  RETIRED_VARIANT = 'RetiredVariant',

  /**
   * The variant gets no updates any more, soon.
   *
   * AWS has said when updates of this variant end. From then on its nodes get no security updates, not even in place.
   */
  ENDING_VARIANT = 'EndingVariant',

  /**
   * The variant is not meant for production yet.
   *
   * AWS publishes its images for trials. It may change it, or withdraw it, without notice.
   */
  PREVIEW_VARIANT = 'PreviewVariant',

  /**
   * This version of the library does not know the variant.
   *
   * The name follows the rules, but whether such a variant exists, and what is in its image, could not be checked.
   */
  UNLISTED_VARIANT = 'UnlistedVariant',

  /**
   * AWS publishes no images of this variant.
   *
   * The variant is built for other platforms or for development, so that there is nothing EC2 could launch.
   */
  VARIANT_WITHOUT_IMAGES = 'VariantWithoutImages',

  /**
   * The image does not fit what the nodes are.
   *
   * The image that was asked for is of another variant or architecture than the instance types, the version of the
   * cluster or other properties want. Such nodes do not boot, do not join, or leave their accelerators idle.
   */
  IMAGE_MISMATCH = 'ImageMismatch',

  /**
   * It is not known which image this is.
   *
   * Images of AWS are published by variant and architecture. Where no construct of this library knows them, they must be
   * said.
   */
  IMAGE_UNDETERMINED = 'ImageUndetermined',

  /**
   * The image is not described in a way that AWS understands.
   *
   * Image ids, names of parameters and releases have fixed forms. Others are only refused at deployment.
   */
  INVALID_IMAGE = 'InvalidImage',

  /**
   * There is no image of this variant in this release.
   *
   * The variant came with a later release. The deployment would not find an image.
   */
  RELEASE_NOT_OF_VARIANT = 'ReleaseNotOfVariant',

  /**
   * The service does not take images in this way.
   *
   * Managed node groups take a release, and EKS finds the image itself. Or they take the id of an image of your own, as
   * it is: not to be looked up at launch, and without an AMI type.
   */
  IMAGE_NOT_FOR_SERVICE = 'ImageNotForService',

  /**
   * The image ids have none for this region.
   *
   * An image id is valid in one region only.
   */
  IMAGE_NOT_IN_REGION = 'ImageNotInRegion',

  /**
   * The region does not have the FIPS endpoints that nodes of this variant use.
   *
   * FIPS variants call AWS through FIPS endpoints only. Where Amazon EC2, Amazon EKS or Amazon ECR have none, a node
   * waits for five minutes for an answer that never comes, and never joins. Its console log shows only that a deadline
   * passed.
   */
  FIPS_ENDPOINTS_MISSING = 'FipsEndpointsMissing',

  /**
   * The nodes may lack the FIPS endpoints that they use.
   *
   * Nodes of FIPS variants never join in regions without FIPS endpoints, unless their settings say otherwise. The region
   * of the stack, or what the settings say, is not known.
   */
  FIPS_ENDPOINTS_UNCERTAIN = 'FipsEndpointsUncertain',

  /**
   * There is no image lock where one is expected.
   *
   * Images that come from a lock need the file that `cdk-bottlerocket image lock` writes. It belongs into git, beside
   * the app.
   */
  IMAGE_LOCK_NOT_FOUND = 'ImageLockNotFound',

  /**
   * The image lock is damaged.
   *
   * The file is not JSON, or not in the form that `cdk-bottlerocket image lock` writes. A conflict of a merge, or a
   * change by hand, may have left it so.
   */
  INVALID_IMAGE_LOCK = 'InvalidImageLock',

  /**
   * The image lock was written by a newer version of this library.
   *
   * The file has a format that this version does not know. To guess would be to launch the wrong image.
   */
  NEWER_IMAGE_LOCK = 'NewerImageLock',

  /**
   * The image lock has no image for this variant, architecture or region.
   *
   * A lock holds one image for each variant, architecture and region that it was written for. Synthesis never asks AWS
   * for what is missing.
   */
  NOT_IN_IMAGE_LOCK = 'NotInImageLock',

  /**
   * There is a newer release than the one in the image lock.
   *
   * AWS has published a newer release of the variant in every region of the lock. Its fixes reach the nodes once it is
   * locked and deployed.
   */
  NEWER_IMAGE = 'NewerImage',

  /**
   * The image in the lock is not the one that AWS publishes.
   *
   * For this variant, release, architecture and region AWS names another AMI. Nodes would launch an image of unknown
   * origin: the lock was changed by hand, or by someone else.
   */
  WRONG_LOCKED_IMAGE = 'WrongLockedImage',

  /**
   * AWS does not publish the image in the lock.
   *
   * There is no public parameter for this variant, release, architecture and region, so that nothing says whether the
   * AMI is one of Bottlerocket, or whether it can still be launched.
   */
  LOCKED_IMAGE_NOT_PUBLISHED = 'LockedImageNotPublished',

  /**
   * ECS Managed Instances take no settings and no updates.
   *
   * AWS chooses the image of ECS Managed Instances, configures and patches it, and replaces the instances on its own.
   * Settings cannot reach them, and the updater must not.
   */
  MANAGED_INSTANCES = 'ManagedInstances',

  /**
   * The cluster has ECS Managed Instances beside the instances that are updated.
   *
   * The updater asks every container instance that reports itself as Bottlerocket for updates, up to 50 in one command.
   * One that it has no right to reach makes the command fail for all of them.
   */
  MANAGED_INSTANCES_IN_CLUSTER = 'ManagedInstancesInCluster',

  /**
   * No Auto Scaling group is attached to the updater.
   *
   * The updater may send commands to instances with its tag only, and nothing in this app gives it to instances. Without
   * it every run fails.
   */
  NO_CAPACITY_ATTACHED = 'NoCapacityAttached',

  /**
   * An Auto Scaling group of the cluster is not attached to the updater.
   *
   * The updater asks all Bottlerocket instances of the cluster for updates, up to 50 in one command. One that lacks the
   * tag makes the command fail for all of them.
   */
  CAPACITY_NOT_ATTACHED = 'CapacityNotAttached',

  /**
   * The tag for the updater cannot be set on an Auto Scaling group from elsewhere.
   *
   * The updater may send commands to instances with its tag only, and an imported Auto Scaling group cannot be changed
   * from this app.
   */
  CAPACITY_NOT_TAGGED = 'CapacityNotTagged',

  /**
   * An attached Auto Scaling group does not give its instances the tag of the updater.
   *
   * The tag was removed or changed after attach. The updater may send commands to instances with it only.
   */
  INSTANCE_TAG_MISSING = 'InstanceTagMissing',

  /**
   * The tag is not one that an instance can have.
   *
   * Keys have 1 to 128 characters and values up to 256. AWS keeps keys that begin with aws: to itself. The key becomes
   * the key of a condition in a policy, and so must be known when the app is synthesised.
   */
  INVALID_INSTANCE_TAG = 'InvalidInstanceTag',

  /**
   * All instances of the Auto Scaling group are Spot Instances.
   *
   * Spot Instances are often gone before their turn comes, and while the updater has drained one, EC2 may take back
   * others. The makers of the updater advise against it.
   */
  SPOT_ONLY_CAPACITY = 'SpotOnlyCapacity',

  /**
   * The cluster runs tasks that do not belong to a service.
   *
   * The updater leaves out every instance that runs such a task at that moment, since nobody would start the task again.
   * Where one always runs, the instance is never updated.
   */
  STANDALONE_TASKS = 'StandaloneTasks',

  /**
   * Whether the instances can be reached by AWS Systems Manager is not known.
   *
   * The updater sends its commands by AWS Systems Manager. The role of the instances is not known here or cannot be
   * changed from this app, so that the right to register there could not be added.
   */
  SSM_ACCESS_UNKNOWN = 'SsmAccessUnknown',

  /**
   * The control container is disabled.
   *
   * The agent of AWS Systems Manager runs in the control container. Without it the updater cannot reach the instance.
   */
  CONTROL_CONTAINER_DISABLED = 'ControlContainerDisabled',

  /**
   * The cluster is in another account or region than what serves it.
   *
   * The updater runs in its cluster, and sends commands from the account and region that it runs in. Instances join a
   * cluster of their own account and region.
   */
  CLUSTER_ELSEWHERE = 'ClusterElsewhere',

  /**
   * The cluster has two updaters.
   *
   * An updater takes one instance at a time out of service, and waits for other runs of its own only. Two of them would
   * take two at a time.
   */
  SECOND_UPDATER = 'SecondUpdater',

  /**
   * The updater may not reach what it needs.
   *
   * It pulls its image from a registry, and calls Amazon ECS, AWS Systems Manager, Amazon EC2 and CloudWatch Logs. A
   * subnet without a route to the internet needs VPC endpoints for all of that (ecr.api, ecr.dkr, s3, ecs, ssm, ec2,
   * logs), and there is none for Amazon ECR Public. A task in a public subnet needs a public address.
   */
  UPDATER_WITHOUT_EGRESS = 'UpdaterWithoutEgress',

  /**
   * The updater has no right to pull its image.
   *
   * The image is in a private registry of Amazon ECR, but given by its name, so that the right to pull it could not be
   * added to the execution role.
   */
  UPDATER_IMAGE_NOT_GRANTED = 'UpdaterImageNotGranted',

  /**
   * A log group and a retention for another one are given.
   *
   * A log group that is passed has a retention already; this construct does not change it.
   */
  LOG_GROUP_GIVEN_TWICE = 'LogGroupGivenTwice',

  /**
   * FIFO queues and topics cannot be used here.
   *
   * EventBridge Scheduler takes standard queues only as dead-letter queue, and CloudWatch alarms and EventBridge rules
   * send to standard topics only.
   */
  FIFO_NOT_SUPPORTED = 'FifoNotSupported',

  /**
   * The policy of the topic or of its key cannot be changed from this app.
   *
   * CloudWatch alarms and EventBridge need the right to publish, and to use the key when the topic is encrypted. Without
   * it nobody hears of failed runs.
   */
  TOPIC_POLICY_NOT_CHANGED = 'TopicPolicyNotChanged',

  /**
   * The schedule is not one that the update operator reads.
   *
   * The controller of the operator stops with an error at its start when it cannot read its cron expression, or when the
   * expression has fewer than two moments to come. It has seven fields (second, minute, hour, day of the month, month,
   * day of the week, year) in UTC, and is neither the one of Unix nor the one of Amazon EventBridge.
   */
  INVALID_UPDATE_SCHEDULE = 'InvalidUpdateSchedule',

  /**
   * The schedule may not mean what it looks like.
   *
   * An expression with every second is a window: updates start only inside of it. Any other names moments, and each of
   * them starts a run that goes on until all nodes are done. Day of the month and day of the week must both match.
   */
  MISLEADING_UPDATE_SCHEDULE = 'MisleadingUpdateSchedule',

  /**
   * The schedule comes to an end.
   *
   * Once the last year of the expression is over, the controller of the operator finds no next moment and stops with an
   * error. Nodes are not updated any more.
   */
  UPDATE_SCHEDULE_ENDS = 'UpdateScheduleEnds',

  /**
   * An option of the update operator has a value that it does not take.
   *
   * The pods of the operator would not start, or no node would ever be updated.
   */
  INVALID_UPDATE_OPERATOR_OPTION = 'InvalidUpdateOperatorOption',

  /**
   * The cluster reference does not say how to reach the cluster.
   *
   * Charts are installed by a function with kubectl and Helm. Clusters of aws-eks have one; those of aws-eks-v2 get one
   * with kubectlProviderOptions. Imported clusters must be told of one, and CloudFormation resources have none.
   */
  NO_KUBECTL_ACCESS = 'NoKubectlAccess',

  /**
   * The cluster has an update operator already.
   *
   * The names of its roles, of its custom resource and of its priority class are fixed, so that a second one cannot be
   * installed. There is one schedule for a cluster.
   */
  SECOND_UPDATE_OPERATOR = 'SecondUpdateOperator',

  /**
   * Something else replaces these nodes.
   *
   * Karpenter and EKS Auto Mode replace nodes when there is a new image. They do not see updates in place, so that a
   * node would be both updated and replaced.
   */
  NODES_UPDATED_OTHERWISE = 'NodesUpdatedOtherwise',

  /**
   * The nodes belong to another cluster than the update operator.
   *
   * The operator updates the nodes of the cluster that it runs in. The node group would wait for it in vain.
   */
  NODES_OF_OTHER_CLUSTER = 'NodesOfOtherCluster',

  /**
   * The node group is not defined in this app.
   *
   * The operator updates nodes that have a label, and node groups that are imported cannot be given one from here.
   */
  NODES_OUTSIDE_OF_APP = 'NodesOutsideOfApp',

  /**
   * The nodes do not run Bottlerocket.
   *
   * The agent of the operator uses the API of Bottlerocket. On other systems its pods do not start.
   */
  NODES_NOT_BOTTLEROCKET = 'NodesNotBottlerocket',

  /**
   * The label of the update operator has another value.
   *
   * There is only one version of the interface. With another value the agent is not started on the nodes.
   */
  UPDATER_LABEL_CONFLICT = 'UpdaterLabelConflict',

  /**
   * There is no known repository with the image in this region.
   *
   * The project copies its image to private repositories of some regions. This region is not among those that this
   * version of the library knows.
   */
  UNKNOWN_MIRROR_REGION = 'UnknownMirrorRegion',

  /**
   * A value of the chart belongs to a property.
   *
   * The property checks the value, and writes it to every chart that must have it.
   */
  OWNED_CHART_VALUE = 'OwnedChartValue',

  /**
   * The chart may not know this value.
   *
   * Helm takes values that a chart does not use without a word. This library knows the values that the project
   * documents, and passes on others unchecked.
   */
  UNKNOWN_CHART_VALUE = 'UnknownChartValue',

  /**
   * A value of the chart does not do what its name says.
   *
   * The charts that this library knows do not use the value as one would expect.
   */
  CHART_VALUE_WITHOUT_EFFECT = 'ChartValueWithoutEffect',

  /**
   * The node group takes the newest release by itself, beside the update operator.
   *
   * Without a release, EKS replaces all nodes by ones with the newest release whenever settings or volumes of the node
   * group change. That does not follow the schedule of the operator.
   */
  NODES_FLOAT_ON_LATEST = 'NodesFloatOnLatest',

  /**
   * No nodes are attached to the update operator.
   *
   * The operator updates only nodes that have its label. Without a word, none is updated.
   */
  NOTHING_TO_UPDATE = 'NothingToUpdate',

  /**
   * No attached node takes the controller and the API server of the update operator.
   *
   * All attached node groups have taints that these pods do not tolerate. Unless the cluster has other nodes, the pods
   * wait for ever and the deployment fails.
   */
  NODES_REPEL_OPERATOR = 'NodesRepelOperator',

  /**
   * All nodes may leave the load balancers at the same time.
   *
   * Without a limit, all nodes that have an update are excluded from the load balancers at once before they are drained.
   */
  ALL_NODES_LEAVE_LOAD_BALANCERS = 'AllNodesLeaveLoadBalancers',

  /**
   * A service monitor needs the Prometheus operator.
   *
   * The chart cannot be installed unless the custom resources of the Prometheus operator are there, and this app does
   * not say what brings them.
   */
  PROMETHEUS_OPERATOR_UNKNOWN = 'PrometheusOperatorUnknown',

  /**
   * The app does not know something of the cluster that nodes need to join.
   *
   * Amazon EKS tells managed nodes all about their cluster. Self-managed nodes must be told in their user data, and an
   * imported cluster knows only what it was imported with.
   */
  CLUSTER_FACT_MISSING = 'ClusterFactMissing',

  /**
   * The range of addresses for services is not one of EKS.
   *
   * The address of the DNS service follows from this range. With a wrong one, no pod on the nodes can resolve names.
   */
  INVALID_SERVICE_CIDR = 'InvalidServiceCidr',

  /**
   * The Kubernetes version of the cluster is not known to this app.
   *
   * There is a Bottlerocket variant for each Kubernetes version. The cluster reference does not carry the version, or it
   * is a token.
   */
  KUBERNETES_VERSION_UNKNOWN = 'KubernetesVersionUnknown',

  /**
   * The cluster would not let the nodes join.
   *
   * A cluster takes nodes whose role has an access entry (authentication modes API and API_AND_CONFIG_MAP) or stands in
   * the ConfigMap aws-auth (CONFIG_MAP and API_AND_CONFIG_MAP). Others are turned away, whatever their settings.
   */
  NODES_NOT_ALLOWED = 'NodesNotAllowed',

  /**
   * The construct writes this setting itself.
   *
   * Self-managed node groups on Amazon EKS and capacity providers of Amazon ECS write what the nodes need to join, and
   * what follows from their other properties. A value in the settings would be lost.
   */
  SETTING_SUPPLIED_BY_NODEGROUP = 'SettingSuppliedByNodegroup',

  /**
   * The distribution of On-Demand and Spot Instances is not one that Auto Scaling takes.
   *
   * Auto Scaling refuses the group, or launches other instances than you expect.
   */
  INVALID_INSTANCES_DISTRIBUTION = 'InvalidInstancesDistribution',

  /**
   * The weights of the instance types are not ones that Auto Scaling takes.
   *
   * Auto Scaling wants a weight for each instance type or for none, each from 1 to 999.
   */
  INVALID_INSTANCE_WEIGHTS = 'InvalidInstanceWeights',

  /**
   * The warm pool is not one that Bottlerocket or Auto Scaling supports.
   *
   * Bottlerocket nodes can wait in a warm pool stopped or running. They cannot hibernate, and a node that was in the
   * cluster cannot go back to the pool. Spot Instances have no warm pools.
   */
  INVALID_WARM_POOL = 'InvalidWarmPool',

  /**
   * The instance refresh is not one that Auto Scaling takes.
   *
   * Auto Scaling refuses to start the refresh, and the deployment fails.
   */
  INVALID_INSTANCE_REFRESH = 'InvalidInstanceRefresh',

  /**
   * An update does not wait for the new nodes.
   *
   * Without signals, CloudFormation replaces instances, or the whole group, without knowing whether the new nodes have
   * started.
   */
  UPDATE_WITHOUT_SIGNALS = 'UpdateWithoutSignals',

  /**
   * A managed and a self-managed node group share a role.
   *
   * EKS itself makes the access entry of a role when it is used by a managed node group. A second one for the same role
   * is refused, and the deployment fails.
   */
  SHARED_NODE_ROLE = 'SharedNodeRole',

  /**
   * The cluster runs in EKS Auto Mode.
   *
   * Nodes that Auto Mode launches take no settings: they hold for the nodes of this group only. And the nodes of this
   * group need what Auto Mode does by itself on its own nodes: without the add-ons vpc-cni and kube-proxy they join but
   * never become ready.
   */
  AUTO_MODE_CLUSTER = 'AutoModeCluster',

  /**
   * The capacity provider writes this setting itself.
   *
   * Instances join the cluster that their settings name, and a capacity provider must have instances of its own cluster.
   */
  SETTING_SUPPLIED_BY_CAPACITY_PROVIDER = 'SettingSuppliedByCapacityProvider',

  /**
   * The managed scaling of the capacity provider is not one that ECS takes.
   *
   * ECS refuses the capacity provider. Managed termination protection works only where ECS scales the group too.
   */
  INVALID_MANAGED_SCALING = 'InvalidManagedScaling',

  /**
   * ECS does not take this name for a capacity provider.
   *
   * A name has up to 255 letters, digits, underscores and hyphens, and does not start with aws, ecs or fargate.
   */
  INVALID_CAPACITY_PROVIDER_NAME = 'InvalidCapacityProviderName',

  /**
   * The instances of the capacity provider join another cluster.
   *
   * The settings of the instances name the cluster that the capacity provider was made for. Tasks of the other one would
   * wait for instances that never come.
   */
  CAPACITY_OF_ANOTHER_CLUSTER = 'CapacityOfAnotherCluster',

  /**
   * The imported cluster is not told of the capacity provider.
   *
   * Instances join the cluster, but capacity provider strategies cannot name the capacity provider before it is
   * associated. A cluster has one list of capacity providers, which this app does not know and must not overwrite.
   */
  CAPACITY_PROVIDER_NOT_ASSOCIATED = 'CapacityProviderNotAssociated',

  /**
   * A service with Service Connect runs on Bottlerocket.
   *
   * Tasks with Service Connect need a proxy that the ECS agent starts, and Bottlerocket does not ship it. They wait to
   * be placed for ever. See https://github.com/bottlerocket-os/bottlerocket/issues/2801.
   */
  SERVICE_CONNECT_NOT_SUPPORTED = 'ServiceConnectNotSupported',

  /**
   * There is no accelerator that a taint could stand for.
   *
   * The taint and the label by convention follow from the accelerators of the instance types. These have none, or it is
   * not known.
   */
  ACCELERATOR_TAINT_UNUSED = 'AcceleratorTaintUnused',

  /**
   * The GPU of an instance type is not partitioned.
   *
   * Partitions are made of the GPUs for which there is a profile. Other GPUs stay in one piece, and some GPUs cannot be
   * partitioned at all, so that pods do not get what they ask for.
   */
  MIG_PROFILE_MISSING = 'MigProfileMissing',

  /**
   * The OS may not know the MIG profile.
   *
   * With a profile that it does not know for a GPU, the OS leaves that GPU in one piece.
   */
  MIG_PROFILE_UNKNOWN = 'MigProfileUnknown',

  /**
   * The instance types do not have the Elastic Fabric Adapter that was asked for.
   *
   * One launch template names the EFA interfaces for all instance types of a node group. EC2 launches no instance that
   * has no place for them.
   */
  EFA_UNAVAILABLE = 'EfaUnavailable',

  /**
   * Instances with several network interfaces get no public address.
   *
   * EC2 gives public addresses at launch only to instances with one network interface, and launches no others.
   */
  EFA_WITH_PUBLIC_IP = 'EfaWithPublicIp',

  /**
   * Nodes with Elastic Fabric Adapter would start in several Availability Zones.
   *
   * Traffic of EFA stays in one Availability Zone, and so does a cluster placement group: the first node decides, and in
   * other zones none can be launched.
   */
  EFA_SEVERAL_ZONES = 'EfaSeveralZones',

  /**
   * The options for Elastic Fabric Adapter contradict each other or the hardware.
   *
   * EC2, or the kernel of the node, refuses what was asked for.
   */
  INVALID_EFA_OPTIONS = 'InvalidEfaOptions',

  /**
   * An instance type has no disks of its own.
   *
   * There is nothing that the OS could make an array of. It goes on without a word, on the data volume, and pods fill
   * that.
   */
  NO_INSTANCE_STORE = 'NoInstanceStore',

  /**
   * The OS does not put this directory on the instance store.
   *
   * The command fails, and as it is essential, the node does not finish its boot.
   */
  DIRECTORY_NOT_ON_INSTANCE_STORE = 'DirectoryNotOnInstanceStore',

  /**
   * A setting breaks a control that a preset is for.
   *
   * The settings of users weigh more than those of a preset, and with this one a control of the preset does not hold.
   * The id of the warning ends with the control, so that it can be acknowledged by itself, as in
   * cdk-bottlerocket:HardeningControlBroken:cis-bottlerocket-1.5.2. docs/hardening.md lists the controls.
   */
  HARDENING_CONTROL_BROKEN = 'HardeningControlBroken',

  /**
   * The construct makes no Bottlerocket nodes that this library knows.
   *
   * A report on hardening needs the settings of the nodes, which only constructs of this library give away.
   */
  NODES_UNKNOWN = 'NodesUnknown',

  /**
   * The benchmarks have no such level.
   *
   * Controls of CIS benchmarks are of level 1 or 2. Level 2 includes level 1.
   */
  UNKNOWN_HARDENING_LEVEL = 'UnknownHardeningLevel',

  /**
   * Nodes of EKS Auto Mode take no settings.
   *
   * In a cluster with Auto Mode, EKS runs Karpenter by itself, with node classes of its own (eks.amazonaws.com) whose
   * nodes take neither settings nor images. It does not know the node classes of karpenter.k8s.aws, to which this one
   * belongs.
   */
  AUTO_MODE_NODE_CLASS = 'AutoModeNodeClass',

  /**
   * This cannot be the name of an object of Karpenter.
   *
   * Kubernetes refuses the object, and the deployment fails.
   */
  INVALID_KARPENTER_NAME = 'InvalidKarpenterName',

  /**
   * The node class is not one that Karpenter takes.
   *
   * Kubernetes or Karpenter refuses the EC2NodeClass, so that no node is launched.
   */
  INVALID_NODE_CLASS = 'InvalidNodeClass',

  /**
   * The node pool is not one that Karpenter takes.
   *
   * Kubernetes or Karpenter refuses the NodePool, so that no node is launched.
   */
  INVALID_NODE_POOL = 'InvalidNodePool',

  /**
   * Karpenter sets this itself.
   *
   * Labels, taints and tags in the domains of Karpenter say what Karpenter does with a node. It refuses objects that set
   * them.
   */
  OWNED_BY_KARPENTER = 'OwnedByKarpenter',

  /**
   * A field of the EC2NodeClass belongs to a property.
   *
   * The property checks the value, and what depends on it.
   */
  OWNED_NODE_CLASS_FIELD = 'OwnedNodeClassField',

  /**
   * Karpenter would not pass this setting on to its nodes.
   *
   * Karpenter reads user data, writes some settings over what it finds there, and drops keys of settings.kubernetes that
   * it does not know, without a word. Nodes would run with other settings than those that were asked for.
   */
  SETTING_LOST_WITH_KARPENTER = 'SettingLostWithKarpenter',

  /**
   * Karpenter does not know these labels when it chooses nodes for pods.
   *
   * Nodes get the labels in their settings when they join. Before that, Karpenter only knows the labels of the NodePool:
   * it launches no node for pods that ask for others.
   */
  LABEL_UNKNOWN_TO_KARPENTER = 'LabelUnknownToKarpenter',

  /**
   * Both the settings and Karpenter prepare the disks of the instances.
   *
   * With an instanceStorePolicy, Karpenter adds bootstrap commands that format and mount the disks. Others would do it
   * again.
   */
  INSTANCE_STORE_GIVEN_TWICE = 'InstanceStoreGivenTwice',

  /**
   * The role in the instance profile is not known.
   *
   * Nodes only join when the cluster knows their role.
   */
  NODE_ROLE_UNKNOWN = 'NodeRoleUnknown',

  /**
   * Karpenter may not have the right to use the key of the volumes.
   *
   * Instances are launched with the rights of Karpenter. Without those to the key, they are terminated right after they
   * have started.
   */
  KARPENTER_MAY_NOT_USE_KEY = 'KarpenterMayNotUseKey',

  /**
   * A part of the manifest is only known at deployment.
   *
   * A manifest for GitOps is a file, in which CloudFormation fills nothing in.
   */
  MANIFEST_NOT_KNOWN = 'ManifestNotKnown',

  /**
   * The NodePool asks for instance types that the images of its node class are not for.
   *
   * Without an alias, Karpenter only sees the architecture of an image. It would launch instances with GPUs from an
   * image without their driver, or find no image for an architecture.
   */
  HARDWARE_NOT_FOR_NODE_CLASS = 'HardwareNotForNodeClass',

  /**
   * The VPC lacks endpoints that its isolated subnets need.
   *
   * Subnets without a route to the internet reach AWS through VPC endpoints only. Without those that the message names,
   * nodes do not join, or cannot do what they are told to. Only VPCs of this app are looked at; a route to endpoints of
   * another VPC is not seen.
   */
  VPC_ENDPOINT_MISSING = 'VpcEndpointMissing',

  /**
   * FIPS endpoints cannot be reached from isolated subnets.
   *
   * FIPS variants call FIPS endpoints, also to pull images. Amazon ECR and Amazon ECS have no VPC endpoints for these,
   * so that nodes without a route to the internet pull nothing.
   */
  FIPS_WITHOUT_VPC_ENDPOINT = 'FipsWithoutVpcEndpoint',

  /**
   * The image of a container cannot be pulled from isolated subnets.
   *
   * Subnets without a route to the internet reach private registries of Amazon ECR in their region, and mirrors in the
   * network. There is no VPC endpoint for Amazon ECR Public or for registries of others.
   */
  IMAGE_NOT_REACHABLE = 'ImageNotReachable',

  /**
   * The key is not a public key of SSH.
   *
   * The admin container skips what is not a public key without a word, and nobody can log in. A private key in the user
   * data could be read by many.
   */
  INVALID_SSH_KEY = 'InvalidSshKey',

  /**
   * The file of the admin container is given twice.
   *
   * Keys and user of the admin container are written into one file. With a file of your own, they would be lost.
   */
  ADMIN_USER_DATA_TWICE = 'AdminUserDataTwice',

  /**
   * The pull through cache cannot stand for this registry.
   *
   * The kubelet gets a token by the name of the image, in one region. Where that is a token of something else, the cache
   * does not let nodes in.
   */
  ECR_MIRROR_REFUSED = 'EcrMirrorRefused',

  /**
   * The user data is for Bottlerocket, and the image is not.
   *
   * Other systems take user data for a shell script or for cloud-init. Without an AMI type, a managed node group runs
   * Amazon Linux, whatever its user data says.
   */
  SETTINGS_FOR_OTHER_IMAGE = 'SettingsForOtherImage',

  /**
   * The user data is encoded in the wrong way.
   *
   * EC2 wants user data in base64, and refuses anything else. Karpenter wants plain text, and takes base64 for text that
   * is no TOML.
   */
  USER_DATA_ENCODING = 'UserDataEncoding',

  /**
   * The nodes have no user data, and cannot find their cluster.
   *
   * Only managed node groups and Karpenter tell nodes which cluster they belong to. All others must have api-server,
   * cluster-certificate and cluster-name in their user data.
   */
  USER_DATA_MISSING = 'UserDataMissing',

  /**
   * The volume of the OS is larger than its image.
   *
   * Images, logs and volumes of pods are on the second volume, /dev/xvdb, which has 20 GiB unless it says otherwise. A
   * larger first volume holds nothing of it; worse, at the first boot the OS makes another partition for data there, and
   * which of the two it uses then is left to chance. The disk size of a managed node group is that of the first volume.
   */
  ROOT_VOLUME_GROWN = 'RootVolumeGrown',

  /**
   * The data volume is not encrypted.
   *
   * Images, logs, and what pods store, secrets among them, are on /dev/xvdb. Unless the account encrypts volumes by
   * default, they are there in plain text. To encrypt /dev/xvda does not help.
   */
  DATA_VOLUME_NOT_ENCRYPTED = 'DataVolumeNotEncrypted',

  /**
   * The instance metadata can be read without a session.
   *
   * With IMDSv1, whoever gets a pod to make a request to an address of their choice gets the credentials of the node.
   * Images for Kubernetes before 1.33 and for ECS before aws-ecs-3 do not require sessions themselves.
   */
  IMDS_V1_ALLOWED = 'ImdsV1Allowed',

  /**
   * The cluster does not know the role of the nodes.
   *
   * The cluster authenticates by access entries only, and there is none for the role of these nodes. They boot, and the
   * cluster refuses them. aws-cdk-lib makes no entry for Auto Scaling groups of aws-eks-v2.
   */
  ACCESS_ENTRY_MISSING = 'AccessEntryMissing',

  /**
   * The group uses a launch configuration.
   *
   * Amazon EC2 no longer develops launch configurations, and new accounts cannot make any. They know no newer instance
   * types in mixed groups, and constructs of aws-cdk-lib set no metadata options in them.
   */
  LAUNCH_CONFIGURATION_USED = 'LaunchConfigurationUsed',

  /**
   * Tasks are not moved away before Spot Instances end.
   *
   * Nothing tells ECS of the interruption, so that tasks end with the instance. aws-cdk-lib takes spotInstanceDraining,
   * and does nothing with it on Bottlerocket.
   */
  SPOT_DRAINING_OFF = 'SpotDrainingOff',

  /**
   * A managed node group names an image twice.
   *
   * With an image in its launch template, EKS refuses a node group that also says amiType, version or releaseVersion.
   */
  NODEGROUP_IMAGE_CONFLICT = 'NodegroupImageConflict',

  /**
   * The launch template says something that EKS refuses in managed node groups.
   *
   * EKS sets subnets, the instance profile, and what happens at shutdown itself.
   */
  LAUNCH_TEMPLATE_NOT_FOR_NODEGROUPS = 'LaunchTemplateNotForNodegroups',

  /**
   * The node group does not run Bottlerocket, as far as can be seen.
   *
   * Other systems take the user data of Bottlerocket for nothing or for a script. Without amiType, EKS chooses Amazon
   * Linux.
   */
  NODEGROUP_NOT_BOTTLEROCKET = 'NodegroupNotBottlerocket',

  /**
   * The node group has something that does not go with a launch template.
   *
   * EKS refuses node groups that say in two places what their launch template says.
   */
  NODEGROUP_CONFLICT = 'NodegroupConflict',

  /**
   * Nobody gets the rights that a preset needs.
   *
   * The preset makes nodes call AWS, and the role of the nodes is not known to the launch template, node group or node
   * class that it was added to.
   */
  PRESET_RIGHTS_MISSING = 'PresetRightsMissing',

  /**
   * The user data that is there already cannot be merged with settings.
   *
   * A node reads one document. Shell scripts and parts for cloud-init cannot be in it, and Bottlerocket runs neither;
   * what is only known at deployment cannot be put into it here.
   */
  EXISTING_USER_DATA_NOT_MERGED = 'ExistingUserDataNotMerged',

  /**
   * The user data was replaced after the mixin was applied.
   *
   * The settings of the mixin are lost. User data that is set later takes the place of all that was there.
   */
  USER_DATA_REPLACED = 'UserDataReplaced',

  /**
   * How the instances are launched is not written in this app.
   *
   * The group names a launch template that is made elsewhere, or whose name is only known at deployment. Nothing in this
   * app can add to it.
   */
  LAUNCH_TEMPLATE_OUTSIDE_APP = 'LaunchTemplateOutsideApp',

  /**
   * The node group keeps its name, though it is replaced.
   *
   * EKS gives a node group its first launch template only when the group is made. Where it is deployed already without
   * one, CloudFormation makes a new node group before it removes the old one, and EKS refuses a second one with the same
   * name.
   */
  NODEGROUP_NAME_KEPT = 'NodegroupNameKept',

  /**
   * The group uses a fixed version of its launch template.
   *
   * Every change of a launch template makes a new version. A number, and the default version, which CloudFormation
   * leaves at the first one, stay what they are, so that new settings do not reach the nodes.
   */
  LAUNCH_TEMPLATE_VERSION_FIXED = 'LaunchTemplateVersionFixed',
}
