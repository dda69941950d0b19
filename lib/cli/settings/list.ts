import { CommandInput, CommandResult, ExitCode } from '../command';
import type { Style } from '../style';
import { osFrom } from './os-options';
import { factsOf, SettingFacts, settingsOf } from './setting-facts';

/** Paths beyond this width move the columns behind them. */
const PATH_WIDTH = 64;

/** `settings list` */
export function list(input: CommandInput): Promise<CommandResult> {
  const { context, warnings } = osFrom(input);
  const facts = settingsOf(context).map((setting) => factsOf(setting, context));
  return Promise.resolve({
    exitCode: ExitCode.FINE,
    data: facts,
    text: (style) => facts.map((one) => line(one, style)).join(''),
    warnings,
  });
}

function line({ path, type, description }: SettingFacts, style: Style): string {
  const padding = ' '.repeat(Math.max(0, PATH_WIDTH - path.length));
  return `${style.bold(path)}${padding} ${style.dim(type.padEnd(8))} ${description}\n`;
}
