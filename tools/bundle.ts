/**
 * Puts the command line and everything it needs into one file, build/bin/cdk-bottlerocket.js. With `--inventory` writes
 * which packages are handed on, with their licences; with `--check` fails when they are not those that were written.
 *
 * Usage: tsx tools/bundle.ts [--inventory | --check]
 */
import { build, BuildOptions, Plugin } from 'esbuild';
import { chmodSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { BundledPackage, inventoryDrift, licenseProblems, renderInventory } from './licenses/inventory';

const ROOT = join(__dirname, '..');
const INVENTORY = join(__dirname, 'licenses', 'inventory.txt');
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

/** What went into the bundle. */
export interface BundleContents {
  /** The source files. */
  readonly inputs: readonly string[];
  /** Those of the library are among them. */
  readonly packages: readonly BundledPackage[];
}

/** Writes the bundle, unless a licence in it may not be handed on. */
export async function bundle(file: string): Promise<BundleContents> {
  const { version, bundledDependencies } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
    version: string;
    bundledDependencies: string[];
  };
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
  const folders = packageFolders(inputs);
  // The library brings its own along beside the bundle, with their licence files.
  const packages = [...folders, ...bundledDependencies.map((name) => `node_modules/${name}`)].map(manifestOf);
  const problems = licenseProblems(packages);
  if (problems.length > 0) {
    rmSync(file);
    throw new Error(problems.join('\n'));
  }
  chmodSync(file, 0o755);
  writeFileSync(join(dirname(file), 'third-party-licenses.txt'), licenses(folders));
  return { inputs, packages };
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

function packageFolders(inputs: readonly string[]): string[] {
  return [...new Set(inputs.flatMap((input) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(input) ?? []))].sort();
}

function manifestOf(folder: string): BundledPackage {
  return JSON.parse(readFileSync(join(ROOT, folder, 'package.json'), 'utf8')) as BundledPackage;
}

/** The licences of the packages in the bundle, which they want to be handed on; each text once. */
function licenses(folders: readonly string[]): string {
  const packages = new Map<string, string[]>();
  for (const folder of folders) {
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
  // That text is the same for everyone; others name their authors.
  if (manifestOf(folder).license === 'Apache-2.0') {
    return readFileSync(join(ROOT, 'LICENSE'), 'utf8').trim();
  }
  throw new Error(`${folder} has no licence file`);
}

async function main(options: readonly string[]): Promise<void> {
  const { packages } = await bundle(BUNDLE);
  if (options.includes('--inventory')) {
    writeFileSync(INVENTORY, renderInventory(packages));
  } else if (options.includes('--check')) {
    const drift = inventoryDrift(readFileSync(INVENTORY, 'utf8'), packages);
    if (drift.length > 0) {
      console.error(`Other packages are handed on than ${INVENTORY} says; look at them, then npm run licenses:`);
      console.error(drift.join('\n'));
      process.exitCode = 1;
    }
  }
}

if (require.main === module) {
  void main(process.argv.slice(2));
}
