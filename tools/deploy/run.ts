/**
 * Deploys, updates and destroys every example with the CDK's own command line, in an emulator of AWS on this machine, and
 * reads back through the API of AWS what nodes would get. See CONTRIBUTING.md.
 *
 * Usage: tsx tools/deploy/run.ts [EXAMPLE...]
 */
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bundle } from '../bundle';
import { Cdk, stacksOf } from './cdk';
import { CheckedDocument, SettingsCheck } from './checks/user-data';
import { REGION } from './emulator';
import { Example, ExampleResult, synthesise } from './example';
import { execute } from './execute';
import { gapProblems, loadGaps } from './gaps';
import { proveAll } from './lanes';
import { pythonWithEmulator } from './python';
import { gapsOf, tableOf } from './report';
import { seedOf } from './seed';

const ROOT = join(__dirname, '..', '..');
const EXAMPLES = join(ROOT, 'examples');
const FOLDER = join(ROOT, 'build', 'deploy');

const started = Date.now();
const interruption = new AbortController();
for (const name of ['SIGINT', 'SIGTERM'] as const) {
  process.once(name, () => interruption.abort());
}

function say(text: string): void {
  console.log(`${((Date.now() - started) / 1000).toFixed(0).padStart(4)} s  ${text}`);
}

/** Our own command line, as it is shipped. */
async function commandLine(): Promise<SettingsCheck> {
  const file = join(FOLDER, 'bin', 'cdk-bottlerocket.js');
  await bundle(file);
  const documents = mkdtempSync(join(FOLDER, 'user-data-'));
  let count = 0;
  return async (text, options) => {
    const document = join(documents, `${count++}.toml`);
    writeFileSync(document, text);
    const args = [file, 'settings', 'check', document, '--json', ...options];
    const answer = await execute(process.execPath, args, { signal: interruption.signal, answers: [1] });
    return (JSON.parse(answer) as CheckedDocument[])[0]!;
  };
}

async function run(names: readonly string[]): Promise<readonly string[]> {
  const { signal } = interruption;
  say('Python and the emulator');
  const python = pythonWithEmulator(join(FOLDER, 'python'));
  const check = await commandLine();
  const examples: Example[] = [];
  for (const name of names) {
    say(`synthesise ${name}`);
    // Nothing is looked up, so that this needs no emulator.
    examples.push(await synthesise(name, FOLDER, new Cdk({ signal })));
  }
  const seed = seedOf(
    examples.flatMap(({ lock }) => lock ?? []),
    examples.flatMap(({ first }) => stacksOf(first).map(({ template }) => template)),
    REGION,
  );
  const { results, failures } = await proveAll(examples, { python, folder: FOLDER, seed, check, signal, say });
  return report(results, failures, names.length === readdirSync(EXAMPLES).length);
}

function report(results: readonly ExampleResult[], failures: readonly string[], isAll: boolean): readonly string[] {
  const reasons = loadGaps();
  console.log(`\n${tableOf(results)}\n\n${gapsOf(results, reasons)}`);
  const warned = results.filter(({ warnings }) => warnings.length > 0);
  if (warned.length > 0) {
    const lines = warned.map(({ name, warnings }) => `${name}: ${warnings.join(', ')}`);
    console.log(`\nWarnings about user data:\n${lines.join('\n')}`);
  }
  const seen = new Set(results.flatMap(({ standIns: types }) => [...types.keys()]));
  const gaps = gapProblems(isAll ? reasons : new Map([...reasons].filter(([type]) => seen.has(type))), seen);
  return [
    ...results.flatMap(({ name, problems }) => problems.map((problem) => `${name} ${problem}`)),
    ...gaps,
    ...failures.map((failure) => `the emulator failed: ${failure}`),
  ];
}

async function main(): Promise<void> {
  const all = readdirSync(EXAMPLES).sort();
  const wanted = process.argv.slice(2);
  const unknown = wanted.filter((name) => !all.includes(name));
  if (unknown.length > 0) {
    throw new Error(`no example ${unknown.join(', ')}; there are ${all.join(', ')}`);
  }
  mkdirSync(FOLDER, { recursive: true });
  for (const name of readdirSync(FOLDER).filter((entry) => entry.startsWith('user-data-'))) {
    rmSync(join(FOLDER, name), { recursive: true });
  }
  const problems = await run(wanted.length > 0 ? wanted : all);
  say(problems.length === 0 ? 'done' : `failed:\n${problems.join('\n')}`);
  process.exitCode = problems.length === 0 ? 0 : 1;
}

main().catch((error: unknown) => {
  console.error(interruption.signal.aborted ? 'interrupted' : error);
  process.exitCode = interruption.signal.aborted ? 130 : 1;
});
