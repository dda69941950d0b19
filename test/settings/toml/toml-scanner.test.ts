import { unquote } from '../../../lib/settings/toml/parse-toml';
import { joinParts, scanToml } from '../../../lib/settings/toml/toml-scanner';

/** Everything the scanner says of a text, with the text it points to. */
function scan(text: string): string[] {
  const events: string[] = [];
  scanToml(
    text,
    {
      header: (keys, isListItem, offset) =>
        events.push(`${isListItem ? 'item' : 'header'} ${joinParts(keys.map(({ name }) => name))} at ${offset}`),
      value: (path, _, { kind, offset, end }) =>
        events.push(`${joinParts(path)} ${kind} ${JSON.stringify(text.slice(offset, end))}`),
      looseInlineTable: (offset) => events.push(`loose at ${offset}`),
    },
    unquote,
  );
  return events;
}

test('values come with their paths and kinds', () => {
  expect(scan(`a = 1 # one\nb.c = "x # y"\n[d."e.f"]\ng = 'it''' \nh = true`.replace("''' ", "' "))).toEqual([
    'a other "1 "',
    'b.c basic-string "\\"x # y\\""',
    'header d."e.f" at 26',
    `d."e.f".g literal-string "'it'"`,
    'd."e.f".h other "true"',
  ]);
});

test('what stands below a list of tables belongs to its last item', () => {
  expect(
    scan('[[a]]\nb = 1\n[[a]]\n[a.c]\nd = 2\n[[a.e]]\nf = 3').filter((event) => !/^(header|item)/.test(event)),
  ).toEqual(['a[0].b other "1"', 'a[1].c.d other "2"', 'a[1].e[0].f other "3"']);
});

test('items of lists and members of inline tables have paths of their own', () => {
  expect(scan('a = [1, [2, 3], { b = 4 }]\nc = { d.e = [5] }')).toEqual([
    'a[0] other "1"',
    'a[1][0] other "2"',
    'a[1][1] other "3"',
    'a[1] list "[2, 3]"',
    'a[2].b other "4 "',
    'a[2] table "{ b = 4 }"',
    'a list "[1, [2, 3], { b = 4 }]"',
    'c.d.e[0] other "5"',
    'c.d.e list "[5]"',
    'c table "{ d.e = [5] }"',
  ]);
});

test.each([
  ['"""a " b\n"" c"""', 'basic-string'],
  ['"""a\\"""""', 'basic-string'],
  ['""""a""""', 'basic-string'],
  ["'''it's\n'''", 'literal-string'],
  ['"a\\\\"', 'basic-string'],
  ['""', 'basic-string'],
  ["''", 'literal-string'],
])('the end of %s is found', (text, kind) => {
  expect(scan(`a = ${text}\nb = 1`)).toEqual([`a ${kind} ${JSON.stringify(text)}`, 'b other "1"']);
});

test('line ends, comments and commas that TOML 1.0 does not have in inline tables are told', () => {
  expect(scan('a = { b = [\n1\n] }').filter((event) => event.startsWith('loose'))).toEqual([]);
  expect(scan('a = { b = 1, }').filter((event) => event.startsWith('loose'))).toEqual(['loose at 11']);
  expect(scan('a = {# c\n b = 1 }').filter((event) => event.startsWith('loose'))).toEqual(['loose at 5']);
});

test.each(['a', 'a =', 'a = [', 'a = {', 'a = "', '[', '[a', 'a = [}', 'a = [1979-\n5-27', '= = =', ']'])(
  'text that is no TOML after all ends, too: %j',
  (text) => {
    expect(() => scan(text)).not.toThrow();
  },
);
