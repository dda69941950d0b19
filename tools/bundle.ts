/**
 * Puts the command line and everything it needs into one file, build/bin/cdk-bottlerocket.js.
 *
 * Usage: tsx tools/bundle.ts
 */
import { build, BuildResult } from 'esbuild';
import { chmodSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const ROOT = join(__dirname, '..');
export const BUNDLE = join(ROOT, 'build', 'bin', 'cdk-bottlerocket.js');

/** Writes the bundle, and returns what went into it. */
export async function bundle(file: string): Promise<BuildResult<{ metafile: true }>> {
  const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { version: string };
  const result = await build({
    absWorkingDir: ROOT,
    entryPoints: ['bin/cdk-bottlerocket.ts'],
    outfile: file,
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    define: { VERSION: JSON.stringify(version) },
    // Errors with a construct are made with these, and the command line makes none.
    external: ['aws-cdk-lib', 'constructs'],
    legalComments: 'none',
    minifySyntax: true,
    minifyWhitespace: true,
    metafile: true,
    logLevel: 'warning',
  });
  chmodSync(file, 0o755);
  writeFileSync(join(dirname(file), 'third-party-licenses.txt'), licenses(Object.keys(result.metafile.inputs)));
  return result;
}

/** The licences of the packages in the bundle, which they want to be handed on. */
function licenses(inputs: readonly string[]): string {
  const folders = new Set(inputs.flatMap((input) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(input) ?? []));
  return [...folders]
    .sort()
    .map((folder) => {
      const name = readdirSync(join(ROOT, folder)).find((file) => /^licen[cs]e/i.test(file));
      if (name === undefined) {
        throw new Error(`${folder} has no licence file`);
      }
      return `${folder.split('node_modules/').at(-1)}\n\n${readFileSync(join(ROOT, folder, name), 'utf8').trim()}\n`;
    })
    .join(`\n${'-'.repeat(80)}\n\n`);
}

if (require.main === module) {
  void bundle(BUNDLE);
}
