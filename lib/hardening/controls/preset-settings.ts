import { isTable, newTable, TomlTable } from '../../settings/model/document';
import { OsContext } from '../../settings/model/os-context';
import { ControlChoice, chooseControls } from './control-table';
import { absenceAt } from './find-values';

/** The settings that make controls hold, as far as the OS has them. Without a context, all of them. */
export function presetSettings(choice: ControlChoice, context?: OsContext): TomlTable {
  const document = newTable();
  for (const { control } of chooseControls(choice)) {
    for (const { path, set, notWith } of control.needs ?? []) {
      const isLeft = context !== undefined && notWith !== undefined && context[notWith] === true;
      const isAbsent = context !== undefined && absenceAt(path, context) !== undefined;
      if (set !== undefined && !isLeft && !isAbsent) {
        const table = path.slice(0, -1).reduce((place, key) => {
          const inner = place[key];
          return isTable(inner) ? inner : (place[key] = newTable());
        }, document);
        table[path.at(-1)!] = set;
      }
    }
  }
  return document;
}
