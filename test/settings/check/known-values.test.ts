import { KnownValues } from '../../../lib/settings/check/known-values';
import { BottlerocketIssue } from '../../../lib/settings';

const read =
  <T>(value: T) =>
  () =>
    value as never;

test.each([['text'], [0], [12n], [true]])('%p is known once it was read as it is', (value) => {
  const known = new KnownValues();
  expect(known.has(value)).toBe(false);
  expect(known.learn(value, [], read(value))).toBe(value);
  expect(known.has(value)).toBe(true);
});

test('a value about which something was said is said something about each time', () => {
  const known = new KnownValues();
  const issues: BottlerocketIssue[] = [];
  known.learn('old', issues, () => {
    issues.push({} as BottlerocketIssue);
    return 'old';
  });
  expect(known.has('old')).toBe(false);
});

test('a value that another one was made of is made of each time', () => {
  const known = new KnownValues();
  known.learn(1, [], read('1'));
  known.learn('refused', [], read(undefined));
  expect([known.has(1), known.has('refused'), known.has(undefined)]).toEqual([false, false, false]);
});

test('objects are read each time, since they change, and long texts, since they fill the memory', () => {
  const known = new KnownValues();
  const list = ['a'];
  known.learn(list, [], read(list));
  known.learn('x'.repeat(257), [], read('x'.repeat(257)));
  expect([known.has(list), known.has('x'.repeat(257))]).toEqual([false, false]);
});

test('many values do not fill the memory', () => {
  const known = new KnownValues();
  for (let index = 0; index <= 1000; index++) {
    known.learn(index, [], read(index));
  }
  expect([known.has(0), known.has(1000)]).toEqual([false, true]);
});
