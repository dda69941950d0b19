import { join } from 'node:path';
import * as ts from 'typescript';
import * as library from '../../../lib/settings';
import { settingsModule } from '../../../lib/cli/settings/settings-literal';
import { NO_TOKENS } from '../../../lib/private/token-reader';
import { readSettings } from '../../../lib/settings/check/read';
import { normaliseSettings } from '../../../lib/settings/merge/normalise';
import { TomlTable } from '../../../lib/settings/model/document';
import { osContext } from '../../../lib/settings/model/os-context';
import { importToml } from '../../../lib/settings/toml/import-toml';
import { writeToml } from '../../../lib/settings/toml/write-toml';
import { EVERY_SETTING } from '../../helpers/every-setting';
import { documentWith } from '../../helpers/settings-paths';
import { plain } from '../../helpers/toml';
import { loadVectors, placeOf, releaseOf } from '../../helpers/vectors';

const ROOT = join(__dirname, '..', '..', '..');
const LATEST = osContext({}).context;

/** The files of the library and of TypeScript, parsed once for all programs. */
const parsed = new Map<string, ts.SourceFile | undefined>();

/** What the TypeScript compiler says of a module that users would paste into their app. */
function complaints(modules: readonly string[]): string[] {
  const file = join(ROOT, 'pasted.ts');
  // Each in a scope of its own; imports stand at the top of a file.
  const imports = new Set(
    modules.flatMap((text) =>
      /^import \{([^}]*)\}/
        .exec(text)![1]!
        .split(',')
        .map((name) => name.trim()),
    ),
  );
  const bodies = modules.map((text) => `{\n${text.slice(text.indexOf('const settings'))}\nvoid settings;\n}`);
  const text = `import { ${[...imports].filter((name) => name !== '').join(', ')} } from 'cdk-bottlerocket';\n${bodies.join('\n')}`;
  const options: ts.CompilerOptions = {
    strict: true,
    noEmit: true,
    skipLibCheck: true,
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.Node20,
    types: ['node'],
    // The floor of the library that the settings are on, so that the types of aws-cdk-lib need not be read.
    paths: { 'cdk-bottlerocket': [join(ROOT, 'lib', 'settings', 'index.ts')] },
  };
  const host = ts.createCompilerHost(options);
  const disk = { ...host };
  host.fileExists = (name) => name === file || disk.fileExists(name);
  host.getSourceFile = (name, version) => {
    if (name === file) {
      return ts.createSourceFile(name, text, version);
    }
    if (!parsed.has(name)) {
      parsed.set(name, disk.getSourceFile(name, version));
    }
    return parsed.get(name);
  };
  const program = ts.createProgram([file], options, host);
  return ts.getPreEmitDiagnostics(program).map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'));
}

/** The settings that a module declares. */
function evaluate(module: string): unknown {
  const { outputText } = ts.transpileModule(`${module}\nexports.settings = settings;`, {
    compilerOptions: { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022 },
  });
  const exported: { settings?: unknown } = {};
  // eslint-disable-next-line @typescript-eslint/no-implied-eval, @typescript-eslint/no-unsafe-call -- what users would run
  new Function('exports', 'require', outputText)(exported, () => library);
  return exported.settings;
}

interface RoundTrip {
  readonly module: string;
  readonly before: unknown;
  readonly after: unknown;
}

/** From a document to TOML, to TypeScript, and back to a document. */
function roundTrip(document: TomlTable, context = LATEST): RoundTrip {
  const { settings } = importToml(writeToml(document, library.UserDataTarget.EC2, NO_TOKENS).text, { context });
  const module = settingsModule(settings);
  const read = readSettings(evaluate(module), 'property', NO_TOKENS, context);
  return { module, before: prune(normaliseSettings(document)), after: prune(normaliseSettings(read.document)) };
}

/** A document as plain objects, without tables that say nothing. */
function prune(document: TomlTable): unknown {
  const isEmpty = (value: unknown) => typeof value === 'object' && value !== null && Object.keys(value).length === 0;
  return JSON.parse(JSON.stringify(plain(document)), (_, value: unknown) =>
    isEmpty(value) && !Array.isArray(value) ? undefined : value,
  );
}

/** Whether a document has whole numbers that only TOML can hold. */
function hasLargeNumbers(value: unknown): boolean {
  return typeof value === 'bigint' || (typeof value === 'object' && Object.values(value ?? {}).some(hasLargeNumbers));
}

test('every setting there is compiles, and means the same', () => {
  const { document } = readSettings(EVERY_SETTING, 'property', NO_TOKENS);
  const { module, before, after } = roundTrip(document);
  expect(after).toEqual(before);
  expect(evaluate(module)).toEqual(EVERY_SETTING);
  expect(complaints([module])).toEqual([]);
});

test('every value that the OS takes compiles, and means the same', () => {
  const modules: string[] = [];
  const large: string[] = [];
  for (const vector of loadVectors().filter(({ valid }) => valid)) {
    const { context } = osContext({ osVersion: releaseOf(vector) });
    const place = placeOf(vector);
    if (place === undefined) {
      continue;
    }
    const { document } = readSettings(documentWith(place.path, place.content), 'key', NO_TOKENS, context);
    if (hasLargeNumbers(document)) {
      large.push(place.path);
      continue;
    }
    const { module, before, after } = roundTrip(document, context);
    expect(after).toEqual(before);
    modules.push(module);
  }
  expect(modules.length).toBeGreaterThan(200);
  expect(complaints(modules)).toEqual([]);
  // These are refused with an issue, ValueNotTyped.
  expect([...new Set(large)]).toEqual(['settings.oci-defaults.resource-limits.<limit>']);
}, 60_000);

test('a wrong value would not compile', () => {
  const right = settingsModule({ kernel: { lockdown: library.KernelLockdown.NONE } });
  expect(complaints([right])).toEqual([]);
  expect(complaints([right.replace('KernelLockdown.NONE', "'none'")])).not.toEqual([]);
});

test('it reads like code that people write', () => {
  expect(
    settingsModule({
      kernel: { lockdown: library.KernelLockdown.INTEGRITY, sysctl: { 'net.core.somaxconn': '4096' } },
      kubernetes: {
        allowedUnsafeSysctls: Array.from({ length: 6 }, (_, index) => `net.core.parameter_${index}`),
        clusterDnsIp: ['10.0.0.10'],
        maxPods: 58,
        nodeLabels: {},
      },
      motd: 'it\'s "here"\n\\\u0000\u202E',
    }),
  ).toBe(`import { BottlerocketSettings, KernelLockdown } from 'cdk-bottlerocket';

const settings: BottlerocketSettings = {
  kernel: {
    lockdown: KernelLockdown.INTEGRITY,
    sysctl: {
      'net.core.somaxconn': '4096',
    },
  },
  kubernetes: {
    allowedUnsafeSysctls: [
      'net.core.parameter_0',
      'net.core.parameter_1',
      'net.core.parameter_2',
      'net.core.parameter_3',
      'net.core.parameter_4',
      'net.core.parameter_5',
    ],
    clusterDnsIp: ['10.0.0.10'],
    maxPods: 58,
    nodeLabels: {},
  },
  motd: 'it\\'s "here"\\n\\\\\\u0000\\u202E',
};
`);
});

test('a key named __proto__ is a property', () => {
  const { document } = readSettings(
    {
      kubernetes: {
        'credential-providers': {
          x: JSON.parse('{"enabled":true,"image-patterns":["*"],"environment":{"__proto__":"y"}}') as object,
        },
      },
    },
    'key',
    NO_TOKENS,
  );
  const { before, after } = roundTrip(document);
  expect(JSON.stringify(after)).toContain('"__proto__":"y"');
  expect(after).toEqual(before);
});
