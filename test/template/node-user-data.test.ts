import { gzipSync } from 'node:zlib';
import { base64UserData, CloudFormationTemplate, hasSettings, plainUserData, TemplateText } from '../../lib/template';

const TEMPLATE = new CloudFormationTemplate({});
const TOML = '[settings.kubernetes]\nmax-pods = 58\n';
const SETTINGS = { settings: { kubernetes: { 'max-pods': 58 } } };

function read(value: unknown) {
  return base64UserData(value, TEMPLATE);
}

test.each<[name: string, value: unknown]>([
  ['Fn::Base64', { 'Fn::Base64': TOML }],
  ['Fn::Base64 of Fn::Join', { 'Fn::Base64': { 'Fn::Join': ['\n', TOML.split('\n')] } }],
  ['Fn::Base64 of Fn::Sub', { 'Fn::Base64': { 'Fn::Sub': TOML } }],
  ['literal base64', Buffer.from(TOML).toString('base64')],
  ['joined literal base64', { 'Fn::Join': ['', [Buffer.from(TOML).toString('base64')]] }],
])('%s is decoded', (_, value) => {
  expect(read(value)).toMatchObject({
    text: TOML,
    toml: TOML,
    document: SETTINGS,
    isCompressed: false,
    isWronglyEncoded: false,
    bytes: TOML.length,
  });
});

test('gzip is decompressed, and its size is what EC2 counts', () => {
  const bytes = gzipSync(TOML);
  expect(read(bytes.toString('base64'))).toMatchObject({ text: TOML, isCompressed: true, bytes: bytes.length });
});

test('text that nobody encoded is marked', () => {
  expect(read(TOML)).toMatchObject({ text: TOML, isWronglyEncoded: true });
  expect(read({ 'Fn::Sub': `${TOML}# \${A}` })).toMatchObject({ isWronglyEncoded: true });
});

test('what is not TOML keeps its text and says why', () => {
  const data = read({ 'Fn::Base64': '#!/bin/bash\necho hello\n' })!;
  expect(data.document).toBeUndefined();
  expect(data.mistake).toMatchObject({ line: 2 });
  expect(data.text).toContain('echo hello');
});

test.each<[name: string, value: unknown]>([
  ['no user data', undefined],
  ['a reference', { Ref: 'UserData' }],
  ['an encoded reference', { 'Fn::Base64': { Ref: 'UserData' } }],
  ['base64 with something in its middle', { 'Fn::Join': ['', ['W3Nl', { Ref: 'A' }]] }],
  ['bytes that are no text', Buffer.from([0xff, 0xfe, 0xfd]).toString('base64')],
])('nothing is known of %s', (_, value) => {
  expect(read(value)).toBeUndefined();
});

test('Karpenter takes plain text, and base64 is marked', () => {
  expect(plainUserData(new TemplateText([TOML]))).toMatchObject({ document: SETTINGS, isWronglyEncoded: false });
  expect(plainUserData(new TemplateText([Buffer.from(TOML).toString('base64')]))).toMatchObject({
    document: SETTINGS,
    isWronglyEncoded: true,
  });
  expect(plainUserData(undefined)).toBeUndefined();
});

test('settings are known in text that is not TOML, but not in scripts that write such files', () => {
  expect(hasSettings('#!/bin/bash\n[settings.ecs]\ncluster = "a"\n')).toBe(true);
  expect(hasSettings('[[settings.container-registry.mirrors]]')).toBe(true);
  expect(hasSettings('settings.motd = "a"')).toBe(true);
  expect(hasSettings('[settings]')).toBe(true);
  expect(hasSettings('#!/bin/bash\ncat > a.toml <<EOF\n[settings.ecs]\nEOF\n')).toBe(false);
  expect(hasSettings('[settingsfile]')).toBe(false);
});
