import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as eks from 'aws-cdk-lib/aws-eks';
import * as iam from 'aws-cdk-lib/aws-iam';
import type { IConstruct } from 'constructs';
import { CDK_TOKENS } from '../private/cdk-tokens';
import { asSecurityGroup } from '../node/node-parts';
import { BottlerocketIssue, IssueCode } from '../settings';
import { issue } from '../settings/report';
import { EksClusterAttributes } from './cluster-attributes';

/**
 * What a node group would like to know of its cluster beyond the name. A cluster reference may be a cluster of either
 * EKS module, an imported one or a CloudFormation resource; each knows another part.
 */
export interface ClusterFacts {
  readonly vpc?: ec2.IVpc;
  readonly securityGroupId?: string;
  /** The same as a construct, where there is one that rules can be added to. */
  readonly securityGroup?: ec2.ISecurityGroup;
  readonly endpoint?: string;
  readonly certificateAuthorityData?: string;
  /** The addresses of services; may be a token. */
  readonly serviceCidr?: string;
  /** The Kubernetes version, where it is known now. */
  readonly kubernetesVersion?: string;
  /** Whether pods get IPv6 addresses; false when it is not known. */
  readonly ipv6: boolean;
  /** From where the cluster takes who may join; undefined when it is not known. */
  readonly authenticationMode?: string;
  /** Enters a role into the ConfigMap aws-auth, where the app owns it. */
  readonly mapNodeRole?: (role: iam.IRole) => void;
  /** Whether EKS launches nodes by itself (Auto Mode); false when it is not known. */
  readonly autoMode: boolean;
  /** The controller of load balancers, which must be removed before the nodes it runs on. */
  readonly albController?: IConstruct;
}

/** The properties of the clusters of aws-eks and aws-eks-v2 that matter here. */
interface AnyCluster extends eks.IClusterRef {
  readonly vpc?: ec2.IVpc;
  readonly clusterSecurityGroup?: ec2.ISecurityGroup;
  readonly clusterEndpoint?: string;
  readonly clusterCertificateAuthorityData?: string;
  readonly ipFamily?: string;
  readonly version?: { readonly version?: string };
  readonly authenticationMode?: string;
  readonly awsAuth?: eks.AwsAuth;
  readonly albController?: IConstruct;
}

/** Collects what a cluster reference knows, and what users know better. */
export function factsOf(cluster: eks.IClusterRef, attributes: EksClusterAttributes = {}): ClusterFacts {
  const facts = eks.CfnCluster.isCfnCluster(cluster) ? factsOfResource(cluster) : factsOfConstruct(cluster);
  const { serviceCidr, ipFamily, securityGroup } = attributes;
  const ipv6ByCidr = serviceCidr !== undefined && !CDK_TOKENS.isToken(serviceCidr) && serviceCidr.includes(':');
  return {
    ...facts,
    endpoint: attributes.endpoint ?? facts.endpoint,
    certificateAuthorityData: attributes.certificateAuthorityData ?? facts.certificateAuthorityData,
    serviceCidr: serviceCidr ?? facts.serviceCidr,
    ipv6: ipFamily === undefined ? ipv6ByCidr || facts.ipv6 : ipFamily === eks.IpFamily.IP_V6,
    ...(securityGroup === undefined
      ? {}
      : {
          securityGroupId: securityGroup.securityGroupRef.securityGroupId,
          securityGroup: asSecurityGroup(securityGroup),
        }),
  };
}

/** Node groups are welcome in clusters with Auto Mode, but what most expect of them there is wrong. */
export function checkAutoMode({ autoMode }: ClusterFacts): BottlerocketIssue[] {
  return autoMode
    ? [
        issue(IssueCode.AUTO_MODE_CLUSTER, {
          path: 'cluster',
          message: 'The nodes that Auto Mode launches do not have the settings of this node group.',
        }),
      ]
    : [];
}

function factsOfConstruct(cluster: eks.IClusterRef): ClusterFacts {
  const known = cluster as AnyCluster;
  // Clusters of aws-eks-v2 are made of a resource, which knows more.
  const { defaultChild } = cluster.node;
  const resource =
    defaultChild !== undefined && eks.CfnCluster.isCfnCluster(defaultChild) ? factsOfResource(defaultChild) : undefined;
  const securityGroup = tryRead(known, 'clusterSecurityGroup');
  return {
    vpc: tryRead(known, 'vpc'),
    securityGroupId: securityGroup?.securityGroupId,
    securityGroup,
    endpoint: tryRead(known, 'clusterEndpoint'),
    certificateAuthorityData: tryRead(known, 'clusterCertificateAuthorityData'),
    serviceCidr: resource?.serviceCidr,
    kubernetesVersion: literal(tryRead(known, 'version')?.version),
    ipv6: tryRead(known, 'ipFamily') === eks.IpFamily.IP_V6,
    authenticationMode: resource?.authenticationMode ?? authenticationModeOf(known),
    mapNodeRole: nodeRoleMapper(known),
    autoMode: resource?.autoMode ?? false,
    albController: tryRead(known, 'albController'),
  };
}

function factsOfResource(cluster: eks.CfnCluster): ClusterFacts {
  const network = readable<eks.CfnCluster.KubernetesNetworkConfigProperty>(cluster.kubernetesNetworkConfig);
  const access = readable<eks.CfnCluster.AccessConfigProperty>(cluster.accessConfig);
  const compute = readable<eks.CfnCluster.ComputeConfigProperty>(cluster.computeConfig);
  const ipv6 = network?.ipFamily === eks.IpFamily.IP_V6;
  return {
    securityGroupId: cluster.attrClusterSecurityGroupId,
    endpoint: cluster.attrEndpoint,
    certificateAuthorityData: cluster.attrCertificateAuthorityData,
    serviceCidr: ipv6 ? cluster.attrKubernetesNetworkConfigServiceIpv6Cidr : network?.serviceIpv4Cidr,
    kubernetesVersion: literal(cluster.version),
    ipv6,
    // The default of CloudFormation.
    authenticationMode: access === undefined ? undefined : literal(access.authenticationMode ?? 'CONFIG_MAP'),
    autoMode: compute?.enabled === true,
  };
}

/** A property of a CloudFormation resource; undefined when it is only known at deployment. */
function readable<T extends object>(property: unknown): Partial<T> | undefined {
  return CDK_TOKENS.isToken(property) ? undefined : ((property as T | undefined) ?? {});
}

function literal(text: string | undefined): string | undefined {
  return CDK_TOKENS.isToken(text) ? undefined : text;
}

/** What was found out that a cluster does not know. It was not given when the cluster was made, and does not come later. */
const UNKNOWN = new WeakMap<AnyCluster, Set<keyof AnyCluster>>();

/** Imported clusters throw for what they were not given. An error takes long to make, and many node groups ask. */
function tryRead<K extends keyof AnyCluster>(cluster: AnyCluster, key: K): AnyCluster[K] | undefined {
  if (UNKNOWN.get(cluster)?.has(key)) {
    return undefined;
  }
  try {
    return cluster[key];
  } catch {
    UNKNOWN.set(cluster, (UNKNOWN.get(cluster) ?? new Set()).add(key));
    return undefined;
  }
}

/** Only clusters of aws-eks that the app itself makes write the ConfigMap aws-auth. */
function ownsAwsAuth(cluster: AnyCluster): boolean {
  return 'authenticationMode' in cluster && 'awsAuth' in cluster;
}

function authenticationModeOf(cluster: AnyCluster): string | undefined {
  return ownsAwsAuth(cluster) ? (cluster.authenticationMode ?? eks.AuthenticationMode.CONFIG_MAP) : undefined;
}

/**
 * EKS enters the role of a managed node group by itself. But as soon as an app maps any role, the CDK writes the whole
 * ConfigMap and the entry of EKS is gone: the role must be among those that the app maps.
 */
function nodeRoleMapper(cluster: AnyCluster): ClusterFacts['mapNodeRole'] {
  if (!ownsAwsAuth(cluster) || cluster.authenticationMode === eks.AuthenticationMode.API) {
    return undefined;
  }
  return (role) =>
    cluster.awsAuth!.addRoleMapping(role, {
      username: 'system:node:{{EC2PrivateDNSName}}',
      groups: ['system:bootstrappers', 'system:nodes'],
    });
}
