import Ajv from 'ajv';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseImageLock } from '../../lib/os/image-lock-parse';

const SCHEMA = JSON.parse(
  readFileSync(join(__dirname, '..', '..', 'docs', 'image-lock.schema.json'), 'utf8'),
) as object;
const validate = new Ajv().compile(SCHEMA);

const GOOD = {
  schemaVersion: 1,
  images: {
    'aws-k8s-1.35': {
      version: '1.66.0-abcdef12',
      imageIds: { arm64: { 'eu-west-1': 'ami-00000000000000001' }, x86_64: { 'us-gov-west-1': 'ami-0000000a' } },
    },
  },
};

test.each<[boolean, string, string, string]>([
  [true, 'a good lock', '', ''],
  [false, 'a newer format', '"schemaVersion":1', '"schemaVersion":2'],
  [false, 'an unknown key', '"version"', '"versoin"'],
  [false, 'a variant that is not of AWS', 'aws-k8s', 'metal-k8s'],
  [false, 'a release without commit', '-abcdef12', ''],
  [false, 'another architecture', 'arm64', 'aarch64'],
  [false, 'a zone', 'eu-west-1', 'eu-west-1a'],
  [false, 'an id that is too short', 'ami-0000000a', 'ami-0000000'],
])('the schema says %p to %s, as the library does', (expected, _, received, replacement) => {
  const text = JSON.stringify(GOOD).replace(received, replacement);
  expect(validate(JSON.parse(text))).toBe(expected);
  expect(parseImageLock(text).issues.length === 0).toBe(expected);
});
