import { join } from 'node:path';
import { Cdk } from './cdk';
import { SettingsCheck } from './checks/user-data';
import { ACCOUNT, Emulator, REGION } from './emulator';
import { Example, ExampleResult, prove, Tools } from './example';
import { standIns } from './gaps';
import { Reader } from './reader';
import type { Seed } from './seed';

/** How many examples are deployed at a time, each in an emulator of its own: all stacks have the same name. */
const LANES = 2;
/** The stack that the CDK bootstraps with. */
const TOOLKIT = 'CDKToolkit';

export interface LaneOptions {
  readonly python: string;
  readonly folder: string;
  readonly seed: Seed;
  readonly check: SettingsCheck;
  readonly signal: AbortSignal;
  readonly say: (text: string) => void;
}

export interface LaneResults {
  readonly results: readonly ExampleResult[];
  /** What went wrong inside of the emulators. */
  readonly failures: readonly string[];
}

/** Proves all examples, some of them at the same time. One that fails leaves the others alone. */
export async function proveAll(examples: readonly Example[], options: LaneOptions): Promise<LaneResults> {
  const queue = [...examples];
  const results: ExampleResult[] = [];
  const failures: string[] = [];
  const lanes = Array.from({ length: Math.min(LANES, examples.length) }, async (_, index) => {
    const lane = new Lane(index, options);
    try {
      for (let example = queue.shift(); example !== undefined; example = queue.shift()) {
        results.push(await lane.prove(example));
      }
    } catch (error) {
      queue.length = 0;
      throw error;
    } finally {
      lane.close();
      results.push(...lane.toolkit);
      failures.push(...lane.failures);
    }
  });
  for (const lane of await Promise.allSettled(lanes)) {
    if (lane.status === 'rejected') {
      throw lane.reason;
    }
  }
  return { results: inOrder(results, examples), failures };
}

/** As the examples are, after what all of them need. */
function inOrder(results: readonly ExampleResult[], examples: readonly Example[]): ExampleResult[] {
  const names = [TOOLKIT, ...examples.map(({ name }) => name)];
  return names.flatMap((name) => results.find((result) => result.name === name) ?? []);
}

class Lane {
  public readonly failures: string[] = [];
  public readonly toolkit: ExampleResult[] = [];
  private emulator?: Emulator;
  private tools?: Tools;

  public constructor(
    private readonly index: number,
    private readonly options: LaneOptions,
  ) {}

  public async prove(example: Example): Promise<ExampleResult> {
    const { say, signal } = this.options;
    this.tools ??= await this.open(example.first);
    say(`deploy, update and destroy ${example.name}`);
    try {
      return await prove(example, this.tools);
    } catch (error) {
      if (signal.aborted) {
        throw error;
      }
      // What it left behind is of no use to the next one.
      this.close();
      return { ...NOTHING, name: example.name, problems: [(error as Error).message] };
    }
  }

  public close(): void {
    this.failures.push(...(this.emulator?.failures ?? []));
    this.emulator?.stop();
    this.emulator = undefined;
    this.tools = undefined;
  }

  private async open(assembly: string): Promise<Tools> {
    const { python, folder, seed, check, signal } = this.options;
    this.emulator = await Emulator.start(python, join(folder, `emulator-${this.index}`), seed);
    const options = { env: this.emulator.environment, signal };
    const tools = { cdk: new Cdk(options), reader: new Reader(python, options), check };
    await tools.cdk.bootstrap(ACCOUNT, REGION, assembly);
    const { resources } = await tools.reader.stack(TOOLKIT);
    this.toolkit.push({
      ...NOTHING,
      name: TOOLKIT,
      stacks: 1,
      resources: resources.length,
      standIns: standIns(resources),
    });
    return tools;
  }
}

const NOTHING = {
  stacks: 0,
  resources: 0,
  launchTemplates: 0,
  documents: 0,
  warnings: [],
  standIns: new Map<string, number>(),
  problems: [],
};
