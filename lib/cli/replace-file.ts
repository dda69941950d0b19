import { constants } from 'node:fs';
import { access, lstat, realpath, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { sync as writeFileAtomically } from 'write-file-atomic';

/**
 * Finds out whether {@link replaceFile} could write a file, before anyone waits for what is to be written.
 *
 * @returns why not
 */
export async function whyNotReplaceable(path: string): Promise<string | undefined> {
  const found = await lstat(path).catch(() => undefined);
  if (found === undefined) {
    return access(dirname(path), constants.W_OK).then(
      () => undefined,
      () => 'its folder does not exist, or nothing can be written there',
    );
  }
  const target = await realpath(path).catch(() => undefined);
  if (target === undefined) {
    return 'it is a link to something that does not exist';
  }
  if (!(await stat(target)).isFile()) {
    return 'it is not a file';
  }
  // The new file takes the place of the old one, which needs rights on the folder; those on the file say what is meant.
  return Promise.all([access(target, constants.W_OK), access(dirname(target), constants.W_OK)]).then(
    () => undefined,
    () => 'permission denied',
  );
}

/**
 * Puts a new text in place of a file. Whatever happens, the file has either the whole new text or the old one: it is
 * written beside it and moved. Links are followed, and the permissions stay. No signal comes in between.
 */
export function replaceFile(path: string, text: string): void {
  writeFileAtomically(path, text);
}
