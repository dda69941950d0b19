import { dottedKey, quoteKey } from '../../../lib/settings/check/dotted-key';

test.each<[string, unknown, string | undefined]>([
  ['net', { core: { somaxconn: '1' } }, 'net.core.somaxconn'],
  ['memory', { available: '5%' }, 'memory.available'],
  ['memory', { available: '5%', free: '1' }, 'memory.available'],
  ['a', {}, undefined],
  ['a', 'x', undefined],
  ['a', ['x'], undefined],
  ['a', null, undefined],
])('%s with %j was %s', (key, value, expected) => {
  expect(dottedKey(key, value)).toBe(expected);
});

test('tables that hold themselves have an end', () => {
  const circle: Record<string, unknown> = {};
  circle.a = circle;
  expect(dottedKey('a', circle)).toMatch(/^a(?:\.a)+$/);
});

test('the advice shows the key in quotes', () => {
  expect(quoteKey('a.b')).toBe('Put quotes around the key: "a.b".');
});
