import { newTable, TomlTable, TomlValue } from '../../lib/settings/model/document';
import { CarrierModel, EntryModel, settingsModel, ShapeModel } from '../../lib/settings/model/settings-model';
import { addRequired, exampleFor, exampleKey } from './settings-paths';

/** A setting of the model with what it inherits. */
export interface ModelPath {
  readonly path: string;
  readonly entry: EntryModel;
  readonly shape: ShapeModel;
  /** The first release that has it and everything above it. */
  readonly since?: string;
  readonly kubernetes?: string;
  readonly carriedBy?: readonly CarrierModel[];
  /** The shapes of the tables and lists that it is in, outermost first, each with its key. */
  readonly steps: readonly Step[];
}

interface Step {
  readonly shape: ShapeModel;
  /** The key in a table or map; nothing in a list. */
  readonly key?: string;
}

/** Every setting and table of the model. */
export function modelPaths(): ModelPath[] {
  const paths: ModelPath[] = [];
  collect(settingsModel().root, 'settings', [], {}, paths);
  return paths;
}

type Inherited = Pick<ModelPath, 'since' | 'kubernetes' | 'carriedBy'>;

function collect(shape: ShapeModel, path: string, steps: readonly Step[], above: Inherited, paths: ModelPath[]): void {
  const add = (entry: EntryModel, key: string, name = key): void => {
    const inherited = {
      since: entry.since ?? above.since,
      kubernetes: entry.kubernetes ?? above.kubernetes,
      carriedBy: entry.carriedBy ?? above.carriedBy,
    };
    const own = { path: `${path}.${name}`, entry, shape: entry.shape, steps: [...steps, { shape, key }], ...inherited };
    paths.push(own);
    collect(entry.shape, own.path, own.steps, inherited, paths);
  };
  switch (shape.kind) {
    case 'table':
      shape.entries.forEach((entry) => add(entry, entry.key));
      if (shape.rest !== undefined) {
        add(shape.rest.map.value, exampleKey({ ...shape, entries: [] }), '<key>');
      }
      break;
    case 'map':
      add(shape.value, exampleKey(shape), '<key>');
      break;
    case 'list':
      collect(shape.item, `${path}[]`, [...steps, { shape }], above, paths);
      break;
    default:
  }
}

/** A document with one setting, and what the tables that it is in cannot be without. */
export function documentOf({ steps, entry }: ModelPath, value: unknown = exampleFor(entry)): TomlTable {
  return nest(steps, value as TomlValue) as TomlTable;
}

function nest(steps: readonly Step[], value: TomlValue): TomlValue {
  const [step, ...rest] = steps;
  if (step === undefined) {
    return value;
  }
  if (step.key === undefined) {
    return [nest(rest, value)];
  }
  const table = newTable();
  table[step.key] = nest(rest, value);
  addRequired(table, step.shape);
  return table;
}

/** The release right before another one. */
export function releaseBefore(release: string): string {
  const [major, minor, patch] = release.split('.').map(Number) as [number, number, number];
  return patch > 0 ? `${major}.${minor}.${patch - 1}` : minor > 0 ? `${major}.${minor - 1}.99` : `${major - 1}.99.99`;
}

/** A variant of a family, with the conditions of its carrier. */
export function variantOf({ family, kubernetes, generation }: CarrierModel): string {
  const base = family.replace(/-nvidia$/, '');
  const nvidia = family.endsWith('-nvidia') ? '-nvidia' : '';
  const version = base.endsWith('k8s') ? `-${kubernetes ?? '1.99'}` : base === 'aws-ecs' ? `-${generation ?? '9'}` : '';
  return `${base}${version}${nvidia}`;
}
