import { ImageLock, renderImageLock } from '../../os/image-lock';
import { parseImageLock } from '../../os/image-lock-parse';
import { AwsFailure } from '../aws/aws-failure';
import type { ParameterStore } from '../aws/parameter-store';
import { CommandFailure, CommandInput, CommandResult, ExitCode } from '../command';
import type { CliEnvironment } from '../environment';
import { findImages, FoundImages } from './find-images';
import { FoundLock, lockFileOf, readLock, refuseDamaged } from './lock-file';
import { LockPlan, planLock, regionsOf } from './lock-plan';
import { lockReport } from './lock-report';
import { obstacleText } from './obstacle';
import { checkRegion, listRegions } from './regions';
import { architecturesOf, checkedVersion } from './variants';

const EMPTY: FoundLock = { lock: { images: {} }, text: '', issues: [] };

/** `image lock` */
export async function lock(input: CommandInput, environment: CliEnvironment): Promise<CommandResult> {
  const file = lockFileOf(input);
  const version = checkedVersion(input.text('os-version') ?? 'latest');
  input.all('variant').forEach(architecturesOf);
  input.all('region').forEach(checkRegion);
  await environment.checkReplaceable(file);
  const isThere = await environment.exists(file);
  const before = isThere ? await readLock(environment, file) : EMPTY;
  const old = refuseDamaged(before, file);
  try {
    const found = await environment.interruptible((signal) => find(input, environment, old, version, signal));
    const text = checkedText({ images: { ...old.images, ...Object.fromEntries(found.images) } });
    if (text !== before.text) {
      await environment.replaceFile(file, text, isThere ? before.text : undefined);
    }
    return { exitCode: ExitCode.FINE, ...lockReport(file, text !== before.text, old, found) };
  } catch (error) {
    if (!(error instanceof CommandFailure)) {
      throw error;
    }
    const state = isThere ? `${file} is as it was.` : `${file} was not written.`;
    throw new CommandFailure(`${error.message}\n${state}`, error.exitCode);
  }
}

/** Finds the images that are asked for. Throws a CommandFailure when a single one cannot be had. */
async function find(
  input: CommandInput,
  environment: CliEnvironment,
  old: ImageLock,
  version: string,
  signal: AbortSignal,
): Promise<FoundImages> {
  const store = environment.parameters(signal);
  try {
    const plan = await makePlan(input, store, old);
    const label = `Reading images of ${plan.targets.length} ${plan.targets.length === 1 ? 'variant' : 'variants'}`;
    const found = await findImages(store, plan, version, (calls) => environment.progress(label, calls));
    if (found.obstacles.length > 0) {
      throw new CommandFailure(`The images cannot be locked:\n${obstacleText(found.obstacles)}`);
    }
    return found;
  } catch (error) {
    if (signal.aborted) {
      throw new CommandFailure('Interrupted.');
    }
    throw error instanceof AwsFailure ? new CommandFailure(`${error.message}\n${error.advice}`) : error;
  } finally {
    store.close();
  }
}

async function makePlan(input: CommandInput, store: ParameterStore, old: ImageLock): Promise<LockPlan> {
  const home = await store.homeRegion();
  const regions = input.all('region');
  const near = [...regions, ...Object.values(old.images).flatMap(regionsOf), ...(home === undefined ? [] : [home])];
  const request = {
    variants: input.all('variant'),
    architectures: input.all('arch'),
    regions,
    everyRegion: input.flag('all-regions') ? await listRegions(store, near) : undefined,
    home,
  };
  return planLock(old, request, architecturesOf);
}

/** The text of a lock, which this version can read again: what AWS answers is not trusted. */
function checkedText(lock: ImageLock): string {
  const text = renderImageLock(lock);
  const [wrong] = parseImageLock(text).issues;
  if (wrong !== undefined) {
    throw new CommandFailure(`AWS answered with something else than an image: ${wrong.path}: ${wrong.received}.`);
  }
  return text;
}
