import { Lazy, Stack, Token } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import { CDK_TOKENS, resolvingTokens } from '../private/cdk-tokens';
import { settle } from '../private/settle';
import { BottlerocketIssue, BottlerocketSettings, IssueCode, SettingsOrigin, UserDataTarget } from '../settings';
import { OsContext, osContext } from '../settings/model/os-context';
import { issue, throwOnErrors } from '../settings/report';
import { checkSize } from '../settings/toml/user-data-size';
import { warnOnce } from '../os/warn';
import { carryAcknowledgements } from './carry-acknowledgements';
import { compressed } from './compression';
import { ImportedSettings } from './imported-settings';
import { checkPartTarget, Judgement, JudgeOptions, NodeSettings, ReadPart, SettingsCheck } from './node-settings';
import type { MergedSettings } from '../settings/merge/merge';
import { addPresets, type NodePreset } from './node-preset';
import { ShellLessUserData } from './shell-less-user-data';
import { BottlerocketUserDataProps } from './user-data-props';

/** What the OS drops of a text without a word. */
const LOST_IN_TEXT: readonly IssueCode[] = [IssueCode.IGNORED_TABLE, IssueCode.IGNORED_SETTING];

/**
 * User data of a Bottlerocket node: one document of settings, checked and written in TOML.
 *
 * Everything that belongs to one node must go into one of these. Settings from several calls are merged as the OS merges
 * its sources: tables and maps key by key, lists and values as a whole.
 *
 * The methods of `ec2.UserData` that add shell commands throw: Bottlerocket has no shell.
 *
 * @see https://bottlerocket.dev/en/os/latest/concepts/api-driven/
 */
export class BottlerocketUserData extends ShellLessUserData {
  /**
   * User data with the settings of a text in TOML. More settings can be added as to any other user data; the text itself
   * is not kept, and what comes out is written anew.
   *
   * @param text user data in TOML
   * @param props further settings, which win over those of the text, and who reads them
   * @throws an error with all issues, each with line and column, when the OS would refuse the text
   */
  public static fromToml(text: string, props: BottlerocketUserDataProps = {}): BottlerocketUserData {
    const { variant, osVersion, target } = props;
    const { settings, issues } = ImportedSettings.fromToml(text, { variant, osVersion, target });
    const userData = new BottlerocketUserData({ ...props, settings });
    if (props.settings !== undefined) {
      userData.addSettings(props.settings);
    }
    // All other warnings come again with the settings. These are about what is not among them.
    userData.note(issues.filter(({ code }) => LOST_IN_TEXT.includes(code)));
    return userData;
  }

  private readonly target: UserDataTarget;
  private readonly settings = new NodeSettings();
  private readonly issues: BottlerocketIssue[] = [];
  private readonly scopes = new Set<IConstruct>();
  private readonly checks: SettingsCheck[] = [];
  private context: OsContext;
  private written: JudgeOptions['written'] = (document) => document;

  /**
   * @param props settings, and who reads them
   * @throws an error with all issues when the OS would refuse the settings
   */
  public constructor(private readonly props: BottlerocketUserDataProps = {}) {
    super();
    this.target = props.target ?? UserDataTarget.EC2;
    const { context, issues } = osContext({
      variant: props.variant?.variantName,
      osVersion: CDK_TOKENS.isToken(props.osVersion) ? undefined : props.osVersion,
    });
    this.context = context;
    this.note(issues);
    const parts = [
      ...(props.settings === undefined ? [] : [this.settings.read(props.settings, {}, context)]),
      ...(props.additionalSettings === undefined ? [] : [this.settings.readAdditional(props.additionalSettings, {})]),
    ];
    this.add(parts, [...issues, ...addPresets(this, props.presets)]);
  }

  /**
   * Merges more settings into the user data. Where both give a value, that of the higher layer holds, and in one layer the
   * later one.
   *
   * @param settings the settings to add
   * @param origin where they come from
   * @throws an error with all issues when the OS would refuse the settings
   */
  public addSettings(settings: BottlerocketSettings, origin: SettingsOrigin = {}): void {
    this.add([this.settings.read(settings, origin, this.context)]);
  }

  /**
   * Merges settings into the user data that this library does not know yet. They are passed on unchecked, with a warning.
   *
   * @param settings the settings to add, with keys as in TOML
   * @param origin where they come from
   * @throws an error with all issues when the library knows one of the settings, or TOML cannot hold it
   */
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- jsii has no other type for a value of any kind
  public addAdditionalSettings(settings: { [key: string]: any }, origin: SettingsOrigin = {}): void {
    this.add([this.settings.readAdditional(settings, origin)]);
  }

  /**
   * The user data in TOML. Empty when there are no settings.
   *
   * It is never compressed: that takes the mixin `LaunchTemplateUserData`.
   *
   * @throws an error with all issues when the OS would refuse the settings as a whole, or EC2 their size
   */
  public override render(): string {
    const { text, issues } = this.settings.judge(this.plainOptions, this.issues, false);
    throwOnErrors(issues, this.scope);
    return this.settings.hasTokens() ? this.lazyText() : text;
  }

  /**
   * Everything that is wrong with the settings as they are now, or worth a warning, as records.
   */
  public findIssues(): BottlerocketIssue[] {
    return [...this.issues, ...this.judge(this.issues, false).issues, ...this.checkCompression()];
  }

  /**
   * The paths of settings whose values are only known at deployment, and could not be checked.
   */
  public uncheckedSettings(): string[] {
    return this.settings.unchecked();
  }

  /**
   * Ties the user data to a construct that errors and warnings point to.
   *
   * @internal
   */
  public _bind(scope: IConstruct): void {
    this.scopes.add(scope);
    warnOnce(scope, this.issues);
  }

  /**
   * Says which OS will read the settings, where that is known only after the user data was made.
   *
   * @internal
   */
  public _judgeBy(context: OsContext): void {
    this.context = context;
  }

  /**
   * Which OS will read the settings, as far as it is known.
   *
   * @internal
   */
  public _os(): OsContext {
    return this.options.context;
  }

  /**
   * The presets that it was made with.
   *
   * @internal
   */
  public _presets(): readonly NodePreset[] {
    return this.props.presets ?? [];
  }

  /**
   * All settings as they are now, with those that a construct writes in place of the target, and who gave them.
   *
   * @internal
   */
  public _merged(): MergedSettings {
    return this.settings.merged();
  }

  /**
   * Adds what the construct that the node belongs to has to say of the settings that users give, now or later.
   *
   * @internal
   */
  public _checkBy(check: SettingsCheck): void {
    this.checks.push(check);
  }

  /**
   * Says what of the settings is written. The construct that the node belongs to passes the rest on by other means.
   *
   * @internal
   */
  public _writeOnly(written: JudgeOptions['written']): void {
    this.written = written;
  }

  /**
   * Merges what is right in the settings and returns what is wrong, for a caller that collects issues.
   *
   * @internal
   */
  public _tryAddSettings(settings: BottlerocketSettings, origin: SettingsOrigin = {}): BottlerocketIssue[] {
    return this.note(this.settings.keep(this.settings.read(settings, origin, this.context)));
  }

  /**
   * The same for settings that this library does not know.
   *
   * @internal
   */
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- jsii has no other type for a value of any kind
  public _tryAddAdditionalSettings(settings: { [key: string]: any }): BottlerocketIssue[] {
    return this.note(this.settings.keep(this.settings.readAdditional(settings, {})));
  }

  /**
   * Adds settings that are not the business of users: those that a construct writes in place of the target. They win.
   *
   * @internal
   */
  public _supply(settings: BottlerocketSettings): BottlerocketIssue[] {
    return this.settings.keep(this.settings.readSupplied(settings, this.context));
  }

  /**
   * What is wrong with the settings as a whole, as long as more may come.
   *
   * @internal
   */
  public _preview(): BottlerocketIssue[] {
    return this.judge(this.issues, true).issues;
  }

  /**
   * What is wrong with the settings as a whole at synthesis. Warnings are shown on the construct, and what users
   * acknowledge around its stack gets into the assembly.
   *
   * @internal
   */
  public _validate(scope: IConstruct): BottlerocketIssue[] {
    carryAcknowledgements(scope);
    const { issues } = this.judgeSettled(scope);
    const all = [...this.issues, ...issues, ...this.checkCompression()];
    warnOnce(scope, all);
    return all;
  }

  /**
   * The user data as EC2 wants it in a launch template, in base64; undefined when there are no settings.
   *
   * @internal
   */
  public _encode(): string | undefined {
    if (this.props.compress === true) {
      const text = this.settings.write(this.options);
      return text === '' ? undefined : compressed(text).toString('base64');
    }
    // The function as it is rendered: a token of Fn.base64 for each time it is asked for would take long, and stay in memory.
    const encoded = Lazy.uncachedAny({
      produce: ({ scope, preparing }) => {
        const text = preparing
          ? this.settings.write(this.options)
          : this.settings.writeSettled(this.options, (value) => settle(value, scope));
        return text === '' ? undefined : { 'Fn::Base64': text };
      },
    });
    return Token.asString(encoded);
  }

  /**
   * The value that users give at a path of keys in the settings, such as kubernetes, node-labels.
   *
   * @internal
   */
  public _valueAt(...path: string[]): unknown {
    return this.settings.valueAt(...path);
  }

  private get scope(): IConstruct | undefined {
    return [...this.scopes][0];
  }

  private get options(): JudgeOptions {
    const region = this.scope === undefined ? undefined : Stack.of(this.scope).region;
    return {
      context: { ...this.context, region: CDK_TOKENS.isToken(region) ? undefined : region },
      target: this.target,
      allowRegistryCredentials: this.props.allowRegistryCredentials ?? false,
      needsCluster: this.props.variant !== undefined,
      compress: this.props.compress ?? false,
      checks: this.checks,
      written: this.written,
    };
  }

  /** The same for text that nobody compresses. */
  private get plainOptions(): JudgeOptions {
    return { ...this.options, compress: false };
  }

  private judge(before: readonly BottlerocketIssue[], mayGrow: boolean): Judgement {
    return this.settings.judge(this.options, before, mayGrow);
  }

  private judgeSettled(scope: IConstruct, options = this.options): Judgement {
    return this.settings.judgeSettled(options, (value) => settle(value, scope), resolvingTokens(scope));
  }

  /** What is a token now may be text at synthesis, and is written as such then. */
  private lazyText(): string {
    return Lazy.uncachedString({
      produce: ({ scope, preparing }) => {
        if (preparing) {
          return this.settings.write(this.options);
        }
        const { text, issues } = this.judgeSettled(scope, this.plainOptions);
        throwOnErrors(issues, scope);
        warnOnce(scope, [...this.issues, ...issues]);
        return text;
      },
    });
  }

  /** Adds settings, unless something in them is wrong. */
  private add(parts: readonly ReadPart[], before: readonly BottlerocketIssue[] = []): void {
    const found = parts.flatMap(({ part, issues }) => [
      ...issues,
      ...checkPartTarget(part, this.target),
      ...this.checks.flatMap((check) => check(part.document)),
    ]);
    throwOnErrors([...before, ...found], this.scope);
    parts.forEach((read) => this.note(this.settings.keep(read)));
  }

  private note(issues: BottlerocketIssue[]): BottlerocketIssue[] {
    this.issues.push(...issues);
    this.scopes.forEach((scope) => warnOnce(scope, issues));
    return issues;
  }

  private checkCompression(): BottlerocketIssue[] {
    if (this.props.compress !== true) {
      return [];
    }
    if (this.target !== UserDataTarget.EC2 || this.settings.hasTokens()) {
      return [
        issue(IssueCode.NOT_COMPRESSIBLE, {
          path: 'compress',
          message:
            this.target === UserDataTarget.EC2
              ? `Some settings are only known at deployment: ${this.uncheckedSettings().join(', ')}.`
              : 'Something else than the OS reads this user data first.',
          received: this.target,
        }),
      ];
    }
    return checkSize(compressed(this.settings.write(this.options)).length, ' after compression');
  }
}
