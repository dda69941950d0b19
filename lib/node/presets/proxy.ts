import { Aws } from 'aws-cdk-lib';
import type * as ec2 from 'aws-cdk-lib/aws-ec2';
import { CDK_TOKENS } from '../../private/cdk-tokens';
import { BottlerocketSettings } from '../../settings';

/**
 * A proxy for the OS, the container runtime and the orchestrator. Pods and tasks do not learn of it.
 */
export interface ProxyOptions {
  /**
   * The proxy, such as `http://proxy.example.com:3128`. Without a scheme, it is asked by HTTP.
   *
   * User data can be read by more people than most think of: let the proxy know its clients by their address, not by a
   * password.
   */
  readonly httpsProxy: string;

  /**
   * Further hosts that are reached without the proxy: names with all names below them, addresses, and ranges such as
   * `10.0.0.0/8`. What asks EC2 and EKS while a node boots compares the ends of names only, and knows no ranges.
   *
   * @default - only those that are always added: instance metadata, task credentials, private DNS names of EC2; and by the
   * OS localhost, the API server of the cluster and its domain
   */
  readonly noProxy?: string[];

  /**
   * A VPC whose addresses are reached without the proxy. For Amazon EKS it should be that of the nodes.
   *
   * @default - addresses of a VPC are asked of the proxy, as long as they are not in noProxy
   */
  readonly vpc?: ec2.IVpc;

  /**
   * The addresses of Kubernetes services, to be reached without the proxy.
   *
   * @default - they are asked of the proxy
   */
  readonly serviceCidr?: string;

  /**
   * Whether all APIs of AWS in the region of the nodes are reached without the proxy. For VPCs with endpoints for all that
   * nodes call: docs/vpc-endpoints.md lists them.
   *
   * @default false
   */
  readonly regionalAwsApisWithoutProxy?: boolean;
}

/**
 * What no node may ask a proxy for. The OS adds localhost, and for Kubernetes the API server and the domain of the cluster.
 *
 * @see https://github.com/bottlerocket-os/bottlerocket-core-kit/blob/develop/packages/release/proxy-env
 * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/http_proxy_config.html
 */
const ALWAYS = [
  // The instance metadata.
  '169.254.169.254',
  'fd00:ec2::254',
  // Credentials of ECS tasks.
  '169.254.170.2',
  // Private DNS names of EC2.
  '.internal',
];

/** The settings for a proxy. */
export function proxySettings(options: ProxyOptions): BottlerocketSettings {
  const { httpsProxy, noProxy = [], vpc, serviceCidr, regionalAwsApisWithoutProxy } = options;
  const more = [
    ...(vpc === undefined ? [] : [vpc.vpcCidrBlock]),
    ...(serviceCidr === undefined ? [] : [serviceCidr]),
    ...(regionalAwsApisWithoutProxy === true ? [`.${Aws.REGION}.${Aws.URL_SUFFIX}`] : []),
  ];
  if (CDK_TOKENS.isToken(noProxy)) {
    // A list that is only known at deployment cannot be extended: its items become one entry, which the OS joins anyway.
    return { network: { httpsProxy, noProxy: [...ALWAYS, ...more, CDK_TOKENS.join(noProxy, ',')] } };
  }
  return { network: { httpsProxy, noProxy: [...new Set([...ALWAYS, ...more, ...noProxy])] } };
}
