import type { ParameterStore } from '../aws/parameter-store';
import { readParameters } from '../aws/read-parameters';
import { imageVersionName, namesByRegion, questionsOf } from './image-questions';
import type { LockPlan, LockTarget } from './lock-plan';
import type { Obstacle } from './obstacle';

/** The release with its commit that each variant is locked at. */
export interface ResolvedVersions {
  readonly versions: ReadonlyMap<string, string>;
  readonly obstacles: readonly Obstacle[];
}

/**
 * Asks once for each variant, in one region, so that all regions get the same release: `latest` may differ between
 * them while AWS publishes one. A release with its commit needs no question.
 */
export async function resolveVersions(
  store: ParameterStore,
  plan: LockPlan,
  version: string,
): Promise<ResolvedVersions> {
  if (version.includes('-')) {
    return { versions: new Map(plan.targets.map(({ variant }) => [variant, version])), obstacles: [] };
  }
  const questions = plan.targets.map((target) => leadQuestion(target, plan));
  const answers = await readParameters(
    store,
    namesByRegion(questions, (question) => [imageVersionName(question, version)]),
  );
  const versions = new Map<string, string>();
  const obstacles: Obstacle[] = [];
  for (const question of questions) {
    const { variant, region } = question;
    const { values, failure } = answers.get(region)!;
    const found = values.get(imageVersionName(question, version));
    if (found !== undefined) {
      versions.set(variant, found);
    } else if (failure !== undefined) {
      obstacles.push({ message: failure.message, place: region, advice: failure.advice });
    } else {
      obstacles.push({
        message: `AWS publishes no ${version === 'latest' ? 'image' : `release ${version}`} of ${variant}.`,
        place: region,
        advice: `Check the variant, the release and the region: cdk-bottlerocket image list --online --region ${region}`,
      });
    }
  }
  return { versions, obstacles };
}

/** Where to ask: at home where that is among the regions, or else where images must be. */
function leadQuestion(target: LockTarget, { home, optionalRegions }: LockPlan) {
  const questions = questionsOf(target).sort((a, b) => (a.region < b.region ? -1 : 1));
  return (
    questions.find(({ region }) => region === home) ??
    questions.find(({ region }) => !optionalRegions.has(region)) ??
    questions.find(({ region }) => region === 'us-east-1') ??
    questions[0]!
  );
}
