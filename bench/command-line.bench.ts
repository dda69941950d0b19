/** The start of the command line, as users get it: bundled into one file. */
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { run } from './child-process';
import { measureInTurns } from './result';

const COMMAND = join('build', 'bin', 'cdk-bottlerocket.js');

if (!existsSync(COMMAND)) {
  execFileSync(process.execPath, [join('node_modules', 'tsx', 'dist', 'cli.mjs'), join('tools', 'bundle.ts')]);
}

measureInTurns(
  { name: 'start of the command line', unit: 'ms', against: 'node that does nothing', goal: 2 },
  () => run(COMMAND, '--version').time,
  () => run('--eval', '0').time,
);
