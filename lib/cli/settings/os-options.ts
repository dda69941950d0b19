import { IssueSeverity } from '../../settings/issue';
import { OsContext, osContext } from '../../settings/model/os-context';
import { CommandFailure, CommandInput } from '../command';

/** Which OS the options of the command line name. */
export function osFrom(input: CommandInput): { context: OsContext; warnings: string[] } {
  const { context, issues } = osContext({ variant: input.text('variant'), osVersion: input.text('os-version') });
  const lines = issues.map(({ path, message, received, expected }) => {
    const option = path === 'osVersion' ? '--os-version' : `--${path}`;
    return `${option} ${received}: ${message}${expected === undefined ? '' : ` Give ${expected}.`}`;
  });
  if (issues.some(({ severity }) => severity === IssueSeverity.ERROR)) {
    throw new CommandFailure(lines.join('\n'));
  }
  return { context, warnings: lines };
}
