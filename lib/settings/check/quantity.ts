import { remembered } from '../../private/remembered';

const UNITS: Readonly<Record<string, number>> = { h: 3600000, m: 60000, s: 1000, ms: 1 };

/** The milliseconds of a duration such as 1h30m; undefined for what is not one. */
export const milliseconds = remembered(parseDuration);

function parseDuration(duration: string): number | undefined {
  if (!/^(?:[0-9]+(?:\.[0-9]+)?(?:h|ms|m|s))+$/.test(duration)) {
    return undefined;
  }
  let sum = 0;
  for (const [, amount, unit] of duration.matchAll(/([0-9]+(?:\.[0-9]+)?)(h|ms|m|s)/g)) {
    sum += Number(amount) * UNITS[unit!]!;
  }
  return sum;
}

const DECIMAL = ['n', 'u', 'm', '', 'k', 'M', 'G', 'T', 'P', 'E'];
const BINARY = ['', 'Ki', 'Mi', 'Gi', 'Ti', 'Pi', 'Ei'];

/** A Kubernetes quantity such as 512Mi, in billionths; undefined for what is not one that can be computed with. */
export const billionths = remembered(parseQuantity);

function parseQuantity(quantity: string): bigint | undefined {
  const match = /^([+-]?)([0-9]{1,18})(?:\.([0-9]{0,9}))?([numkMGTPE]|[KMGTPE]i|e[0-9]{1,2})?$/.exec(quantity);
  if (match === null) {
    return undefined;
  }
  const [, sign, whole, fraction = '', suffix = ''] = match;
  const digits = BigInt(whole + fraction.padEnd(9, '0'));
  const value = scale(digits, suffix);
  return sign === '-' ? -value : value;
}

function scale(digits: bigint, suffix: string): bigint {
  if (/^e[0-9]/.test(suffix)) {
    return digits * 10n ** BigInt(suffix.slice(1));
  }
  if (suffix.endsWith('i')) {
    return digits * 1024n ** BigInt(BINARY.indexOf(suffix));
  }
  const power = DECIMAL.indexOf(suffix) - 3;
  return power < 0 ? digits / 1000n ** BigInt(-power) : digits * 1000n ** BigInt(power);
}
