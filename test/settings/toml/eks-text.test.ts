import { checkEksText } from '../../../lib/settings/toml/eks-text';
import { unquote } from '../../../lib/settings/toml/parse-toml';
import { eksObjections } from '../../helpers/eks-toml';

/** Paths, and the line that is pointed to. */
const problems = (text: string) =>
  checkEksText(text, unquote).map(({ path, offset }) => `${path}: ${text.slice(offset).split('\n')[0]}`);

test.each([
  [
    'a header with a quoted key',
    '[settings.kernel.modules."a.b"]\nallowed = true',
    'settings.kernel.modules."a.b": [settings',
  ],
  ['a header with a key in single quotes', "[settings.'a']\nb = 1", "settings.a: [settings.'a']"],
  ['a header of a list with a quoted key', '[[settings."a"]]\nb = 1', 'settings.a: [[settings."a"]]'],
  ['an escaped quote', '[settings]\nmotd = "say \\"hi\\""', 'settings.motd: "say'],
  ['an escaped quote behind an escaped backslash', '[settings]\nmotd = "\\\\\\" x"', 'settings.motd: "'],
  ['an escaped quote in text of several lines', '[settings]\nmotd = """a \\" b"""', 'settings.motd: """a'],
  ['a quote in a key', `[settings.a]\n"it's" = 1`, `settings.a."it's": "it's"`],
  ['a quote in a key of an inline table', `[settings]\na = { "it's" = 1 }`, `settings.a."it's": "it's"`],
  ['a list of text and numbers', '[settings]\na = ["x", 1]', 'settings.a: 1]'],
  ['a list of text and lists', '[settings.network]\nhosts = [["10.0.0.1", ["a"]]]', 'settings.network.hosts[0]: ["a"]'],
  ['a list of tables and text', '[settings]\na = [{ b = 1 }, "x"]', 'settings.a: "x"'],
])('%s is not read by EKS', (_, text, problem) => {
  expect(problems(text)).toHaveLength(1);
  expect(problems(text)[0]).toContain(problem);
  expect(eksObjections(text.replace(/"""/g, '"')).length).toBeGreaterThan(0);
});

test.each([
  ['quoted keys outside of headers', '[settings.kubernetes.node-labels]\n"example.com/a" = "b"'],
  ['double quotes in single ones', `[settings]\nmotd = 'say "hi"'`],
  ['backslashes in front of the closing quote', '[settings]\nmotd = "C:\\\\"'],
  ['lists of one kind', `[settings]\na = ["x", 'y', """z"""]\nb = [[1], [2, 3]]`],
  ['lists of tables', '[[settings.a]]\nb = 1\n[[settings.a]]\nb = "x"'],
  ['comments with quotes', '[settings] # "a\\"b"\nmotd = "x" # it\'s "fine"'],
])('%s are read', (_, text) => {
  expect(problems(text)).toEqual([]);
});

test('the advice for headers names the key', () => {
  const [found] = checkEksText('[settings.kernel.modules."a.b"]\nallowed = true', unquote);
  expect(found!.fix).toBe('Write "a.b" = { key = value } under the header of the table above.');
});
