import { App, Stack, StackProps, Validations } from 'aws-cdk-lib';
import * as autoscaling from 'aws-cdk-lib/aws-autoscaling';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as eks from 'aws-cdk-lib/aws-eks-v2';
import * as iam from 'aws-cdk-lib/aws-iam';
import { HardeningPreset, KernelLockdown, mixins } from 'cdk-bottlerocket';
import { Construct } from 'constructs';

/** An app as it may be: constructs of aws-cdk-lib alone. What this library adds are the lines with `mixins` in them. */
export class DemoStack extends Stack {
  public constructor(scope: Construct, id: string, props?: StackProps) {
    super(scope, id, props);
    const vpc = new ec2.Vpc(this, 'Vpc', { maxAzs: 2, flowLogs: { All: {} } });
    this.addEks(vpc);
    this.addEcs(vpc);
    acknowledgeFindings(this);
  }

  private addEks(vpc: ec2.IVpc): void {
    const cluster = new eks.Cluster(this, 'EksCluster', {
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
    const nodes = new eks.Nodegroup(this, 'Nodes', {
      cluster,
      amiType: eks.NodegroupAmiType.BOTTLEROCKET_X86_64,
      instanceTypes: [new ec2.InstanceType('m7i.large')],
      diskSize: 50,
    });

    // A launch template with settings, encrypted volumes and IMDSv2; diskSize becomes the size of the data volume.
    const settings = { kubernetes: { maxPods: 58 } };
    nodes.with(
      new mixins.BottlerocketNodeSettings({ presets: [HardeningPreset.securityGuidance()], settings }),
      new mixins.BottlerocketNodeVolumes(),
      new mixins.BottlerocketNodeMetadataOptions(),
    );
  }

  private addEcs(vpc: ec2.IVpc): void {
    const cluster = new ecs.Cluster(this, 'EcsCluster', { vpc, containerInsightsV2: ecs.ContainerInsights.ENABLED });
    const template = new ec2.LaunchTemplate(this, 'Instances', {
      machineImage: new ecs.BottleRocketImage({ variant: ecs.BottlerocketEcsVariant.AWS_ECS_2 }),
      userData: ec2.UserData.custom(''),
      instanceType: new ec2.InstanceType('m7i.large'),
      securityGroup: new ec2.SecurityGroup(this, 'InstancesGroup', { vpc }),
      role: new iam.Role(this, 'InstanceRole', { assumedBy: new iam.ServicePrincipal('ec2.amazonaws.com') }),
      detailedMonitoring: true,
    });
    const group = new autoscaling.AutoScalingGroup(this, 'Group', {
      vpc,
      launchTemplate: template,
      maxCapacity: 4,
      newInstancesProtectedFromScaleIn: true,
    });
    const capacity = new ecs.AsgCapacityProvider(this, 'Capacity', {
      autoScalingGroup: group,
      machineImageType: ecs.MachineImageType.BOTTLEROCKET,
    });
    cluster.addAsgCapacityProvider(capacity);

    // The name of the cluster, which aws-cdk-lib writes to the user data, stays in it.
    const settings = { kernel: { lockdown: KernelLockdown.INTEGRITY }, ecs: { reservedMemory: 256 } };
    capacity.with(
      new mixins.BottlerocketNodeSettings({ settings }),
      new mixins.BottlerocketNodeVolumes(),
      new mixins.BottlerocketNodeMetadataOptions(),
    );
  }
}

/** For checks with cdk-nag: the findings that are meant to be, with the reason. */
function acknowledgeFindings(stack: Stack): void {
  Validations.of(stack).acknowledge({
    id: 'AwsSolutions-AS3',
    reason: 'Nobody has to act on a message for each instance that comes or goes.',
  });
  const policies = [
    'AmazonEKSClusterPolicy',
    'AmazonEKSWorkerNodePolicy',
    'AmazonEKS_CNI_Policy',
    'AmazonEC2ContainerRegistryReadOnly',
    'AmazonSSMManagedInstanceCore',
    'service-role/AmazonEC2ContainerServiceforEC2Role',
  ];
  // Validations.acknowledge refuses ids with ARNs in them before aws-cdk-lib 2.262; this is what it writes.
  stack.node.addMetadata(Validations.ACKNOWLEDGED_RULES_METADATA_KEY, {
    ...Object.fromEntries(
      policies.map((policy) => [
        `AwsSolutions-IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/${policy}]`,
        'The role is as aws-cdk-lib makes it, and this example is about what comes on top.',
      ]),
    ),
    'AwsSolutions-IAM5[Action::ecs:Submit*]': 'What aws-cdk-lib grants to instances of Amazon ECS.',
    'AwsSolutions-IAM5[Resource::*]': 'What aws-cdk-lib grants to instances of Amazon ECS.',
  });
}

const app = new App();
new DemoStack(app, 'BottlerocketDemo');
