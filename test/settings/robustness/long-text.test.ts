import { SCALAR_CHECKS } from '../../../lib/settings/check/scalar-checks';
import { checkScalar } from '../../../lib/settings/check/check-scalar';
import { CHECK_PATTERNS } from '../../../lib/settings/check/check-patterns';
import { settingsModel } from '../../../lib/settings/model/settings-model';

const LENGTH = 20_000;

/** In milliseconds of the processor. What grows with the square of the length takes a second and more; all else, one. */
const LIMIT = 300;

/** Pieces that patterns take again and again, and that could be split in many ways, between spaces. */
const PIECES: readonly string[] = [
  `a A 0 1 . - _ / : , + % = @ [ " ' \\ é a. a- -a a/ a: .a 0. .0 1, 1- 0: 1_ 0h 1m 1s 1e 1ms Ki 5%`,
  `1h1m 1.1h 0:1, a1- 1g. 01 +1 AAAA A= == :: :1 [: http: // %41 "' \n \u0085`,
].flatMap((pieces) => pieces.split(' '));

/** What comes at the end, where a pattern that has taken everything has to give up. */
const ENDS: readonly string[] = ['', '!', '\n', '"', 'a', '1', ':', '='];

const TEXTS = [...PIECES, ' '].flatMap((piece) => ENDS.map((end) => piece.repeat(LENGTH / piece.length) + end));

function timeOf(judge: (text: string) => unknown, text: string): number {
  const start = process.cpuUsage();
  judge(text);
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

/** How long the text takes that takes longest. */
function longestTime(judge: (text: string) => unknown): number {
  let longest = 0;
  for (const text of TEXTS) {
    // Collecting garbage takes its time, too, but not each time.
    let time = timeOf(judge, text);
    for (let again = 0; time > LIMIT && again < 3; again++) {
      time = Math.min(time, timeOf(judge, text));
    }
    longest = Math.max(longest, time);
    if (time > LIMIT) {
      // The rest would take minutes.
      break;
    }
  }
  return longest;
}

const { types } = settingsModel();

/** Of every pattern, a name of where it stands. Lengths, that most patterns are behind, do not protect them here. */
const patterns = new Map<string, string>();
for (const [name, type] of Object.entries(types)) {
  for (const rule of [type, type.also, ...(type.before ?? [])]) {
    if (rule?.pattern !== undefined) {
      patterns.set(rule.pattern.source, name);
    }
  }
}
Object.entries(CHECK_PATTERNS).forEach(([name, source]) => patterns.set(source, name));

test.each([...patterns].map(([source, name]) => [name, source]))(
  'long text is matched with the pattern of %s in time that grows with its length',
  (_, source) => {
    const pattern = new RegExp(source, 'u');
    expect(longestTime((text) => pattern.test(text))).toBeLessThan(LIMIT);
  },
);

test.each(Object.keys(SCALAR_CHECKS))('so is long text by the check %s', (name) => {
  expect(longestTime(SCALAR_CHECKS[name]!)).toBeLessThan(LIMIT);
});

test.each(Object.keys(types))('so is long text for %s, and what is to be changed in it is said', (name) => {
  expect(longestTime((text) => checkScalar(text, types[name]!))).toBeLessThan(LIMIT);
});
