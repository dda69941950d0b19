import { Aws, Lazy } from 'aws-cdk-lib';
import { CDK_TOKENS } from '../../../lib/private/cdk-tokens';
import { NO_TOKENS } from '../../../lib/private/token-reader';
import { checkSize, checkTextSize } from '../../../lib/settings/toml/user-data-size';

const codes = (text: string) => checkTextSize(text, CDK_TOKENS).map(({ code }) => code);
const token = (name: string) => Lazy.string({ produce: () => name });

test.each([
  [16383, []],
  [16384, []],
  [16385, ['UserDataTooLarge']],
])('text of %d bytes', (bytes, expected) => {
  expect(codes('x'.repeat(bytes))).toEqual(expected);
  expect(checkTextSize('x'.repeat(bytes), NO_TOKENS).map(({ code }) => code)).toEqual(expected);
  expect(checkSize(bytes).map(({ code }) => code)).toEqual(expected);
});

test('bytes count, not characters', () => {
  expect(codes('é'.repeat(8192))).toEqual([]);
  expect(codes('é'.repeat(8193))).toEqual(['UserDataTooLarge']);
});

test.each([
  ['far below the limit', 'x'.repeat(100) + token('a'), []],
  ['just below the limit when counted', 'x'.repeat(16384 - 2048) + token('a'), []],
  ['above the limit when counted', 'x'.repeat(16385 - 2048) + token('a'), ['UserDataMayBeTooLarge']],
  ['two of them above the limit', token('a') + 'x'.repeat(16385 - 4096) + token('b'), ['UserDataMayBeTooLarge']],
  ['above the limit without them', 'x'.repeat(16385) + token('a'), ['UserDataTooLarge']],
])('values that are only known at deployment: %s', (_, text, expected) => {
  expect(codes(text)).toEqual(expected);
});

test('what every stack knows of itself is counted as no more than it can be', () => {
  const many = Array.from({ length: 20 }, () => `${Aws.ACCOUNT_ID}.dkr.ecr.${Aws.REGION}.${Aws.URL_SUFFIX}`).join(' ');
  expect(codes(many)).toEqual([]);
  expect(codes('x'.repeat(16384 - 12) + Aws.ACCOUNT_ID)).toEqual([]);
  expect(codes('x'.repeat(16385 - 12) + Aws.ACCOUNT_ID)).toEqual(['UserDataTooLarge']);
});

test('the numbers are named', () => {
  expect(checkTextSize('x'.repeat(16385), NO_TOKENS)).toMatchObject([
    { received: '16385 bytes', expected: 'at most 16384 bytes', message: 'The user data has 16385 bytes.' },
  ]);
});
