import fc from 'fast-check';
import { CHECK_PATTERNS } from '../../../lib/settings/check/check-patterns';
import { SCALAR_CHECKS } from '../../../lib/settings/check/scalar-checks';
import { settingsModel } from '../../../lib/settings/model/settings-model';
import { loadVectors } from '../../helpers/vectors';
import { runs } from '../../helpers/runs';

const { types } = settingsModel();
const VECTORS = loadVectors();

/** Text out of the pieces that matter to a check. */
const PIECES: Readonly<Record<string, readonly string[]>> = {
  url: ['http', 'https:', '/', '//', ':', '80', '@', '?', '#', 'a.b', ' ', '\\', '[::1]', '%', '.'],
  base64: ['AAAA', 'A', 'Q', 'g', 'w', '=', '==', '-', 'AQ==', 'AAE=', '\n'],
  'base64-json': ['e30=', 'W10=', 'MQ==', '', 'AAAA', 'bnVsbA=='],
  'pem-certificates': [' ', '\n', '\u0085', '', 'AAAA', '\uFEFF'],
  'ip-address': ['1', '255', '256', '0', '.', ':', '::', 'ffff', '01', '10.0.0.1', '%eth0', '/8', 'g'],
  'dns-domain': ['a', '.', 'b_c', '1', '10.0.0.1', ':', '/', ' ', '0x1', '\u00AD', 'xn--', '%41', '-'],
  'excluded-setting': ['settings', '.', 'measurement', 'a', '*', '\n', 'x.y'],
  'hugepage-size': ['1', '2', '4', '3', '0', 'Ki', 'Mi', 'Gi', 'Ti', '1024', '9007199254740992', '18014398509481984'],
  'kubernetes-threshold': ['1', '0', '00', '.', '%', '-', '+', 'e', '5', '100', '99.9', 'Mi', 'E', 'n', '1e400'],
  'byte-size': ['1', '.', '5', 'k', 'K', 'i', 'b', 'it', 's', 'bit', ' ', '+', '-', '0', '\u0085', '\uFEFF', 'm'],
  'soci-chunk-size': ['unlimited', '1', 'kb', ' ', '.', '5'],
  'integer-percent': ['1', '0', '00', '100', '+', '-', '7', '.', ' '],
};

/** What the patterns leave open. */
const CANNOT_TELL: Readonly<Record<string, RegExp>> = {
  url: /[^]/,
  'base64-json': /[^]/,
  'pem-certificates': /[^]/,
  'dns-domain': /[^]/,
  // Shares so large or so small that only their value as a float tells.
  'kubernetes-threshold': /^[+-]?(?:[0-9]*\.)?[0-9]*(?:[eE][^]*)?%$/,
  // Sizes beyond 64 bits.
  'byte-size': /[0-9]{8}|[tTpPeE]/,
  'soci-chunk-size': /[0-9]{8}|[tTpPeE]/,
  'hugepage-size': /[0-9]{8}/,
};

describe.each(Object.keys(CHECK_PATTERNS))('the pattern of %s', (name) => {
  const check = SCALAR_CHECKS[name]!;
  const patterns = ['', 'u'].map((flags) => new RegExp(CHECK_PATTERNS[name]!, flags));
  const pieces = fc.array(fc.constantFrom(...PIECES[name]!), { maxLength: 9 }).map((parts) => parts.join(''));
  const text = fc.oneof({ arbitrary: pieces, weight: 4 }, fc.string({ unit: 'binary' }));

  test('takes whatever the check takes, and refuses what it refuses where a pattern can tell', () => {
    fc.assert(
      fc.property(text, (value) => {
        const [plain, unicode] = patterns.map((pattern) => pattern.test(value));
        expect(unicode).toBe(plain);
        if (check(value)) {
          expect(plain).toBe(true);
        } else if (!CANNOT_TELL[name]?.test(value)) {
          expect(plain).toBe(false);
        }
      }),
      runs(2000),
    );
  });

  test('agrees with the values that the OS accepts', () => {
    const ofCheck = VECTORS.filter(({ type }) => types[type ?? '']?.check === name);
    const values = ofCheck.filter(({ valid, value }) => valid && typeof value === 'string');
    expect(values.filter(({ value }) => !patterns[0]!.test(value as string))).toEqual([]);
  });
});

test.each([
  ['ip-address', ['::', '::1', '1::', '2001:db8::1', '::ffff:10.0.0.1', '1:2:3:4:5:6:7:8', '1:2:3:4:5:6:10.0.0.1']],
  ['kubernetes-threshold', ['0%', '99.99%', '1e1%', '100Mi', '0.5%', '-0%']],
  ['hugepage-size', ['2Mi', '1Gi', '2048Ki', '8388608Ti']],
])('the pattern of %s takes %j', (name, values) => {
  expect(values.filter((value) => !SCALAR_CHECKS[name]!(value))).toEqual([]);
  expect(values.filter((value) => !new RegExp(CHECK_PATTERNS[name]!).test(value))).toEqual([]);
});

test.each([
  ['ip-address', ['1::2::3', '1:2:3:4:5:6:7', '1:2:3:4:5:6:7::8', '::10.0.0.256', 'fe80::1%eth0', '1.2.3.4/8']],
  ['kubernetes-threshold', ['100%', '101%', '-1%', '1234%', '1%%']],
  ['hugepage-size', ['3Mi', '1023Ki', '2M', '0Mi']],
  ['base64', ['AAA', 'AB==', 'AAB=', 'A===']],
])('the pattern of %s refuses %j', (name, values) => {
  expect(values.filter((value) => new RegExp(CHECK_PATTERNS[name]!).test(value))).toEqual([]);
});
