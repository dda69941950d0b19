import { KubectlV35Layer } from '@aws-cdk/lambda-layer-kubectl-v35';
import { App, Duration, Size, Stack, StackProps, Validations } from 'aws-cdk-lib';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as eks from 'aws-cdk-lib/aws-eks-v2';
import {
  BottlerocketImage,
  BottlerocketManagedNodegroup,
  BottlerocketSettings,
  BottlerocketUpdateOperator,
  DayOfWeek,
  KernelLockdown,
  TaintEffect,
  UpdateConcurrency,
  UpdateOperatorLogFormat,
  UpdateSchedule,
} from 'cdk-bottlerocket';
import { Construct } from 'constructs';
import { join } from 'node:path';

/** What new nodes start with. The operator brings them to the newest release; this pin changes when it suits you. */
const IMAGE = BottlerocketImage.fromLock({ path: join(__dirname, 'bottlerocket.lock.json') });

const SETTINGS: BottlerocketSettings = {
  kernel: { lockdown: KernelLockdown.INTEGRITY },
  kubernetes: { kubeReserved: { cpu: '100m', memory: '512Mi' } },
};

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
      // Charts are installed by a function with kubectl and Helm.
      kubectlProviderOptions: { kubectlLayer: new KubectlV35Layer(this, 'Kubectl') },
    });

    const general = new BottlerocketManagedNodegroup(this, 'General', {
      cluster,
      instanceTypes: [new ec2.InstanceType('m8g.large')],
      image: IMAGE,
      settings: SETTINGS,
      minSize: 2,
      maxSize: 6,
    });

    // GPUs are scarce: a new node may not be had, so that these are rather updated in place.
    const gpu = new BottlerocketManagedNodegroup(this, 'Gpu', {
      cluster,
      instanceTypes: [new ec2.InstanceType('g6.xlarge')],
      image: IMAGE,
      settings: SETTINGS,
      minSize: 1,
      maxSize: 4,
      taints: [{ key: 'nvidia.com/gpu', value: 'true', effect: TaintEffect.NO_SCHEDULE }],
      dataVolume: { size: Size.gibibytes(100) },
    });

    // Under lockdown the kernel does not load the drivers of NVIDIA.
    gpu.addSettings({ kernel: { lockdown: KernelLockdown.NONE } });

    const operator = new BottlerocketUpdateOperator(this, 'UpdateOperator', {
      cluster,
      schedule: UpdateSchedule.maintenanceWindow({
        days: [DayOfWeek.SATURDAY, DayOfWeek.SUNDAY],
        startHour: 2,
        duration: Duration.hours(3),
      }),
      maxConcurrentUpdates: UpdateConcurrency.nodes(2),
      loadBalancerWait: Duration.minutes(2),
      logging: { formatter: UpdateOperatorLogFormat.JSON, colors: false },
    });
    // Label, tolerations and order follow from this.
    operator.attach(general);
    operator.attach(gpu);

    acknowledgeFindings(this);
  }
}

/** For checks with cdk-nag: the findings that are meant to be, with the reason. */
function acknowledgeFindings(stack: Stack): void {
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
}

const app = new App();
new DemoStack(app, 'BottlerocketDemo');
