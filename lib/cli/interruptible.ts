import { constants } from 'node:os';
import { CommandFailure } from './command';

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Runs something that a signal to the process stops, so that it can clean up. A second signal ends the process at once.
 */
export async function interruptible<T>(action: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const controller = new AbortController();
  let received: (typeof SIGNALS)[number] | undefined;
  const stop = (name: (typeof SIGNALS)[number]) => {
    received = name;
    SIGNALS.forEach((own) => process.removeListener(own, stop));
    controller.abort();
  };
  SIGNALS.forEach((own) => process.on(own, stop));
  try {
    return await action(controller.signal);
  } catch (error) {
    if (received === undefined) {
      throw error;
    }
    // What shells expect of a process that a signal has ended.
    const exitCode = 128 + constants.signals[received];
    throw new CommandFailure(error instanceof CommandFailure ? error.message : 'Interrupted.', exitCode);
  } finally {
    SIGNALS.forEach((own) => process.removeListener(own, stop));
  }
}
