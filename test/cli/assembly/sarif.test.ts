import '@microsoft/jest-sarif';
import { sarifOf } from '../../../lib/cli/assembly/sarif';
import { readAssembly } from '../../../lib/validation/assembly';
import { answer, checkTemplates } from '../../../lib/validation/check-assembly';
import { fakeAssembly, FINE, WRONG } from '../../helpers/fake-assembly';

interface Log {
  readonly runs: readonly {
    readonly tool: {
      readonly driver: { readonly rules: readonly { readonly id: string; readonly helpUri: string }[] };
    };
    readonly results: readonly {
      readonly ruleId: string;
      readonly ruleIndex: number;
      readonly level: string;
      readonly message: { readonly text: string };
      readonly locations: readonly {
        readonly physicalLocation: {
          readonly artifactLocation: { readonly uri: string };
          readonly region: { readonly startLine: number };
        };
        readonly logicalLocations: readonly { readonly fullyQualifiedName: string }[];
      }[];
      readonly partialFingerprints: Readonly<Record<string, string>>;
    }[];
  }[];
}

/** A report of files in a folder of the repository, or elsewhere. */
function report(files: Readonly<Record<string, string>>, folder = 'cdk.out', cwd = '/work'): Log {
  const nodes = checkTemplates(answer(readAssembly(folder), (file) => files[file.replace(folder, 'cdk.out')]));
  return sarifOf(nodes, { version: '1.2.3', cwd, withAcknowledged: false }) as Log;
}

/** The matcher comes with the schema of the standard. */
function expectValid(log: Log): void {
  (expect(log) as unknown as { toBeValidSarifLog(): void }).toBeValidSarifLog();
}

const FILES = fakeAssembly({ Fine: FINE, Wrong: WRONG, Type: '[settings.kubernetes]\nmax-pods = "58"\n' });

test('is valid SARIF, with findings and without', () => {
  expectValid(report(FILES));
  expectValid(report(fakeAssembly({ Fine: FINE })));
  expect(report(FILES).runs[0]!.results).toHaveLength(2);
});

test('the test for validity would notice', () => {
  const log = report(FILES) as unknown as { runs: { results: { level: string }[] }[] };
  log.runs[0]!.results[0]!.level = 'terrible';
  expect(() => expectValid(log as unknown as Log)).toThrow();
});

test('a result names its rule, says what to do, and is linked to the page', () => {
  const [{ tool, results }] = report(FILES).runs as [Log['runs'][number]];
  for (const { ruleId, ruleIndex, level, message } of results) {
    expect(tool.driver.rules[ruleIndex]!.id).toBe(ruleId);
    expect(tool.driver.rules[ruleIndex]!.helpUri).toMatch(new RegExp(`docs/errors\\.md#${ruleId.toLowerCase()}$`));
    expect(level).toBe('error');
    expect(message.text).toContain('Fix: ');
  }
});

test('a result leads to the resource in its template, and to the construct', () => {
  const text = FILES['cdk.out/Demo.template.json']!.split('\n');
  for (const { locations } of report(FILES).runs[0]!.results) {
    const [{ physicalLocation, logicalLocations }] = locations as [(typeof locations)[number]];
    const path = logicalLocations[0]!.fullyQualifiedName;
    expect(physicalLocation.artifactLocation.uri).toBe('cdk.out/Demo.template.json');
    expect(text[physicalLocation.region.startLine - 1]).toContain(`"${path.split('/')[1]}": {`);
  }
});

test.each([
  ['/work/cdk.out', '/work', 'cdk.out/Demo.template.json'],
  ['/work/my app/cdk.out', '/work', 'my%20app/cdk.out/Demo.template.json'],
  ['/elsewhere', '/work', 'file:///elsewhere/Demo.template.json'],
  ['../out', '/work', 'file:///out/Demo.template.json'],
])('of %s, seen from %s, the address is %s', (folder, cwd, uri) => {
  const [result] = report(FILES, folder, cwd).runs[0]!.results;
  expect(result!.locations[0]!.physicalLocation.artifactLocation.uri).toBe(uri);
});

test('a finding keeps its fingerprint when other things change, and has one of its own', () => {
  const prints = (log: Log) =>
    log.runs[0]!.results.map(({ partialFingerprints }) => Object.values(partialFingerprints)[0]);
  const before = prints(report(FILES));
  const after = prints(
    report(fakeAssembly({ New: FINE, Wrong: `motd = 1\n${WRONG}`, Type: '[settings.kubernetes]\nmax-pods = "59"\n' })),
  );
  expect(new Set(before).size).toBe(before.length);
  expect(after).toEqual(expect.arrayContaining(before));
});
