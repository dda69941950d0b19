import { inventoryDrift, licenseProblems, renderInventory } from '../../../tools/licenses/inventory';

const MS = { name: 'ms', version: '2.1.3', license: 'MIT' };
const SOCKS = { name: 'socks', version: '2.8.11', license: 'ISC' };
const LINES = 'ms 2.1.3 MIT\nsocks 2.8.11 ISC\n';

describe('packages that are handed on', () => {
  test('have licences that may be handed on', () => {
    expect(licenseProblems([MS, SOCKS])).toEqual([]);
  });

  test.each([
    'GPL-3.0-only',
    'AGPL-3.0-or-later',
    'MIT OR GPL-2.0-only',
    'UNLICENSED',
    'SEE LICENSE IN x',
    '',
    undefined,
  ])('do not have the licence %j', (license) => {
    expect(licenseProblems([MS, { ...SOCKS, license }])).toEqual([
      expect.stringMatching(/^socks: .* is none of 0BSD, Apache-2\.0, /),
    ]);
  });
});

describe('the inventory', () => {
  test('has each package once, whatever their order', () => {
    expect(renderInventory([SOCKS, MS, SOCKS])).toBe(LINES);
  });

  test('holds when nothing has changed', () => {
    expect(inventoryDrift(LINES, [SOCKS, MS])).toEqual([]);
  });

  test('misses no package, version or licence', () => {
    expect(inventoryDrift(LINES, [MS, SOCKS, { ...MS, name: 'debug' }])).toEqual(['+ debug 2.1.3 MIT']);
    expect(inventoryDrift(LINES, [MS, { ...SOCKS, version: '3.0.0' }])).toEqual([
      '+ socks 3.0.0 ISC',
      '- socks 2.8.11 ISC',
    ]);
    expect(inventoryDrift(LINES, [MS, { ...SOCKS, license: 'MIT' }])).toEqual([
      '+ socks 2.8.11 MIT',
      '- socks 2.8.11 ISC',
    ]);
    expect(inventoryDrift(LINES, [MS])).toEqual(['- socks 2.8.11 ISC']);
  });
});
