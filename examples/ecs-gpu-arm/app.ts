import { App, Stack, StackProps, Validations } from 'aws-cdk-lib';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import { BottlerocketCapacityProvider, BottlerocketImage, NodegroupCapacityType } from 'cdk-bottlerocket';
import { Construct } from 'constructs';
import { join } from 'node:path';

/** All instances run the release in this file: what changes them is a change in version control. */
const IMAGE = BottlerocketImage.fromLock({ path: join(__dirname, 'bottlerocket.lock.json') });

export class DemoStack extends Stack {
  public constructor(scope: Construct, id: string, props?: StackProps) {
    super(scope, id, props);

    const vpc = new ec2.Vpc(this, 'Vpc', { maxAzs: 2, flowLogs: { All: {} } });
    const cluster = new ecs.Cluster(this, 'Cluster', { vpc, containerInsightsV2: ecs.ContainerInsights.ENABLED });
    const types = (...names: string[]) => names.map((name) => new ec2.InstanceType(name));
    const common = { cluster, image: IMAGE, detailedMonitoring: true, maxSize: 4 };

    // NVIDIA GPUs, on x86: the image has the driver. Nothing runs while no task asks for a GPU.
    const gpu = new BottlerocketCapacityProvider(this, 'Gpu', {
      ...common,
      instanceTypes: types('g5.xlarge'),
      minSize: 0,
    });

    // NVIDIA GPUs on Arm.
    new BottlerocketCapacityProvider(this, 'GpuArm', { ...common, instanceTypes: types('g5g.xlarge'), minSize: 0 });

    // Arm, as Spot Instances of whatever type is to be had.
    const arm = new BottlerocketCapacityProvider(this, 'Arm', {
      ...common,
      instanceTypes: types('c7g.large', 'c8g.large', 'm7g.large'),
      capacityType: NodegroupCapacityType.SPOT,
    });

    const taskDefinition = new ecs.Ec2TaskDefinition(this, 'Task', { networkMode: ecs.NetworkMode.AWS_VPC });
    taskDefinition.addContainer('Cuda', {
      image: ecs.ContainerImage.fromRegistry('public.ecr.aws/amazonlinux/amazonlinux:2023'),
      command: ['nvidia-smi', '--loop=60'],
      memoryReservationMiB: 512,
      // The GPU of the instance is for this container alone.
      gpuCount: 1,
      logging: ecs.LogDrivers.awsLogs({ streamPrefix: 'cuda' }),
    });
    new ecs.Ec2Service(this, 'Service', {
      cluster,
      taskDefinition,
      desiredCount: 1,
      minHealthyPercent: 0,
      capacityProviderStrategies: [{ capacityProvider: gpu.capacityProviderName, weight: 1 }],
    });

    acknowledgeFindings(this, arm);
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
