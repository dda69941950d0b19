/** What kind of obstacle a call of AWS has met, as far as callers act on it. */
export type AwsObstacle =
  /** The credentials do not hold in this region; elsewhere they may. */
  | 'not-accepted'
  /** The user gave up. */
  | 'interrupted'
  | 'other';

/** Why AWS did not answer a call, in words for the person who waits for it. */
export class AwsFailure extends Error {
  public constructor(
    message: string,
    /** What to do about it. */
    public readonly advice: string,
    public readonly obstacle: AwsObstacle = 'other',
  ) {
    super(message);
  }
}

/** What errors of the SDK have. */
interface SdkError {
  readonly name?: string;
  readonly code?: string;
  readonly message?: string;
  readonly hostname?: string;
  readonly cause?: unknown;
  readonly $metadata?: { readonly httpStatusCode?: number; readonly attempts?: number };
}

const AGAIN = 'Run the command again later.';
const SIGN_IN =
  'Sign in (aws sso login or aws login), choose a profile with AWS_PROFILE, or set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY.';

const EXPIRED = ['ExpiredTokenException', 'ExpiredToken', 'RequestExpired'];
const NOT_ACCEPTED = [
  'UnrecognizedClientException',
  'InvalidClientTokenId',
  'AuthFailure',
  'OptInRequired',
  'InvalidSignatureException',
  'SignatureDoesNotMatch',
  'IncompleteSignature',
  'MissingAuthenticationToken',
  'MissingAuthenticationTokenException',
];
const DENIED = ['AccessDeniedException', 'AccessDenied', 'UnauthorizedOperation'];
const THROTTLED = ['ThrottlingException', 'Throttling', 'TooManyRequestsException', 'RequestLimitExceeded', 'SlowDown'];
const NO_CREDENTIALS = ['CredentialsProviderError', 'TokenProviderError', 'ProviderError'];

/** Puts an error of the SDK into words. */
export function awsFailure(caught: unknown, region: string): AwsFailure {
  if (caught instanceof AwsFailure) {
    return caught;
  }
  const error = caught as SdkError;
  const { name = '', message = String(caught), $metadata } = error;
  const status = $metadata?.httpStatusCode ?? 0;
  const said = sentence(message);
  if (NO_CREDENTIALS.includes(name)) {
    const none = /could not load credentials from any providers/i.test(message);
    return new AwsFailure(none ? 'There are no AWS credentials.' : `There are no AWS credentials: ${said}`, SIGN_IN);
  }
  if (EXPIRED.includes(name)) {
    return new AwsFailure('The AWS credentials have expired.', SIGN_IN);
  }
  if (NOT_ACCEPTED.includes(name)) {
    return new AwsFailure(
      `AWS does not accept the credentials there: ${said}`,
      `Check that the region is enabled for the account, that the credentials are of its partition, and that the clock is right.`,
      'not-accepted',
    );
  }
  if (DENIED.includes(name)) {
    return new AwsFailure(
      `AWS denies access: ${said}`,
      'Allow ssm:GetParameters for parameter/aws/service/bottlerocket/* in every region that is read.',
    );
  }
  if (THROTTLED.includes(name) || status === 429) {
    return new AwsFailure(`AWS throttles the calls${attempts(error)}.`, AGAIN);
  }
  return connectionFailure(error, region) ?? serviceFailure(error, status, said);
}

const CERTIFICATE = /CERT|SIGNATURE|UNABLE_TO_|TLS|SSL/;

/** What went wrong on the way. */
function connectionFailure(error: SdkError, region: string): AwsFailure | undefined {
  const { name = '', message = '' } = error;
  const code = codeOf(error);
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') {
    const host = error.hostname ?? `the endpoint of ${region}`;
    return new AwsFailure(
      `The network does not know ${host}.`,
      'Check the name of the region, the network and, where there is one, the proxy (HTTPS_PROXY).',
    );
  }
  if (name === 'TimeoutError' && !/^(?:ECONN|EPIPE)/.test(code)) {
    return new AwsFailure(
      `AWS did not answer in time${attempts(error)}.`,
      `Check the network and HTTPS_PROXY. ${AGAIN}`,
    );
  }
  if (CERTIFICATE.test(code)) {
    return new AwsFailure(
      `The connection is not trusted: ${sentence(message)}`,
      'Where a proxy opens connections, name the file with its certificate in NODE_EXTRA_CA_CERTS.',
    );
  }
  if (code !== '') {
    return new AwsFailure(
      `The connection failed${attempts(error)}: ${sentence(message)}`,
      'Check the network, the endpoint (AWS_ENDPOINT_URL) and, where there is one, the proxy (HTTPS_PROXY).',
    );
  }
  return undefined;
}

function serviceFailure(error: SdkError, status: number, said: string): AwsFailure {
  if (error instanceof SyntaxError) {
    return new AwsFailure(`The answer of AWS cannot be read: ${said}`, `${AGAIN} It may have been cut off on its way.`);
  }
  if (status === 407) {
    return new AwsFailure(
      'The proxy wants a user name and a password (status 407).',
      'Put them into HTTPS_PROXY, as in http://user:password@proxy.example.com:3128.',
    );
  }
  if (status >= 500) {
    return new AwsFailure(`AWS failed with status ${status}${attempts(error)}: ${said}`, AGAIN);
  }
  const named = ['', 'Error', 'UnknownError'].includes(error.name ?? '') ? said : `${error.name}: ${said}`;
  return new AwsFailure(
    status === 0 ? named : `AWS refused the call with status ${status}: ${named}`,
    'Check the configuration of the AWS SDK: profile, endpoint and proxy.',
  );
}

/** The code of the operating system or of Node.js, which may be some causes down. */
function codeOf(error: SdkError, depth = 0): string {
  if (typeof error.code === 'string') {
    return error.code;
  }
  return depth < 5 && typeof error.cause === 'object' && error.cause !== null ? codeOf(error.cause, depth + 1) : '';
}

function attempts({ $metadata }: SdkError): string {
  const count = $metadata?.attempts ?? 1;
  return count > 1 ? ` (${count} attempts)` : '';
}

/** The first line of a message, as a sentence. */
function sentence(message: string): string {
  const line = message.split('\n', 1)[0]!.trim();
  const text = line.length <= 300 ? line : `${line.slice(0, 300)}...`;
  return text === '' ? 'no reason was given.' : /[.!?]$/.test(text) ? text : `${text}.`;
}
