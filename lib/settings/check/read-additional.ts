import type { TokenReader } from '../../private/token-reader';
import { IssueCode } from '../generated/issue-code.generated';
import { BottlerocketIssue } from '../issue';
import { joinPath, newTable, TomlTable, TomlToken, TomlValue } from '../model/document';
import { settingsModel, ShapeModel } from '../model/settings-model';
import { issue, show } from '../report';
import { isSameName } from './suggest';
import { isObject, kindOf, reasonOf } from './value-kind';

/** Deeper than any setting; what goes on deeper than this most likely contains itself. */
const DEEPEST = 16;

/** More values than any user data can hold; what goes on longer most likely contains itself in many ways. */
const MOST_VALUES = 20_000;

/** Settings that the model does not know, and what is wrong with them. */
export interface AdditionalSettings {
  readonly document: TomlTable;
  readonly issues: BottlerocketIssue[];
}

/**
 * Reads settings that the model does not know, with keys as in TOML. Nothing is known of their values but that TOML must
 * be able to hold them. Settings that the model knows are refused: they would get past the checker.
 */
export function readAdditional(input: unknown, tokens: TokenReader): AdditionalSettings {
  const reader = new AdditionalReader(tokens);
  const document = reader.table(input, settingsModel().root, 'settings', 0) ?? newTable();
  return { document, issues: reader.issues };
}

class AdditionalReader {
  public readonly issues: BottlerocketIssue[] = [];
  private count = 0;
  /** The objects that the current one stands in. */
  private readonly around = new Set<unknown>();

  public constructor(private readonly tokens: TokenReader) {}

  /** A table; its shape when the model knows it. */
  public table(input: unknown, shape: ShapeModel | undefined, path: string, depth: number): TomlTable | undefined {
    try {
      return this.members(input, shape, path, depth);
    } catch (error) {
      this.invalid(path, `This cannot be read: ${reasonOf(error)}.`, undefined);
      return undefined;
    }
  }

  private members(input: unknown, shape: ShapeModel | undefined, path: string, depth: number): TomlTable | undefined {
    if (!isObject(input) || this.tokens.isToken(input)) {
      this.invalid(path, `${kindOf(input)} was given where a table belongs.`, input);
      return undefined;
    }
    const result = newTable();
    for (const [key, value] of Object.entries(input).sort(([a], [b]) => (a < b ? -1 : 1))) {
      if (value !== undefined && this.isKey(key, path)) {
        const read = this.member(key, value, shape, joinPath(path, key), depth);
        if (read !== undefined) {
          result[key] = read;
        }
      }
    }
    return Object.keys(result).length === 0 ? undefined : result;
  }

  private member(
    key: string,
    value: unknown,
    above: ShapeModel | undefined,
    path: string,
    depth: number,
  ): TomlValue | undefined {
    const known = above === undefined ? undefined : childOf(above, key);
    if (path === 'settings.settings') {
      const message = 'All of this is in settings already, and no node takes settings in them.';
      this.invalid(path, message, value, 'Drop the inner settings: write what is in them right here.');
      return undefined;
    }
    if (known === undefined) {
      const read = this.value(value, path, depth + 1);
      // Within a table that is unknown, one warning for the table is enough.
      if (read !== undefined && above !== undefined) {
        this.issues.push(
          issue(IssueCode.ADDITIONAL_SETTING, {
            path,
            message: 'This library does not know the setting, and passes it on as it is.',
            received: show(value, key),
            fix: inKebabCase(key),
          }),
        );
      }
      return read;
    }
    const { name, shape } = known;
    if (name === key && (shape.kind === 'table' || shape.kind === 'map') && isObject(value)) {
      return this.table(value, shape, path, depth + 1);
    }
    this.issues.push(
      issue(IssueCode.ADDITIONAL_SETTING_SHADOWS, {
        path,
        message: name === key ? 'This setting is known.' : `This is another spelling of ${name}.`,
        received: show(value, name),
        fix: `Pass it in settings, as ${name} in TOML or ${known.property} in typed settings.`,
      }),
    );
    return undefined;
  }

  private value(value: unknown, path: string, depth: number): TomlValue | undefined {
    if (++this.count > MOST_VALUES) {
      if (this.count === MOST_VALUES + 1) {
        this.invalid(path, `Up to here, the settings hold ${MOST_VALUES} values; the rest is left out.`, undefined);
      }
      return undefined;
    }
    if (depth > DEEPEST || this.around.has(value)) {
      const message = depth > DEEPEST ? `This is nested more than ${DEEPEST} levels deep.` : 'This contains itself.';
      this.invalid(path, message, undefined);
      return undefined;
    }
    this.around.add(value);
    const read = this.given(value, path, depth);
    this.around.delete(value);
    return read;
  }

  private given(value: unknown, path: string, depth: number): TomlValue | undefined {
    if (this.tokens.isToken(value)) {
      return typeof value === 'string' ? value : new TomlToken(Array.isArray(value) ? 'list' : 'bare', value);
    }
    switch (typeof value) {
      case 'string':
      case 'boolean':
        return value;
      case 'bigint':
        return this.integer(value, value, path);
      case 'number':
        if (Number.isFinite(value)) {
          return Number.isInteger(value) ? this.integer(value, BigInt(value), path) : value;
        }
        break;
      case 'object':
        if (Array.isArray(value)) {
          return this.list(value, path, depth);
        }
        if (value !== null) {
          return this.table(value, undefined, path, depth);
        }
        break;
      default:
    }
    this.invalid(path, `${kindOf(value)} was given.`, value);
    return undefined;
  }

  /** TOML has whole numbers of 64 bits. */
  private integer<T extends number | bigint>(value: T, size: bigint, path: string): T | undefined {
    if (BigInt.asIntN(64, size) === size) {
      return value;
    }
    this.invalid(path, 'This whole number does not fit 64 bits.', value);
    return undefined;
  }

  private list(list: readonly unknown[], path: string, depth: number): TomlValue[] {
    return list
      .slice(0, MOST_VALUES + 1)
      .map((item, index) => this.value(item, `${path}[${index}]`, depth + 1))
      .filter((item) => item !== undefined);
  }

  private isKey(key: string, path: string): boolean {
    if (this.tokens.isToken(key)) {
      this.issues.push(issue(IssueCode.TOKEN_AS_KEY, { path, message: 'A key is only known at deployment.' }));
      return false;
    }
    if (!/^[A-Za-z0-9_/.-]+$/.test(key)) {
      this.invalid(joinPath(path, key), 'The OS takes no such key.', key);
      return false;
    }
    return true;
  }

  private invalid(path: string, message: string, value: unknown, fix?: string): void {
    this.issues.push(
      issue(IssueCode.INVALID_ADDITIONAL_SETTING, {
        path,
        message,
        received: value === undefined ? undefined : show(value),
        expected: fix === undefined ? 'text, a number, a boolean, a list or a table' : undefined,
        fix,
      }),
    );
  }
}

/** Settings of the OS are in kebab case, and what is added here is not converted. */
function inKebabCase(key: string): string | undefined {
  const kebab = key.replace(/(?<=[a-z0-9])[A-Z]/g, (letter) => `-${letter}`).toLowerCase();
  return /^[a-z][a-z0-9]*(?:[A-Z][a-z0-9]*)+$/.test(key)
    ? `If it is a setting of the OS, write ${kebab}: keys are passed on as they are.`
    : undefined;
}

/** What the model knows under a key of a table or map, however the key is spelled. */
function childOf(
  above: ShapeModel,
  key: string,
): { readonly name: string; readonly property: string; readonly shape: ShapeModel } | undefined {
  if (above.kind === 'map') {
    return { name: key, property: key, shape: above.value.shape };
  }
  if (above.kind !== 'table') {
    return undefined;
  }
  const entry = above.entries.find((candidate) =>
    [candidate.key, ...(candidate.aliases ?? [])].some((name) => isSameName(name, key)),
  );
  if (entry !== undefined) {
    return { name: entry.key, property: entry.property, shape: entry.shape };
  }
  return above.rest === undefined ? undefined : { name: key, property: key, shape: above.rest.map.value.shape };
}
