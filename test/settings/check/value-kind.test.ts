import { isObject, kindOf, membersOf } from '../../../lib/settings/check/value-kind';
import { newTable, TomlFloat } from '../../../lib/settings/model/document';

class Base {
  public readonly a = 1;
  public get b(): number {
    return 2;
  }
  public method(): void {}
}

class Derived extends Base {
  public readonly c = 3;
  public readonly f = () => 1;
}

test.each<[string, unknown, boolean]>([
  ['an object', {}, true],
  ['a table', newTable(), true],
  ['an instance of a class', new Derived(), true],
  ['a list', [], false],
  ['a map', new Map(), false],
  ['a set', new Set(), false],
  ['a date', new Date(0), false],
  ['a float', new TomlFloat(1), false],
  ['nothing', null, false],
  ['text', 'x', false],
  ['a function', () => 1, false],
])('%s can be read as a table: %s', (_, value, expected) => {
  expect(isObject(value)).toBe(expected);
});

test('members of an instance are its values, and those of properties that it inherits', () => {
  expect({ ...membersOf(new Derived()) }).toEqual({ a: 1, b: 2, c: 3 });
});

test('members of a plain object are its own', () => {
  expect(membersOf({ a: 1 })).toEqual({ a: 1 });
});

test.each<[unknown, string]>([
  ['x', 'Text'],
  [5, 'A whole number'],
  [5n, 'A whole number'],
  [0.5, 'A number'],
  [new TomlFloat(1), 'A number with a decimal point'],
  [true, 'The boolean true'],
  [null, 'Nothing (null)'],
  [undefined, 'A undefined'],
  [[], 'A list'],
  [new Date(0), 'A date or time'],
  [newTable(), 'A table'],
  [{}, 'An object'],
  [() => 1, 'A function'],
])('%p is called %s', (value, expected) => {
  expect(kindOf(value)).toBe(expected);
});
