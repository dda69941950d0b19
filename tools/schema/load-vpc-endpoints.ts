import { Mapping } from './read';

/** A VPC endpoint that nodes may need. */
export interface VpcEndpoint {
  /** The end of the name of the service, such as ecr.api. */
  readonly service: string;
  readonly platforms: readonly string[];
  readonly when: string;
  readonly purpose: string;
  readonly source: string;
}

const PLATFORMS = ['eks', 'ecs'];

/** When a node needs an endpoint, and how documentation says it. */
export const NEEDS: Readonly<Record<string, string>> = {
  always: 'always',
  ssmAccess: 'with `ssmAccess`, unless the control container is off',
  signals: 'with `signals`',
  clusterDnsIp: 'for self-managed nodes, when neither the service CIDR of the cluster nor `clusterDnsIp` is known',
  podIdentity: 'when the app has associations of EKS Pod Identity',
  serviceAccounts: 'when the cluster has an OIDC provider',
  loadBalancers: 'when the cluster has an `albController`',
  workloads: 'not looked for: only workloads can tell',
};

/** Reads schema/vpc-endpoints.yaml. */
export function loadVpcEndpoints(file: string): VpcEndpoint[] {
  const data = Mapping.ofFile(file);
  const services = data.keys;
  if (services.join() !== [...services].sort().join()) {
    throw new Error(`${file}: services are not in alphabetical order`);
  }
  return services.map((service) => {
    const endpoint = data.mapping(service);
    const result = {
      service,
      platforms: endpoint.strings('platforms'),
      when: endpoint.oneOf('when', Object.keys(NEEDS)),
      purpose: endpoint.string('purpose'),
      source: endpoint.string('source'),
    };
    endpoint.done();
    const unknown = result.platforms.find((platform) => !PLATFORMS.includes(platform));
    if (unknown !== undefined) {
      throw new Error(`${endpoint.where}.platforms: unknown platform ${unknown}`);
    }
    return result;
  });
}
