import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Language } from './language';
import { packageFolder, versionOf } from './packages';
import { FOLDER, run, works } from './process';
import { EXAMPLES, expectTwin } from './templates';

const TWINS = ['eks-managed-nodegroups', 'ecs-capacity'];
const CONSTRAINTS = join(FOLDER, 'constraints.txt');
const WHEELS = join(FOLDER, 'wheels');
/** What the package of the library says it needs, and venv, which some systems leave out. */
const PROBE = 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 10))';

/** Settings that are refused, and the submodules. */
const MISTAKE = `
from cdk_bottlerocket import BottlerocketSettings, BottlerocketUserData, KubernetesSettings, mixins, testing
mixins.LaunchTemplateVolumes()
testing.BottlerocketSnapshot.serializer()
try:
    BottlerocketUserData(settings=BottlerocketSettings(kubernetes=KubernetesSettings(max_pods=-1)))
except RuntimeError as error:
    print(error)
`;
const ANSWER = '[ValueOutOfRange] settings.kubernetes.max-pods: ';

/** The wheel, built and installed as users do, and the examples that are there in Python. */
export const python: Language = {
  name: 'Python',
  missing: () => (works('python3', ['-c', PROBE]) ? undefined : 'no python3 of 3.10 or newer with venv'),
  check: () => {
    writeConstraints();
    const builder = environment('builder', ['build']);
    rmSync(WHEELS, { recursive: true, force: true });
    const sources = packageFolder('python');
    run(builder, ['-m', 'build', '--outdir', WHEELS, sources], { env: { PIP_CONSTRAINT: CONSTRAINTS } });
    const wheel = readdirSync(WHEELS).find((file) => file.endsWith('.whl'));
    const user = environment('user', [join(WHEELS, wheel!)]);
    for (const example of TWINS) {
      expectTwin(example, 'python', (env) => run(user, [join(EXAMPLES, example, 'app.py')], { env }));
    }
    if (!run(user, ['-c', MISTAKE]).includes(ANSWER)) {
      throw new Error(`a mistake is not answered with ${ANSWER}`);
    }
    return `wheel built and installed; errors arrive; ${TWINS.join(' and ')} give the template of TypeScript`;
  },
};

/** Versions that are known to this repository are written once, in package.json. */
function writeConstraints(): void {
  const fixed = readFileSync(join(__dirname, 'constraints.txt'), 'utf8');
  const known = [
    `aws-cdk-lib==${versionOf('aws-cdk-lib')}`,
    `constructs==${versionOf('constructs')}`,
    `jsii==${versionOf('jsii-pacmak')}`,
  ];
  writeFileSync(CONSTRAINTS, `${fixed}${known.join('\n')}\n`);
}

/** A virtual environment with some packages in it, and nothing of the system. */
function environment(name: string, packages: readonly string[]): string {
  const folder = join(FOLDER, `python-${name}`);
  run('python3', ['-m', 'venv', '--clear', folder]);
  const interpreter = join(folder, 'bin', 'python');
  run(interpreter, ['-m', 'pip', 'install', '--no-input', '--constraint', CONSTRAINTS, ...packages]);
  return interpreter;
}
