import fc from 'fast-check';
import { SettingsLayer } from '../../../lib/settings';
import { mergeSettings, SettingsPart } from '../../../lib/settings/merge/merge';
import { isTable, newTable, TomlTable, TomlToken, TomlValue } from '../../../lib/settings/model/document';
import { plain } from '../../helpers/toml';

const { LIBRARY_DEFAULT, PRESET, CLUSTER, GROUP } = SettingsLayer;

function table(entries: object): TomlTable {
  const result = newTable();
  for (const [key, value] of Object.entries(entries)) {
    const isPlain =
      typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof TomlToken);
    result[key] = isPlain ? table(value as object) : (value as TomlValue);
  }
  return result;
}

function part(settings: object, layer = GROUP, source?: string): SettingsPart {
  return { document: table(settings), layer, source };
}

const merged = (...parts: SettingsPart[]) => plain(mergeSettings(parts).document);

test('a value of a higher layer holds, whatever the order', () => {
  const parts = [
    part({ motd: 'group' }),
    part({ motd: 'default', a: 1 }, LIBRARY_DEFAULT),
    part({ motd: 'cluster' }, CLUSTER),
    part({ motd: 'preset' }, PRESET),
  ];
  expect(merged(...parts)).toEqual({ motd: 'group', a: 1 });
  expect(merged(...parts.slice(1))).toEqual({ motd: 'cluster', a: 1 });
  expect(merged(parts[3]!, parts[1]!)).toEqual({ motd: 'preset', a: 1 });
});

test('tables and maps are merged key by key', () => {
  const below = part({ kubernetes: { 'node-labels': { a: '1', b: '1' }, 'max-pods': 10 } }, CLUSTER);
  const above = part({ kubernetes: { 'node-labels': { b: '2', c: '2' } }, motd: 'x' });
  expect(merged(below, above)).toEqual({
    kubernetes: { 'node-labels': { a: '1', b: '2', c: '2' }, 'max-pods': 10 },
    motd: 'x',
  });
});

test('lists are replaced as a whole', () => {
  expect(
    merged(part({ ntp: { 'time-servers': ['a', 'b'] } }, PRESET), part({ ntp: { 'time-servers': ['c'] } })),
  ).toEqual({ ntp: { 'time-servers': ['c'] } });
});

test('two taints with one key are kept', () => {
  const taints = { kubernetes: { 'node-taints': { gpu: ['a:NoSchedule', 'a:NoExecute'] } } };
  expect(merged(part(taints), part({ kubernetes: { 'node-taints': { other: ['b:NoSchedule'] } } }))).toEqual({
    kubernetes: { 'node-taints': { gpu: ['a:NoSchedule', 'a:NoExecute'], other: ['b:NoSchedule'] } },
  });
});

test('keys that mean something to JavaScript are keys', () => {
  const sysctl = JSON.parse('{"__proto__":"1"}') as object;
  const { document } = mergeSettings([part({ kernel: { sysctl } }), part({ kernel: { sysctl: { a: '2' } } })]);
  expect(Object.keys((document.kernel as TomlTable).sysctl as TomlTable)).toEqual(['__proto__', 'a']);
});

describe('two sources of one layer with different values', () => {
  const conflicts = (...parts: SettingsPart[]) => mergeSettings(parts).conflicts;

  test('are a conflict that names both', () => {
    expect(
      conflicts(
        part({ kubernetes: { 'max-pods': 10 } }, PRESET, 'cis'),
        part({ kubernetes: { 'max-pods': 20 } }, PRESET, 'dense'),
      ),
    ).toEqual([
      {
        path: 'settings.kubernetes.max-pods',
        given: [
          ['cis', 10],
          ['dense', 20],
        ],
      },
    ]);
  });

  test('are a conflict of all three', () => {
    const parts = [
      part({ motd: 'a' }, PRESET, 'one'),
      part({ motd: 'b' }, PRESET, 'two'),
      part({ motd: 'b' }, PRESET, 'three'),
    ];
    expect(conflicts(...parts)).toEqual([
      {
        path: 'settings.motd',
        given: [
          ['one', 'a'],
          ['two', 'b'],
          ['three', 'b'],
        ],
      },
    ]);
  });

  test('are none when a higher layer has its say', () => {
    expect(
      conflicts(part({ motd: 'a' }, PRESET, 'one'), part({ motd: 'b' }, PRESET, 'two'), part({ motd: 'c' })),
    ).toEqual([]);
    expect(
      conflicts(part({ motd: 'c' }), part({ motd: 'a' }, PRESET, 'one'), part({ motd: 'b' }, PRESET, 'two')),
    ).toEqual([]);
  });

  test('are none without names: the later one holds', () => {
    const parts = [part({ motd: 'a' }), part({ motd: 'b' })];
    expect(conflicts(...parts)).toEqual([]);
    expect(merged(...parts)).toEqual({ motd: 'b' });
    expect(conflicts(part({ motd: 'a' }, GROUP, 'one'), part({ motd: 'b' }))).toEqual([]);
  });

  test('are none from one source', () => {
    expect(conflicts(part({ motd: 'a' }, PRESET, 'one'), part({ motd: 'b' }, PRESET, 'one'))).toEqual([]);
  });

  test('are none when they mean the same', () => {
    const parts = (a: object, b: object) => conflicts(part(a, PRESET, 'one'), part(b, PRESET, 'two'));
    expect(
      parts(
        { kubernetes: { 'image-gc-high-threshold-percent': 85 } },
        { kubernetes: { 'image-gc-high-threshold-percent': '85' } },
      ),
    ).toEqual([]);
    expect(
      parts({ kubernetes: { 'cpu-manager-policy': 'static' } }, { kubernetes: { 'cpu-manager-policy': 'Static' } }),
    ).toEqual([]);
    expect(
      parts(
        { 'container-runtime': { 'concurrent-download-chunk-size': '1kib' } },
        { 'container-runtime': { 'concurrent-download-chunk-size': 1024 } },
      ),
    ).toEqual([]);
  });

  test('are a conflict of whole lists', () => {
    expect(
      conflicts(
        part({ dns: { 'search-list': ['a'] } }, PRESET, 'one'),
        part({ dns: { 'search-list': ['a', 'b'] } }, PRESET, 'two'),
      ),
    ).toHaveLength(1);
  });
});

describe('sources', () => {
  const { sourcesOf } = ((all) => ({ sourcesOf: (path: string) => all.sourcesOf(path) }))(
    mergeSettings([
      part({ kubernetes: { 'max-pods': 10, 'log-level': 1 }, ntp: { 'time-servers': ['a'] } }, PRESET, 'one'),
      part({ kubernetes: { 'max-pods': 20 } }, CLUSTER, 'two'),
      part({ motd: 'x' }),
    ]),
  );

  test.each([
    ['settings.kubernetes.max-pods', ['two']],
    ['settings.kubernetes.log-level', ['one']],
    ['settings.kubernetes', ['two', 'one']],
    ['settings.ntp.time-servers[0]', ['one']],
    ['settings.ntp.time-servers[0].address', ['one']],
    ['settings.motd', []],
    ['settings.kubernetes.max', []],
  ])('of %s are %j', (path, expected) => {
    expect(new Set(sourcesOf(path))).toEqual(new Set(expected));
  });
});

/** Documents of a few keys, so that they meet. */
const { document: DOCUMENT } = fc.letrec<{ document: TomlTable; value: TomlValue }>((tie) => ({
  document: fc
    .uniqueArray(fc.tuple(fc.constantFrom('a', 'b', 'c', '__proto__'), tie('value')), {
      maxLength: 4,
      selector: ([key]) => key,
    })
    .map((entries) => entries.reduce((result, [key, value]) => ((result[key] = value), result), newTable())),
  value: fc.oneof(
    { maxDepth: 3 },
    fc.integer(),
    fc.constantFrom('x', 'y'),
    fc.array(fc.integer(), { maxLength: 2 }),
    tie('document'),
  ),
}));

/** What two documents differ in when a table meets a value is not a question of layers: the model never lets that happen. */
function fits(a: TomlValue | undefined, b: TomlValue | undefined): boolean {
  if (a === undefined || b === undefined) {
    return true;
  }
  return isTable(a) && isTable(b) ? Object.keys(a).every((key) => fits(a[key], b[key])) : isTable(a) === isTable(b);
}

test('merging in two steps is merging at once', () => {
  fc.assert(
    fc.property(DOCUMENT, DOCUMENT, DOCUMENT, (a, b, c) => {
      fc.pre(fits(a, b) && fits(b, c) && fits(a, c));
      const merge = (...documents: TomlTable[]) =>
        mergeSettings(documents.map((document) => ({ document, layer: GROUP }))).document;
      expect(merge(merge(a, b), c)).toEqual(merge(a, b, c));
      expect(merge(a, merge(b, c))).toEqual(merge(a, b, c));
    }),
  );
});

test('merging never changes what goes in', () => {
  fc.assert(
    fc.property(DOCUMENT, DOCUMENT, (a, b) => {
      const before = JSON.stringify([plain(a), plain(b)]);
      mergeSettings([
        { document: a, layer: PRESET, source: 'x' },
        { document: b, layer: GROUP },
      ]);
      expect(JSON.stringify([plain(a), plain(b)])).toBe(before);
    }),
  );
});
