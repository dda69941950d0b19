/**
 * Fails when the compiled library breaks the API of the last release in a way that allowed-breaking-changes.txt does not
 * name, or with `--renew` makes the compiled library what later ones are compared with. Without a baseline, that is all.
 *
 * Usage: tsx tools/api-diff/run.ts [--renew]
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { JSII_REFLECT_SUPPORTED_ASSEMBLY_FEATURES, TypeSystem } from 'jsii-reflect';
import { ALLOWED_HEAD, readAllowances } from './allowed';
import { ApiDescription, renderBaseline } from './baseline';
import { apiProblems } from './compare';

const ROOT = join(__dirname, '..', '..');
// Not a name that the formatter knows: a line is a type.
const BASELINE = join(__dirname, 'baseline.jsii');
const ALLOWED = join(__dirname, 'allowed-breaking-changes.txt');

async function main(renew: boolean): Promise<void> {
  const system = new TypeSystem();
  const current = await system.loadModule(ROOT, { supportedFeatures: JSII_REFLECT_SUPPORTED_ASSEMBLY_FEATURES });
  if (existsSync(BASELINE) || !renew) {
    const baseline = JSON.parse(readFileSync(BASELINE, 'utf8')) as ApiDescription;
    const dependencies = system.assemblies.filter((assembly) => assembly !== current).map(({ spec }) => spec);
    const allowances = readAllowances(readFileSync(ALLOWED, 'utf8'));
    const problems = apiProblems(baseline, current.spec, allowances, dependencies);
    if (problems.length > 0) {
      console.error(`The API since ${baseline.version}:\n${problems.map((problem) => `  ${problem}\n`).join('')}`);
      console.error(`What must break goes into ${ALLOWED}, by its key in brackets, with a reason.`);
      process.exitCode = 1;
      return;
    }
  }
  if (renew) {
    writeFileSync(BASELINE, renderBaseline(current.spec));
    writeFileSync(ALLOWED, ALLOWED_HEAD);
  }
}

void main(process.argv.includes('--renew'));
