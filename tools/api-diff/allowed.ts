/** Keys of changes that may break the API, with their reasons. */
export type Allowances = ReadonlyMap<string, string>;

/** What stands above the first reason, and is there when nothing is allowed. */
export const ALLOWED_HEAD = `# Changes since the last release that may break code of users, each with its reason:
#
#     # why, and what users do instead
#     removed:cdk-bottlerocket.SomeClass.someMethod
#
# npm run api:check prints the keys. npm run api:renew empties this file at a release.
`;

/** Reads what is allowed: keys, under a comment of their own that says why. An empty line ends a reason. */
export function readAllowances(text: string): Allowances {
  const allowances = new Map<string, string>();
  let reason = '';
  let comment = true;
  for (const line of text
    .replace(ALLOWED_HEAD, '')
    .split('\n')
    .map((each) => each.trim())) {
    if (line === '') {
      reason = '';
    } else if (line.startsWith('#')) {
      const words = line.slice(1).trim();
      reason = comment && reason !== '' ? `${reason} ${words}` : words;
    } else if (reason === '') {
      throw new Error(`${line} has no reason: say why in a comment above it`);
    } else {
      allowances.set(line, reason);
    }
    comment = line.startsWith('#');
  }
  return allowances;
}
