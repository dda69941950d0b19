/**
 * The go.mod of the library, without versions of modules that only others need. Those are of package-lock.json, and may be
 * newer than what proxies serve; without them, Go takes the versions that aws-cdk-go was released with.
 */
export function withoutIndirectVersions(text: string): string {
  return text.replace(/^.*\/\/ indirect\n/gm, '');
}
