import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { BottlerocketIssue, IssueCode, UserDataTarget } from '../../lib/settings';
import { osContext } from '../../lib/settings/model/os-context';
import { describe as text } from '../../lib/settings/report';
import { judgeToml } from '../../lib/settings/toml/judge-toml';
import { loadSchema } from '../../tools/schema/load';
import { Mistake } from '../../tools/schema/model';
import { expectGolden } from '../helpers/golden';

const SCHEMA = join(__dirname, '..', '..', 'schema');
const MISTAKES = loadSchema(SCHEMA).mistakes.flatMap(({ mistakes }) => mistakes);

function judge({ toml, target, complete, ...os }: Mistake): BottlerocketIssue[] {
  const { context, issues } = osContext(os);
  expect(issues).toEqual([]);
  return judgeToml(toml, { context, target: target as UserDataTarget | undefined, isComplete: complete }).issues;
}

test.each(MISTAKES)('$mistake: $codes', (mistake) => {
  expect(judge(mistake).map(({ code }) => code)).toEqual(mistake.codes);
});

/** Issues that are about a value, or a key: what was received, and what is allowed instead, can be said. */
const OF_VALUES: readonly IssueCode[] = [
  IssueCode.UNKNOWN_SETTING,
  IssueCode.WRONG_TYPE,
  IssueCode.VALUE_OUT_OF_RANGE,
  IssueCode.INVALID_VALUE,
  IssueCode.NOT_ALLOWED_VALUE,
  IssueCode.INVALID_KEY,
  IssueCode.TOO_FEW_ITEMS,
  IssueCode.KEY_TOO_LONG,
  IssueCode.IGNORED_SETTING,
  IssueCode.SETTING_NOT_IN_VARIANT,
  IssueCode.SETTING_TOO_NEW,
  IssueCode.SETTINGS_TABLE_MISSING,
  IssueCode.IMAGE_GC_THRESHOLDS,
  IssueCode.IMAGE_GC_AGES,
  IssueCode.SHUTDOWN_GRACE_PERIODS,
  IssueCode.KUBELET_LIMIT,
  IssueCode.MEMORY_MANAGER_SUM,
  IssueCode.MPS_WITH_MIG,
  IssueCode.RESOURCE_LIMITS,
  IssueCode.INVALID_LABEL,
  IssueCode.INVALID_TAINT,
  IssueCode.WRONG_REGION,
  IssueCode.NVIDIA_LOCKDOWN,
  IssueCode.CREDENTIAL_PROVIDER_UNKNOWN,
  IssueCode.NOT_READ_BY_KARPENTER,
];

describe('what is said of each mistake', () => {
  const found = MISTAKES.flatMap((mistake) => judge(mistake).map((one) => ({ mistake: mistake.mistake, ...one })));

  test.each(found)('$mistake: $code', ({ code, path, message, received, expected, fix, line, column }) => {
    expect(path).toMatch(/^[a-z]/);
    expect(message).toMatch(/^\S.*\.$/s);
    expect(fix).toMatch(/^[^a-z\s].*[.?]$/s);
    expect(line).toBeGreaterThan(0);
    expect(column).toBeGreaterThan(0);
    if (OF_VALUES.includes(code)) {
      expect(received).toBeTruthy();
      expect(expected).toBeTruthy();
      expect(expected).not.toMatch(/\.$/);
    }
  });

  test('reads as it should', () => {
    expectGolden('mistakes.txt', found.map((one) => `${one.mistake}\n${text(one)}\n`).join('\n'));
  });
});

/** What no text in TOML alone can show. */
const OTHERS: Readonly<Record<string, string>> = {
  TokenAsKey: 'values that are only known at deployment',
  TokenAsTable: 'values that are only known at deployment',
  UnknownVariant: 'what is said about the OS',
  InvalidOsVersion: 'what is said about the OS',
  NewerOsVersion: 'what is said about the OS',
  ConflictingSettings: 'several sources',
};

test('every code about settings has an example', () => {
  const files = ['1-values', '2-contradictions', '3-without-effect'];
  const codes = files.flatMap((file) =>
    Object.keys(parse(readFileSync(join(SCHEMA, 'issues', `${file}.yaml`), 'utf8')) as object),
  );
  const shown = new Set(MISTAKES.flatMap(({ codes: own }) => own));
  expect(codes.filter((code) => !shown.has(code))).toEqual(Object.keys(OTHERS));
});

test('examples are told apart by what they say', () => {
  const names = MISTAKES.map(({ mistake }) => mistake);
  expect(new Set(names).size).toBe(names.length);
});
