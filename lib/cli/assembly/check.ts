import { IssueSeverity } from '../../settings/issue';
import { AssemblyNode, checkTemplates } from '../../validation/check-assembly';
import { CommandFailure, CommandInput, CommandResult, ExitCode } from '../command';
import type { CliEnvironment } from '../environment';
import { issueData, issueText, summary } from '../settings/issues';
import { printable, Style } from '../style';
import { nodeData, nodeText } from './nodes';
import { templatesFor } from './read';
import { sarifOf } from './sarif';

/** `check` */
export async function check(input: CommandInput, environment: CliEnvironment): Promise<CommandResult> {
  const sarif = input.text('sarif');
  const withAcknowledged = input.flag('acknowledged');
  if (withAcknowledged && sarif === undefined) {
    throw new CommandFailure('--acknowledged needs --sarif: what was acknowledged is left out of everything else.');
  }
  const nodes = checkTemplates(await templatesFor(input, environment));
  if (sarif !== undefined) {
    const { version, cwd } = environment;
    const log = sarifOf(nodes, { version, cwd, withAcknowledged });
    await environment.writeFile(sarif, `${JSON.stringify(log, undefined, 2)}\n`);
  }
  return {
    exitCode: nodes.every(isFine) ? ExitCode.FINE : ExitCode.FINDINGS,
    data: nodes.map((checked) => ({
      ...nodeData(checked.of, checked.node),
      ok: isFine(checked),
      issues: checked.findings.map(({ issue, location }) => ({ ...issueData(issue), location })),
    })),
    text: (style) =>
      nodes.length === 0
        ? `${input.argument('cdk_out')}: no Bottlerocket nodes\n`
        : nodes.map((checked) => `${nodeLines(checked, style)}\n`).join(''),
  };
}

function isFine({ findings }: AssemblyNode): boolean {
  return findings.every(({ issue }) => issue.severity !== IssueSeverity.ERROR);
}

/** What was found of a node. Lines and columns are those of the user data, which is no file that an editor could open. */
export function nodeLines({ node, findings }: AssemblyNode, style: Style): string {
  const issues = findings.map(({ issue }) => issue);
  const lines = issues.map(({ line, column, ...issue }) => {
    const path = line === undefined ? issue.path : `${issue.path} (line ${line}, column ${column})`;
    return issueText({ ...issue, path }, printable(node.path), style);
  });
  return [...lines, summary(printable(nodeText(node)), issues, style)].join('\n');
}
