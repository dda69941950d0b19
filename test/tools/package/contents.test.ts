import { contentProblems } from '../../../tools/package/contents';

const FILES = [
  '.jsii',
  'LICENSE',
  'NOTICE',
  'README.md',
  'build/bin/cdk-bottlerocket.js',
  'build/bin/third-party-licenses.txt',
  'build/lib/index.d.ts',
  'build/lib/index.js',
  'node_modules/fflate/LICENSE',
  'node_modules/smol-toml/LICENSE',
];

function pack(paths: readonly string[], size = 1000, unpackedSize = 1000) {
  return { size, unpackedSize, files: paths.map((path) => ({ path })) };
}

describe('the package', () => {
  test('holds what users need', () => {
    expect(contentProblems(pack([...FILES, 'docs/settings.md', 'build/lib/settings/issue.d.ts']))).toEqual([]);
  });

  test.each(['lib/index.ts', 'test/setup.ts', 'build/lib/index.js.map', 'build/tools/x.js', 'docs/a/b.md', '.ci/run'])(
    'does not hold %s',
    (path) => {
      expect(contentProblems(pack([...FILES, path]))).toEqual([`${path} is of no use`]);
    },
  );

  test.each(FILES)('does not lack %s', (path) => {
    expect(contentProblems(pack(FILES.filter((file) => file !== path)))).toEqual([`${path} is missing`]);
  });

  test('stays within its budget', () => {
    expect(contentProblems(pack(FILES, 2_000_000, 9_000_000))).toEqual([
      'size is 2000000 bytes, more than 1572864',
      'unpackedSize is 9000000 bytes, more than 8388608',
    ]);
  });
});
