import { isBareKey, isTable, joinPath, newTable, TomlFloat, TomlToken } from '../../../lib/settings/model/document';

test.each([
  ['max-pods', 'settings.max-pods'],
  ['a_1', 'settings.a_1'],
  ['a.b', 'settings."a.b"'],
  ['a/b', 'settings."a/b"'],
  ['', 'settings.""'],
  ['a"b', 'settings."a\\"b"'],
  ['ä', 'settings."ä"'],
])('the key %j is written as %s', (key, path) => {
  expect(joinPath('settings', key)).toBe(path);
  expect(isBareKey(key)).toBe(!path.includes('"'));
});

test('only tables of documents are tables', () => {
  expect(isTable(newTable())).toBe(true);
  for (const other of [{}, [], null, 'x', new TomlFloat(1), new TomlToken('bare', 1), new Date(0)]) {
    expect(isTable(other)).toBe(false);
  }
});

test('no key of a table means anything to JavaScript', () => {
  const table = newTable();
  table.__proto__ = 1;
  expect(Object.keys(table)).toEqual(['__proto__']);
  expect('toString' in table).toBe(false);
});
