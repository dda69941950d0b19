import { importToml, hasErrors } from '../../settings/toml/import-toml';
import { UserDataTarget } from '../../settings/user-data-target';
import { CommandInput, CommandResult, ExitCode } from '../command';
import type { CliEnvironment } from '../environment';
import { issueData, issueText, summary } from './issues';
import { osFrom } from './os-options';
import { settingsModule } from './settings-literal';

/** `settings import` */
export async function importFile(input: CommandInput, environment: CliEnvironment): Promise<CommandResult> {
  const { context, warnings } = osFrom(input);
  const file = input.argument('file');
  const target = input.text('target') as UserDataTarget | undefined;
  const { settings, issues } = importToml(await environment.readFile(file), { context, target });
  const ok = !hasErrors(issues);
  return {
    exitCode: ok ? ExitCode.FINE : ExitCode.FINDINGS,
    data: { file, ok, settings: ok ? settings : null, issues: issues.map(issueData) },
    // Half of the settings would be worse than none.
    text: () => (ok ? settingsModule(settings) : ''),
    remarks: (style) =>
      issues.length === 0
        ? ''
        : [...issues.map((found) => issueText(found, file, style)), summary(file, issues, style), ''].join('\n'),
    warnings,
  };
}
