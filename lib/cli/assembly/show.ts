import { TomlFloat, TomlValue } from '../../settings/model/document';
import { readNodes, TemplateNode } from '../../template';
import { CommandInput, CommandResult, ExitCode } from '../command';
import type { CliEnvironment } from '../environment';
import { printable, Style } from '../style';
import { nodeData, nodeText } from './nodes';
import { templatesFor } from './read';

/** `user-data show` */
export async function show(input: CommandInput, environment: CliEnvironment): Promise<CommandResult> {
  const templates = await templatesFor(input, environment);
  const nodes = templates.flatMap((of) => readNodes(of.template).map((node) => ({ of, node })));
  return {
    exitCode: ExitCode.FINE,
    data: nodes.map(({ of, node }) => {
      const { text, document, placeholders = [], isCompressed = false } = node.userData ?? {};
      return {
        ...nodeData(of, node),
        userData: text ?? null,
        settings: plain(document?.settings) ?? null,
        placeholders: [...new Set(placeholders.map((placeholder) => placeholder.text))],
        compressed: isCompressed,
      };
    }),
    text: (style) =>
      nodes.length === 0
        ? `${input.argument('cdk_out')}: no Bottlerocket nodes\n`
        : nodes.map(({ node }) => userDataText(node, style)).join('\n'),
  };
}

/** What is said of a node are comments of TOML, so that the text stays what it is. */
function userDataText(node: TemplateNode, style: Style): string {
  const { userData, launch } = node;
  const heading = style.bold(`# ${printable(nodeText(node))}`);
  const text = userData?.text.replace(/\r?\n$/, '');
  if (text === undefined || text.trim() === '') {
    const reason = launch?.userData === undefined || text !== undefined ? 'no user data' : 'only known at deployment';
    return `${heading}\n${style.dim(`# ${reason}`)}\n`;
  }
  const lines = text.split(/\r?\n/).map((line) => line.split('\t').map(printable).join('\t'));
  return `${[heading, ...lines].join('\n')}\n`;
}

/** A document as JSON has it. */
function plain(value: TomlValue | undefined): unknown {
  if (value instanceof TomlFloat) {
    return value.value;
  }
  if (typeof value === 'bigint') {
    return Number(value);
  }
  if (Array.isArray(value)) {
    return value.map(plain);
  }
  return typeof value === 'object'
    ? Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, plain(inner as TomlValue)]))
    : value;
}
