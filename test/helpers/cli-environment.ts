import { CommandFailure } from '../../lib/cli/command';
import type { CliEnvironment, Output } from '../../lib/cli/environment';

/** Output that is kept. */
export interface KeptOutput extends Output {
  readonly text: string;
}

/** An environment without a disk: all files there are, by their paths. */
export interface FakeEnvironment extends CliEnvironment {
  readonly stdout: KeptOutput;
  readonly stderr: KeptOutput;
  readonly files: Map<string, string | Uint8Array>;
}

export function fakeEnvironment(
  options: {
    readonly files?: Readonly<Record<string, string | Uint8Array>>;
    readonly variables?: Readonly<Record<string, string>>;
    readonly isTTY?: boolean;
  } = {},
): FakeEnvironment {
  const files = new Map(Object.entries(options.files ?? {}));
  return {
    version: '1.2.3',
    cwd: '/work',
    variables: options.variables ?? {},
    stdout: keep(options.isTTY ?? false),
    stderr: keep(options.isTTY ?? false),
    files,
    readFile: (path) => {
      const content = files.get(path);
      return content === undefined
        ? Promise.reject(new CommandFailure(`${path} cannot be read: it does not exist.`))
        : Promise.resolve(Buffer.from(content));
    },
    writeFile: (path, text) => {
      files.set(path, text);
      return Promise.resolve();
    },
  };
}

function keep(isTTY: boolean): KeptOutput {
  let text = '';
  return {
    isTTY,
    get text() {
      return text;
    },
    write: (more) => {
      text += more;
      return Promise.resolve();
    },
  };
}
