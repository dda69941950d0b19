import type { IConstruct } from 'constructs';
import { BottlerocketUserData } from '../node';
import { addPresets, checkPresets } from '../node/node-preset';
import { BottlerocketVariant } from '../os';
import { checkFipsEndpoints } from '../os/fips-endpoints';
import { hardwareOf } from '../os/instance-hardware';
import { checkVariant } from '../os/variant-checks';
import { BottlerocketIssue, UserDataTarget } from '../settings';
import { osContext } from '../settings/model/os-context';
import { parseVariant } from '../settings/model/variants';
import type { NodegroupFacts } from './nodegroup-facts';
import type { NodegroupLaunchTemplateOptions } from './nodegroup-launch-template';

/** The user data of a node group that is there already, judged by what the node group says of its nodes. */
export function nodegroupUserData(
  nodegroup: IConstruct,
  { image, osVersion, instanceTypes }: NodegroupFacts,
  { settings, presets, additionalSettings, allowRegistryCredentials }: NodegroupLaunchTemplateOptions,
): { readonly userData: BottlerocketUserData; readonly issues: BottlerocketIssue[] } {
  const { variant, fips = false } = image;
  const { context, issues } = osContext({ variant, osVersion });
  const userData = new BottlerocketUserData({ target: UserDataTarget.EKS_MANAGED, allowRegistryCredentials });
  userData._judgeBy({ ...context, fips });
  const hardware = new Map(
    instanceTypes.flatMap((type) => {
      const known = hardwareOf(type);
      return known === undefined ? [] : [[type, known] as const];
    }),
  );
  const isWhole = variant !== undefined && parseVariant(variant) !== undefined;
  issues.push(
    ...(isWhole ? checkVariant(BottlerocketVariant.of(variant), 'kubernetesVersion') : []),
    ...checkPresets(hardware, presets),
    ...addPresets(userData, presets),
    ...(settings === undefined ? [] : userData._tryAddSettings(settings)),
    ...(additionalSettings === undefined ? [] : userData._tryAddAdditionalSettings(additionalSettings)),
    ...userData._preview(),
  );
  const config = { value: userData._valueAt('aws', 'config') };
  issues.push(...checkFipsEndpoints(nodegroup, { fips, variantName: variant ?? 'a FIPS variant' }, config));
  return { userData, issues };
}
