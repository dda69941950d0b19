/** What `npm pack --json` says of a package. */
export interface PackedPackage {
  readonly size: number;
  readonly unpackedSize: number;
  readonly files: readonly { readonly path: string }[];
}

const MIB = 1024 * 1024;
/** What users download, and what they then have on their disk. More needs a reason, not a higher number. */
const BUDGET = { size: 1.5 * MIB, unpackedSize: 8 * MIB };

const EXPECTED = [
  /^(?:\.jsii|package\.json|API\.md|CHANGELOG\.md|LICENSE|NOTICE|README\.md)$/,
  /^build\/lib\/.+\.(?:js|d\.ts)$/,
  /^build\/bin\/(?:cdk-bottlerocket\.js|third-party-licenses\.txt)$/,
  /^docs\/[\w.-]+\.(?:md|json)$/,
  /^node_modules\/(?:fflate|smol-toml)\//,
];
/** Without these, it is not the package that users need. */
const NEEDED = [
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

/** What a package holds that users do not need, what it lacks, and what is too large. */
export function contentProblems({ files, ...sizes }: PackedPackage): string[] {
  const paths = files.map(({ path }) => path);
  return [
    ...paths.filter((path) => !EXPECTED.some((pattern) => pattern.test(path))).map((path) => `${path} is of no use`),
    ...NEEDED.filter((path) => !paths.includes(path)).map((path) => `${path} is missing`),
    ...(['size', 'unpackedSize'] as const)
      .filter((kind) => sizes[kind] > BUDGET[kind])
      .map((kind) => `${kind} is ${sizes[kind]} bytes, more than ${BUDGET[kind]}`),
  ];
}
