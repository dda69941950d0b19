import { ExampleResult } from './example';

const HEAD = ['example', 'stacks', 'resources', 'launch templates', 'user data checked', 'not emulated', 'result'];

/** One line for each example. */
export function tableOf(results: readonly ExampleResult[]): string {
  const rows = results.map((result) => [
    result.name,
    `${result.stacks}`,
    `${result.resources}`,
    `${result.launchTemplates}`,
    `${result.documents}`,
    `${[...result.standIns.values()].reduce((sum, count) => sum + count, 0)}`,
    result.problems.length === 0 ? 'ok' : `${result.problems.length} problems`,
  ]);
  const widths = HEAD.map((_, column) => Math.max(...[HEAD, ...rows].map((row) => row[column]!.length)));
  const line = (row: readonly string[]) =>
    row
      .map((cell, column) => cell.padEnd(widths[column]!))
      .join('  ')
      .trimEnd();
  return [HEAD, widths.map((width) => '-'.repeat(width)), ...rows].map(line).join('\n');
}

/** What was not emulated, by type, with the reason and the examples. */
export function gapsOf(results: readonly ExampleResult[], reasons: ReadonlyMap<string, string>): string {
  const types = [...new Set(results.flatMap(({ standIns }) => [...standIns.keys()]))].sort();
  const lines = types.map((type) => {
    const uses = results.flatMap(({ name, standIns }) => {
      const count = standIns.get(type);
      return count === undefined ? [] : `${name} ${count}`;
    });
    return `${type} (${uses.join(', ')})\n  ${reasons.get(type) ?? 'no reason given'}`;
  });
  return ['Not emulated:', ...lines].join('\n');
}
