import { isTable, joinPath, TomlTable, TomlValue } from '../model/document';
import { EntryModel, settingsModel, ShapeModel, TableModel } from '../model/settings-model';

/** What is to be done on the way through a document. */
export interface Visitor {
  readonly missing?: (entry: EntryModel, path: string) => void;
  readonly present?: (entry: EntryModel, path: string, value: TomlValue) => void;
  readonly table?: (value: TomlTable, table: TableModel, path: string) => void;
}

/** Goes through a document along the model. */
export function visitSettings(document: TomlTable, visitor: Visitor): void {
  visitTable(document, settingsModel().root, 'settings', visitor);
}

function visitTable(value: TomlTable, table: TableModel, path: string, visitor: Visitor): void {
  const known = new Set<string>();
  for (const entry of table.entries) {
    known.add(entry.key);
    const own = joinPath(path, entry.key);
    const child = value[entry.key];
    if (child !== undefined) {
      visitor.present?.(entry, own, child);
      visitShape(child, entry.shape, own, visitor);
    } else if (entry.required) {
      visitor.missing?.(entry, own);
    }
  }
  if (table.rest !== undefined) {
    for (const key of Object.keys(value).filter((name) => !known.has(name))) {
      visitShape(value[key]!, table.rest.map.value.shape, joinPath(path, key), visitor);
    }
  }
  visitor.table?.(value, table, path);
}

function visitShape(value: TomlValue, shape: ShapeModel, path: string, visitor: Visitor): void {
  if (shape.kind === 'table' && isTable(value)) {
    visitTable(value, shape, path, visitor);
  } else if (shape.kind === 'map' && isTable(value)) {
    for (const key of Object.keys(value)) {
      visitShape(value[key]!, shape.value.shape, joinPath(path, key), visitor);
    }
  } else if (shape.kind === 'list' && Array.isArray(value)) {
    value.forEach((item, index) => visitShape(item, shape.item, `${path}[${index}]`, visitor));
  }
}
