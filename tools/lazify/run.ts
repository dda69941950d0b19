/**
 * Makes the compiled library load its modules, and those of the CDK, when they are needed first: an app uses a part of them.
 *
 * Usage: tsx tools/lazify/run.ts
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { lazify } from './lazify';

const COMPILED = join(__dirname, '..', '..', 'build', 'lib');

const files = readdirSync(COMPILED, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.js'))
  .map((name) => join(COMPILED, name));

// All are read before the first is written, since the names that a module exports are found by loading it.
const rewritten = files.map((file) => {
  const load = createRequire(file);
  return lazify(readFileSync(file, 'utf8'), (specifier) => Object.keys(load(specifier) as object));
});
files.forEach((file, index) => writeFileSync(file, rewritten[index]!));
