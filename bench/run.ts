/**
 * Runs all measurements, each in a process of its own: `npm run bench`, or `npm run bench -- <name>` for some of them.
 * Every line of the output is one measurement in JSON. With `--keep` they go to `results.jsonl` too, in place of earlier ones
 * of the same name; `npm run generate` makes the table in the README of it.
 */
import { buildSync } from 'esbuild';
import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { keepResults } from './results';

const ROOT = join(__dirname, '..');

const options = process.argv.slice(2);
const wanted = options.filter((option) => option !== '--keep');
const lines: string[] = [];
const files = readdirSync(__dirname).filter((name) => name.endsWith('.bench.ts'));

for (const file of files.filter((name) => wanted.length === 0 || wanted.some((part) => name.includes(part)))) {
  const outfile = join(ROOT, 'build', 'bench', file.replace(/\.ts$/, '.js'));
  // As users get it: plain JavaScript, with dependencies as they are.
  buildSync({ entryPoints: [join(__dirname, file)], outfile, bundle: true, platform: 'node', packages: 'external' });
  const output = execFileSync(process.execPath, [outfile], {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'inherit'],
    encoding: 'utf8',
    timeout: 30 * 60_000,
  });
  process.stdout.write(output);
  lines.push(...output.trim().split('\n'));
}

if (options.includes('--keep')) {
  keepResults(lines);
}
