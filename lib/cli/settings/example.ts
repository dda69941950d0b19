import { NO_TOKENS } from '../../private/token-reader';
import { readSettings } from '../../settings/check/read';
import { newTable, TomlTable, TomlValue } from '../../settings/model/document';
import { MapModel, settingsModel, ShapeModel, TableModel } from '../../settings/model/settings-model';
import { settingsReference } from '../../settings/model/settings-reference';
import { hasErrors } from '../../settings/toml/import-toml';
import { typedSettings } from '../../settings/toml/typed-settings';
import { writeToml } from '../../settings/toml/write-toml';
import { UserDataTarget } from '../../settings/user-data-target';
import { stepsOf } from './find-setting';
import { settingsLiteral } from './settings-literal';

/** A setting with a value that the OS takes, as people would write it. */
export interface Example {
  readonly toml: string;
  readonly typescript: string;
}

/** An example of a setting with a value; of tables without values there is none. */
export function exampleOf(path: string): Example | undefined {
  const { document, issues } = readSettings(tableWith(settingsModel().root, stepsOf(path).slice(1)), 'key', NO_TOKENS);
  const { text } = writeToml(document, UserDataTarget.EC2, NO_TOKENS);
  // A header alone says nothing.
  return hasErrors(issues) || !text.includes(' = ')
    ? undefined
    : { toml: text, typescript: settingsLiteral(typedSettings(document).settings).text };
}

function tableWith(table: TableModel, steps: readonly string[]): TomlTable {
  const result = newTable();
  const [step, ...rest] = steps;
  const isPlaceholder = step?.startsWith('<') === true;
  const entry =
    isPlaceholder && table.rest === undefined ? table.entries[0]! : table.entries.find(({ key }) => key === step);
  if (entry !== undefined) {
    result[entry.key] = valueOf(entry.shape, rest);
  } else if (table.rest !== undefined && isPlaceholder) {
    Object.assign(result, mapWith(table.rest.map, rest));
  }
  for (const { key, shape } of table.entries.filter(({ required }) => required)) {
    result[key] ??= valueOf(shape, []);
  }
  return result;
}

function mapWith(map: MapModel, steps: readonly string[]): TomlTable {
  const result = newTable();
  const key = exampleOfType(map.keyType) as string;
  // The node stores values under their keys, which allows less than most types of text do.
  result[/^[\w/.-]+$/.test(key) ? key : 'name'] = valueOf(map.value.shape, steps);
  return result;
}

function valueOf(shape: ShapeModel, steps: readonly string[]): TomlValue {
  switch (shape.kind) {
    case 'scalar':
      return exampleOfType(shape.type);
    case 'table':
      return tableWith(shape, steps);
    case 'map':
      return mapWith(shape, steps.slice(1));
    case 'list':
    case 'oneOrMany':
      return [valueOf(shape.item, steps)];
    case 'tuple':
      return shape.entries.map((entry) => valueOf(entry.shape, []));
  }
}

function exampleOfType(type: string): TomlValue {
  return settingsReference().types[type]!.example as TomlValue;
}
