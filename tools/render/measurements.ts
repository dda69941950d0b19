import { Result } from '../../bench/result';

const START = '<!-- measured: written by npm run generate, from bench/results.jsonl -->';
const END = '<!-- end of what was measured -->';

/** A README with the table of what was measured in the place that is marked for it. */
export function withMeasurements(readme: string, results: readonly Result[]): string {
  const [start, end] = [readme.indexOf(START), readme.indexOf(END)];
  if (start < 0 || end < start) {
    throw new Error(`README.md needs the two lines ${START} and ${END}`);
  }
  return `${readme.slice(0, start)}${START}\n\n${table(results)}\n\n${readme.slice(end)}`;
}

function table(results: readonly Result[]): string {
  return [
    '| Measured | Compared with | This library | That | Ratio | Goal |',
    '| --- | --- | --- | --- | --- | --- |',
    ...results.map(row),
  ].join('\n');
}

function row({ name, against, unit, median, reference, ratio, goal, reached }: Result): string {
  const aim = goal === undefined ? '' : reached === true ? `${goal}` : `${goal}, **missed**`;
  return `| ${name} | ${against} | ${median} ${unit} | ${reference} ${unit} | ${ratio} | ${aim} |`;
}
