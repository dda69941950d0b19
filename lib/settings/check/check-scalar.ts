import { IssueCode } from '../generated/issue-code.generated';
import type { ScalarBase, ScalarModel, ScalarRule } from '../model/settings-model';
import { isBefore, Release } from '../model/release';
import { show } from '../report';
import { TomlFloat } from '../model/document';
import { isApiclientCommand, SCALAR_CHECKS } from './scalar-checks';
import { SCALAR_HINTS } from './scalar-hints';
import { nearest } from './suggest';

/** Why a value is not one of its type. */
export interface Refusal {
  readonly code: IssueCode;
  /** What to change, when the value shows it. */
  readonly fix?: string;
}

/** Judges a value of a scalar type as a release of the OS does, the newest one by default; undefined when it is fine. */
export function checkScalar(value: unknown, type: ScalarModel, release?: Release): Refusal | undefined {
  if (hasBase(value, type.base)) {
    return type.base === 'enum' ? checkWord(value as string, type) : checkRule(value, ruleOf(type, release));
  }
  if (type.also !== undefined && hasBase(value, type.also.base)) {
    return checkRule(value, type.also);
  }
  return { code: IssueCode.WRONG_TYPE, fix: conversion(value, type) };
}

/** The rule that a release enforces: the oldest one that was given up only after it. */
export function ruleOf(type: ScalarModel, release?: Release): ScalarRule {
  const { before } = type;
  if (release === undefined || before === undefined) {
    return type;
  }
  // The newest one comes first.
  let rule: ScalarRule = type;
  for (const old of before) {
    rule = isBefore(release, old.release) ? old : rule;
  }
  return rule;
}

function hasBase(value: unknown, base: ScalarBase): boolean {
  switch (base) {
    case 'boolean':
      return typeof value === 'boolean';
    case 'integer':
      return typeof value === 'bigint' || Number.isInteger(value);
    case 'float':
      return typeof value === 'number' || typeof value === 'bigint';
    case 'list':
      return Array.isArray(value) && value.every((item) => typeof item === 'string');
    case 'string':
    case 'enum':
      return typeof value === 'string';
  }
}

function checkWord(word: string, type: ScalarModel): Refusal | undefined {
  if (type.values!.has(word) || (type.spellings !== undefined && Object.hasOwn(type.spellings, word))) {
    return undefined;
  }
  const words = [...type.values!.keys(), ...Object.keys(type.spellings ?? {})];
  const near = nearest(
    word,
    words.filter((known) => /[a-z]/i.test(known)),
  );
  return { code: IssueCode.NOT_ALLOWED_VALUE, fix: near === undefined ? undefined : `Write ${JSON.stringify(near)}.` };
}

function checkRule(value: unknown, rule: ScalarRule): Refusal | undefined {
  switch (typeof value) {
    case 'string':
      return checkText(value, rule);
    case 'bigint':
      return checkInteger(value, rule);
    case 'number':
      return Number.isSafeInteger(value)
        ? checkInteger(value, rule)
        : Number.isInteger(value)
          ? checkInteger(BigInt(value), rule)
          : checkFloat(value, rule);
    case 'object':
      return isApiclientCommand(value as string[]) ? undefined : { code: IssueCode.INVALID_VALUE };
    default:
      return undefined;
  }
}

function checkText(text: string, rule: ScalarRule): Refusal | undefined {
  if (fits(text, rule)) {
    return undefined;
  }
  const isFine = (candidate: string) => fits(candidate, rule);
  const trimmed = text.trim();
  const isTrimmable = trimmed !== text && trimmed !== '' && isFine(trimmed);
  const hint = rule.hint === undefined || text.length > LONGEST_HINTED ? undefined : SCALAR_HINTS[rule.hint]!;
  return {
    code: IssueCode.INVALID_VALUE,
    fix: isTrimmable
      ? 'Remove the white space around the value, such as the line end of a file.'
      : hint?.(text, isFine),
  };
}

/** Longer text is not looked at for what was meant. */
const LONGEST_HINTED = 4096;

function fits(text: string, { minLength, maxLength, pattern, check }: ScalarRule): boolean {
  // Lengths first: no pattern ever sees text that is longer than it may be.
  return (
    (minLength === undefined || text.length >= minLength) &&
    (maxLength === undefined || text.length <= maxLength) &&
    (pattern === undefined || pattern.test(text)) &&
    (check === undefined || SCALAR_CHECKS[check]!(text))
  );
}

function checkInteger(value: number | bigint, rule: ScalarRule): Refusal | undefined {
  const { multipleOf } = rule;
  const fits = isWithin(value, rule) && (multipleOf === undefined || Number(value) % multipleOf === 0);
  return fits ? undefined : { code: IssueCode.VALUE_OUT_OF_RANGE };
}

function checkFloat(value: number, rule: ScalarRule): Refusal | undefined {
  return Number.isFinite(value) && isWithin(value, rule) ? undefined : { code: IssueCode.VALUE_OUT_OF_RANGE };
}

function isWithin(value: number | bigint, { min, max, exclusiveMin }: ScalarRule): boolean {
  return (
    (min === undefined || value >= min) &&
    (max === undefined || value <= max) &&
    (exclusiveMin === undefined || value > exclusiveMin)
  );
}

/** What to write instead of a value that is right but for its type. */
function conversion(value: unknown, type: ScalarModel): string | undefined {
  const converted = conversions(value).find(
    (candidate) => hasBase(candidate, type.base) && checkScalar(candidate, type) === undefined,
  );
  if (converted === undefined) {
    return undefined;
  }
  if (Array.isArray(value)) {
    return `Write one value in place of the list: ${show(converted)}.`;
  }
  if (value instanceof TomlFloat) {
    return `Write it without the decimal point: ${show(converted)}.`;
  }
  return `Write it ${typeof converted === 'string' ? 'as text' : 'without quotes'}: ${show(converted)}.`;
}

function conversions(value: unknown): unknown[] {
  switch (typeof value) {
    case 'string':
      return fromText(value.trim());
    case 'number':
    case 'bigint':
    case 'boolean':
      return [String(value)];
    default:
      return value instanceof TomlFloat ? [value.value] : Array.isArray(value) && value.length === 1 ? value : [];
  }
}

function fromText(text: string): unknown[] {
  if (/^(?:true|false)$/i.test(text)) {
    return [text.toLowerCase() === 'true'];
  }
  if (/^[+-]?[0-9]{1,20}$/.test(text)) {
    const whole = BigInt(text.replace('+', ''));
    return [Number.isSafeInteger(Number(whole)) ? Number(whole) : whole];
  }
  return text === '' ? [] : [Number(text)];
}
