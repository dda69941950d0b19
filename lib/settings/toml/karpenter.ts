import { isTable, newTable, TomlTable, TomlValue } from '../model/document';

/**
 * Settings as Karpenter reads them: it wants other types than the OS in some places.
 *
 * @see https://github.com/aws/karpenter-provider-aws/blob/main/pkg/providers/amifamily/bootstrap/bottlerocketsettings.go
 */
export function forKarpenter(document: TomlTable): TomlTable {
  const { kubernetes } = document;
  if (!isTable(kubernetes)) {
    return document;
  }
  const changed = newTable();
  for (const key of Object.keys(kubernetes)) {
    const value = kubernetes[key]!;
    changed[key] = TEXT_FOR_KARPENTER.includes(key) ? asText(value) : value;
  }
  const result = newTable();
  Object.keys(document).forEach((key) => (result[key] = key === 'kubernetes' ? changed : document[key]!));
  return result;
}

/** Numbers for the OS, which takes text as well; text alone for Karpenter. */
export const TEXT_FOR_KARPENTER: readonly string[] = [
  'image-gc-high-threshold-percent',
  'image-gc-low-threshold-percent',
];

function asText(value: TomlValue): TomlValue {
  return typeof value === 'number' || typeof value === 'bigint' ? String(value) : value;
}
