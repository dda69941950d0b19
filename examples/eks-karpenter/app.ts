import { KubectlV35Layer } from '@aws-cdk/lambda-layer-kubectl-v35';
import { App, Duration, Size, Stack, StackProps, Validations } from 'aws-cdk-lib';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as eks from 'aws-cdk-lib/aws-eks-v2';
import {
  BottlerocketImage,
  BottlerocketManagedNodegroup,
  BottlerocketNodeClass,
  BottlerocketSelfManagedNodegroup,
  BottlerocketSettings,
  KarpenterCapacityType,
  KarpenterDisruptionReason,
  KarpenterPeriod,
  KarpenterRequirement,
  KernelLockdown,
  TaintEffect,
} from 'cdk-bottlerocket';
import { Construct } from 'constructs';
import { join } from 'node:path';
import { Karpenter } from './karpenter';

/** One settings object for all nodes, whatever launches them. */
const SETTINGS: BottlerocketSettings = {
  kernel: { lockdown: KernelLockdown.INTEGRITY, sysctl: { 'vm.max_map_count': '262144' } },
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
  },
};

/** All nodes run the release in this file: what changes them is a change in version control. */
const IMAGE = BottlerocketImage.fromLock({ path: join(__dirname, 'bottlerocket.lock.json') });

/** Written out: Karpenter only manages what has a tag with it in its key. */
const CLUSTER_NAME = 'bottlerocket-demo';

export class DemoStack extends Stack {
  public constructor(scope: Construct, id: string, props?: StackProps) {
    super(scope, id, props);

    const vpc = new ec2.Vpc(this, 'Vpc', { maxAzs: 2, flowLogs: { All: {} } });
    const cluster = new eks.Cluster(this, 'Cluster', {
      clusterName: CLUSTER_NAME,
      version: eks.KubernetesVersion.V1_35,
      vpc,
      // In Auto Mode, EKS runs a Karpenter of its own, whose nodes take no settings.
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
      kubectlProviderOptions: { kubectlLayer: new KubectlV35Layer(this, 'Kubectl') },
    });

    // Karpenter does not run on nodes that it launches.
    const system = new BottlerocketManagedNodegroup(this, 'System', {
      cluster,
      instanceTypes: [new ec2.InstanceType('m8g.large')],
      image: IMAGE,
      settings: SETTINGS,
      minSize: 2,
      maxSize: 3,
    });

    new BottlerocketSelfManagedNodegroup(this, 'Licensed', {
      cluster,
      instanceTypes: [new ec2.InstanceType('m7i.large')],
      image: IMAGE,
      settings: SETTINGS,
      minSize: 1,
      clusterAutoscalerTags: false,
    });

    const karpenter = new Karpenter(this, 'Karpenter', { cluster, clusterName: CLUSTER_NAME });
    karpenter.chart.node.addDependency(system);

    const nodeClass = new BottlerocketNodeClass(this, 'Nodes', {
      cluster,
      nodeClassName: 'bottlerocket',
      image: IMAGE,
      settings: SETTINGS,
      dataVolume: { size: Size.gibibytes(50) },
      controllerRole: karpenter.role,
    });
    nodeClass.node.addDependency(karpenter.chart);

    nodeClass.addNodePool('General', {
      nodePoolName: 'general',
      requirements: [
        KarpenterRequirement.instanceCategories('c', 'm', 'r'),
        KarpenterRequirement.instanceGenerationAbove(5),
      ],
      limits: { cpu: 200 },
      expireAfter: KarpenterPeriod.after(Duration.days(14)),
      disruption: {
        consolidateAfter: KarpenterPeriod.after(Duration.minutes(5)),
        budgets: [
          { nodes: '10%' },
          // On working days, nodes are not replaced because of a new image.
          {
            nodes: '0',
            reasons: [KarpenterDisruptionReason.DRIFTED],
            schedule: '0 7 * * mon-fri',
            duration: Duration.hours(10),
          },
        ],
      },
    });

    nodeClass.addNodePool('Batch', {
      nodePoolName: 'batch',
      requirements: [
        KarpenterRequirement.architectures(ec2.InstanceArchitecture.ARM_64),
        KarpenterRequirement.capacityTypes(KarpenterCapacityType.SPOT),
      ],
      labels: { 'example.com/pool': 'batch' },
      taints: [{ key: 'example.com/batch', value: 'true', effect: TaintEffect.NO_SCHEDULE }],
      limits: { cpu: 500, memory: Size.tebibytes(1) },
    });

    acknowledgeFindings(this, karpenter);
  }
}

/** For checks with cdk-nag: the findings that are meant to be, with the reason. */
function acknowledgeFindings(stack: Stack, karpenter: Karpenter): void {
  const kubectl = 'The function of the CDK that runs kubectl and Helm has it';
  const policies = {
    AmazonEKSClusterPolicy: 'The policy that EKS documents for clusters.',
    AmazonEKSWorkerNodePolicy: 'The policy that EKS documents for nodes.',
    AmazonEC2ContainerRegistryPullOnly: 'Nodes pull images from any repository they may.',
    AmazonEKS_CNI_Policy: 'The network plugin uses the role of the nodes in this small example.',
    'service-role/AWSLambdaBasicExecutionRole': `${kubectl}, to write logs.`,
    'service-role/AWSLambdaVPCAccessExecutionRole': `${kubectl}, to reach the private endpoint of the cluster.`,
    AmazonEC2ContainerRegistryReadOnly: `${kubectl}, to read charts.`,
  };
  const ecrPublic =
    '{"Fn::If":["ClusterKubectlProviderHandlerHasEcrPublic69E09706",{"Fn::Join":["",["arn:",{"Ref":"AWS::Partition"},' +
    '":iam::aws:policy/AmazonElasticContainerRegistryPublicReadOnly"]]},{"Ref":"AWS::NoValue"}]}';
  Validations.of(stack).acknowledge({
    id: 'AwsSolutions-AS3',
    reason: 'Nobody has to act on a message for each node that comes or goes.',
  });
  // Validations.acknowledge refuses ids with ARNs in them before aws-cdk-lib 2.262; this is what it writes.
  stack.node.addMetadata(Validations.ACKNOWLEDGED_RULES_METADATA_KEY, {
    ...Object.fromEntries(
      Object.entries(policies).map(([policy, reason]) => [
        `AwsSolutions-IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/${policy}]`,
        `${reason} AWS keeps it up to date.`,
      ]),
    ),
    [`AwsSolutions-IAM4[Policy::${ecrPublic}]`]: `${kubectl}, to read public charts.`,
    'AwsSolutions-IAM5[Resource::<ClusterKubectlProviderHandler2E05C68A.Arn>:*]':
      'The CDK lets its framework call every version of the function that runs kubectl, and only that one.',
    'AwsSolutions-L1': 'The CDK chooses the runtime of its own functions, and moves it on with its releases.',
  });
  const ec2Of = (account: string, ...types: string[]) =>
    types.map((type) => `arn:<AWS::Partition>:ec2:<AWS::Region>:${account}:${type}/*`);
  const own = ['launch-template', 'fleet', 'instance', 'volume', 'network-interface', 'spot-instances-request'];
  const resources = [
    ...ec2Of('', 'image', 'snapshot'),
    ...ec2Of('<AWS::AccountId>', 'security-group', 'subnet', 'capacity-reservation', ...own),
    'arn:<AWS::Partition>:iam::<AWS::AccountId>:instance-profile/*',
    'arn:<AWS::Partition>:ssm:<AWS::Region>::parameter/aws/service/*',
    '*',
  ];
  const reason = 'Karpenter launches instances that do not exist yet; tags limit its rights to those of this cluster.';
  karpenter.role.node.addMetadata(
    Validations.ACKNOWLEDGED_RULES_METADATA_KEY,
    Object.fromEntries(resources.map((resource) => [`AwsSolutions-IAM5[Resource::${resource}]`, reason])),
  );
}

const app = new App();
new DemoStack(app, 'BottlerocketDemo');
