import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Language } from './language';
import { packageFolder, VERSION } from './packages';
import { FOLDER, run, works } from './process';
import { EXAMPLES, expectTwin } from './templates';

const TWIN = 'eks-managed-nodegroups';

/** The jar, installed into a repository of its own, and an example in Java that depends on it. */
export const java: Language = {
  name: 'Java',
  missing: () => {
    const absent = [works('javac', ['-version']) ? [] : ['javac'], works('mvn', ['--version']) ? [] : ['mvn']].flat();
    return absent.length === 0 ? undefined : `no ${absent.join(' and no ')}`;
  },
  check: () => {
    const library = packageFolder('java');
    const sources = join(EXAMPLES, TWIN, 'java');
    if (!readFileSync(join(sources, 'pom.xml'), 'utf8').includes(`<cdk-bottlerocket.version>${VERSION}<`)) {
      throw new Error(`pom.xml of the example does not ask for version ${VERSION} of this library`);
    }
    takeLowestVersions(join(library, 'pom.xml'));
    maven(library, ['-Dmaven.javadoc.skip=true', '-Dmaven.source.skip=true', 'install']);
    expectTwin(TWIN, 'java', (env) => {
      maven(sources, ['clean', 'compile', 'exec:java'], env);
    });
    return `jar built and installed; ${TWIN} gives the template of TypeScript`;
  },
};

/** The ranges of the generated file would be the newest versions, which change from day to day. */
function takeLowestVersions(pom: string): void {
  const text = readFileSync(pom, 'utf8');
  writeFileSync(pom, text.replace(/<version>\[([^,<]+),[^<]*<\/version>/g, '<version>$1</version>'));
}

function maven(cwd: string, goals: readonly string[], env: Record<string, string> = {}): void {
  const repository = `-Dmaven.repo.local=${join(FOLDER, 'maven-repository')}`;
  // A compiler that thinks less is faster for runs as short as these.
  const options = `${process.env.MAVEN_OPTS ?? ''} -XX:TieredStopAtLevel=1`;
  run('mvn', ['--batch-mode', '--quiet', repository, ...goals], { cwd, env: { MAVEN_OPTS: options.trim(), ...env } });
}
