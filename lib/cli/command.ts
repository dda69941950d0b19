import type { CliEnvironment } from './environment';
import type { Style } from './style';

/** What the exit code of a command says. */
export enum ExitCode {
  FINE = 0,
  /** Something was found that has to be changed. */
  FINDINGS = 1,
  /** The command could not do its work: wrong usage, a file that cannot be read, no network. */
  FAILED = 2,
}

/** Commands about one subject, such as `settings`. Those of a group without a name stand for themselves. */
export interface CommandGroup {
  readonly name?: string;
  readonly summary?: string;
  readonly commands: readonly CommandDefinition[];
}

/** A command, as far as help and the parser need to know it. */
export interface CommandDefinition {
  readonly name: string;
  /** One line, for the list of commands. */
  readonly summary: string;
  /** What else is to be said, for the help of the command. */
  readonly description?: string;
  readonly arguments: readonly ArgumentDefinition[];
  /** Beside `--json`, which every command has. */
  readonly options: readonly OptionDefinition[];
  /** Complete command lines. */
  readonly examples: readonly string[];
  /** The code of the command, loaded only when it runs. */
  readonly load: () => RunCommand;
}

/** A positional argument. */
export interface ArgumentDefinition {
  /** In lower case; help shows it in upper case. */
  readonly name: string;
  readonly description: string;
  readonly optional?: boolean;
  /** Whether it takes all arguments that are left. */
  readonly many?: boolean;
}

/** An option. One without a value is a flag. */
export interface OptionDefinition {
  /** Without hyphens in front. */
  readonly name: string;
  readonly description: string;
  /** What stands for the value in help. */
  readonly value?: string;
  /** The only values there are. */
  readonly choices?: readonly string[];
  /** Whether it takes several values, and may be given several times. */
  readonly many?: boolean;
}

/** What a command does: all it knows comes in, all it has to say is returned. */
export type RunCommand = (input: CommandInput, environment: CliEnvironment) => Promise<CommandResult>;

/** What came of a command. */
export interface CommandResult {
  readonly exitCode: ExitCode;
  /** What `--json` prints. */
  readonly data: unknown;
  /** What people read, with line ends. */
  readonly text: (style: Style) => string;
  /** What people read beside it; printed to stderr, unless JSON is wanted. */
  readonly remarks?: (style: Style) => string;
  /** What is worth knowing, a line each; printed to stderr. */
  readonly warnings?: readonly string[];
  /** What went wrong on the way, a line each; printed to stderr. */
  readonly problems?: readonly string[];
}

/** What stands on the command line. */
export class CommandInput {
  public constructor(
    private readonly values: Readonly<Record<string, string | readonly string[] | undefined>>,
    private readonly options: Readonly<Record<string, string | boolean | readonly string[] | undefined>>,
  ) {}

  /** An argument that must be there. */
  public argument(name: string): string {
    return this.values[name] as string;
  }

  /** The values of the argument or option that takes many. */
  public all(name: string): readonly string[] {
    return ((this.options[name] ?? this.values[name]) as readonly string[] | undefined) ?? [];
  }

  /** The value of an option, or of an argument that may be left out. */
  public text(name: string): string | undefined {
    const value = this.options[name] ?? this.values[name];
    return typeof value === 'string' ? value : undefined;
  }

  public flag(name: string): boolean {
    return this.options[name] === true;
  }
}

/** A reason why a command cannot do its work, in words for the person who called it. */
export class CommandFailure extends Error {
  public constructor(
    message: string,
    /** Beside {@link ExitCode}, what shells expect of a process that a signal has ended. */
    public readonly exitCode: number = ExitCode.FAILED,
  ) {
    super(message);
  }
}
