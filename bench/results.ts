import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Result } from './result';

const FILE = join(__dirname, 'results.jsonl');

/** The results that are kept, for the table in the README. */
export function keptResults(): readonly Result[] {
  return existsSync(FILE) ? lines(readFileSync(FILE, 'utf8').trim().split('\n')) : [];
}

/** Keeps results in place of those of the same name. */
export function keepResults(printed: readonly string[]): void {
  const results = new Map([...keptResults(), ...lines(printed)].map((result) => [result.name, result]));
  const sorted = [...results.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
  writeFileSync(`${FILE}.new`, sorted.map((result) => `${JSON.stringify(result)}\n`).join(''));
  renameSync(`${FILE}.new`, FILE);
}

function lines(texts: readonly string[]): readonly Result[] {
  return texts.map((text) => JSON.parse(text) as Result);
}
