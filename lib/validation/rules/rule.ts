import type { IssueCode } from '../../settings/generated/issue-code.generated';
import { isTable, TomlValue } from '../../settings/model/document';
import type { Finding } from '../../settings/report';
import type { CloudFormationTemplate, TemplateNode } from '../../template';

/** A rule looks at a node, and reports what is wrong. */
export type NodeRule = (node: NodeView, report: RuleReport) => void;

export type RuleReport = (code: IssueCode, finding: Finding) => void;

/** A node with what is around it. */
export class NodeView {
  public constructor(
    public readonly node: TemplateNode,
    public readonly template: CloudFormationTemplate,
    /** Undefined when it is only known at deployment. */
    public readonly region: string | undefined,
  ) {}

  /** A property of the resource of the node. */
  public property(name: string): unknown {
    return this.node.resource.properties[name];
  }

  /** A setting in the user data, as it stands there; undefined where it is not set or not known. */
  public setting(...path: readonly string[]): TomlValue | undefined {
    let at: TomlValue | undefined = this.node.userData?.document;
    for (const key of ['settings', ...path]) {
      at = isTable(at) ? at[key] : undefined;
    }
    return at;
  }

  /** The keys of a table in the settings. */
  public keysOf(...path: readonly string[]): string[] {
    const table = this.setting(...path);
    return isTable(table) ? Object.keys(table) : [];
  }

  /** Whether a value is only known at deployment. */
  public isToken(value: unknown): boolean {
    return typeof value === 'object' && value !== null;
  }

  /** Whether a text of the user data holds what is only known at deployment. */
  public hasPlaceholder(text: string): boolean {
    return (this.node.userData?.placeholders ?? []).some((placeholder) => text.includes(placeholder.text));
  }
}
