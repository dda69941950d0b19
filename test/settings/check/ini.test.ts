import { iniSection } from '../../../lib/settings/check/ini';

const TEXT = '# [comment]\n[default]\r\nregion = x\n  [ profile  a ]\n[b]# c\nname = [d]\n';

test.each([
  ['default', true],
  ['profile a', true],
  ['b', true],
  ['a', false],
  ['d', false],
  ['comment', false],
  ['', false],
])('there is a section %j: %s', (name, expected) => {
  expect(iniSection(TEXT, name)).toBe(expected);
});
