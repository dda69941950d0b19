import type { TokenReader } from '../../private/token-reader';
import { absenceOf, idlenessOf } from '../model/availability';
import { joinPath } from '../model/document';
import { OsContext } from '../model/os-context';
import { EntryModel, MapModel, ShapeModel, TableModel } from '../model/settings-model';
import { KnownValues } from './known-values';
import { Given } from './table-names';
import { PerOs } from './per-os';
import { Reading } from './reading';
import type { KeyStyle } from './unknown-key';

/** How a table is read. */
export interface TablePlan {
  /** What each name in the input stands for. */
  readonly named: ReadonlyMap<string, Given>;
  /** By place, what the entry adds to the path of the table. */
  readonly suffixes: readonly string[];
}

/** How a map is read. */
export interface MapPlan {
  /** Keys that were taken before, and what each adds to the path of the map. */
  readonly suffixes: Map<string, string>;
  /** Whether its values are tables about which as such nothing is to be said. */
  readonly holdsTables: boolean;
  /** What is known of its values, when they are single ones about which nothing else is to be said. */
  readonly known?: KnownValues;
}

/** So many keys are remembered of each map. */
const MOST_KEYS = 1000;

/**
 * What can be worked out once for all documents that are read with the same names, for the same OS, and with the same idea
 * of what a token is.
 */
export class ReadPlan {
  /** The plan for how a document is read. */
  public static for(style: KeyStyle, tokens: TokenReader, context: OsContext): ReadPlan {
    return plans.get(tokens, context, style);
  }

  /** What was read of the last document. */
  public last?: Reading;

  private readonly tables = new Map<TableModel, TablePlan>();
  private readonly maps = new Map<MapModel, MapPlan>();
  private readonly types = new Map<string, KnownValues>();

  public constructor(
    private readonly style: KeyStyle,
    private readonly context: OsContext,
  ) {}

  public table(table: TableModel): TablePlan {
    let plan = this.tables.get(table);
    if (plan === undefined) {
      plan = this.planTable(table);
      this.tables.set(table, plan);
    }
    return plan;
  }

  public map(map: MapModel): MapPlan {
    let plan = this.maps.get(map);
    if (plan === undefined) {
      const { isPlain, known } = this.planValue(map.value);
      plan = { suffixes: new Map(), holdsTables: isPlain && takesTables(map.value), known };
      this.maps.set(map, plan);
    }
    return plan;
  }

  /** What is known of the values of a type. */
  public known(type: string): KnownValues {
    let known = this.types.get(type);
    if (known === undefined) {
      known = new KnownValues();
      this.types.set(type, known);
    }
    return known;
  }

  /** The same for a shape; undefined for more than a single value. */
  public knownIn(shape: ShapeModel): KnownValues | undefined {
    return shape.kind === 'scalar' ? this.known(shape.type) : undefined;
  }

  /** Remembers that a key of a map is one that the OS takes, and what it adds to the path. */
  public learnKey(map: MapModel, key: string, suffix: string): void {
    const { suffixes } = this.map(map);
    if (suffixes.size === MOST_KEYS) {
      suffixes.clear();
    }
    suffixes.set(key, suffix);
  }

  private planTable({ entries }: TableModel): TablePlan {
    const named = new Map<string, Given>();
    entries.forEach((entry, place) => {
      const { key, property, aliases = [] } = entry;
      const own = this.style === 'property' ? property : key;
      named.set(own, { name: own, place, order: named.size, ...this.planValue(entry) });
      (this.style === 'property' ? [] : aliases).forEach((name) => {
        named.set(name, { name, place, order: named.size, isPlain: false });
      });
    });
    const suffixes = entries.map(({ key }) => joinPath('', key));
    return { named, suffixes };
  }

  private planValue(entry: EntryModel): { readonly isPlain: boolean; readonly known?: KnownValues } {
    const isPlain =
      entry.deprecated === undefined &&
      entry.or === undefined &&
      absenceOf(entry, this.context) === undefined &&
      idlenessOf(entry, this.context) === undefined;
    return { isPlain, known: isPlain ? this.knownIn(entry.shape) : undefined };
  }
}

const plans = new PerOs<ReadPlan, KeyStyle>((style, context) => new ReadPlan(style, context));

/** Whether a setting is a table of its own. */
export function takesTables({ shape }: EntryModel): boolean {
  return shape.kind === 'table' || shape.kind === 'map';
}
