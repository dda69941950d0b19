import { checkVariantName } from '../../os/variant-stage';
import { IssueCode } from '../../settings/generated/issue-code.generated';
import { IssueSeverity } from '../../settings/issue';
import { OsContext, osContext } from '../../settings/model/os-context';
import { CommandFailure, CommandInput } from '../command';

/** Which OS the options of the command line name. */
export function osFrom(input: CommandInput): { context: OsContext; warnings: string[] } {
  const variant = input.text('variant');
  const { context, issues } = osContext({ variant, osVersion: input.text('os-version') });
  // Settings are judged all the same: a new variant mostly has those of the one before.
  const stage = variant === undefined ? [] : checkVariantName(variant, 'variant');
  const unlisted = stage.filter(({ code }) => code === IssueCode.UNLISTED_VARIANT);
  const lines = [...issues, ...unlisted].map(({ path, message, received, expected }) => {
    const option = path === 'osVersion' ? '--os-version' : `--${path}`;
    return `${option} ${received}: ${message}${expected === undefined ? '' : ` Give ${expected}.`}`;
  });
  if (issues.some(({ severity }) => severity === IssueSeverity.ERROR)) {
    throw new CommandFailure(lines.join('\n'));
  }
  return { context, warnings: lines };
}
