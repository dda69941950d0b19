import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { IssueCode } from '../../lib';
import { renderImageLock } from '../../lib/os/image-lock';
import { readImageLock } from '../../lib/os/image-lock-file';

let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'lock-'))));
afterEach(() => rmSync(folder, { recursive: true }));

const QUERY = { variant: 'aws-ecs-3', file: 'lock.json' };

test('reads a file', () => {
  const path = join(folder, 'lock.json');
  writeFileSync(path, renderImageLock({ images: {} }));
  expect(readImageLock(path, QUERY)).toEqual({ lock: { images: {} }, issues: [] });
});

test('a file that is not there is an issue with the command that writes it', () => {
  for (const path of [join(folder, 'none.json'), join(folder, 'none', 'lock.json')]) {
    expect(readImageLock(path, QUERY).issues).toMatchObject([
      {
        code: IssueCode.IMAGE_LOCK_NOT_FOUND,
        fix: expect.stringContaining('image lock --variant aws-ecs-3') as string,
      },
    ]);
  }
});

test('a file that cannot be read, and one that is damaged, are issues with its name', () => {
  const path = join(folder, 'lock.json');
  writeFileSync(path, '{');
  for (const wrong of [folder, path]) {
    expect(readImageLock(wrong, QUERY).issues).toMatchObject([
      { code: IssueCode.INVALID_IMAGE_LOCK, source: 'lock.json' },
    ]);
  }
});
