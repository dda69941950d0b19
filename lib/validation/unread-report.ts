import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** The report of versions of aws-cdk-lib whose report the command line of the CDK does not read. */
const UNREAD = 'policy-validation-report.json';
const READ = 'validation-report.json';

interface ValidationReport {
  readonly pluginReports: readonly {
    readonly summary?: { readonly pluginName: string; readonly status: string };
    readonly violations: readonly Violation[];
  }[];
}

interface Violation {
  readonly ruleName: string;
  readonly description: string;
  readonly severity?: string;
  readonly fix?: string;
  readonly violatingConstructs: readonly { readonly constructPath?: string }[];
}

let isListening = false;

/**
 * Shows what a plugin found, and fails the app, where nothing else would.
 *
 * Newer command lines of the CDK (such as 2.1148) tell apps not to report and not to fail, and do so themselves. They read a
 * report that older versions of aws-cdk-lib (such as 2.257) do not write: with both, findings would be lost without a word.
 * The report is read when the process ends, as the CDK takes out what was acknowledged.
 */
export function showUnreadReport(pluginName: string): void {
  const { CDK_OUTDIR: outdir } = process.env;
  // Only the command line sets the folder.
  if (outdir === undefined || isListening) {
    return;
  }
  isListening = true;
  const folder = resolve(outdir);
  process.on('exit', () => show(folder, pluginName));
}

function show(folder: string, pluginName: string): void {
  const file = join(folder, UNREAD);
  // With another exit code than 0, the CDK has shown the report itself.
  if ((process.exitCode ?? 0) !== 0 || existsSync(join(folder, READ)) || !existsSync(file)) {
    return;
  }
  const { pluginReports } = JSON.parse(readFileSync(file, 'utf8')) as ValidationReport;
  for (const { summary, violations } of pluginReports.filter((one) => one.summary?.pluginName === pluginName)) {
    violations.forEach((violation) => process.stderr.write(textOf(violation)));
    if (summary!.status === 'failure') {
      process.stderr.write(`${pluginName}: validation failed. A copy of this report is in ${file}.\n`);
      process.exitCode = 1;
    }
  }
}

function textOf({ ruleName, description, severity, fix, violatingConstructs }: Violation): string {
  const paths = violatingConstructs.map(({ constructPath }) => constructPath ?? '').join(', ');
  return `${severity} [${ruleName}] ${paths}: ${description}\n    Fix: ${fix}\n`;
}
