import { familyHardware, parseInstanceType } from '../../os/instance-families';
import { CDK_TOKENS } from '../../private/cdk-tokens';
import { BottlerocketIssue, IssueCode } from '../../settings';
import { issue, show } from '../../settings/report';
import { NodeClassHardware } from './node-class-ref';
import {
  isRequirement,
  KarpenterCapacityType,
  KarpenterRequirement,
  KarpenterRequirementOperator,
  kubernetesArchitecture,
  REQUIREMENT_KEYS,
} from './requirement';

const { IN } = KarpenterRequirementOperator;

/** Labels that say whether there are GPUs. */
const GPU_KEYS: readonly string[] = [
  REQUIREMENT_KEYS.gpuCount,
  REQUIREMENT_KEYS.gpuManufacturer,
  REQUIREMENT_KEYS.gpuName,
  'karpenter.k8s.aws/instance-gpu-memory',
];

/** The requirements of users, and those that follow when users say nothing. */
export function requirementsOf(
  given: readonly KarpenterRequirement[],
  hardware: NodeClassHardware | undefined,
): KarpenterRequirement[] {
  const has = (...keys: string[]) => given.some(({ key }) => keys.includes(key));
  const byDefault = has(REQUIREMENT_KEYS.capacityType)
    ? []
    : [KarpenterRequirement.capacityTypes(KarpenterCapacityType.ON_DEMAND)];
  const gpus =
    hardware?.nvidia === undefined || has(...GPU_KEYS)
      ? []
      : [hardware.nvidia ? KarpenterRequirement.nvidiaGpus() : KarpenterRequirement.withoutGpus()];
  return [...given, ...byDefault, ...gpus];
}

/** A requirement as a NodePool has it. */
export function renderRequirement({ key, options }: KarpenterRequirement): object {
  const { valueOperator: operator = IN, values, minValues } = options;
  return { key, operator, values, minValues };
}

/** Finds instances that are asked for, but that the images of the node class are not for. */
export function checkHardware(
  given: readonly KarpenterRequirement[],
  hardware: NodeClassHardware | undefined,
): BottlerocketIssue[] {
  // What is no requirement is somebody else's finding.
  return (Array.isArray(given) ? given : []).flatMap((requirement: unknown, index) => {
    if (!isRequirement(requirement)) {
      return [];
    }
    const { key, options } = requirement;
    const { valueOperator: operator = IN, values = [] } = options;
    const known = operator === IN ? values.filter((value) => !CDK_TOKENS.isToken(value)) : [];
    const mismatch = (value: string, message: string, expected: string) =>
      issue(IssueCode.HARDWARE_NOT_FOR_NODE_CLASS, {
        path: `requirements[${index}]`,
        message,
        received: show(value),
        expected,
      });
    switch (key) {
      case REQUIREMENT_KEYS.architecture:
        return known
          .filter((value) => !isForArchitecture(value, hardware))
          .map((value) => mismatch(value, 'The node class has no image for this architecture.', archsOf(hardware)));
      case REQUIREMENT_KEYS.gpuManufacturer:
        return hardware?.nvidia === false
          ? known.map((value) => mismatch(value, 'The images of the node class have no driver for GPUs.', 'no GPUs'))
          : [];
      case REQUIREMENT_KEYS.instanceFamily:
      case REQUIREMENT_KEYS.instanceType:
        return known.flatMap((value) => checkFamily(value, hardware, mismatch));
      default:
        return [];
    }
  });
}

type Mismatch = (value: string, message: string, expected: string) => BottlerocketIssue;

/** Nothing is guessed of families that are not in the table. */
function checkFamily(name: string, hardware: NodeClassHardware | undefined, mismatch: Mismatch): BottlerocketIssue[] {
  const known = familyHardware(parseInstanceType(name)?.family ?? name);
  if (known === undefined) {
    return [];
  }
  const { architecture, accelerator } = known;
  if (accelerator?.unsupported !== undefined) {
    const message = `Bottlerocket cannot use the accelerator (${accelerator.model}): ${accelerator.unsupported}.`;
    return [mismatch(name, message, 'other instances')];
  }
  const hasGpu = accelerator?.vendor === 'nvidia';
  return [
    ...(isForArchitecture(kubernetesArchitecture(architecture), hardware)
      ? []
      : [mismatch(name, `The node class has no image for ${architecture}.`, archsOf(hardware))]),
    ...(hardware?.nvidia === undefined || hardware.nvidia === hasGpu
      ? []
      : hasGpu
        ? [mismatch(name, 'The images of the node class have no driver for NVIDIA GPUs.', 'instances without GPUs')]
        : [mismatch(name, 'The node class is for instances with NVIDIA GPUs.', 'instances with NVIDIA GPUs')]),
  ];
}

function isForArchitecture(architecture: string, hardware: NodeClassHardware | undefined): boolean {
  return hardware?.architectures?.map(kubernetesArchitecture).includes(architecture) ?? true;
}

function archsOf(hardware: NodeClassHardware | undefined): string {
  return (hardware?.architectures ?? []).map(kubernetesArchitecture).join(', ');
}
