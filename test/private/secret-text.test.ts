import { secretInText } from '../../lib/private/secret-text';

const KEY = '-----BEGIN RSA PRIVATE KEY-----\nMIIEpAIBAAKCAQEA\n-----END RSA PRIVATE KEY-----\n';
const base64 = (text: string) => Buffer.from(text).toString('base64');

test.each([
  ['a reference to Secrets Manager', 'x{{resolve:secretsmanager:arn:SecretString:password}}y', 'secretsmanager'],
  ['a reference to a secure parameter', '{{resolve:ssm-secure:name:1}}', 'ssm-secure'],
  ['a private key', KEY, 'a private key'],
  ['a private key without a kind', KEY.replace(/RSA /g, ''), 'a private key'],
  ['an encrypted private key', KEY.replace(/RSA/g, 'ENCRYPTED'), 'a private key'],
  ['a private key of OpenSSH', KEY.replace(/RSA/g, 'OPENSSH'), 'a private key'],
  ['a private key of PGP', '-----BEGIN PGP PRIVATE KEY BLOCK-----\n', 'a private key'],
  ['a private key in other text', `certificate\n${KEY}`, 'a private key'],
  ['a private key in JSON', JSON.stringify({ key: KEY }), 'a private key'],
  ['a private key in base64', base64(KEY), 'a private key'],
  ['a private key in base64 with line ends', base64(KEY).replace(/(.{20})/g, '$1\n'), 'a private key'],
])('%s is a secret', (_, text, secret) => {
  expect(secretInText(text)).toContain(secret);
});

test.each([
  ['plain text', 'hello'],
  ['nothing', ''],
  ['a parameter that is no secret', '{{resolve:ssm:name}}'],
  ['a public key', '-----BEGIN PUBLIC KEY-----\nMIIB\n-----END PUBLIC KEY-----'],
  ['a certificate', base64('-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n')],
  ['base64 of anything else', base64('x'.repeat(100))],
])('%s is none', (_, text) => {
  expect(secretInText(text)).toBeUndefined();
});
