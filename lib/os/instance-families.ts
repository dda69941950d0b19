/** The architecture of a processor, as the names of Bottlerocket images spell it. */
export type Architecture = 'x86_64' | 'arm64';

/** What the sizes of an instance family have in common, and where they differ. Generated from `schema/`. */
export interface FamilyHardware {
  readonly architecture: Architecture;
  readonly accelerator?: FamilyAccelerator;
  readonly instanceStore?: boolean;
  /** How many EFA interfaces the sizes with Elastic Fabric Adapter have; 0 where that is not established. */
  readonly efa?: Readonly<Record<string, number>>;
  readonly firstCardWithoutEfa?: boolean;
}

/** The accelerators of an instance family. */
export interface FamilyAccelerator {
  readonly vendor: 'nvidia' | 'neuron' | 'amd' | 'habana' | 'qualcomm' | 'xilinx' | 'fpga';
  readonly model: string;
  readonly unsupported?: string;
  readonly driverBranches?: readonly string[];
  readonly since?: string;
  /** How many there are, by size. */
  readonly count?: Readonly<Record<string, number>>;
  /** For GPUs that can be partitioned. */
  readonly mig?: { readonly model: string; readonly profiles: readonly string[] };
}

/** The family and the size in the name of an instance type. */
export interface InstanceTypeName {
  readonly family: string;
  readonly size: string;
}

/**
 * Takes the name of an instance type apart; undefined when it is none. Families such as u-6tb1 and p6e-gb200 follow no
 * rule that could be read further.
 */
export function parseInstanceType(name: string): InstanceTypeName | undefined {
  const match = /^([a-z][a-z0-9-]*)\.([a-z0-9-]+)$/.exec(name);
  return match === null ? undefined : { family: match[1]!, size: match[2]! };
}

let loaded: Readonly<Record<string, FamilyHardware>> | undefined;

/** What is known of a family; undefined when it is not in the table. Nothing is guessed from names. */
export function familyHardware(family: string): FamilyHardware | undefined {
  // eslint-disable-next-line no-restricted-syntax, @typescript-eslint/no-require-imports -- loaded when first needed
  loaded ??= (require('./generated/instance-families.generated') as { INSTANCE_FAMILIES: typeof loaded })
    .INSTANCE_FAMILIES!;
  return Object.hasOwn(loaded, family) ? loaded[family] : undefined;
}

/**
 * How many EFA interfaces a size has, 0 where that is not established; undefined without Elastic Fabric Adapter. A bare
 * metal size has as many as the size of the same machine.
 */
export function efaInterfaces({ efa = {} }: FamilyHardware, size: string): number | undefined {
  if (size === 'metal') {
    const counts = Object.values(efa);
    return counts.length === 0 ? undefined : Math.max(...counts);
  }
  const same = size.replace(/^metal-(\d+)xl$/, '$1xlarge');
  return Object.hasOwn(efa, same) ? efa[same] : undefined;
}
