import { Argument, Command, CommanderError, Option } from 'commander';
import { CommandDefinition, CommandGroup, CommandInput } from './command';

/** What the command line asks for. */
export type Request =
  /** To run a command. */
  | { readonly kind: 'run'; readonly command: CommandDefinition; readonly input: CommandInput; readonly json: boolean }
  /** To print something that the parser knows: help, or the version. */
  | { readonly kind: 'print'; readonly text: string }
  /** Something that there is not. */
  | { readonly kind: 'wrong'; readonly text: string };

const NAME = 'cdk-bottlerocket';

/** Reads a command line; the first two arguments of the process are not part of it. */
export function parseCommandLine(
  args: readonly string[],
  groups: readonly CommandGroup[],
  version: string,
  width: number | undefined,
): Request {
  let request: Request | undefined;
  let printed = '';
  let complaint = '';
  const take = (taken: Request) => (request = taken);
  const root = new Command(NAME)
    .description('Checks settings of Bottlerocket, the container operating system of AWS, as the OS does.')
    .version(version, '-v, --version', 'print the version');
  prepare(root, {
    width,
    print: (text) => (printed += text),
    complain: (text) => (complaint += text),
  });
  for (const { name, summary = '', commands } of groups) {
    const group = name === undefined ? root : root.command(name).description(summary).helpCommand(false);
    group.showHelpAfterError(`Try: ${NAME}${name === undefined ? '' : ` ${name}`} --help`);
    commands.forEach((command) => define(group, command, take));
  }
  try {
    root.parse(args[0] === 'help' ? [...args.slice(1), '--help'] : args, { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) {
      throw error;
    }
    return error.exitCode === 0 ? { kind: 'print', text: printed } : { kind: 'wrong', text: complaint };
  }
  return request!;
}

interface Channels {
  readonly width: number | undefined;
  readonly print: (text: string) => void;
  readonly complain: (text: string) => void;
}

/** What commander hands on to all commands below. */
function prepare(root: Command, { width, print, complain }: Channels): void {
  root
    .exitOverride()
    .allowExcessArguments(false)
    .helpOption('-h, --help', 'print help')
    .helpCommand(false)
    .showSuggestionAfterError()
    .configureHelp({ showGlobalOptions: false })
    .configureOutput({
      writeOut: print,
      writeErr: complain,
      getOutHelpWidth: () => width ?? 80,
      getErrHelpWidth: () => width ?? 80,
      getOutHasColors: () => false,
      getErrHasColors: () => false,
      outputError: (text, write) => write(text),
    })
    .addHelpText('after', '\nExit codes: 0 fine, 1 findings, 2 wrong usage or something that cannot be read.');
}

function define(group: Command, command: CommandDefinition, take: (taken: Request) => void): void {
  const own = group.command(command.name).summary(command.summary);
  own.description([command.summary, command.description].filter((text) => text !== undefined).join('\n\n'));
  own.showHelpAfterError(`Try: ${group.name() === NAME ? '' : `${NAME} `}${group.name()} ${command.name} --help`);
  for (const { name, description, optional = false, many = false } of command.arguments) {
    const shown = `${name.toUpperCase()}${many ? '...' : ''}`;
    own.addArgument(new Argument(optional ? `[${shown}]` : `<${shown}>`, description));
  }
  for (const { name, description, value, choices, many = false } of command.options) {
    const shown = value === undefined ? '' : ` <${value}${many ? '...' : ''}>`;
    const option = new Option(`--${name}${shown}`, description);
    own.addOption(choices === undefined ? option : option.choices(choices));
  }
  own.option('--json', 'print JSON');
  own.addHelpText('after', `\nExamples:\n${command.examples.map((line) => `  $ ${NAME} ${line}`).join('\n')}`);
  own.action(() => {
    const { json = false, ...options } = own.opts<{ json?: boolean }>();
    const values = Object.fromEntries(
      command.arguments.map(({ name }, index) => [name, own.processedArgs[index] as string | string[] | undefined]),
    );
    take({ kind: 'run', command, input: new CommandInput(values, byName(command, options)), json });
  });
}

/** Options under their own names, and not in the camel case of commander. */
function byName(
  command: CommandDefinition,
  options: Record<string, unknown>,
): Record<string, string | boolean | readonly string[]> {
  return Object.fromEntries(
    command.options.map(({ name }) => [
      name,
      options[new Option(`--${name}`).attributeName()] as string | boolean | readonly string[],
    ]),
  );
}
