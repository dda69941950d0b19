import type { TokenReader } from '../../../private/token-reader';
import { isList, isTable, joinPath, TomlTable, TomlValue } from '../../model/document';
import { IssueCode } from '../../generated/issue-code.generated';
import { OsContext } from '../../model/os-context';
import { Finding } from '../../report';
import { RefusedPaths } from '../refused-paths';

/** Looks at several settings together. */
export type RuleCheck = (settings: SettingsView, report: RuleReport) => void;

/** A rule about several settings together, and the settings without which it has nothing to say. */
export interface Rule {
  readonly check: RuleCheck;
  /** At least one of these must be given; undefined when the rule also minds that nothing is. */
  readonly given?: readonly (readonly [group: string, key: string | undefined])[];
}

/**
 * A rule that says nothing unless one of some settings is given, each named by its group or with its key in that. Most
 * documents hold few of all settings, and most rules need not run for them.
 */
export function given(settings: readonly string[], check: RuleCheck): Rule {
  return { check, given: settings.map((path) => path.split('.') as [string, string | undefined]) };
}

/** A rule that also minds what is not there. */
export function always(check: RuleCheck): Rule {
  return { check };
}

/** Whether a rule may have something to say about a document. */
export function concerns(rule: Rule, document: TomlTable): boolean {
  if (rule.given === undefined) {
    return true;
  }
  for (const [group, key] of rule.given) {
    const table = document[group];
    if (table !== undefined && (key === undefined || (isTable(table) && table[key] !== undefined))) {
      return true;
    }
  }
  return false;
}

/** How a rule says what it found. */
export type RuleReport = (code: IssueCode, finding: Finding) => void;

/** Settings as rules look at them. Values that are only known at deployment are there, but have no value yet. */
export class SettingsView {
  public constructor(
    private readonly document: TomlTable,
    private readonly tokens: TokenReader,
    public readonly context: OsContext,
    /** What was said but is not in the document, because it is wrong. */
    private readonly refused: RefusedPaths,
    /** Whether the defaults of the kubelet count where nothing is said. */
    private readonly judgesDefaults: boolean,
    /** Is told of every setting that is looked at: of a group as such, of everything in it, or of one of its keys. */
    private readonly watch?: (group: string, key: string | undefined) => void,
  ) {}

  /** The path of a setting, as issues name it. */
  public path(...keys: readonly string[]): string {
    return keys.reduce(joinPath, 'settings');
  }

  /** Whether anything is given in a group. */
  public hasGroup(group: string): boolean {
    this.watch?.(group, '');
    return this.document[group] !== undefined;
  }

  /** Whether a setting is given, with a known value or not. */
  public has(...keys: readonly string[]): boolean {
    return this.value(keys) !== undefined;
  }

  /** Whether nobody said a word about a setting, not even a wrong one. */
  public lacks(...keys: readonly string[]): boolean {
    return !this.has(...keys) && this.isWhole(...keys);
  }

  /** Whether the kubelet falls back to its default, and that is to be judged, too. */
  public usesDefault(...keys: readonly string[]): boolean {
    return this.judgesDefaults && this.lacks(...keys);
  }

  /** Whether all that was said about a setting, or in a table, is in the document. */
  public isWhole(...keys: readonly string[]): boolean {
    return this.refused.isEmpty || this.isWholePath(this.path(...keys));
  }

  /** The same for a path, such as that of an item of a list. */
  public isWholePath(path: string): boolean {
    return !this.refused.touch(path);
  }

  public text(...keys: readonly string[]): string | undefined {
    const value = this.value(keys);
    return typeof value === 'string' && !this.tokens.isToken(value) ? value : undefined;
  }

  /** The text behind base64; undefined when it is not known, or not text. */
  public base64(...keys: readonly string[]): string | undefined {
    const text = this.text(...keys);
    try {
      return text === undefined
        ? undefined
        : new TextDecoder('utf-8', { fatal: true }).decode(Buffer.from(text, 'base64'));
    } catch {
      return undefined;
    }
  }

  public number(...keys: readonly string[]): number | undefined {
    const value = this.value(keys);
    return typeof value === 'number' || typeof value === 'bigint' ? Number(value) : undefined;
  }

  public flag(...keys: readonly string[]): boolean | undefined {
    const value = this.value(keys);
    return typeof value === 'boolean' ? value : undefined;
  }

  /** The keys of a table or map; empty when there is none. */
  public keys(...keys: readonly string[]): string[] {
    const value = this.value(keys);
    return isTable(value) ? Object.keys(value) : [];
  }

  /** The items of a list as far as they are known; undefined when there is no list, or not yet. */
  public list(...keys: readonly string[]): readonly TomlValue[] | undefined {
    const value = this.value(keys);
    return isList(value) ? value : undefined;
  }

  /** Whether text is known now. */
  public isKnown(value: unknown): value is string {
    return typeof value === 'string' && !this.tokens.isToken(value);
  }

  private value(keys: readonly string[]): TomlValue | undefined {
    this.watch?.(keys[0]!, keys[1]);
    let value: TomlValue | undefined = this.document;
    for (const key of keys) {
      if (!isTable(value)) {
        return undefined;
      }
      value = value[key];
    }
    return value;
  }
}
