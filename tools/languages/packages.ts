import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { withoutIndirectVersions } from '../package/go-mod';
import { FOLDER, ROOT, run } from './process';

export const PACKAGES = join(FOLDER, 'packages');

interface Manifest {
  readonly version: string;
  readonly devDependencies: Readonly<Record<string, string>>;
}

const MANIFEST = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as Manifest;

/** The version of this library. */
export const VERSION = MANIFEST.version;

/** The version that a package of npm is developed with; that of aws-cdk-lib and constructs is the oldest supported one. */
export function versionOf(name: string): string {
  const version = MANIFEST.devDependencies[name];
  if (version === undefined) {
    throw new Error(`${name} is not in devDependencies`);
  }
  return version;
}

/** Writes the sources of the packages for all languages, as they are published. */
export function generatePackages(folder: string): void {
  run('jsii-pacmak', ['--code-only', '--outdir', folder]);
  const module = join(folder, 'go', 'cdkbottlerocket', 'go.mod');
  writeFileSync(module, withoutIndirectVersions(readFileSync(module, 'utf8')));
}

/** Where the sources for a language are. */
export function packageFolder(language: string): string {
  return join(PACKAGES, language);
}
