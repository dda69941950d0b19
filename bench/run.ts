/**
 * Runs all measurements, each in a process of its own: `npm run bench`, or `npm run bench -- <name>` for some of them.
 * Every line of the output is one measurement in JSON.
 */
import { buildSync } from 'esbuild';
import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(__dirname, '..');

const wanted = process.argv.slice(2);
const files = readdirSync(__dirname).filter((name) => name.endsWith('.bench.ts'));

for (const file of files.filter((name) => wanted.length === 0 || wanted.some((part) => name.includes(part)))) {
  const outfile = join(ROOT, 'build', 'bench', file.replace(/\.ts$/, '.js'));
  // As users get it: plain JavaScript, with dependencies as they are.
  buildSync({ entryPoints: [join(__dirname, file)], outfile, bundle: true, platform: 'node', packages: 'external' });
  execFileSync(process.execPath, [outfile], { cwd: ROOT, stdio: 'inherit', timeout: 30 * 60_000 });
}
