import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';

jest.setTimeout(240_000);

const ROOT = join(__dirname, '..', '..');

test('every measurement runs, and prints its result as a line of JSON', () => {
  const files = readdirSync(join(ROOT, 'bench')).filter((name) => name.endsWith('.bench.ts'));
  const tsx = join(ROOT, 'node_modules', '.bin', 'tsx');
  const output = execFileSync(tsx, [join('bench', 'run.ts')], {
    cwd: ROOT,
    encoding: 'utf8',
    env: { ...process.env, BENCH_ROUNDS: '1' },
  });
  const results = output
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { name: unknown; value: unknown; unit: unknown; goal: unknown });
  expect(results.length).toBeGreaterThanOrEqual(files.length);
  for (const { name, value, unit, goal } of results) {
    expect([typeof name, typeof value, typeof unit, typeof goal]).toEqual(['string', 'number', 'string', 'number']);
    expect(value).toBeGreaterThan(0);
  }
});
