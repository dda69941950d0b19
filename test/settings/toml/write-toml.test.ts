import fc from 'fast-check';
import { NO_TOKENS } from '../../../lib/private/token-reader';
import { IssueCode, UserDataTarget } from '../../../lib/settings';
import { newTable, TomlFloat, TomlTable, TomlValue } from '../../../lib/settings/model/document';
import { writeToml } from '../../../lib/settings/toml/write-toml';
import { eksObjections } from '../../helpers/eks-toml';
import { parseToml, plain } from '../../helpers/toml';
import { runs } from '../../helpers/runs';

function table(entries: Record<string, TomlValue>): TomlTable {
  return Object.assign(newTable(), entries);
}

function write(document: TomlTable, target = UserDataTarget.EC2) {
  return writeToml(document, target, NO_TOKENS);
}

/** One value under [settings]. */
function line(value: TomlValue, target?: UserDataTarget): string {
  const { text, issues } = write(table({ key: value }), target);
  return issues.length > 0 ? issues[0]!.code : text.replace('[settings]\n', '').trimEnd();
}

describe('text', () => {
  test.each([
    ['plain', 'key = "plain"'],
    ['', 'key = ""'],
    ["it's", `key = "it's"`],
    ['a "quoted" word', `key = 'a "quoted" word'`],
    ['C:\\path', `key = 'C:\\path'`],
    ['two\nlines', 'key = "two\\nlines"'],
    ['tab\there', 'key = "tab\\there"'],
    ['bell\u0007', 'key = "bell\\u0007"'],
    ['delete\u007f', 'key = "delete\\u007F"'],
    ['naïve 🦀', 'key = "naïve 🦀"'],
    ["it's a \\", `key = "it's a \\\\"`],
  ])('%j is written for every target', (value, expected) => {
    expect(line(value)).toBe(expected);
    expect(line(value, UserDataTarget.EKS_MANAGED)).toBe(expected);
  });

  test.each(['it\'s "both"', 'a "quoted"\nline'])('%j needs an escaped quote, which EKS does not read', (value) => {
    expect(line(value)).toContain('\\"');
    expect(line(value, UserDataTarget.EKS_MANAGED)).toBe(IssueCode.NOT_WRITABLE);
  });

  test('with half a character is never written', () => {
    expect(line('\ud83e')).toBe(IssueCode.NOT_WRITABLE);
    expect(line('fine \ud83e\udd80')).toBe('key = "fine 🦀"');
  });

  test('cannot break out of its quotes', () => {
    const injection = 'x"\n[settings.host-containers.admin]\nenabled = true\nsource = "y';
    expect(parseToml(write(table({ motd: injection })).text)).toEqual({ settings: { motd: injection } });
  });
});

describe('numbers and booleans', () => {
  test.each([
    [0, 'key = 0'],
    [-0, 'key = 0'],
    [-1, 'key = -1'],
    [1500, 'key = 1500'],
    [2 ** 53, 'key = 9007199254740992'],
    [9223372036854775807n, 'key = 9223372036854775807'],
    [0.5, 'key = 0.5'],
    [1e-7, 'key = 1e-7'],
    [new TomlFloat(1), 'key = 1.0'],
    [true, 'key = true'],
  ])('%p', (value, expected) => {
    expect(line(value)).toBe(expected);
  });
});

describe('tables', () => {
  test('an empty document is empty text', () => {
    expect(write(newTable()).text).toBe('');
  });

  test('values come before tables, and tables of tables need no header', () => {
    const document = table({ a: table({ b: table({ c: 1 }) }), d: 2 });
    expect(write(document).text).toBe('[settings]\nd = 2\n\n[settings.a.b]\nc = 1\n');
  });

  test('keys are quoted only where they must be', () => {
    const document = table({ '': 1, 'a-b_1': 1, 'a.b': 1, ä: 1, 'a b': 1 });
    expect(write(document).text).toBe('[settings]\n"" = 1\na-b_1 = 1\n"a.b" = 1\n"ä" = 1\n"a b" = 1\n');
  });

  test('tables with a quoted key are written inline, since EKS does not read quoted keys in headers', () => {
    const document = table({ 'a.b': table({ c: 1, d: table({ e: 2 }) }) });
    expect(write(document).text).toBe('[settings]\n"a.b" = { c = 1, d = { e = 2 } }\n');
  });

  test('lists of tables get a header for each item', () => {
    const document = table({ list: [table({ a: 1 }), table({ a: 2, b: table({ c: 3 }) })] });
    expect(write(document).text).toBe(
      '[[settings.list]]\na = 1\n\n[[settings.list]]\na = 2\n\n[settings.list.b]\nc = 3\n',
    );
  });

  test('keys with quotes are refused for EKS only', () => {
    const document = table({ "it's": 1 });
    expect(write(document).text).toBe(`[settings]\n"it's" = 1\n`);
    expect(write(document, UserDataTarget.EKS_MANAGED).issues[0]!.path).toBe(`settings."it's"`);
  });
});

test('lists of mixed types are refused for EKS only, so that network.hosts is', () => {
  const document = table({ hosts: [['10.0.0.1', ['a.example.com']]] });
  expect(write(document).text).toBe('[settings]\nhosts = [["10.0.0.1", ["a.example.com"]]]\n');
  const { text, issues } = write(document, UserDataTarget.EKS_MANAGED);
  expect(issues).toHaveLength(1);
  expect(issues[0]).toMatchObject({ code: IssueCode.NOT_WRITABLE, path: 'settings.hosts[0]' });
  expect(text).toBe('[settings]\n');
});

/** Documents that no model would allow: any text as keys and values, any nesting. */
const { document: DOCUMENT } = fc.letrec<{ document: TomlTable; value: TomlValue }>((tie) => ({
  document: fc
    .uniqueArray(fc.tuple(text(), tie('value')), { maxLength: 5, selector: ([key]) => key })
    .map((entries) => entries.reduce((result, [key, value]) => ((result[key] = value), result), newTable())),
  value: fc.oneof(
    { maxDepth: 4, depthSize: 'small' },
    text(),
    fc.maxSafeInteger(),
    fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }).filter((value) => !Number.isSafeInteger(Number(value))),
    fc.double({ noNaN: true, noDefaultInfinity: true }).filter((value) => !Number.isInteger(value)),
    fc.maxSafeInteger().map((value) => new TomlFloat(value)),
    fc.boolean(),
    fc.array(tie('value'), { maxLength: 3 }),
    fc.array(tie('document'), { maxLength: 3 }),
    tie('document'),
  ),
}));

function text(): fc.Arbitrary<string> {
  return fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string({ unit: fc.constantFrom('"', "'", '\\', '\n', '\t', ' ', '.', '=', '[', ']', '#', 'a', '0') }),
    fc.constantFrom('__proto__', 'constructor', 'toString', 'settings'),
  );
}

describe('any document', () => {
  test('is written so that another parser reads the same', () => {
    fc.assert(
      fc.property(DOCUMENT, (document) => {
        const { text: toml, issues } = write(document);
        expect(issues).toEqual([]);
        expect(parseToml(toml)).toEqual(Object.keys(document).length === 0 ? {} : { settings: plain(document) });
      }),
      runs(2000),
    );
  });

  test('is written for EKS in the part of TOML that EKS reads, or refused', () => {
    fc.assert(
      fc.property(DOCUMENT, (document) => {
        const { text: toml, issues } = write(document, UserDataTarget.EKS_MANAGED);
        expect(eksObjections(toml)).toEqual([]);
        if (issues.length === 0 && toml !== '') {
          expect(parseToml(toml)).toEqual({ settings: plain(document) });
        }
      }),
      runs(2000),
    );
  });

  test('gives the same text each time', () => {
    fc.assert(fc.property(DOCUMENT, (document) => expect(write(document).text).toBe(write(document).text)));
  });
});

test('the check for what EKS reads finds what the documentation of EKS names', () => {
  expect(eksObjections(`'quoted "value"' = "value"`)).not.toEqual([]);
  expect(eksObjections('str = "I\'m a string. \\"You can quote me\\""')).not.toEqual([]);
  expect(eksObjections('contributors = ["foo@example.com", { name = "Baz" }]')).not.toEqual([]);
  expect(eksObjections('[foo."bar.baz"]')).not.toEqual([]);
  expect(eksObjections('[foo]\n"bar.baz" = "C:\\\\"\n')).toEqual([]);
});
