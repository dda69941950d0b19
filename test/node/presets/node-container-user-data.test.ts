import { Aws, SecretValue } from 'aws-cdk-lib';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BootstrapContainerPreset, NodeContainerUserData } from '../../../lib';
import { problemsOf } from '../../helpers/issues';
import { decoded } from '../../helpers/presets';
import { problems, userDataOf } from '../../helpers/self-managed';

const folder = mkdtempSync(join(tmpdir(), 'user-data-'));
afterAll(() => rmSync(folder, { recursive: true }));

const withFile = (userData: NodeContainerUserData) => ({
  presets: [BootstrapContainerPreset.of('setup', { userData })],
});

test('a text is encoded in base64', () => {
  expect(decoded(NodeContainerUserData.fromText('#!/bin/sh\necho "ä"\n').base64)).toBe('#!/bin/sh\necho "ä"\n');
});

test('a file is taken byte by byte', () => {
  const bytes = Buffer.from([0, 255, 10, 13, 128]);
  writeFileSync(join(folder, 'binary'), bytes);
  expect(NodeContainerUserData.fromFile(join(folder, 'binary')).base64).toBe(bytes.toString('base64'));
});

test('a file that is not there is an error with its path', () => {
  const read = () => NodeContainerUserData.fromFile(join(folder, 'missing.sh'));
  expect(problemsOf(read)).toEqual(['FileNotReadable path']);
  expect(read).toThrow(/missing\.sh/);
});

test('a text with a token is encoded by CloudFormation', () => {
  const text = userDataOf(withFile(NodeContainerUserData.fromText(`region=${Aws.REGION}`)));
  expect(text).toContain('user-data = "<{"Fn::Base64":{"Fn::Join":["",["region=",{"Ref":"AWS::Region"}]]}}>"');
});

test('a secret in a text is refused', () => {
  const secret = SecretValue.secretsManager('secret').unsafeUnwrap();
  expect(() => userDataOf(withFile(NodeContainerUserData.fromText(`token=${secret}`)))).toThrow(/SecretInUserData/);
});

test('a private key in a text is refused', () => {
  const key = `-----BEGIN PRIVATE KEY-----\n${'A'.repeat(40)}\n-----END PRIVATE KEY-----\n`;
  expect(problems(withFile(NodeContainerUserData.fromText(key)))).toEqual([
    'SecretInUserData settings.bootstrap-containers.setup.user-data',
  ]);
});

describe('size', () => {
  test.each([
    ['a text', (content: string) => NodeContainerUserData.fromText(content)],
    ['a text with a token', (content: string) => NodeContainerUserData.fromText(content + Aws.REGION)],
  ])('%s is refused above 16 KiB of base64', (_, make) => {
    expect(() => make('x'.repeat(12288))).not.toThrow();
    expect(problemsOf(() => make('x'.repeat(12289)))).toEqual(['UserDataTooLarge settings']);
  });

  test('counts together with all other settings', () => {
    expect(problems(withFile(NodeContainerUserData.fromText('x'.repeat(12288))))).toEqual([
      'UserDataTooLarge settings',
    ]);
  });
});
