import type { ParameterStore } from '../../lib/cli/aws/parameter-store';
import { CommandFailure } from '../../lib/cli/command';
import type { CliEnvironment, Output } from '../../lib/cli/environment';

/** Output that is kept. */
export interface KeptOutput extends Output {
  readonly text: string;
}

/** Parameters that are given. Without any, there is no region either. */
export function fakeParameters(
  value: (region: string, name: string) => string | undefined = () => undefined,
  home?: string,
  below: (path: string) => readonly string[] = () => [],
): ParameterStore {
  return {
    homeRegion: () => Promise.resolve(home),
    read: (region, names) =>
      Promise.resolve(
        new Map(
          names.flatMap((name): [string, string][] => {
            const found = value(region, name);
            return found === undefined ? [] : [[name, found]];
          }),
        ),
      ),
    list: (_, path) => Promise.resolve([...below(path)]),
    close: () => undefined,
  };
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
    readonly parameters?: ParameterStore;
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
    exists: (path) => Promise.resolve([...files.keys()].some((file) => file === path || file.startsWith(`${path}/`))),
    checkReplaceable: () => Promise.resolve(),
    replaceFile: (path, text, before) => {
      expect(files.get(path)?.toString()).toBe(before);
      files.set(path, text);
      return Promise.resolve();
    },
    progress: () => ({ step: () => undefined, end: () => undefined }),
    interruptible: (action) => action(new AbortController().signal),
    parameters: () => options.parameters ?? fakeParameters(),
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
