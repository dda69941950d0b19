import { TagManager } from 'aws-cdk-lib';
import { BottlerocketUserData } from '../node';
import { EFA_RESOURCE } from '../node/efa';
import { isList, isTable } from '../settings/model/document';
import { BottlerocketSelfManagedNodegroupOptions } from './self-managed-nodegroup-props';

const PREFIX = 'k8s.io/cluster-autoscaler';

/** Tags from properties weigh less than those that users add to a scope. */
export const FROM_PROPERTIES = 50;

/**
 * Tags a group so that Cluster Autoscaler finds it, and knows what a node would be like while there is none.
 *
 * @see https://github.com/kubernetes/autoscaler/blob/master/cluster-autoscaler/cloudprovider/aws/README.md
 */
export function tagForAutoscaler(
  tags: TagManager,
  clusterName: string,
  options: BottlerocketSelfManagedNodegroupOptions,
  userData: BottlerocketUserData,
  efaInterfaces?: number,
): void {
  // Only the group has them: an instance has no more room than for 50 tags.
  const set = (name: string, value: string) => tags.setTag(`${PREFIX}/${name}`, value, FROM_PROPERTIES, false);
  set('enabled', 'true');
  set(clusterName, 'owned');
  const describe = (kind: string, values: Readonly<Record<string, string>>) =>
    Object.entries(values).forEach(([key, value]) => set(`node-template/${kind}/${key}`, value));
  describe('label', { ...settingsAt(userData, 'node-labels'), ...options.labels });
  describe('taint', { ...settingsAt(userData, 'node-taints'), ...taintsOf(options) });
  if (efaInterfaces !== undefined) {
    describe('resources', { [EFA_RESOURCE]: String(efaInterfaces) });
  }
  describe('resources', options.clusterAutoscalerResources ?? {});
}

/** A tag has room for one effect of a taint. */
function taintsOf({ taints = [] }: BottlerocketSelfManagedNodegroupOptions): Record<string, string> {
  const pairs = taints.map(({ key, value, effect }) => [key, `${value ?? ''}:${effect}`]);
  // The first one holds.
  return Object.fromEntries(pairs.reverse()) as Record<string, string>;
}

/** Labels or taints in the settings; of a list, the first one. */
function settingsAt(userData: BottlerocketUserData, table: string): Record<string, string> {
  const found = userData._valueAt('kubernetes', table);
  const pairs = Object.entries(isTable(found) ? found : {}).map(([key, value]) => [
    key,
    isList(value) ? value[0] : value,
  ]);
  return Object.fromEntries(pairs.filter(([, value]) => typeof value === 'string')) as Record<string, string>;
}
