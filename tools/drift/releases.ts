/** What the API of GitHub says of a release, as far as it matters here. */
export interface Release {
  readonly tag_name: string;
  readonly draft: boolean;
  readonly prerelease: boolean;
  readonly html_url: string;
}

/** The releases that are newer than the newest one that the schema knows, the oldest first. */
export function newerReleases(releases: readonly Release[], known: string): Release[] {
  return releases
    .filter(({ draft, prerelease, tag_name: tag }) => !draft && !prerelease && versionOf(tag) !== undefined)
    .filter(({ tag_name: tag }) => compare(versionOf(tag)!, versionOf(known)!) > 0)
    .sort((a, b) => compare(versionOf(a.tag_name)!, versionOf(b.tag_name)!));
}

/** What is to be said of them; undefined when there is nothing to do. */
export function driftReport(releases: readonly Release[], known: string): string | undefined {
  const newer = newerReleases(releases, known);
  return newer.length === 0
    ? undefined
    : [
        `The schema knows Bottlerocket up to ${known}. These releases are newer:`,
        ...newer.map(({ tag_name: tag, html_url: url }) => `  ${tag}  ${url}`),
        'Read what changed in their settings, edit schema/ and run: npm run generate',
      ].join('\n');
}

function versionOf(tag: string): readonly number[] | undefined {
  const match = /^v?(\d+)\.(\d+)\.(\d+)$/.exec(tag);
  return match?.slice(1).map(Number);
}

function compare(a: readonly number[], b: readonly number[]): number {
  const index = a.findIndex((part, at) => part !== b[at]);
  return index === -1 ? 0 : a[index]! - b[index]!;
}
