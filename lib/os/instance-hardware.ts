import type * as ec2 from 'aws-cdk-lib/aws-ec2';
import { CDK_TOKENS } from '../private/cdk-tokens';
import { BottlerocketIssue, IssueCode, NvidiaDriverBranch } from '../settings';
import { issue, show, throwOnErrors } from '../settings/report';
import { efaInterfaces, familyHardware, parseInstanceType } from './instance-families';

/**
 * Who makes an accelerator, which decides about its driver.
 */
export enum AcceleratorVendor {
  /**
   * GPUs of NVIDIA, for which there are variants with drivers.
   */
  NVIDIA = 'nvidia',

  /**
   * AWS Inferentia and AWS Trainium. All variants without NVIDIA drivers have those for them.
   */
  NEURON = 'neuron',

  /**
   * GPUs of AMD.
   */
  AMD = 'amd',

  /**
   * Gaudi accelerators of Habana Labs.
   */
  HABANA = 'habana',

  /**
   * AI accelerators of Qualcomm.
   */
  QUALCOMM = 'qualcomm',

  /**
   * Media accelerators of Xilinx.
   */
  XILINX = 'xilinx',

  /**
   * FPGAs.
   */
  FPGA = 'fpga',
}

/**
 * A device beside the processor that needs a driver.
 */
export interface InstanceAccelerator {
  /**
   * Who makes it.
   */
  readonly vendor: AcceleratorVendor;

  /**
   * The model, such as `H100`. For messages.
   */
  readonly model: string;

  /**
   * How many of them an instance has.
   *
   * @default - not known, or a part of one
   */
  readonly count?: number;

  /**
   * The branches of the NVIDIA driver that drive it.
   *
   * @default - all of them
   */
  readonly driverBranches?: NvidiaDriverBranch[];

  /**
   * The first release of Bottlerocket that drives it, such as `1.40.0`.
   *
   * @default - all releases
   */
  readonly firstRelease?: string;

  /**
   * The name that the settings have for the GPU, such as `a100.40gb`, where it can be partitioned (MIG).
   *
   * @default - it cannot be partitioned, or the OS does not know it
   */
  readonly migModel?: string;

  /**
   * The profiles for partitions of the GPU that the OS knows, such as `1g.5gb`.
   *
   * @default - not known
   */
  readonly migProfiles?: string[];

  /**
   * Why no variant drives it.
   *
   * @default - variants for it drive it
   */
  readonly unsupported?: string;
}

/**
 * What an instance type has.
 */
export interface InstanceHardwareOptions {
  /**
   * The architecture of the processor.
   */
  readonly architecture: ec2.InstanceArchitecture;

  /**
   * The accelerators.
   *
   * @default - none
   */
  readonly accelerator?: InstanceAccelerator;

  /**
   * Whether instances have disks of their own.
   *
   * @default false
   */
  readonly instanceStore?: boolean;

  /**
   * Whether instances can have Elastic Fabric Adapter.
   *
   * @default - false, unless efaInterfaces is given
   */
  readonly efa?: boolean;

  /**
   * How many interfaces of Elastic Fabric Adapter an instance takes at most, one on each network card.
   *
   * @default - 1 with efa, else 0
   */
  readonly efaInterfaces?: number;

  /**
   * Whether the first network card takes one of them. If not, they start at the second one.
   *
   * @default true
   */
  readonly efaOnFirstCard?: boolean;
}

/**
 * The hardware of an EC2 instance type, which decides about the image that it can run.
 *
 * This library has a table of all types. For those that came later, or where the table is wrong, say it yourself:
 *
 * ```ts
 * new BottlerocketManagedNodegroup(this, 'Nodes', {
 *   cluster,
 *   instanceTypes: [new ec2.InstanceType('x9.large')],
 *   instanceHardware: [InstanceHardware.of('x9.large', { architecture: ec2.InstanceArchitecture.ARM_64 })],
 * });
 * ```
 */
export class InstanceHardware {
  /**
   * The hardware of a type that the table does not have, or has wrong.
   *
   * @param instanceType an instance type such as `x9.large`, or a family such as `x9` for all its sizes
   * @param options what it has
   * @throws when this is not the name of an instance type or family
   */
  public static of(instanceType: string, options: InstanceHardwareOptions): InstanceHardware {
    if (
      CDK_TOKENS.isToken(instanceType) ||
      parseInstanceType(instanceType.replace(/^[^.]+$/, '$&.any')) === undefined
    ) {
      throwOnErrors([
        issue(IssueCode.INVALID_INSTANCE_TYPE, {
          path: 'instanceType',
          message: 'This is not the name of an instance type or family.',
          received: show(instanceType),
          expected: 'a name such as m8g.large, or m8g for the whole family',
        }),
      ]);
    }
    return new InstanceHardware(instanceType, options);
  }

  /**
   * The hardware of a type that the table has.
   *
   * @param instanceType the instance type
   * @throws when the table does not have it, or the type is only known at deployment
   */
  public static forType(instanceType: ec2.InstanceType): InstanceHardware {
    const name = instanceType.toString();
    const hardware = CDK_TOKENS.isToken(name) ? undefined : hardwareOf(name);
    if (hardware === undefined) {
      throwOnErrors([unknownInstanceType('instanceType', CDK_TOKENS.isToken(name) ? undefined : name)]);
    }
    return hardware!;
  }

  /**
   * The instance type, or the family.
   */
  public readonly instanceType: string;

  /**
   * The architecture of the processor.
   */
  public readonly architecture: ec2.InstanceArchitecture;

  /**
   * The accelerators; undefined when there are none.
   */
  public readonly accelerator?: InstanceAccelerator;

  /**
   * Whether instances have disks of their own.
   */
  public readonly instanceStore: boolean;

  /**
   * Whether instances can have Elastic Fabric Adapter.
   */
  public readonly efa: boolean;

  /**
   * How many interfaces of Elastic Fabric Adapter an instance takes at most, one on each network card; undefined when that
   * is not known.
   */
  public readonly efaInterfaces?: number;

  /**
   * Whether the first network card takes one of them.
   */
  public readonly efaOnFirstCard: boolean;

  private constructor(instanceType: string, options: InstanceHardwareOptions) {
    this.instanceType = instanceType;
    this.architecture = options.architecture;
    this.accelerator = options.accelerator;
    this.instanceStore = options.instanceStore ?? false;
    const interfaces = options.efaInterfaces;
    this.efa = options.efa ?? (interfaces ?? 0) > 0;
    this.efaInterfaces = this.efa ? (interfaces ?? 1) || undefined : 0;
    this.efaOnFirstCard = options.efaOnFirstCard ?? true;
  }
}

/** The hardware of an instance type such as p6-b200.48xlarge; undefined when nothing is known of it. */
export function hardwareOf(name: string, given: readonly InstanceHardware[] = []): InstanceHardware | undefined {
  const parsed = parseInstanceType(name);
  if (parsed === undefined) {
    return undefined;
  }
  const { family, size } = parsed;
  const own =
    given.find(({ instanceType }) => instanceType === name) ??
    given.find(({ instanceType }) => instanceType === family);
  const listed = own === undefined ? familyHardware(family) : undefined;
  if (listed === undefined) {
    return own;
  }
  const { architecture, accelerator, instanceStore } = listed;
  const interfaces = efaInterfaces(listed, size);
  return InstanceHardware.of(name, {
    architecture: architecture as ec2.InstanceArchitecture,
    instanceStore,
    efa: interfaces !== undefined,
    efaInterfaces: interfaces,
    efaOnFirstCard: !listed.firstCardWithoutEfa,
    accelerator: accelerator && {
      vendor: accelerator.vendor as AcceleratorVendor,
      model: accelerator.model,
      count: accelerator.count?.[size],
      driverBranches: accelerator.driverBranches as NvidiaDriverBranch[] | undefined,
      firstRelease: accelerator.since,
      migModel: accelerator.mig?.model,
      migProfiles: accelerator.mig && [...accelerator.mig.profiles],
      unsupported: accelerator.unsupported,
    },
  });
}

/** The issue of an instance type whose hardware is not known; undefined for one that is only known at deployment. */
export function unknownInstanceType(path: string, name: string | undefined): BottlerocketIssue {
  return issue(IssueCode.UNKNOWN_INSTANCE_TYPE, {
    path,
    message:
      name === undefined
        ? 'An instance type is only known at deployment, so that no image can be chosen.'
        : `The processor and accelerators of ${name} are not known, so that no image can be chosen.`,
    received: name,
    fix:
      name === undefined
        ? 'Say which image the nodes run: amiType in a managed node group, variant and architecture elsewhere.'
        : `Say what it has: InstanceHardware.of('${name}', { architecture: ec2.InstanceArchitecture.X86_64 }).`,
  });
}
