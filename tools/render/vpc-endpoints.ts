import { NEEDS, VpcEndpoint } from '../schema/load-vpc-endpoints';
import { HEADER, MARKDOWN_HEADER, sourceOf } from './source';

/** What lib/node knows of VPC endpoints. What only workloads can tell is documentation. */
export function renderVpcEndpoints(endpoints: readonly VpcEndpoint[]): string {
  const rows = endpoints
    .filter(({ when }) => when !== 'workloads')
    .map(({ service, platforms, when, purpose }) => `  ${sourceOf({ service, platforms, when, purpose })},\n`);
  return [
    HEADER,
    "\nimport type { VpcEndpointModel } from '../vpc-endpoints';\n",
    '\n/** The VPC endpoints that nodes need in subnets without a route to the internet. */\n',
    'export const VPC_ENDPOINTS: readonly VpcEndpointModel[] = [\n',
    ...rows,
    '];\n',
  ].join('');
}

/** docs/vpc-endpoints.md */
export function renderVpcEndpointsPage(endpoints: readonly VpcEndpoint[]): string {
  const mark = ({ platforms }: VpcEndpoint, platform: string) => (platforms.includes(platform) ? 'yes' : '');
  const rows = endpoints.map(
    (endpoint) =>
      `| [\`${endpoint.service}\`](${endpoint.source}) | ${mark(endpoint, 'eks')} | ${mark(endpoint, 'ecs')} | ${endpoint.purpose} | ${NEEDS[endpoint.when]!} |`,
  );
  return `${MARKDOWN_HEADER}
# VPC endpoints for nodes without a route to the internet

Nodes in isolated subnets reach AWS through VPC endpoints, or not at all. When the VPC is part of the app, node groups and
capacity providers warn of those that are missing, by the id \`cdk-bottlerocket:VpcEndpointMissing\`. With a proxy
(\`NetworkPreset.proxy\`) nothing is missing.

The endpoint of S3 is a gateway; all others are interfaces with private DNS names, and a security group that lets nodes in
on port 443. Each name is preceded by \`com.amazonaws.\` and the region.

| Endpoint | EKS | ECS | For | Looked for |
| -------- | --- | --- | --- | ---------- |
${rows.join('\n')}

What nodes do not reach by endpoints:

- \`updates.bottlerocket.aws\`: updates of the OS. The update operators do nothing without it; replace nodes by those with a
  newer image instead, or let this host through a proxy.
- \`metrics.bottlerocket.aws\`: anonymous figures about boots and updates. Nothing is lost without it; \`metrics.sendMetrics:
  false\` stops the attempts.
- Amazon ECR Public and registries of others: copy images to Amazon ECR, or use a pull through cache. The first pull of an
  image through a cache needs, says AWS, [a route to the
  internet](https://docs.aws.amazon.com/AmazonECR/latest/userguide/vpc-endpoints.html#ecr-vpc-endpoint-considerations): pull
  it once from elsewhere.
- FIPS endpoints of Amazon ECR and Amazon ECS, which [have no VPC
  endpoints](https://github.com/aws/containers-roadmap/issues/1002). \`cdk-bottlerocket:FipsWithoutVpcEndpoint\` warns of
  FIPS nodes in isolated subnets.

The admin and control containers need nothing more: their images are in Amazon ECR, in the region of the node.
`;
}
