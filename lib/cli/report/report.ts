import { countText } from '../../hardening/controls/report-markdown';
import { checkTemplates } from '../../validation/check-assembly';
import { nodeLines } from '../assembly/check';
import { templatesFor } from '../assembly/read';
import { CommandInput, CommandResult, ExitCode } from '../command';
import type { CliEnvironment } from '../environment';
import { printable, Style } from '../style';
import { reportData } from './data';
import { htmlReport } from './html';
import { fleetReport, isFine, NodeReport } from './model';

/** `report` */
export async function report(input: CommandInput, environment: CliEnvironment): Promise<CommandResult> {
  const file = input.text('html');
  if (file !== undefined) {
    await environment.checkReplaceable(file);
  }
  const found = fleetReport(checkTemplates(await templatesFor(input, environment)));
  if (file !== undefined) {
    await write(file, htmlReport(found, environment.version), environment);
  }
  return {
    exitCode: isFine(found.nodes) ? ExitCode.FINE : ExitCode.FINDINGS,
    data: reportData(found),
    text: (style) =>
      found.nodes.length === 0
        ? `${input.argument('cdk_out')}: no Bottlerocket nodes\n`
        : found.nodes.map((node) => `${textOf(node, style)}\n`).join('\n'),
    remarks: () => (file === undefined ? '' : `${file} has the report as a page.\n`),
  };
}

/** Nothing but a whole page ever stands in the file. */
async function write(file: string, page: string, environment: CliEnvironment): Promise<void> {
  const isThere = await environment.exists(file);
  const before = isThere ? Buffer.from(await environment.readFile(file)).toString('utf8') : undefined;
  await environment.replaceFile(file, page, before);
}

function textOf(report: NodeReport, style: Style): string {
  const { node, settings, hardening } = report;
  return [
    style.bold(printable(node.path)),
    ...settings.differing.map(({ path, value }) => `  ${printable(path)} ${style.dim('=')} ${printable(value)}`),
    ...(hardening.length === 0 ? [] : [`  ${style.dim('hardening:')} ${countText(hardening)}`]),
    nodeLines(report, style),
  ].join('\n');
}
