import { BottlerocketUserData } from '../node';
import { usesSpot } from '../node/group-checks';
import { addPresets } from '../node/node-preset';
import { CDK_TOKENS } from '../private/cdk-tokens';
import { BottlerocketIssue, SettingsLayer } from '../settings';
import { BottlerocketCapacityProviderProps } from './capacity-provider-props';
import { ClusterFacts } from './cluster-facts';

/** Puts the settings of instances into one document: the cluster's, ours beneath those of users, and theirs. */
export function addInstanceSettings(
  userData: BottlerocketUserData,
  props: BottlerocketCapacityProviderProps,
  { clusterName }: ClusterFacts,
): BottlerocketIssue[] {
  const defaults = { awsvpcBlockImds: true, ...(mayUseSpot(props) ? { enableSpotInstanceDraining: true } : {}) };
  const { presets, settings, additionalSettings } = props;
  const issues = [
    ...userData._supply({ ecs: { cluster: clusterName } }),
    ...userData._tryAddSettings(
      { ecs: defaults },
      { layer: SettingsLayer.LIBRARY_DEFAULT, source: 'BottlerocketCapacityProvider' },
    ),
    ...addPresets(userData, presets),
    ...(settings === undefined ? [] : userData._tryAddSettings(settings)),
    ...(additionalSettings === undefined ? [] : userData._tryAddAdditionalSettings(additionalSettings)),
  ];
  return [...issues, ...userData._preview()];
}

/** On-Demand Instances are not taken back, so that the setting does no harm where the share is not known yet. */
function mayUseSpot(props: BottlerocketCapacityProviderProps): boolean {
  return usesSpot(props) || CDK_TOKENS.isToken(props.instancesDistribution?.onDemandPercentageAboveBaseCapacity);
}
