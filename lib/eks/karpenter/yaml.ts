/** What a manifest consists of, once nothing in it is left to be resolved. */
export type ManifestValue =
  string | number | boolean | readonly ManifestValue[] | { readonly [key: string]: ManifestValue };

/** Text that YAML takes as it is, and that no parser takes for anything else than text. */
const PLAIN = /^[A-Za-z][A-Za-z-]*(?:[./][A-Za-z][A-Za-z0-9-]*)*$/;

/** Words that parsers take for something else than text. */
const NOT_PLAIN = /^(?:true|false|yes|no|on|off|null|y|n)$/i;

/**
 * Writes a manifest in YAML: text over several lines as it is, other text in double quotes as in JSON, unless it is plain
 * beyond doubt.
 */
export function writeYaml(value: ManifestValue): string {
  return `${block(value, '').replace(/^\n/, '')}\n`;
}

/** A value behind its key or dash, with what separates it from that. */
function block(value: ManifestValue, indent: string): string {
  if (typeof value === 'string') {
    return ` ${text(value, indent)}`;
  }
  if (typeof value !== 'object') {
    return ` ${String(value)}`;
  }
  if (isList(value)) {
    return value.length === 0 ? ' []' : value.map((item) => `\n${indent}-${inList(item, indent)}`).join('');
  }
  const entries = Object.entries(value);
  return entries.length === 0
    ? ' {}'
    : entries.map(([key, inner]) => `\n${indent}${line(key)}:${block(inner, `${indent}  `)}`).join('');
}

/** Tables and lists in a list begin on the line of the dash. */
function inList(item: ManifestValue, indent: string): string {
  return block(item, `${indent}  `).replace(/^\n\s*/, ' ');
}

function isList(value: object): value is readonly ManifestValue[] {
  return Array.isArray(value);
}

function text(value: string, indent: string): string {
  return isBlock(value) ? `|${value.endsWith('\n') ? '' : '-'}\n${indented(value, indent)}` : line(value);
}

function line(value: string): string {
  return PLAIN.test(value) && !NOT_PLAIN.test(value) ? value : JSON.stringify(value);
}

/** Whether text can stand as it is: several lines that do not begin with spaces or end with empty ones. */
function isBlock(value: string): boolean {
  return /^[^\s][^\n]*\n/.test(value) && !/\n\n$/.test(value) && !/[^\n\x20-\x7e\xa1-\ud7ff]/.test(value);
}

function indented(value: string, indent: string): string {
  const lines = value.replace(/\n$/, '').split('\n');
  return lines.map((one) => (one === '' ? '' : `${indent}${one}`)).join('\n');
}
