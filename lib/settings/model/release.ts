/** A release of the OS or of Kubernetes: its numbers, largest first. */
export type Release = readonly number[];

/** The numbers of a version such as 1.66.0, 1.62.1-ea1afdd6 or 1.34; undefined for anything else. */
export function parseRelease(text: string): Release | undefined {
  const match = /^v?(\d{1,4})\.(\d{1,4})(?:\.(\d{1,4})(?:-[0-9a-f]{8})?)?$/.exec(text);
  return match?.slice(1).map((part: string | undefined) => Number(part ?? 0));
}

/** The releases that the model names, which are few and looked at often. */
const named = new Map<string, Release>();

/** Whether a version comes before another one, which is one of those that the model names. */
export function isBefore(version: Release, other: string): boolean {
  let numbers = named.get(other);
  if (numbers === undefined) {
    numbers = parseRelease(other)!;
    named.set(other, numbers);
  }
  for (let index = 0; index < 3; index++) {
    const difference = (version[index] ?? 0) - (numbers[index] ?? 0);
    if (difference !== 0) {
      return difference < 0;
    }
  }
  return false;
}

/** A version as people write it. */
export function formatRelease(release: Release, parts = 3): string {
  return release.slice(0, parts).join('.');
}
