import { parse } from 'smol-toml';
import { TemplateText } from '../../lib/template';
import { readableToml } from '../../lib/template/readable-toml';

const X = { text: '${X}' };

function readable(...parts: (string | { text: string })[]) {
  return readableToml(new TemplateText(parts));
}

test.each<[name: string, parts: (string | { text: string })[], text: string]>([
  ['within quotes', ['a = "b', X, '"'], 'a = "b${X}"'],
  ['within single quotes', ["a = 'b", X, "'"], "a = 'b${X}'"],
  ['behind an escaped quote', ['a = "\\"', X, '"'], 'a = "\\"${X}"'],
  ['behind a quote within other quotes', ['a = "\'"\nb = ', X], 'a = "\'"\nb = "${X}"'],
  ['in a text over several lines', ['a = """\n"b" ', X, '\n"""'], 'a = """\n"b" ${X}\n"""'],
  ['for a number', ['a = ', X, '\nb = 1'], 'a = "${X}"\nb = 1'],
  ['for an item', ['a = [1, ', X, ']'], 'a = [1, "${X}"]'],
  ['for an item on a line of its own', ['a = [\n  ', X, ',\n]'], 'a = [\n  "${X}",\n]'],
  ['in a comment', ["# it's ", X, '\na = ', X], '# it\'s ${X}\na = "${X}"'],
])('a placeholder %s', (_, parts, text) => {
  expect(readable(...parts)).toEqual({ text, isPartial: false });
  if (!text.includes('[1,')) {
    expect(() => parse(text)).not.toThrow();
  }
});

test('a placeholder for whole lines is a comment, and there may be more settings', () => {
  expect(readable('[settings]\n', X, '\nmotd = "a"')).toEqual({
    text: '[settings]\n# ${X}\nmotd = "a"',
    isPartial: true,
  });
});
