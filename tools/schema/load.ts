import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { Carrier, Entry, EnumValue, MapShape, ScalarType, Schema, Shape } from './model';
import { loadIssues } from './load-issues';
import { loadMistakes } from './load-mistakes';
import { loadTypes } from './load-types';
import { camelCase } from './naming';
import { Mapping } from './read';

/** What an entry takes over from the one above it. */
interface Inherited {
  readonly since?: string;
  readonly carriedBy?: Carrier[];
  readonly kubernetes?: string;
}

/** Reads the whole of `schema/`. Throws with the place on anything it does not understand. */
export function loadSchema(folder: string): Schema {
  const variants = Mapping.ofFile(join(folder, 'variants.yaml'));
  const families = loadFamilies(variants.mapping('families'));
  const types = loadTypes(join(folder, 'types'));
  const reader = new SettingsReader(types, loadSets(variants.mapping('sets'), families), families);
  const newestRelease = variants.string('newestRelease');
  variants.done();

  const groups = readdirSync(join(folder, 'settings'))
    .map((file) => basename(file, '.yaml'))
    .sort()
    .map((name) => {
      const source = Mapping.ofFile(join(folder, 'settings', `${name}.yaml`));
      const group = reader.entry(name, `settings.${name}`, source.mapping(name), {});
      source.done();
      return group;
    });
  const issues = loadIssues(join(folder, 'issues'));
  const mistakes = loadMistakes(join(folder, 'mistakes.yaml'), issues);
  return { newestRelease, families, types, groups, issues, mistakes };
}

function loadFamilies(data: Mapping): Record<string, string> {
  return Object.fromEntries(
    data.keys.map((family) => {
      const details = data.mapping(family);
      const doc = details.string('doc');
      details.done();
      return [family, doc];
    }),
  );
}

function loadSets(data: Mapping, families: Record<string, string>): Map<string, string[]> {
  return new Map(
    data.keys.map((set) => {
      const members = data.strings(set);
      const unknown = members.filter((family) => families[family] === undefined);
      if (unknown.length > 0) {
        throw new Error(`${data.where}.${set}: unknown families ${unknown.join(', ')}`);
      }
      return [set, members];
    }),
  );
}

class SettingsReader {
  public constructor(
    private readonly types: Map<string, ScalarType>,
    private readonly sets: Map<string, string[]>,
    private readonly families: Record<string, string>,
  ) {}

  public entry(key: string, path: string, data: Mapping, above: Inherited): Entry {
    const inherited: Inherited = {
      since: data.optionalString('since') ?? above.since,
      carriedBy: data.has('carriedBy') ? this.carriers(data) : above.carriedBy,
      kubernetes: data.optionalString('kubernetes') ?? above.kubernetes,
    };
    const shape = this.shape(path, data, inherited);
    const entry: Entry = {
      path: isScalarList(shape) ? `${path}[]` : path,
      key,
      property: data.optionalString('property') ?? camelCase(key),
      doc: data.string('doc').trim(),
      shape,
      or: data.has('or') ? this.or(path, data.mapping('or'), inherited) : undefined,
      aliases: data.strings('aliases'),
      required: data.flag('required'),
      since: inherited.since,
      carriedBy: inherited.carriedBy ?? [],
      kubernetes: inherited.kubernetes,
      deprecated: data.optionalString('deprecated'),
      sensitive: data.flag('sensitive'),
      default: data.any('default'),
      defaultDoc: data.optionalString('defaultDoc'),
      suppliedBy: data.strings('suppliedBy'),
      droppedBy: data.strings('droppedBy'),
    };
    if (entry.carriedBy.length === 0) {
      throw new Error(`${data.where}: carriedBy is missing`);
    }
    data.done();
    return entry;
  }

  private shape(path: string, data: Mapping, inherited: Inherited): Shape {
    if (data.has('map')) {
      return this.map(path, data, inherited);
    }
    if (data.has('record')) {
      return this.record(path, data, inherited);
    }
    return this.listOrItem(path, data, inherited);
  }

  private map(path: string, data: Mapping, inherited: Inherited): MapShape {
    const as = data.string('as');
    const value = this.listOrItem(`${path}.<${as}>`, data, inherited);
    return {
      kind: 'map',
      keyType: this.knownType(data, 'map'),
      as,
      value: this.unnamed(`<${as}>`, `${path}.<${as}>${isScalarList(value) ? '[]' : ''}`, data, value, inherited),
    };
  }

  /** A table with one key for each value of a closed set. */
  private record(path: string, data: Mapping, inherited: Inherited): Shape {
    const keyType = this.knownType(data, 'record');
    const as = data.string('as');
    const values = this.types.get(keyType)!.values;
    if (values === undefined) {
      throw new Error(`${data.where}.record: ${keyType} is not a closed set; use map`);
    }
    const value = data.mapping('value');
    const shape = this.listOrItem(`${path}.<${as}>`, value, inherited);
    const valueDoc = value.optionalString('doc');
    value.done();
    return {
      kind: 'table',
      struct: data.string('struct'),
      record: { keyType, as, doc: valueDoc },
      unknownKeysIgnored: false,
      entries: [...values].sort(byValue).map(({ value: key, doc, since, kubernetes }) => ({
        ...this.unnamed(key, `${path}.<${as}>`, data, shape, {
          ...inherited,
          since: since ?? inherited.since,
          kubernetes: kubernetes ?? inherited.kubernetes,
        }),
        doc: valueDoc === undefined ? doc : `${doc} ${valueDoc}`,
        property: camelCase(key),
      })),
    };
  }

  private listOrItem(path: string, data: Mapping, inherited: Inherited): Shape {
    const orMany = data.flag('orMany');
    const manySince = data.optionalString('orManySince');
    const list = data.flag('list');
    const minItems = data.optionalNumber('minItems') ?? 0;
    const orOne = data.flag('orOne');
    const item = this.item(list ? `${path}[]` : path, data, inherited);
    if (orMany) {
      return { kind: 'oneOrMany', item, manySince };
    }
    return list ? { kind: 'list', item, minItems, orOne } : item;
  }

  private item(path: string, data: Mapping, inherited: Inherited): Shape {
    if (data.has('type')) {
      return { kind: 'scalar', type: this.knownType(data, 'type') };
    }
    const struct = data.string('struct');
    if (data.has('tuple')) {
      const tuple = data.mapping('tuple');
      const entries = tuple.keys.map((key) => this.entry(key, `${path}.${key}`, tuple.mapping(key), inherited));
      return { kind: 'tuple', struct, entries };
    }
    return {
      kind: 'table',
      struct,
      entries: this.entries(path, data.mapping('keys'), inherited),
      rest: data.has('rest') ? this.rest(path, data.mapping('rest'), inherited) : undefined,
      unknownKeysIgnored: this.ignoresUnknownKeys(data),
      check: data.optionalString('check'),
    };
  }

  private or(path: string, data: Mapping, inherited: Inherited) {
    const into = data.mapping('into');
    const result = {
      map: this.map(path, data, inherited),
      into: { key: into.string('key'), value: into.string('value') },
    };
    into.done();
    data.done();
    return result;
  }

  private rest(path: string, data: Mapping, inherited: Inherited) {
    const result = {
      property: data.string('property'),
      doc: data.string('doc').trim(),
      map: this.map(path, data, inherited),
    };
    data.done();
    return result;
  }

  /** In the order of their keys, which is the order in which documents are written. */
  private entries(path: string, data: Mapping, inherited: Inherited): Entry[] {
    const misplaced = data.keys.find((key, index) => index > 0 && key < data.keys[index - 1]!);
    if (misplaced !== undefined) {
      throw new Error(`${data.where}: ${misplaced} is not in alphabetical order`);
    }
    return data.keys.map((key) => this.entry(key, `${path}.${key}`, data.mapping(key), inherited));
  }

  /** The entry of a map value: what the map itself says of it. */
  private unnamed(key: string, path: string, data: Mapping, shape: Shape, inherited: Inherited): Entry {
    return {
      path,
      key,
      property: key,
      doc: (data.optionalString('doc') ?? '').trim(),
      shape,
      aliases: [],
      required: false,
      sensitive: false,
      since: inherited.since,
      carriedBy: inherited.carriedBy ?? [],
      kubernetes: inherited.kubernetes,
      suppliedBy: [],
      droppedBy: [],
    };
  }

  private ignoresUnknownKeys(data: Mapping): boolean {
    const value = data.optionalString('unknownKeys') ?? 'refused';
    if (value !== 'refused' && value !== 'ignored') {
      throw new Error(`${data.where}.unknownKeys: expected refused or ignored, got ${value}`);
    }
    return value === 'ignored';
  }

  private knownType(data: Mapping, key: string): string {
    const type = data.string(key);
    if (!this.types.has(type)) {
      throw new Error(`${data.where}.${key}: unknown type ${type}`);
    }
    return type;
  }

  private carriers(data: Mapping): Carrier[] {
    const given = data.any('carriedBy');
    if (typeof given === 'string') {
      return this.membersOf(given, data.where).map((family) => ({ family }));
    }
    // A family that is named by itself overrides what a set says of it.
    const carriers = new Map<string, Carrier>();
    for (const item of data.mappings('carriedBy')) {
      const conditions = {
        since: item.optionalString('since'),
        until: item.optionalString('until'),
        kubernetes: item.optionalString('kubernetes'),
        generation: item.optionalString('generation'),
      };
      for (const family of this.membersOf(item.optionalString('set') ?? item.string('family'), item.where)) {
        carriers.set(family, { family, ...conditions });
      }
      item.done();
    }
    return [...carriers.values()];
  }

  private membersOf(name: string, where: string): string[] {
    const members = this.sets.get(name) ?? (this.families[name] === undefined ? undefined : [name]);
    if (members === undefined) {
      throw new Error(`${where}: ${name} is neither a family nor a set of schema/variants.yaml`);
    }
    return members;
  }
}

function byValue(a: EnumValue, b: EnumValue): number {
  return a.value < b.value ? -1 : 1;
}

function isScalarList(shape: Shape): boolean {
  return shape.kind === 'list' && (shape.item.kind === 'scalar' || shape.item.kind === 'tuple');
}
