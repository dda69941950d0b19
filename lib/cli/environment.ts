import { createReadStream } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { isAbsolute, join } from 'node:path';
import { CommandFailure } from './command';

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
  return {
    version,
    cwd,
    variables: process.env,
    stdout: outputTo(process.stdout),
    stderr: outputTo(process.stderr),
    readFile: (path) =>
      attempt(path === '-' ? 'The standard input' : path, 'read', () =>
        readAll(path === '-' ? process.stdin : createReadStream(resolve(path))),
      ),
    writeFile: (path, text) => attempt(path, 'written', () => writeFile(resolve(path), text)),
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
    throw new CommandFailure(`${name} cannot be ${done}: ${REASONS[code ?? ''] ?? message}.`);
  }
}
