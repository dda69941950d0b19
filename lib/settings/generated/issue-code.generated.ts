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
   * the whole user data.
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
   * The user data is larger than EC2 takes.
   *
   * EC2 refuses instances and launch templates with more than 16384 bytes of user data, before base64.
   */
  USER_DATA_TOO_LARGE = 'UserDataTooLarge',

  /**
   * Bottlerocket runs no shell commands.
   *
   * User data of Bottlerocket is a document of settings. The OS has no shell, so that commands, downloads and signals by
   * script cannot work.
   */
  SHELL_USER_DATA = 'ShellUserData',

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
   * A managed node group takes 1 to 20 instance types.
   */
  NO_INSTANCE_TYPES = 'NoInstanceTypes',

  /**
   * The sizes of the node group contradict each other.
   *
   * EKS refuses a node group unless minSize <= desiredSize <= maxSize, with minSize from 0 and maxSize from 1.
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
   * The release version does not have the form of a Bottlerocket release.
   *
   * EKS wants the release with the commit it was built from, such as 1.62.1-ea1afdd6, as the SSM parameter image_version
   * of the variant gives it. A Kubernetes version is something else.
   */
  INVALID_RELEASE_VERSION = 'InvalidReleaseVersion',

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
   * The label would be set by EKS and by the kubelet, and a later change of one of the two would silently lose.
   */
  LABEL_GIVEN_TWICE = 'LabelGivenTwice',

  /**
   * A taint is given to the node group and in the settings.
   *
   * The taint would be set by EKS and by the kubelet, and a later change of one of the two would silently lose.
   */
  TAINT_GIVEN_TWICE = 'TaintGivenTwice',

  /**
   * The VPC of the cluster is not known to this app.
   *
   * The subnets of the node group are chosen from the VPC, and this cluster reference does not carry one.
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
   * A node group needs at least one subnet.
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
}
