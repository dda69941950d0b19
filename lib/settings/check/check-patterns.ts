/** What the OS trims. Spelled out, since programs differ in what they take for white space. */
const SPACE = '[\\t-\\r \\u0085\\u00A0\\u1680\\u2000-\\u200A\\u2028\\u2029\\u202F\\u205F\\u3000]*';

/**
 * What the checks of scalar-checks say, as far as a pattern can say it, for programs that only know patterns. Nothing that
 * a check takes is refused here. The names are those of the checks. Patterns work with and without the flag u.
 */
export const CHECK_PATTERNS: Readonly<Record<string, string>> = {
  // Something that can be a host.
  url: '[^\\s/\\\\?#@:]',
  base64: base64(),
  'base64-json': base64('+'),
  'pem-certificates': `^${SPACE}$|${base64()}`,
  'ip-address': ipAddress(),
  'dns-domain': '^(?!(?:[0-9]{1,3}\\.){3}[0-9]{1,3}$)[^./\\\\?#@:\\[\\] \\t\\r\\n][^/\\\\?#@:\\[\\] \\t\\r\\n]*$',
  'excluded-setting': '^(?!(?:settings\\.)?(?:settings|measurement|measurement\\.[^*]*|)$)[^*]+$',
  'hugepage-size': `^(?:${powersOfTwo(54)})(?:Ki|Mi|Gi|Ti)$`,
  'kubernetes-threshold': threshold(),
  'byte-size': byteSize(),
  'soci-chunk-size': `^unlimited$|${byteSize()}`,
  'integer-percent': '^(?:\\+?0*(?:100|[0-9]{1,2})|-0+)$',
};

/** With the padding it must have, and without bits in front of it that mean nothing. */
function base64(atLeastOneGroup = '*'): string {
  const end = '[A-Za-z0-9+/]{2}[AEIMQUYcgkosw048]=|[A-Za-z0-9+/][AQgw]==';
  const whole = '[A-Za-z0-9+/]{4}';
  return atLeastOneGroup === '*' ? `^(?:${whole})*(?:${end})?$` : `^(?:${whole})*(?:${end}|${whole})$`;
}

function ipAddress(): string {
  const byte = '(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])';
  const v4 = `${byte}(?:\\.${byte}){3}`;
  const group = '[0-9a-fA-F]{1,4}';
  // Two groups may stand as an IPv4 address at the end; :: stands for one group or more that are left out.
  const lastTwo = `(?:${group}:${group}|${v4})`;
  const forms = [
    `(?:${group}:){6}${lastTwo}`,
    `::(?:${group}:){5}${lastTwo}`,
    `(?:${group})?::(?:${group}:){4}${lastTwo}`,
    ...[1, 2, 3].map((most) => `(?:(?:${group}:){0,${most}}${group})?::(?:${group}:){${4 - most}}${lastTwo}`),
    `(?:(?:${group}:){0,4}${group})?::${lastTwo}`,
    `(?:(?:${group}:){0,5}${group})?::${group}`,
    `(?:(?:${group}:){0,6}${group})?::`,
  ];
  return `^(?:${v4}|${forms.join('|')})$`;
}

function powersOfTwo(count: number): string {
  return Array.from({ length: count }, (_, exponent) => String(2 ** exponent)).join('|');
}

/** Shares in plain decimals must be from 0 to below 100; those with an exponent are not looked at. */
function threshold(): string {
  const quantity = '[+-]?[0-9.]+(?:e[0-9]*|[EPTGMK]i?|[numk])?';
  const share = '[+-]?(?:[0-9]+(?:\\.[0-9]*)?|\\.[0-9]+)(?:[eE][+-]?[0-9]+)?%';
  const negative = '-0*[1-9][0-9]*(?:\\.[0-9]*)?%';
  const tooLarge = '\\+?0*[1-9][0-9]{2,}(?:\\.[0-9]*)?%';
  return `^(?!(?:${negative}|${tooLarge})$)(?:${quantity}|${share})$`;
}

function byteSize(): string {
  const bytes = '[bB](?:[iI][tT][sS]?)?';
  const number = '(?:[0-9]{1,30}(?:\\.[0-9]{1,28})?|\\.[0-9]{1,28})';
  return `^${SPACE}(?:\\+?[0-9]{1,20}|-0{1,20}|${number}(?:${bytes}|[kKmMgGtTpPeE][iI]?(?:${bytes})?)?)${SPACE}$`;
}
