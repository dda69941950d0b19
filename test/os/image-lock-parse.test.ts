import * as fc from 'fast-check';
import { IssueCode } from '../../lib';
import { renderImageLock } from '../../lib/os/image-lock';
import { parseImageLock } from '../../lib/os/image-lock-parse';

const GOOD = `{
  "schemaVersion": 1,
  "images": {
    "aws-k8s-1.35": {
      "version": "1.66.0-abcdef12",
      "imageIds": {
        "arm64": { "eu-west-1": "ami-00000000000000001" },
        "x86_64": { "eu-west-1": "ami-00000000000000002" }
      }
    }
  }
}
`;

/** The issues of the good lock after a change by hand. */
function after(received: string | RegExp, replacement: string) {
  const changed = GOOD.replace(received, replacement);
  expect(changed).not.toBe(GOOD);
  const { lock, issues } = parseImageLock(changed);
  expect(lock).toBeUndefined();
  return issues;
}

describe('reads', () => {
  test.each([
    ['keys in any order', GOOD.replace(/"arm64".*\n/, '').replace('002" }', '002" }, "arm64": {}')],
    ['other white space', GOOD.replace(/\s+/g, '')],
    ['line ends of Windows', GOOD.replaceAll('\n', '\r\n')],
    ['a byte order mark', `\uFEFF${GOOD}`],
    [
      'regions of AWS GovCloud and China',
      GOOD.replace('eu-west-1', 'us-gov-west-1').replace('eu-west-1', 'cn-north-1'),
    ],
    ['a region that was not known when this was written', GOOD.replace('eu-west-1', 'ap-southeast-12')],
    ['a variant that was not known when this was written', GOOD.replace('aws-k8s-1.35', 'aws-k8s-2.0-neuron')],
  ])('%s', (_, text) => {
    const { lock, issues } = parseImageLock(text);
    expect(issues).toEqual([]);
    expect(Object.keys(lock!.images)).toHaveLength(1);
  });
});

describe('refuses', () => {
  test.each<[string, string | RegExp, string, object]>([
    ['text that ends too soon', /\}\s*$/, '', { path: '(file)', line: 12, column: 1 }],
    ['a comma too many', '002" }\n', '002" },\n', { path: '(file)', line: 9 }],
    ['a comment', '"images"', '// pinned\n  "images"', { path: '(file)', line: 3, column: 3 }],
    [
      'what a merge left',
      '    "aws-k8s-1.35": {\n',
      '<<<<<<< HEAD\n    "aws-k8s-1.35": {\n=======\n    "aws-k8s-1.36": {\n>>>>>>> other\n',
      {
        path: '(file)',
        line: 4,
        column: 1,
        received: '"<<<<<<< HEAD"',
        message: expect.stringContaining('conflict') as string,
      },
    ],
    ['a file of another kind', /^.*$/s, '[]', { path: '(file)', received: '[]' }],
    ['a lock without format', '"schemaVersion": 1,', '', { path: 'schemaVersion', message: 'The key is missing.' }],
    ['a format that is text', ': 1,', ': "1",', { path: 'schemaVersion', received: '"1"', expected: '1', line: 2 }],
    ['format zero', ': 1,', ': 0,', { path: 'schemaVersion', received: '0' }],
    [
      'an unknown key',
      '"version"',
      '"Version"',
      { path: 'images."aws-k8s-1.35".Version', fix: 'Did you mean version?' },
    ],
    ['an unknown key at the top', '"images"', '"x": 1, "images"', { path: 'x', fix: 'Remove it.', line: 3, column: 3 }],
    ['images that are a list', /"images": .*$/s, '"images": []}', { path: 'images', received: '[]', line: 3 }],
    ['a variant that is text', /"aws-k8s-1.35": \{[^]*$/, '"aws-k8s-1.35":"x"}}', { path: 'images."aws-k8s-1.35"' }],
    ['a variant not of AWS', 'aws-k8s', 'vmware-k8s', { path: 'images."vmware-k8s-1.35"', line: 4, column: 5 }],
    [
      'a release without commit',
      '-abcdef12',
      '',
      { fix: expect.stringContaining('image lock --os-version 1.66.0,') as string },
    ],
    ['a leading v', '"1.66.0', '"v1.66.0', { path: 'images."aws-k8s-1.35".version', fix: 'Write 1.66.0-abcdef12.' }],
    ['latest as a version', '1.66.0-abcdef12', 'latest', { received: '"latest"', line: 5, column: 7 }],
    ['a version that is a number', '"1.66.0-abcdef12"', '1.66', { received: '1.66' }],
    ['an architecture by its other name', 'arm64', 'aarch64', { received: '"aarch64"', fix: 'Write arm64.' }],
    ['another architecture', 'arm64', 'riscv64', { expected: 'arm64, x86_64', line: 7, column: 9 }],
    ['regions in a list', '{ "eu-west-1": "ami-00000000000000001" }', '[]', { received: '[]', line: 7 }],
    ['a zone in place of a region', 'eu-west-1', 'eu-west-1a', { received: '"eu-west-1a"', line: 7, column: 20 }],
    [
      'an id that is too short',
      '00000000000000001',
      '0000000000000000',
      { path: expect.stringMatching(/arm64.eu-west-1$/) as string },
    ],
    ['an id that is not one', 'ami-00000000000000001', 'TODO', { received: '"TODO"', line: 7, column: 20 }],
    ['null for an id', '"ami-00000000000000001"', 'null', { received: 'null' }],
    [
      'one image for both architectures',
      '002',
      '001',
      { message: expect.stringContaining('both architectures') as string, line: 8 },
    ],
  ])('%s', (_, received, replacement, expected) => {
    const issues = after(received, replacement);
    expect(issues[0]).toMatchObject({
      code: IssueCode.INVALID_IMAGE_LOCK,
      severity: 'error',
      source: 'bottlerocket.lock.json',
      line: expect.any(Number) as number,
      ...expected,
    });
    expect(issues[0]!.fix).toBeTruthy();
  });

  test('a key that is there twice, at every level', () => {
    expect(after('"version"', '"version": "1.65.0-abcdef12", "version"')).toMatchObject([
      { path: 'images."aws-k8s-1.35".version', line: 5, column: 37, fix: 'Remove one.' },
    ]);
    expect(after('"images"', '"images": {}, "images"')).toMatchObject([{ path: 'images' }]);
    expect(after('{ "eu', '{ "eu-west-1": "ami-00000000000000009", "eu')).toMatchObject([
      { path: 'images."aws-k8s-1.35".imageIds.arm64.eu-west-1' },
    ]);
    expect(after('"schemaVersion": 1,', '"schemaVersion": 1, "schema\\u0056ersion": 1,')).toHaveLength(1);
  });

  test('a newer format, and says to update the library and nothing else', () => {
    const issues = parseImageLock('{ "schemaVersion": 2, "variants": [] }').issues;
    expect(issues).toMatchObject([
      { code: IssueCode.NEWER_IMAGE_LOCK, path: 'schemaVersion', received: '2', expected: '1', line: 1, column: 3 },
    ]);
    expect(issues[0]!.fix).toContain('Update cdk-bottlerocket');
  });

  test('everything that is wrong, at once', () => {
    const { issues } = parseImageLock(
      JSON.stringify({ schemaVersion: 1, images: { x: 1, 'aws-ecs-3': { version: 'x', imageIds: { arm: {} } } } }),
    );
    expect(issues.map(({ path }) => path)).toEqual([
      'images.x',
      'images.aws-ecs-3.version',
      'images.aws-ecs-3.imageIds.arm',
    ]);
  });
});

test('names that mean something to JavaScript are names like any other', () => {
  const text = '{ "schemaVersion": 1, "images": { "__proto__": {}, "constructor": {} }, "toString": 1 }';
  expect(parseImageLock(text).issues.map(({ path }) => path)).toEqual([
    'toString',
    'images.__proto__',
    'images.constructor',
  ]);
  const { lock } = parseImageLock('{ "schemaVersion": 1, "images": {} }');
  expect(Object.getPrototypeOf(lock!.images)).toBeNull();
});

test('the file that users chose is named', () => {
  expect(parseImageLock('', 'locks/eu.json').issues).toMatchObject([{ source: 'locks/eu.json', line: 1, column: 1 }]);
});

test('any text gives a lock or issues, never an exception', () => {
  const piece = fc.constantFrom(
    '{',
    '}',
    '[',
    ']',
    ',',
    ':',
    '"',
    '\\',
    '"a"',
    '1',
    'null',
    '"images"',
    ' ',
    '\n',
    '__proto__',
  );
  const texts = fc.oneof(
    fc.string(),
    fc.json(),
    fc.array(piece).map((pieces) => pieces.join('')),
    mutations(),
  );
  fc.assert(
    fc.property(texts, (text) => {
      const { lock, issues } = parseImageLock(text);
      expect(lock === undefined).toBe(issues.length > 0);
    }),
    { seed: 4, numRuns: 1000 },
  );
});

test('what is accepted survives being written', () => {
  fc.assert(
    fc.property(mutations(), (text) => {
      const { lock } = parseImageLock(text);
      if (lock !== undefined) {
        expect(parseImageLock(renderImageLock(lock)).lock).toEqual(lock);
      }
    }),
    { seed: 4, numRuns: 1000 },
  );
});

/** The good lock with a part cut out or doubled. */
function mutations() {
  return fc
    .tuple(fc.nat(GOOD.length), fc.nat(20), fc.boolean())
    .map(([start, length, doubled]) =>
      doubled ? GOOD.slice(0, start + length) + GOOD.slice(start) : GOOD.slice(0, start) + GOOD.slice(start + length),
    );
}
