import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { IssueCode } from '../../lib';
import { ISSUES } from '../../lib/settings/generated/issue-table.generated';

const ROOT = join(__dirname, '..', '..');
/**
 * Every code that was ever in use, with its severity. Codes are public: lines are added here, never removed, and an error
 * may become a warning but not the other way round.
 */
const KNOWN = readFileSync(join(__dirname, 'issue-codes.txt'), 'utf8').trim().split('\n');
const CODES: readonly string[] = Object.values(IssueCode);
const PAGE = readFileSync(join(ROOT, 'docs', 'errors.md'), 'utf8');

test('every code is on record with its severity, and none disappears', () => {
  const codes = Object.entries(ISSUES).map(([code, { severity }]) => `${code} ${severity}`);
  expect(codes.sort()).toEqual(KNOWN);
});

test.each(CODES)('%s is explained in docs/errors.md, with what to do', (code) => {
  const section = PAGE.split(`### ${code}\n`)[1]?.split('\n### ')[0];
  expect(section).toMatch(/\*\*.+\.\*\* .+/s);
  expect(section).toMatch(/\*What to do:\* .+/s);
});

test.each(CODES)('%s is in use', (code) => {
  const member = Object.entries(IssueCode).find(([, value]) => String(value) === code)![0];
  expect(sources().some((text) => text.includes(`IssueCode.${member}`))).toBe(true);
});

let cached: string[] | undefined;

/** The written code of the library. */
function sources(): string[] {
  cached ??= readdirSync(join(ROOT, 'lib'), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.includes('generated'))
    .map((file) => join(ROOT, 'lib', file))
    .filter((file) => existsSync(file))
    .map((file) => readFileSync(file, 'utf8'));
  return cached;
}
