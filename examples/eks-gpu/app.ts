import { App, Size, Stack, StackProps, Validations } from 'aws-cdk-lib';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as eks from 'aws-cdk-lib/aws-eks-v2';
import {
  BottlerocketImage,
  BottlerocketManagedNodegroup,
  BottlerocketSelfManagedNodegroup,
  BottlerocketSettings,
  InstanceStorePreset,
  NodegroupUpdateStrategy,
  NvidiaPreset,
} from 'cdk-bottlerocket';
import { Construct } from 'constructs';
import { join } from 'node:path';

/** All nodes run the release in this file: what changes them is a change in version control. */
const IMAGE = BottlerocketImage.fromLock({ path: join(__dirname, 'bottlerocket.lock.json') });

/** Images are large here: the kubelet removes those that nobody uses earlier than it would. */
const SETTINGS: BottlerocketSettings = {
  kubernetes: { imageGcHighThresholdPercent: 70, imageGcLowThresholdPercent: 50 },
};

/** What all groups here have in common: no node until a pod asks for one, and no pods that ask for no accelerator. */
const ACCELERATED = { image: IMAGE, settings: SETTINGS, minSize: 0, acceleratorTaint: true };

export class DemoStack extends Stack {
  public constructor(scope: Construct, id: string, props?: StackProps) {
    super(scope, id, props);

    const vpc = new ec2.Vpc(this, 'Vpc', { maxAzs: 2, flowLogs: { All: {} } });
    const cluster = new eks.Cluster(this, 'Cluster', {
      version: eks.KubernetesVersion.V1_35,
      vpc,
      defaultCapacityType: eks.DefaultCapacityType.NODEGROUP,
      defaultCapacity: 0,
      serviceIpv4Cidr: '10.100.0.0/16',
      endpointAccess: eks.EndpointAccess.PRIVATE,
      clusterLogging: [
        eks.ClusterLoggingTypes.API,
        eks.ClusterLoggingTypes.AUDIT,
        eks.ClusterLoggingTypes.AUTHENTICATOR,
        eks.ClusterLoggingTypes.CONTROLLER_MANAGER,
        eks.ClusterLoggingTypes.SCHEDULER,
      ],
    });

    // Notebooks: four pods take turns on a small GPU. They ask for nvidia.com/gpu.shared.
    new BottlerocketManagedNodegroup(this, 'Notebooks', {
      cluster,
      ...ACCELERATED,
      instanceTypes: [new ec2.InstanceType('g6.xlarge'), new ec2.InstanceType('g5.xlarge')],
      desiredSize: 0,
      maxSize: 4,
      presets: [NvidiaPreset.timeSlicing({ replicas: 4 })],
      // Images for GPUs are large; this is the volume they are unpacked to.
      dataVolume: { size: Size.gibibytes(200), iops: 6000, throughput: 600 },
    });

    // Inference: large GPUs in parts that are kept apart, seven of each. Whichever of the two types a node is, its own
    // profile holds.
    new BottlerocketManagedNodegroup(this, 'Inference', {
      cluster,
      ...ACCELERATED,
      instanceTypes: [new ec2.InstanceType('p4d.24xlarge'), new ec2.InstanceType('p4de.24xlarge')],
      desiredSize: 0,
      maxSize: 2,
      presets: [
        NvidiaPreset.mig({ profiles: { 'a100.40gb': '1g.5gb', 'a100.80gb': '1g.10gb' } }),
        // Eight disks come with each instance: images and what pods write go there.
        InstanceStorePreset.raid0(),
      ],
      // There is no capacity for a node more than there are.
      updateStrategy: NodegroupUpdateStrategy.MINIMAL,
    });

    // Training: nodes that talk to one another by Elastic Fabric Adapter, close together in one Availability Zone.
    new BottlerocketSelfManagedNodegroup(this, 'Training', {
      cluster,
      ...ACCELERATED,
      instanceTypes: [new ec2.InstanceType('p4d.24xlarge')],
      maxSize: 4,
      subnets: { subnets: [vpc.privateSubnets[0]!] },
      efa: { hugePages: 5128 },
      presets: [InstanceStorePreset.raid0()],
    });

    // AWS Inferentia: another accelerator, another image, and nothing else that differs.
    new BottlerocketManagedNodegroup(this, 'Neuron', {
      cluster,
      ...ACCELERATED,
      instanceTypes: [new ec2.InstanceType('inf2.xlarge')],
      desiredSize: 0,
      maxSize: 4,
      dataVolume: { size: Size.gibibytes(100) },
    });

    acknowledgeFindings(this);
  }
}

/** For checks with cdk-nag: the findings that are meant to be, with the reason. */
function acknowledgeFindings(stack: Stack): void {
  const policies = {
    AmazonEKSClusterPolicy: 'The policy that EKS documents for clusters.',
    AmazonEKSWorkerNodePolicy: 'The policy that EKS documents for nodes.',
    AmazonEC2ContainerRegistryPullOnly:
      'Nodes pull images, their own host containers too, from any repository they may.',
    AmazonEKS_CNI_Policy: 'The network plugin uses the role of the nodes in this small example.',
  };
  Validations.of(stack).acknowledge({
    id: 'AwsSolutions-AS3',
    reason: 'Nobody has to act on a message for each node that comes or goes.',
  });
  // Validations.acknowledge refuses ids with ARNs in them before aws-cdk-lib 2.262; this is what it writes.
  const acknowledged = Object.entries(policies).map(([policy, reason]) => [
    `AwsSolutions-IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/${policy}]`,
    `${reason} AWS keeps it up to date.`,
  ]);
  stack.node.addMetadata(Validations.ACKNOWLEDGED_RULES_METADATA_KEY, Object.fromEntries(acknowledged));
}

const app = new App();
new DemoStack(app, 'BottlerocketDemo');
