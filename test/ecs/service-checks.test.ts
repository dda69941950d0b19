import { Stack } from 'aws-cdk-lib';
import { Annotations, Match } from 'aws-cdk-lib/assertions';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import { CapacityOptions, capacityProvider } from '../helpers/ecs-capacity';

type Fixture = ReturnType<typeof capacityProvider>;
type ServiceOptions = Partial<ecs.Ec2ServiceProps>;

/** Codes of the warnings about a capacity provider, beside a service. */
function warnings(
  makeService: (fixture: Fixture) => ServiceOptions,
  options: CapacityOptions = {},
  cluster?: (fixture: Fixture) => ecs.Cluster,
): string[] {
  const fixture = capacityProvider(options);
  const { stack } = fixture;
  fixture.cluster.addDefaultCloudMapNamespace({ name: 'demo', useForServiceConnect: true });
  const taskDefinition = new ecs.Ec2TaskDefinition(stack, 'Task', { networkMode: ecs.NetworkMode.AWS_VPC });
  taskDefinition.addContainer('Web', {
    image: ecs.ContainerImage.fromRegistry('nginx'),
    memoryLimitMiB: 64,
    portMappings: [{ name: 'web', containerPort: 80 }],
  });
  new ecs.Ec2Service(stack, 'Service', {
    cluster: cluster?.(fixture) ?? fixture.cluster,
    taskDefinition,
    minHealthyPercent: 100,
    ...makeService(fixture),
  });
  return warningsIn(stack);
}

function warningsIn(stack: Stack): string[] {
  const found = Annotations.fromStack(stack).findWarning('/Stack/Capacity', Match.stringLikeRegexp('ServiceConnect'));
  return found.map(({ entry }) => /\[(\w+)\]/.exec(entry.data as string)![1]!);
}

const serviceConnectConfiguration = { namespace: 'demo', services: [{ portMappingName: 'web' }] };
const ours = ({ provider }: Fixture) => [{ capacityProvider: provider.capacityProviderName, weight: 1 }];
const FOUND = ['ServiceConnectNotSupported'];

describe('a service with Service Connect', () => {
  test('on this capacity provider is worth a warning', () => {
    expect(warnings((it) => ({ serviceConnectConfiguration, capacityProviderStrategies: ours(it) }))).toEqual(FOUND);
  });

  // aws-cdk-lib leaves the launch type out where there are strategies, even none.
  const byDefault = { serviceConnectConfiguration, capacityProviderStrategies: [] };

  test('that takes the default of the cluster is, if this is the default', () => {
    expect(warnings(() => byDefault, { defaultCapacityProvider: true })).toEqual(FOUND);
    expect(warnings(() => byDefault)).toEqual([]);
  });

  test('that takes a default which the cluster is given later is, too', () => {
    const late = (fixture: Fixture) => {
      fixture.cluster.addDefaultCapacityProviderStrategy(ours(fixture));
      return byDefault;
    };
    expect(warnings(late)).toEqual(FOUND);
  });

  test('with the launch type EC2 in the cluster is, too', () => {
    expect(warnings(() => ({ serviceConnectConfiguration }))).toEqual(FOUND);
  });

  test('on other capacity, or in another cluster, is not', () => {
    const elsewhere = [{ capacityProvider: 'elsewhere', weight: 1 }];
    expect(warnings(() => ({ serviceConnectConfiguration, capacityProviderStrategies: elsewhere }))).toEqual([]);
    const other = ({ stack, vpc }: Fixture) => {
      const cluster = new ecs.Cluster(stack, 'Other', { vpc });
      cluster.addCapacity('Amazon', { instanceType: new ec2.InstanceType('m7i.large') });
      return cluster;
    };
    expect(warnings(() => ({ serviceConnectConfiguration }), {}, other)).toEqual([]);
  });
});

test('a service without Service Connect is not', () => {
  expect(warnings((it) => ({ capacityProviderStrategies: ours(it) }))).toEqual([]);
});
