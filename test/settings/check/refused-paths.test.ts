import { IssueCode } from '../../../lib/settings';
import { RefusedPaths } from '../../../lib/settings/check/refused-paths';
import { issue } from '../../../lib/settings/report';

const refused = (code: IssueCode, path: string) => RefusedPaths.of([issue(code, { path, message: 'x' })]);

test.each([
  ['settings.a.b', true],
  ['settings.a.b.c', true],
  ['settings.a.b[0]', true],
  ['settings.a', true],
  ['settings', true],
  ['settings.a.bc', false],
  ['settings.a.c', false],
  ['settings.a."b"', false],
])('a refused value at settings.a.b touches %s: %s', (path, expected) => {
  expect(refused(IssueCode.WRONG_TYPE, 'settings.a.b').touch(path)).toBe(expected);
});

test('a wrong key may stand for any other key of its table', () => {
  const paths = refused(IssueCode.UNKNOWN_SETTING, 'settings.a."b.c"');
  expect(paths.touch('settings.a.d')).toBe(true);
  expect(paths.touch('settings.e')).toBe(false);
});

test('warnings refuse nothing', () => {
  expect(refused(IssueCode.DEPRECATED_SETTING, 'settings.a').touch('settings.a')).toBe(false);
});

test('where more may come, anything may be missing', () => {
  expect(RefusedPaths.ALL.touch('settings.a.b')).toBe(true);
});
