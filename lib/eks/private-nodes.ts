import { CfnResource, Stack } from 'aws-cdk-lib';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as eks from 'aws-cdk-lib/aws-eks';
import type { IConstruct } from 'constructs';
import { BottlerocketUserData } from '../node';
import { checkPrivateNodes } from '../node/private-nodes';
import { NodeImage } from '../os/node-image';
import { BottlerocketIssue } from '../settings';
import { ClusterFacts } from './cluster-facts';

/** Nodes of a cluster that may be in subnets without a route to the internet. */
export interface PrivateClusterNodes {
  readonly cluster: eks.IClusterRef;
  readonly facts: ClusterFacts;
  readonly image: NodeImage;
  readonly userData: BottlerocketUserData;
  readonly vpc?: ec2.IVpc;
  readonly subnets?: ec2.SubnetSelection;
  readonly ssmAccess?: boolean;
  readonly signals?: boolean;
  /** Whether the node is told the DNS address of its cluster, by EKS or by its user data. */
  readonly knowsDnsIp: boolean;
}

/** Finds what the nodes need and cannot reach, at synthesis. */
export function checkPrivateClusterNodes(scope: IConstruct, nodes: PrivateClusterNodes): BottlerocketIssue[] {
  const { cluster, facts, image, userData, knowsDnsIp } = nodes;
  return checkPrivateNodes({
    platform: 'eks',
    vpc: nodes.vpc ?? facts.vpc,
    subnets: nodes.subnets,
    fips: image.variant?.fips ?? image.traits?.fips ?? false,
    valueAt: (...path) => userData._valueAt(...path),
    ssmAccess: nodes.ssmAccess,
    needs: () => ({
      signals: nodes.signals,
      clusterDnsIp: !knowsDnsIp,
      podIdentity: [Stack.of(cluster), Stack.of(scope)].some(hasPodIdentities),
      serviceAccounts: cluster.node.findAll().some(isOidcProvider),
      loadBalancers: facts.albController !== undefined,
    }),
  });
}

function hasPodIdentities(stack: Stack): boolean {
  return stack.node.findAll().some((construct) => eks.CfnPodIdentityAssociation.isCfnPodIdentityAssociation(construct));
}

/** The provider of a cluster is a resource of IAM, or a custom resource of the CDK. */
function isOidcProvider(construct: IConstruct): boolean {
  return (
    CfnResource.isCfnResource(construct) &&
    ['AWS::IAM::OIDCProvider', 'Custom::AWSCDKOpenIdConnectProvider'].includes(construct.cfnResourceType)
  );
}
