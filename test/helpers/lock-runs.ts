import { openSsm, SsmTimeouts } from '../../lib/cli/aws/ssm';
import { processEnvironment } from '../../lib/cli/environment';
import { main } from '../../lib/cli/main';
import { NO_PROGRESS } from '../../lib/cli/progress';
import { fakeEnvironment } from './cli-environment';

/** Short, for a server on the same machine. */
const TIMEOUTS: SsmTimeouts = { connection: 2_000, request: 500, total: 15_000 };

const REAL = processEnvironment('1.2.3');

export interface MainRun {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a command line in this process, with real files and the real AWS SDK, and keeps what it prints. */
export async function runWithSdk(args: readonly string[], timeouts = TIMEOUTS): Promise<MainRun> {
  const { stdout, stderr, variables } = fakeEnvironment();
  const code = await main(args, {
    ...REAL,
    ...{ stdout, stderr, variables },
    progress: () => NO_PROGRESS,
    parameters: (signal) => openSsm({ signal, timeouts }),
  });
  return { code, stdout: stdout.text, stderr: stderr.text };
}
