/**
 * Fails when there is a release of Bottlerocket that the schema does not know. Needs the internet, and so is no part of the
 * tests: a workflow runs it every week.
 */
import { join } from 'node:path';
import { loadSchema } from '../schema/load';
import { driftReport, Release } from './releases';

const RELEASES = 'https://api.github.com/repos/bottlerocket-os/bottlerocket/releases?per_page=100';

async function run(): Promise<void> {
  const { newestRelease } = loadSchema(join(__dirname, '..', '..', 'schema'));
  const token = process.env.GITHUB_TOKEN;
  const response = await fetch(RELEASES, {
    headers: { accept: 'application/vnd.github+json', ...(token ? { authorization: `Bearer ${token}` } : {}) },
    signal: AbortSignal.timeout(60_000),
  });
  if (!response.ok) {
    throw new Error(`GitHub answers ${response.status} to ${RELEASES}`);
  }
  const report = driftReport((await response.json()) as Release[], newestRelease);
  console.log(report ?? `The schema knows all releases, up to ${newestRelease}.`);
  process.exitCode = report === undefined ? 0 : 1;
}

run().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
});
