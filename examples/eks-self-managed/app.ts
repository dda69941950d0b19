import { App, Duration, Size, Stack, StackProps, Validations } from 'aws-cdk-lib';
import * as autoscaling from 'aws-cdk-lib/aws-autoscaling';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as eks from 'aws-cdk-lib/aws-eks-v2';
import {
  BottlerocketImage,
  BottlerocketSelfManagedNodegroup,
  BottlerocketSettings,
  KernelLockdown,
  NodegroupUpdatePolicy,
  TaintEffect,
} from 'cdk-bottlerocket';
import { Construct } from 'constructs';
import { join } from 'node:path';

/** One settings object for all nodes, whatever they run on. */
const SETTINGS: BottlerocketSettings = {
  kernel: { lockdown: KernelLockdown.INTEGRITY },
  kubernetes: {
    maxPods: 58,
    kubeReserved: { cpu: '100m', memory: '512Mi', ephemeralStorage: '1Gi' },
  },
};

/** All nodes run the release in this file: what changes them is a change in version control. */
const IMAGE = BottlerocketImage.fromLock({ path: join(__dirname, 'bottlerocket.lock.json') });

export class DemoStack extends Stack {
  public constructor(scope: Construct, id: string, props?: StackProps) {
    super(scope, id, props);

    const vpc = new ec2.Vpc(this, 'Vpc', { maxAzs: 3, flowLogs: { All: {} } });
    const cluster = new eks.Cluster(this, 'Cluster', {
      version: eks.KubernetesVersion.V1_35,
      vpc,
      // Clusters of aws-eks-v2 run in Auto Mode unless told otherwise, and its nodes take no settings.
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

    // x86, On-Demand. The deployment waits until the nodes have started, and replaces them when settings change.
    new BottlerocketSelfManagedNodegroup(this, 'General', {
      cluster,
      instanceTypes: [new ec2.InstanceType('m7i.large')],
      image: IMAGE,
      settings: SETTINGS,
      minSize: 2,
      maxSize: 6,
      signals: autoscaling.Signals.waitForAll({ timeout: Duration.minutes(15) }),
      updatePolicy: NodegroupUpdatePolicy.instanceRefresh({ minHealthyPercentage: 100, maxHealthyPercentage: 150 }),
    });

    // Arm: two On-Demand nodes, and above them one On-Demand node for three Spot Instances, of whatever type is to be had.
    const batch = new BottlerocketSelfManagedNodegroup(this, 'Batch', {
      cluster,
      instanceTypes: ['m8g.xlarge', 'm7g.xlarge', 'm6g.xlarge', 'c8g.xlarge'].map((type) => new ec2.InstanceType(type)),
      instancesDistribution: { onDemandBaseCapacity: 2, onDemandPercentageAboveBaseCapacity: 25 },
      image: IMAGE,
      settings: SETTINGS,
      minSize: 0,
      maxSize: 20,
      labels: { 'example.com/pool': 'batch' },
      taints: [{ key: 'example.com/batch', value: 'true', effect: TaintEffect.NO_SCHEDULE }],
      dataVolume: { size: Size.gibibytes(50) },
      // For pods that ask for it while there is no node yet.
      clusterAutoscalerResources: { 'ephemeral-storage': '40Gi' },
      maxInstanceLifetime: Duration.days(14),
    });

    acknowledgeFindings(this, batch);
  }
}

/** For checks with cdk-nag: the findings that are meant to be, with the reason. */
function acknowledgeFindings(stack: Stack, mixed: BottlerocketSelfManagedNodegroup): void {
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
  Validations.of(mixed).acknowledge({
    id: 'AwsSolutions-EC26',
    reason: 'cdk-nag does not find the launch template of several instance types. Both of its volumes are encrypted.',
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
