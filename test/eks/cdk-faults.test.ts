import { App, Size, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as eks from 'aws-cdk-lib/aws-eks';
import * as eksv2 from 'aws-cdk-lib/aws-eks-v2';
import * as library from '../../lib';
import {
  BottlerocketAmiType,
  BottlerocketImage,
  BottlerocketManagedNodegroup,
  BottlerocketManagedNodegroupOptions,
  InstanceHardware,
} from '../../lib';
import { refuses, testFaults } from '../helpers/cdk-faults';
import { cfnCluster, clusterV1, clusterV2 } from '../helpers/clusters';
import { problemsOf } from '../helpers/issues';
import { Options, asgIn, group, only, templateDataIn, types, userDataIn } from '../helpers/self-managed';

/** What both modules take; they have enumerations of their own, with the same values. */
type Theirs = eks.NodegroupOptions;

function addTheirs(module: typeof clusterV1 | typeof clusterV2, options: Theirs): Stack {
  const stack = new Stack(new App(), 'Stack');
  module(stack).addNodegroupCapacity('Nodes', options);
  return stack;
}

/** A managed node group of both modules of aws-cdk-lib. */
const theirNodegroups = (options: Theirs): Record<string, unknown>[] =>
  [clusterV1, clusterV2].map((module) => only(addTheirs(module, options), 'AWS::EKS::Nodegroup').Properties);

/** Self-managed nodes of both modules, of which the newer one has another enumeration. */
function theirGroups(instanceType: string, options: object = {}): Stack[] {
  const common = { instanceType: new ec2.InstanceType(instanceType), ...options };
  return [
    (stack: Stack) =>
      clusterV1(stack).addAutoScalingGroupCapacity('Nodes', {
        ...common,
        machineImageType: eks.MachineImageType.BOTTLEROCKET,
      }),
    (stack: Stack) =>
      clusterV2(stack).addAutoScalingGroupCapacity('Nodes', {
        ...common,
        machineImageType: eksv2.MachineImageType.BOTTLEROCKET,
      }),
  ].map((make) => {
    const stack = new Stack(new App(), 'Stack');
    make(stack);
    return stack;
  });
}

/** Whether both modules refuse a managed node group with a message like this. */
const bothRefuse = (options: Theirs, message: RegExp) =>
  [clusterV1, clusterV2].every((module) => refuses(() => addTheirs(module, options), message));

const amiTypesOf = (options: Theirs) => theirNodegroups(options).map(({ AmiType }) => AmiType);

function ourStack(options: Partial<BottlerocketManagedNodegroupOptions>): Stack {
  const { stack, vpc, cluster } = cfnCluster();
  new BottlerocketManagedNodegroup(stack, 'Nodes', { cluster, vpc, instanceTypes: types('m7i.large'), ...options });
  return stack;
}
const ourAmiType = (type: string, options: Partial<BottlerocketManagedNodegroupOptions> = {}) =>
  only(ourStack({ instanceTypes: types(type), ...options }), 'AWS::EKS::Nodegroup').Properties.AmiType;
const ourProblems = (type: string, options: Partial<BottlerocketManagedNodegroupOptions> = {}) =>
  problemsOf(() => ourStack({ instanceTypes: types(type), ...options }));

const textOf = (stack: Stack) => JSON.stringify(Template.fromStack(stack).toJSON());
const ourGroup = (options: Options) => group(options).stack;
const { NodegroupAmiType } = eks;
const MISMATCH = /does not match the instance types architecture/;

testFaults([
  {
    fault: 'has no AMI type for NVIDIA with FIPS',
    theirs: () => !Object.values(NodegroupAmiType).some((name) => name.endsWith('_NVIDIA_FIPS')),
    ours: () => {
      expect(ourAmiType('g5.xlarge', { fips: true })).toBe('BOTTLEROCKET_x86_64_NVIDIA_FIPS');
      expect(ourAmiType('g5g.xlarge', { fips: true })).toBe('BOTTLEROCKET_ARM_64_NVIDIA_FIPS');
    },
  },
  {
    fault: 'refuses FIPS for all instance types',
    theirs: () =>
      bothRefuse({ instanceTypes: types('m7i.large'), amiType: NodegroupAmiType.BOTTLEROCKET_X86_64_FIPS }, MISMATCH) &&
      bothRefuse({ instanceTypes: types('m7g.large'), amiType: NodegroupAmiType.BOTTLEROCKET_ARM_64_FIPS }, MISMATCH),
    ours: () => {
      expect(ourAmiType('m7i.large', { fips: true })).toBe('BOTTLEROCKET_x86_64_FIPS');
      expect(ourAmiType('m7g.large', { fips: true })).toBe('BOTTLEROCKET_ARM_64_FIPS');
    },
  },
  {
    fault: 'refuses the image with the driver for AWS Neuron devices',
    theirs: () =>
      refuses(
        () =>
          clusterV1(new Stack(new App(), 'Stack')).addNodegroupCapacity('Nodes', {
            instanceTypes: types('inf2.xlarge'),
            amiType: NodegroupAmiType.BOTTLEROCKET_X86_64,
          }),
        /GPU|does not match|amiType/,
      ),
    ours: () => expect(ourAmiType('inf2.xlarge')).toBe('BOTTLEROCKET_x86_64'),
  },
  {
    fault: 'takes GPUs of AMD for those of NVIDIA',
    theirs: () =>
      amiTypesOf({
        instanceTypes: types('g4ad.xlarge'),
        amiType: NodegroupAmiType.BOTTLEROCKET_X86_64_NVIDIA,
      }).every((type) => type === 'BOTTLEROCKET_x86_64_NVIDIA'),
    ours: () => {
      expect(ourProblems('g4ad.xlarge')).toEqual(['UnsupportedAccelerator instanceTypes']);
      const architecture = ec2.InstanceArchitecture.X86_64;
      const instanceHardware = [InstanceHardware.of('g4ad.xlarge', { architecture })];
      expect(ourAmiType('g4ad.xlarge', { instanceHardware })).toBe('BOTTLEROCKET_x86_64');
    },
  },
  {
    fault: 'takes the NVIDIA image of the wrong architecture',
    theirs: () =>
      amiTypesOf({ instanceTypes: types('g5g.xlarge'), amiType: NodegroupAmiType.BOTTLEROCKET_X86_64_NVIDIA }).length +
        amiTypesOf({ instanceTypes: types('g5.xlarge'), amiType: NodegroupAmiType.BOTTLEROCKET_ARM_64_NVIDIA })
          .length ===
      4,
    ours: () => {
      expect(ourProblems('g5g.xlarge', { amiType: BottlerocketAmiType.X86_64_NVIDIA })).toEqual([
        'AmiTypeMismatch amiType',
      ]);
      expect(ourProblems('g5.xlarge', { amiType: BottlerocketAmiType.ARM_64_NVIDIA })).toEqual([
        'AmiTypeMismatch amiType',
      ]);
    },
  },
  {
    fault: 'does not know that newer instance types have GPUs',
    theirs: () =>
      bothRefuse(
        { instanceTypes: types('gr6.4xlarge'), amiType: NodegroupAmiType.BOTTLEROCKET_X86_64_NVIDIA },
        /GPU|AMI/i,
      ),
    ours: () => expect(ourAmiType('gr6.4xlarge')).toBe('BOTTLEROCKET_x86_64_NVIDIA'),
  },
  {
    fault: 'cannot read names of instance types with a hyphen in them',
    theirs: () => bothRefuse({ instanceTypes: types('p6-b200.48xlarge') }, /Malformed instance type/),
    ours: () => {
      expect(ourAmiType('p6-b200.48xlarge')).toBe('BOTTLEROCKET_x86_64_NVIDIA');
      expect(ourAmiType('u7i-12tb.224xlarge')).toBe('BOTTLEROCKET_x86_64');
    },
  },
  {
    fault: 'has another OS unless told otherwise',
    theirs: () => amiTypesOf({ instanceTypes: types('m7i.large') }).every((type) => /^AL2/.test(String(type))),
    ours: () => expect(ourAmiType('m7i.large')).toBe('BOTTLEROCKET_x86_64'),
  },
  {
    fault: 'takes a Kubernetes version for a release',
    theirs: () =>
      theirNodegroups({
        instanceTypes: types('m7i.large'),
        amiType: NodegroupAmiType.BOTTLEROCKET_X86_64,
        releaseVersion: '1.34',
      }).every(({ ReleaseVersion }) => ReleaseVersion === '1.34'),
    ours: () =>
      expect(problemsOf(() => BottlerocketImage.fromVersion('1.34'))).toEqual(['InvalidReleaseVersion version']),
  },
  {
    fault: 'takes a shell script as user data of Bottlerocket',
    theirs: () => {
      const stack = new Stack(new App(), 'Stack');
      const userData = ec2.UserData.forLinux();
      userData.addCommands('/etc/eks/bootstrap.sh demo');
      const template = new ec2.LaunchTemplate(stack, 'Template', { userData });
      clusterV1(stack).addNodegroupCapacity('Nodes', {
        amiType: NodegroupAmiType.BOTTLEROCKET_X86_64,
        launchTemplateSpec: { id: template.launchTemplateId!, version: template.latestVersionNumber },
      });
      return textOf(stack).includes('#!/bin/bash');
    },
    ours: () => {
      const userData = new library.BottlerocketUserData({});
      expect(problemsOf(() => userData.addCommands('/etc/eks/bootstrap.sh demo'))).toEqual([
        'ShellUserData addCommands',
      ]);
    },
  },
  {
    fault: 'leaves the data volume as it is when a disk size is given',
    theirs: () =>
      theirNodegroups({
        instanceTypes: types('m7i.large'),
        amiType: NodegroupAmiType.BOTTLEROCKET_X86_64,
        diskSize: 100,
      }).every(({ DiskSize, LaunchTemplate }) => DiskSize === 100 && LaunchTemplate === undefined),
    ours: () => {
      const stack = ourStack({ dataVolume: { size: Size.gibibytes(100) } });
      expect(templateDataIn(stack).BlockDeviceMappings).toMatchObject([
        { DeviceName: '/dev/xvda' },
        { DeviceName: '/dev/xvdb', Ebs: { VolumeSize: 100, Encrypted: true } },
      ]);
    },
  },
  {
    fault: 'has the x86 image for self-managed nodes on Arm',
    theirs: () => theirGroups('m7g.large').every((stack) => /aws-k8s-[\d.]+\/x86_64\/latest/.test(textOf(stack))),
    ours: () => expect(textOf(ourGroup({ instanceTypes: types('m7g.large') }))).toMatch(/aws-k8s-1\.35\/arm64\/latest/),
  },
  {
    fault: 'has the image without drivers for self-managed nodes with NVIDIA GPUs',
    theirs: () => theirGroups('g5.xlarge').every((stack) => /aws-k8s-[\d.]+\/x86_64\/latest/.test(textOf(stack))),
    ours: () =>
      expect(textOf(ourGroup({ instanceTypes: types('g5.xlarge') }))).toMatch(/aws-k8s-1\.35-nvidia\/x86_64\/latest/),
  },
  {
    fault: 'has no settings for self-managed nodes',
    theirs: () =>
      theirGroups('m7i.large').every((stack) => !/cluster-dns-ip|node-labels|max-pods/.test(textOf(stack))) &&
      refuses(() => theirGroups('m7i.large', { bootstrapOptions: { additionalArgs: '' } }), /not supported for Bottle/),
    ours: () => {
      const settings = { kubernetes: { maxPods: 58 } };
      const cluster = cfnCluster({ kubernetesNetworkConfig: { serviceIpv4Cidr: '10.100.0.0/16' } });
      const text = userDataIn(group({ settings, labels: { team: 'web' } }, cluster).stack);
      expect(text).toContain('max-pods = 58');
      expect(text).toContain('cluster-dns-ip = "10.100.0.10"');
      expect(text).toMatch(/\[settings\.kubernetes\.node-labels\]\n"?team"? = "web"/);
    },
  },
  {
    fault: 'makes a launch configuration, without IMDSv2, encryption or a thought of the data volume',
    theirs: () =>
      theirGroups('m7i.large').every((stack) => {
        const { Properties } = only(stack, 'AWS::AutoScaling::LaunchConfiguration');
        return Properties.MetadataOptions === undefined && Properties.BlockDeviceMappings === undefined;
      }),
    ours: () => {
      const stack = ourGroup({});
      expect(asgIn(stack).Properties.LaunchConfigurationName).toBeUndefined();
      expect(templateDataIn(stack)).toMatchObject({
        MetadataOptions: { HttpTokens: 'required' },
        BlockDeviceMappings: [
          { DeviceName: '/dev/xvda', Ebs: { Encrypted: true } },
          { DeviceName: '/dev/xvdb', Ebs: { Encrypted: true } },
        ],
      });
    },
  },
  {
    fault: 'does not let self-managed nodes into clusters of aws-eks-v2',
    theirs: () => !textOf(theirGroups('m7i.large')[1]!).includes('EC2_LINUX'),
    ours: () => expect(only(ourGroup({}), 'AWS::EKS::AccessEntry').Properties).toMatchObject({ Type: 'EC2_LINUX' }),
  },
  {
    fault: 'has nothing that updates nodes in place',
    theirs: () => !Object.keys({ ...eks, ...eksv2 }).some((name) => /brupop|updateOperator/i.test(name)),
    ours: () => expect(Object.keys(library)).toContain('BottlerocketUpdateOperator'),
  },
]);
