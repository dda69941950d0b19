import { CommandFailure } from '../../lib/cli/command';
import { interruptible } from '../../lib/cli/interruptible';

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
const listeners = () => SIGNALS.map((name) => process.listenerCount(name));

test.each([
  ['SIGINT', 130],
  ['SIGTERM', 143],
  ['SIGHUP', 129],
] as const)('%s stops what is under way, with exit code %d', async (name, exitCode) => {
  const before = listeners();
  const stopped = interruptible(
    (signal) => new Promise((_, reject) => signal.addEventListener('abort', () => reject(new Error('stopped')))),
  );
  process.emit(name, name);
  await expect(stopped).rejects.toMatchObject({ message: 'Interrupted.', exitCode });
  expect(listeners()).toEqual(before);
});

test('after the first signal the next one is not caught any more', async () => {
  const before = listeners();
  await interruptible((signal) => {
    process.emit('SIGINT', 'SIGINT');
    expect(signal.aborted).toBe(true);
    expect(listeners()).toEqual(before);
    return Promise.resolve();
  });
});

test('what comes to its end all the same is done', async () => {
  const done = interruptible(() => {
    process.emit('SIGINT', 'SIGINT');
    return Promise.resolve('done');
  });
  expect(await done).toBe('done');
});

test('without a signal, errors stay what they are', async () => {
  const before = listeners();
  const failure = new CommandFailure('no');
  await expect(interruptible(() => Promise.reject(failure))).rejects.toBe(failure);
  expect(listeners()).toEqual(before);
});
