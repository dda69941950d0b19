import { App, Size, Stack, StackProps, Validations } from 'aws-cdk-lib';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as eks from 'aws-cdk-lib/aws-eks-v2';
import { BottlerocketImage, BottlerocketManagedNodegroup, BottlerocketSettings, NvidiaPreset } from 'cdk-bottlerocket';
import { Construct } from 'constructs';
import { join } from 'node:path';

/** One settings object for all nodes, whatever they run on. */
const SETTINGS: BottlerocketSettings = {
  motd: 'Nodes of the demo cluster',
  kernel: {
    sysctl: { 'net.core.somaxconn': '4096' },
  },
  kubernetes: {
    maxPods: 58,
    kubeReserved: { cpu: '100m', memory: '512Mi', ephemeralStorage: '1Gi' },
    evictionHard: {
      memoryAvailable: '5%',
      nodefsAvailable: '10%',
      nodefsInodesFree: '5%',
      imagefsAvailable: '15%',
    },
    imageGcHighThresholdPercent: 80,
    imageGcLowThresholdPercent: 70,
    nodeLabels: { 'example.com/os': 'bottlerocket' },
  },
};

/** All nodes run the release in this file: what changes them is a change in version control. */
const IMAGE = BottlerocketImage.fromLock({ path: join(__dirname, 'bottlerocket.lock.json') });

export class DemoStack extends Stack {
  public constructor(scope: Construct, id: string, props?: StackProps) {
    super(scope, id, props);

    const vpc = new ec2.Vpc(this, 'Vpc', { maxAzs: 2, flowLogs: { All: {} } });
    const cluster = new eks.Cluster(this, 'Cluster', {
      version: eks.KubernetesVersion.V1_35,
      vpc,
      defaultCapacityType: eks.DefaultCapacityType.NODEGROUP,
      defaultCapacity: 0,
      endpointAccess: eks.EndpointAccess.PRIVATE,
      clusterLogging: [
        eks.ClusterLoggingTypes.API,
        eks.ClusterLoggingTypes.AUDIT,
        eks.ClusterLoggingTypes.AUTHENTICATOR,
        eks.ClusterLoggingTypes.CONTROLLER_MANAGER,
        eks.ClusterLoggingTypes.SCHEDULER,
      ],
    });

    // The image follows from the instance types: x86 here, ...
    new BottlerocketManagedNodegroup(this, 'General', {
      cluster,
      instanceTypes: [new ec2.InstanceType('m7i.large'), new ec2.InstanceType('m6i.large')],
      image: IMAGE,
      settings: SETTINGS,
      minSize: 2,
      maxSize: 6,
    });

    // ... Arm here, ...
    new BottlerocketManagedNodegroup(this, 'Arm', {
      cluster,
      instanceTypes: [new ec2.InstanceType('m8g.large')],
      image: IMAGE,
      settings: SETTINGS,
      minSize: 1,
      maxSize: 6,
      labels: { 'example.com/pool': 'arm' },
    });

    // ... and here x86 with the NVIDIA drivers and the device plugin.
    new BottlerocketManagedNodegroup(this, 'Gpu', {
      cluster,
      instanceTypes: [new ec2.InstanceType('g6.xlarge'), new ec2.InstanceType('g5.xlarge')],
      image: IMAGE,
      settings: SETTINGS,
      minSize: 0,
      maxSize: 4,
      desiredSize: 1,
      // Keeps pods without a GPU off the nodes that have one.
      acceleratorTaint: true,
      // Four pods take turns on each GPU.
      presets: [NvidiaPreset.timeSlicing({ replicas: 4 })],
      // Images for GPUs are large; this is the volume they are unpacked to.
      dataVolume: { size: Size.gibibytes(100) },
    });

    acknowledgeManagedPolicies(this);
  }
}

/** For checks with cdk-nag: the findings that are meant to be, with the reason. */
function acknowledgeManagedPolicies(stack: Stack): void {
  const reasons = {
    AmazonEKSClusterPolicy: 'The policy that EKS documents for clusters.',
    AmazonEKSWorkerNodePolicy: 'The policy that EKS documents for nodes.',
    AmazonEC2ContainerRegistryPullOnly:
      'Nodes pull images, their own host containers too, from any repository they may.',
    AmazonEKS_CNI_Policy: 'The network plugin uses the role of the nodes in this small example.',
  };
  // Validations.acknowledge refuses ids with ARNs in them before aws-cdk-lib 2.262; this is what it writes.
  const acknowledged = Object.entries(reasons).map(([policy, reason]) => [
    `AwsSolutions-IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/${policy}]`,
    `${reason} AWS keeps it up to date.`,
  ]);
  stack.node.addMetadata(Validations.ACKNOWLEDGED_RULES_METADATA_KEY, Object.fromEntries(acknowledged));
}

const app = new App();
new DemoStack(app, 'BottlerocketDemo');
