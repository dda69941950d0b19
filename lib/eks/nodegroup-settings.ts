import { BottlerocketUserData } from '../node';
import { addEfaSettings } from '../node/efa';
import { checkGivenTwice } from '../node/given-twice';
import { addPresets } from '../node/node-preset';
import type { NodeImage } from '../os/node-image';
import { BottlerocketIssue, SettingsLayer, UserDataTarget } from '../settings';
import { osContext } from '../settings/model/os-context';
import { parseRelease } from '../settings/model/release';
import { settingsFamily } from '../settings/model/variants';
import { ClusterFacts } from './cluster-facts';
import { checkNodes } from './common-checks';
import { guardJoinSettings, supplyCluster, supplyLabels } from './join-settings';
import { BottlerocketManagedNodegroupOptions, BottlerocketManagedNodegroupProps } from './managed-nodegroup-props';
import { BottlerocketNodegroupCommonOptions } from './nodegroup-common-options';

/** The user data of a node group, judged by the image that its nodes run. */
export function makeUserData(
  options: BottlerocketManagedNodegroupOptions,
  { traits, bound: { osVersion, custom } }: NodeImage,
  kubernetesVersion: string | undefined,
): BottlerocketUserData {
  const userData = new BottlerocketUserData({
    // With an image of users, EKS passes the user data on as it is.
    target: custom ? UserDataTarget.EC2 : UserDataTarget.EKS_MANAGED,
    allowRegistryCredentials: options.allowRegistryCredentials,
    osVersion,
  });
  userData._judgeBy({
    ...osContext({ osVersion }).context,
    family: traits && settingsFamily('aws-k8s', traits.nvidia),
    nvidia: traits?.nvidia,
    fips: traits?.fips,
    kubernetes: kubernetesVersion === undefined ? undefined : parseRelease(kubernetesVersion),
  });
  return userData;
}

/** Everything by which users give settings. */
type SettingsOfUsers = Pick<
  BottlerocketNodegroupCommonOptions,
  'presets' | 'efa' | 'clusterSettings' | 'settings' | 'additionalSettings'
>;

/** Puts the settings that users give into the user data, and finds what is wrong with them. */
export function addSettingsOfUsers(
  userData: BottlerocketUserData,
  { presets, efa, clusterSettings, settings, additionalSettings }: SettingsOfUsers,
): BottlerocketIssue[] {
  const issues = [
    ...addPresets(userData, presets),
    ...addEfaSettings(userData, efa),
    ...(clusterSettings === undefined
      ? []
      : userData._tryAddSettings(clusterSettings, { layer: SettingsLayer.CLUSTER, source: 'clusterSettings' })),
    ...(settings === undefined ? [] : userData._tryAddSettings(settings)),
    ...(additionalSettings === undefined ? [] : userData._tryAddAdditionalSettings(additionalSettings)),
  ];
  return [...issues, ...userData._preview()];
}

/** Puts the settings of a managed node group into its user data, and finds what is wrong with them. */
export function addNodegroupSettings(
  userData: BottlerocketUserData,
  options: BottlerocketManagedNodegroupOptions,
): BottlerocketIssue[] {
  const { clusterDnsIp } = options;
  const supplied = clusterDnsIp === undefined ? [] : userData._supply({ kubernetes: { clusterDnsIp } });
  return [
    ...supplied.map((found) => ({ ...found, path: 'clusterDnsIp' })),
    ...addSettingsOfUsers(userData, options),
    ...checkGivenTwice(userData, options),
  ];
}

/** The same where EKS adds nothing to the user data, since the image is one of users. */
export function addJoinSettings(
  userData: BottlerocketUserData,
  props: BottlerocketManagedNodegroupProps,
  cluster: ClusterFacts,
): BottlerocketIssue[] {
  guardJoinSettings(userData, props);
  // What is wrong with labels and taints as such is found where they are given.
  const supplied = checkNodes(props).length === 0 ? supplyLabels(userData, props) : [];
  return [...supplied, ...supplyCluster(userData, props, cluster), ...addSettingsOfUsers(userData, props)];
}
