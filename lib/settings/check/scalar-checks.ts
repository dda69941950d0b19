import { X509Certificate } from 'node:crypto';
import { isIP } from 'node:net';
import { isUrl, parseUrl } from './parse-url';

/**
 * What no pattern can say of a value. The names are those that `check` in schema/types uses; each function follows the
 * parser that the OS uses for the type.
 */
export const SCALAR_CHECKS: Readonly<Record<string, (value: string) => boolean>> = {
  url: isUrlOrHost,
  base64: isBase64,
  'base64-json': isBase64Json,
  'pem-certificates': isPemBundle,
  'ip-address': isIpAddress,
  'dns-domain': isDnsDomain,
  'semver-parts': hasPartsOf64Bits,
  'excluded-setting': isExcludedSetting,
  'hugepage-size': (value) => hugepageBytes(value) !== undefined,
  'kubernetes-threshold': isThreshold,
  'byte-size': (value) => byteSize(value) !== undefined,
  'soci-chunk-size': (value) => value === 'unlimited' || byteSize(value) !== undefined,
  'integer-percent': isIntegerPercent,
};

/** The first word of a bootstrap command; the OS runs no other program there. */
export function isApiclientCommand(words: readonly string[]): boolean {
  return words[0] === 'apiclient';
}

/** A URL, or something that becomes one with a scheme in front: hosts, addresses, host:port, host/path. */
function isUrlOrHost(value: string): boolean {
  return isUrl(value) || isUrl(`http://${value}`);
}

/** Padding is required, and the bits that padding leaves over must be zero; the node's own decoder wants both. */
function isBase64(value: string): boolean {
  return /^[A-Za-z0-9+/]*={0,2}$/.test(value) && Buffer.from(value, 'base64').toString('base64') === value;
}

function isBase64Json(value: string): boolean {
  if (!isBase64(value)) {
    return false;
  }
  try {
    const text = utf8(value);
    JSON.parse(text, (key, inner: unknown) => {
      // The parser of the OS refuses numbers beyond 64-bit floats, and halves of characters.
      const isText = typeof inner !== 'string' || isWellFormed(inner);
      if (inner === Infinity || inner === -Infinity || !isText || !isWellFormed(key)) {
        throw new RangeError();
      }
      return inner;
    });
    return depthOf(text) < DEEPEST_JSON;
  } catch {
    return false;
  }
}

/** The text behind base64. */
function utf8(base64: string): string {
  return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(Buffer.from(base64, 'base64'));
}

/** The parser of the OS stops at this depth. */
const DEEPEST_JSON = 128;

/** How deep the lists and objects of a JSON text are nested. */
function depthOf(json: string): number {
  let depth = 0;
  let deepest = 0;
  for (const character of json.replace(/"(?:[^"\\]|\\.)*"/g, '')) {
    if (character === '[' || character === '{') {
      deepest = Math.max(deepest, ++depth);
    } else if (character === ']' || character === '}') {
      depth--;
    }
  }
  return deepest;
}

/** Whether text has no half of a surrogate pair. */
export function isWellFormed(text: string): boolean {
  return !/[\uD800-\uDFFF]/u.test(text);
}

/**
 * One or more certificates; blank text removes the bundle. The parser of the OS skips text around the blocks and does
 * not look at their labels, but each block must be a certificate.
 */
function isPemBundle(value: string): boolean {
  if (trim(value) === '') {
    return true;
  }
  if (!isBase64(value)) {
    return false;
  }
  try {
    return isPem(utf8(value));
  } catch {
    return false;
  }
}

function isPem(text: string): boolean {
  let blocks = 0;
  let body: string[] | undefined;
  for (const line of text.split('\n')) {
    if (body === undefined) {
      if (line.startsWith('-----BEGIN ')) {
        if (!line.slice('-----BEGIN '.length).includes('-----')) {
          return false;
        }
        body = [];
      }
    } else if (line.startsWith('-----END ')) {
      if (!isCertificate(body.join(''))) {
        return false;
      }
      blocks++;
      body = undefined;
    } else {
      body.push(line.trimEnd());
    }
  }
  return blocks > 0 && body === undefined;
}

function isCertificate(base64: string): boolean {
  if (!isBase64(base64)) {
    return false;
  }
  try {
    new X509Certificate(Buffer.from(base64, 'base64'));
    return true;
  } catch {
    return false;
  }
}

/** Node takes a zone (fe80::1%eth0), the OS does not. */
function isIpAddress(value: string): boolean {
  return isIP(value) !== 0 && !value.includes('%');
}

/** A domain name for the URL standard, which takes underscores and empty labels, but reads numbers as addresses. */
function isDnsDomain(value: string): boolean {
  if (value.startsWith('.') || /[/\\?#@:[\] \t\r\n]/.test(value)) {
    return false;
  }
  const hostname = parseUrl(`http://${value}/`)?.hostname ?? '';
  return hostname !== '' && isIP(hostname) === 0;
}

/** The OS reads the three parts of a version as 64-bit numbers. */
function hasPartsOf64Bits(version: string): boolean {
  const parts = /^v?(\d+)\.(\d+)\.(\d+)/.exec(version)?.slice(1) ?? [];
  return parts.every((part) => part.length <= 20 && BigInt(part) < 1n << 64n);
}

function isExcludedSetting(value: string): boolean {
  const path = value.replace(/^settings\./, '');
  return (
    path !== '' &&
    path !== 'settings' &&
    !path.includes('*') &&
    path !== 'measurement' &&
    !path.startsWith('measurement.')
  );
}

/** The bytes of a page size such as 2Mi; undefined unless it is a power of two that fits 64 bits. */
export function hugepageBytes(value: string): bigint | undefined {
  const match = /^([1-9][0-9]{0,19})(Ki|Mi|Gi|Ti)$/.exec(value);
  if (match === null) {
    return undefined;
  }
  const shift = { Ki: 10n, Mi: 20n, Gi: 30n, Ti: 40n }[match[2]!]!;
  const bytes = BigInt(match[1]!) << shift;
  return bytes < 1n << 64n && (bytes & (bytes - 1n)) === 0n ? bytes : undefined;
}

function isQuantity(value: string): boolean {
  return /^[+-]?[0-9.]+(?:e[0-9]*|[EPTGMK]i?|[numk])?$/.test(value);
}

/** A share below 100%, in any form that a decimal number takes, or a quantity. */
function isThreshold(value: string): boolean {
  if (!value.endsWith('%')) {
    return isQuantity(value);
  }
  const number = value.slice(0, -1);
  if (!/^[+-]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]+)?$/.test(number)) {
    return false;
  }
  const share = Math.fround(Number(number));
  return share >= 0 && share < 100;
}

/** As the OS trims: NEL is white space, the byte order mark is not. */
export function trim(text: string): string {
  const isSpace = (character: string | undefined) => character !== undefined && /[^\S\uFEFF]|\u0085/.test(character);
  let start = 0;
  let end = text.length;
  while (start < end && isSpace(text[start])) {
    start++;
  }
  while (end > start && isSpace(text[end - 1])) {
    end--;
  }
  return text.slice(start, end);
}

const UNITS = ['', 'k', 'm', 'g', 't', 'p', 'e'];

/**
 * The bytes that a size such as 64mb or 1.5GiB stands for, rounded up; undefined for what the OS does not read as one,
 * or 2^63 bytes and more. `1kb` are kilobytes and `1kbit` kilobits, whatever the case.
 */
export function byteSize(value: string): bigint | undefined {
  const text = trim(value).replace(/^([+-]?)0+(?=\d)/, '$1');
  if (/^[+-]?\d{1,20}$/.test(text)) {
    const bytes = BigInt(text.replace(/^\+/, ''));
    return bytes >= 0n && bytes < 1n << 63n ? bytes : undefined;
  }
  const match = /^(?:(\d{1,30})(?:\.(\d{1,28}))?|\.(\d{1,28}))(?:(b(?:its?)?)|([kmgtpe])(i)?(b(?:its?)?)?)?$/i.exec(
    text,
  );
  if (match === null) {
    return undefined;
  }
  const [, whole = '0', decimals, onlyDecimals, plain, prefix = '', binary, suffix] = match;
  const fraction = decimals ?? onlyDecimals ?? '';
  const factor = (binary === undefined ? 1000n : 1024n) ** BigInt(UNITS.indexOf(prefix.toLowerCase()));
  const divisor = 10n ** BigInt(fraction.length) * (/bits?$/i.test(plain ?? suffix ?? '') ? 8n : 1n);
  const bytes = (BigInt(whole + fraction) * factor + divisor - 1n) / divisor;
  return bytes < 1n << 63n ? bytes : undefined;
}

/** The OS also takes the number as text. */
function isIntegerPercent(value: string): boolean {
  return /^[+-]?[0-9]+$/.test(value) && Number(value) >= 0 && Number(value) <= 100;
}
