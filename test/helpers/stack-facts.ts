import { GroupFacts, LaunchTemplateVersion, NodegroupFacts, RoleFacts, StackFacts } from '../../tools/deploy/facts';

const ACCOUNT = 'arn:aws:iam::123456789012';

export const USER_DATA = '[settings.kernel]\nlockdown = "integrity"\n';

export function launchTemplate(changes: Partial<LaunchTemplateVersion> = {}): LaunchTemplateVersion {
  return {
    id: 'lt-1',
    version: 1,
    imageId: 'ami-1',
    instanceType: 'm8g.large',
    instanceProfile: `${ACCOUNT}:instance-profile/Nodes`,
    httpTokens: 'required',
    volumes: [{ device: '/dev/xvda', encrypted: true }],
    document: { text: USER_DATA, values: { settings: { kernel: { lockdown: 'integrity' } } } },
    ...changes,
  };
}

export function group(changes: Partial<GroupFacts> = {}): GroupFacts {
  return {
    AutoScalingGroupName: 'Group',
    AutoScalingGroupARN: 'arn:aws:autoscaling:us-east-1:123456789012:autoScalingGroup:1:autoScalingGroupName/Group',
    DesiredCapacity: 0,
    LaunchTemplate: { LaunchTemplateId: 'lt-1', Version: '1' },
    Instances: [],
    ...changes,
  };
}

export function nodegroup(changes: Partial<NodegroupFacts> = {}): NodegroupFacts {
  return {
    nodegroupName: 'Nodegroup',
    amiType: 'BOTTLEROCKET_ARM_64',
    releaseVersion: '1.66.0-0123abcd',
    clusterVersion: '1.35',
    instanceTypes: ['m8g.large'],
    nodeRole: `${ACCOUNT}:role/NodeRole`,
    launchTemplate: { id: 'lt-1', version: '1' },
    ...changes,
  };
}

export function role(name: string, service: string, changes: Partial<RoleFacts> = {}): RoleFacts {
  return {
    name,
    arn: `${ACCOUNT}:role/${name}`,
    trust: { Statement: [{ Principal: { Service: `${service}.amazonaws.com` } }] },
    attached: ['arn:aws:iam::aws:policy/Some'],
    inline: [],
    ...changes,
  };
}

/** A stack with nothing in it but the facts that are given, two images and two instance types. */
export function stackFacts(changes: Partial<StackFacts> = {}): StackFacts {
  return {
    resources: [],
    launchTemplates: [],
    nodegroups: [],
    groups: [],
    roles: [],
    instanceProfiles: [],
    schedules: [],
    taskDefinitions: [],
    capacityProviders: [],
    ecsClusters: [],
    images: {
      'ami-1': { name: 'bottlerocket-aws-ecs-2-arm64-v1.66.0-0123abcd', architecture: 'arm64' },
      'ami-2': { name: 'bottlerocket-aws-ecs-2-nvidia-x86_64-v1.66.0-0123abcd', architecture: 'x86_64' },
    },
    architectures: { 'm8g.large': ['arm64'], 'm7i.large': ['x86_64'] },
    ...changes,
  };
}
