import { Arn, Stack } from 'aws-cdk-lib';
import * as eks from 'aws-cdk-lib/aws-eks';
import * as eksv2 from 'aws-cdk-lib/aws-eks-v2';
import * as iam from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';

/** Where Karpenter runs. */
const NAMESPACE = 'kube-system';

export interface KarpenterProps {
  readonly cluster: eksv2.Cluster;
  /** Written out: it is a part of the keys of tags. */
  readonly clusterName: string;
}

/** Karpenter itself: its chart, and a role with the rights that its documentation asks for. */
export class Karpenter extends Construct {
  public readonly role: iam.Role;
  public readonly chart: eksv2.HelmChart;

  public constructor(scope: Construct, id: string, { cluster, clusterName }: KarpenterProps) {
    super(scope, id);
    this.role = new iam.Role(this, 'Role', {
      assumedBy: new iam.SessionTagsPrincipal(new iam.ServicePrincipal('pods.eks.amazonaws.com')),
    });
    statements(Stack.of(this), clusterName).forEach((statement) => this.role.addToPolicy(statement));
    const agent = new eks.CfnAddon(this, 'PodIdentityAgent', {
      addonName: 'eks-pod-identity-agent',
      clusterName: cluster.clusterName,
    });
    const association = new eks.CfnPodIdentityAssociation(this, 'Association', {
      clusterName: cluster.clusterName,
      namespace: NAMESPACE,
      roleArn: this.role.roleArn,
      serviceAccount: 'karpenter',
    });
    this.chart = cluster.addHelmChart('Karpenter', {
      chart: 'karpenter',
      repository: 'oci://public.ecr.aws/karpenter/karpenter',
      version: '1.14.1',
      namespace: NAMESPACE,
      createNamespace: false,
      values: { settings: { clusterName: cluster.clusterName } },
    });
    this.chart.node.addDependency(agent, association, this.role);
  }
}

/**
 * What Karpenter may do, in this cluster alone: launch, tag and terminate its own instances, and look at what there is.
 *
 * @see https://karpenter.sh/docs/reference/cloudformation/
 */
function statements(stack: Stack, clusterName: string): iam.PolicyStatement[] {
  const { region } = stack;
  const ec2 = (account: string, ...resources: string[]) =>
    resources.map((resource) => Arn.format({ service: 'ec2', account, resource, resourceName: '*' }, stack));
  const launched = ['fleet', 'instance', 'volume', 'network-interface', 'launch-template', 'spot-instances-request'];
  const profiles = [stack.formatArn({ service: 'iam', region: '', resource: 'instance-profile', resourceName: '*' })];
  const owned = (tag: string) => ({ [`aws:${tag}/kubernetes.io/cluster/${clusterName}`]: 'owned' });
  const regional = (tag: string) => ({ ...owned(tag), [`aws:${tag}/topology.kubernetes.io/region`]: region });
  const allow = (actions: string[], resources: string[], conditions?: Record<string, unknown>) =>
    new iam.PolicyStatement({ actions, resources, conditions });
  const pool = (tag: string) => ({ StringLike: { [`aws:${tag}/karpenter.sh/nodepool`]: '*' } });
  return [
    allow(
      ['ec2:RunInstances', 'ec2:CreateFleet'],
      [...ec2('', 'image', 'snapshot'), ...ec2(stack.account, 'security-group', 'subnet', 'capacity-reservation')],
    ),
    allow(['ec2:RunInstances', 'ec2:CreateFleet'], ec2(stack.account, 'launch-template'), {
      StringEquals: owned('ResourceTag'),
      ...pool('ResourceTag'),
    }),
    allow(['ec2:RunInstances', 'ec2:CreateFleet', 'ec2:CreateLaunchTemplate'], ec2(stack.account, ...launched), {
      StringEquals: owned('RequestTag'),
      ...pool('RequestTag'),
    }),
    allow(['ec2:CreateTags'], ec2(stack.account, ...launched), {
      StringEquals: {
        ...owned('RequestTag'),
        'ec2:CreateAction': ['RunInstances', 'CreateFleet', 'CreateLaunchTemplate'],
      },
    }),
    allow(['ec2:CreateTags'], ec2(stack.account, 'instance'), {
      StringEquals: owned('ResourceTag'),
      'ForAllValues:StringEquals': { 'aws:TagKeys': ['eks:eks-cluster-name', 'karpenter.sh/nodeclaim', 'Name'] },
    }),
    allow(['ec2:TerminateInstances', 'ec2:DeleteLaunchTemplate'], ec2(stack.account, 'instance', 'launch-template'), {
      StringEquals: owned('ResourceTag'),
    }),
    allow(['iam:CreateInstanceProfile', 'iam:TagInstanceProfile'], profiles, { StringEquals: regional('RequestTag') }),
    allow(
      ['iam:AddRoleToInstanceProfile', 'iam:RemoveRoleFromInstanceProfile', 'iam:DeleteInstanceProfile'],
      profiles,
      { StringEquals: regional('ResourceTag') },
    ),
    allow(['iam:GetInstanceProfile'], profiles),
    allow(
      ['eks:DescribeCluster'],
      [stack.formatArn({ service: 'eks', resource: 'cluster', resourceName: clusterName })],
    ),
    allow(
      ['ssm:GetParameter'],
      [stack.formatArn({ service: 'ssm', account: '', resource: 'parameter', resourceName: 'aws/service/*' })],
    ),
    // These take no resources.
    allow(
      [
        'ec2:DescribeCapacityReservations',
        'ec2:DescribeImages',
        'ec2:DescribeInstances',
        'ec2:DescribeInstanceStatus',
        'ec2:DescribeInstanceTypeOfferings',
        'ec2:DescribeInstanceTypes',
        'ec2:DescribeLaunchTemplates',
        'ec2:DescribePlacementGroups',
        'ec2:DescribeSecurityGroups',
        'ec2:DescribeSpotPriceHistory',
        'ec2:DescribeSubnets',
      ],
      ['*'],
      { StringEquals: { 'aws:RequestedRegion': region } },
    ),
    allow(['iam:ListInstanceProfiles', 'pricing:GetProducts'], ['*']),
  ];
}
