import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as eks from 'aws-cdk-lib/aws-eks';

/**
 * What nodes must know of their cluster, for references that do not know it: imported clusters most of all. What is given
 * here wins over what the reference knows.
 */
export interface EksClusterAttributes {
  /**
   * The address of the Kubernetes API, such as `https://0123456789ABCDEF.gr7.eu-west-1.eks.amazonaws.com`.
   *
   * @default - what the cluster reference knows
   */
  readonly endpoint?: string;

  /**
   * The certificate of the Kubernetes API, in base64 as EKS gives it.
   *
   * @default - what the cluster reference knows
   */
  readonly certificateAuthorityData?: string;

  /**
   * The addresses of Kubernetes services, such as `10.100.0.0/16`. The address of the DNS service follows from them.
   *
   * @default - what the cluster reference knows; else each node asks EKS for it
   */
  readonly serviceCidr?: string;

  /**
   * Which addresses pods and services have.
   *
   * @default - what the cluster reference knows, or what serviceCidr says; else IPv4
   */
  readonly ipFamily?: eks.IpFamily;

  /**
   * The security group that EKS made for the cluster.
   *
   * @default - what the cluster reference knows
   */
  readonly securityGroup?: ec2.ISecurityGroupRef;
}
