import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { execute, ExecuteOptions } from './execute';

const BIN = join(__dirname, '..', '..', 'node_modules', '.bin');
const QUIET = ['--no-notices', '--no-color'];

export interface AssemblyStack {
  readonly name: string;
  readonly template: string;
}

interface Manifest {
  readonly artifacts: Record<string, { type: string; properties?: Record<string, string> }>;
}

/** The CDK's own command line. */
export class Cdk {
  public constructor(private readonly options: ExecuteOptions) {}

  /** @param assembly any; without one, the app of this folder would be synthesised */
  public async bootstrap(account: string, region: string, assembly: string): Promise<void> {
    await this.run('bootstrap', `aws://${account}/${region}`, '--app', assembly);
  }

  /** @param app the file of the app, with its arguments */
  public async synth(app: readonly string[], assembly: string): Promise<void> {
    const command = ['tsx --tsconfig tsconfig.dev.json', ...app].join(' ');
    await this.run('synth', '--quiet', '--no-version-reporting', '--app', command, '--output', assembly);
  }

  public async deploy(assembly: string): Promise<void> {
    await this.run('deploy', '--all', '--require-approval', 'never', '--app', assembly);
  }

  public async destroy(assembly: string): Promise<void> {
    await this.run('destroy', '--all', '--force', '--app', assembly);
  }

  private async run(...args: string[]): Promise<void> {
    await execute(join(BIN, 'cdk'), [...args, ...QUIET], this.options);
  }
}

/** The stacks of an assembly, with those in assemblies inside of it. */
export function stacksOf(assembly: string): AssemblyStack[] {
  const { artifacts } = JSON.parse(readFileSync(join(assembly, 'manifest.json'), 'utf8')) as Manifest;
  return Object.entries(artifacts).flatMap(([id, { type, properties = {} }]) => {
    if (type === 'cdk:cloud-assembly') {
      return stacksOf(join(assembly, properties.directoryName!));
    }
    if (type !== 'aws:cloudformation:stack') {
      return [];
    }
    const file = join(assembly, properties.templateFile!);
    return existsSync(file) ? [{ name: properties.stackName ?? id, template: readFileSync(file, 'utf8') }] : [];
  });
}

/** Logical ids of what stays when a stack goes. */
export function retainedIn(template: string): string[] {
  const { Resources } = JSON.parse(template) as { Resources: Record<string, { DeletionPolicy?: string }> };
  const stays = ['Retain', 'Snapshot'];
  return Object.keys(Resources).filter((id) => stays.includes(Resources[id]!.DeletionPolicy ?? ''));
}
