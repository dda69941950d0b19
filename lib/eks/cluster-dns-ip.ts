import { Fn } from 'aws-cdk-lib';
import { CDK_TOKENS } from '../private/cdk-tokens';
import { BottlerocketIssue, IssueCode } from '../settings';
import { issue } from '../settings/report';

const IPV4_RANGE = /^((?:\d{1,3}\.){3})0\/\d{1,2}$/;
const IPV6_RANGE = /^([0-9a-fA-F:]+::)\/\d{1,3}$/;

/**
 * The address of the DNS service of a cluster: EKS gives it the tenth address of the range for services.
 *
 * @see https://docs.aws.amazon.com/eks/latest/APIReference/API_KubernetesNetworkConfigRequest.html
 */
export function clusterDnsIp(serviceCidr: string, ipv6: boolean): string {
  if (!CDK_TOKENS.isToken(serviceCidr)) {
    const [, ipv4Network] = IPV4_RANGE.exec(serviceCidr) ?? [];
    return ipv4Network === undefined ? serviceCidr.replace(/\/.*/, 'a') : `${ipv4Network}10`;
  }
  if (ipv6) {
    return Fn.join('', [Fn.select(0, Fn.split('/', serviceCidr)), 'a']);
  }
  const octets = Fn.split('.', serviceCidr);
  return Fn.join('.', [Fn.select(0, octets), Fn.select(1, octets), Fn.select(2, octets), '10']);
}

/** Whether a range can be one of services. */
export function checkServiceCidr(serviceCidr: string | undefined): BottlerocketIssue[] {
  return serviceCidr === undefined ||
    CDK_TOKENS.isToken(serviceCidr) ||
    IPV4_RANGE.test(serviceCidr) ||
    IPV6_RANGE.test(serviceCidr)
    ? []
    : [
        issue(IssueCode.INVALID_SERVICE_CIDR, {
          path: 'clusterAttributes.serviceCidr',
          message: 'This is not a range of addresses that EKS takes for services.',
          received: serviceCidr,
          expected: 'a range such as 10.100.0.0/16 or fd30:1c53:5f8a::/108',
        }),
      ];
}
