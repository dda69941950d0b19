import { CfnElement, Stack } from 'aws-cdk-lib';
import type * as assertions from 'aws-cdk-lib/assertions';
import { CloudFormationTemplate, PathOf, readNodes } from '../template';
import { assertionsModule } from './assertions-module';
import { SynthesizedNode } from './synthesized-node';

/**
 * The Bottlerocket nodes of a template, made by this library or not, for tests of your own.
 *
 * @example
 * const nodes = testing.SynthesizedNodes.fromStack(this);
 * nodes.at('Nodes').hasSettings({ kubernetes: { 'max-pods': 58 } });
 */
export class SynthesizedNodes {
  /**
   * The nodes of a template of `aws-cdk-lib/assertions`. It knows the paths of constructs only in apps with the context
   * `aws:cdk:enable-path-metadata`, which the CDK CLI sets; `at` takes logical ids otherwise.
   *
   * @param template the template
   */
  public static fromTemplate(template: assertions.Template): SynthesizedNodes {
    return SynthesizedNodes.fromJson(template.toJSON());
  }

  /**
   * The nodes of a stack, which is synthesised for it.
   *
   * @param stack the stack
   */
  public static fromStack(stack: Stack): SynthesizedNodes {
    const template = assertionsModule().Template.fromStack(stack).toJSON();
    const elements = stack.node.findAll().filter((construct) => CfnElement.isCfnElement(construct));
    const paths = new Map(
      elements
        .filter((element) => element.stack === stack)
        .map((element) => [stack.resolve(element.logicalId) as string, element.node.path]),
    );
    return SynthesizedNodes.read(template, (logicalId) => paths.get(logicalId));
  }

  /**
   * The nodes of a CloudFormation template in JSON, from wherever it comes.
   *
   * @param template the parsed template
   */
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- what Template.toJSON() of aws-cdk-lib gives
  public static fromJson(template: { [key: string]: any }): SynthesizedNodes {
    return SynthesizedNodes.read(template);
  }

  private static read(template: unknown, pathOf?: PathOf): SynthesizedNodes {
    const nodes = readNodes(new CloudFormationTemplate(template, pathOf));
    return new SynthesizedNodes(nodes.map((node) => SynthesizedNode._of(node)));
  }

  private constructor(
    /** All of them, in the order of the template. */
    public readonly nodes: SynthesizedNode[],
  ) {}

  /**
   * The nodes that one construct holds.
   *
   * @param place the path of a construct that the nodes are in, or a part of it: `Nodes` finds `Stack/Nodes/Resource`; or
   * the logical id of the resource
   * @throws an error that lists all nodes, unless there is exactly one
   */
  public at(place: string): SynthesizedNode {
    const found = this.nodes.filter((node) => isAt(node, place));
    if (found.length !== 1) {
      const all = this.nodes.map(({ constructPath, kind }) => `  ${constructPath} (${kind})`).join('\n');
      throw new Error(
        `${found.length === 0 ? 'No' : 'More than one'} group of Bottlerocket nodes is at ${place}. ` +
          `There are ${this.nodes.length === 0 ? 'none at all.' : `these:\n${all}`}`,
      );
    }
    return found[0]!;
  }
}

function isAt({ constructPath, logicalId }: SynthesizedNode, place: string): boolean {
  return logicalId === place || constructPath === place || `/${constructPath}/`.includes(`/${place}/`);
}
