import { App, Duration, Size, Stack, StackProps, Validations } from 'aws-cdk-lib';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import {
  BottlerocketCapacityProvider,
  BottlerocketImage,
  BottlerocketSettings,
  EcsImagePullBehavior,
  KernelLockdown,
  NodegroupUpdatePolicy,
} from 'cdk-bottlerocket';
import { Construct } from 'constructs';
import { join } from 'node:path';

/** One settings object for all instances. */
const SETTINGS: BottlerocketSettings = {
  kernel: { lockdown: KernelLockdown.INTEGRITY },
  ecs: {
    loggingDrivers: ['json-file', 'awslogs'],
    imagePullBehavior: EcsImagePullBehavior.PREFER_CACHED,
    containerStopTimeout: '2m',
    enableContainerMetadata: true,
    reservedMemory: 256,
  },
};

/** All instances run the release in this file: what changes them is a change in version control. */
const IMAGE = BottlerocketImage.fromLock({ path: join(__dirname, 'bottlerocket.lock.json') });

export class DemoStack extends Stack {
  public constructor(scope: Construct, id: string, props?: StackProps) {
    super(scope, id, props);

    const vpc = new ec2.Vpc(this, 'Vpc', { maxAzs: 2, flowLogs: { All: {} } });
    const cluster = new ecs.Cluster(this, 'Cluster', { vpc, containerInsightsV2: ecs.ContainerInsights.ENABLED });

    // On-Demand, for all that names no capacity provider. A new release or setting replaces the instances one by one,
    // and ECS moves their tasks first.
    const general = new BottlerocketCapacityProvider(this, 'General', {
      cluster,
      instanceTypes: [new ec2.InstanceType('m7i.large')],
      image: IMAGE,
      settings: SETTINGS,
      minSize: 2,
      maxSize: 6,
      targetCapacityPercent: 90,
      detailedMonitoring: true,
      defaultCapacityProvider: true,
      updatePolicy: NodegroupUpdatePolicy.instanceRefresh({ minHealthyPercentage: 100, maxHealthyPercentage: 150 }),
    });

    // One On-Demand Instance for three Spot Instances, which are drained when EC2 takes them back.
    const batch = new BottlerocketCapacityProvider(this, 'Batch', {
      cluster,
      instanceTypes: ['m7i.xlarge', 'm6i.xlarge', 'm5.xlarge'].map((type) => new ec2.InstanceType(type)),
      instancesDistribution: { onDemandPercentageAboveBaseCapacity: 25 },
      image: IMAGE,
      settings: { ...SETTINGS, ecs: { ...SETTINGS.ecs, instanceAttributes: { pool: 'batch' } } },
      minSize: 0,
      maxSize: 20,
      instanceWarmupPeriod: Duration.minutes(2),
      dataVolume: { size: Size.gibibytes(50) },
      detailedMonitoring: true,
    });

    const taskDefinition = new ecs.Ec2TaskDefinition(this, 'Task', { networkMode: ecs.NetworkMode.AWS_VPC });
    taskDefinition.addContainer('Web', {
      image: ecs.ContainerImage.fromRegistry('public.ecr.aws/nginx/nginx:stable'),
      memoryReservationMiB: 128,
      logging: ecs.LogDrivers.awsLogs({ streamPrefix: 'web' }),
    });
    new ecs.Ec2Service(this, 'Service', {
      cluster,
      taskDefinition,
      minHealthyPercent: 100,
      circuitBreaker: { rollback: true },
      capacityProviderStrategies: [
        { capacityProvider: general.capacityProviderName, base: 2, weight: 1 },
        { capacityProvider: batch.capacityProviderName, weight: 3 },
      ],
    });

    acknowledgeFindings(this, batch);
    acknowledgeRole(this, cluster);
  }
}

/** For checks with cdk-nag: the findings that are meant to be, with the reason. */
function acknowledgeFindings(stack: Stack, mixed: BottlerocketCapacityProvider): void {
  Validations.of(stack).acknowledge({
    id: 'AwsSolutions-AS3',
    reason: 'Nobody has to act on a message for each instance that comes or goes.',
  });
  Validations.of(stack).acknowledge({
    id: 'AwsSolutions-ECS2',
    reason: 'The only variable is the region, from aws-cdk-lib, and no secret.',
  });
  Validations.of(mixed).acknowledge({
    id: 'AwsSolutions-EC26',
    reason: 'cdk-nag does not find the launch template of several instance types. Both of its volumes are encrypted.',
  });
}

function acknowledgeRole(stack: Stack, cluster: ecs.Cluster): void {
  const { logicalId } = cluster.node.defaultChild as ecs.CfnCluster;
  const clusterId = stack.resolve(logicalId) as string;
  const ofCluster = (resource: string) =>
    `AwsSolutions-IAM5[Resource::arn:<AWS::Partition>:ecs:<AWS::Region>:<AWS::AccountId>:${resource}/<${clusterId}>/*]`;
  // Validations.acknowledge refuses ids with ARNs in them before aws-cdk-lib 2.262; this is what it writes.
  stack.node.addMetadata(Validations.ACKNOWLEDGED_RULES_METADATA_KEY, {
    'AwsSolutions-IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/AmazonEC2ContainerRegistryPullOnly]':
      'Instances pull images, their own host containers too, from any repository they may.',
    'AwsSolutions-IAM5[Resource::*]': 'Finding the endpoint of ECS has no resource-level permissions.',
    [ofCluster('container-instance')]: 'Instances of this cluster only; an instance has no id before it joins.',
    [ofCluster('task')]: 'Tasks of this cluster only; their ids are random.',
  });
}

const app = new App();
new DemoStack(app, 'BottlerocketDemo');
