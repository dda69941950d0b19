import { familyHardware, FamilyHardware, parseInstanceType } from '../../os/instance-families';
import { IssueCode } from '../../settings/generated/issue-code.generated';
import { isBefore, parseRelease } from '../../settings/model/release';
import { variantModel } from '../../settings/model/variants';
import { NodeKind, TemplateImage } from '../../template';
import { NodeRule, NodeView, RuleReport } from './rule';

/** Whether image and instance types belong together. */
export const HARDWARE_RULES: readonly NodeRule[] = [architectures, fitting];

/** The hardware of the instance types that are known; nothing is guessed of others. */
function hardwareOf({ node }: NodeView): [type: string, hardware: FamilyHardware][] {
  return node.instanceTypes.flatMap((type) => {
    const family = parseInstanceType(type)?.family;
    const hardware = family === undefined ? undefined : familyHardware(family);
    return hardware === undefined ? [] : [[type, hardware] as [string, FamilyHardware]];
  });
}

function architectures(view: NodeView, report: RuleReport): void {
  const hardware = hardwareOf(view);
  const found = [...new Set(hardware.map(([, { architecture }]) => architecture))];
  if (found.length > 1) {
    report(IssueCode.MIXED_ARCHITECTURES, {
      path: typesPath(view),
      message: 'One image cannot run on instance types of several architectures.',
      received: found
        .map((one) => `${one}: ${hardware.flatMap(([type, of]) => (of.architecture === one ? type : [])).join(', ')}`)
        .join('; '),
    });
  }
}

function fitting(view: NodeView, report: RuleReport): void {
  const { image, amiType } = view.node;
  const { architecture, nvidia } = image;
  const wrong = new Map<string, string[]>();
  for (const [type, hardware] of hardwareOf(view)) {
    const wanted = wantedFor(hardware);
    const differs =
      (architecture !== undefined && architecture !== wanted.architecture) ||
      (nvidia !== undefined && nvidia !== wanted.nvidia);
    if (differs) {
      const name = amiType === undefined ? imageName(image, wanted) : amiTypeName(image, wanted);
      wrong.set(name, [...(wrong.get(name) ?? []), `${type} has ${hardwareText(hardware)}`]);
    } else {
      checkDriver(view, type, hardware, report);
    }
  }
  for (const [expected, types] of wrong) {
    report(amiType === undefined ? IssueCode.IMAGE_MISMATCH : IssueCode.AMI_TYPE_MISMATCH, {
      path: amiType === undefined ? 'ImageId' : 'AmiType',
      message: `${types.join(', ')}, and the image is not made for that.`,
      received: amiType ?? imageName(image, image),
      expected,
      fix: `Use ${expected}, or other instance types.`,
    });
  }
}

/** What an image needs for the hardware. An accelerator that nothing drives needs nothing. */
function wantedFor({ architecture, accelerator }: FamilyHardware): TemplateImage {
  return { architecture, nvidia: accelerator?.vendor === 'nvidia' && accelerator.unsupported === undefined };
}

function checkDriver({ node }: NodeView, type: string, { accelerator }: FamilyHardware, report: RuleReport): void {
  const { variant = '', osVersion } = node.image;
  const { driverBranches, since, model } = accelerator ?? {};
  const branches = variantModel(variant)?.driverBranches;
  if (branches !== undefined && driverBranches?.some((branch) => branches.includes(branch)) === false) {
    report(IssueCode.ACCELERATOR_NOT_IN_VARIANT, {
      path: 'ImageId',
      message: `The GPU of ${type} (${model}) needs the driver branch ${driverBranches.join(' or ')}, and ${variant} has ${branches.join(' and ')}.`,
      received: type,
    });
  }
  const release = osVersion === undefined ? undefined : parseRelease(osVersion);
  if (since !== undefined && release !== undefined && isBefore(release, since)) {
    report(IssueCode.ACCELERATOR_NOT_IN_VARIANT, {
      path: 'ImageId',
      message: `Bottlerocket drives the accelerator of ${type} (${model}) since ${since}, and the image is of ${osVersion}.`,
      received: type,
      expected: `release ${since} or newer`,
    });
  }
}

function amiTypeName({ fips }: TemplateImage, { architecture, nvidia }: TemplateImage): string {
  const processor = architecture === 'arm64' ? 'ARM_64' : 'x86_64';
  return `BOTTLEROCKET_${processor}${nvidia === true ? '_NVIDIA' : ''}${fips === true ? '_FIPS' : ''}`;
}

function imageName({ variant, fips }: TemplateImage, { architecture, nvidia }: TemplateImage): string {
  const line = (variant ?? 'an image').replace(/(?:-nvidia)?(?:-fips)?$/, '');
  return `${line}${nvidia === true ? '-nvidia' : ''}${fips === true ? '-fips' : ''} for ${architecture}`;
}

function hardwareText({ architecture, accelerator }: FamilyHardware): string {
  const processor = architecture === 'arm64' ? 'an Arm processor' : 'an x86 processor';
  return accelerator === undefined ? processor : `${processor} and ${accelerator.model} accelerators`;
}

function typesPath({ node }: NodeView): string {
  return node.kind === NodeKind.MANAGED_NODEGROUP ? 'InstanceTypes' : 'InstanceType';
}
