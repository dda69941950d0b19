import { App, Stack, StackProps, Validations } from 'aws-cdk-lib';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as eks from 'aws-cdk-lib/aws-eks-v2';
import { BottlerocketImage, BottlerocketManagedNodegroup, HardeningPreset, HardeningReport } from 'cdk-bottlerocket';
import { Construct } from 'constructs';
import { join } from 'node:path';

/** What all nodes fulfil, beneath what their settings say. */
const PRESETS = [HardeningPreset.cisLevel2(), HardeningPreset.cisKubernetes(), HardeningPreset.securityGuidance()];

/** All nodes run the release in this file: what changes them is a change in version control. */
const IMAGE = BottlerocketImage.fromLock({ path: join(__dirname, 'bottlerocket.lock.json') });

export class DemoStack extends Stack {
  public readonly nodegroups: readonly BottlerocketManagedNodegroup[];

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

    const general = new BottlerocketManagedNodegroup(this, 'General', {
      cluster,
      instanceTypes: [new ec2.InstanceType('m7i.large')],
      image: IMAGE,
      presets: PRESETS,
    });

    // An exception is a setting, and a reason for it.
    const builds = new BottlerocketManagedNodegroup(this, 'Builds', {
      cluster,
      instanceTypes: [new ec2.InstanceType('m8g.xlarge')],
      image: IMAGE,
      presets: PRESETS,
      settings: { kernel: { sysctl: { 'user.max_user_namespaces': '15000' } } },
    });
    Validations.of(builds).acknowledge({
      id: 'cdk-bottlerocket:HardeningControlBroken:cis-bottlerocket-1.4.4',
      reason: 'Pods that build images get a user namespace of their own (hostUsers: false) in place of privileges.',
    });

    this.nodegroups = [general, builds];
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
const demo = new DemoStack(app, 'BottlerocketDemo');
if (process.env.HARDENING_REPORT !== undefined) {
  demo.nodegroups.forEach((nodegroup) => process.stderr.write(HardeningReport.of(nodegroup).toMarkdown()));
}
