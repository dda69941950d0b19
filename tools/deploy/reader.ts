import { join } from 'node:path';
import { execute, ExecuteOptions } from './execute';
import { AccountFacts, StackFacts } from './facts';

const SCRIPT = join(__dirname, 'emulator', 'read_back.py');

/** Reads through the API of AWS, with another SDK than the CDK's. */
export class Reader {
  public constructor(
    private readonly python: string,
    private readonly options: ExecuteOptions,
  ) {}

  public async stack(name: string): Promise<StackFacts> {
    return (await this.read('stack', name)) as StackFacts;
  }

  public async account(): Promise<AccountFacts> {
    return (await this.read('account')) as AccountFacts;
  }

  private async read(...args: string[]): Promise<unknown> {
    return JSON.parse(await execute(this.python, ['-B', SCRIPT, ...args], this.options));
  }
}
