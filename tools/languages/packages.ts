import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { FOLDER, ROOT, run } from './process';

const PACKAGES = join(FOLDER, 'packages');

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

/** Writes the sources of the packages for all languages. */
export function generatePackages(): void {
  rmSync(PACKAGES, { recursive: true, force: true });
  run('jsii-pacmak', ['--code-only', '--outdir', PACKAGES]);
}

/** Where the sources for a language are. */
export function packageFolder(language: string): string {
  return join(PACKAGES, language);
}
