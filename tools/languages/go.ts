import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Language } from './language';
import { packageFolder, VERSION } from './packages';
import { FOLDER, run, works } from './process';
import { EXAMPLES, expectTwin } from './templates';

const TWIN = 'eks-managed-nodegroups';
const APP = join(FOLDER, 'go-app');

/** The module, vetted, and an example in Go that depends on it. */
export const go: Language = {
  name: 'Go',
  missing: () => (works('go', ['version']) ? undefined : 'no go'),
  check: () => {
    const library = join(packageFolder('go'), 'cdkbottlerocket');
    const name = /^module (\S+)/m.exec(readFileSync(join(library, 'go.mod'), 'utf8'))![1]!;
    const sources = join(EXAMPLES, TWIN, 'go');
    rmSync(APP, { recursive: true, force: true });
    mkdirSync(APP, { recursive: true });
    copyFileSync(join(sources, 'main.go'), join(APP, 'main.go'));
    writeFileSync(
      join(APP, 'go.mod'),
      `module example\n\nrequire ${name} v${VERSION}\n\nreplace ${name} => ${library}\n`,
    );
    run('go', ['mod', 'tidy'], { cwd: APP });
    const program = join(APP, 'app');
    run('go', ['build', '-o', program, '.'], { cwd: APP });
    expectTwin(TWIN, 'go', (env) => run(program, [], { cwd: sources, env }));
    return `module built; ${TWIN} gives the template of TypeScript`;
  },
};
