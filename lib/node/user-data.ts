import type { Resource } from 'aws-cdk-lib';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import type { IConstruct } from 'constructs';
import { CDK_TOKENS } from '../private/cdk-tokens';
import { BottlerocketIssue, BottlerocketSettings, IssueCode, IssueSeverity, UserDataTarget } from '../settings';
import { isTable, newTable, TomlTable, TomlValue } from '../settings/document';
import { mergeDocuments } from '../settings/merge';
import { readSettings } from '../settings/read';
import { issue, throwOnErrors } from '../settings/report';
import { checkSupplied, checkWhole } from '../settings/validate';
import { warn } from '../settings/warn';
import { TomlText, writeToml } from '../settings/write-toml';

/** What EC2 takes, in bytes before base64. */
const LARGEST_USER_DATA = 16384;

/**
 * What goes into user data.
 */
export interface BottlerocketUserDataProps {
  /**
   * The settings of the node.
   *
   * @default - no settings; add them with `addSettings`
   */
  readonly settings?: BottlerocketSettings;

  /**
   * Who reads the user data.
   *
   * @default UserDataTarget.EC2
   */
  readonly target?: UserDataTarget;
}

/**
 * User data of a Bottlerocket node: one document of settings, checked and written in TOML.
 *
 * Everything that belongs to one node must go into one of these. Settings that are added later are merged with the
 * earlier ones as the OS merges its sources: tables and maps key by key, lists and values as a whole.
 *
 * The methods of `ec2.UserData` that add shell commands throw: Bottlerocket has no shell.
 *
 * @see https://bottlerocket.dev/en/os/latest/concepts/api-driven/
 */
export class BottlerocketUserData extends ec2.UserData {
  private readonly target: UserDataTarget;
  private document: TomlTable = newTable();
  private supplied: TomlTable = newTable();
  private readonly warnings: BottlerocketIssue[] = [];
  private scope?: IConstruct;

  /**
   * @param props settings, and who reads them
   * @throws an error with all issues when the OS would refuse the settings
   */
  public constructor(props: BottlerocketUserDataProps = {}) {
    super();
    this.target = props.target ?? UserDataTarget.EC2;
    if (props.settings !== undefined) {
      this.addSettings(props.settings);
    }
  }

  /**
   * Merges more settings into the user data. Where both give a value, the new one holds.
   *
   * @param settings the settings to add
   * @throws an error with all issues when the OS would refuse the settings
   */
  public addSettings(settings: BottlerocketSettings): void {
    const { document, issues } = readSettings(settings, 'property', CDK_TOKENS);
    throwOnErrors([...issues, ...checkSupplied(document, this.target)], this.scope);
    this.merge(document, issues);
  }

  /**
   * The user data in TOML. Empty when there are no settings.
   *
   * @throws an error with all issues when the OS would refuse the settings as a whole, or EC2 their size
   */
  public override render(): string {
    const { text, issues } = this.write();
    throwOnErrors(issues, this.scope);
    return text;
  }

  /**
   * Throws: Bottlerocket has no shell.
   *
   * @param _commands commands
   */
  public override addCommands(..._commands: string[]): void {
    this.refuse('addCommands', 'Use addSettings, or a container in settings.bootstrapContainers.');
  }

  /**
   * Throws: Bottlerocket has no shell.
   *
   * @param _commands commands
   */
  public override addOnExitCommands(..._commands: string[]): void {
    this.refuse('addOnExitCommands', 'Use a container in settings.bootstrapContainers.');
  }

  /**
   * Throws: Bottlerocket has no shell.
   *
   * @param _params what to download
   */
  public override addS3DownloadCommand(_params: ec2.S3DownloadOptions): string {
    return this.refuse('addS3DownloadCommand', 'Download the file in a container in settings.bootstrapContainers.');
  }

  /**
   * Throws: Bottlerocket has no shell.
   *
   * @param _params what to run
   */
  public override addExecuteFileCommand(_params: ec2.ExecuteFileOptions): void {
    this.refuse('addExecuteFileCommand', 'Run the program in a container in settings.bootstrapContainers.');
  }

  /**
   * Throws: Bottlerocket signals by itself when its settings say so.
   *
   * @param _resource the resource that waits for the signal
   */
  public override addSignalOnExitCommand(_resource: Resource): void {
    this.refuse(
      'addSignalOnExitCommand',
      'Use settings.cloudformation with shouldSignal, stackName and logicalResourceId.',
    );
  }

  /**
   * Ties the user data to the construct that errors and warnings point to.
   *
   * @internal
   */
  public _bind(scope: IConstruct): void {
    if (this.scope === undefined) {
      this.scope = scope;
      warn(scope, this.warnings);
    }
  }

  /**
   * Merges what is right in the settings and returns what is wrong, for a caller that collects issues.
   *
   * @internal
   */
  public _tryAddSettings(settings: BottlerocketSettings): BottlerocketIssue[] {
    const { document, issues } = readSettings(settings, 'property', CDK_TOKENS);
    this.merge(document, issues);
    return issues;
  }

  /**
   * Adds settings that are not the business of users: those that a construct writes in place of the target. They win.
   *
   * @internal
   */
  public _supply(settings: BottlerocketSettings): BottlerocketIssue[] {
    const { document, issues } = readSettings(settings, 'property', CDK_TOKENS);
    this.supplied = mergeDocuments(this.supplied, document);
    return issues;
  }

  /**
   * What is wrong with the settings as a whole.
   *
   * @internal
   */
  public _validate(): BottlerocketIssue[] {
    return this.write().issues;
  }

  /**
   * The text without any check: where a construct validates first, its error tells more than one from resolving tokens.
   *
   * @internal
   */
  public _text(): string {
    return this.write().text;
  }

  /**
   * The value at a path of keys in the settings, such as kubernetes, node-labels.
   *
   * @internal
   */
  public _valueAt(...path: string[]): TomlValue | undefined {
    return path.reduce<TomlValue | undefined>((value, key) => (isTable(value) ? value[key] : undefined), this.document);
  }

  private merge(document: TomlTable, issues: readonly BottlerocketIssue[]): void {
    this.document = mergeDocuments(this.document, document);
    const warnings = issues.filter(({ severity }) => severity === IssueSeverity.WARNING);
    this.warnings.push(...warnings);
    if (this.scope !== undefined) {
      warn(this.scope, warnings);
    }
  }

  private write(): TomlText {
    const { text, issues } = writeToml(mergeDocuments(this.document, this.supplied), this.target, CDK_TOKENS);
    const whole = [...checkWhole(this.document), ...checkSupplied(this.document, this.target)];
    return { text, issues: [...whole, ...issues, ...this.checkSize(text)] };
  }

  /** Text that is only known at deployment counts as nothing, so that what is too large here is too large for sure. */
  private checkSize(text: string): BottlerocketIssue[] {
    const written = CDK_TOKENS.split(text).filter(({ token }) => !token);
    const bytes = written.reduce((sum, part) => sum + Buffer.byteLength(part.text), 0);
    if (bytes <= LARGEST_USER_DATA) {
      return [];
    }
    return [
      issue(IssueCode.USER_DATA_TOO_LARGE, {
        path: 'settings',
        message: `The user data has ${bytes} bytes${written.length > 1 ? ' without the values that are only known at deployment' : ''}.`,
        received: `${bytes} bytes`,
        expected: `at most ${LARGEST_USER_DATA} bytes`,
      }),
    ];
  }

  private refuse(method: string, fix: string): never {
    throwOnErrors(
      [
        issue(IssueCode.SHELL_USER_DATA, {
          path: method,
          message: 'Bottlerocket has no shell to run commands in.',
          fix,
        }),
      ],
      this.scope,
    );
    throw new Error('unreachable');
  }
}
