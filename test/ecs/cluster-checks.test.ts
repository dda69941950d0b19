import { App, Duration, Stack, Stage } from 'aws-cdk-lib';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as events from 'aws-cdk-lib/aws-events';
import * as targets from 'aws-cdk-lib/aws-events-targets';
import * as scheduler from 'aws-cdk-lib/aws-scheduler';
import * as schedulerTargets from 'aws-cdk-lib/aws-scheduler-targets';
import { Construct } from 'constructs';
import { BottlerocketEcsUpdater } from '../../lib';
import {
  capacity,
  clusterFixture,
  errorsOf,
  managedInstances,
  updaterFixture,
  warningsOf,
} from '../helpers/ecs-updater';

/** An updater with capacity attached. */
function complete() {
  const fixture = updaterFixture();
  fixture.updater.attach(capacity(fixture));
  return fixture;
}

describe('capacity', () => {
  test('that is not attached at all is worth a warning', () => {
    expect(warningsOf(updaterFixture())).toEqual(['NoCapacityAttached']);
  });

  const bottlerocket = { machineImageType: ecs.MachineImageType.BOTTLEROCKET };

  test('of the cluster that runs Bottlerocket and is forgotten is worth a warning', () => {
    const { stack, vpc, cluster } = updaterFixture();
    const autoScalingGroup = capacity({ stack, vpc });
    cluster.addAsgCapacityProvider(
      new ecs.AsgCapacityProvider(stack, 'Provider', { autoScalingGroup, ...bottlerocket }),
    );
    expect(warningsOf({ stack })).toEqual(['CapacityNotAttached']);
  });

  test('that is attached is not taken for forgotten', () => {
    const { stack, vpc, cluster, updater } = updaterFixture();
    const autoScalingGroup = capacity({ stack, vpc });
    cluster.addAsgCapacityProvider(
      new ecs.AsgCapacityProvider(stack, 'Provider', { autoScalingGroup, ...bottlerocket }),
    );
    updater.attach(autoScalingGroup);
    expect(warningsOf({ stack })).toEqual([]);
  });

  test('that was added to the cluster without a capacity provider is found too', () => {
    const { stack, cluster } = updaterFixture();
    const image = { machineImage: new ecs.BottleRocketImage({ variant: ecs.BottlerocketEcsVariant.AWS_ECS_2 }) };
    cluster.addCapacity('Capacity', { instanceType: new ec2.InstanceType('m7i.large'), ...image });
    expect(warningsOf({ stack })).toEqual(['CapacityNotAttached']);
  });

  test('with another OS is left alone', () => {
    const fixture = complete();
    fixture.cluster.addCapacity('Amazon', { instanceType: new ec2.InstanceType('m7i.large') });
    expect(warningsOf(fixture)).toEqual([]);
  });

  test('of another cluster is left alone', () => {
    const fixture = complete();
    const cluster = new ecs.Cluster(fixture.stack, 'Other', { vpc: fixture.vpc });
    const machineImage = new ecs.BottleRocketImage({ variant: ecs.BottlerocketEcsVariant.AWS_ECS_2 });
    cluster.addCapacity('Capacity', { instanceType: new ec2.InstanceType('m7i.large'), machineImage });
    expect(warningsOf(fixture)).toEqual([]);
  });
});

describe('ECS Managed Instances', () => {
  test('as the only capacity are refused', () => {
    const fixture = updaterFixture();
    fixture.cluster.addManagedInstancesCapacityProvider(managedInstances(fixture));
    expect(errorsOf(fixture)).toEqual(['ManagedInstances']);
  });

  test('beside attached capacity are worth a warning', () => {
    const fixture = complete();
    fixture.cluster.addManagedInstancesCapacityProvider(managedInstances(fixture));
    expect(warningsOf(fixture)).toEqual(['ManagedInstancesInCluster']);
  });

  test('of CloudFormation are found by the name of the cluster', () => {
    const { stack, vpc } = clusterFixture();
    const cluster = ecs.Cluster.fromClusterAttributes(stack, 'Imported', { clusterName: 'prod', vpc });
    new BottlerocketEcsUpdater(stack, 'Updater', { cluster });
    managedProvider(stack, 'prod');
    expect(errorsOf({ stack })).toEqual(['ManagedInstances']);
  });

  test('of another cluster are left alone', () => {
    const fixture = complete();
    managedProvider(fixture.stack, 'other');
    expect(warningsOf(fixture)).toEqual([]);
  });

  function managedProvider(stack: Stack, clusterName: string): void {
    new ecs.CfnCapacityProvider(stack, 'Managed', {
      clusterName,
      managedInstancesProvider: {
        infrastructureRoleArn: 'arn:aws:iam::123456789012:role/infrastructure',
        instanceLaunchTemplate: {
          ec2InstanceProfileArn: 'arn:aws:iam::123456789012:instance-profile/instances',
          networkConfiguration: { subnets: ['subnet-0123456789abcdef0'], securityGroups: ['sg-0123456789abcdef0'] },
        },
      },
    });
  }
});

describe('tasks that do not belong to a service', () => {
  const every = { schedule: events.Schedule.rate(Duration.hours(1)) };
  const ec2Task = (stack: Stack) => {
    const taskDefinition = new ecs.Ec2TaskDefinition(stack, 'Task');
    taskDefinition.addContainer('Main', { image: ecs.ContainerImage.fromRegistry('busybox'), memoryLimitMiB: 64 });
    return taskDefinition;
  };
  const fargateTask = (stack: Stack) => {
    const taskDefinition = new ecs.FargateTaskDefinition(stack, 'Task');
    taskDefinition.addContainer('Main', { image: ecs.ContainerImage.fromRegistry('busybox') });
    return taskDefinition;
  };

  test('run by a rule are worth a warning', () => {
    const fixture = complete();
    const { stack, cluster } = fixture;
    const target = new targets.EcsTask({ cluster, taskDefinition: ec2Task(stack) });
    new events.Rule(stack, 'Rule', { ...every, targets: [target] });
    expect(warningsOf(fixture)).toEqual(['StandaloneTasks']);
  });

  test('run by a schedule are worth a warning', () => {
    const fixture = complete();
    const { stack, cluster } = fixture;
    new scheduler.Schedule(stack, 'Schedule', {
      schedule: scheduler.ScheduleExpression.rate(Duration.hours(1)),
      target: new schedulerTargets.EcsRunEc2Task(cluster, { taskDefinition: ec2Task(stack) }),
    });
    expect(warningsOf(fixture)).toEqual(['StandaloneTasks']);
  });

  test('run from another stack are worth a warning', () => {
    const fixture = complete();
    const other = new Stack(fixture.stack.node.root, 'Other');
    const target = new targets.EcsTask({ cluster: fixture.cluster, taskDefinition: ec2Task(other) });
    new events.Rule(other, 'Rule', { ...every, targets: [target] });
    expect(warningsOf(fixture)).toEqual(['StandaloneTasks']);
  });

  test('are left alone on Fargate', () => {
    const fixture = complete();
    const { stack, cluster } = fixture;
    const target = new targets.EcsTask({ cluster, taskDefinition: fargateTask(stack) });
    new events.Rule(stack, 'Rule', { ...every, targets: [target] });
    expect(warningsOf(fixture)).toEqual([]);
  });

  test('are left alone with a capacity provider of Fargate', () => {
    const fixture = complete();
    new events.CfnRule(fixture.stack, 'Rule', {
      scheduleExpression: 'rate(1 hour)',
      targets: [
        {
          id: 'Task',
          arn: fixture.cluster.clusterArn,
          ecsParameters: {
            taskDefinitionArn: 'arn:aws:ecs:eu-west-1:123456789012:task-definition/task:1',
            capacityProviderStrategy: [{ capacityProvider: 'FARGATE_SPOT' }],
          },
        },
      ],
    });
    expect(warningsOf(fixture)).toEqual([]);
  });

  test('are left alone in another cluster', () => {
    const fixture = complete();
    const { stack, vpc } = fixture;
    const cluster = new ecs.Cluster(stack, 'Other', { vpc });
    const target = new targets.EcsTask({ cluster, taskDefinition: ec2Task(stack) });
    new events.Rule(stack, 'Rule', { ...every, targets: [target] });
    expect(warningsOf(fixture)).toEqual([]);
  });
});

describe('a second updater', () => {
  test('of the same cluster is refused', () => {
    const fixture = complete();
    new BottlerocketEcsUpdater(fixture.stack, 'Second', { cluster: fixture.cluster });
    expect(errorsOf(fixture)).toEqual(['SecondUpdater', 'SecondUpdater']);
  });

  test('of another cluster is fine', () => {
    const fixture = complete();
    const { stack, vpc } = fixture;
    const cluster = new ecs.Cluster(stack, 'Other', { vpc });
    new BottlerocketEcsUpdater(stack, 'Second', { cluster });
    expect(errorsOf(fixture)).toEqual([]);
  });

  const inRegion = (scope: Construct, region: string) => {
    const stack = new Stack(scope, 'Stack', { env: { account: '123456789012', region } });
    const vpc = new ec2.Vpc(stack, 'Vpc', { maxAzs: 2 });
    const cluster = ecs.Cluster.fromClusterAttributes(stack, 'Cluster', { clusterName: 'prod', vpc });
    return { stack, cluster, updater: new BottlerocketEcsUpdater(stack, 'Updater', { cluster }) };
  };

  test('of a cluster with the same name in another region or stage is fine', () => {
    const app = new App();
    const stages = ['Beta', 'Gamma'].map((name) => new Stage(app, name));
    const regions = ['eu-west-1', 'eu-central-1'].map((region) => inRegion(new Construct(stages[0]!, region), region));
    const all = [...regions, inRegion(stages[1]!, 'eu-west-1')];
    expect(all.flatMap(errorsOf)).toEqual([]);
  });

  test('of a cluster that is imported twice is refused', () => {
    const fixture = inRegion(new App(), 'eu-west-1');
    const { stack, cluster } = fixture;
    const again = ecs.Cluster.fromClusterAttributes(stack, 'Again', { clusterName: 'prod', vpc: cluster.vpc });
    new BottlerocketEcsUpdater(stack, 'Second', { cluster: again });
    expect(errorsOf(fixture)).toEqual(['SecondUpdater', 'SecondUpdater']);
  });
});
