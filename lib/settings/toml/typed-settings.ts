import { IssueCode } from '../generated/issue-code.generated';
import type { BottlerocketSettings } from '../generated/settings.generated';
import { BottlerocketIssue } from '../issue';
import { isList, isTable, joinPath, TomlFloat, TomlTable, TomlToken, TomlValue } from '../model/document';
import { EntryModel, MapModel, settingsModel, ShapeModel, TableModel, TupleModel } from '../model/settings-model';
import { issue, show } from '../report';

/** Settings with the names of the typed API. */
export interface TypedSettings {
  readonly settings: BottlerocketSettings;
  /** What typed settings cannot hold. */
  readonly issues: BottlerocketIssue[];
}

/**
 * Turns a document into what users would have written with the typed API: names in camel case, one form for values that
 * TOML writes in several. The document must hold nothing that the model does not know.
 */
export function typedSettings(document: TomlTable): TypedSettings {
  const writer = new TypedWriter();
  return { settings: writer.table(document, settingsModel().root, 'settings'), issues: writer.issues };
}

class TypedWriter {
  public readonly issues: BottlerocketIssue[] = [];

  public table(table: TomlTable, model: TableModel, path: string): object {
    const result: Record<string, unknown> = {};
    for (const entry of model.entries) {
      const value = table[entry.key];
      if (value !== undefined && !isEmpty(value)) {
        result[entry.property] = this.entry(value, entry, joinPath(path, entry.key));
      }
    }
    if (model.rest !== undefined) {
      const known = new Set(model.entries.map(({ key }) => key));
      const others = Object.keys(table).filter((key) => !known.has(key));
      if (others.length > 0) {
        result[model.rest.property] = this.map(table, others, model.rest.map, path);
      }
    }
    return result;
  }

  private entry(value: TomlValue, entry: EntryModel, path: string): unknown {
    return this.shape(value, entry.shape, path);
  }

  private shape(value: TomlValue, shape: ShapeModel, path: string): unknown {
    if (value instanceof TomlToken) {
      return value.token;
    }
    switch (shape.kind) {
      case 'scalar':
        return this.scalar(value, shape.type, path);
      case 'table':
        return isTable(value) ? this.table(value, shape, path) : value;
      case 'map':
        return isTable(value) ? this.map(value, Object.keys(value), shape, path) : value;
      case 'tuple':
        return this.tuple(value as TomlValue[], shape, path);
      case 'list':
      case 'oneOrMany': {
        const items = isList(value) ? value : [value];
        return items.map((item, index) => this.shape(item, shape.item, `${path}[${index}]`));
      }
    }
  }

  private map(table: TomlTable, keys: readonly string[], map: MapModel, path: string): object {
    const result = {};
    for (const key of keys.filter((one) => !isEmpty(table[one]!))) {
      const value = this.entry(table[key]!, map.value, joinPath(path, key));
      // An assignment to __proto__ would not make a key.
      Object.defineProperty(result, key, { value, enumerable: true, configurable: true, writable: true });
    }
    return result;
  }

  private tuple(values: readonly TomlValue[], { entries }: TupleModel, path: string): object {
    return Object.fromEntries(
      entries.map((entry, index) => [entry.property, this.entry(values[index]!, entry, `${path}[${index}]`)]),
    );
  }

  /** The one form that the typed API has for a value. */
  private scalar(value: TomlValue, type: string, path: string): unknown {
    const { base, spellings } = settingsModel().types[type]!;
    if (typeof value === 'bigint' && base !== 'string') {
      this.issues.push(
        issue(IssueCode.VALUE_NOT_TYPED, {
          path,
          message: 'JavaScript cannot hold this number exactly.',
          received: show(value),
          expected: `a whole number from ${Number.MIN_SAFE_INTEGER} to ${Number.MAX_SAFE_INTEGER}`,
        }),
      );
      return undefined;
    }
    switch (base) {
      case 'enum':
        return spellings?.[value as string] ?? value;
      case 'integer':
        return typeof value === 'string' ? (value === 'unlimited' ? -1 : Number(value)) : value;
      case 'string':
        return typeof value === 'number' || typeof value === 'bigint' ? String(value) : value;
      default:
        return value instanceof TomlFloat ? value.value : value;
    }
  }
}

/** Whether a table, with those in it, says nothing. In typed settings it is as good as none. */
function isEmpty(value: TomlValue): boolean {
  return isTable(value) && Object.values(value).every(isEmpty);
}
