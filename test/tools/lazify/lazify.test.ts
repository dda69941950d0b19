import { runInNewContext } from 'node:vm';
import { lazify } from '../../../tools/lazify/lazify';

const OTHERS: Readonly<Record<string, object>> = {
  './a': { One: class One {}, two: () => 2, inner: { Three: class Three {} } },
  './b': { One: 'another', Four: 4 },
};

/** What modules of the compiler begin with. */
const HELPERS = [
  'var __importStar = (module) => module;',
  'var __exportStar = (module, exports) => { throw new Error("not lazy"); };',
].join(' ');

/** Runs a module that was rewritten, and tells what it loaded. */
function run(...lines: readonly string[]): { exports: Record<string, unknown>; loaded: string[]; text: string } {
  const text = lazify([HELPERS, ...lines].join('\n'), (specifier) => Object.keys(OTHERS[specifier]!));
  const [exports, loaded]: [Record<string, unknown>, string[]] = [{}, []];
  const require = (specifier: string) => {
    loaded.push(specifier);
    return OTHERS[specifier];
  };
  runInNewContext(text, { exports, require });
  return { exports, loaded, text };
}

test('what is required is loaded when it is used first, and once', () => {
  const { exports, loaded } = run('const a_1 = require("./a");', 'exports.get = () => a_1.two() + (0, a_1.two)();');
  expect(loaded).toEqual([]);
  const get = exports.get as () => number;
  expect([get(), get()]).toEqual([4, 4]);
  expect(loaded).toEqual(['./a']);
});

test('instances are made of what a module has, not of the module', () => {
  const { exports } = run(
    'const a = __importStar(require("./a"));',
    'exports.make = () => [new a.One(), new a.inner.Three(), new Map([[1, new a.One]])];',
  );
  const [one, three, map] = (exports.make as () => [object, object, Map<number, object>])();
  expect([one, three, map.get(1)].map((made) => made?.constructor.name)).toEqual(['One', 'Three', 'One']);
});

test('what a class extends is there when the class is', () => {
  const { exports, loaded } = run('const a_1 = require("./a");', 'class Own extends a_1.One {}', 'exports.Own = Own;');
  expect(loaded).toEqual(['./a']);
  expect(Object.getPrototypeOf(exports.Own)).toHaveProperty('name', 'One');
});

test.each([
  ['a parameter', 'exports.get = (a) => a.two;', 'two'],
  ['a variable', 'exports.get = () => { const a = { two: 3 }; return a.two; };', 3],
  ['a property that is written short', 'exports.get = () => ({ a }).a.two();', 2],
  ['a property', 'exports.get = () => ({ a: 5 }).a;', 5],
  ['a part of something', 'exports.get = () => { const { a: b } = { a: 6 }; return b; };', 6],
  ['a method', 'exports.get = () => new (class { a() { return 7; } })().a();', 7],
])('%s of the name of what is required keeps its meaning', (_, line, expected) => {
  const { exports } = run('const a = require("./a");', line);
  expect((exports.get as (value: object) => unknown)({ two: 'two' })).toEqual(expected);
});

test('what is handed on is loaded when it is asked for, of the module that was first, and kept', () => {
  const { exports, loaded } = run('__exportStar(require("./a"), exports);', '__exportStar(require("./b"), exports);');
  expect(Object.keys(exports)).toEqual(['One', 'two', 'inner', 'Four']);
  expect(loaded).toEqual([]);
  expect(exports.One).toBe((OTHERS['./a'] as { One: unknown }).One);
  expect([exports.Four, exports.Four]).toEqual([4, 4]);
  expect(loaded).toEqual(['./a', './b']);
});

test('what a module has itself is not taken from another', () => {
  const { exports } = run('exports.One = void 0;', '__exportStar(require("./a"), exports);', 'exports.One = "own";');
  expect(exports.One).toBe('own');
});

test('a module that is handed on as a whole is loaded when it is asked for', () => {
  const { exports, loaded } = run('exports.a = void 0;', 'exports.a = __importStar(require("./a"));');
  expect(loaded).toEqual([]);
  expect(exports.a).toBe(OTHERS['./a']);
});

test('what is required for its effects is loaded at once', () => {
  expect(run('require("./a");').loaded).toEqual(['./a']);
});

test('lines keep their numbers, and what is rewritten is not rewritten again', () => {
  const lines = [
    'const a_1 = require("./a");',
    '__exportStar(require("./a"), exports);',
    'exports.x = () => a_1.two();',
  ];
  const { text } = run(...lines);
  expect(text.split('\n')).toHaveLength(lines.length + 1);
  expect(lazify(text, () => [])).toBe(text);
});
