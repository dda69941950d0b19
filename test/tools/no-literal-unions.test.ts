import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';

const ESLINT = join(__dirname, '..', '..', 'node_modules', '.bin', 'eslint');
const RULE = join(__dirname, '..', '..', 'tools', 'eslint', 'no-literal-unions.mjs');

describe('the lint rule against unions in the public API', () => {
  const folder = mkdtempSync(join(tmpdir(), 'lint-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  const config = `
    import { createRequire } from 'node:module';
    import rule from ${JSON.stringify(pathToFileURL(RULE).href)};
    const { parser } = createRequire(${JSON.stringify(RULE)})('typescript-eslint');
    export default [{
      files: ['**/*.ts'],
      languageOptions: { parser },
      plugins: { local: { rules: { rule } } },
      rules: { 'local/rule': ['error', { index: 'lib/index.ts' }] },
    }];`;

  const write = (files: Record<string, string>) => {
    for (const [file, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, file)), { recursive: true });
      writeFileSync(join(folder, file), text);
    }
  };

  /** Runs the linter as a process of its own: the rule is an ES module, which jest does not load. */
  function findings(code: string, file = 'lib/public.ts'): number {
    write({
      'eslint.config.mjs': config,
      'lib/index.ts': "export * from './public';\nexport * as inner from './inner';\nexport { Named } from './some';\n",
      'lib/inner/index.ts': "export * from './deep';\n",
      'lib/inner/deep.ts': '',
      'lib/public.ts': '',
      'lib/some.ts': '',
      [file]: code,
    });
    const { stdout } = spawnSync(ESLINT, ['--format', 'json', file], { cwd: folder, encoding: 'utf8' });
    const results = JSON.parse(stdout) as { readonly errorCount: number }[];
    return results.reduce((sum, { errorCount }) => sum + errorCount, 0);
  }

  test.each([
    "export interface Props { readonly a?: 'x' | 'y' }",
    'export interface Props { readonly a: string | number }',
    "export class Thing { public constructor(a: 'x' | 'y') {} }",
    "export class Thing { public method(): 'x' | 'y' { return 'x'; } }",
    'export class Thing { public readonly a: (string | number)[] = []; }',
  ])('finds %s', (code) => {
    expect(findings(code)).toBe(1);
  });

  test.each([
    'export interface Props { readonly a?: string }',
    'export class Thing { public a(): string | undefined { return undefined; } }',
    "export class Thing { private readonly a: 'x' | 'y' = 'x'; }",
    "export class Thing { public _internal(a: 'x' | 'y'): void {} }",
    "export class Thing { public a(): void { const b: 'x' | 'y' = 'x'; } }",
    "type Hidden = 'x' | 'y';",
  ])('lets %s pass', (code) => {
    expect(findings(code)).toBe(0);
  });

  test('follows what the index exports', () => {
    const code = "export interface Named { readonly a: 'x' | 'y' }\nexport interface Other { readonly a: 'x' | 'y' }\n";
    expect(findings(code, 'lib/inner/deep.ts')).toBe(2);
    expect(findings(code, 'lib/some.ts')).toBe(1);
    expect(findings(code, 'lib/nobody.ts')).toBe(0);
  });
});
