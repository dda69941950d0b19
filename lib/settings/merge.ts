import { isTable, newTable, TomlTable } from './document';

/**
 * Puts one document over another, as the OS does with its sources of settings: tables and maps merge key by key, lists
 * and other values are replaced as a whole. Neither input is changed.
 */
export function mergeDocuments(base: TomlTable, over: TomlTable): TomlTable {
  const result = newTable();
  for (const key of [...new Set([...Object.keys(base), ...Object.keys(over)])].sort()) {
    const below = base[key];
    const above = over[key];
    result[key] =
      isTable(below) && isTable(above) ? mergeDocuments(below, above) : above !== undefined ? above : below!;
  }
  return result;
}
