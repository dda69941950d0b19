import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as eks from 'aws-cdk-lib/aws-eks';
import * as iam from 'aws-cdk-lib/aws-iam';
import type { IConstruct } from 'constructs';
import { CDK_TOKENS } from '../private/cdk-tokens';

/**
 * What a node group would like to know of its cluster beyond the name. A cluster reference may be a cluster of either
 * EKS module, an imported one or a CloudFormation resource; each knows another part.
 */
export interface ClusterFacts {
  readonly vpc?: ec2.IVpc;
  readonly securityGroupId?: string;
  /** The Kubernetes version, where it is known now. */
  readonly kubernetesVersion?: string;
  /** Whether pods get IPv6 addresses; false when it is not known. */
  readonly ipv6: boolean;
  /** Enters a role into the ConfigMap aws-auth, where the app owns it. */
  readonly mapNodeRole?: (role: iam.IRole) => void;
  /** The controller of load balancers, which must be removed before the nodes it runs on. */
  readonly albController?: IConstruct;
}

/** The properties of the clusters of aws-eks and aws-eks-v2 that matter here. */
interface AnyCluster {
  readonly vpc?: ec2.IVpc;
  readonly clusterSecurityGroup?: ec2.ISecurityGroup;
  readonly ipFamily?: string;
  readonly version?: { readonly version?: string };
  readonly authenticationMode?: string;
  readonly awsAuth?: eks.AwsAuth;
  readonly albController?: IConstruct;
}

/** Collects what a cluster reference knows. */
export function factsOf(cluster: eks.IClusterRef): ClusterFacts {
  if (eks.CfnCluster.isCfnCluster(cluster)) {
    return {
      securityGroupId: cluster.attrClusterSecurityGroupId,
      kubernetesVersion: literal(cluster.version),
      ipv6: isIpv6(cluster.kubernetesNetworkConfig),
    };
  }
  const known = cluster as AnyCluster;
  return {
    vpc: tryRead(() => known.vpc),
    securityGroupId: tryRead(() => known.clusterSecurityGroup?.securityGroupId),
    kubernetesVersion: literal(tryRead(() => known.version?.version)),
    ipv6: tryRead(() => known.ipFamily) === eks.IpFamily.IP_V6,
    mapNodeRole: nodeRoleMapper(known),
    albController: tryRead(() => known.albController),
  };
}

function literal(text: string | undefined): string | undefined {
  return CDK_TOKENS.isToken(text) ? undefined : text;
}

/** The network of a CloudFormation resource; false when it is only known at deployment. */
function isIpv6(network: eks.CfnCluster['kubernetesNetworkConfig']): boolean {
  return !CDK_TOKENS.isToken(network) && (network as { readonly ipFamily?: string } | undefined)?.ipFamily === 'ipv6';
}

/** Imported clusters throw for what they were not given. */
function tryRead<T>(read: () => T | undefined): T | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}

/**
 * EKS enters the role of a managed node group by itself. But as soon as an app maps any role, the CDK writes the whole
 * ConfigMap and the entry of EKS is gone: the role must be among those that the app maps.
 */
function nodeRoleMapper(cluster: AnyCluster): ClusterFacts['mapNodeRole'] {
  const { authenticationMode } = cluster;
  const ownsAwsAuth = 'authenticationMode' in cluster && 'awsAuth' in cluster;
  if (!ownsAwsAuth || authenticationMode === eks.AuthenticationMode.API) {
    return undefined;
  }
  return (role) =>
    cluster.awsAuth!.addRoleMapping(role, {
      username: 'system:node:{{EC2PrivateDNSName}}',
      groups: ['system:bootstrappers', 'system:nodes'],
    });
}
