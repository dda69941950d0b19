import { withMeasurements } from '../../../tools/render/measurements';

const START = '<!-- measured: written by npm run generate, from bench/results.jsonl -->';
const END = '<!-- end of what was measured -->';

const RESULT = {
  unit: 'ms',
  against: 'that',
  median: 2,
  reference: 4,
  ratio: 0.5,
  samples: 11,
  lowest: 0.4,
  highest: 1,
};

test('the table takes the marked place, and all else of the README stays', () => {
  const readme = withMeasurements(`before\n${START}\nold\n${END}\nafter\n`, [{ ...RESULT, name: 'this' }]);
  expect(readme).toMatch(/^before\n/);
  expect(readme).toMatch(/\nafter\n$/);
  expect(readme).not.toContain('old');
  expect(readme).toContain('| this | that | 2 ms | 4 ms | 0.5 |  |');
});

test('a goal that was not reached is marked', () => {
  const readme = withMeasurements(`${START}\n${END}\n`, [
    { ...RESULT, name: 'reached', goal: 0.5, reached: true },
    { ...RESULT, name: 'not reached', goal: 0.4, reached: false },
  ]);
  expect(readme).toMatch(/\| reached .*\| 0\.5 \|\n/);
  expect(readme).toMatch(/\| not reached .*\| 0\.4, \*\*missed\*\* \|\n/);
});

test.each(['', START, END, `${END}\n${START}`])('a README without the place is refused: %j', (readme) => {
  expect(() => withMeasurements(readme, [])).toThrow('README.md needs the two lines');
});
