/**
 * Writes API.md from the compiled library, or with `--check` fails when it is not what would be written.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const ROOT = join(__dirname, '..');
const API = join(ROOT, 'API.md');

const folder = mkdtempSync(join(tmpdir(), 'api-'));
try {
  const made = join(folder, 'API.md');
  execFileSync('jsii-docgen', ['--output', made], { cwd: ROOT, stdio: ['ignore', 'ignore', 'inherit'] });
  const text = readFileSync(made, 'utf8');
  if (!process.argv.includes('--check')) {
    writeFileSync(API, text);
  } else if (!existsSync(API) || readFileSync(API, 'utf8') !== text) {
    console.error('API.md is not what the code says; run npm run docs');
    process.exitCode = 1;
  }
} finally {
  rmSync(folder, { recursive: true });
}
