import { X509Certificate } from 'node:crypto';
import { isIP } from 'node:net';

/**
 * What no pattern can say of a value. The names are those that `check` in schema/types uses; each function follows the
 * parser that the OS uses for the type.
 */
export const SCALAR_CHECKS: Readonly<Record<string, (value: string) => boolean>> = {
  url: isUrl,
  base64: isBase64,
  'base64-json': isBase64Json,
  'pem-certificates': isPemBundle,
  'ip-address': isIpAddress,
  'dns-domain': isDnsDomain,
  'excluded-setting': isExcludedSetting,
  'hugepage-size': (value) => hugepageBytes(value) !== undefined,
  'kubernetes-threshold': isThreshold,
  'soci-chunk-size': isSociChunkSize,
  'containerd-chunk-size': isContainerdChunkSize,
  'integer-percent': isIntegerPercent,
};

/** The first word of a bootstrap command; the OS runs no other program there. */
export function isApiclientCommand(words: readonly string[]): boolean {
  return words[0] === 'apiclient';
}

/** A URL, or something that becomes one with a scheme in front: hosts, addresses, host:port, host/path. */
function isUrl(value: string): boolean {
  return URL.canParse(value) || URL.canParse(`http://${value}`);
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
    JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(Buffer.from(value, 'base64')));
    return true;
  } catch {
    return false;
  }
}

/** One or more certificates; blank text removes the bundle. */
function isPemBundle(value: string): boolean {
  if (value.trim() === '') {
    return true;
  }
  if (!isBase64(value)) {
    return false;
  }
  const text = Buffer.from(value, 'base64').toString('utf8');
  const blocks = text.match(/-----BEGIN [A-Z0-9 ]+-----[\s\S]*?-----END [A-Z0-9 ]+-----/g) ?? [];
  return blocks.length > 0 && blocks.every(isCertificate);
}

function isCertificate(block: string): boolean {
  try {
    new X509Certificate(block);
    return true;
  } catch {
    return false;
  }
}

/** Node takes a zone (fe80::1%eth0), the OS does not. */
function isIpAddress(value: string): boolean {
  return isIP(value) !== 0 && !value.includes('%');
}

// eslint-disable-next-line no-control-regex -- the forbidden host code points of the URL standard
const FORBIDDEN_IN_HOSTS = /[\u0000-\u0020#/:<>?@[\\\]^|%\u007F]/;

function isDnsDomain(value: string): boolean {
  if (value.startsWith('.') || FORBIDDEN_IN_HOSTS.test(value)) {
    return false;
  }
  // The host parser turns every spelling of an address, such as 0x7f.1, into the dotted form.
  return URL.canParse(`http://${value}`) && isIP(new URL(`http://${value}`).hostname) === 0;
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
  const share = Number(number);
  return share >= 0 && Math.fround(share) < 100;
}

function isSociChunkSize(value: string): boolean {
  return value === 'unlimited' || /^(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[kmgtpe]?b|[kmgtpe]ib)?$/i.test(value);
}

function isContainerdChunkSize(value: string): boolean {
  return /^[0-9]+(?:b|[kmg]b|[kmg]ib)$/i.test(value);
}

/** The OS also takes the number as text. */
function isIntegerPercent(value: string): boolean {
  return /^[0-9]+$/.test(value) && Number(value) <= 100;
}
