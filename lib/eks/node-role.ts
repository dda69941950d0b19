import { Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';

/**
 * Which rights the network plugin of the cluster takes from the role of the nodes.
 */
export enum NodeCniPolicy {
  /**
   * Those for IPv4 addresses (the managed policy AmazonEKS_CNI_Policy).
   */
  IPV4 = 'ipv4',

  /**
   * Those for IPv6 addresses.
   */
  IPV6 = 'ipv6',

  /**
   * None: the plugin has a role of its own, by EKS Pod Identity or IAM roles for service accounts, or is not the
   * Amazon VPC CNI.
   */
  NONE = 'none',
}

/** What the role of the nodes is made for. */
export interface NodeRoleOptions {
  readonly cniPolicy?: NodeCniPolicy;
  readonly ssmAccess?: boolean;
}

/**
 * Makes a role with the rights that a node needs to join and to pull images, and nothing more.
 *
 * @see https://docs.aws.amazon.com/eks/latest/userguide/create-node-role.html
 */
export function makeNodeRole(scope: Construct, id: string, options: NodeRoleOptions, ipv6: boolean): iam.Role {
  const cniPolicy = options.cniPolicy ?? (ipv6 ? NodeCniPolicy.IPV6 : NodeCniPolicy.IPV4);
  const managed = (name: string) => iam.ManagedPolicy.fromAwsManagedPolicyName(name);
  const role = new iam.Role(scope, id, {
    assumedBy: new iam.ServicePrincipal('ec2.amazonaws.com'),
    managedPolicies: [
      managed('AmazonEKSWorkerNodePolicy'),
      managed('AmazonEC2ContainerRegistryPullOnly'),
      ...(cniPolicy === NodeCniPolicy.IPV4 ? [managed('AmazonEKS_CNI_Policy')] : []),
      ...(options.ssmAccess === true ? [managed('AmazonSSMManagedInstanceCore')] : []),
    ],
  });
  if (cniPolicy === NodeCniPolicy.IPV6) {
    ipv6Statements(scope).forEach((statement) => role.addToPolicy(statement));
  }
  return role;
}

/**
 * There is no managed policy for IPv6.
 *
 * @see https://docs.aws.amazon.com/eks/latest/userguide/cni-iam-role.html#cni-iam-role-create-ipv6-policy
 */
function ipv6Statements(scope: Construct): iam.PolicyStatement[] {
  const networkInterfaces = Stack.of(scope).formatArn({
    service: 'ec2',
    region: '*',
    account: '*',
    resource: 'network-interface',
    resourceName: '*',
  });
  return [
    new iam.PolicyStatement({
      // EC2 has no resource-level permissions for these.
      actions: [
        'ec2:DescribeInstances',
        'ec2:DescribeTags',
        'ec2:DescribeNetworkInterfaces',
        'ec2:DescribeInstanceTypes',
      ],
      resources: ['*'],
    }),
    new iam.PolicyStatement({
      actions: ['ec2:AssignIpv6Addresses', 'ec2:UnassignIpv6Addresses'],
      resources: [networkInterfaces],
    }),
    new iam.PolicyStatement({ actions: ['ec2:CreateTags'], resources: [networkInterfaces] }),
  ];
}
