// What apps import; run by tools/check-latest.ts against the packed library, whose modules are loaded when they are needed.
/* global __dirname, expect, process, test */
const { execFileSync } = require('node:child_process');
const { readFileSync } = require('node:fs');
const { dirname, join } = require('node:path');

const FOLDER = dirname(require.resolve('cdk-bottlerocket/package.json'));
const NAMESPACES = ['mixins', 'testing'];
const { types } = JSON.parse(readFileSync(join(FOLDER, '.jsii'), 'utf8'));
const NAMES = Object.values(types)
  .filter(({ kind, namespace }) => kind !== 'interface' && namespace === undefined)
  .map(({ name }) => name)
  .concat(NAMESPACES)
  .sort();

function node(...options) {
  return JSON.parse(execFileSync(process.execPath, options, { cwd: __dirname, encoding: 'utf8' }));
}

test('are all classes and enums', () => {
  expect(node('--print', 'JSON.stringify(Object.keys(require("cdk-bottlerocket")).sort())')).toEqual(NAMES);
});

test('can be named in ECMAScript modules', () => {
  const code = `import { ${NAMES.join(', ')} } from 'cdk-bottlerocket';
    console.log(JSON.stringify([${NAMES.join(', ')}].filter((value) => value !== undefined).length));`;
  expect(node('--input-type=module', '--eval', code)).toBe(NAMES.length);
});

test('can each be the first that an app uses', () => {
  const code = `
    const missing = [];
    for (const name of ${JSON.stringify(NAMES)}) {
      Object.keys(require.cache).filter((file) => file.includes('cdk-bottlerocket')).forEach((file) => delete require.cache[file]);
      if (require('cdk-bottlerocket')[name] === undefined) missing.push(name);
    }
    console.log(JSON.stringify(missing));`;
  expect(node('--eval', code)).toEqual([]);
});

test('are loaded when they are used', () => {
  const code = `
    const loaded = () => Object.keys(require.cache).filter((file) => file.includes('cdk-bottlerocket')).length;
    const library = require('cdk-bottlerocket');
    const before = loaded();
    library.BottlerocketImage;
    console.log(JSON.stringify([before, loaded() > before]));`;
  expect(node('--eval', code)).toEqual([1, true]);
});
