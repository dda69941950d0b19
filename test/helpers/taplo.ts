import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const TAPLO = join(__dirname, '..', '..', 'node_modules', '@taplo', 'cli', 'dist', 'cli.js');

/** A place that Taplo points to, and what it says of it. */
export interface TaploFinding {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly message: string;
}

/** What Taplo finds in files, as editors show it. */
export function taploLint(
  folder: string,
  ...args: string[]
): { readonly code: number; readonly files: number; readonly found: TaploFinding[] } {
  const { status, stderr } = spawnSync(process.execPath, [TAPLO, 'lint', '--colors', 'never', ...args], {
    cwd: folder,
    encoding: 'utf8',
  });
  const findings = stderr.matchAll(/^error: (.*)\n\s*┌─ (.*):(\d+):(\d+)$/gm);
  const found = [...findings].map(([, message, file, line, column]) => ({
    file: file!,
    line: Number(line),
    column: Number(column),
    message: message!,
  }));
  const files = Number(/found files total=(\d+)/.exec(stderr)?.[1]);
  return { code: status ?? -1, files, found: found.sort((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : 0)) };
}
