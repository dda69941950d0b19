import { BottlerocketIssue, IssueCode, NvidiaDriverBranch } from '../settings';
import { isBefore, parseRelease } from '../settings/model/release';
import { issue, show } from '../settings/report';
import { BottlerocketVariant, VariantStatus } from './bottlerocket-variant';
import { InstanceHardware } from './instance-hardware';
import { checkVariantName } from './variant-stage';

/** Finds out whether new nodes should run a variant. */
export function checkVariant({ variantName }: BottlerocketVariant, path: string): BottlerocketIssue[] {
  return checkVariantName(variantName, path);
}

/**
 * Finds out whether a release has a variant already.
 *
 * @param osVersion the release, when it is known
 */
export function checkVariantRelease(
  { variantName, firstRelease }: BottlerocketVariant,
  osVersion: string | undefined,
  path: string,
): BottlerocketIssue[] {
  const release = osVersion === undefined ? undefined : parseRelease(osVersion);
  return release !== undefined && firstRelease !== undefined && isBefore(release, firstRelease)
    ? [
        issue(IssueCode.RELEASE_NOT_OF_VARIANT, {
          path,
          message: `${variantName} came with release ${firstRelease}.`,
          received: osVersion,
          expected: `release ${firstRelease} or newer`,
        }),
      ]
    : [];
}

/**
 * Finds accelerators that the image does not drive, among those that other images drive.
 *
 * @param osVersion the release of the image, when it is known
 */
export function checkAccelerators(
  variant: BottlerocketVariant,
  hardware: ReadonlyMap<string, InstanceHardware>,
  osVersion?: string,
): BottlerocketIssue[] {
  const issues: BottlerocketIssue[] = [];
  const release = osVersion === undefined ? undefined : parseRelease(osVersion);
  hardware.forEach(({ accelerator }, type) => {
    const report = (message: string, expected: string, fix: string) =>
      issues.push(
        issue(IssueCode.ACCELERATOR_NOT_IN_VARIANT, { path: 'instanceTypes', message, received: type, expected, fix }),
      );
    const { model, driverBranches, firstRelease } = accelerator ?? {};
    const has = variant.driverBranches;
    if (variant.nvidia && has && driverBranches && !driverBranches.some((branch) => has.includes(branch))) {
      const variants = variantsWith(variant, driverBranches);
      report(
        `The GPU of ${type} (${model}) needs the driver branch ${driverBranches.join(' or ')}, and ${variant.variantName} has ${has.join(' and ')}.`,
        variants.length === 0 ? 'other instance types' : `the variant ${variants.join(', ')}`,
        variants.length === 0
          ? 'Choose another instance family.'
          : `Use ${variants[0]}, or choose another instance family. If a newer image drives it, say so: InstanceHardware.of('${type}', ...).`,
      );
    }
    if (release !== undefined && firstRelease !== undefined && isBefore(release, firstRelease)) {
      report(
        `Bottlerocket drives the accelerator of ${type} (${model}) since ${firstRelease}, and the image is of ${osVersion}.`,
        `release ${firstRelease} or newer`,
        `Use release ${firstRelease} or newer.`,
      );
    }
  });
  return issues;
}

/**
 * Finds GPUs that the branch of the driver does not know which the settings choose.
 *
 * @param branch the value of settings.kernel.drivers.nvidia.branch
 */
export function checkDriverBranch(
  hardware: ReadonlyMap<string, InstanceHardware>,
  branch: unknown,
): BottlerocketIssue[] {
  const isKnown = Object.values<unknown>(NvidiaDriverBranch).includes(branch);
  return [...hardware].flatMap(([type, { accelerator }]) => {
    const { model, driverBranches } = accelerator ?? {};
    return !isKnown || driverBranches === undefined || driverBranches.includes(branch as NvidiaDriverBranch)
      ? []
      : [
          issue(IssueCode.ACCELERATOR_NOT_IN_VARIANT, {
            path: 'settings.kernel.drivers.nvidia.branch',
            message: `The GPU of ${type} (${model}) needs the driver branch ${driverBranches.join(' or ')}.`,
            received: show(branch),
            expected: driverBranches.join(', '),
            fix: 'Leave the setting out: the OS chooses the branch by the GPU when it boots.',
          }),
        ];
  });
}

/** The variants of the same orchestrator and flavour that have one of the branches. */
function variantsWith(like: BottlerocketVariant, branches: readonly string[]): string[] {
  return BottlerocketVariant.all()
    .filter(({ orchestrator, fips, status }) => {
      return orchestrator === like.orchestrator && fips === like.fips && status === VariantStatus.CURRENT;
    })
    .filter(({ driverBranches = [] }) => driverBranches.some((branch) => branches.includes(branch)))
    .map(({ variantName }) => variantName);
}
