import { ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stop } from 'esbuild';
import { bundle } from '../../tools/bundle';

/** What a run of the command line left behind. */
export interface CliRun {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  readonly stdin?: string | Uint8Array;
  readonly env?: Readonly<Record<string, string>>;
  /** The user it runs as. */
  readonly uid?: number;
  /** Gets the process, to send it signals. */
  readonly started?: (child: ChildProcess) => void;
}

/** The command line as it is published, in a process of its own, and a folder for its files. */
export class CliUnderTest {
  /** Bundles the command line into an empty folder, where it finds nothing of this repository. */
  public static async make(): Promise<CliUnderTest> {
    const folder = mkdtempSync(join(tmpdir(), 'cli-'));
    const { inputs } = await bundle(join(folder, 'bin', 'cdk-bottlerocket.js'));
    // Its service would keep a test run in one process from ending.
    await stop();
    return new CliUnderTest(folder, inputs);
  }

  private constructor(
    public readonly folder: string,
    /** The source files in the bundle. */
    public readonly inputs: readonly string[],
  ) {}

  public get file(): string {
    return join(this.folder, 'bin', 'cdk-bottlerocket.js');
  }

  public run(args: readonly string[], options: RunOptions = {}): Promise<CliRun> {
    return new Promise((resolve, reject) => {
      const child = spawn(process.execPath, [this.file, ...args], {
        cwd: this.folder,
        // Node.js warns of variables that contradict each other, even of empty ones.
        env: { ...process.env, NO_COLOR: undefined, FORCE_COLOR: undefined, ...this.as(options.uid), ...options.env },
      });
      let stdout = '';
      let stderr = '';
      child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
      child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
      options.started?.(child);
      child.on('error', reject);
      child.on('close', (code) => resolve({ code, stdout, stderr }));
      child.stdin.on('error', () => undefined);
      child.stdin.end(options.stdin ?? '');
    });
  }

  /** Variables that make the process another user once it runs: that user may have no right to Node.js itself. */
  private as(uid: number | undefined): Readonly<Record<string, string>> {
    if (uid === undefined) {
      return {};
    }
    const hook = join(this.folder, 'become.js');
    writeFileSync(hook, `process.setgroups([]); process.setgid(${uid}); process.setuid(${uid});`);
    return { NODE_OPTIONS: `--require=${hook}` };
  }

  public remove(): void {
    rmSync(this.folder, { recursive: true });
  }
}
