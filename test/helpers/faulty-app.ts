import { Fn } from 'aws-cdk-lib';
import * as autoscaling from 'aws-cdk-lib/aws-autoscaling';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as eksv1 from 'aws-cdk-lib/aws-eks';
import * as eks from 'aws-cdk-lib/aws-eks-v2';
import * as iam from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import { IssueCode } from '../../lib';
import { clusterV1, clusterV2 } from './clusters';
import { kubectlLayer } from './eks-clusters';

/** What the faults share. Everything is made by constructs of aws-cdk-lib. */
export class World extends Construct {
  public readonly vpc = new ec2.Vpc(this, 'Vpc', { maxAzs: 2 });
  private readonly clusters: { v1?: eksv1.Cluster; v2?: eks.Cluster; ecs?: ecs.Cluster } = {};

  public get v1(): eksv1.Cluster {
    return (this.clusters.v1 ??= clusterV1(new Construct(this, 'V1') as never, { vpc: this.vpc }));
  }

  public get v2(): eks.Cluster {
    return (this.clusters.v2 ??= this.newV2());
  }

  private newV2(): eks.Cluster {
    const kubectlProviderOptions = { kubectlLayer: kubectlLayer(this) };
    return clusterV2(new Construct(this, 'V2') as never, { vpc: this.vpc, kubectlProviderOptions });
  }

  public get ecs(): ecs.Cluster {
    return (this.clusters.ecs ??= new ecs.Cluster(this, 'Ecs', { vpc: this.vpc }));
  }
}

/** A fault that constructs of aws-cdk-lib make without a word. */
export interface Fault {
  readonly name: string;
  readonly code: IssueCode;
  /** What its message must say. */
  readonly says?: RegExp;
  /** Returns the construct with the fault, where it is not below the scope. */
  readonly make: (scope: Construct, world: World) => Construct | void;
}

const type = (name: string) => new ec2.InstanceType(name);

/** A managed node group with a launch template that holds a text. */
function nodegroup(
  scope: Construct,
  world: World,
  text: string,
  options: Partial<eks.NodegroupProps> = {},
  launch: ec2.LaunchTemplateProps = {},
): eks.Nodegroup {
  const template = new ec2.LaunchTemplate(scope, 'Template', {
    userData: ec2.UserData.custom(text),
    requireImdsv2: true,
    ...launch,
  });
  return new eks.Nodegroup(scope, 'Nodegroup', {
    cluster: world.v2,
    amiType: eks.NodegroupAmiType.BOTTLEROCKET_X86_64,
    launchTemplateSpec: { id: template.launchTemplateId!, version: template.latestVersionNumber },
    ...options,
  });
}

/** An Auto Scaling group for ECS. */
function ecsGroup(
  scope: Construct,
  world: World,
  options: Partial<autoscaling.AutoScalingGroupProps> = {},
): autoscaling.AutoScalingGroup {
  return new autoscaling.AutoScalingGroup(scope, 'Group', {
    vpc: world.vpc,
    instanceType: type('m7i.large'),
    machineImage: new ecs.BottleRocketImage({ variant: ecs.BottlerocketEcsVariant.AWS_ECS_2 }),
    ...options,
  });
}

function provider(
  scope: Construct,
  world: World,
  group: autoscaling.AutoScalingGroup,
  options: Partial<ecs.AsgCapacityProviderProps> = {},
): void {
  world.ecs.addAsgCapacityProvider(
    new ecs.AsgCapacityProvider(scope, 'Provider', {
      autoScalingGroup: group,
      machineImageType: ecs.MachineImageType.BOTTLEROCKET,
      ...options,
    }),
  );
}

export const FAULTS: readonly Fault[] = [
  // Managed node groups
  {
    name: 'an x86 image with NVIDIA drivers for g5g, which is Arm',
    code: IssueCode.AMI_TYPE_MISMATCH,
    make: (scope, world) =>
      nodegroup(scope, world, '', {
        amiType: eks.NodegroupAmiType.BOTTLEROCKET_X86_64_NVIDIA,
        instanceTypes: [type('g5g.xlarge')],
      }),
  },
  {
    name: 'an Arm image with NVIDIA drivers for g5, which is x86',
    code: IssueCode.AMI_TYPE_MISMATCH,
    make: (scope, world) =>
      nodegroup(scope, world, '', {
        amiType: eks.NodegroupAmiType.BOTTLEROCKET_ARM_64_NVIDIA,
        instanceTypes: [type('g5.xlarge')],
      }),
  },
  {
    name: 'an image with NVIDIA drivers for g4ad, which is AMD',
    code: IssueCode.AMI_TYPE_MISMATCH,
    make: (scope, world) =>
      nodegroup(scope, world, '', {
        amiType: eks.NodegroupAmiType.BOTTLEROCKET_X86_64_NVIDIA,
        instanceTypes: [type('g4ad.xlarge')],
      }),
  },
  {
    name: 'an image with NVIDIA drivers for inf2, which is Neuron',
    code: IssueCode.AMI_TYPE_MISMATCH,
    make: (scope, world) =>
      new eksv1.Nodegroup(scope, 'Nodegroup', {
        cluster: world.v1,
        amiType: eksv1.NodegroupAmiType.BOTTLEROCKET_X86_64_NVIDIA,
        instanceTypes: [type('inf2.xlarge')],
      }),
  },
  {
    name: 'no amiType, so that Amazon Linux gets settings of Bottlerocket',
    code: IssueCode.SETTINGS_FOR_OTHER_IMAGE,
    make: (scope, world) => nodegroup(scope, world, '[settings.kubernetes]\nmax-pods = 58\n', { amiType: undefined }),
  },
  {
    name: 'a FIPS image in a region without FIPS endpoints',
    code: IssueCode.FIPS_ENDPOINTS_MISSING,
    make: (scope, world) => nodegroup(scope, world, '', { amiType: eks.NodegroupAmiType.BOTTLEROCKET_X86_64_FIPS }),
  },
  {
    name: 'a shell script for Bottlerocket',
    code: IssueCode.INVALID_TOML,
    make: (scope, world) => nodegroup(scope, world, '#!/bin/bash\necho hello\n'),
  },
  {
    name: 'two tables of one name, by two owners',
    code: IssueCode.INVALID_TOML,
    says: /settings\.kubernetes|redefine|again|twice/i,
    make: (scope, world) => {
      const userData = ec2.UserData.custom('[settings.kubernetes]\nmax-pods = 58\n');
      userData.addCommands('[settings.kubernetes]', 'registry-qps = 10');
      nodegroup(scope, world, '', {}, { userData });
    },
  },
  {
    name: 'a setting that the OS does not know',
    code: IssueCode.UNKNOWN_SETTING,
    says: /max-pods/,
    make: (scope, world) => nodegroup(scope, world, '[settings.kubernetes]\nmax_pods = 58\n'),
  },
  {
    name: 'settings that EKS writes itself',
    code: IssueCode.SETTING_SUPPLIED_BY_EKS,
    make: (scope, world) =>
      nodegroup(scope, world, `[settings.kubernetes]\ncluster-name = "${world.v2.clusterName}"\n`),
  },
  {
    name: 'a label in the node group and in the user data',
    code: IssueCode.LABEL_GIVEN_TWICE,
    make: (scope, world) =>
      nodegroup(scope, world, '[settings.kubernetes.node-labels]\n"example.com/a" = "x"\n', {
        labels: { 'example.com/a': 'y' },
      }),
  },
  {
    name: 'a taint in the node group and in the user data',
    code: IssueCode.TAINT_GIVEN_TWICE,
    make: (scope, world) =>
      nodegroup(scope, world, '[settings.kubernetes.node-taints]\n"example.com/a" = ["x:NoSchedule"]\n', {
        taints: [{ key: 'example.com/a', value: 'x', effect: eks.TaintEffect.NO_EXECUTE }],
      }),
  },
  {
    name: 'a disk size, which is that of the volume of the OS',
    code: IssueCode.ROOT_VOLUME_GROWN,
    make: (scope, world) =>
      new eks.Nodegroup(scope, 'Nodegroup', {
        cluster: world.v2,
        amiType: eks.NodegroupAmiType.BOTTLEROCKET_X86_64,
        diskSize: 100,
      }),
  },
  {
    name: 'xvda sized in place of xvdb',
    code: IssueCode.ROOT_VOLUME_GROWN,
    make: (scope, world) =>
      nodegroup(
        scope,
        world,
        '',
        {},
        {
          blockDevices: [{ deviceName: '/dev/xvda', volume: ec2.BlockDeviceVolume.ebs(100, { encrypted: true }) }],
        },
      ),
  },
  {
    name: 'no encryption of the data volume',
    code: IssueCode.DATA_VOLUME_NOT_ENCRYPTED,
    make: (scope, world) => nodegroup(scope, world, ''),
  },
  {
    name: 'a release without its commit',
    code: IssueCode.INVALID_RELEASE_VERSION,
    make: (scope, world) => nodegroup(scope, world, '', { releaseVersion: '1.62.1' }),
  },
  {
    name: 'the Kubernetes version as release',
    code: IssueCode.INVALID_RELEASE_VERSION,
    make: (scope, world) => nodegroup(scope, world, '', { releaseVersion: '1.35' }),
  },
  {
    name: 'an image in the launch template beside amiType',
    code: IssueCode.NODEGROUP_IMAGE_CONFLICT,
    make: (scope, world) =>
      nodegroup(
        scope,
        world,
        '',
        {},
        { machineImage: ec2.MachineImage.genericLinux({ 'eu-west-3': 'ami-0123456789abcdef0' }) },
      ),
  },
  {
    name: 'an instance profile in the launch template',
    code: IssueCode.LAUNCH_TEMPLATE_NOT_FOR_NODEGROUPS,
    make: (scope, world) =>
      nodegroup(
        scope,
        world,
        '',
        {},
        {
          role: new iam.Role(scope, 'Role', { assumedBy: new iam.ServicePrincipal('ec2.amazonaws.com') }),
        },
      ),
  },
  {
    name: 'IMDSv1 with an image that does not require sessions',
    code: IssueCode.IMDS_V1_ALLOWED,
    make: (scope, world) =>
      nodegroup(scope, world, '', {}, { requireImdsv2: undefined, httpTokens: ec2.LaunchTemplateHttpTokens.OPTIONAL }),
  },
  // Self-managed groups
  {
    name: 'an x86 image for Arm instances of a self-managed group',
    code: IssueCode.IMAGE_MISMATCH,
    says: /Arm/,
    make: (_, world) => selfManaged(world),
  },
  {
    name: 'an image without drivers for GPUs of a self-managed group',
    code: IssueCode.IMAGE_MISMATCH,
    says: /A10G/,
    make: (_, world) => selfManaged(world, 'g5.xlarge'),
  },
  {
    name: 'no access entry for the role of a self-managed group',
    code: IssueCode.ACCESS_ENTRY_MISSING,
    make: (_, world) => selfManaged(world),
  },
  {
    name: 'a launch configuration',
    code: IssueCode.LAUNCH_CONFIGURATION_USED,
    make: (_, world) => selfManaged(world),
  },
  {
    name: 'a self-managed group without metadata options, of a version whose image requires no sessions',
    code: IssueCode.IMDS_V1_ALLOWED,
    make: (scope, world) => kubernetesGroup(scope, world, '1.32', '[settings.kubernetes]\nmax-pods = 58\n'),
  },
  {
    name: 'a self-managed group without encryption of the data volume',
    code: IssueCode.DATA_VOLUME_NOT_ENCRYPTED,
    make: (_, world) => selfManaged(world),
  },
  {
    name: 'no user data for nodes of Kubernetes',
    code: IssueCode.USER_DATA_MISSING,
    make: (scope, world) => {
      const group = kubernetesGroup(scope, world, '1.35', '');
      (group.node.findChild('LaunchConfig') as autoscaling.CfnLaunchConfiguration).userData = undefined;
    },
  },
  {
    name: 'user data without the settings of the cluster',
    code: IssueCode.CLUSTER_SETTING_MISSING,
    make: (scope, world) => kubernetesGroup(scope, world, '1.35', '[settings.kubernetes]\nmax-pods = 58\n'),
  },
  {
    name: 'settings appended to those of the cluster, with a table of the same name',
    code: IssueCode.INVALID_TOML,
    make: (_, world) => {
      const group = selfManaged(world);
      group.addUserData('[settings.kubernetes]', 'max-pods = 58');
      return group;
    },
  },
  {
    name: 'an image for a newer Kubernetes than the cluster',
    code: IssueCode.IMAGE_MISMATCH,
    says: /control plane/,
    make: (scope, world) =>
      kubernetesGroup(scope, world, '1.36', `[settings.kubernetes]\ncluster-name = "${world.v2.clusterName}"\n`),
  },
  {
    name: 'an image that AWS does not update any more',
    code: IssueCode.RETIRED_VARIANT,
    make: (scope, world) => kubernetesGroup(scope, world, '1.28', '[settings.kubernetes]\nmax-pods = 58\n'),
  },
  {
    name: 'user data that nobody encoded',
    code: IssueCode.USER_DATA_ENCODING,
    make: (scope) =>
      new ec2.CfnLaunchTemplate(scope, 'Template', {
        launchTemplateData: { imageId: 'ami-0123456789abcdef0', userData: '[settings.kubernetes]\nmax-pods = 58\n' },
      }),
  },
  {
    name: 'instance types of two architectures',
    code: IssueCode.MIXED_ARCHITECTURES,
    make: (scope, world) =>
      new autoscaling.AutoScalingGroup(scope, 'Group', {
        vpc: world.vpc,
        mixedInstancesPolicy: {
          launchTemplate: new ec2.LaunchTemplate(scope, 'Template', {
            machineImage: kubernetesImage('1.35'),
            userData: ec2.UserData.custom('[settings.kubernetes]\nmax-pods = 58\n'),
          }),
          launchTemplateOverrides: [{ instanceType: type('m7i.large') }, { instanceType: type('m7g.large') }],
        },
      }),
  },
  {
    name: 'a GPU that the driver of the variant does not know',
    code: IssueCode.ACCELERATOR_NOT_IN_VARIANT,
    make: (scope, world) => kubernetesGroup(scope, world, '1.35-nvidia', '', type('g7.2xlarge')),
  },
  {
    name: 'a release from before the variant',
    code: IssueCode.RELEASE_NOT_OF_VARIANT,
    make: (scope, world) => kubernetesGroup(scope, world, '1.35', '', type('m7i.large'), '1.40.0'),
  },
  // Amazon ECS
  {
    name: 'the default image of Amazon ECS, which is retired',
    code: IssueCode.RETIRED_VARIANT,
    make: (scope, world) =>
      provider(scope, world, ecsGroup(scope, world, { machineImage: new ecs.BottleRocketImage() })),
  },
  {
    name: 'the default image of added capacity of Amazon ECS',
    code: IssueCode.RETIRED_VARIANT,
    make: (_, world) =>
      world.ecs.addCapacity('Added', {
        instanceType: type('m7i.large'),
        machineImageType: ecs.MachineImageType.BOTTLEROCKET,
      }),
  },
  {
    name: 'an x86 image for Arm instances of Amazon ECS',
    code: IssueCode.IMAGE_MISMATCH,
    says: /Arm/,
    make: (scope, world) => provider(scope, world, ecsGroup(scope, world, { instanceType: type('c7g.large') })),
  },
  {
    name: 'an image without drivers for GPUs of Amazon ECS',
    code: IssueCode.IMAGE_MISMATCH,
    says: /A10G/,
    make: (scope, world) => provider(scope, world, ecsGroup(scope, world, { instanceType: type('g5.xlarge') })),
  },
  {
    name: 'shell commands for Bottlerocket, as the machine image type was not said',
    code: IssueCode.INVALID_TOML,
    make: (scope, world) =>
      provider(scope, world, ecsGroup(scope, world), { machineImageType: ecs.MachineImageType.AMAZON_LINUX_2 }),
  },
  {
    name: 'settings for an image of Amazon Linux',
    code: IssueCode.SETTINGS_FOR_OTHER_IMAGE,
    make: (scope, world) =>
      provider(scope, world, ecsGroup(scope, world, { machineImage: ecs.EcsOptimizedImage.amazonLinux2023() })),
  },
  {
    name: 'settings of Amazon ECS appended to those of aws-cdk-lib',
    code: IssueCode.INVALID_TOML,
    make: (scope, world) => {
      const group = ecsGroup(scope, world);
      provider(scope, world, group);
      group.addUserData('[settings.ecs]', 'reserved-memory = 256');
    },
  },
  {
    name: 'draining of Spot Instances that is ignored',
    code: IssueCode.SPOT_DRAINING_OFF,
    make: (scope, world) =>
      provider(scope, world, ecsGroup(scope, world, { spotPrice: '0.1' }), {
        spotInstanceDraining: true,
        enableManagedDraining: false,
      }),
  },
  {
    name: 'settings of Kubernetes on a variant of Amazon ECS',
    code: IssueCode.SETTING_NOT_IN_VARIANT,
    make: (scope, world) =>
      ecsGroup(scope, world, { userData: ec2.UserData.custom('[settings.kubernetes]\nmax-pods = 58\n') }),
  },
  // Karpenter
  {
    name: 'base64 for Karpenter',
    code: IssueCode.USER_DATA_ENCODING,
    make: (scope, world) => nodeClass(scope, world, { userData: Fn.base64('[settings.kubernetes]\nmax-pods = 58\n') }),
  },
  {
    name: 'settings that Karpenter drops',
    code: IssueCode.SETTING_DROPPED_BY_KARPENTER,
    make: (scope, world) =>
      nodeClass(scope, world, { userData: '[settings.kubernetes]\nstatic-pods-enabled = true\n' }),
  },
  {
    name: 'settings that Karpenter takes from the kubelet section of the node class',
    code: IssueCode.SETTING_TAKEN_FROM_NODE_CLASS,
    make: (scope, world) => nodeClass(scope, world, { userData: '[settings.kubernetes]\nmax-pods = 58\n' }),
    says: /spec\.kubelet\.maxPods/,
  },
  {
    name: 'an unencrypted data volume of Karpenter',
    code: IssueCode.DATA_VOLUME_NOT_ENCRYPTED,
    make: (scope, world) =>
      nodeClass(scope, world, { blockDeviceMappings: [{ deviceName: '/dev/xvdb', ebs: { volumeSize: '50Gi' } }] }),
  },
];

/** The image of a variant for x86, by its parameter. */
function kubernetesImage(version: string, release = 'latest'): ec2.IMachineImage {
  return ec2.MachineImage.fromSsmParameter(`/aws/service/bottlerocket/aws-k8s-${version}/x86_64/${release}/image_id`);
}

/** A group whose user data is written by hand. */
function kubernetesGroup(
  scope: Construct,
  world: World,
  version: string,
  text: string,
  instanceType = type('m7i.large'),
  release?: string,
): autoscaling.AutoScalingGroup {
  return new autoscaling.AutoScalingGroup(scope, 'Group', {
    vpc: world.vpc,
    instanceType,
    machineImage: kubernetesImage(version, release),
    userData: ec2.UserData.custom(text),
  });
}

/** A group of a cluster of aws-eks-v2, which is below the cluster in the tree. */
function selfManaged(world: World, instanceType = 'm7g.large'): autoscaling.AutoScalingGroup {
  return world.v2.addAutoScalingGroupCapacity(`Group${world.v2.node.children.length}`, {
    instanceType: type(instanceType),
    machineImageType: eks.MachineImageType.BOTTLEROCKET,
  });
}

function nodeClass(scope: Construct, world: World, spec: object): void {
  new eks.KubernetesManifest(scope, 'NodeClass', {
    cluster: world.v2,
    manifest: [
      {
        apiVersion: 'karpenter.k8s.aws/v1',
        kind: 'EC2NodeClass',
        metadata: { name: scope.node.id.toLowerCase() },
        spec: {
          amiFamily: 'Bottlerocket',
          amiSelectorTerms: [{ alias: 'bottlerocket@v1.62.1' }],
          role: 'nodes',
          ...spec,
        },
      },
    ],
  });
}
