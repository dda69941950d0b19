import { Mapping } from './read';

/** What is known of a family of EC2 instance types. */
export interface InstanceFamily {
  readonly name: string;
  readonly architecture: string;
  readonly vendor?: string;
  readonly model?: string;
  /** Why no variant drives the accelerator. */
  readonly unsupported?: string;
}

const ARCHITECTURES = ['x86_64', 'arm64'];

/** Reads schema/instance-families.yaml. */
export function loadInstanceFamilies(file: string): { asOf: string; families: InstanceFamily[] } {
  const data = Mapping.ofFile(file);
  const plain = data.mapping('plain');
  const accelerated = data.mapping('accelerated');
  const families: InstanceFamily[] = [
    ...ARCHITECTURES.flatMap((architecture) => plain.strings(architecture).map((name) => ({ name, architecture }))),
    ...accelerated.keys.map((name) => {
      const family = accelerated.mapping(name);
      const result = {
        name,
        architecture: family.string('architecture'),
        vendor: family.string('vendor'),
        model: family.string('model'),
        unsupported: family.optionalString('unsupported'),
      };
      family.done();
      return result;
    }),
  ];
  const asOf = data.string('asOf');
  plain.done();
  data.done();

  const names = new Set<string>();
  for (const { name, architecture } of families) {
    if (names.has(name)) {
      throw new Error(`${file}: family ${name} is listed twice`);
    }
    if (!ARCHITECTURES.includes(architecture)) {
      throw new Error(`${file}: family ${name} has the unknown architecture ${architecture}`);
    }
    names.add(name);
  }
  return { asOf, families: families.sort((a, b) => (a.name < b.name ? -1 : 1)) };
}
