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
  UserDataTooLarge: {
    severity: IssueSeverity.ERROR,
    title: 'The user data is larger than EC2 takes',
    fix: 'Shorten the settings: keep certificates to those that are needed, and let bootstrap containers read large files from Amazon S3.',
  },
  ShellUserData: {
    severity: IssueSeverity.ERROR,
    title: 'Bottlerocket runs no shell commands',
    fix: 'Use settings, a bootstrap container, or the setting that the message names.',
  },
  UnknownInstanceType: {
    severity: IssueSeverity.ERROR,
    title: 'The instance type is not known to this version of the library',
    fix: 'Pass amiType, and make sure that it fits the instance type.',
  },
  UnsupportedAccelerator: {
    severity: IssueSeverity.ERROR,
    title: 'No Bottlerocket variant drives the accelerator of this instance type',
    fix: 'Choose another instance family. To run the type without its accelerator, pass amiType with the plain image of its architecture.',
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
    fix: 'Pass between 1 and 20 instance types.',
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
    title: 'The release version does not have the form of a Bottlerocket release',
    fix: 'Read the value of /aws/service/bottlerocket/<variant>/<architecture>/<release>/image_version and use that.',
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
};
