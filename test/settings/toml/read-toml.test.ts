import fc from 'fast-check';
import { NO_TOKENS } from '../../../lib/private/token-reader';
import { IssueCode } from '../../../lib/settings';
import { osContext } from '../../../lib/settings/model/os-context';
import { readToml } from '../../../lib/settings/toml/read-toml';
import { plain } from '../../helpers/toml';
import { runs } from '../../helpers/runs';

const read = (text: string) => readToml(text, NO_TOKENS, osContext({}).context);

/** Codes and places, with the advice. */
function found(text: string): string[] {
  return read(text).issues.map(({ code, path, line, column, fix }) => `${code} ${path} ${line}:${column} ${fix}`);
}

test.each(['', ' \n\t\r\n', '\u0085', '\u2003\n'])('blank text is no mistake: %j', (text) => {
  expect(read(text)).toMatchObject({ issues: [], isToml: true });
});

test('a comment alone is a text without settings, which the OS refuses', () => {
  expect(read('# nothing').issues).toMatchObject([{ code: IssueCode.SETTINGS_TABLE_MISSING }]);
});

test('a byte order mark is skipped', () => {
  const { document, issues } = read('\uFEFF[settings]\nmotd = "x"');
  expect(issues).toEqual([]);
  expect(plain(document)).toEqual({ motd: 'x' });
});

test.each(['\uFEFF', '\uFEFF\n'])('a byte order mark is no white space, and %j not blank', (text) => {
  expect(read(text).issues).toMatchObject([{ code: IssueCode.SETTINGS_TABLE_MISSING }]);
});

test.each(['\uFEFF\uFEFF[settings]', '\n\uFEFF[settings]', '\n\uFEFF'])('only the first one is skipped: %j', (text) => {
  expect(read(text).issues).toMatchObject([{ code: IssueCode.INVALID_TOML }]);
});

test('what is right is read although something else is wrong', () => {
  const { document, issues } = read('[settings]\nmotd = "x"\n[settings.kubernetes]\nmax-pods = "1"\nlog-level = 2');
  expect(plain(document)).toEqual({ motd: 'x', kubernetes: { 'log-level': 2 } });
  expect(issues).toMatchObject([{ code: IssueCode.WRONG_TYPE, line: 4, column: 1 }]);
});

test('text that is no TOML is told apart, with its place', () => {
  expect(read('[settings]\nmotd = x')).toMatchObject({
    isToml: false,
    issues: [{ code: IssueCode.INVALID_TOML, line: 2, fix: 'Put quotes around text: "x".' }],
  });
});

describe('tables outside of settings', () => {
  test.each([
    ['[kubernetes]\nmax-pods = 1', 'Did you mean settings.kubernetes?'],
    ['[kubelet-device-plugin.nvidia]\nenabled = false', 'Did you mean settings.kubelet-device-plugins?'],
    ['[Settings.kubernetes]\nmax-pods = 1', 'Did you mean settings?'],
    ['[setting.kubernetes]\nmax-pods = 1', 'Did you mean settings?'],
    ['max-pods = 1', 'Did you mean settings.kubernetes.max-pods?'],
  ])('%j are all there is, which the OS refuses', (text, fix) => {
    expect(read(text).issues).toMatchObject([{ code: IssueCode.SETTINGS_TABLE_MISSING, line: 1, column: 1, fix }]);
  });

  test('are dropped beside settings', () => {
    expect(found('[settings]\nmotd = "x"\n[kubernetes]\nmax-pods = 1')).toEqual([
      'IgnoredTable kubernetes 3:1 Did you mean settings.kubernetes?',
    ]);
  });

  test('settings that are no table are refused', () => {
    expect(found('settings = 1')[0]).toContain('WrongType settings 1:1');
  });
});

describe('keys with dots and without quotes', () => {
  test.each([
    [
      '[settings.kernel.sysctl]\nnet.core.somaxconn = "1"',
      'WrongType settings.kernel.sysctl.net',
      'net.core.somaxconn',
    ],
    [
      '[settings.kubernetes.node-labels]\nexample.com = "a"',
      'WrongType settings.kubernetes.node-labels.example',
      'example.com',
    ],
    [
      '[settings.kubernetes.eviction-hard]\nmemory.available = "5%"',
      'UnknownSetting settings.kubernetes.eviction-hard.memory',
      'memory.available',
    ],
    ['[settings.boot.kernel-parameters]\nfoo.bar = ["x"]', 'WrongType settings.boot.kernel-parameters.foo', 'foo.bar'],
    [
      '[settings.kubernetes.node-taints]\nexample.com = ["x:NoSchedule"]',
      'WrongType settings.kubernetes.node-taints.example',
      'example.com',
    ],
  ])('%j', (text, problem, key) => {
    expect(found(text)).toEqual([`${problem} 2:1 Put quotes around the key: "${key}".`]);
  });
});

test('issues of settings under an alias point to the alias', () => {
  expect(found('[settings.boot.kernel]\nfoo = "x"')[0]).toContain('settings.boot.kernel-parameters.foo 2:1');
});

test('never throws, whatever the text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
      const { issues, locate } = read(text);
      expect(issues.map(locate).every(({ line }) => line! >= 1)).toBe(true);
    }),
    runs(500),
  );
});
