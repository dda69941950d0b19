import { TomlFloat } from '../../../lib/settings/model/document';
import { isMistake, parseToml, TomlMistake, unquote } from '../../../lib/settings/toml/parse-toml';

function mistake(text: string): TomlMistake {
  const parsed = parseToml(text);
  if (!isMistake(parsed)) {
    throw new Error(`this was read: ${JSON.stringify(parsed)}`);
  }
  return parsed;
}

test('whole numbers and floats are two kinds, and numbers beyond JavaScript stay whole', () => {
  const table = parseToml('a = 1\nb = 1.0\nc = 0.5\nd = 9223372036854775807\ne = -9223372036854775808\nf = 0x10');
  expect({ ...table }).toEqual({
    a: 1,
    b: new TomlFloat(1),
    c: 0.5,
    d: 9223372036854775807n,
    e: -9223372036854775808n,
    f: 16,
  });
});

test.each(['__proto__', 'constructor', 'toString'])('the key %s means nothing to JavaScript', (key) => {
  const table = parseToml(`${key} = 1\n[a.${key}]\nb = 2`);
  expect(Object.keys(table)).toEqual([key, 'a']);
  expect('valueOf' in table || '__defineGetter__' in table).toBe(false);
});

describe('refuses what the parser of the OS does not read', () => {
  test.each([
    ['newer TOML: a comma at the end of an inline table', 'a = { b = 1, }'],
    ['newer TOML: an inline table of several lines', 'a = {\n b = 1 }'],
    ['newer TOML: a comment in an inline table', 'a = { b = 1 # c\n}'],
    ['newer TOML: an escape of two digits', 'a = "\\x41"'],
    ['newer TOML: an escape for the escape character', 'a = "\\e"'],
    ['newer TOML: the same in a key', '"\\e" = 1'],
    ['newer TOML: the same in a header', '["\\x41"]'],
    ['newer TOML: a time without seconds', 'a = 07:32'],
    ['newer TOML: a date and time without seconds', 'a = 1979-05-27T07:32Z'],
    ['a whole number beyond 64 bits', 'a = 9223372036854775808'],
    ['a whole number beyond 64 bits, written in hexadecimal', 'a = 0xFFFFFFFFFFFFFFFF'],
    ['a number beyond 64-bit floats', 'a = 1e999'],
    ['half a character', 'a = "\ud83e"'],
    ['a comma behind a value', 'a = 1,'],
    ['a header that is half closed', '[[a]'],
    ['a line that ends like on an old Macintosh', 'a = 1\rb = 2'],
    ['two tables of one name', '[a]\n[a]'],
    ['a list without its end, and a comment', 'a = [1 # comment'],
  ])('%s', (_, text) => {
    expect(mistake(text).message).not.toBe('');
  });
});

describe('reads what the parser of the OS reads', () => {
  test.each([
    ['lists of several lines, with comments and a comma at the end', 'a = [\n 1, # one\n 2,\n]'],
    ['a list of several lines in an inline table', 'a = { b = [\n 1,\n] }'],
    ['escapes', 'a = "\\u00e9\\U0001F980\\t\\\\e\\"\\\\x41"'],
    ['what looks like an escape in single quotes', "a = '\\e\\x41'"],
    ['text of several lines', 'a = """\none \\\n  two"""\nb = \'\'\'x\'\'\''],
    ['line ends of Windows', 'a = 1\r\nb = 2\r\n'],
    ['dotted keys', 'a.b."c.d" = 1\n[a.e]\nf = 1'],
    ['numbers in all notations', 'a = [0x1F, 0o17, 0b11, +1, -0, 1_000, 1e5, 6.02e23, inf, -nan]'],
    ['dates and times', 'a = [1979-05-27T07:32:00.5-07:00, 1979-05-27, 07:32:00]'],
  ])('%s', (_, text) => {
    expect(isMistake(parseToml(text))).toBe(false);
  });

  test('thousands of comments in a row', () => {
    expect({ ...parseToml('# comment\n'.repeat(20000) + 'a = 1') }).toEqual({ a: 1 });
  });
});

test('what nests deeper than the OS reads is refused, not followed', () => {
  expect(isMistake(parseToml(`a = ${'['.repeat(79)}${']'.repeat(79)}`))).toBe(false);
  expect(isMistake(parseToml(`a = ${'['.repeat(80)}${']'.repeat(80)}`))).toBe(true);
  expect(isMistake(parseToml(`a = ${'{a='.repeat(79)}1${'}'.repeat(79)}`))).toBe(false);
  expect(isMistake(parseToml(`a = ${'{a='.repeat(80)}1${'}'.repeat(80)}`))).toBe(true);
  expect(isMistake(parseToml(`a = ${'['.repeat(100000)}${']'.repeat(100000)}`))).toBe(true);
});

test('mistakes name their place', () => {
  expect(mistake('a = 1\nb = { c = 1,\n d = 2 }')).toMatchObject({ line: 2, column: 13 });
  expect(mistake('a = 1\nb 2')).toMatchObject({ line: 2 });
});

test('keys lose their quotes and escapes', () => {
  expect(['"a.b"', "'a\\b'", '"\\u00e9"'].map(unquote)).toEqual(['a.b', 'a\\b', 'é']);
});
