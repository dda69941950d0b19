import { BottlerocketSettings } from '../../../lib/settings';
import { ruleIssues, rules, TOKEN } from '../../helpers/rules';

const sizes = (...names: string[]): BottlerocketSettings => ({
  kernel: { hugepages: { staticPages: { sizes: Object.fromEntries(names.map((name) => [name, { count: '1' }])) } } },
});

test('one page size in two spellings is refused', () => {
  expect(rules(sizes('2Mi', '2048Ki', '1Gi'))).toEqual(['DuplicateSetting kernel.hugepages.static.2Mi']);
  expect(ruleIssues(sizes('2Mi', '2048Ki'))[0]!.message).toBe('2Mi and 2048Ki are the same page size.');
});

test('two page sizes are taken', () => {
  expect(rules(sizes('2Mi', '1Gi'))).toEqual([]);
});

test('what a table cannot be without is missed', () => {
  const provider = (more: object) =>
    ({ kubernetes: { credentialProviders: { 'ecr-credential-provider': more } } }) as never;
  const P = 'kubernetes.credential-providers.ecr-credential-provider';
  expect(rules(provider({ cacheDuration: '1h' }))).toEqual([
    `MissingSetting ${P}.enabled`,
    `MissingSetting ${P}.image-patterns`,
  ]);
  expect(rules(provider({ enabled: TOKEN.flag, imagePatterns: TOKEN.list }))).toEqual([]);
  expect(ruleIssues(provider({ enabled: true }))[0]!.fix).toBe('Add image-patterns, in typed settings imagePatterns.');
});

test('what was refused is not missed', () => {
  expect(
    rules({
      kubernetes: { credentialProviders: { 'ecr-credential-provider': { enabled: true, imagePatterns: 5 as never } } },
    }),
  ).toEqual([]);
});

test('both limits of a resource must be there', () => {
  expect(rules({ ociDefaults: { resourceLimits: { maxOpenFiles: { softLimit: 1 } as never } } })).toEqual([
    'MissingSetting oci-defaults.resource-limits.max-open-files.hard-limit',
  ]);
});
