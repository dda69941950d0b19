import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { AssemblyStack, Cdk, retainedIn, stacksOf } from './cdk';
import { completenessProblems } from './checks/complete';
import { ecsProblems } from './checks/ecs';
import { nodesOf } from './checks/nodes';
import { leftovers } from './checks/removal';
import { roleProblems } from './checks/roles';
import { secondVersionProblems } from './checks/second-version';
import { checkUserData, SettingsCheck } from './checks/user-data';
import { StackFacts } from './facts';
import { standIns } from './gaps';
import { Reader } from './reader';

const ROOT = join(__dirname, '..', '..');

/** One example, synthesised in both versions. */
export interface Example {
  readonly name: string;
  readonly lock?: string;
  readonly first: string;
  readonly second: string;
}

export interface ExampleResult {
  readonly name: string;
  readonly stacks: number;
  readonly resources: number;
  readonly launchTemplates: number;
  readonly documents: number;
  readonly warnings: readonly string[];
  /** How many resources of each type are stand-ins. */
  readonly standIns: ReadonlyMap<string, number>;
  readonly problems: readonly string[];
}

export interface Tools {
  readonly cdk: Cdk;
  readonly reader: Reader;
  readonly check: SettingsCheck;
}

export async function synthesise(name: string, folder: string, cdk: Cdk): Promise<Example> {
  const app = relative(ROOT, join(ROOT, 'examples', name, 'app.ts'));
  const lock = join(ROOT, 'examples', name, 'bottlerocket.lock.json');
  const [first, second] = [join(folder, name, 'first'), join(folder, name, 'second')];
  rmSync(join(folder, name), { recursive: true, force: true });
  await Promise.all([cdk.synth([app], first), cdk.synth(['tools/deploy/second-version.ts', app], second)]);
  return { name, first, second, ...(existsSync(lock) ? { lock: readFileSync(lock, 'utf8') } : {}) };
}

/** Deploys an example, updates it and destroys it again, with a look at what is there after each step. */
export async function prove(example: Example, tools: Tools): Promise<ExampleResult> {
  const { cdk, reader } = tools;
  const before = await reader.account();
  const first = await deploy(example.first, tools);
  const second = await deploy(example.second, tools);
  const updates = first.facts.flatMap((facts, index) => secondVersionProblems(facts, second.facts[index]!));
  await cdk.destroy(example.second);
  const left = leftovers(before, await reader.account(), new Set([...first.kept, ...second.kept]));
  const resources = first.facts.flatMap((facts) => facts.resources);
  return {
    name: example.name,
    stacks: first.facts.length,
    resources: resources.length,
    launchTemplates: new Set(first.facts.flatMap(({ launchTemplates }) => launchTemplates.map(({ id }) => id))).size,
    documents: first.documents + second.documents,
    warnings: [...new Set([...first.warnings, ...second.warnings])].sort(),
    standIns: standIns(resources),
    problems: [
      ...first.problems.map((problem) => `after the first deployment: ${problem}`),
      ...[...second.problems, ...updates].map((problem) => `after the update: ${problem}`),
      ...left.map((problem) => `after the removal: ${problem}`),
    ],
  };
}

interface Deployed {
  readonly facts: readonly StackFacts[];
  readonly kept: readonly string[];
  readonly problems: readonly string[];
  readonly warnings: readonly string[];
  readonly documents: number;
}

async function deploy(assembly: string, { cdk, reader, check }: Tools): Promise<Deployed> {
  await cdk.deploy(assembly);
  const parts = await Promise.all(stacksOf(assembly).map((stack) => look(stack, reader, check)));
  return {
    facts: parts.map(({ facts }) => facts),
    kept: parts.flatMap(({ kept }) => kept),
    problems: parts.flatMap(({ problems }) => problems),
    warnings: parts.flatMap(({ warnings }) => warnings),
    documents: parts.reduce((sum, { documents }) => sum + documents, 0),
  };
}

async function look({ name, template }: AssemblyStack, reader: Reader, check: SettingsCheck) {
  const facts = await reader.stack(name);
  const { nodes, problems } = nodesOf(facts);
  const userData = await checkUserData(nodes, facts, check);
  const retained = retainedIn(template);
  return {
    facts,
    kept: facts.resources
      .filter(({ logicalId }) => retained.includes(logicalId))
      .map(({ physicalId }) => physicalId ?? ''),
    documents: userData.documents,
    warnings: userData.warnings,
    problems: [
      ...completenessProblems(template, facts),
      ...problems,
      ...userData.problems,
      ...roleProblems(facts),
      ...ecsProblems(facts),
    ],
  };
}
