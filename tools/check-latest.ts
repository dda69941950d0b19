/**
 * Checks the library with the newest aws-cdk-lib: all tests, and the packed library in an app of its own, synthesised
 * by the CDK CLI as users do.
 */
import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const ROOT = join(__dirname, '..');
const LATEST = join(ROOT, 'test', 'latest');

function run(command: string, args: readonly string[], cwd = ROOT): void {
  console.log(`> ${command} ${args.join(' ')}`);
  execFileSync(command, args, { cwd, stdio: ['ignore', 'inherit', 'inherit'] });
}

/** An app in plain JavaScript, from an empty folder, with nothing of this repository but the package. */
function checkPackage(): void {
  const folder = mkdtempSync(join(tmpdir(), 'app-'));
  try {
    run('npm', ['pack', '--pack-destination', folder, '--silent']);
    const { name, version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as Record<string, string>;
    const { dependencies } = JSON.parse(readFileSync(join(LATEST, 'package.json'), 'utf8')) as { dependencies: object };
    const manifest = { private: true, dependencies: { ...dependencies, [name!]: `file:${name}-${version}.tgz` } };
    writeFileSync(join(folder, 'package.json'), JSON.stringify(manifest));
    run('npm', ['install', '--no-package-lock', '--silent'], folder);
    copyFileSync(join(ROOT, 'test', 'package', 'app.js'), join(folder, 'app.js'));
    run(join(ROOT, 'node_modules', '.bin', 'cdk'), ['synth', '--quiet', '--app', 'node app.js'], folder);
    const template = readFileSync(join(folder, 'cdk.out', 'Demo.template.json'), 'utf8');
    for (const expected of ['BOTTLEROCKET_ARM_64', 'lockdown = \\"integrity\\"', 'max-pods = 58']) {
      if (!template.includes(expected)) {
        throw new Error(`the template of the app lacks ${expected}`);
      }
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
}

run('npm', ['ci', '--prefix', LATEST]);
run('jest', ['--config', 'jest.latest.config.mjs']);
run('npm', ['run', 'compile']);
checkPackage();
