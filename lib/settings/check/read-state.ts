import type { TokenReader } from '../../private/token-reader';
import { IssueCode } from '../generated/issue-code.generated';
import { BottlerocketIssue } from '../issue';
import { TomlTable } from '../model/document';
import { OsContext } from '../model/os-context';
import { SettingsModel, TableModel } from '../model/settings-model';
import { Finding, issue } from '../report';
import { notTable } from './read-findings';
import { ReadPlan } from './read-plan';
import { Draft, Reading } from './reading';
import { KeyStyle, unknownKey } from './unknown-key';
import { isObject, membersOf } from './value-kind';

/** What is known while settings are read, and what is found on the way. */
export class ReadState {
  public readonly issues: BottlerocketIssue[] = [];
  public readonly unchecked: string[] = [];
  public readonly aliased = new Map<string, string>();
  public readonly plan: ReadPlan;
  /** What was noted of the table or list that is being read, once all of it was. */
  public draft?: Draft;
  /** What is to be remembered of the value that was read last; undefined for a single value. */
  public last?: Reading;

  public constructor(
    public readonly model: SettingsModel,
    public readonly style: KeyStyle,
    public readonly tokens: TokenReader,
    public readonly context: OsContext,
  ) {
    this.plan = ReadPlan.for(style, tokens, context);
  }

  /** Goes up whenever something is to be said about a value. */
  public get remarks(): number {
    return this.issues.length + this.unchecked.length + this.aliased.size;
  }

  public report(code: IssueCode, finding: Finding): void {
    this.issues.push(issue(code, finding));
  }

  /** Reports a key that a table does not have. */
  public unknown(key: string, table: TableModel, path: string, value: unknown): void {
    const code = table.unknownKeysIgnored === true ? IssueCode.IGNORED_SETTING : IssueCode.UNKNOWN_SETTING;
    this.report(code, unknownKey(key, value, table, path, this.style, this.model));
  }

  /** What a table holds; undefined, with an issue, when it is none. */
  public tableIn(input: unknown, path: string): Readonly<Record<string, unknown>> | undefined {
    if (isObject(input)) {
      return membersOf(input);
    }
    this.report(IssueCode.WRONG_TYPE, { path, ...notTable(input, path, this.style) });
    return undefined;
  }

  /** In TOML, an empty table is there, and may lack something. In typed settings it is as good as none. */
  public given(table: TomlTable): TomlTable | undefined {
    return this.style === 'key' || Object.keys(table).length > 0 ? table : undefined;
  }
}
