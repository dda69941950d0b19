/**
 * Checks the library with the newest aws-cdk-lib: all tests, and the packed library in an app of its own, synthesised
 * by the CDK CLI as users do.
 */
import { execFileSync } from 'node:child_process';
import { copyFileSync, cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { contentProblems, PackedPackage } from './package/contents';

const ROOT = join(__dirname, '..');
/** What the newest versions are. */
const VERSIONS = join(ROOT, 'test', 'latest');

function run(command: string, args: readonly string[], cwd = ROOT, env = {}): void {
  console.log(`> ${command} ${args.join(' ')}`);
  execFileSync(command, args, { cwd, stdio: ['ignore', 'inherit', 'inherit'], env: { ...process.env, ...env } });
}

/** Runs something in a folder outside of the repository: jsii takes every package inside for a dependency. */
function inFolder(action: (folder: string) => void): void {
  const folder = mkdtempSync(join(tmpdir(), 'latest-'));
  try {
    action(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** All tests, with the newest versions in place of those in devDependencies. */
function checkTests(folder: string): void {
  for (const file of ['package.json', 'package-lock.json']) {
    copyFileSync(join(VERSIONS, file), join(folder, file));
  }
  run('npm', ['ci'], folder);
  run('jest', ['--config', 'jest.latest.config.mjs'], ROOT, { LATEST: folder });
}

/**
 * An app in plain JavaScript and its tests, from an empty folder, with nothing of this repository but the package.
 * UPDATE_GOLDEN=yes writes the snapshots of the tests anew.
 */
function checkPackage(folder: string): void {
  const packed = execFileSync('npm', ['pack', '--pack-destination', folder, '--json', '--silent'], { cwd: ROOT });
  // What `prepare` prints comes before.
  const [contents] = JSON.parse(packed.toString().replace(/^[^]*?^\[/m, '[')) as PackedPackage[];
  const problems = contentProblems(contents!);
  if (problems.length > 0) {
    throw new Error(`the package is not what it should be:\n${problems.join('\n')}`);
  }
  const { name, version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as Record<string, string>;
  const { dependencies } = JSON.parse(readFileSync(join(VERSIONS, 'package.json'), 'utf8')) as { dependencies: object };
  const manifest = { private: true, dependencies: { ...dependencies, [name!]: `file:${name}-${version}.tgz` } };
  writeFileSync(join(folder, 'package.json'), JSON.stringify(manifest));
  run('npm', ['install', '--no-package-lock', '--silent'], folder);
  run(join(folder, 'node_modules', '.bin', 'cdk-bottlerocket'), ['settings', 'explain', 'kubernetes.maxPods'], folder);
  cpSync(join(ROOT, 'test', 'package'), folder, { recursive: true });
  run(join(ROOT, 'node_modules', '.bin', 'cdk'), ['synth', '--quiet', '--app', 'node app.js'], folder);
  const template = readFileSync(join(folder, 'cdk.out', 'Demo.template.json'), 'utf8');
  for (const expected of ['BOTTLEROCKET_ARM_64', 'lockdown = \\"integrity\\"', 'max-pods = 58']) {
    if (!template.includes(expected)) {
      throw new Error(`the template of the app lacks ${expected}`);
    }
  }
  const config = { rootDir: folder, roots: [folder], transform: {}, testEnvironment: 'node' };
  const update = process.env.UPDATE_GOLDEN !== undefined;
  run(
    join(ROOT, 'node_modules', '.bin', 'jest'),
    [update ? '--updateSnapshot' : '--ci', '--config', JSON.stringify(config)],
    folder,
  );
  if (update) {
    cpSync(join(folder, '__snapshots__'), join(ROOT, 'test', 'package', '__snapshots__'), { recursive: true });
  }
}

/** Types as TypeScript finds them for Node.js and for bundlers. */
function checkTypes(folder: string): void {
  copyFileSync(join(ROOT, 'test', 'package', 'types.ts'), join(folder, 'types.ts'));
  for (const [module, moduleResolution] of [
    ['node16', 'node16'],
    ['esnext', 'bundler'],
  ]) {
    const options = ['--module', module!, '--moduleResolution', moduleResolution!, '--target', 'es2022', '--strict'];
    const rest = ['--noEmit', '--skipLibCheck', '--types', 'node', '--typeRoots'];
    const types = join(ROOT, 'node_modules', '@types');
    run(join(ROOT, 'node_modules', '.bin', 'tsc'), [...options, ...rest, types, 'types.ts'], folder);
  }
}

inFolder(checkTests);
run('npm', ['run', 'compile']);
inFolder((folder) => {
  checkPackage(folder);
  checkTypes(folder);
});
