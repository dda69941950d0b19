import { AcceleratorVendor, InstanceAccelerator } from '../../os';
import { CDK_TOKENS } from '../../private/cdk-tokens';
import { BottlerocketIssue, IssueCode } from '../../settings';
import { issue, show } from '../../settings/report';
import type { KnownHardware } from '../node-preset';

const PROFILES = 'settings.kubelet-device-plugins.nvidia.mig.profile';

/** Finds GPUs that the profiles leave in one piece. */
export function checkMig(profiles: Readonly<Record<string, string>>, hardware: KnownHardware): BottlerocketIssue[] {
  if (CDK_TOKENS.isToken(profiles)) {
    return [];
  }
  return [...hardware].flatMap(([type, { accelerator }]) =>
    accelerator?.vendor === AcceleratorVendor.NVIDIA ? checkGpu(type, accelerator, profiles) : [],
  );
}

function checkGpu(
  type: string,
  { model, migModel, migProfiles }: InstanceAccelerator,
  profiles: Readonly<Record<string, string>>,
): BottlerocketIssue[] {
  const missing = (message: string, expected: string, fix?: string) => [
    issue(IssueCode.MIG_PROFILE_MISSING, { path: 'instanceTypes', message, received: type, expected, fix }),
  ];
  if (migModel === undefined) {
    return missing(
      `The GPU of ${type} (${model}) is not one that the OS partitions.`,
      'instance types with GPUs that it partitions, such as p4d, p5 or g7e',
      'Leave these instance types to a node group without MIG. If a newer release partitions the GPU, say the name that it has in the settings: accelerator.migModel of InstanceHardware.of().',
    );
  }
  const profile = profiles[migModel];
  if (profile === undefined) {
    return missing(`There is no profile for the GPU of ${type} (${model}).`, `a profile for ${migModel}`);
  }
  const isName = !CDK_TOKENS.isToken(profile) && profile.includes('g');
  return isName && migProfiles !== undefined && !migProfiles.includes(profile)
    ? [
        issue(IssueCode.MIG_PROFILE_UNKNOWN, {
          path: `${PROFILES}."${migModel}"`,
          message: `This is not one of the profiles that the OS knows for the GPU of ${type} (${model}).`,
          received: show(profile),
          expected: migProfiles.join(', '),
        }),
      ]
    : [];
}
