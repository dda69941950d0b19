import * as ec2 from 'aws-cdk-lib/aws-ec2';
import { usesCommonEndpoints } from '../os/fips-endpoints';
import { BottlerocketIssue, IssueCode } from '../settings';
import { issue } from '../settings/report';
import { VPC_ENDPOINTS } from './generated/vpc-endpoints.generated';
import { checkImages, ValueAt } from './image-reach';
import { EndpointNeed, isolatedSubnets, reachableServices } from './vpc-endpoints';

/** Nodes that may be in subnets without a route to the internet. */
export interface PrivateNodes {
  readonly platform: 'eks' | 'ecs';
  readonly vpc?: ec2.IVpc;
  readonly subnets?: ec2.SubnetSelection;
  readonly fips: boolean;
  /** The value that users give at a path of keys in the settings. */
  readonly valueAt: ValueAt;
  /** Whether nodes register with AWS Systems Manager. */
  readonly ssmAccess?: boolean;
  /** What else nodes need an endpoint for. Only asked where it matters: to know it may take a look at the whole app. */
  needs(): Readonly<Partial<Record<EndpointNeed, boolean>>>;
}

/**
 * Finds what nodes need and cannot reach, as far as the app knows their VPC. Endpoints may be added after node groups, so
 * that this must be asked at synthesis.
 */
export function checkPrivateNodes(nodes: PrivateNodes): BottlerocketIssue[] {
  const { valueAt, fips } = nodes;
  const isolated = isolatedSubnets(nodes.vpc, nodes.subnets);
  // Everything goes through a proxy, where there is one.
  if (isolated === undefined || valueAt('network', 'https-proxy') !== undefined) {
    return [];
  }
  return [
    ...checkEndpoints(nodes, isolated.vpc, isolated.subnets),
    ...(fips && !usesCommonEndpoints(valueAt('aws', 'config')) ? [fipsNotReachable()] : []),
    ...checkImages(valueAt),
  ];
}

function checkEndpoints(nodes: PrivateNodes, vpc: ec2.IVpc, subnets: readonly ec2.ISubnet[]): BottlerocketIssue[] {
  const control = nodes.valueAt('host-containers', 'control', 'enabled') !== false;
  const needs = { ...nodes.needs(), always: true, ssmAccess: nodes.ssmAccess === true && control };
  const needed = VPC_ENDPOINTS.filter(
    ({ platforms, when }) => platforms.includes(nodes.platform) && needs[when] === true,
  );
  const present = reachableServices(vpc, subnets);
  const missing = needed.filter(({ service }) => !present.has(service));
  if (missing.length === 0) {
    return [];
  }
  const list = missing.map(({ service, purpose }) => `${service} (${purpose})`).join('; ');
  return [
    issue(IssueCode.VPC_ENDPOINT_MISSING, {
      path: 'vpc',
      message: `The nodes are in subnets without a route to the internet, and do not reach ${list}.`,
      received: present.size === 0 ? 'no endpoints' : `endpoints for ${[...present].sort().join(', ')}`,
      expected: `endpoints for ${needed.map(({ service }) => service).join(', ')}`,
    }),
  ];
}

function fipsNotReachable(): BottlerocketIssue {
  return issue(IssueCode.FIPS_WITHOUT_VPC_ENDPOINT, {
    path: 'fips',
    message: 'Nodes in subnets without a route to the internet do not reach the FIPS endpoints of Amazon ECR.',
  });
}
