import { Reference, Stack, Tokenization } from 'aws-cdk-lib';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import { CDK_TOKENS } from '../private/cdk-tokens';

/** A VPC endpoint that nodes may need. */
export interface VpcEndpointModel {
  /** The end of the name of its service, such as ecr.api. */
  readonly service: string;
  readonly platforms: readonly ('eks' | 'ecs')[];
  readonly when: EndpointNeed;
  /** What nodes use it for, in words. */
  readonly purpose: string;
}

/** Why a node needs an endpoint. schema/vpc-endpoints.yaml explains each. */
export type EndpointNeed =
  'always' | 'ssmAccess' | 'signals' | 'clusterDnsIp' | 'podIdentity' | 'serviceAccounts' | 'loadBalancers';

/** The subnets of nodes without a route to the internet, in a VPC of the app; undefined when there are none. */
export function isolatedSubnets(
  vpc: ec2.IVpc | undefined,
  selection: ec2.SubnetSelection | undefined,
): { readonly vpc: ec2.IVpc; readonly subnets: ec2.ISubnet[] } | undefined {
  // Of an imported VPC, nobody knows all endpoints.
  if (vpc === undefined || !isOfApp(vpc)) {
    return undefined;
  }
  const chosen = selection?.subnets ?? vpc.selectSubnets(selection).subnets;
  const subnets = chosen.filter((subnet) => vpc.isolatedSubnets.includes(subnet));
  return subnets.length > 0 ? { vpc, subnets } : undefined;
}

/** The services with an endpoint that nodes in subnets of a VPC use. */
export function reachableServices(vpc: ec2.IVpc, subnets: readonly ec2.ISubnet[]): ReadonlySet<string> {
  const services = vpc.node.root.node
    .findAll()
    .filter((construct) => ec2.CfnVPCEndpoint.isCfnVPCEndpoint(construct))
    .filter((endpoint) => isIn(endpoint, vpc) && serves(endpoint, subnets))
    .map((endpoint) => serviceOf(endpoint));
  return new Set(services.filter((service) => service !== undefined));
}

function isOfApp(vpc: ec2.IVpc): boolean {
  const resource = vpc.node.defaultChild;
  return resource !== undefined && ec2.CfnVPC.isCfnVPC(resource);
}

function isIn(endpoint: ec2.CfnVPCEndpoint, vpc: ec2.IVpc): boolean {
  const [reference] = Tokenization.reverseString(endpoint.vpcId).tokens;
  return Reference.isReference(reference) && reference.target === vpc.node.defaultChild;
}

/** Whether nodes find the endpoint: by its DNS names, or a gateway by the route tables of their subnets. */
function serves(
  { vpcEndpointType, privateDnsEnabled, routeTableIds }: ec2.CfnVPCEndpoint,
  subnets: readonly ec2.ISubnet[],
) {
  if (vpcEndpointType === 'Interface') {
    return privateDnsEnabled === true || CDK_TOKENS.isToken(privateDnsEnabled);
  }
  const tables = routeTableIds ?? [];
  return CDK_TOKENS.isToken(tables) || subnets.every(({ routeTable }) => tables.includes(routeTable.routeTableId));
}

/** The end of the name of a service, which starts with a region that may only be known at deployment. */
function serviceOf(endpoint: ec2.CfnVPCEndpoint): string | undefined {
  const name: unknown = Stack.of(endpoint).resolve(endpoint.serviceName);
  if (typeof name === 'string') {
    return /\.amazonaws\.[a-z]+(?:-[a-z]+)+-\d+\.(.+)$/.exec(name)?.[1];
  }
  const { 'Fn::Join': [, parts] = ['', []] } = (name ?? {}) as { readonly 'Fn::Join'?: readonly [string, unknown[]] };
  const last = parts[parts.length - 1];
  return typeof last === 'string' && last.startsWith('.') ? last.slice(1) : undefined;
}
