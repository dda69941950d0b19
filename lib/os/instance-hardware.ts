import { INSTANCE_FAMILIES } from './generated/instance-families.generated';

/** The architecture of a processor, as the names of Bottlerocket images spell it. */
export type Architecture = 'x86_64' | 'arm64';

/** What an instance type has that decides which image it can run. */
export interface InstanceHardware {
  readonly architecture: Architecture;
  readonly accelerator?: Accelerator;
}

/** A device beside the processor that needs a driver. */
export interface Accelerator {
  readonly vendor: 'nvidia' | 'neuron' | 'amd' | 'habana' | 'qualcomm' | 'xilinx' | 'fpga';
  readonly model: string;
  /** Why no Bottlerocket variant drives it. */
  readonly unsupported?: string;
}

/**
 * The hardware of an EC2 instance type such as p6-b200.48xlarge; undefined when its family is not known. The names are
 * not taken apart further than into family and size: families such as u-6tb1 and p6e-gb200 follow no other rule.
 */
export function instanceHardware(instanceType: string): InstanceHardware | undefined {
  const match = /^([a-z0-9-]+)\.[a-z0-9-]+$/.exec(instanceType);
  const family = match?.[1];
  return family !== undefined && Object.hasOwn(INSTANCE_FAMILIES, family) ? INSTANCE_FAMILIES[family] : undefined;
}
