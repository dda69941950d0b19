import { Mapping } from './read';

/** What is known of a family of EC2 instance types. */
export interface InstanceFamily {
  readonly name: string;
  readonly architecture: string;
  readonly accelerator?: AcceleratorFacts;
  readonly instanceStore?: boolean;
  /** How many EFA interfaces there are, by size; 0 where that is not established. */
  readonly efa?: Record<string, number>;
  readonly firstCardWithoutEfa?: boolean;
}

/** What is known of the accelerators of a family. */
export interface AcceleratorFacts {
  readonly vendor: string;
  readonly model: string;
  /** Why no variant drives it. */
  readonly unsupported?: string;
  readonly driverBranches?: string[];
  readonly since?: string;
  /** How many there are, by size. */
  readonly count?: Record<string, number>;
  readonly mig?: MigFacts;
}

/** What is known of a GPU that can be partitioned. */
export interface MigFacts {
  readonly model: string;
  readonly profiles: string[];
}

const ARCHITECTURES = ['x86_64', 'arm64'];
const VENDORS = ['nvidia', 'neuron', 'amd', 'habana', 'qualcomm', 'xilinx', 'fpga'];

/** Reads schema/instance-families.yaml. */
export function loadInstanceFamilies(file: string): { asOf: string; families: InstanceFamily[] } {
  const data = Mapping.ofFile(file);
  const plain = data.mapping('plain');
  const accelerated = data.mapping('accelerated');
  const mig = loadMig(data.mapping('mig'), new Set(accelerated.keys));
  const families: InstanceFamily[] = [
    ...ARCHITECTURES.flatMap((architecture) => plain.strings(architecture).map((name) => ({ name, architecture }))),
    ...accelerated.keys.map((name) => loadAccelerated(name, accelerated.mapping(name), mig.get(name))),
  ];
  const known = new Set<string>();
  for (const { name } of families) {
    if (known.has(name)) {
      throw new Error(`${file}: family ${name} is listed twice`);
    }
    known.add(name);
  }
  const instanceStore = once(data.strings('instanceStore'), known, `${file}: instanceStore`);
  const withoutFirst = once(data.strings('firstCardWithoutEfa'), known, `${file}: firstCardWithoutEfa`);
  const efa = countInterfaces(loadEfa(data.mapping('efa'), known), data.mapping('efaInterfaces'));
  const asOf = data.string('asOf');
  plain.done();
  data.done();
  return {
    asOf,
    families: families
      .map((family) => ({
        ...family,
        instanceStore: instanceStore.has(family.name) ? true : undefined,
        efa: efa.get(family.name),
        firstCardWithoutEfa: withoutFirst.has(family.name) ? true : undefined,
      }))
      .sort((a, b) => (a.name < b.name ? -1 : 1)),
  };
}

function loadAccelerated(name: string, data: Mapping, mig: MigFacts | undefined): InstanceFamily {
  const branches = data.strings('driverBranches');
  const result = {
    name,
    architecture: data.oneOf('architecture', ARCHITECTURES),
    accelerator: {
      vendor: data.oneOf('vendor', VENDORS),
      model: data.string('model'),
      unsupported: data.optionalString('unsupported'),
      driverBranches: branches.length === 0 ? undefined : branches,
      since: data.optionalString('since'),
      count: data.has('count') ? loadCount(data.mapping('count')) : undefined,
      mig,
    },
  };
  data.done();
  return result;
}

/** From sizes by number to numbers by size. */
function loadCount(data: Mapping): Record<string, number> {
  return Object.fromEntries(data.keys.flatMap((count) => data.strings(count).map((size) => [size, Number(count)])));
}

/** From families by their sizes with EFA to sizes by family. */
function loadEfa(data: Mapping, known: ReadonlySet<string>): Map<string, string[]> {
  const sizes = new Map<string, string[]>();
  for (const key of data.keys) {
    for (const family of once(data.strings(key), known, `${data.where}.${key}`)) {
      if (sizes.has(family)) {
        throw new Error(`${data.where}: family ${family} is listed twice`);
      }
      sizes.set(family, key.split(' '));
    }
  }
  return sizes;
}

/** From sizes to how many interfaces each of them has: one, unless a list says otherwise. */
function countInterfaces(sizes: ReadonlyMap<string, string[]>, data: Mapping): Map<string, Record<string, number>> {
  const result = new Map(
    [...sizes].map(([family, list]) => [family, Object.fromEntries(list.map((size) => [size, 1]))]),
  );
  for (const key of data.keys) {
    for (const type of data.strings(key)) {
      const [family, size] = type.split('.') as [string, string];
      const counts = result.get(family);
      if (counts?.[size] === undefined) {
        throw new Error(`${data.where}: ${type} has no EFA`);
      }
      if (counts[size] !== 1) {
        throw new Error(`${data.where}: ${type} is listed twice`);
      }
      counts[size] = key === 'unknown' ? 0 : Number(key);
    }
  }
  return result;
}

/** From families by their GPU to GPUs by family. */
function loadMig(data: Mapping, known: ReadonlySet<string>): Map<string, MigFacts> {
  const result = new Map<string, MigFacts>();
  for (const model of data.keys) {
    const gpu = data.mapping(model);
    const facts = { model, profiles: gpu.strings('profiles') };
    once(gpu.strings('families'), known, gpu.where).forEach((family) => result.set(family, facts));
    gpu.done();
  }
  return result;
}

function once(names: readonly string[], known: ReadonlySet<string>, where: string): Set<string> {
  const result = new Set<string>();
  for (const name of names) {
    if (!known.has(name)) {
      throw new Error(`${where}: unknown family ${name}`);
    }
    if (result.has(name)) {
      throw new Error(`${where}: family ${name} is listed twice`);
    }
    result.add(name);
  }
  return result;
}
