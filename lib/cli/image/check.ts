import { ImageLock } from '../../os/image-lock';
import { locateJson } from '../../os/json-places';
import { readParameters, countCalls } from '../aws/read-parameters';
import { CommandFailure, CommandInput, CommandResult } from '../command';
import type { CliEnvironment } from '../environment';
import { checkReport } from './check-report';
import { imageIdName, imageVersionName, namesByRegion } from './image-questions';
import { imagesOf, JudgedVariant, judgeVariant } from './judge-images';
import { lockFileOf, readLock } from './lock-file';
import { Obstacle, obstacleText } from './obstacle';
import { checkPartition } from './partitions';

/** `image check` */
export async function check(input: CommandInput, environment: CliEnvironment): Promise<CommandResult> {
  const file = lockFileOf(input);
  const { lock, text, issues } = await readLock(environment, file);
  if (lock === undefined) {
    return checkReport(file, [], issues);
  }
  checkPartition(imagesOf(lock).map(({ region }) => region));
  const variants = await environment.interruptible((signal) => judge(lock, file, environment, signal));
  const places = locateJson(text);
  const found = variants.flatMap((variant) => variant.issues);
  return checkReport(
    file,
    variants,
    found.map((one) => ({ ...one, ...places.positionOf(one.path) })),
  );
}

/** Compares all of a lock with what AWS publishes. Throws a CommandFailure when a part of it cannot be compared. */
async function judge(
  lock: ImageLock,
  file: string,
  environment: CliEnvironment,
  signal: AbortSignal,
): Promise<JudgedVariant[]> {
  const names = namesByRegion(imagesOf(lock), (image) => [
    imageIdName(image, image.version),
    imageVersionName(image, 'latest'),
  ]);
  const store = environment.parameters(signal);
  const progress = environment.progress('Reading images', countCalls(names));
  try {
    const answers = await readParameters(store, names, () => progress.step());
    const obstacles = [...answers].flatMap(([region, { failure }]): Obstacle[] =>
      failure === undefined ? [] : [{ place: region, message: failure.message, advice: failure.advice }],
    );
    if (signal.aborted) {
      throw new CommandFailure('Interrupted.');
    }
    if (obstacles.length > 0) {
      throw new CommandFailure(`The lock cannot be compared:\n${obstacleText(obstacles)}`);
    }
    const published = (region: string, name: string) => answers.get(region)?.values.get(name);
    return Object.keys(lock.images)
      .sort()
      .map((variant) => judgeVariant(lock, variant, file, published));
  } finally {
    progress.end();
    store.close();
  }
}
