import { imageParameter } from '../../os/image-parameters';
import type { LockTarget } from './lock-plan';

/** One image that is wanted. */
export interface ImageQuestion {
  readonly variant: string;
  readonly architecture: string;
  readonly region: string;
}

/** All images of a target. */
export function questionsOf({ variant, wanted }: LockTarget): ImageQuestion[] {
  return [...wanted].flatMap(([architecture, regions]) =>
    [...regions].map((region) => ({ variant, architecture, region })),
  );
}

export function imageIdName({ variant, architecture }: ImageQuestion, version: string): string {
  return imageParameter(variant, architecture, version, 'image_id');
}

export function imageVersionName({ variant, architecture }: ImageQuestion, version: string): string {
  return imageParameter(variant, architecture, version, 'image_version');
}

/** Names of parameters by region, as they are read. */
export function namesByRegion<Question extends ImageQuestion>(
  questions: readonly Question[],
  namesOf: (question: Question) => readonly string[],
): ReadonlyMap<string, readonly string[]> {
  const names = new Map<string, Set<string>>();
  for (const question of questions) {
    names.set(question.region, new Set([...(names.get(question.region) ?? []), ...namesOf(question)]));
  }
  return new Map([...names].map(([region, own]) => [region, [...own]]));
}
