/**
 * Builds the packages for the other languages, installs them, and runs the examples that there are in these languages:
 * each must give the template of the example in TypeScript.
 *
 * A language without its tools on this machine is not run, and a line says so. With `--require` that is a failure.
 */
import { rmSync } from 'node:fs';
import { dotnet } from './dotnet';
import { go } from './go';
import { java } from './java';
import { Language } from './language';
import { generatePackages, PACKAGES } from './packages';
import { python } from './python';

const LANGUAGES: readonly Language[] = [python, java, go, dotnet];
const REQUIRE = process.argv.includes('--require');

function result(language: Language): string {
  const missing = language.missing();
  if (missing !== undefined) {
    process.exitCode = REQUIRE ? 1 : process.exitCode;
    return `${language.name}: not run: ${missing}`;
  }
  const start = Date.now();
  try {
    const done = language.check();
    return `${language.name}: ${done} (${Math.round((Date.now() - start) / 1000)} s)`;
  } catch (error) {
    process.exitCode = 1;
    return `${language.name}: FAILED: ${error instanceof Error ? error.message : String(error)}`;
  }
}

rmSync(PACKAGES, { recursive: true, force: true });
generatePackages(PACKAGES);
const results = LANGUAGES.map(result);
console.log(`\n${results.join('\n')}`);
