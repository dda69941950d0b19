import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const REQUIREMENTS = join(__dirname, 'emulator', 'requirements.txt');

/** Python with the emulator in an environment of its own, made anew when the requirements change. */
export function pythonWithEmulator(folder: string): string {
  const python = join(folder, 'bin', 'python');
  const stamp = join(folder, 'requirements.sha256');
  const wanted = createHash('sha256').update(readFileSync(REQUIREMENTS)).digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) {
    return python;
  }
  rmSync(folder, { recursive: true, force: true });
  checkVersion();
  const install = ['install', '--quiet', '--disable-pip-version-check', '--require-hashes', '-r', REQUIREMENTS];
  if (works('python3', ['-c', 'import ensurepip, venv'])) {
    run('python3', ['-m', 'venv', folder]);
    run(python, ['-m', 'pip', ...install]);
  } else if (works('python3', ['-m', 'pip', '--version'])) {
    // Debian has venv without pip unless asked for it.
    run('python3', ['-m', 'venv', '--without-pip', folder]);
    run('python3', ['-m', 'pip', '--python', python, ...install]);
  } else {
    throw new Error('Python has neither venv with pip nor pip; on Debian they are in python3-venv');
  }
  writeFileSync(stamp, wanted);
  return python;
}

function checkVersion(): void {
  if (!works('python3', ['-c', 'import sys; sys.exit(sys.version_info < (3, 11))'])) {
    throw new Error('the emulator needs python3, 3.11 or newer, in the path');
  }
}

function works(command: string, args: readonly string[]): boolean {
  try {
    execFileSync(command, args, { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

function run(command: string, args: readonly string[]): void {
  execFileSync(command, args, { stdio: ['ignore', 'inherit', 'inherit'] });
}
