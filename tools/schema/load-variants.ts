import { Mapping } from './read';

/** What follows the name of a family in the name of a variant. */
const VERSION_KINDS = ['kubernetes', 'generation', 'optional-generation', 'none'];
const ORCHESTRATORS = ['kubernetes', 'ecs', 'none'];
const STATUSES = ['current', 'ending', 'preview', 'retired'];

/** What the variants of a family have in common. */
export interface OsFamily {
  readonly name: string;
  readonly orchestrator: string;
  readonly version: string;
  readonly settings: string;
  readonly nvidiaSettings?: string;
  /** Those that AWS publishes images for. */
  readonly architectures: string[];
}

/** What is known of one variant. */
export interface OsVariant {
  readonly name: string;
  readonly status: string;
  readonly since?: string;
  readonly last?: string;
  readonly ends?: string;
  readonly kernel?: string;
  readonly osVolumeGiB: number;
  readonly imdsV2: boolean;
  readonly driverBranches: string[];
  readonly replacement?: string;
}

/** What schema/os-variants.yaml says, with its rules worked out. */
export interface OsVariants {
  readonly asOf: string;
  /** Regions with the endpoints that FIPS variants use. */
  readonly fipsRegions: string[];
  readonly families: OsFamily[];
  readonly variants: OsVariant[];
}

/** What holds for a flavour in all families. */
interface Flavour {
  readonly name: string;
  readonly osVolumeGiB: number;
  readonly driverBranches: string[];
  readonly since?: string;
}

/** Reads schema/os-variants.yaml. */
export function loadVariants(file: string, settingsFamilies: readonly string[]): OsVariants {
  const data = Mapping.ofFile(file);
  const asOf = data.string('asOf');
  const fipsRegions = data.strings('fipsRegions');
  const flavours = loadFlavours(data.mapping('flavours'));
  const all = data.mapping('families');
  data.done();
  const loaded = all.keys.map((name) => loadFamily(name, all.mapping(name), flavours, settingsFamilies));
  return {
    asOf,
    fipsRegions,
    families: loaded.map(({ family }) => family),
    variants: loaded.flatMap(({ variants }) => withReplacements(variants)),
  };
}

function loadFlavours(data: Mapping): Flavour[] {
  return data.keys.map((name) => {
    const flavour = data.mapping(name);
    const result = {
      name,
      osVolumeGiB: flavour.number('osVolumeGiB'),
      driverBranches: flavour.strings('driverBranches'),
      since: flavour.optionalString('since'),
    };
    flavour.done();
    return result;
  });
}

function loadFamily(name: string, data: Mapping, flavours: readonly Flavour[], settingsFamilies: readonly string[]) {
  const family: OsFamily = {
    name,
    orchestrator: data.oneOf('orchestrator', ORCHESTRATORS),
    version: data.oneOf('version', VERSION_KINDS),
    settings: data.oneOf('settings', settingsFamilies),
    nvidiaSettings: data.has('nvidiaSettings') ? data.oneOf('nvidiaSettings', settingsFamilies) : undefined,
    architectures: data.strings('architectures'),
  };
  const lines = data.has('lines') ? data.mapping('lines') : undefined;
  data.done();
  const variants = (lines?.keys ?? []).flatMap((version) =>
    loadLine(`${name}-${version}`, lines!.mapping(version), flavours),
  );
  return { family, variants };
}

/** The variants of one line: one for each flavour. */
function loadLine(name: string, data: Mapping, all: readonly Flavour[]): OsVariant[] {
  const names = data.has('flavours') ? data.strings('flavours') : all.map((flavour) => flavour.name);
  const since = data.optionalString('since');
  const kernels = data.has('kernels') ? data.mapping('kernels') : undefined;
  const kernel = data.optionalString('kernel');
  const branches = data.strings('driverBranches');
  const nvidiaOsVolumeGiB = data.optionalNumber('nvidiaOsVolumeGiB');
  const shared = {
    status: data.oneOf('status', STATUSES),
    last: data.optionalString('last'),
    ends: data.optionalString('ends'),
    imdsV2: data.flag('imdsV2'),
  };
  data.done();
  const variants = names.map((flavourName): OsVariant => {
    const flavour = all.find((candidate) => candidate.name === flavourName);
    if (flavour === undefined) {
      throw new Error(`${data.where}.flavours: unknown flavour ${flavourName}`);
    }
    const nvidia = flavour.driverBranches.length > 0;
    return {
      name: flavourName === 'plain' ? name : `${name}-${flavourName}`,
      ...shared,
      since: later(since, flavour.since),
      kernel: kernels?.optionalString(flavourName) ?? kernel,
      osVolumeGiB: (nvidia ? nvidiaOsVolumeGiB : undefined) ?? flavour.osVolumeGiB,
      driverBranches: nvidia && branches.length > 0 ? branches : flavour.driverBranches,
    };
  });
  kernels?.done();
  return variants;
}

/** The later one of two releases; undefined when the first one of the line is not known. */
function later(line: string | undefined, flavour: string | undefined): string | undefined {
  if (line === undefined || flavour === undefined) {
    return line;
  }
  return line.localeCompare(flavour, 'en', { numeric: true }) < 0 ? flavour : line;
}

/** In place of a retired variant: the oldest one of the family that stays, with the same flavour. */
function withReplacements(variants: readonly OsVariant[]): OsVariant[] {
  const flavourOf = (name: string) => /(?:-nvidia)?(?:-fips)?$/.exec(name)![0];
  return variants.map((variant) => {
    if (variant.status === 'current' || variant.status === 'preview') {
      return variant;
    }
    const replacement = variants.find(
      ({ name, status }) => status === 'current' && flavourOf(name) === flavourOf(variant.name),
    );
    return { ...variant, replacement: replacement?.name };
  });
}
