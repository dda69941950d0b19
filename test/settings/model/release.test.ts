import { formatRelease, isBefore, parseRelease } from '../../../lib/settings/model/release';

test.each<[string, readonly number[] | undefined]>([
  ['1.66.0', [1, 66, 0]],
  ['v1.66.0', [1, 66, 0]],
  ['1.62.1-ea1afdd6', [1, 62, 1]],
  ['1.34', [1, 34, 0]],
  ['0.5.0', [0, 5, 0]],
  ['', undefined],
  ['1', undefined],
  ['1.66.0.1', undefined],
  ['1.66.0-EA1AFDD6', undefined],
  ['1.66.0-ea1afdd', undefined],
  ['1.34-ea1afdd6', undefined],
  ['1.66.x', undefined],
  [' 1.66.0', undefined],
  ['latest', undefined],
  ['1.99999.0', undefined],
])('%s has the numbers %j', (text, numbers) => {
  expect(parseRelease(text)).toEqual(numbers);
});

test.each([
  ['1.65.9', '1.66.0', true],
  ['1.66.0', '1.66.0', false],
  ['1.66.1', '1.66.0', false],
  ['1.9.0', '1.10.0', true],
  ['1.34', '1.34', false],
  ['1.33', '1.34', true],
  ['2.0.0', '1.99.0', false],
])('%s before %s: %s', (version, other, expected) => {
  expect(isBefore(parseRelease(version)!, other)).toBe(expected);
});

test('releases and versions of Kubernetes are written as people do', () => {
  expect(formatRelease([1, 66, 0])).toBe('1.66.0');
  expect(formatRelease([1, 34, 0], 2)).toBe('1.34');
});
