import { BottlerocketIssue, IssueCode, NvidiaDriverBranch } from '../settings';
import { isBefore, parseRelease } from '../settings/model/release';
import { issue, show } from '../settings/report';
import { BottlerocketVariant, Orchestrator, VariantStatus } from './bottlerocket-variant';
import { InstanceHardware } from './instance-hardware';

/** Finds out whether new nodes should run a variant. */
export function checkVariant(variant: BottlerocketVariant, path: string): BottlerocketIssue[] {
  const plain = variant._withFlavour({});
  if (variant.status === VariantStatus.UNKNOWN && plain.status === VariantStatus.RETIRED) {
    // A flavour that its line never had will not come any more.
    return checkVariant(plain, path);
  }
  const { variantName, endsOn, lastRelease, replacement } = variant;
  const report = (code: IssueCode, message: string, fix?: string) => [
    issue(code, { path, message, received: variantName, fix }),
  ];
  if (variant.architectures.length === 0) {
    return report(IssueCode.VARIANT_WITHOUT_IMAGES, `AWS publishes no images of ${variantName}.`);
  }
  switch (variant.status) {
    case VariantStatus.CURRENT:
      return [];
    case VariantStatus.PREVIEW:
      return report(IssueCode.PREVIEW_VARIANT, `${variantName} is a preview.`);
    case VariantStatus.UNKNOWN:
      return report(IssueCode.UNLISTED_VARIANT, `This library does not list ${variantName}.`);
    case VariantStatus.ENDING:
      return report(
        IssueCode.ENDING_VARIANT,
        `AWS ends updates of ${variantName} on ${endsOn}${ofEks(variant, 'ends')}.`,
        `Move to ${replacement} or newer, then acknowledge this warning.`,
      );
    case VariantStatus.RETIRED: {
      const since = endsOn === undefined ? '' : ` on ${endsOn}${ofEks(variant, 'ended')}`;
      const last = lastRelease === undefined ? '' : ` The last release with it is ${lastRelease}.`;
      return report(
        IssueCode.RETIRED_VARIANT,
        `AWS ended updates of ${variantName}${since}.${last}`,
        `Use ${replacement} or newer${variant.orchestrator === Orchestrator.KUBERNETES ? ', with a cluster of that version' : ''}.`,
      );
    }
  }
}

function ofEks({ orchestrator, kubernetesVersion }: BottlerocketVariant, ends: string): string {
  return orchestrator === Orchestrator.KUBERNETES
    ? `, when the extended support of Amazon EKS for Kubernetes ${kubernetesVersion} ${ends}`
    : '';
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
