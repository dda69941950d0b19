import { createReadStream } from 'node:fs';
import { lstat, readFile, writeFile } from 'node:fs/promises';
import { isAbsolute, join } from 'node:path';
import type { ParameterStore } from './aws/parameter-store';
import { CommandFailure } from './command';
import { interruptible } from './interruptible';
import type { Progress } from './progress';

/** Everything a command may touch, so that tests can put something else in its place. */
export interface CliEnvironment {
  readonly version: string;
  readonly cwd: string;
  readonly variables: Readonly<Record<string, string | undefined>>;
  readonly stdout: Output;
  readonly stderr: Output;
  /** The bytes of a file; `-` is the standard input. Throws a {@link CommandFailure} that says why it cannot be read. */
  readFile(path: string): Promise<Uint8Array>;
  /** Writes text into a file. Throws a {@link CommandFailure} that says why it cannot be written. */
  writeFile(path: string, text: string): Promise<void>;
  /** Whether something has this path, even if it cannot be read. */
  exists(path: string): Promise<boolean>;
  /** What {@link replaceFile} would throw now. */
  checkReplaceable(path: string): Promise<void>;
  /**
   * Puts a whole new text in place of a file, or leaves the file as it was.
   *
   * @param before what the file had when it was read; undefined when it was not there
   */
  replaceFile(path: string, text: string, before: string | undefined): Promise<void>;
  /** Shows on a terminal how far a command is; elsewhere nothing. */
  progress(label: string, steps: number): Progress;
  /** Runs what may take long, until it is done or the process is told to stop. */
  interruptible<T>(action: (signal: AbortSignal) => Promise<T>): Promise<T>;
  /** The public parameters of AWS. */
  parameters(signal: AbortSignal): ParameterStore;
}

/** Where text goes. */
export interface Output {
  readonly isTTY: boolean;
  /** Resolves once the text is on its way, so that nothing is lost at the end of the process. */
  write(text: string): Promise<void>;
}

/** More than this is no file that people write, but a device or a mistake. */
const LARGEST_FILE = 64 * 1024 * 1024;

/** The process that runs. */
export function processEnvironment(version: string): CliEnvironment {
  const cwd = process.cwd();
  const resolve = (path: string) => (isAbsolute(path) ? path : join(cwd, path));
  // It can be read only once.
  let stdin: Promise<Uint8Array> | undefined;
  return {
    version,
    cwd,
    variables: process.env,
    stdout: outputTo(process.stdout),
    stderr: outputTo(process.stderr),
    readFile: (path) =>
      attempt(path === '-' ? 'The standard input' : path, 'read', () =>
        path === '-' ? (stdin ??= readAll(process.stdin)) : readAll(createReadStream(resolve(path))),
      ),
    writeFile: (path, text) => attempt(path, 'written', () => writeFile(resolve(path), text)),
    exists: (path) =>
      lstat(resolve(path)).then(
        () => true,
        () => false,
      ),
    checkReplaceable: async (path) => {
      const { whyNotReplaceable } = require('./replace-file') as typeof import('./replace-file');
      const reason = await whyNotReplaceable(resolve(path));
      if (reason !== undefined) {
        throw new CommandFailure(`${path} cannot be written: ${reason}.`);
      }
    },
    replaceFile: (path, text, before) =>
      attempt(path, 'written', async () => {
        const { replaceFile } = require('./replace-file') as typeof import('./replace-file');
        if ((await readFile(resolve(path), 'utf8').catch(() => undefined)) !== before) {
          throw new Error('something else has changed it in the meantime');
        }
        replaceFile(resolve(path), text);
      }),
    progress: (label, steps) => {
      const { progressBar, NO_PROGRESS } = require('./progress') as typeof import('./progress');
      const isShown = process.stderr.isTTY && process.env.TERM !== 'dumb';
      return isShown ? progressBar(process.stderr, label, steps) : NO_PROGRESS;
    },
    interruptible,
    parameters: (signal) => (require('./aws/ssm') as typeof import('./aws/ssm')).openSsm({ signal }),
  };
}

/** A reader that goes away, as in `... | head -1`, is no error. */
function outputTo(stream: NodeJS.WriteStream): Output {
  let isClosed = false;
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') {
      throw error;
    }
    isClosed = true;
  });
  return {
    isTTY: stream.isTTY,
    write: (text) =>
      new Promise((resolve) => {
        if (isClosed || text === '') {
          resolve();
        } else {
          stream.write(text, () => resolve());
        }
      }),
  };
}

async function readAll(stream: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of stream) {
    size += chunk.length;
    if (size > LARGEST_FILE) {
      throw new Error(`it has more than ${LARGEST_FILE / 1024 / 1024} MiB`);
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'it does not exist',
  EISDIR: 'it is a folder',
  ENOTDIR: 'a part of its path is not a folder',
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  EMFILE: 'too many files are open',
  ELOOP: 'its links go round in circles',
  ENAMETOOLONG: 'its name is too long',
  ENOSPC: 'the disk is full',
  EROFS: 'the file system is read-only',
};

async function attempt<T>(name: string, done: string, action: () => Promise<T>): Promise<T> {
  try {
    return await action();
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    // A file that is not there can be written, but for its folder.
    const reason = code === 'ENOENT' && done === 'written' ? 'its folder does not exist' : REASONS[code ?? ''];
    throw new CommandFailure(`${name} cannot be ${done}: ${reason ?? message}.`);
  }
}
