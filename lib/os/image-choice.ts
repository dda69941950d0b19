import { BottlerocketIssue, IssueCode } from '../settings';
import { Finding, issue } from '../settings/report';
import type { Architecture } from './instance-families';
import { AcceleratorVendor, hardwareOf, InstanceHardware, unknownInstanceType } from './instance-hardware';

/** What sets the images of one version of an orchestrator apart. */
export interface ImageTraits {
  readonly architecture: Architecture;
  readonly nvidia: boolean;
  readonly fips: boolean;
}

/** What users say about the image of a group of nodes. */
export interface ImageRequest {
  /** Names of instance types; undefined for one that is only known at deployment. */
  readonly instanceTypes: readonly (string | undefined)[];
  /** What users say of the hardware. */
  readonly instanceHardware?: readonly InstanceHardware[];
  readonly fips?: boolean;
}

/** An image that was asked for, and must fit the instance types. */
export interface RequestedImage {
  /** Those that are known. */
  readonly traits: { readonly [Trait in keyof ImageTraits]?: ImageTraits[Trait] };
  /** The property that asks for it. */
  readonly path: string;
  /** What users gave. */
  readonly received: string;
  readonly code: IssueCode;
  /** Whether only users know what is in the image, so that it may run on hardware that is not known, or drive any. */
  readonly custom?: boolean;
  /** An image with other traits, as users would ask for it. */
  readonly nameOf: (traits: ImageTraits) => string;
}

/** The traits of the image that runs on all the instance types, or why there is none. */
export interface ImageChoice {
  readonly traits?: ImageTraits;
  /** By instance type, as far as it is known. */
  readonly hardware: ReadonlyMap<string, InstanceHardware>;
  readonly issues: BottlerocketIssue[];
}

/** Chooses the image by the instance types, or checks the one that was asked for. */
export function chooseImage(request: ImageRequest, requested?: RequestedImage): ImageChoice {
  const issues: BottlerocketIssue[] = [];
  const report = (code: IssueCode, finding: Finding) => issues.push(issue(code, finding));
  const given: Partial<ImageTraits> = requested?.traits ?? {};
  const custom = requested?.custom ?? false;
  const mustKnow = !custom && (given.architecture === undefined || given.nvidia === undefined);
  const hardware = new Map<string, InstanceHardware>();
  for (const type of request.instanceTypes) {
    const found = type === undefined ? undefined : hardwareOf(type, request.instanceHardware);
    if (found !== undefined) {
      hardware.set(type!, found);
    } else if (mustKnow) {
      issues.push(unknownInstanceType('instanceTypes', type));
    }
  }
  // Who says whether the image has NVIDIA drivers has given up accelerators that nothing drives.
  checkMix(hardware, given.nvidia !== undefined, report);
  if (given.nvidia === undefined && !custom) {
    checkDrivers(hardware, report);
  }
  if (requested !== undefined) {
    checkRequested(requested, request.fips, hardware, report);
  }
  const [first] = [...hardware.values()];
  const following = first && traitsFor(first, request.fips);
  const traits =
    following === undefined && (given.architecture === undefined || given.nvidia === undefined)
      ? undefined
      : { fips: request.fips ?? false, ...following, ...definedOf(given) };
  return {
    traits: requested === undefined && issues.length > 0 ? undefined : (traits as ImageTraits),
    hardware,
    issues,
  };
}

/** The traits of the image that fits an instance type. */
function traitsFor({ architecture, accelerator }: InstanceHardware, fips = false): ImageTraits {
  const nvidia = accelerator?.vendor === AcceleratorVendor.NVIDIA && accelerator.unsupported === undefined;
  return { architecture: architecture, nvidia, fips };
}

function definedOf(traits: Partial<ImageTraits>): Partial<ImageTraits> {
  return Object.fromEntries(Object.entries(traits).filter(([, value]) => value !== undefined));
}

type Report = (code: IssueCode, finding: Finding) => void;

function checkMix(hardware: ReadonlyMap<string, InstanceHardware>, givenUp: boolean, report: Report): void {
  const by = (trait: (of: InstanceHardware) => string): string[] => {
    const groups = new Map<string, string[]>();
    hardware.forEach((of, type) => groups.set(trait(of), [...(groups.get(trait(of)) ?? []), type]));
    return groups.size < 2 ? [] : [...groups].map(([name, types]) => `${name}: ${types.join(', ')}`);
  };
  const architectures = by(({ architecture }) => architecture);
  if (architectures.length > 0) {
    report(IssueCode.MIXED_ARCHITECTURES, {
      path: 'instanceTypes',
      message: 'One node group cannot have instance types of several architectures.',
      received: architectures.join('; '),
      expected: 'instance types of one architecture',
    });
  }
  const accelerators = by(({ accelerator }) =>
    accelerator === undefined || (givenUp && accelerator.unsupported !== undefined) ? 'none' : accelerator.vendor,
  );
  if (accelerators.length > 0) {
    report(IssueCode.MIXED_ACCELERATORS, {
      path: 'instanceTypes',
      message: 'One node group cannot have instance types with several kinds of accelerators.',
      received: accelerators.join('; '),
      expected: 'instance types with one kind of accelerator, or all without',
    });
  }
}

/** Unless it was given up, an accelerator that nothing drives is a mistake. */
function checkDrivers(hardware: ReadonlyMap<string, InstanceHardware>, report: Report): void {
  hardware.forEach(({ architecture, accelerator }, type) => {
    if (accelerator?.unsupported !== undefined) {
      const member = isArm(architecture) ? 'ARM_64' : 'X86_64';
      report(IssueCode.UNSUPPORTED_ACCELERATOR, {
        path: 'instanceTypes',
        message: `${type} has an accelerator (${accelerator.model}) that Bottlerocket cannot use: ${accelerator.unsupported}.`,
        received: type,
        expected: 'instance types with NVIDIA GPUs (such as g6 or p5), AWS Neuron devices (inf2, trn1, trn2), or none',
        fix: `Choose another family. To run it without the accelerator, pass instanceHardware: [InstanceHardware.of('${type}', { architecture: ec2.InstanceArchitecture.${member} })].`,
      });
    }
  });
}

function checkRequested(
  requested: RequestedImage,
  fips: boolean | undefined,
  hardware: ReadonlyMap<string, InstanceHardware>,
  report: Report,
): void {
  const { traits, path, received, code, nameOf } = requested;
  if (fips !== undefined && traits.fips !== undefined && fips !== traits.fips) {
    report(code, {
      path,
      message: `The property fips asks for an image ${fips ? 'with' : 'without'} FIPS, and ${path} names one ${fips ? 'without' : 'with'}.`,
      received,
      fix: `Leave out fips, or change ${path}.`,
    });
  }
  hardware.forEach((of, type) => {
    // Types whose accelerator nothing drives run on the plain image, without it.
    const fitting = traitsFor(of, traits.fips);
    const differs = (trait: 'architecture' | 'nvidia') =>
      traits[trait] !== undefined && traits[trait] !== fitting[trait];
    if (differs('architecture') || differs('nvidia')) {
      report(code, {
        path,
        message: `${type} has ${hardwareText(of)}, and ${received} is not made for that.`,
        received,
        expected: nameOf(fitting),
        fix: `Leave ${path} out, so that it follows from the instance types, or pass ${nameOf(fitting)}.`,
      });
    }
  });
}

function isArm(architecture: string): boolean {
  return architecture === 'arm64';
}

function hardwareText({ architecture, accelerator }: InstanceHardware): string {
  const processor = isArm(architecture) ? 'an Arm processor' : 'an x86 processor';
  return accelerator === undefined ? processor : `${processor} and ${accelerator.model} accelerators`;
}
