import { parseRelease, Release } from './release';

/** What the variants of a family have in common. Generated from `schema/`. */
export interface FamilyModel {
  readonly orchestrator: 'kubernetes' | 'ecs' | 'none';
  /** What follows the name of the family. */
  readonly version: 'kubernetes' | 'generation' | 'optional-generation' | 'none';
  /** The family whose settings they carry. */
  readonly settings: string;
  /** The same for those with NVIDIA drivers, where it is another one. */
  readonly nvidiaSettings?: string;
  /** The architectures that AWS publishes images for; none of variants that are built for other uses. */
  readonly architectures?: readonly string[];
}

/** Where a variant is in its life. */
export type VariantStage = 'current' | 'ending' | 'preview' | 'retired';

/** What is known of a variant. Generated from `schema/`. */
export interface VariantModel {
  readonly status: VariantStage;
  /** The first release with it. */
  readonly since?: string;
  /** The last release with it: two numbers. */
  readonly last?: string;
  /** The day on which AWS ends updates. */
  readonly ends?: string;
  readonly kernel?: string;
  readonly osVolumeGiB: number;
  /** Whether the image itself requires sessions for the instance metadata. */
  readonly imdsV2?: boolean;
  /** The branches of the NVIDIA driver in the image. */
  readonly driverBranches?: readonly string[];
  /** The variant to use in place of a retired one. */
  readonly replacement?: string;
}

/** The parts of a variant name such as aws-k8s-1.34-nvidia-fips. */
export interface VariantTraits {
  /** The family in the name: aws-k8s. */
  readonly base: string;
  /** The family whose settings it carries: aws-k8s, or aws-k8s-nvidia. */
  readonly family: string;
  readonly orchestrator: FamilyModel['orchestrator'];
  readonly kubernetes?: Release;
  readonly generation?: number;
  readonly nvidia: boolean;
  readonly fips: boolean;
  readonly architectures: readonly string[];
}

interface VariantTables {
  readonly FAMILIES: Readonly<Record<string, FamilyModel>>;
  readonly VARIANTS: Readonly<Record<string, VariantModel>>;
  readonly FIPS_REGIONS: readonly string[];
}

let loaded: VariantTables | undefined;

function tables(): VariantTables {
  // eslint-disable-next-line no-restricted-syntax, @typescript-eslint/no-require-imports -- loaded when first needed
  loaded ??= require('../generated/variants.generated') as VariantTables;
  return loaded;
}

/** What the version in a name looks like. */
const VERSIONS: Readonly<Record<FamilyModel['version'], RegExp>> = {
  kubernetes: /^\d\.\d{1,3}$/,
  generation: /^\d{1,3}$/,
  'optional-generation': /^\d{0,3}$/,
  none: /^$/,
};

/** Takes the name of a variant apart; undefined when it does not follow the rules of names. */
export function parseVariant(name: string): VariantTraits | undefined {
  const match = /^([a-z]+-[a-z0-9]+)(?:-(\d+(?:\.\d+)?))?(-nvidia)?(-fips)?$/.exec(name);
  const [, base = '', version = '', nvidia, fips] = match ?? [];
  const { FAMILIES } = tables();
  const family = Object.hasOwn(FAMILIES, base) ? FAMILIES[base]! : undefined;
  if (family === undefined || !VERSIONS[family.version].test(version)) {
    return undefined;
  }
  const { orchestrator, architectures = [] } = family;
  return {
    base,
    family: settingsFamily(base, nvidia !== undefined),
    orchestrator,
    kubernetes: family.version === 'kubernetes' ? parseRelease(version) : undefined,
    generation: family.version === 'generation' ? Number(version) : undefined,
    nvidia: nvidia !== undefined,
    fips: fips !== undefined,
    architectures,
  };
}

/** The family whose settings a variant carries, where its version is not known. */
export function settingsFamily(base: string, nvidia: boolean): string {
  const { settings, nvidiaSettings } = tables().FAMILIES[base]!;
  return (nvidia ? nvidiaSettings : undefined) ?? settings;
}

/** What is known of a variant; undefined for names that are not in the table. */
export function variantModel(name: string): VariantModel | undefined {
  const { VARIANTS } = tables();
  return Object.hasOwn(VARIANTS, name) ? VARIANTS[name] : undefined;
}

/** The names of all variants that are known, oldest versions first. */
export function variantNames(): string[] {
  return Object.keys(tables().VARIANTS);
}

/** The regions with all endpoints that FIPS variants use. */
export function fipsRegions(): readonly string[] {
  return tables().FIPS_REGIONS;
}
