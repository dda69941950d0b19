import { Stack } from 'aws-cdk-lib';
import { Annotations, Match, Template } from 'aws-cdk-lib/assertions';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import { CapacityOptions, capacityProvider, importedCluster } from '../helpers/ecs-capacity';
import { clusterFixture } from '../helpers/ecs-updater';
import { onlyResource, resourcesOf, statementsOf } from '../helpers/readable';
import { types, userDataIn } from '../helpers/self-managed';

interface TaskOptions {
  readonly container?: Partial<ecs.ContainerDefinitionOptions>;
  readonly service?: Partial<ecs.Ec2ServiceProps>;
}

/** A service on the capacity provider, as users write it. */
function service({ container, service: options }: TaskOptions, capacity: CapacityOptions = {}, imported = false) {
  const fixture = capacityProvider(capacity, imported ? importedCluster() : clusterFixture());
  const { stack, cluster, provider } = fixture;
  const taskDefinition = new ecs.Ec2TaskDefinition(stack, 'Task', { networkMode: ecs.NetworkMode.AWS_VPC });
  const image = ecs.ContainerImage.fromRegistry('nginx');
  taskDefinition.addContainer('Main', { image, memoryLimitMiB: 64, ...container });
  new ecs.Ec2Service(stack, 'Service', {
    cluster,
    taskDefinition,
    minHealthyPercent: 100,
    capacityProviderStrategies: [{ capacityProvider: provider.capacityProviderName, weight: 1 }],
    ...options,
  });
  return fixture;
}

const userDataOf = ({ stack }: { readonly stack: Stack }) => userDataIn(stack);

describe('a service', () => {
  test.each([
    ['of the app', false],
    ['that is imported', true],
  ])('in a cluster %s runs on the capacity provider', (_, imported) => {
    const { stack } = service({}, { otherCapacityProviders: imported ? [] : undefined }, imported);
    const { CapacityProviderStrategy, LaunchType } = onlyResource(stack, 'AWS::ECS::Service');
    const [name] = Object.keys(resourcesOf(stack, 'AWS::ECS::CapacityProvider'));
    expect(CapacityProviderStrategy).toEqual([{ CapacityProvider: `<${name}>`, Weight: 1 }]);
    expect(LaunchType).toBeUndefined();
    expect(onlyResource(stack, 'AWS::ECS::ClusterCapacityProviderAssociations').CapacityProviders).toEqual([
      `<${name}>`,
    ]);
  });

  test('that is only told of the cluster by addAsgCapacityProvider finds the same instances', () => {
    const { stack, cluster, provider } = service({});
    const before = Template.fromStack(stack).toJSON();
    const again = service({});
    again.cluster.addAsgCapacityProvider(again.provider.asgCapacityProvider, { spotInstanceDraining: true });
    expect(Template.fromStack(again.stack).toJSON()).toEqual(before);
    expect(cluster.hasEc2Capacity).toBe(true);
    expect(cluster.capacityProviderNames).toEqual([provider.capacityProviderName]);
  });

  test('is not warned about', () => {
    const { stack } = service({ service: { enableExecuteCommand: true } });
    expect(Annotations.fromStack(stack).findWarning('*', Match.stringLikeRegexp('bottlerocket'))).toEqual([]);
  });
});

describe('ECS Exec', () => {
  test('has its rights in the role of the task, and needs none in that of the instance', () => {
    const { stack } = service({ service: { enableExecuteCommand: true } });
    expect(onlyResource(stack, 'AWS::ECS::Service').EnableExecuteCommand).toBe(true);
    const actions = (policy: string) => JSON.stringify(statementsOf(stack, policy).map(({ Action }) => Action));
    expect(actions('TaskTaskRole')).toContain('ssmmessages:OpenDataChannel');
    expect(actions('CapacityInstanceRole')).not.toMatch(/ssm|logs/);
  });

  test('needs no setting of the instance', () => {
    expect(userDataOf(service({ service: { enableExecuteCommand: true } }))).toBe(userDataOf(service({})));
  });
});

test('an instance attribute is what placement constraints ask for', () => {
  const placementConstraints = [ecs.PlacementConstraint.memberOf('attribute:pool == batch')];
  const instanceAttributes = { pool: 'batch', 'com.example/tier': 'web' };
  const fixture = service({ service: { placementConstraints } }, { settings: { ecs: { instanceAttributes } } });
  expect(userDataOf(fixture)).toMatch(
    /\[settings\.ecs\.instance-attributes\]\n"?com\.example\/tier"? = "web"\n"?pool"? = "batch"/,
  );
  expect(onlyResource(fixture.stack, 'AWS::ECS::Service').PlacementConstraints).toEqual([
    { Expression: 'attribute:pool == batch', Type: 'memberOf' },
  ]);
});

describe('a task with GPUs', () => {
  const container = { gpuCount: 1 };

  test('finds them on instances with NVIDIA GPUs, whose image has the driver', () => {
    const { stack } = service({ container }, { instanceTypes: types('g5.xlarge') });
    expect(onlyResource(stack, 'AWS::ECS::TaskDefinition').ContainerDefinitions).toMatchObject([
      { ResourceRequirements: [{ Type: 'GPU', Value: '1' }] },
    ]);
    expect(JSON.stringify(Template.fromStack(stack).toJSON())).toContain('aws-ecs-2-nvidia');
  });

  test('needs no setting of the instance', () => {
    expect(userDataOf(service({ container }, { instanceTypes: types('g5.xlarge') }))).toBe(userDataOf(service({})));
  });
});

test('log drivers of tasks write by the execution role, so that the instance needs no rights for them', () => {
  const { stack } = service(
    { container: { logging: ecs.LogDrivers.awsLogs({ streamPrefix: 'main' }) } },
    { settings: { ecs: { loggingDrivers: ['awslogs'] } } },
  );
  expect(JSON.stringify(statementsOf(stack, 'TaskExecutionRole'))).toContain('logs:PutLogEvents');
  expect(JSON.stringify(statementsOf(stack, 'CapacityInstanceRole'))).not.toContain('logs:');
});
