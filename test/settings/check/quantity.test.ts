import fc from 'fast-check';
import { billionths, milliseconds } from '../../../lib/settings/check/quantity';

test.each<[string, number | undefined]>([
  ['0s', 0],
  ['1h30m', 5400000],
  ['1.5h', 5400000],
  ['1m1s1ms', 61001],
  ['10ms', 10],
  ['', undefined],
  ['5', undefined],
  ['1d', undefined],
  ['-1s', undefined],
  ['1us', undefined],
])('%j has %s milliseconds', (duration, expected) => {
  expect(milliseconds(duration)).toBe(expected);
});

test.each<[string, bigint | undefined]>([
  ['0', 0n],
  ['1', 10n ** 9n],
  ['1.5', 15n * 10n ** 8n],
  ['-1', -(10n ** 9n)],
  ['+1', 10n ** 9n],
  ['100m', 10n ** 8n],
  ['1n', 1n],
  ['1u', 1000n],
  ['1k', 10n ** 12n],
  ['1G', 10n ** 18n],
  ['1Ki', 1024n * 10n ** 9n],
  ['1.5Gi', 1610612736n * 10n ** 9n],
  ['1e3', 10n ** 12n],
  ['1.', 10n ** 9n],
  ['', undefined],
  ['.5', undefined],
  ['10%', undefined],
  ['1K', undefined],
  ['1Bi', undefined],
  ['1e', undefined],
  ['lots', undefined],
])('%j is %s billionths', (quantity, expected) => {
  expect(billionths(quantity)).toBe(expected);
});

test('a quantity is the same in every unit', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 10 ** 6 }), (amount) => {
      expect(billionths(`${amount}Mi`)).toBe(billionths(`${amount * 1024}Ki`));
      expect(billionths(`${amount}M`)).toBe(billionths(`${amount * 1000}k`));
      expect(billionths(`${amount}`)).toBe(billionths(`${amount * 1000}m`));
    }),
  );
});
