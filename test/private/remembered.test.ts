import { remembered } from '../../lib/private/remembered';

/** A function that counts its calls. */
function counting(): { readonly of: (text: string) => number | undefined; readonly calls: string[] } {
  const calls: string[] = [];
  const length = (text: string) => {
    calls.push(text);
    return text === '' ? undefined : text.length;
  };
  return { of: remembered(length), calls };
}

test('what came of a text is computed once', () => {
  const { of, calls } = counting();
  expect([of('a'), of('bc'), of('a')]).toEqual([1, 2, 1]);
  expect(calls).toEqual(['a', 'bc']);
});

test('names that mean something to JavaScript are texts like others', () => {
  const { of, calls } = counting();
  expect(['__proto__', 'constructor', '__proto__'].map(of)).toEqual([9, 11, 9]);
  expect(calls).toEqual(['__proto__', 'constructor']);
});

test('nothing that came of a text is computed again', () => {
  const { of, calls } = counting();
  expect([of(''), of('')]).toEqual([undefined, undefined]);
  expect(calls).toEqual(['', '']);
});

test('long texts are computed each time, and many do not fill the memory', () => {
  const { of, calls } = counting();
  const long = 'x'.repeat(257);
  expect([of(long), of(long)]).toEqual([257, 257]);
  expect(calls).toHaveLength(2);
  of('first');
  for (let index = 0; index < 1000; index++) {
    of(`text ${index}`);
  }
  expect(of('first')).toBe(5);
  expect(calls.filter((text) => text === 'first')).toHaveLength(2);
});
