import { isTable, joinPath, TomlTable, TomlValue } from '../../settings/model/document';
import { Absence, absenceOf } from '../../settings/model/availability';
import { IssueCode } from '../../settings/generated/issue-code.generated';
import { OsContext } from '../../settings/model/os-context';
import { formatRelease, isBefore } from '../../settings/model/release';
import { EntryModel, settingsModel, ShapeModel } from '../../settings/model/settings-model';
import type { NeedModel } from './control-model';

/** A value of a setting, and where it stands. */
export interface FoundValue {
  readonly path: string;
  readonly value: TomlValue;
}

/** The values in a document that decide about a need. */
export function findValues(document: TomlTable, { path, except = [], whereTrue }: NeedModel): FoundValue[] {
  return path
    .slice(0, -1)
    .reduce<Place[]>(
      (places, key) => places.flatMap((place) => below(place, key, except)),
      [{ path: 'settings', value: document }],
    )
    .flatMap((place) =>
      whereTrue !== undefined && isTable(place.value) && place.value[whereTrue] !== true
        ? []
        : below(place, path.at(-1)!, except),
    );
}

type Place = FoundValue;

function below({ path, value }: Place, key: string, except: readonly string[]): Place[] {
  if (!isTable(value)) {
    return [];
  }
  const matches =
    key === '*'
      ? (own: string) => !except.includes(own)
      : path === 'settings.kernel.sysctl'
        ? // Slashes mean the same to the kernel.
          (own: string) => own.replace(/\//g, '.') === key
        : (own: string) => own === key;
  return Object.keys(value)
    .filter(matches)
    .map((own) => ({ path: joinPath(path, own), value: value[own]! }));
}

/** The path of a need, as issues write it. */
export function pathOf({ path }: NeedModel): string {
  return path.reduce((whole, key) => (key === '*' ? `${whole}.*` : joinPath(whole, key)), 'settings');
}

/** Why an OS does not have a setting; undefined when it has it, or may have it. */
export function absenceAt(path: readonly string[], context: OsContext): Absence | undefined {
  let shape: ShapeModel = settingsModel().root;
  for (const key of path) {
    const entry = entryAt(shape, key);
    if (entry === undefined) {
      throw new Error(`No setting ${path.join('.')}`);
    }
    const absence = absenceOf(entry, context) ?? tooOldKubernetes(entry, context);
    if (absence !== undefined) {
      return absence;
    }
    shape = entry.shape;
  }
  return undefined;
}

function entryAt(shape: ShapeModel, key: string): EntryModel | undefined {
  switch (shape.kind) {
    case 'table':
      return shape.entries.find((entry) => entry.key === key) ?? shape.rest?.map.value;
    case 'map':
      return shape.value;
    default:
      return undefined;
  }
}

function tooOldKubernetes({ kubernetes }: EntryModel, context: OsContext): Absence | undefined {
  return kubernetes !== undefined && context.kubernetes !== undefined && isBefore(context.kubernetes, kubernetes)
    ? {
        code: IssueCode.SETTING_TOO_NEW,
        message: `The kubelet has this since Kubernetes ${kubernetes}, and this node runs ${formatRelease(context.kubernetes, 2)}.`,
      }
    : undefined;
}
