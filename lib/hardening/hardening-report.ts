import { BottlerocketVariant } from '../os';
import { CDK_TOKENS } from '../private/cdk-tokens';
import type { IBottlerocketNodes } from '../node';
import { BottlerocketSettings, IssueCode } from '../settings';
import { readSettings } from '../settings/check/read';
import { osContext } from '../settings/model/os-context';
import { issue, show, throwOnErrors } from '../settings/report';
import { ControlResult, ControlStatus, HardeningBenchmark } from './controls/control-result';
import { reportMarkdown } from './controls/report-markdown';
import { reportOf } from './controls/report-of';
import { launchTemplateFacts } from './launch-template-facts';

/**
 * Which controls a report is about.
 */
export interface HardeningReportOptions {
  /**
   * The collections of controls.
   *
   * @default - all of them
   */
  readonly benchmarks?: HardeningBenchmark[];

  /**
   * The highest level of CIS benchmarks, 1 or 2. Level 2 includes level 1.
   *
   * @default 2
   */
  readonly level?: number;
}

/**
 * What settings are judged by that belong to no node group.
 */
export interface HardeningSettingsReportOptions extends HardeningReportOptions {
  /**
   * The variant of Bottlerocket that the settings are for.
   *
   * @default - not known: what depends on it cannot be seen
   */
  readonly variant?: BottlerocketVariant;

  /**
   * The release of Bottlerocket that the settings are for, such as `1.66.0`.
   *
   * @default - the newest release that this library knows
   */
  readonly osVersion?: string;
}

/**
 * Which controls hold on nodes, control by control, before the nodes are there.
 *
 * It is about what settings and launch template say. What the image guarantees, and what pods and tasks do, cannot be seen
 * from here; `apiclient report` on a node tests the first of it.
 */
export class HardeningReport {
  /**
   * The report on the nodes of a node group or capacity provider, as their settings are now. Make it when all of them are
   * there.
   *
   * @param nodes a node group or capacity provider of this library
   * @param options which controls the report is about
   * @throws when the construct is not one of this library, or there is no such level
   */
  public static of(nodes: IBottlerocketNodes, options: HardeningReportOptions = {}): HardeningReport {
    checkLevel(options);
    if (typeof (nodes as Partial<IBottlerocketNodes>)._startedWith !== 'function') {
      throwOnErrors([
        issue(IssueCode.NODES_UNKNOWN, { path: 'nodes', message: `${nodes.node.path} is another kind.` }),
      ]);
    }
    const { userData, launchTemplate } = nodes._startedWith();
    const merged = userData._merged();
    const results = reportOf(
      merged.document,
      {
        os: userData._os(),
        facts: launchTemplateFacts(launchTemplate),
        tokens: CDK_TOKENS,
        sourcesOf: (path) => merged.sourcesOf(path),
      },
      options,
    );
    return new HardeningReport(nodes.node.path, results);
  }

  /**
   * The report on settings that belong to no node group.
   *
   * @param settings the settings
   * @param options which controls the report is about, and what the settings are for
   * @throws an error with all issues when the OS would refuse the settings, or there is no such level
   */
  public static ofSettings(
    settings: BottlerocketSettings,
    options: HardeningSettingsReportOptions = {},
  ): HardeningReport {
    checkLevel(options);
    const { variant, osVersion } = options;
    const { context, issues } = osContext({
      variant: variant?.variantName,
      osVersion: CDK_TOKENS.isToken(osVersion) ? undefined : osVersion,
    });
    const read = readSettings(settings, 'property', CDK_TOKENS, context);
    throwOnErrors([...issues, ...read.issues]);
    return new HardeningReport('Settings', reportOf(read.document, { os: context, tokens: CDK_TOKENS }, options));
  }

  private constructor(
    /**
     * What the report is about: the path of a construct.
     */
    public readonly subject: string,

    /**
     * What was found of each control, in the order of the benchmarks.
     */
    public readonly results: ControlResult[],
  ) {}

  /**
   * The controls that do not hold.
   */
  public get broken(): ControlResult[] {
    return this.results.filter(({ status }) => status === ControlStatus.BROKEN);
  }

  /**
   * The report for people: a table for each benchmark, in Markdown.
   */
  public toMarkdown(): string {
    return reportMarkdown(this.subject, this.results);
  }
}

function checkLevel({ level }: HardeningReportOptions): void {
  if (level !== undefined && level !== 1 && level !== 2) {
    throwOnErrors([
      issue(IssueCode.UNKNOWN_HARDENING_LEVEL, {
        path: 'level',
        message: 'There is no such level.',
        received: show(level),
        expected: '1 or 2',
      }),
    ]);
  }
}
