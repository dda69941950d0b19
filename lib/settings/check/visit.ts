import { isBareKey, isList, isTable, joinPath, TomlTable, TomlValue } from '../model/document';
import { EntryModel, settingsModel, ShapeModel, TableModel } from '../model/settings-model';

/** What is to be done on the way through a document. */
export interface Visitor {
  readonly missing?: (entry: EntryModel, path: string) => void;
  readonly present?: (entry: EntryModel, path: string, value: TomlValue) => void;
  readonly table?: (value: TomlTable, table: TableModel, path: string) => void;
}

/** Which parts of the model someone wants to see. */
export interface Interest {
  readonly entry?: (entry: EntryModel) => boolean;
  readonly table?: (table: TableModel) => boolean;
}

/**
 * Goes through documents along the model, but only where something of interest may be: few settings are required,
 * sensitive or supplied by somebody, and a document is looked at for each of these.
 */
export class Visit {
  private readonly routes = new WeakMap<TableModel, Route>();
  private readonly worthwhile = new WeakMap<ShapeModel, boolean>();

  public constructor(private readonly interest: Interest) {}

  public through(document: TomlTable, visitor: Visitor): void {
    this.table(document, settingsModel().root, 'settings', visitor);
  }

  private table(value: TomlTable, table: TableModel, path: string, visitor: Visitor): void {
    const { stops, rest, isOfInterest } = this.routeThrough(table);
    for (const { entry, suffix, isOfInterest: isWanted } of stops) {
      const child = value[entry.key];
      const own = path + suffix;
      if (child !== undefined) {
        if (isWanted) {
          visitor.present?.(entry, own, child);
        }
        this.shape(child, entry.shape, own, visitor);
      } else if (entry.required && isWanted) {
        visitor.missing?.(entry, own);
      }
    }
    if (rest !== undefined) {
      for (const key of Object.keys(value)) {
        if (!rest.named.has(key)) {
          this.shape(value[key]!, rest.shape, joinPath(path, key), visitor);
        }
      }
    }
    if (isOfInterest) {
      visitor.table?.(value, table, path);
    }
  }

  private shape(value: TomlValue, shape: ShapeModel, path: string, visitor: Visitor): void {
    if (!this.isWorthwhile(shape)) {
      return;
    }
    if (shape.kind === 'table' && isTable(value)) {
      this.table(value, shape, path, visitor);
    } else if (shape.kind === 'map' && isTable(value)) {
      for (const key of Object.keys(value)) {
        this.shape(value[key]!, shape.value.shape, joinPath(path, key), visitor);
      }
    } else if (shape.kind === 'list' && isList(value)) {
      value.forEach((item, index) => this.shape(item, shape.item, `${path}[${index}]`, visitor));
    }
  }

  private routeThrough(table: TableModel): Route {
    let route = this.routes.get(table);
    if (route === undefined) {
      const { entry: isEntryOfInterest, table: isTableOfInterest } = this.interest;
      const stops = table.entries.map((entry) => ({
        entry,
        suffix: `.${isBareKey(entry.key) ? entry.key : JSON.stringify(entry.key)}`,
        isOfInterest: isEntryOfInterest?.(entry) ?? false,
      }));
      const rest = table.rest?.map.value.shape;
      route = {
        stops: stops.filter((stop) => stop.isOfInterest || this.isWorthwhile(stop.entry.shape)),
        rest:
          rest === undefined || !this.isWorthwhile(rest)
            ? undefined
            : { named: new Set(table.entries.map(({ key }) => key)), shape: rest },
        isOfInterest: isTableOfInterest?.(table) ?? false,
      };
      this.routes.set(table, route);
    }
    return route;
  }

  /** Whether something of interest may be in a value of a shape. */
  private isWorthwhile(shape: ShapeModel): boolean {
    if (shape.kind === 'scalar') {
      return false;
    }
    let result = this.worthwhile.get(shape);
    if (result === undefined) {
      result = this.mayHold(shape);
      this.worthwhile.set(shape, result);
    }
    return result;
  }

  private mayHold(shape: ShapeModel): boolean {
    switch (shape.kind) {
      case 'table': {
        const { stops, rest, isOfInterest } = this.routeThrough(shape);
        return stops.length > 0 || rest !== undefined || isOfInterest;
      }
      case 'map':
        return this.isWorthwhile(shape.value.shape);
      case 'list':
        return this.isWorthwhile(shape.item);
      default:
        return false;
    }
  }
}

/** The way through a table. */
interface Route {
  readonly stops: readonly { readonly entry: EntryModel; readonly suffix: string; readonly isOfInterest: boolean }[];
  /** For keys that the table does not name. */
  readonly rest?: { readonly named: ReadonlySet<string>; readonly shape: ShapeModel };
  readonly isOfInterest: boolean;
}
