import type { IssueCode } from './generated';

/**
 * How bad an issue is.
 */
export enum IssueSeverity {
  /**
   * The node would not boot or not join, or the deployment would fail. Synthesis stops.
   */
  ERROR = 'error',

  /**
   * Something has no effect, or could not be checked. Synthesis goes on.
   */
  WARNING = 'warning',
}

/**
 * One thing that is wrong, or worth a warning.
 */
export interface BottlerocketIssue {
  /**
   * What kind of issue it is. docs/errors.md explains each code.
   */
  readonly code: IssueCode;

  /**
   * Whether synthesis stops.
   */
  readonly severity: IssueSeverity;

  /**
   * The setting or property, such as `settings.kubernetes.max-pods` or `instanceTypes`.
   */
  readonly path: string;

  /**
   * What is wrong, in one sentence.
   */
  readonly message: string;

  /**
   * What was received, as JSON and shortened. Values of sensitive settings are not shown.
   *
   * @default - there is nothing to show
   */
  readonly received?: string;

  /**
   * What is allowed.
   *
   * @default - the message says it
   */
  readonly expected?: string;

  /**
   * What to change.
   *
   * @default - the message says it
   */
  readonly fix?: string;

  /**
   * The names of the sources that gave the setting.
   *
   * @default - the source has no name
   */
  readonly source?: string;

  /**
   * The control of a benchmark that the issue is about, such as `cis-bottlerocket-1.5.2`. The id of the warning ends with
   * it.
   *
   * @default - the issue is not about a control
   */
  readonly control?: string;

  /**
   * Where in a file the issue is, as a line number from 1.
   *
   * @default - the settings did not come from a file
   */
  readonly line?: number;

  /**
   * Where in the line the issue is, as a column number from 1.
   *
   * @default - the settings did not come from a file
   */
  readonly column?: number;
}
