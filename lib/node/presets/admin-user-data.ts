import { CDK_TOKENS } from '../../private/cdk-tokens';
import { BottlerocketIssue, IssueCode } from '../../settings';
import { issue, throwOnErrors } from '../../settings/report';
import type { AdminContainerOptions } from './host-container-options';
import { NodeContainerUserData } from './node-container-user-data';

/** What the admin container runs to ask EC2 Instance Connect for keys, and as whom. */
const INSTANCE_CONNECT = {
  'authorized-keys-command': '/opt/aws/bin/eic_run_authorized_keys %u %f',
  'authorized-keys-command-user': 'ec2-instance-connect',
};

/** How a public key is written: options, type, key, comment. */
const PUBLIC_KEY = /^(?:[^\r\n]* )?(?:ssh|ecdsa|sk)-[a-z0-9@.-]+ AAAA[A-Za-z0-9+/]+={0,3}(?: [^\r\n]*)?$/;

/**
 * The file that tells the admin container who may log in; undefined when nothing is said, so that the OS writes it.
 *
 * @see https://github.com/bottlerocket-os/bottlerocket-admin-container#authenticating-with-the-admin-container
 */
export function adminUserData(options: AdminContainerOptions): NodeContainerUserData | undefined {
  const { userData, user, authorizedKeys, trustedUserCaKeys, ec2InstanceConnect } = options;
  const said = { user, authorizedKeys, trustedUserCaKeys, ec2InstanceConnect };
  const names = Object.entries(said).flatMap(([name, value]) => (value === undefined ? [] : [name]));
  const issues = [
    ...(userData !== undefined && names.length > 0 ? [givenTwice(names)] : []),
    ...checkKeys(authorizedKeys, 'authorizedKeys'),
    ...checkKeys(trustedUserCaKeys, 'trustedUserCaKeys'),
  ];
  throwOnErrors(issues);
  if (userData !== undefined || names.length === 0) {
    return userData;
  }
  const ssh = {
    'authorized-keys': authorizedKeys,
    'trusted-user-ca-keys': trustedUserCaKeys,
    ...(ec2InstanceConnect === true ? INSTANCE_CONNECT : {}),
  };
  return NodeContainerUserData.fromText(JSON.stringify({ user, ssh }));
}

function givenTwice(names: readonly string[]): BottlerocketIssue {
  return issue(IssueCode.ADMIN_USER_DATA_TWICE, {
    path: 'userData',
    message: `The admin container has one file, and ${names.join(', ')} would be written into it.`,
  });
}

/** The container skips lines that are no public keys without a word. */
function checkKeys(keys: readonly string[] | undefined, path: string): BottlerocketIssue[] {
  if (CDK_TOKENS.isToken(keys)) {
    return [
      issue(IssueCode.INVALID_SSH_KEY, {
        path,
        message: 'The list is only known at deployment, and cannot be written as JSON.',
        fix: 'Pass a list whose items may be tokens.',
      }),
    ];
  }
  return (keys ?? []).flatMap((key, index) =>
    CDK_TOKENS.isToken(key) || PUBLIC_KEY.test(key)
      ? []
      : // It may be a private key: not shown.
        [issue(IssueCode.INVALID_SSH_KEY, { path: `${path}[${index}]`, message: 'This is not a public key of SSH.' })],
  );
}
