import { SingleBar } from 'cli-progress';

/** How far a long command is. */
export interface Progress {
  /** One more step is done. */
  step(): void;
  /** Takes the bar away again. */
  end(): void;
}

export const NO_PROGRESS: Progress = { step: () => undefined, end: () => undefined };

/** A bar on a terminal, which is gone at the end. */
export function progressBar(stream: NodeJS.WritableStream, label: string, steps: number): Progress {
  const bar = new SingleBar({
    stream,
    format: `${label} [{bar}] {value}/{total}`,
    barCompleteChar: '=',
    barIncompleteChar: '-',
    barsize: 30,
    hideCursor: true,
    clearOnComplete: true,
    // The command handles signals itself.
    gracefulExit: false,
  });
  bar.start(steps, 0);
  return { step: () => bar.increment(), end: () => bar.stop() };
}
