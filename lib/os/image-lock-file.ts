import { readFileSync } from 'node:fs';
import { IssueCode } from '../settings/generated/issue-code.generated';
import { issue, show } from '../settings/report';
import { missingImageLock, ImageLockQuery } from './image-lock-lookup';
import { ImageLockResult, parseImageLock } from './image-lock-parse';

/**
 * Reads a lock file. Never throws.
 *
 * @param path where the file is
 * @param query what is wanted of it, for the command that an issue shows
 */
export function readImageLock(path: string, query: ImageLockQuery): ImageLockResult {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    const { code = '', message } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') {
      return { issues: [missingImageLock(query)] };
    }
    const finding = { path: '(file)', message: `The file cannot be read: ${message}.`, received: show(path) };
    return { issues: [{ ...issue(IssueCode.INVALID_IMAGE_LOCK, finding), source: query.file }] };
  }
  return parseImageLock(text, query.file);
}
