import {
  chmodSync,
  linkSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { replaceFile, whyNotReplaceable } from '../../lib/cli/replace-file';

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'replace-'));
  file = join(folder, 'lock.json');
});
afterEach(() => rmSync(folder, { recursive: true }));

test('writes a file that was not there', async () => {
  expect(await whyNotReplaceable(file)).toBeUndefined();
  replaceFile(file, 'new');
  expect(readFileSync(file, 'utf8')).toBe('new');
});

test('keeps the permissions, and leaves nothing beside the file', () => {
  writeFileSync(file, 'old');
  chmodSync(file, 0o640);
  replaceFile(file, 'new');
  expect({ mode: statSync(file).mode & 0o777, names: readdirSync(folder) }).toEqual({
    mode: 0o640,
    names: ['lock.json'],
  });
});

test('moves a new file into place and does not write into the old one', () => {
  writeFileSync(file, 'old');
  linkSync(file, join(folder, 'same'));
  replaceFile(file, 'new');
  expect(readFileSync(join(folder, 'same'), 'utf8')).toBe('old');
});

test('follows links', async () => {
  mkdirSync(join(folder, 'real'));
  writeFileSync(join(folder, 'real', 'lock.json'), 'old');
  symlinkSync(join('real', 'lock.json'), file);
  expect(await whyNotReplaceable(file)).toBeUndefined();
  replaceFile(file, 'new');
  expect(lstatSync(file).isSymbolicLink()).toBe(true);
  expect(readlinkSync(file)).toBe(join('real', 'lock.json'));
  expect(readFileSync(join(folder, 'real', 'lock.json'), 'utf8')).toBe('new');
});

test('a write that fails leaves the old file, and nothing beside it', () => {
  mkdirSync(file);
  writeFileSync(join(file, 'inside'), '');
  expect(() => replaceFile(file, 'new')).toThrow();
  expect(readdirSync(folder)).toEqual(['lock.json']);
});

test('says beforehand why a file cannot be written', async () => {
  mkdirSync(join(folder, 'folder'));
  symlinkSync('nowhere', join(folder, 'dangling'));
  expect(await whyNotReplaceable(join(folder, 'folder'))).toBe('it is not a file');
  expect(await whyNotReplaceable('/dev/null')).toBe('it is not a file');
  expect(await whyNotReplaceable(join(folder, 'dangling'))).toBe('it is a link to something that does not exist');
  expect(await whyNotReplaceable(join(folder, 'none', 'lock.json'))).toMatch(/^its folder does not exist/);
});
