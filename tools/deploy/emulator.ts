import { ChildProcess, spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Seed } from './seed';

/** The account of the emulator; moto has no other. */
export const ACCOUNT = '123456789012';
/** The one region; moto's availability zones are those of this one, wherever a stack is. */
export const REGION = 'us-east-1';

const READY_WITHIN_SECONDS = 60;

/** AWS on this machine, and nothing but this machine. */
export class Emulator {
  private constructor(
    private readonly server: ChildProcess,
    private readonly log: string,
    /** For programs that talk to it. No credentials and no configuration of the caller are in it. */
    public readonly environment: NodeJS.ProcessEnv,
  ) {}

  public static async start(python: string, folder: string, seed: Seed): Promise<Emulator> {
    mkdirSync(folder, { recursive: true });
    const port = await freePort();
    const seedFile = join(folder, 'seed.json');
    writeFileSync(seedFile, JSON.stringify(seed));
    const log = join(folder, 'emulator.log');
    const output = openSync(log, 'w');
    const environment = environmentFor(port, folder);
    const server = spawn(python, ['-B', join(__dirname, 'emulator', 'server.py'), `${port}`, seedFile], {
      env: environment,
      // It ends when this process does, even when it is killed: the other end of standard input closes.
      stdio: ['pipe', output, output],
    });
    closeSync(output);
    const emulator = new Emulator(server, log, environment);
    await emulator.ready(port);
    return emulator;
  }

  /** What went wrong in the emulator itself since it started. */
  public get failures(): readonly string[] {
    const lines = readFileSync(this.log, 'utf8').split('\n');
    return lines.flatMap((line, index) => (line.startsWith('Traceback') ? [lastOf(lines.slice(index + 1))] : []));
  }

  public stop(): void {
    this.server.stdin?.end();
    this.server.kill();
  }

  private async ready(port: number): Promise<void> {
    for (let waited = 0; waited < READY_WITHIN_SECONDS * 10; waited++) {
      if (this.server.exitCode !== null) {
        break;
      }
      try {
        const { ok } = await fetch(`http://127.0.0.1:${port}/moto-api/data.json`);
        if (ok) {
          return;
        }
      } catch {
        // Not yet.
      }
      await sleep(100);
    }
    this.stop();
    throw new Error(`the emulator did not start:\n${readFileSync(this.log, 'utf8')}`);
  }
}

/** The last line of the traceback that starts before these lines. */
function lastOf(lines: readonly string[]): string {
  return lines.find((line) => line !== '' && !/^[ \t]/.test(line)) ?? '';
}

function environmentFor(port: number, folder: string): NodeJS.ProcessEnv {
  const own = Object.entries(process.env).filter(([name]) => !/^(AWS|CDK|MOTO)_/.test(name));
  return {
    ...Object.fromEntries(own),
    AWS_ENDPOINT_URL: `http://127.0.0.1:${port}`,
    // Where CloudFormation of the emulator finds templates; it takes paths for buckets where the host is called so.
    AWS_ENDPOINT_URL_S3_FOR_CLOUDFORMATION: `http://localhost:${port}`,
    AWS_ACCESS_KEY_ID: 'testing',
    AWS_SECRET_ACCESS_KEY: 'testing',
    AWS_REGION: REGION,
    AWS_DEFAULT_REGION: REGION,
    AWS_CONFIG_FILE: join(folder, 'no-config'),
    AWS_SHARED_CREDENTIALS_FILE: join(folder, 'no-credentials'),
    AWS_EC2_METADATA_DISABLED: 'true',
    MOTO_IAM_LOAD_MANAGED_POLICIES: 'true',
    NO_PROXY: '127.0.0.1,localhost',
    no_proxy: '127.0.0.1,localhost',
    CDK_DISABLE_CLI_TELEMETRY: 'true',
  };
}

async function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}
