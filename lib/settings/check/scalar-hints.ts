import { TAINT_EFFECTS } from './kubernetes-labels';

/** What to change in a text that the OS refuses; undefined when it does not show what was meant. */
export type ScalarHint = (text: string, isFine: (candidate: string) => boolean) => string | undefined;

/** The names are those that `hint` in schema/types uses. */
export const SCALAR_HINTS: Readonly<Record<string, ScalarHint>> = {
  base64: hintForBase64,
  duration: hintForDuration,
  'host-name': (text, isFine) => firstOf([text.toLowerCase(), text.replace(/\.$/, ''), withoutScheme(text)], isFine),
  'ip-address': (text, isFine) => firstOf([text.replace(/\/\d+$/, ''), text.replace(/^\[(.*)\]$/, '$1')], isFine),
  'kubernetes-taint': hintForTaint,
  'page-size': (text, isFine) => firstOf([text.replace(/^(\d+)\s*([kmgt])i?b?$/i, withUnit)], isFine),
  quantity: hintForQuantity,
  size: (text, isFine) => firstOf([text.replace(/\s/g, '')], isFine),
  version: (text, isFine) => firstOf([`${text}.0`, text.replace(/^V/, 'v'), text.toLowerCase()], isFine),
};

function firstOf(candidates: readonly string[], isFine: (candidate: string) => boolean): string | undefined {
  const candidate = candidates.find(isFine);
  return candidate === undefined ? undefined : `Write ${JSON.stringify(candidate)}.`;
}

function withoutScheme(text: string): string {
  return text.replace(/^[a-z]+:\/\//i, '').replace(/\/$/, '');
}

function withUnit(_: string, digits: string, unit: string): string {
  return `${digits}${unit.toUpperCase()}i`;
}

/** Says nothing of the text itself, which may be a secret. */
function hintForBase64(text: string): string | undefined {
  if (/^[A-Za-z0-9+/_-]+={0,2}$/.test(text)) {
    return /[_-]/.test(text)
      ? 'Use the standard alphabet of base64, with + and / in place of - and _.'
      : 'Give the whole base64, with = at its end until its length is a multiple of four.';
  }
  return /^[A-Za-z0-9+/=\s]+$/.test(text) && /\S{16}/.test(text)
    ? 'Remove the line ends, as base64 -w0 does.'
    : 'Give the text in base64: Buffer.from(text).toString("base64"), or base64 -w0 FILE.';
}

function hintForDuration(text: string, isFine: (candidate: string) => boolean): string | undefined {
  if (/^[0-9.]+$/.test(text)) {
    return firstOf([`${text}s`], isFine);
  }
  const parts = [
    ...text
      .replace(/\s/g, '')
      .toLowerCase()
      .matchAll(/([0-9.]+)([a-z]+)/g),
  ];
  const units = ['h', 'm', 's', 'ms', 'us', 'ns'];
  const sorted = parts
    .map(([, amount, unit]) => [amount!, UNITS[unit!] ?? unit!] as const)
    .sort(([, a], [, b]) => units.indexOf(a) - units.indexOf(b));
  return firstOf([sorted.map((part) => part.join('')).join(''), inHours(text)], isFine);
}

const UNITS: Readonly<Record<string, string>> = {
  hour: 'h',
  hours: 'h',
  hr: 'h',
  min: 'm',
  mins: 'm',
  minute: 'm',
  minutes: 'm',
  sec: 's',
  secs: 's',
  second: 's',
  seconds: 's',
};

function inHours(text: string): string {
  const days = /^([0-9]{1,6})\s*d(?:ays?)?$/i.exec(text)?.[1];
  return days === undefined ? '' : `${Number(days) * 24}h`;
}

/** kubectl writes key=value:Effect, and the API of Amazon EKS spells effects NO_SCHEDULE. */
function hintForTaint(text: string, isFine: (candidate: string) => boolean): string | undefined {
  const [, value = '', word = ''] = /^(?:[^=:]*=)?([^=:]*):?\s*([A-Za-z_-]*)$/.exec(text.trim()) ?? [];
  const effectOf = (spelled: string) =>
    TAINT_EFFECTS.find((known) => known.toLowerCase() === spelled.replace(/[_-]/g, '').toLowerCase());
  const effect = effectOf(word);
  if (effect !== undefined) {
    return firstOf([`${value.trim()}:${effect}`], isFine);
  }
  const alone = effectOf(text.trim());
  return alone === undefined ? undefined : `Write ":${alone}", or a value in front of the colon.`;
}

function hintForQuantity(text: string, isFine: (candidate: string) => boolean): string | undefined {
  const plain = text.replace(/\s/g, '').replace(/([KMGTPE]i?)B$/i, '$1');
  const unit = /[a-z]+$/i.exec(plain)?.[0] ?? '';
  const number = plain.slice(0, plain.length - unit.length);
  return firstOf([plain, `${number}${unit.charAt(0).toUpperCase()}${unit.slice(1).toLowerCase()}`], isFine);
}
