import { isList, isTable, joinPath, TomlFloat, TomlTable, TomlValue } from '../../settings/model/document';
import { DocumentedSetting, documentedSettings } from '../../settings/model/settings-reference';
import { show } from '../../settings/report';
import { settingAt } from '../settings/find-setting';

/** A setting that a node has. */
export interface SettingInUse {
  readonly path: string;
  /** As JSON. Secrets are not shown. */
  readonly value: string;
  /** What the OS does without it, where that is one value. */
  readonly defaultValue: unknown;
  /** What is known of the setting; undefined when there is no such setting. */
  readonly setting?: DocumentedSetting;
}

/** Longer values are cut off: a page that shows scripts in base64 is not read by anyone. */
const LONGEST_VALUE = 400;

const SENSITIVE = '(not shown, the setting is sensitive)';

/** Settings that differ from the defaults of the OS, and how many say what the OS does anyway. */
export interface UsedSettings {
  readonly differing: readonly SettingInUse[];
  readonly atDefault: number;
}

/** Sorts the settings of a document, which has `settings` at its root, by whether they change anything. */
export function settingsInUse(document: TomlTable): UsedSettings {
  const all = documentedSettings();
  const used = leavesOf('settings', document.settings).map(([path, value]): SettingInUse => {
    const setting = settingAt(path, all);
    return {
      path,
      value: setting?.entry.sensitive === true ? SENSITIVE : show(plain(value), path, LONGEST_VALUE),
      defaultValue: setting?.default,
      setting,
    };
  });
  const differing = used.filter(
    ({ value, defaultValue }) => defaultValue === undefined || value !== show(defaultValue, '', LONGEST_VALUE),
  );
  return {
    // The order in which someone wrote them says nothing.
    differing: differing.sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0)),
    atDefault: used.length - differing.length,
  };
}

function leavesOf(path: string, value: TomlValue | undefined): [path: string, value: TomlValue][] {
  if (value === undefined) {
    return [];
  }
  if (isTable(value) && Object.keys(value).length > 0) {
    return Object.entries(value).flatMap(([key, inner]) => leavesOf(joinPath(path, key), inner));
  }
  return isList(value) && value.some(isTable)
    ? value.flatMap((item, index) => leavesOf(`${path}[${index}]`, item))
    : [[path, value]];
}

/** A value as JSON can say it. */
function plain(value: TomlValue): unknown {
  return value instanceof TomlFloat ? value.value : isList(value) ? value.map(plain) : value;
}
