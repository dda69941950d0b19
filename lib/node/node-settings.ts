import { CDK_TOKENS } from '../private/cdk-tokens';
import type { TokenReader } from '../private/token-reader';
import { BottlerocketIssue, IssueCode, SettingsLayer, SettingsOrigin, UserDataTarget } from '../settings';
import { checkDocument } from '../settings/check/check-document';
import { checkSecrets } from '../settings/check/check-secrets';
import { checkTarget } from '../settings/check/check-target';
import { readSettings } from '../settings/check/read';
import { readAdditional } from '../settings/check/read-additional';
import { MergedSettings, mergeSettings } from '../settings/merge/merge';
import { isList, isTable, newTable, TomlTable, TomlToken, TomlValue } from '../settings/model/document';
import { OsContext } from '../settings/model/os-context';
import { issue, show } from '../settings/report';
import { checkTextSize } from '../settings/toml/user-data-size';
import { asReadBy, containsToken, Part, WholeSettings } from './whole-settings';

/** What decides how settings are judged. */
export interface JudgeOptions {
  readonly context: OsContext;
  readonly target: UserDataTarget;
  readonly allowRegistryCredentials: boolean;
  /** Whether the settings of the cluster must be among the settings, when nothing else supplies them. */
  readonly needsCluster: boolean;
  /** Whether the text is compressed, so that its size says nothing. */
  readonly compress: boolean;
  /** What the construct that the node belongs to has to say of the settings that users give. */
  readonly checks: readonly SettingsCheck[];
  /** What of the document is written; the rest goes elsewhere. */
  readonly written: (document: TomlTable) => TomlTable;
}

/** Finds what is wrong with settings. */
export type SettingsCheck = (document: TomlTable) => BottlerocketIssue[];

/** Settings in TOML, with everything that is wrong with them. */
export interface Judgement {
  readonly text: string;
  readonly issues: BottlerocketIssue[];
}

/** Settings that were read, as far as they are right, and what is wrong with them. */
export interface ReadPart {
  readonly part: Part;
  readonly issues: BottlerocketIssue[];
}

/** Settings at synthesis, and what is wrong with what tokens became. */
interface Settled {
  readonly whole: WholeSettings;
  readonly issues: BottlerocketIssue[];
}

/** All settings of a node, from all who have a say in them. */
export class NodeSettings {
  private readonly parts: Part[] = [];
  /** The parts together, until there is another one. */
  private together?: WholeSettings;

  /** Reads settings with the names of the typed API. */
  public read(settings: unknown, origin: SettingsOrigin, context: OsContext): ReadPart {
    return asPart('typed', origin, readSettings(settings, 'property', CDK_TOKENS, context));
  }

  /** Reads settings that the model does not know. */
  public readAdditional(settings: unknown, origin: SettingsOrigin): ReadPart {
    return asPart('additional', origin, readAdditional(settings, CDK_TOKENS));
  }

  /** Reads settings that a construct writes in place of the target. They win over all others. */
  public readSupplied(settings: unknown, context: OsContext): ReadPart {
    return asPart('supplied', {}, readSettings(settings, 'property', CDK_TOKENS, context));
  }

  /** Keeps what is right in settings that were read, and returns what is wrong. */
  public keep({ part, issues }: ReadPart): BottlerocketIssue[] {
    this.parts.push(part);
    this.together = undefined;
    return issues;
  }

  /** The value that users give at a path of keys, such as kubernetes, node-labels. */
  public valueAt(...path: readonly string[]): TomlValue | undefined {
    const { document } = this.whole.ofUsers;
    return path.reduce<TomlValue | undefined>((value, key) => (isTable(value) ? value[key] : undefined), document);
  }

  /** All settings. Those that a construct supplies win. */
  public merged(): MergedSettings {
    return this.whole.all;
  }

  /** Paths of values that are only known at deployment, and could not be checked. */
  public unchecked(): string[] {
    return readSettings(unwrap(mergeSettings(this.parts).document), 'key', CDK_TOKENS).unchecked;
  }

  /**
   * Whether anything in the settings is a token: what synthesis makes of it is judged once more.
   */
  public hasTokens(): boolean {
    return this.whole.hasTokens;
  }

  /**
   * Judges all settings together and writes them.
   *
   * @param before what was found wrong before, and is not among the settings any more
   * @param mayGrow whether more settings may come, so that nothing is missing yet
   */
  public judge(options: JudgeOptions, before: readonly BottlerocketIssue[], mayGrow: boolean): Judgement {
    return judge(this.whole, CDK_TOKENS, options, before, mayGrow);
  }

  /** All settings as they are written, right or wrong. */
  public write(options: JudgeOptions): string {
    return this.whole.write(options).text;
  }

  /** The same at synthesis, with all tokens filled in that are known by then. */
  public writeSettled(options: JudgeOptions, settle: (value: unknown) => unknown): string {
    return this.settled(options, settle).whole.write(options).text;
  }

  /** The same at synthesis, with all tokens filled in that are known by then. */
  public judgeSettled(options: JudgeOptions, settle: (value: unknown) => unknown, tokens: TokenReader): Judgement {
    const { whole, issues } = this.settled(options, settle);
    const judged = judge(whole, tokens, options, issues, false);
    return {
      text: judged.text,
      issues: [...issues, ...judged.issues, ...this.settledSecrets(tokens, options, judged)],
    };
  }

  private get whole(): WholeSettings {
    return (this.together ??= new WholeSettings([...this.parts]));
  }

  /** The settings with all tokens filled in that are known by now, and what is wrong with what came of them. */
  private settled(options: JudgeOptions, settle: (value: unknown) => unknown): Settled {
    if (!this.hasTokens()) {
      return { whole: this.whole, issues: [] };
    }
    const issues: BottlerocketIssue[] = [];
    const parts = this.parts.map((part): Part => {
      if (!containsToken(part.document)) {
        return part;
      }
      const input = settleValue(part.document, settle) ?? newTable();
      const read =
        part.kind === 'additional'
          ? readAdditional(input, CDK_TOKENS)
          : readSettings(input, 'key', CDK_TOKENS, options.context);
      issues.push(...read.issues.map((found) => withSource(found, part.source)));
      return { ...part, document: read.document };
    });
    return { whole: new WholeSettings(parts), issues };
  }

  /** Secrets that settling makes plain text of: what they were can only be seen before. */
  private settledSecrets(
    tokens: TokenReader,
    { allowRegistryCredentials }: JudgeOptions,
    { issues }: Judgement,
  ): BottlerocketIssue[] {
    if (!this.hasTokens()) {
      return [];
    }
    const merged = mergeSettings(this.parts);
    const known = new Set(issues.map(({ code, path }) => `${code} ${path}`));
    return checkSecrets(merged.document, { tokens, allowRegistryCredentials })
      .filter(({ code, path }) => code === IssueCode.SECRET_IN_USER_DATA && !known.has(`${code} ${path}`))
      .map((found) => withSource(found, merged.sourcesOf(found.path).join(', ')));
  }
}

function asPart(
  kind: Part['kind'],
  { layer = SettingsLayer.GROUP, source }: SettingsOrigin,
  { document, issues }: { readonly document: TomlTable; readonly issues: readonly BottlerocketIssue[] },
): ReadPart {
  return { part: { kind, document, layer, source }, issues: issues.map((found) => withSource(found, source)) };
}

/** Finds settings of one part that the target writes itself, or cannot read. */
export function checkPartTarget({ document }: Part, target: UserDataTarget): BottlerocketIssue[] {
  return checkTarget(asReadBy(target, document), target);
}

/** Only the OS reads compressed user data. */
const HOW_TO_COMPRESS =
  'Pass compress: true to BottlerocketUserData, and give it to the launch template with LaunchTemplateUserData. ' +
  'Or shorten the settings: let bootstrap containers read large files from Amazon S3.';

function judge(
  whole: WholeSettings,
  tokens: TokenReader,
  options: JudgeOptions,
  before: readonly BottlerocketIssue[],
  mayGrow: boolean,
): Judgement {
  const { context, target, allowRegistryCredentials, needsCluster } = options;
  const { all } = whole;
  const given = asReadBy(target, whole.ofUsers.document);
  const document = asReadBy(target, all.document);
  const written = whole.write(options);
  const found = [
    ...conflicts(all),
    ...checkTarget(given, target, options.written(given)),
    ...options.checks.flatMap((check) => check(given)),
    ...checkDocument(document, { tokens, context, target, before, mayGrow, joins: true, needsCluster }),
    ...checkSecrets(document, { tokens, allowRegistryCredentials }),
    ...written.issues,
    ...(options.compress
      ? []
      : checkTextSize(written.text, CDK_TOKENS, target === UserDataTarget.EC2 ? HOW_TO_COMPRESS : undefined)),
  ];
  return { text: written.text, issues: found.map((one) => withSource(one, all.sourcesOf(one.path).join(', '))) };
}

function conflicts({ conflicts: found }: MergedSettings): BottlerocketIssue[] {
  return found.map(({ path, given }) =>
    issue(IssueCode.CONFLICTING_SETTINGS, {
      path,
      message: `${given.map(([source]) => source).join(' and ')} want different values.`,
      received: given.map(([source, value]) => `${show(value, path)} from ${source}`).join(', '),
    }),
  );
}

function withSource(found: BottlerocketIssue, source: string | undefined): BottlerocketIssue {
  return source === undefined || source === '' || found.code === IssueCode.CONFLICTING_SETTINGS
    ? found
    : { ...found, source };
}

function settleValue(value: TomlValue, settle: (value: unknown) => unknown): unknown {
  if (isTable(value)) {
    const result: Record<string, unknown> = newTable();
    for (const key of Object.keys(value)) {
      const settled = settleValue(value[key]!, settle);
      if (settled !== undefined) {
        result[key] = settled;
      }
    }
    // A table of nothing is not written.
    return Object.keys(result).length === 0 ? undefined : result;
  }
  if (isList(value)) {
    return value.map((item) => settleValue(item, settle)).filter((item) => item !== undefined);
  }
  return value instanceof TomlToken ? settle(value.token) : settle(value);
}

/** Tokens as users gave them. */
function unwrap(document: TomlTable): unknown {
  return settleValue(document, (value) => value) ?? newTable();
}
