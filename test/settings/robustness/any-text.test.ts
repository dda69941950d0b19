import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { BottlerocketIssue, UserDataTarget } from '../../../lib/settings';
import { TomlTable } from '../../../lib/settings/model/document';
import { osContext } from '../../../lib/settings/model/os-context';
import { describe as words } from '../../../lib/settings/report';
import { judgeToml, judgeUserData } from '../../../lib/settings/toml/judge-toml';
import { runs } from '../../helpers/runs';

jest.setTimeout(240_000);

const { context } = osContext({});
const GOLDEN = readFileSync(join(__dirname, '..', '..', 'golden', 'every-setting.toml'), 'utf8');
const MEGA = 1024 * 1024;
const TARGETS = [UserDataTarget.EC2, UserDataTarget.EKS_MANAGED, UserDataTarget.KARPENTER];

/** Judges a text for targets. Whatever the text is: nothing is thrown, and every issue has a place in it. */
function judge(text: string, targets = TARGETS): { document: TomlTable; issues: BottlerocketIssue[] } {
  const judgements = targets.map((target) => judgeToml(text, { context, target, isComplete: true }));
  const lines = text.split('\n').length;
  for (const { issues } of judgements) {
    for (const found of issues.slice(0, 50)) {
      expect(found.line).toBeGreaterThan(0);
      expect(found.line).toBeLessThanOrEqual(lines);
      expect(found.column).toBeGreaterThan(0);
      expect(words(found).length).toBeLessThan(100_000);
    }
  }
  return judgements[0]!;
}

describe('any text is judged', () => {
  test('from random characters', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => void judge(text)),
      runs(1000),
    );
  });

  test('from random bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        judgeUserData(bytes, { context, isComplete: false });
        judgeUserData(Buffer.concat([Buffer.from([0x1f, 0x8b]), bytes]), { context, isComplete: false });
      }),
      runs(1000),
    );
  });

  test('from pieces of TOML', () => {
    const piece = fc.constantFrom(
      ...['[', ']', '[[', ']]', '{', '}', '=', '.', ',', '"', "'", '"""', "'''", '\\', '\n', ' ', '#', 'x', '1', '_'],
      ...['settings', 'kubernetes', 'max-pods', 'node-labels', 'true', '1.5', '1979-05-27', '07:32', '\\u', 'e', '-'],
      ...['[settings.kubernetes]\n', 'a = ', '"__proto__"', '\u0000', '\r\n', '\uFEFF', 'é', 'inf', 'nan', '0x'],
    );
    const text = fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join(''));
    fc.assert(
      fc.property(text, (value) => void judge(value)),
      runs(3000),
    );
  });

  test('from right TOML with something cut, doubled, moved or changed', () => {
    const at = fc.nat({ max: GOLDEN.length });
    const change = fc.tuple(at, fc.nat({ max: 40 }), at, fc.string({ unit: 'binary', maxLength: 3 }));
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 4 }), (changes) => {
        let text = GOLDEN;
        for (const [start, length, from, more] of changes) {
          text = text.slice(0, start) + text.slice(from, from + length) + more + text.slice(start + length);
        }
        judge(text);
      }),
      runs(300),
    );
  });
});

/** Texts that are long, deep, or end where more should come. */
const EXTREMES: Record<string, () => string> = {
  'a list that ends in a comment': () => 'a = [1 #',
  'an inline table that ends in a comment': () => 'a = { b = 1 #',
  'a list of comments': () => 'a = [1, # x\n# y',
  'brackets 100000 deep': () => `a = ${'['.repeat(100_000)}`,
  'brackets 100000 deep that are closed': () => `a = ${'['.repeat(100_000)}${']'.repeat(100_000)}`,
  'braces 100000 deep': () => `a = ${'{a='.repeat(100_000)}`,
  'brackets of headers': () => '['.repeat(100_000),
  'a header of 100000 keys': () => `[${'a.'.repeat(100_000)}a]\n`,
  'a key of 100000 parts': () => `${'a.'.repeat(100_000)}a = 1\n`,
  'a key of 100000 quoted parts': () => `${'"=".'.repeat(100_000)}a = 1\n`,
  'a value of 10 MiB': () => `[settings]\nmotd = "${'x'.repeat(10 * MEGA)}"\n`,
  'a value of 10 MiB that is refused': () => `[settings.aws]\nconfig = "${'x'.repeat(10 * MEGA + 1)}"\n`,
  'a comment of 10 MiB': () => `#${'x'.repeat(10 * MEGA)}\n[settings]\nmotd = 1\n`,
  '10 MiB of comments': () => `${'# x\n'.repeat(2.5 * MEGA)}[settings]\nmotd = 1\n`,
  '10 MiB of line ends': () => `${'\n'.repeat(10 * MEGA)}[settings]\nmotd = 1\n`,
  '10 MiB of spaces': () => ' '.repeat(10 * MEGA),
  '10 MiB of spaces behind a value': () => `[settings]\nmotd = 1${' '.repeat(10 * MEGA)}`,
  '10 MiB without an end of the line': () => 'x'.repeat(10 * MEGA),
  'a key of 10 MiB': () => `${'x'.repeat(10 * MEGA)} = 1`,
  'a million quotes': () => `a = ${'"'.repeat(MEGA)}`,
  'a million backslashes': () => `a = "${'\\'.repeat(MEGA)}`,
  'a million escapes': () => `[settings]\nmotd = "${'\\"'.repeat(MEGA)}"`,
  'a million digits': () => `a = ${'1'.repeat(MEGA)}`,
  'a million carriage returns': () => 'a = 1\r'.repeat(MEGA),
  '20000 tables': () => lines(20_000, (index) => `[a${index}]`),
  'one table 100000 times': () => lines(100_000, () => '[a]'),
  '20000 items of one list of tables': () => lines(20_000, () => '[[settings.container-registry.mirrors]]'),
  'a map of 10000 keys': () => `[settings.kernel.sysctl]\n${lines(10_000, (index) => `"net.a${index}" = "1"`)}`,
  'a map of 10000 wrong values': () => `[settings.kernel.sysctl]\n${lines(10_000, (index) => `"net.a${index}" = 1`)}`,
  'a map of 10000 wrong keys': () =>
    `[settings.kubernetes.node-labels]\n${lines(10_000, (index) => `"-${index}" = "a"`)}`,
  'a table of 10000 unknown keys': () => `[settings.kubernetes]\n${lines(10_000, (index) => `max-pod${index} = 1`)}`,
  '10000 tables that lack something': () =>
    lines(10_000, (index) => `[settings.kubernetes.credential-providers.a${index}]\nenabled = true`),
  '10000 keys under another name': () => `[settings.boot.kernel]\n${lines(10_000, (index) => `a${index} = "x"`)}`,
  '3000 tables with a key under another name': () =>
    lines(3000, (index) => `[settings.image-verifier-plugins.a${index}]\ntrust-policy = "x"`),
  'a list of 20000 wrong items': () => `[settings.dns]\nname-servers = [${'"x", '.repeat(20_000)}]`,
  'a million labels of a host': () => `[settings.kubernetes]\napi-server = "${'a.'.repeat(MEGA)}"`,
  'a certificate of a megabyte': () => base64('settings.pki.a', 'data', `-----BEGIN X-----\n${'A'.repeat(MEGA)}\n`),
  '20000 certificates that are none': () =>
    base64('settings.pki.a', 'data', '-----BEGIN X-----\nAAAA\n-----END X-----\n'.repeat(20_000)),
  'JSON a million deep': () => base64('settings.image-verifier-plugins.a', 'trustpolicy', '['.repeat(MEGA)),
  'JSON of a million backslashes': () =>
    base64('settings.image-verifier-plugins.a', 'trustpolicy', `"${'\\\\'.repeat(MEGA)}"`),
  'JSON of a megabyte': () => base64('settings.image-verifier-plugins.a', 'trustpolicy', `["${'x'.repeat(MEGA)}"]`),
};

function lines(count: number, line: (index: number) => string): string {
  return `${Array.from({ length: count }, (_, index) => line(index)).join('\n')}\n`;
}

function base64(table: string, key: string, content: string): string {
  return `[${table}]\n${key} = "${Buffer.from(content).toString('base64')}"\n`;
}

test.each(Object.entries(EXTREMES))('%s are no trouble', (_, text) => {
  // EKS looks at the text itself, too.
  judge(text(), [UserDataTarget.EKS_MANAGED]);
});

describe('keys that mean something to JavaScript', () => {
  test.each(['__proto__', 'constructor', 'prototype', 'hasOwnProperty', 'toString', 'valueOf', '__defineGetter__'])(
    '%s mean nothing in any table or map',
    (key) => {
      const tables = GOLDEN.split('\n').filter((line) => /^\[[^[]/.test(line));
      expect(tables.length).toBeGreaterThan(40);
      for (const table of ['[settings]', ...tables]) {
        const { document } = judge(`${table}\n"${key}" = "polluted"\n${key}.${key} = "polluted"\n`);
        const { document: below } = judge(`${table.slice(0, -1)}.${key}]\npolluted = "x"\nenabled = true\n`);
        expect('toString' in document || '__proto__' in document || 'toString' in below).toBe(false);
        expect(({} as Record<string, unknown>).polluted).toBeUndefined();
        expect(({} as Record<string, unknown>).enabled).toBeUndefined();
      }
    },
  );
});
