import { unquote } from '../../../lib/settings/toml/parse-toml';
import { findBeyondToml10 } from '../../../lib/settings/toml/toml-version';

test.each([
  ['a = { b = 1, }', 11, 'one line'],
  ['a = {\nb = 1 }', 5, 'one line'],
  ['a = "\\e"', 4, 'escape \\e'],
  ['"\\x41" = 1', 0, 'escape \\x'],
  ['a = 07:32', 4, 'date or time'],
  ['a = 9223372036854775808', 4, '64 bits'],
  ['a = 1e999', 4, 'too large'],
  ['a = 1979-02-29', 4, 'There is no such day'],
  ['a = 1900-02-29', 4, 'There is no such day'],
  ['a = 2024-04-31T07:32:00Z', 4, 'There is no such day'],
])('%j is found at its place', (text, offset, message) => {
  const found = findBeyondToml10(text, unquote);
  expect(found?.offset).toBe(offset);
  expect(found?.message).toContain(message);
});

test('the first of several is reported', () => {
  expect(findBeyondToml10('a = "\\e"\nb = { c = 1, }\n"\\x41" = 07:32', unquote)?.offset).toBe(4);
});

// The parser of the OS looks for too large a number with the sign in front of it.
test.each(['1980-02-29', '2000-02-29', '2024-12-31', '-1e999', '-1e308'])('%s passes', (value) => {
  expect(findBeyondToml10(`a = ${value}`, unquote)).toBeUndefined();
});

test('TOML 1.0 passes', () => {
  const text = 'a = { b = [\n1,\n], c = "\\\\e" }\nd = 1979-05-27 07:32:00Z\ne = -9223372036854775808\nf = 1e308\n';
  expect(findBeyondToml10(text, unquote)).toBeUndefined();
});

test('a key with dots does not add to a table that a header has opened', () => {
  const mirrors = '[[container-registry.mirrors]]\nregistry = "a"\n';
  expect(findBeyondToml10(`${mirrors}[settings]\n`, unquote)).toBeUndefined();
  expect(findBeyondToml10(`container-registry.credentials = []\n`, unquote)).toBeUndefined();
  expect(findBeyondToml10(`[s]\na.b = 1\n[s.c]\na.b = 1`, unquote)).toBeUndefined();
  // The items of a list have tables of their own.
  expect(findBeyondToml10(`[[s]]\n[[s.a.b]]\n[[s]]\na.c = 1`, unquote)).toBeUndefined();
  expect(findBeyondToml10(`[[s.a.b]]\n[s]\na.c = 1`, unquote)).toMatchObject({ offset: 14 });
  expect(findBeyondToml10(`[[t]]\n[[t.s.a.b]]\n[t.s]\na.c = 1`, unquote)).toMatchObject({ offset: 24 });
});

test('keys have as many parts as the parser of the OS goes deep', () => {
  const key = (parts: number) => Array.from({ length: parts }, (_, index) => `k${index}`).join('.');
  expect(findBeyondToml10(`[${key(79)}]\n${key(79)} = 1`, unquote)).toBeUndefined();
  expect(findBeyondToml10(`a = 1\n[${key(80)}]`, unquote)).toMatchObject({ offset: 7 });
  expect(findBeyondToml10(`${key(80)} = 1`, unquote)).toMatchObject({
    offset: 0,
    message: 'A key has at most 79 parts.',
  });
});
