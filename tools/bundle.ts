/**
 * Puts the command line and everything it needs into one file, build/bin/cdk-bottlerocket.js.
 *
 * Usage: tsx tools/bundle.ts
 */
import { build, BuildOptions, Plugin } from 'esbuild';
import { chmodSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const ROOT = join(__dirname, '..');
export const BUNDLE = join(ROOT, 'build', 'bin', 'cdk-bottlerocket.js');

const OPTIONS = {
  absWorkingDir: ROOT,
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  // Modules in place of CommonJS, of which what nobody calls is left out.
  mainFields: ['module', 'main'],
  conditions: ['module'],
  // Proxies that a script chooses would bring a JavaScript engine of their own along.
  alias: { 'pac-proxy-agent': './lib/cli/aws/no-pac-proxy-agent.ts' },
  legalComments: 'none',
  minifySyntax: true,
  minifyWhitespace: true,
  metafile: true,
  logLevel: 'warning',
} satisfies BuildOptions;

/** Writes the bundle, and returns the source files that went into it. */
export async function bundle(file: string): Promise<{ inputs: readonly string[] }> {
  const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { version: string };
  const sdkInputs: string[] = [];
  const { metafile } = await build({
    ...OPTIONS,
    entryPoints: ['bin/cdk-bottlerocket.ts'],
    outfile: file,
    define: { VERSION: JSON.stringify(version) },
    // Errors with a construct are made with these, and the command line makes none.
    external: ['aws-cdk-lib', 'constructs'],
    plugins: [awsSdk(sdkInputs)],
  });
  const inputs = [...Object.keys(metafile.inputs), ...sdkInputs];
  chmodSync(file, 0o755);
  writeFileSync(join(dirname(file), 'third-party-licenses.txt'), licenses(inputs));
  return { inputs };
}

/**
 * Bundles the AWS SDK by itself first: of modules that are loaded later nothing could be left out, and every start would
 * pay for most of the SDK.
 */
function awsSdk(inputs: string[]): Plugin {
  return {
    name: 'aws-sdk',
    setup: (main) =>
      main.onLoad({ filter: /[\\/]lib[\\/]cli[\\/]aws[\\/]ssm\.ts$/ }, async ({ path }) => {
        // Those that both parts use must be there once.
        const external = ['./aws-failure'];
        const { outputFiles, metafile } = await build({
          ...OPTIONS,
          entryPoints: [path],
          external,
          write: false,
          // Less to read at every start. The SDK looks at the names of some classes.
          minifyIdentifiers: true,
          keepNames: true,
        });
        inputs.push(...Object.keys(metafile.inputs));
        return { contents: outputFiles[0]!.text, loader: 'js', resolveDir: dirname(path) };
      }),
  };
}

/** The licences of the packages in the bundle, which they want to be handed on; each text once. */
function licenses(inputs: readonly string[]): string {
  const folders = new Set(inputs.flatMap((input) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(input) ?? []));
  const packages = new Map<string, string[]>();
  for (const folder of [...folders].sort()) {
    const text = licenseOf(folder);
    packages.set(text, [...(packages.get(text) ?? []), folder.split('node_modules/').at(-1)!]);
  }
  return [...packages].map(([text, names]) => `${names.join('\n')}\n\n${text}\n`).join(`\n${'-'.repeat(80)}\n\n`);
}

function licenseOf(folder: string): string {
  const file = readdirSync(join(ROOT, folder)).find((name) => /^licen[cs]e/i.test(name));
  if (file !== undefined) {
    return readFileSync(join(ROOT, folder, file), 'utf8').trim();
  }
  const { license } = JSON.parse(readFileSync(join(ROOT, folder, 'package.json'), 'utf8')) as { license?: string };
  // That text is the same for everyone; others name their authors.
  if (license === 'Apache-2.0') {
    return readFileSync(join(ROOT, 'LICENSE'), 'utf8').trim();
  }
  throw new Error(`${folder} has no licence file`);
}

if (require.main === module) {
  void bundle(BUNDLE);
}
