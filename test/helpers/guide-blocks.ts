import * as cdk from 'aws-cdk-lib';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as eks from 'aws-cdk-lib/aws-eks-v2';
import * as scheduler from 'aws-cdk-lib/aws-scheduler';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as ts from 'typescript';
import * as library from '../../lib';
import { kubectlLayer } from './eks-clusters';

const ROOT = join(__dirname, '..', '..');
const FIXTURE = readFileSync(join(ROOT, 'rosetta', 'default.ts-fixture'), 'utf8');

/** A block of TypeScript in a page: a whole file, or some lines of a stack. */
export interface GuideBlock {
  readonly name: string;
  readonly code: string;
  readonly whole: boolean;
}

export function blocksOf(page: string, text: string): GuideBlock[] {
  return [...text.matchAll(/```ts\n([\s\S]*?)```/g)].map(([, code], index) => ({
    name: `${page}-${index + 1}`,
    code: code!,
    whole: code!.includes("from 'aws-cdk-lib'"),
  }));
}

/** What the compiler says of all blocks, in one program. */
export function faultsOf(blocks: readonly GuideBlock[]): string[] {
  // The files are nowhere but here; the folder is that from which imports are resolved.
  const files = new Map(
    blocks.map(({ name, code, whole }) => [
      join(ROOT, `${name}.ts`),
      whole ? code : FIXTURE.replace('/// here', () => code),
    ]),
  );
  const { config } = ts.readConfigFile(join(ROOT, 'tsconfig.json'), (path) => ts.sys.readFile(path)) as {
    config: { compilerOptions: object };
  };
  const { options } = ts.convertCompilerOptionsFromJson(
    {
      ...config.compilerOptions,
      noEmit: true,
      // The fixture imports what any block may need.
      noUnusedLocals: false,
      noUnusedParameters: false,
      resolveJsonModule: true,
      paths: { 'cdk-bottlerocket': [join(ROOT, 'lib', 'index.ts')] },
    },
    ROOT,
  );
  const host = ts.createCompilerHost(options);
  const fromDisk = ts.createCompilerHost(options);
  host.fileExists = (path) => files.has(path) || fromDisk.fileExists(path);
  host.readFile = (path) => files.get(path) ?? fromDisk.readFile(path);
  host.getSourceFile = (path, version, ...rest) => {
    const text = files.get(path);
    return text === undefined
      ? fromDisk.getSourceFile(path, version, ...rest)
      : ts.createSourceFile(path, text, version, true);
  };
  const program = ts.createProgram([...files.keys()], options, host);
  return [...files.keys()].flatMap((path) => {
    const file = program.getSourceFile(path)!;
    return [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)].map(
      ({ messageText }) => `${path.slice(ROOT.length + 1)}: ${ts.flattenDiagnosticMessageText(messageText, '\n')}`,
    );
  });
}

function scriptOf(code: string): string {
  return ts.transpileModule(code, {
    compilerOptions: { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022 },
  }).outputText;
}

/** Runs a whole file as `cdk synth` would, and returns its templates. */
export function synthFile(code: string, outdir: string): Record<string, unknown>[] {
  const apps: cdk.App[] = [];
  class AppOfGuide extends cdk.App {
    public constructor() {
      super({ outdir });
      apps.push(this);
    }
  }
  const modules: Readonly<Record<string, unknown>> = {
    'aws-cdk-lib': Object.create(cdk, { App: { value: AppOfGuide } }) as typeof cdk,
    'cdk-bottlerocket': library,
  };
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- what the page imports
  const load = (id: string): unknown => modules[id] ?? require(id);
  // eslint-disable-next-line @typescript-eslint/no-implied-eval -- the code is from a page of this repository
  const run = new Function('require', 'exports', scriptOf(code));
  run.call(undefined, load, {});
  return apps.flatMap((app) => app.synth().stacks.map(({ template }) => template as Record<string, unknown>));
}

/** Runs lines as if they were in the constructor of a stack, and returns its template. */
export function synthLines(code: string, outdir: string): Record<string, unknown> {
  const app = new cdk.App({ outdir });
  const stack = new cdk.Stack(app, 'Guide');
  const vpc = new ec2.Vpc(stack, 'Vpc', { maxAzs: 2 });
  const cluster = new eks.Cluster(stack, 'Cluster', {
    version: eks.KubernetesVersion.V1_35,
    vpc,
    defaultCapacityType: eks.DefaultCapacityType.NODEGROUP,
    defaultCapacity: 0,
    kubectlProviderOptions: { kubectlLayer: kubectlLayer(stack) },
  });
  const ecsCluster = new ecs.Cluster(stack, 'EcsCluster', { vpc });
  const { Duration, Size, TimeZone, Validations } = cdk;
  const names = {
    ...library,
    Duration,
    Size,
    TimeZone,
    Validations,
    ec2,
    ecs,
    eks,
    scheduler,
    vpc,
    cluster,
    ecsCluster,
  };
  // eslint-disable-next-line @typescript-eslint/no-implied-eval -- the code is from a page of this repository
  const run = new Function(...Object.keys(names), scriptOf(code));
  run.apply(stack, Object.values(names));
  return app.synth().getStackByName('Guide').template as Record<string, unknown>;
}
