import { KUBELET_FIELDS } from '../generated/kubelet-fields.generated';
import { isTable, newTable, TomlTable, TomlValue, NewTable } from '../model/document';

/**
 * Settings as Karpenter reads them: it wants other types than the OS in some places.
 *
 * @see https://github.com/aws/karpenter-provider-aws/blob/main/pkg/providers/amifamily/bootstrap/bottlerocketsettings.go
 */
export function forKarpenter(document: TomlTable): TomlTable {
  return mapTable(document, (value, key) => {
    if (key === 'kubernetes' && isTable(value)) {
      return mapTable(value, (inner, name) => (TEXT_FOR_KARPENTER.includes(name) ? asText(inner) : inner));
    }
    return key === 'bootstrap-commands' && isTable(value) ? mapTable(value, withMode) : value;
  });
}

/** What of settings stays in user data when those that Karpenter takes from the EC2NodeClass go there. */
export function withoutKubeletFields(document: TomlTable): TomlTable {
  const { kubernetes } = document;
  if (!isTable(kubernetes)) {
    return document;
  }
  const rest = newTable();
  for (const key of Object.keys(kubernetes).filter((name) => !Object.hasOwn(KUBELET_FIELDS, name))) {
    rest[key] = kubernetes[key]!;
  }
  const result = newTable();
  for (const key of Object.keys(document)) {
    if (key !== 'kubernetes') {
      result[key] = document[key]!;
    } else if (Object.keys(rest).length > 0) {
      result[key] = rest;
    }
  }
  return result;
}

function mapTable(table: TomlTable, change: (value: TomlValue, key: string) => TomlValue): NewTable {
  const changed = newTable();
  Object.keys(table).forEach((key) => (changed[key] = change(table[key]!, key)));
  return changed;
}

/** Karpenter writes an empty mode where there is none, which the OS refuses. The one without a mode is off. */
function withMode(command: TomlValue): TomlValue {
  if (!isTable(command) || command.mode !== undefined) {
    return command;
  }
  const changed = mapTable(command, (value) => value);
  changed.mode = 'off';
  return changed;
}

/** Numbers for the OS, which takes text as well; text alone for Karpenter. */
export const TEXT_FOR_KARPENTER: readonly string[] = [
  'image-gc-high-threshold-percent',
  'image-gc-low-threshold-percent',
];

function asText(value: TomlValue): TomlValue {
  return typeof value === 'number' || typeof value === 'bigint' ? String(value) : value;
}
