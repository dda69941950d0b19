import { LockedImages } from '../../os/image-lock';
import type { AwsFailure } from '../aws/aws-failure';
import type { ParameterStore } from '../aws/parameter-store';
import { countCalls, readParameters } from '../aws/read-parameters';
import type { Progress } from '../progress';
import { imageIdName, ImageQuestion, imageVersionName, namesByRegion, questionsOf } from './image-questions';
import type { LockPlan } from './lock-plan';
import type { Obstacle } from './obstacle';
import { resolveVersions } from './resolve-versions';

/** What was left out of a lock for all regions. */
export interface SkippedRegion {
  readonly region: string;
  /** The variant that is not there; undefined when the region cannot be used at all. */
  readonly variant?: string;
  readonly reason: string;
}

export interface FoundImages {
  /** By variant; complete when there is no obstacle. */
  readonly images: ReadonlyMap<string, LockedImages>;
  readonly skipped: readonly SkippedRegion[];
  readonly obstacles: readonly Obstacle[];
}

/** Finds the images of exactly one release for each variant, in all its regions. */
export async function findImages(
  store: ParameterStore,
  plan: LockPlan,
  version: string,
  startProgress: (calls: number) => Progress,
): Promise<FoundImages> {
  const { versions, obstacles } = await resolveVersions(store, plan, version);
  if (obstacles.length > 0) {
    return { images: new Map(), skipped: [], obstacles };
  }
  const questions = plan.targets.flatMap(questionsOf);
  const versionOf = ({ variant }: ImageQuestion) => versions.get(variant)!;
  const names = namesByRegion(questions, (question) => [imageIdName(question, versionOf(question))]);
  const progress = startProgress(countCalls(names));
  try {
    const answers = await readParameters(store, names, () => progress.step());
    const found = new FoundIds(plan);
    for (const question of questions) {
      const { values, failure } = answers.get(question.region)!;
      found.add(question, versionOf(question), values.get(imageIdName(question, versionOf(question))), failure);
    }
    await found.explainLacking(store, versionOf);
    return found;
  } finally {
    progress.end();
  }
}

class FoundIds implements FoundImages {
  public readonly images = new Map<string, { version: string; imageIds: Record<string, Record<string, string>> }>();
  public readonly skipped: SkippedRegion[] = [];
  public readonly obstacles: Obstacle[] = [];
  private readonly lacking: ImageQuestion[] = [];

  public constructor(private readonly plan: LockPlan) {}

  public add(question: ImageQuestion, version: string, id: string | undefined, failure: AwsFailure | undefined): void {
    const { variant, architecture, region } = question;
    const images = this.images.get(variant) ?? { version, imageIds: {} };
    this.images.set(variant, images);
    if (id !== undefined) {
      (images.imageIds[architecture] ??= {})[region] = id;
    } else if (failure === undefined) {
      this.lacking.push(question);
    } else if (failure.obstacle === 'not-accepted' && this.plan.optionalRegions.has(region)) {
      this.skip({ region, reason: failure.message });
    } else {
      this.obstacles.push({ message: failure.message, place: region, advice: failure.advice });
    }
  }

  /** AWS publishes region by region: says which release there is where the wanted one is not. */
  public async explainLacking(store: ParameterStore, versionOf: (question: ImageQuestion) => string): Promise<void> {
    const names = namesByRegion(this.lacking, (question) => [imageVersionName(question, 'latest')]);
    const answers = await readParameters(store, names);
    for (const question of this.lacking) {
      const { variant, architecture, region } = question;
      const { values, failure } = answers.get(region)!;
      const newest = values.get(imageVersionName(question, 'latest'));
      const place = `${region} (${architecture})`;
      if (newest !== undefined) {
        this.obstacles.push({
          message: `${variant} ${versionOf(question)} is not there; the newest release there is ${newest}.`,
          place,
          advice: `Run the command again later, or lock what all regions have, as in --os-version ${newest}.`,
        });
      } else if (failure === undefined && this.plan.optionalRegions.has(region)) {
        this.skip({ region, variant, reason: 'AWS publishes no images of it there.' });
      } else {
        this.obstacles.push({
          message: failure?.message ?? `AWS publishes no images of ${variant} there.`,
          place,
          advice: failure?.advice ?? 'Leave the region or the architecture out.',
        });
      }
    }
  }

  private skip(skipped: SkippedRegion): void {
    if (!this.skipped.some(({ region, variant }) => region === skipped.region && variant === skipped.variant)) {
      this.skipped.push(skipped);
    }
  }
}
