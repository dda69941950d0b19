import { settingsSchema } from '../../settings/json-schema';
import { CommandInput, CommandResult, ExitCode } from '../command';
import { osFrom } from './os-options';

/** `settings schema`. A schema is JSON with or without `--json`. */
export function schema(input: CommandInput): Promise<CommandResult> {
  const { warnings } = osFrom(input);
  const data = settingsSchema({ variant: input.text('variant'), osVersion: input.text('os-version') });
  return Promise.resolve({
    exitCode: ExitCode.FINE,
    data,
    text: () => `${JSON.stringify(data, undefined, 2)}\n`,
    warnings,
  });
}
