import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { keptResults } from '../../bench/results';

jest.setTimeout(240_000);

const ROOT = join(__dirname, '..', '..');

/** What a line says of a measurement. */
interface Line {
  readonly name: string;
  readonly unit: string;
  readonly median: number;
  readonly reference: number;
  readonly ratio: number;
  readonly samples: number;
}

describe('a quick run of all measurements', () => {
  const files = readdirSync(join(ROOT, 'bench')).filter((name) => name.endsWith('.bench.ts'));
  let lines: Line[];

  beforeAll(() => {
    const output = execFileSync(join(ROOT, 'node_modules', '.bin', 'tsx'), [join('bench', 'run.ts')], {
      cwd: ROOT,
      encoding: 'utf8',
      timeout: 200_000,
      env: { ...process.env, BENCH_ROUNDS: '1' },
    });
    lines = output
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Line);
  });

  test('prints at least one line of JSON for each file, under a name of its own', () => {
    expect(lines.length).toBeGreaterThanOrEqual(files.length);
    expect(new Set(lines.map(({ name }) => name)).size).toBe(lines.length);
  });

  test('says what was measured, in which unit, how often, and the ratio', () => {
    for (const { unit, median, reference, ratio, samples } of lines) {
      expect(['ms', 'bytes', 'MiB']).toContain(unit);
      expect(samples).toBe(1);
      expect(median).toBeGreaterThan(0);
      expect(reference).toBeGreaterThan(0);
      // All three are rounded to three digits.
      expect(ratio / (median / reference)).toBeCloseTo(1, 1);
    }
  });

  test('has as many lines as the results that the README shows, which are of 11 rounds and more', () => {
    expect(keptResults()).toHaveLength(lines.length);
    for (const { samples } of keptResults()) {
      expect(samples).toBeGreaterThanOrEqual(11);
    }
  });
});
