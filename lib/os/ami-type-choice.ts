import { BottlerocketIssue, IssueCode } from '../settings';
import { Finding, issue } from '../settings/report';
import { BottlerocketAmiType } from './ami-type';
import { Architecture, instanceHardware, InstanceHardware } from './instance-hardware';

/** What sets one AMI type apart from the others. */
interface AmiTraits {
  readonly architecture: Architecture;
  readonly nvidia: boolean;
  readonly fips: boolean;
}

const TRAITS: Readonly<Record<BottlerocketAmiType, AmiTraits>> = {
  [BottlerocketAmiType.X86_64]: { architecture: 'x86_64', nvidia: false, fips: false },
  [BottlerocketAmiType.ARM_64]: { architecture: 'arm64', nvidia: false, fips: false },
  [BottlerocketAmiType.X86_64_NVIDIA]: { architecture: 'x86_64', nvidia: true, fips: false },
  [BottlerocketAmiType.ARM_64_NVIDIA]: { architecture: 'arm64', nvidia: true, fips: false },
  [BottlerocketAmiType.X86_64_FIPS]: { architecture: 'x86_64', nvidia: false, fips: true },
  [BottlerocketAmiType.ARM_64_FIPS]: { architecture: 'arm64', nvidia: false, fips: true },
  [BottlerocketAmiType.X86_64_NVIDIA_FIPS]: { architecture: 'x86_64', nvidia: true, fips: true },
  [BottlerocketAmiType.ARM_64_NVIDIA_FIPS]: { architecture: 'arm64', nvidia: true, fips: true },
};

/** Whether an image has the drivers for NVIDIA GPUs. */
export function isNvidia(amiType: BottlerocketAmiType): boolean {
  return TRAITS[amiType]?.nvidia ?? false;
}

/** What users say about the image of a node group. */
export interface AmiTypeRequest {
  /** Names of instance types; undefined for one that is only known at deployment. */
  readonly instanceTypes: readonly (string | undefined)[];
  readonly amiType?: BottlerocketAmiType;
  readonly fips?: boolean;
}

/** The AMI type that runs on all the instance types, or why there is none. */
export interface AmiTypeChoice {
  readonly amiType?: BottlerocketAmiType;
  readonly issues: BottlerocketIssue[];
}

/** Chooses the AMI type by the instance types, or checks the one that was asked for. */
export function chooseAmiType(request: AmiTypeRequest): AmiTypeChoice {
  const issues: BottlerocketIssue[] = [];
  const report = (code: IssueCode, finding: Finding) => issues.push(issue(code, finding));
  const known = new Map<string, InstanceHardware>();
  for (const type of request.instanceTypes) {
    const hardware = type === undefined ? undefined : instanceHardware(type);
    if (hardware !== undefined) {
      known.set(type!, hardware);
    } else if (request.amiType === undefined) {
      report(IssueCode.UNKNOWN_INSTANCE_TYPE, {
        path: 'instanceTypes',
        message:
          type === undefined
            ? 'An instance type is only known at deployment, so that no image can be chosen.'
            : `The processor and accelerators of ${type} are not known, so that no image can be chosen.`,
        received: type,
      });
    }
  }
  checkMix(known, request.amiType !== undefined, report);
  if (request.amiType !== undefined) {
    checkRequested(request.amiType, request.fips, known, report);
    return { amiType: request.amiType, issues };
  }
  checkDrivers(known, report);
  const hardware = [...known.values()][0];
  return issues.length > 0 || hardware === undefined
    ? { issues }
    : { amiType: amiTypeFor(hardware, request.fips), issues };
}

function amiTypeFor({ architecture, accelerator }: InstanceHardware, fips = false): BottlerocketAmiType {
  const nvidia = accelerator?.vendor === 'nvidia' && accelerator.unsupported === undefined;
  return (Object.keys(TRAITS) as BottlerocketAmiType[]).find((amiType) => {
    const traits = TRAITS[amiType];
    return traits.architecture === architecture && traits.nvidia === nvidia && traits.fips === fips;
  })!;
}

type Report = (code: IssueCode, finding: Finding) => void;

function checkMix(known: ReadonlyMap<string, InstanceHardware>, requested: boolean, report: Report): void {
  const by = (trait: (hardware: InstanceHardware) => string): string[] => {
    const groups = new Map<string, string[]>();
    known.forEach((hardware, type) => groups.set(trait(hardware), [...(groups.get(trait(hardware)) ?? []), type]));
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
  // Who passes amiType for a type whose accelerator nothing drives has given the accelerator up.
  const accelerators = by(({ accelerator }) =>
    accelerator === undefined || (requested && accelerator.unsupported !== undefined) ? 'none' : accelerator.vendor,
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

/** Without a request, an accelerator that nothing drives is a mistake. */
function checkDrivers(known: ReadonlyMap<string, InstanceHardware>, report: Report): void {
  known.forEach(({ architecture, accelerator }, type) => {
    if (accelerator?.unsupported !== undefined) {
      report(IssueCode.UNSUPPORTED_ACCELERATOR, {
        path: 'instanceTypes',
        message: `${type} has an accelerator (${accelerator.model}) that Bottlerocket cannot use: ${accelerator.unsupported}.`,
        received: type,
        expected: 'instance types with NVIDIA GPUs (such as g6 or p5), AWS Neuron devices (inf2, trn1, trn2), or none',
        fix: `Choose another family, or pass amiType: ${nameOf(amiTypeFor({ architecture }))} to run it without the accelerator.`,
      });
    }
  });
}

function checkRequested(
  amiType: BottlerocketAmiType,
  fips: boolean | undefined,
  known: ReadonlyMap<string, InstanceHardware>,
  report: Report,
): void {
  const traits = TRAITS[amiType];
  if (traits === undefined) {
    report(IssueCode.AMI_TYPE_MISMATCH, {
      path: 'amiType',
      message: 'This is not an AMI type of Bottlerocket.',
      received: String(amiType),
      expected: Object.keys(TRAITS).join(', '),
    });
    return;
  }
  if (fips !== undefined && fips !== traits.fips) {
    report(IssueCode.AMI_TYPE_MISMATCH, {
      path: 'amiType',
      message: `The property fips asks for an image ${fips ? 'with' : 'without'} FIPS, and amiType names one ${fips ? 'without' : 'with'}.`,
      received: amiType,
      fix: 'Leave out fips, or choose the other AMI type.',
    });
  }
  known.forEach((hardware, type) => {
    const fitting = amiTypeFor(hardware, traits.fips);
    // Types whose accelerator nothing drives run on the plain image, without it.
    if (fitting !== amiType) {
      report(IssueCode.AMI_TYPE_MISMATCH, {
        path: 'amiType',
        message: `${type} has ${hardwareText(hardware)}, and ${amiType} is not made for that.`,
        received: amiType,
        expected: fitting,
        fix: `Leave amiType out, or pass ${nameOf(fitting)}.`,
      });
    }
  });
}

function hardwareText({ architecture, accelerator }: InstanceHardware): string {
  const processor = architecture === 'arm64' ? 'an Arm processor' : 'an x86 processor';
  return accelerator === undefined ? processor : `${processor} and ${accelerator.model} accelerators`;
}

/** As users write it. */
function nameOf(amiType: BottlerocketAmiType): string {
  const member = Object.entries(BottlerocketAmiType).find(([, value]) => value === amiType)![0];
  return `BottlerocketAmiType.${member}`;
}
