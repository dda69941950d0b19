import { AwsFailure, awsFailure } from '../../../lib/cli/aws/aws-failure';

test('a failure stays what it is', () => {
  const failure = new AwsFailure('a', 'b');
  expect(awsFailure(failure, 'eu-west-1')).toBe(failure);
});

test.each<[string, object, string, string]>([
  [
    'a session that has ended',
    { name: 'CredentialsProviderError', message: 'The SSO session associated with this profile has expired' },
    'There are no AWS credentials: The SSO session associated with this profile has expired.',
    'Sign in',
  ],
  [
    'a certificate of a proxy',
    { name: 'Error', code: 'SELF_SIGNED_CERT_IN_CHAIN', message: 'self-signed certificate in certificate chain' },
    'The connection is not trusted: self-signed certificate in certificate chain.',
    'NODE_EXTRA_CA_CERTS',
  ],
  [
    'a certificate some causes down',
    { name: 'Error', message: 'x', cause: { cause: { code: 'UNABLE_TO_GET_ISSUER_CERT_LOCALLY' } } },
    'The connection is not trusted: x.',
    'NODE_EXTRA_CA_CERTS',
  ],
  [
    'a host that is not known',
    { name: 'Error', code: 'ENOTFOUND', hostname: 'ssm.eu-west-9.amazonaws.com', message: 'getaddrinfo' },
    'The network does not know ssm.eu-west-9.amazonaws.com.',
    'name of the region',
  ],
  ['text that was thrown', Object('out of order') as object, 'out of order.', 'configuration'],
  ['nothing to say', { name: 'Error', message: '' }, 'no reason was given.', 'configuration'],
  [
    'a wrong signature',
    { name: 'InvalidSignatureException', message: 'Signature expired: 1 is now earlier than 2', $metadata: {} },
    'AWS does not accept the credentials there: Signature expired: 1 is now earlier than 2.',
    'clock',
  ],
])('%s is put into words', (_, error, message, advice) => {
  const failure = awsFailure(error, 'eu-west-1');
  expect(failure.message).toBe(message);
  expect(failure.advice).toContain(advice);
});

test('long messages and those of several lines are cut', () => {
  expect(awsFailure({ message: `${'x'.repeat(1000)}\nsecond` }, 'eu-west-1').message).toBe(`${'x'.repeat(300)}...`);
});
