/** What the import of this library adds to what its users import anyway. */
import { buildSync } from 'esbuild';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { timeOf } from './compare-processes';
import { measureInTurns } from './result';

const COMPILED = join('build', 'lib');
const isCompiled = existsSync(join(COMPILED, 'index.js'));
const library = isCompiled ? COMPILED : transpile();

const ANYWAY = "const { App, Stack } = require('aws-cdk-lib'); const { Cluster } = require('aws-cdk-lib/aws-eks-v2');";
const OURS = `const { BottlerocketManagedNodegroup } = require(${JSON.stringify(`./${library}`)});`;

measureInTurns(
  {
    name: isCompiled
      ? 'import'
      : 'import, transpiled by esbuild as nothing is in build/lib: run npm run compile before',
    unit: 'ms',
    against: 'aws-cdk-lib and aws-eks-v2 alone',
    goal: 1.1,
  },
  () => timeOf(ANYWAY + OURS),
  () => timeOf(ANYWAY),
);

/** Nearly what the compiler would write, file by file. */
function transpile(): string {
  const outdir = join('build', 'bench', 'lib');
  buildSync({ entryPoints: [join('lib', '**', '*.ts')], outdir, outbase: 'lib', platform: 'node', format: 'cjs' });
  return outdir;
}
