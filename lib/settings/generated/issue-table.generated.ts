// Generated from schema/ by `npm run generate`. Do not edit.

import { IssueSeverity } from '../issue';
import type { IssueDefinition } from '../issue-definition';
import type { IssueCode } from './issue-code.generated';

export const ISSUES: Readonly<Record<IssueCode, IssueDefinition>> = {
  UnknownSetting: {
    severity: IssueSeverity.ERROR,
    title: 'No setting has this name',
    fix: 'Remove it, or write it as docs/settings.md lists it: kebab case in TOML, camel case in typed settings.',
  },
  WrongType: {
    severity: IssueSeverity.ERROR,
    title: 'The value has the wrong type',
    fix: 'Give the value in the type that the message names. Sysctl values, label values and quantities are text.',
  },
  ValueOutOfRange: {
    severity: IssueSeverity.ERROR,
    title: 'The number is too small or too large',
    fix: 'Use a number in the range that the message names.',
  },
  InvalidValue: {
    severity: IssueSeverity.ERROR,
    title: 'The text does not have the form that the setting demands',
    fix: 'Write the value in the form that the message names. Trim line ends from values that are read from files.',
  },
  NotAllowedValue: {
    severity: IssueSeverity.ERROR,
    title: 'The value is not one of those that the setting knows',
    fix: 'Use one of the words that the message lists, or the enum of this library.',
  },
  InvalidKey: {
    severity: IssueSeverity.ERROR,
    title: 'The key of a map does not have the form that the setting demands',
    fix: 'Rename the key as the message says.',
  },
  MissingSetting: {
    severity: IssueSeverity.ERROR,
    title: 'A setting that belongs to the others is missing',
    fix: 'Add the missing setting.',
  },
  TooFewItems: {
    severity: IssueSeverity.ERROR,
    title: 'The list has too few items',
    fix: 'Add an item, or leave the setting out.',
  },
  DuplicateSetting: { severity: IssueSeverity.ERROR, title: 'One thing is set twice', fix: 'Keep one of the two.' },
  TokenAsKey: {
    severity: IssueSeverity.ERROR,
    title: 'The key of a map is only known at deployment',
    fix: 'Use a literal key. Values may be tokens.',
  },
  TokenAsTable: {
    severity: IssueSeverity.ERROR,
    title: 'A table is only known at deployment',
    fix: 'Give the table or list itself, with tokens as its values.',
  },
  DeprecatedSetting: {
    severity: IssueSeverity.WARNING,
    title: 'The setting has no effect any more',
    fix: 'Remove it.',
  },
  SettingNotInVariant: {
    severity: IssueSeverity.ERROR,
    title: 'The variant does not have this setting',
    fix: 'Remove the setting, or choose a variant that has it.',
  },
  SettingTooNew: {
    severity: IssueSeverity.ERROR,
    title: 'The release does not have this setting yet',
    fix: 'Remove the setting, or choose a newer release.',
  },
  UnknownVariant: {
    severity: IssueSeverity.ERROR,
    title: 'There is no variant of this name',
    fix: 'Use the name of a variant.',
  },
  InvalidOsVersion: {
    severity: IssueSeverity.ERROR,
    title: 'The version is not one of Bottlerocket',
    fix: 'Use the number of a release, with all three parts.',
  },
  NewerOsVersion: {
    severity: IssueSeverity.WARNING,
    title: 'The release is newer than this version of the library',
    fix: 'Update cdk-bottlerocket, or pass new settings in additionalSettings.',
  },
  NewerKubernetesNeeded: {
    severity: IssueSeverity.WARNING,
    title: 'The Kubernetes version is too old for this setting',
    fix: 'Remove the setting, or move to a newer Kubernetes version.',
  },
  KeyTooLong: {
    severity: IssueSeverity.WARNING,
    title: 'The path of the setting is longer than the node can store',
    fix: 'Use a shorter key.',
  },
  IgnoredSetting: {
    severity: IssueSeverity.WARNING,
    title: 'The OS ignores this key',
    fix: 'Remove it, or use the name that the message suggests.',
  },
  EvictionGracePeriodMissing: {
    severity: IssueSeverity.ERROR,
    title: 'A soft eviction threshold has no grace period',
    fix: 'Add the signal to eviction-soft-grace-period.',
  },
  ImageGcThresholds: {
    severity: IssueSeverity.ERROR,
    title: 'The thresholds for removing images contradict each other',
    fix: 'Give both thresholds.',
  },
  ImageGcAges: {
    severity: IssueSeverity.ERROR,
    title: 'The ages for removing images contradict each other',
    fix: 'Raise the maximum age, or lower the minimum age.',
  },
  ShutdownGracePeriods: {
    severity: IssueSeverity.ERROR,
    title: 'The grace periods for a shutdown contradict each other',
    fix: 'Give the whole grace period first, then the part of it for critical pods.',
  },
  KubeletLimit: {
    severity: IssueSeverity.ERROR,
    title: 'The kubelet does not take this value',
    fix: 'Use a value that the message allows.',
  },
  CpuManagerOptions: {
    severity: IssueSeverity.ERROR,
    title: 'CPU manager options need the static policy',
    fix: 'Set cpu-manager-policy to static, or remove the options.',
  },
  CpuManagerReservation: {
    severity: IssueSeverity.ERROR,
    title: 'The static CPU manager policy needs reserved CPU',
    fix: 'Reserve CPU in kube-reserved or system-reserved, or name reserved-cpus.',
  },
  MemoryManagerSum: {
    severity: IssueSeverity.ERROR,
    title: 'The memory reserved on NUMA nodes does not add up',
    fix: 'Change the reservations so that both sums are equal.',
  },
  MpsWithMig: { severity: IssueSeverity.ERROR, title: 'MPS and MIG exclude each other', fix: 'Choose one of them.' },
  ResourceLimits: {
    severity: IssueSeverity.ERROR,
    title: 'A soft limit is above its hard limit',
    fix: 'Lower the soft limit, or raise the hard one.',
  },
  ClusterSettingMissing: {
    severity: IssueSeverity.ERROR,
    title: 'A setting that the node needs to join is missing',
    fix: 'Add the setting.',
  },
  WrongRegion: {
    severity: IssueSeverity.ERROR,
    title: 'The region is not the one that the node runs in',
    fix: 'Remove the setting. The node knows its region.',
  },
  ConflictingSettings: {
    severity: IssueSeverity.ERROR,
    title: 'Two sources want different values for one setting',
    fix: 'Give the value in the settings of the node group, which win over both.',
  },
  EvictionGracePeriodUnused: {
    severity: IssueSeverity.WARNING,
    title: 'A grace period has no threshold',
    fix: 'Add the signal to eviction-soft, or remove the grace period.',
  },
  EvictionDefaultsLost: {
    severity: IssueSeverity.WARNING,
    title: 'Some eviction thresholds are lost',
    fix: 'Give all four: memory.available, nodefs.available, nodefs.inodesFree and imagefs.available.',
  },
  MemoryManagerUnused: {
    severity: IssueSeverity.WARNING,
    title: 'The memory manager policy has no effect',
    fix: 'Add an enabled entry to memory-manager-reserved-memory, or remove the policy.',
  },
  TopologyManagerOptionsUnused: {
    severity: IssueSeverity.WARNING,
    title: 'The topology manager options have no effect',
    fix: 'Set topology-manager-policy, or remove the options.',
  },
  NvidiaStrategyUnused: {
    severity: IssueSeverity.WARNING,
    title: 'Settings for sharing or partitioning GPUs have no effect',
    fix: 'Set the strategy that the message names, or remove the settings.',
  },
  DriverBranchUnused: {
    severity: IssueSeverity.WARNING,
    title: 'The driver branch has no effect',
    fix: 'Take a variant with NVIDIA drivers, or remove the setting.',
  },
  DraDriverUnused: {
    severity: IssueSeverity.WARNING,
    title: 'The NVIDIA DRA driver does not run',
    fix: 'Set kubelet-device-plugins.nvidia.enabled to false.',
  },
  EcsLoggingDriversReplaced: {
    severity: IssueSeverity.WARNING,
    title: 'Usual log drivers are missing',
    fix: 'Add json-file and awslogs to the list.',
  },
  ImageVerifierWithoutPolicy: {
    severity: IssueSeverity.WARNING,
    title: 'The image verifier has no trust policy',
    fix: 'Add a plugin with a trust policy, or switch the verifier off.',
  },
  ProxyWithoutMetadata: {
    severity: IssueSeverity.WARNING,
    title: 'The instance metadata would be asked of the proxy',
    fix: 'Add 169.254.169.254 to network.no-proxy.',
  },
  RegistryCredentialsIncomplete: {
    severity: IssueSeverity.WARNING,
    title: 'An entry for a registry has no credentials',
    fix: 'Give auth, or username and password, or identitytoken, and the registry.',
  },
  RegistryCredentialsWithoutMirror: {
    severity: IssueSeverity.WARNING,
    title: 'Credentials are for a registry without a mirror',
    fix: 'Check the name of the registry, then acknowledge this warning.',
  },
  EcrMirrorWithoutToken: {
    severity: IssueSeverity.WARNING,
    title: 'A mirror in Amazon ECR would refuse the nodes',
    fix: 'On Amazon EKS, use NetworkPreset.registryMirrors with ImageMirror.ecrPullThroughCache, or add the registry to the image patterns of ecr-credential-provider. Or name images by their place in Amazon ECR.',
  },
  WildcardMirrorShadowed: {
    severity: IssueSeverity.WARNING,
    title: 'The mirror for all registries is not used for some',
    fix: 'Add the endpoints of * to the others, or acknowledge this warning.',
  },
  SysctlTwice: { severity: IssueSeverity.WARNING, title: 'A kernel parameter is set twice', fix: 'Keep one of them.' },
  BootParametersUnused: {
    severity: IssueSeverity.WARNING,
    title: 'Boot parameters have no effect',
    fix: 'Set boot.reboot-to-reconcile to true.',
  },
  BootstrapModeMissing: {
    severity: IssueSeverity.WARNING,
    title: 'A bootstrap container or command never runs',
    fix: 'Set mode to once or always.',
  },
  EssentialWithoutSource: {
    severity: IssueSeverity.WARNING,
    title: 'An essential bootstrap container has no image',
    fix: 'Set source, best with a digest.',
  },
  CloudFormationSignalIncomplete: {
    severity: IssueSeverity.WARNING,
    title: 'The node cannot signal to CloudFormation',
    fix: 'Set stack-name and logical-resource-id.',
  },
  EcsImageCleanupUnused: {
    severity: IssueSeverity.WARNING,
    title: 'Settings for image clean-up have no effect',
    fix: 'Remove the settings, or switch clean-up on.',
  },
  EcsMetadataLimitsIncomplete: {
    severity: IssueSeverity.WARNING,
    title: 'One of two limits of the metadata endpoint is missing',
    fix: 'Set both metadata-service-rps and metadata-service-burst.',
  },
  HostContainerIncomplete: {
    severity: IssueSeverity.WARNING,
    title: 'A host container never starts',
    fix: 'Set the missing settings.',
  },
  HostnameOverrideSourceUnused: {
    severity: IssueSeverity.WARNING,
    title: 'The source of the node name has no effect',
    fix: 'Remove one of the two.',
  },
  ModuleAutoloadUnused: {
    severity: IssueSeverity.WARNING,
    title: 'A kernel module is not loaded',
    fix: 'Set allowed to true.',
  },
  ServerCertificateIncomplete: {
    severity: IssueSeverity.WARNING,
    title: 'Half of the serving certificate is missing',
    fix: 'Set both, or none.',
  },
  ServerTlsBootstrapUnused: {
    severity: IssueSeverity.WARNING,
    title: 'The kubelet does not request a serving certificate',
    fix: 'Remove server-tls-bootstrap.',
  },
  SociSnapshotterUnused: {
    severity: IssueSeverity.WARNING,
    title: 'The settings of the SOCI snapshotter have no effect',
    fix: 'Set container-runtime.snapshotter to soci.',
  },
  StaticPodsUnused: {
    severity: IssueSeverity.WARNING,
    title: 'Static pods do not run',
    fix: 'Remove static-pods-enabled, or the pods.',
  },
  AdminUserDataNotJson: {
    severity: IssueSeverity.WARNING,
    title: 'The admin container cannot read its user data',
    fix: 'Give the base64 of JSON.',
  },
  AwsProfileMissing: {
    severity: IssueSeverity.WARNING,
    title: 'There is no AWS profile of this name',
    fix: 'Add a section with the name of the profile, or set aws.profile to one that is there.',
  },
  BootstrapTokenUnused: {
    severity: IssueSeverity.WARNING,
    title: 'The bootstrap token has no effect',
    fix: 'Set authentication-mode to tls, or remove the token.',
  },
  ClusterDnsIpMissing: {
    severity: IssueSeverity.WARNING,
    title: 'The node does not know the DNS server of the cluster',
    fix: 'Add kubernetes.cluster-dns-ip.',
  },
  CpuReservationUnused: {
    severity: IssueSeverity.WARNING,
    title: 'A reservation of CPU has no effect',
    fix: 'Keep one of the two.',
  },
  CredentialProviderUnknown: {
    severity: IssueSeverity.WARNING,
    title: 'The image may not have this credential provider',
    fix: 'Use ecr-credential-provider, or make sure that the image has the program and acknowledge this warning.',
  },
  EcsMirrorUnused: {
    severity: IssueSeverity.WARNING,
    title: 'Amazon ECS does not use this mirror',
    fix: 'Remove the mirror, or name the registry that it stands for in task definitions.',
  },
  FipsEndpointsReplaced: {
    severity: IssueSeverity.WARNING,
    title: 'FIPS endpoints are no longer turned on',
    fix: 'Say use_fips_endpoint in the configuration.',
  },
  NodeNameNotMapped: {
    severity: IssueSeverity.WARNING,
    title: 'The node joins only when its role is mapped to other names',
    fix: 'Remove the setting, or change the mapping and acknowledge this warning.',
  },
  NvidiaLockdown: {
    severity: IssueSeverity.WARNING,
    title: 'The kernel may refuse the modules of NVIDIA',
    fix: 'Remove the setting for these nodes, or try it on one node first and acknowledge this warning.',
  },
  PkiBundleNotTrusted: {
    severity: IssueSeverity.WARNING,
    title: 'Certificates are not trusted',
    fix: 'Set trusted and data.',
  },
  RegistryMirrorIncomplete: {
    severity: IssueSeverity.WARNING,
    title: 'An entry for a mirror has no effect',
    fix: 'Give both, or remove the entry.',
  },
  RegistryMirrorTwice: {
    severity: IssueSeverity.WARNING,
    title: 'There are two entries for one registry',
    fix: 'Put all endpoints of one registry into one entry.',
  },
  AdditionalSetting: {
    severity: IssueSeverity.WARNING,
    title: 'A setting is passed on unchecked',
    fix: 'Try it on one node first, then acknowledge this warning.',
  },
  AdditionalSettingShadows: {
    severity: IssueSeverity.ERROR,
    title: 'An additional setting is one that the library knows',
    fix: 'Move it to settings.',
  },
  InvalidAdditionalSetting: {
    severity: IssueSeverity.ERROR,
    title: 'An additional setting is not something that TOML can hold',
    fix: 'Use values of these kinds, with keys as in TOML.',
  },
  NotWritable: {
    severity: IssueSeverity.ERROR,
    title: 'The value cannot be written in the TOML that the target reads',
    fix: 'Change the value, or run a self-managed node group, whose user data only the OS reads.',
  },
  SettingSuppliedByEks: {
    severity: IssueSeverity.ERROR,
    title: 'Amazon EKS writes this setting itself',
    fix: 'Remove the setting. For another DNS address, such as that of NodeLocal DNSCache, use the property clusterDnsIp.',
  },
  NotForNodegroups: {
    severity: IssueSeverity.ERROR,
    title: 'The setting cannot hold for all nodes of a group',
    fix: 'Remove the setting.',
  },
  UserDataTooLarge: {
    severity: IssueSeverity.ERROR,
    title: 'The user data is larger than EC2 takes',
    fix: 'Shorten the settings: keep certificates to those that are needed, and let bootstrap containers read large files from Amazon S3.',
  },
  NotReadByEks: {
    severity: IssueSeverity.ERROR,
    title: 'The text is TOML, but Amazon EKS does not read it',
    fix: 'Write it in the way that the message shows, or let this library write it.',
  },
  SettingSuppliedByKarpenter: {
    severity: IssueSeverity.WARNING,
    title: 'Karpenter writes this setting itself',
    fix: 'Remove it here. Taints belong into the NodePool.',
  },
  SettingDroppedByKarpenter: {
    severity: IssueSeverity.WARNING,
    title: 'Karpenter drops this setting',
    fix: 'Use the kubelet section of the EC2NodeClass where it has the field, or remove the setting.',
  },
  SettingTakenFromNodeClass: {
    severity: IssueSeverity.WARNING,
    title: 'Karpenter takes this setting from the EC2NodeClass',
    fix: 'Write it into the kubelet section of the EC2NodeClass, and leave it out of the user data. BottlerocketNodeClass does so by itself.',
  },
  NotReadByKarpenter: {
    severity: IssueSeverity.ERROR,
    title: 'Karpenter cannot read this value',
    fix: 'Write the value in the way that the message shows.',
  },
  UserDataMayBeTooLarge: {
    severity: IssueSeverity.WARNING,
    title: 'The user data may become larger than EC2 takes',
    fix: 'Shorten the settings, or make sure that these values are short and acknowledge this warning.',
  },
  NotCompressible: {
    severity: IssueSeverity.ERROR,
    title: 'The user data cannot be compressed',
    fix: 'Remove compress, or the values that are only known at deployment.',
  },
  SecretInUserData: {
    severity: IssueSeverity.ERROR,
    title: 'A secret would stand in the user data',
    fix: 'Let the node fetch it: give its role access to Amazon ECR in place of registry credentials, or read the secret in a bootstrap container with the role of the node.',
  },
  RegistryCredentialsInUserData: {
    severity: IssueSeverity.WARNING,
    title: 'Registry credentials stand in the user data',
    fix: 'Use credentials that can only read, for this registry alone, then acknowledge this warning.',
  },
  SensitiveValueInUserData: {
    severity: IssueSeverity.WARNING,
    title: 'A value that should be kept private stands in the user data',
    fix: 'Make sure that the value is worth nothing to others, then acknowledge this warning.',
  },
  ShellUserData: {
    severity: IssueSeverity.ERROR,
    title: 'Bottlerocket runs no shell commands',
    fix: 'Use settings, a bootstrap container, or the setting that the message names.',
  },
  InvalidToml: {
    severity: IssueSeverity.ERROR,
    title: 'The text is not TOML',
    fix: 'Change the text as the message says.',
  },
  SettingsTableMissing: {
    severity: IssueSeverity.ERROR,
    title: 'There is no settings table',
    fix: 'Put settings. in front of the names of the tables, as in [settings.kubernetes].',
  },
  IgnoredTable: {
    severity: IssueSeverity.WARNING,
    title: 'The OS ignores this table',
    fix: 'Remove it, or put settings. in front of its name.',
  },
  NotText: {
    severity: IssueSeverity.ERROR,
    title: 'The user data is not text',
    fix: 'Save the text as UTF-8, without or with gzip.',
  },
  ValueNotTyped: {
    severity: IssueSeverity.ERROR,
    title: 'Typed settings cannot hold the value',
    fix: 'Use a smaller number. What is larger than any machine means the same as no limit.',
  },
  UnknownInstanceType: {
    severity: IssueSeverity.ERROR,
    title: 'The instance type is not known to this version of the library',
    fix: "Say what the type has: instanceHardware: [InstanceHardware.of('x9.large', { architecture: ... })].",
  },
  UnsupportedAccelerator: {
    severity: IssueSeverity.ERROR,
    title: 'No Bottlerocket variant drives the accelerator of this instance type',
    fix: "Choose another instance family. To run the type without its accelerator, say that it has none: instanceHardware: [InstanceHardware.of('g4ad.xlarge', { architecture: ... })].",
  },
  MixedArchitectures: {
    severity: IssueSeverity.ERROR,
    title: 'The instance types have different processor architectures',
    fix: 'Make one node group for each architecture.',
  },
  MixedAccelerators: {
    severity: IssueSeverity.ERROR,
    title: 'The instance types have different kinds of accelerators',
    fix: 'Make one node group for each kind of accelerator.',
  },
  AmiTypeMismatch: {
    severity: IssueSeverity.ERROR,
    title: 'The AMI type does not fit the instance types',
    fix: 'Leave amiType out, so that it follows from the instance types, or pass the one that the message names.',
  },
  NoInstanceTypes: {
    severity: IssueSeverity.ERROR,
    title: 'The list of instance types is empty or too long',
    fix: 'Pass as many instance types as the message allows.',
  },
  InvalidScaling: {
    severity: IssueSeverity.ERROR,
    title: 'The sizes of the node group contradict each other',
    fix: 'Change the sizes as the message says.',
  },
  InvalidCapacity: {
    severity: IssueSeverity.ERROR,
    title: 'The capacity type and the reservation do not fit together',
    fix: 'With CAPACITY_BLOCK pass capacityReservationId and one instance type; otherwise leave the reservation out.',
  },
  InvalidUpdateConfig: {
    severity: IssueSeverity.ERROR,
    title: 'The update configuration is not one that EKS takes',
    fix: 'Give one of maxUnavailable and maxUnavailablePercentage, within its range.',
  },
  InvalidNodeRepair: {
    severity: IssueSeverity.ERROR,
    title: 'The node repair configuration is not one that EKS takes',
    fix: 'Give one of each pair, within its range.',
  },
  InvalidReleaseVersion: {
    severity: IssueSeverity.ERROR,
    title: 'The release does not have the form of a Bottlerocket release',
    fix: 'Write the release as its release notes do.',
  },
  InvalidKubernetesVersion: {
    severity: IssueSeverity.ERROR,
    title: 'The Kubernetes version is not one that EKS takes',
    fix: 'Write the two numbers, such as 1.35.',
  },
  InvalidLabel: {
    severity: IssueSeverity.ERROR,
    title: 'The label is not one that EKS and Kubernetes take',
    fix: 'Write the label as the message says.',
  },
  InvalidTaint: {
    severity: IssueSeverity.ERROR,
    title: 'The taint is not one that EKS and Kubernetes take',
    fix: 'Write the taint as the message says.',
  },
  LabelGivenTwice: {
    severity: IssueSeverity.ERROR,
    title: 'A label is given to the node group and in the settings',
    fix: 'Keep it in the labels of the node group, and remove it from settings.kubernetes.nodeLabels.',
  },
  TaintGivenTwice: {
    severity: IssueSeverity.ERROR,
    title: 'A taint is given to the node group and in the settings',
    fix: 'Keep it in the taints of the node group, and remove it from settings.kubernetes.nodeTaints.',
  },
  WrongCluster: {
    severity: IssueSeverity.ERROR,
    title: 'The cluster is none of the service, or none at all',
    fix: 'Pass a cluster of the service that the construct is for.',
  },
  VpcUnknown: {
    severity: IssueSeverity.ERROR,
    title: 'The VPC of the cluster is not known to this app',
    fix: 'Pass vpc, or import the cluster with its VPC.',
  },
  ClusterSecurityGroupUnknown: {
    severity: IssueSeverity.WARNING,
    title: 'The security group of the cluster is not known to this app',
    fix: 'Make sure that one of securityGroups is the security group of the cluster, then acknowledge this warning.',
  },
  NoSubnets: {
    severity: IssueSeverity.ERROR,
    title: 'The selection of subnets is empty',
    fix: 'Choose subnets that the VPC has.',
  },
  TooManyTaints: { severity: IssueSeverity.ERROR, title: 'There are more taints than EKS takes', fix: 'Remove some.' },
  InvalidVolume: {
    severity: IssueSeverity.ERROR,
    title: 'The volume is not one that EC2 takes',
    fix: 'Change the volume as the message says.',
  },
  KeyPolicyNotChanged: {
    severity: IssueSeverity.WARNING,
    title: 'The policy of the key for the volumes cannot be changed from this app',
    fix: 'Allow the role AWSServiceRoleForAutoScaling to use the key and to create grants for AWS resources, then acknowledge this warning.',
  },
  InvalidMetadataOptions: {
    severity: IssueSeverity.ERROR,
    title: 'The options for the instance metadata are not ones that EC2 takes',
    fix: 'Use a hop limit from 1 to 64. 1 serves the node, 2 also serves pods.',
  },
  LaunchTemplateConflict: {
    severity: IssueSeverity.ERROR,
    title: 'The launch template has this already',
    fix: 'Remove it from the launch template, or do not apply the mixin.',
  },
  FileNotReadable: {
    severity: IssueSeverity.ERROR,
    title: 'A file cannot be read',
    fix: 'Check the path, and who may read the file.',
  },
  InvalidInstanceType: {
    severity: IssueSeverity.ERROR,
    title: 'The name is not one of an instance type',
    fix: 'Write the name as the EC2 pages do.',
  },
  AcceleratorNotInVariant: {
    severity: IssueSeverity.ERROR,
    title: 'The variant does not drive the accelerator of this instance type',
    fix: 'Choose a variant, or a newer release, that drives it.',
  },
  RetiredVariant: {
    severity: IssueSeverity.ERROR,
    title: 'The variant is retired',
    fix: 'Use the variant that the message names.',
  },
  EndingVariant: {
    severity: IssueSeverity.WARNING,
    title: 'The variant gets no updates any more, soon',
    fix: 'Plan the move to a newer variant, then acknowledge this warning.',
  },
  PreviewVariant: {
    severity: IssueSeverity.WARNING,
    title: 'The variant is not meant for production yet',
    fix: 'Use a variant that is current, or acknowledge this warning.',
  },
  UnlistedVariant: {
    severity: IssueSeverity.WARNING,
    title: 'This version of the library does not know the variant',
    fix: 'Update cdk-bottlerocket, or make sure that the variant exists and acknowledge this warning.',
  },
  VariantWithoutImages: {
    severity: IssueSeverity.ERROR,
    title: 'AWS publishes no images of this variant',
    fix: 'Use a variant whose name begins with aws-k8s or aws-ecs.',
  },
  ImageMismatch: {
    severity: IssueSeverity.ERROR,
    title: 'The image does not fit what the nodes are',
    fix: 'Leave variant and architecture of the image out, so that they follow, or change what they do not fit.',
  },
  ImageUndetermined: {
    severity: IssueSeverity.ERROR,
    title: 'It is not known which image this is',
    fix: "Pass variant and architecture to the image, as in BottlerocketImage.latest({ variant: BottlerocketVariant.eks('1.35'), architecture: ec2.InstanceArchitecture.ARM_64 }).",
  },
  InvalidImage: {
    severity: IssueSeverity.ERROR,
    title: 'The image is not described in a way that AWS understands',
    fix: 'Write it as the message says.',
  },
  ReleaseNotOfVariant: {
    severity: IssueSeverity.ERROR,
    title: 'There is no image of this variant in this release',
    fix: 'Choose a release that has the variant, or another variant.',
  },
  ImageNotForService: {
    severity: IssueSeverity.ERROR,
    title: 'The service does not take images in this way',
    fix: 'Use BottlerocketImage.fromLock or fromVersion, and leave resolveAtLaunch out.',
  },
  ImageNotInRegion: {
    severity: IssueSeverity.ERROR,
    title: 'The image ids have none for this region',
    fix: 'Add the image id for the region, or deploy the stack to a region that has one.',
  },
  FipsEndpointsMissing: {
    severity: IssueSeverity.ERROR,
    title: 'The region does not have the FIPS endpoints that nodes of this variant use',
    fix: "Deploy to a region that has them. Or keep the validated cryptography and let nodes use the common endpoints, with settings: { aws: { config: 'W2RlZmF1bHRdCnVzZV9maXBzX2VuZHBvaW50PWZhbHNl' } }, which is use_fips_endpoint=false in base64.",
  },
  FipsEndpointsUncertain: {
    severity: IssueSeverity.WARNING,
    title: 'The nodes may lack the FIPS endpoints that they use',
    fix: 'Deploy to the regions that the message names only, or give the stack its region, then acknowledge this warning.',
  },
  ImageLockNotFound: {
    severity: IssueSeverity.ERROR,
    title: 'There is no image lock where one is expected',
    fix: 'Run npx cdk-bottlerocket image lock with the variants and regions that you need, and commit the file.',
  },
  InvalidImageLock: {
    severity: IssueSeverity.ERROR,
    title: 'The image lock is damaged',
    fix: 'Change the file as the message says, or take the last good one from git and run npx cdk-bottlerocket image lock.',
  },
  NewerImageLock: {
    severity: IssueSeverity.ERROR,
    title: 'The image lock was written by a newer version of this library',
    fix: 'Update cdk-bottlerocket to the version that the lock was written with, or newer.',
  },
  NotInImageLock: {
    severity: IssueSeverity.ERROR,
    title: 'The image lock has no image for this variant, architecture or region',
    fix: 'Run npx cdk-bottlerocket image lock for it, and commit the file.',
  },
  NewerImage: {
    severity: IssueSeverity.WARNING,
    title: 'There is a newer release than the one in the image lock',
    fix: 'Run npx cdk-bottlerocket image lock, look at the difference, and commit it.',
  },
  WrongLockedImage: {
    severity: IssueSeverity.ERROR,
    title: 'The image in the lock is not the one that AWS publishes',
    fix: 'Find out who changed the lock. Then run npx cdk-bottlerocket image lock with the release that you want.',
  },
  LockedImageNotPublished: {
    severity: IssueSeverity.ERROR,
    title: 'AWS does not publish the image in the lock',
    fix: 'Run npx cdk-bottlerocket image lock with a release that AWS publishes.',
  },
  ManagedInstances: {
    severity: IssueSeverity.ERROR,
    title: 'ECS Managed Instances take no settings and no updates',
    fix: 'Leave these instances to AWS. To choose settings and the time of updates, run the tasks on an Auto Scaling group with a Bottlerocket image, as BottlerocketCapacityProvider makes it; a cluster may have both.',
  },
  ManagedInstancesInCluster: {
    severity: IssueSeverity.WARNING,
    title: 'The cluster has ECS Managed Instances beside the instances that are updated',
    fix: 'Watch the first runs, or move the Managed Instances to a cluster of their own. Then acknowledge this warning.',
  },
  NoCapacityAttached: {
    severity: IssueSeverity.WARNING,
    title: 'No Auto Scaling group is attached to the updater',
    fix: 'Call attach with the Auto Scaling group. For instances from elsewhere, let them carry the tag that the message names, then acknowledge this warning.',
  },
  CapacityNotAttached: {
    severity: IssueSeverity.WARNING,
    title: 'An Auto Scaling group of the cluster is not attached to the updater',
    fix: 'Call attach with this Auto Scaling group too.',
  },
  CapacityNotTagged: {
    severity: IssueSeverity.WARNING,
    title: 'The tag for the updater cannot be set on an Auto Scaling group from elsewhere',
    fix: 'Give the Auto Scaling group the tag that the message names, with PropagateAtLaunch, and the instances that run already. Then acknowledge this warning.',
  },
  InstanceTagMissing: {
    severity: IssueSeverity.ERROR,
    title: 'An attached Auto Scaling group does not give its instances the tag of the updater',
    fix: 'Leave the tag on the Auto Scaling group, with PropagateAtLaunch, or pass the tag that it has as instanceTag.',
  },
  InvalidInstanceTag: {
    severity: IssueSeverity.ERROR,
    title: 'The tag is not one that an instance can have',
    fix: 'Choose another tag.',
  },
  SpotOnlyCapacity: {
    severity: IssueSeverity.WARNING,
    title: 'All instances of the Auto Scaling group are Spot Instances',
    fix: 'Let new instances start with a new image (by an instance refresh) in place of updates, or give the group On-Demand Instances. To go on nevertheless, acknowledge this warning.',
  },
  StandaloneTasks: {
    severity: IssueSeverity.WARNING,
    title: 'The cluster runs tasks that do not belong to a service',
    fix: 'Run these tasks on Fargate or in a cluster of their own, or choose a schedule that misses them. metricSkippedInstances counts what was left out. Then acknowledge this warning.',
  },
  SsmAccessUnknown: {
    severity: IssueSeverity.WARNING,
    title: 'Whether the instances can be reached by AWS Systems Manager is not known',
    fix: 'Give the role the managed policy AmazonSSMManagedInstanceCore, then acknowledge this warning, or pass ssmAccess false to attach.',
  },
  ControlContainerDisabled: {
    severity: IssueSeverity.ERROR,
    title: 'The control container is disabled',
    fix: 'Remove settings.hostContainers.control.enabled, or set it to true.',
  },
  ClusterElsewhere: {
    severity: IssueSeverity.ERROR,
    title: 'The cluster is in another account or region than what serves it',
    fix: 'Put the construct into a stack with the account and region of the cluster.',
  },
  SecondUpdater: {
    severity: IssueSeverity.ERROR,
    title: 'The cluster has two updaters',
    fix: 'Keep one updater for each cluster.',
  },
  UpdaterWithoutEgress: {
    severity: IssueSeverity.WARNING,
    title: 'The updater may not reach what it needs',
    fix: 'Choose private subnets with a NAT gateway. Or take the image through a pull-through cache (EcsUpdaterImage), make the endpoints, allow the security group of the updater to use them, and acknowledge this warning.',
  },
  UpdaterImageNotGranted: {
    severity: IssueSeverity.WARNING,
    title: 'The updater has no right to pull its image',
    fix: 'Use ecs.ContainerImage.fromEcrRepository or EcsUpdaterImage.pullThroughCache, or grant the right to executionRole and acknowledge this warning.',
  },
  LogGroupGivenTwice: {
    severity: IssueSeverity.ERROR,
    title: 'A log group and a retention for another one are given',
    fix: 'Pass logGroup or logRetention.',
  },
  FifoNotSupported: {
    severity: IssueSeverity.ERROR,
    title: 'FIFO queues and topics cannot be used here',
    fix: 'Pass a standard queue or topic.',
  },
  TopicPolicyNotChanged: {
    severity: IssueSeverity.WARNING,
    title: 'The policy of the topic or of its key cannot be changed from this app',
    fix: 'Allow cloudwatch.amazonaws.com and events.amazonaws.com to publish to the topic and to use its key, then acknowledge this warning.',
  },
  InvalidUpdateSchedule: {
    severity: IssueSeverity.ERROR,
    title: 'The schedule is not one that the update operator reads',
    fix: 'Use UpdateSchedule.maintenanceWindow or UpdateSchedule.instant, which write the expression.',
  },
  MisleadingUpdateSchedule: {
    severity: IssueSeverity.WARNING,
    title: 'The schedule may not mean what it looks like',
    fix: 'Check that this is what you mean, then acknowledge this warning.',
  },
  UpdateScheduleEnds: {
    severity: IssueSeverity.WARNING,
    title: 'The schedule comes to an end',
    fix: 'Write * for the year, or acknowledge this warning.',
  },
  InvalidUpdateOperatorOption: {
    severity: IssueSeverity.ERROR,
    title: 'An option of the update operator has a value that it does not take',
    fix: 'Change the value as the message says.',
  },
  NoKubectlAccess: {
    severity: IssueSeverity.ERROR,
    title: 'The cluster reference does not say how to reach the cluster',
    fix: 'Pass kubectlProviderOptions: { kubectlLayer: ... } to the cluster, with KubectlV35Layer of @aws-cdk/lambda-layer-kubectl-v35 for Kubernetes 1.35. Import it with kubectlProvider (aws-eks-v2) or kubectlRoleArn (aws-eks).',
  },
  SecondUpdateOperator: {
    severity: IssueSeverity.ERROR,
    title: 'The cluster has an update operator already',
    fix: 'Keep one, and attach all node groups to it.',
  },
  NodesUpdatedOtherwise: {
    severity: IssueSeverity.ERROR,
    title: 'Something else replaces these nodes',
    fix: 'Do not attach these nodes. Choose when they are replaced where they are defined.',
  },
  NodesOfOtherCluster: {
    severity: IssueSeverity.ERROR,
    title: 'The nodes belong to another cluster than the update operator',
    fix: 'Attach the nodes to the update operator of their own cluster.',
  },
  NodesOutsideOfApp: {
    severity: IssueSeverity.ERROR,
    title: 'The node group is not defined in this app',
    fix: 'Set the label bottlerocket.aws/updater-interface-version to 2.0.0 where the node group is defined.',
  },
  NodesNotBottlerocket: {
    severity: IssueSeverity.ERROR,
    title: 'The nodes do not run Bottlerocket',
    fix: 'Attach only node groups with a Bottlerocket image.',
  },
  UpdaterLabelConflict: {
    severity: IssueSeverity.ERROR,
    title: 'The label of the update operator has another value',
    fix: 'Remove the label; attaching the nodes to the operator sets it.',
  },
  UnknownMirrorRegion: {
    severity: IssueSeverity.ERROR,
    title: 'There is no known repository with the image in this region',
    fix: 'Copy the image to a repository of your own and pass UpdateOperatorImage.fromEcrRepository, or use ecrPublic().',
  },
  OwnedChartValue: {
    severity: IssueSeverity.ERROR,
    title: 'A value of the chart belongs to a property',
    fix: 'Pass the property that the message names.',
  },
  UnknownChartValue: {
    severity: IssueSeverity.WARNING,
    title: 'The chart may not know this value',
    fix: 'Check that the chart in use knows the value, then acknowledge this warning.',
  },
  ChartValueWithoutEffect: {
    severity: IssueSeverity.WARNING,
    title: 'A value of the chart does not do what its name says',
    fix: 'Remove it, or check that the chart in use does more, then acknowledge this warning.',
  },
  NodesFloatOnLatest: {
    severity: IssueSeverity.WARNING,
    title: 'The node group takes the newest release by itself, beside the update operator',
    fix: 'Pin the release of the node group, or acknowledge this warning.',
  },
  NothingToUpdate: {
    severity: IssueSeverity.WARNING,
    title: 'No nodes are attached to the update operator',
    fix: 'Attach the node groups. When nodes are labelled outside of this app, acknowledge this warning.',
  },
  NodesRepelOperator: {
    severity: IssueSeverity.WARNING,
    title: 'No attached node takes the controller and the API server of the update operator',
    fix: 'Pass tolerations to controller and apiServer, or acknowledge this warning when there are other nodes.',
  },
  AllNodesLeaveLoadBalancers: {
    severity: IssueSeverity.WARNING,
    title: 'All nodes may leave the load balancers at the same time',
    fix: 'Limit maxConcurrentUpdates, or remove loadBalancerWait.',
  },
  PrometheusOperatorUnknown: {
    severity: IssueSeverity.WARNING,
    title: 'A service monitor needs the Prometheus operator',
    fix: 'Pass prometheusOperator, or make sure that it is there and acknowledge this warning.',
  },
  ClusterFactMissing: {
    severity: IssueSeverity.ERROR,
    title: 'The app does not know something of the cluster that nodes need to join',
    fix: 'Pass what is missing in clusterAttributes, or import the cluster with it.',
  },
  InvalidServiceCidr: {
    severity: IssueSeverity.ERROR,
    title: 'The range of addresses for services is not one of EKS',
    fix: 'Pass the range as EKS shows it, such as 10.100.0.0/16 or fd30:1c53:5f8a::/108.',
  },
  KubernetesVersionUnknown: {
    severity: IssueSeverity.ERROR,
    title: 'The Kubernetes version of the cluster is not known to this app',
    fix: 'Pass kubernetesVersion.',
  },
  NodesNotAllowed: {
    severity: IssueSeverity.ERROR,
    title: 'The cluster would not let the nodes join',
    fix: 'Give the cluster the authentication mode API or API_AND_CONFIG_MAP. Or enter the role of the nodes into the ConfigMap by other means, and pass joinBy: NodeJoinMethod.NONE.',
  },
  SettingSuppliedByNodegroup: {
    severity: IssueSeverity.ERROR,
    title: 'The construct writes this setting itself',
    fix: 'Remove the setting, and use the property of the construct that the message names.',
  },
  InvalidInstancesDistribution: {
    severity: IssueSeverity.ERROR,
    title: 'The distribution of On-Demand and Spot Instances is not one that Auto Scaling takes',
    fix: 'Change the distribution as the message says.',
  },
  InvalidInstanceWeights: {
    severity: IssueSeverity.ERROR,
    title: 'The weights of the instance types are not ones that Auto Scaling takes',
    fix: 'Give every instance type a weight, or none.',
  },
  InvalidWarmPool: {
    severity: IssueSeverity.ERROR,
    title: 'The warm pool is not one that Bottlerocket or Auto Scaling supports',
    fix: 'Change the warm pool as the message says.',
  },
  InvalidInstanceRefresh: {
    severity: IssueSeverity.ERROR,
    title: 'The instance refresh is not one that Auto Scaling takes',
    fix: 'Change the options as the message says.',
  },
  UpdateWithoutSignals: {
    severity: IssueSeverity.WARNING,
    title: 'An update does not wait for the new nodes',
    fix: 'Pass signals, or use NodegroupUpdatePolicy.instanceRefresh(), which waits for the health checks of the group.',
  },
  SharedNodeRole: {
    severity: IssueSeverity.ERROR,
    title: 'A managed and a self-managed node group share a role',
    fix: 'Leave nodeRole out of one of the two. Or let EKS do it alone: pass joinBy: NodeJoinMethod.NONE to the self-managed node group.',
  },
  AutoModeCluster: {
    severity: IssueSeverity.WARNING,
    title: 'The cluster runs in EKS Auto Mode',
    fix: 'To have settings on all nodes, make the cluster without Auto Mode (in aws-eks-v2: defaultCapacityType NODEGROUP). To run both kinds of nodes, install the add-ons, then acknowledge this warning.',
  },
  SettingSuppliedByCapacityProvider: {
    severity: IssueSeverity.ERROR,
    title: 'The capacity provider writes this setting itself',
    fix: 'Remove the setting. The name is that of the cluster in the property of the same name.',
  },
  InvalidManagedScaling: {
    severity: IssueSeverity.ERROR,
    title: 'The managed scaling of the capacity provider is not one that ECS takes',
    fix: 'Change the value as the message says.',
  },
  InvalidCapacityProviderName: {
    severity: IssueSeverity.ERROR,
    title: 'ECS does not take this name for a capacity provider',
    fix: 'Choose another name, or leave it out.',
  },
  CapacityOfAnotherCluster: {
    severity: IssueSeverity.ERROR,
    title: 'The instances of the capacity provider join another cluster',
    fix: 'Make a capacity provider for each cluster.',
  },
  CapacityProviderNotAssociated: {
    severity: IssueSeverity.WARNING,
    title: 'The imported cluster is not told of the capacity provider',
    fix: 'Pass otherCapacityProviders with the names of all the others (an empty list if there are none), or add the name to the cluster where it is defined.',
  },
  ServiceConnectNotSupported: {
    severity: IssueSeverity.WARNING,
    title: 'A service with Service Connect runs on Bottlerocket',
    fix: 'Run the service on Fargate, or let it be found by service discovery or a load balancer. When your release of Bottlerocket supports Service Connect, acknowledge this warning.',
  },
  AcceleratorTaintUnused: {
    severity: IssueSeverity.WARNING,
    title: 'There is no accelerator that a taint could stand for',
    fix: 'Remove acceleratorTaint, or say what the instance types have by instanceHardware.',
  },
  MigProfileMissing: {
    severity: IssueSeverity.ERROR,
    title: 'The GPU of an instance type is not partitioned',
    fix: 'Give a profile for the GPU that the message names, or leave its instance types to a node group without MIG.',
  },
  MigProfileUnknown: {
    severity: IssueSeverity.WARNING,
    title: 'The OS may not know the MIG profile',
    fix: 'Use one of the profiles that the message names, or a number of partitions.',
  },
  EfaUnavailable: {
    severity: IssueSeverity.ERROR,
    title: 'The instance types do not have the Elastic Fabric Adapter that was asked for',
    fix: 'Use instance types with the same number of EFA interfaces.',
  },
  EfaWithPublicIp: {
    severity: IssueSeverity.ERROR,
    title: 'Instances with several network interfaces get no public address',
    fix: 'Remove associatePublicIpAddress, and use private subnets with a way out.',
  },
  EfaSeveralZones: {
    severity: IssueSeverity.WARNING,
    title: 'Nodes with Elastic Fabric Adapter would start in several Availability Zones',
    fix: 'Choose subnets of one Availability Zone, and make one node group for each zone.',
  },
  InvalidEfaOptions: {
    severity: IssueSeverity.ERROR,
    title: 'The options for Elastic Fabric Adapter contradict each other or the hardware',
    fix: 'Change the options as the message says.',
  },
  NoInstanceStore: {
    severity: IssueSeverity.ERROR,
    title: 'An instance type has no disks of its own',
    fix: 'Use instance types with an instance store, often with a d in the name of the family, or leave out the preset.',
  },
  DirectoryNotOnInstanceStore: {
    severity: IssueSeverity.ERROR,
    title: 'The OS does not put this directory on the instance store',
    fix: 'Use the directories that the message names, or one below /mnt.',
  },
  HardeningControlBroken: {
    severity: IssueSeverity.WARNING,
    title: 'A setting breaks a control that a preset is for',
    fix: 'Leave the setting to the preset, or acknowledge this warning with the reason for the exception.',
  },
  NodesUnknown: {
    severity: IssueSeverity.ERROR,
    title: 'The construct makes no Bottlerocket nodes that this library knows',
    fix: 'Pass a node group or capacity provider of this library, or use HardeningReport.ofSettings.',
  },
  UnknownHardeningLevel: {
    severity: IssueSeverity.ERROR,
    title: 'The benchmarks have no such level',
    fix: 'Give 1 or 2, or leave it out for both.',
  },
  AutoModeNodeClass: {
    severity: IssueSeverity.ERROR,
    title: 'Nodes of EKS Auto Mode take no settings',
    fix: 'Make the cluster without Auto Mode (in aws-eks-v2: defaultCapacityType NODEGROUP) and install Karpenter, or use a node group. While you move from one to the other with both installed, pass the cluster as an imported one.',
  },
  InvalidKarpenterName: {
    severity: IssueSeverity.ERROR,
    title: 'This cannot be the name of an object of Karpenter',
    fix: 'Use lower-case letters, digits and hyphens.',
  },
  InvalidNodeClass: {
    severity: IssueSeverity.ERROR,
    title: 'The node class is not one that Karpenter takes',
    fix: 'Change the value as the message says.',
  },
  InvalidNodePool: {
    severity: IssueSeverity.ERROR,
    title: 'The node pool is not one that Karpenter takes',
    fix: 'Change the value as the message says.',
  },
  OwnedByKarpenter: {
    severity: IssueSeverity.ERROR,
    title: 'Karpenter sets this itself',
    fix: 'Use a domain of your own.',
  },
  OwnedNodeClassField: {
    severity: IssueSeverity.ERROR,
    title: 'A field of the EC2NodeClass belongs to a property',
    fix: 'Pass the property that the message names.',
  },
  SettingLostWithKarpenter: {
    severity: IssueSeverity.ERROR,
    title: 'Karpenter would not pass this setting on to its nodes',
    fix: 'Leave the setting out of those for Karpenter.',
  },
  LabelUnknownToKarpenter: {
    severity: IssueSeverity.WARNING,
    title: 'Karpenter does not know these labels when it chooses nodes for pods',
    fix: 'Give the labels to the NodePool, and leave them out of the settings.',
  },
  InstanceStoreGivenTwice: {
    severity: IssueSeverity.ERROR,
    title: 'Both the settings and Karpenter prepare the disks of the instances',
    fix: 'Remove the commands, or leave instanceStorePolicy out.',
  },
  NodeRoleUnknown: {
    severity: IssueSeverity.ERROR,
    title: 'The role in the instance profile is not known',
    fix: 'Pass the role of the instance profile as nodeRole, or joinBy NodeJoinMethod.NONE.',
  },
  KarpenterMayNotUseKey: {
    severity: IssueSeverity.WARNING,
    title: 'Karpenter may not have the right to use the key of the volumes',
    fix: 'Pass controllerRole, or grant its role the use of the key and acknowledge this warning.',
  },
  ManifestNotKnown: {
    severity: IssueSeverity.ERROR,
    title: 'A part of the manifest is only known at deployment',
    fix: 'Pass what is known now: a role with a name, subnets and security groups by tags or by ids that are written out, a stack with account and region.',
  },
  HardwareNotForNodeClass: {
    severity: IssueSeverity.ERROR,
    title: 'The NodePool asks for instance types that the images of its node class are not for',
    fix: 'Use a node class for this hardware, or one with an image that is not tied to a variant.',
  },
  VpcEndpointMissing: {
    severity: IssueSeverity.WARNING,
    title: 'The VPC lacks endpoints that its isolated subnets need',
    fix: 'Add the endpoints to the VPC: vpc.addInterfaceEndpoint() with private DNS names, and vpc.addGatewayEndpoint() for S3. Where nodes have another way, acknowledge this warning. docs/vpc-endpoints.md lists what the endpoints are for.',
  },
  FipsWithoutVpcEndpoint: {
    severity: IssueSeverity.WARNING,
    title: 'FIPS endpoints cannot be reached from isolated subnets',
    fix: 'Give the subnets a route to the FIPS endpoints, then acknowledge this warning. Or turn them off, if your rules allow that: aws.config with the base64 of a section [default] with use_fips_endpoint = false.',
  },
  ImageNotReachable: {
    severity: IssueSeverity.WARNING,
    title: 'The image of a container cannot be pulled from isolated subnets',
    fix: 'Copy the image to a repository of Amazon ECR, and use NodeContainerImage.fromEcrRepository.',
  },
  InvalidSshKey: {
    severity: IssueSeverity.ERROR,
    title: 'The key is not a public key of SSH',
    fix: 'Pass the line of a file such as id_ed25519.pub.',
  },
  AdminUserDataTwice: {
    severity: IssueSeverity.ERROR,
    title: 'The file of the admin container is given twice',
    fix: 'Leave userData out, or write the keys into it yourself.',
  },
  EcrMirrorRefused: {
    severity: IssueSeverity.ERROR,
    title: 'The pull through cache cannot stand for this registry',
    fix: 'Name images by their place in the cache, or pull them from the registry itself.',
  },
  SettingsForOtherImage: {
    severity: IssueSeverity.ERROR,
    title: 'The user data is for Bottlerocket, and the image is not',
    fix: 'Choose an image of Bottlerocket, or write the user data for the image there is.',
  },
  UserDataEncoding: {
    severity: IssueSeverity.ERROR,
    title: 'The user data is encoded in the wrong way',
    fix: 'In launch templates, wrap the text in Fn::Base64, which constructs of aws-cdk-lib do by themselves. In node classes of Karpenter, write the text as it is.',
  },
  UserDataMissing: {
    severity: IssueSeverity.ERROR,
    title: 'The nodes have no user data, and cannot find their cluster',
    fix: 'Add the settings of the cluster. BottlerocketSelfManagedNodegroup does it by itself.',
  },
  RootVolumeGrown: {
    severity: IssueSeverity.ERROR,
    title: 'The volume of the OS is larger than its image',
    fix: 'Give the size to /dev/xvdb, and none to /dev/xvda.',
  },
  DataVolumeNotEncrypted: {
    severity: IssueSeverity.WARNING,
    title: 'The data volume is not encrypted',
    fix: 'Add a mapping for /dev/xvdb with Encrypted true. The constructs of this library do it by themselves.',
  },
  ImdsV1Allowed: {
    severity: IssueSeverity.WARNING,
    title: 'The instance metadata can be read without a session',
    fix: 'Set HttpTokens to required in the metadata options of the launch template.',
  },
  AccessEntryMissing: {
    severity: IssueSeverity.ERROR,
    title: 'The cluster does not know the role of the nodes',
    fix: 'Add an AWS::EKS::AccessEntry of the type EC2_LINUX for the role of the nodes, or use BottlerocketSelfManagedNodegroup.',
  },
  LaunchConfigurationUsed: {
    severity: IssueSeverity.WARNING,
    title: 'The group uses a launch configuration',
    fix: 'Use a launch template. In aws-cdk-lib, the feature flag @aws-cdk/aws-autoscaling:generateLaunchTemplateInsteadOfLaunchConfig makes one.',
  },
  SpotDrainingOff: {
    severity: IssueSeverity.WARNING,
    title: 'Tasks are not moved away before Spot Instances end',
    fix: 'Set settings.ecs.enable-spot-instance-draining to true, or use a capacity provider with managed draining.',
  },
  NodegroupImageConflict: {
    severity: IssueSeverity.ERROR,
    title: 'A managed node group names an image twice',
    fix: 'Keep the image in the launch template, or the properties of the node group.',
  },
  LaunchTemplateNotForNodegroups: {
    severity: IssueSeverity.ERROR,
    title: 'The launch template says something that EKS refuses in managed node groups',
    fix: 'Remove it from the launch template.',
  },
  NodegroupNotBottlerocket: {
    severity: IssueSeverity.ERROR,
    title: 'The node group does not run Bottlerocket, as far as can be seen',
    fix: 'Pass an AMI type of Bottlerocket to the node group, such as amiType: eks.NodegroupAmiType.BOTTLEROCKET_X86_64.',
  },
  NodegroupConflict: {
    severity: IssueSeverity.ERROR,
    title: 'The node group has something that does not go with a launch template',
    fix: 'Remove one of the two as the message says.',
  },
  PresetRightsMissing: {
    severity: IssueSeverity.WARNING,
    title: 'Nobody gets the rights that a preset needs',
    fix: 'Give the role of the nodes the rights that the message names, then acknowledge this warning.',
  },
  ExistingUserDataNotMerged: {
    severity: IssueSeverity.ERROR,
    title: 'The user data that is there already cannot be merged with settings',
    fix: 'Write in TOML what is there, or leave it out. With existingUserData: ExistingUserData.REPLACE, it is left out.',
  },
  UserDataReplaced: {
    severity: IssueSeverity.ERROR,
    title: 'The user data was replaced after the mixin was applied',
    fix: 'Apply the mixin afterwards; it merges with the user data that is there then.',
  },
  LaunchTemplateOutsideApp: {
    severity: IssueSeverity.ERROR,
    title: 'How the instances are launched is not written in this app',
    fix: 'Apply the mixin in the app that makes the launch template, or give the group one of this app.',
  },
  NodegroupNameKept: {
    severity: IssueSeverity.WARNING,
    title: 'The node group keeps its name, though it is replaced',
    fix: 'Leave nodegroupName out, or change it in the same deployment. Acknowledge this warning when the node group is new.',
  },
  LaunchTemplateVersionFixed: {
    severity: IssueSeverity.WARNING,
    title: 'The group uses a fixed version of its launch template',
    fix: 'Name the latest version: latestVersionNumber of ec2.LaunchTemplate, or attrLatestVersionNumber of ec2.CfnLaunchTemplate.',
  },
};
