import { App, Aws, CfnResource, Lazy, Stack, Tags, Token } from 'aws-cdk-lib';
import { Annotations, Match, Template } from 'aws-cdk-lib/assertions';
import * as eks from 'aws-cdk-lib/aws-eks-v2';
import * as iam from 'aws-cdk-lib/aws-iam';
import {
  BottlerocketNodeClass,
  KarpenterCapacityReservationTerm,
  KarpenterInstanceStorePolicy,
  KarpenterSecurityGroupTerm,
  KarpenterSubnetTerm,
  NodeJoinMethod,
} from '../../../lib';
import { manifestsOf } from '../../helpers/charts';
import { cfnCluster } from '../../helpers/clusters';
import { importedV2, reachableV1, reachableV2, UNREACHABLE } from '../../helpers/eks-clusters';
import { issuesThrownBy, problemsOf } from '../../helpers/issues';
import {
  Manifest,
  nodeClass,
  nodeClassManifest,
  nodeClassProblems,
  specOf,
  violationsOf,
} from '../../helpers/karpenter';

describe('a node class without options', () => {
  const manifest = nodeClassManifest();

  test('is one of Karpenter, with a name made of where it stands', () => {
    expect(manifest).toMatchObject({
      apiVersion: 'karpenter.k8s.aws/v1',
      kind: 'EC2NodeClass',
      metadata: { name: expect.stringMatching(/^stack-nodeclass[a-z0-9-]*$/) as string },
      spec: { amiFamily: 'Bottlerocket' },
    });
  });

  test('requires sessions for the instance metadata, one hop away', () => {
    expect(manifest.spec.metadataOptions).toEqual({
      httpEndpoint: 'enabled',
      httpProtocolIPv6: 'disabled',
      httpPutResponseHopLimit: 1,
      httpTokens: 'required',
    });
  });

  test('has no user data and no fields that nobody asked for', () => {
    expect(Object.keys(manifest.spec).sort()).toEqual([
      'amiFamily',
      'amiSelectorTerms',
      'blockDeviceMappings',
      'metadataOptions',
      'role',
      'securityGroupSelectorTerms',
      'subnetSelectorTerms',
    ]);
  });

  test('is in the security group of the cluster', () => {
    expect(manifest.spec.securityGroupSelectorTerms).toEqual([
      { id: { 'Fn::GetAtt': ['Cluster', 'ClusterSecurityGroupId'] } },
    ]);
  });
});

test('everything that can be said reaches the manifest', () => {
  const spec = specOf({
    subnetSelectorTerms: [
      KarpenterSubnetTerm.fromSubnetId('subnet-0123'),
      KarpenterSubnetTerm.fromTags({ tier: 'private', zone: '*' }),
    ],
    securityGroupSelectorTerms: [
      KarpenterSecurityGroupTerm.fromSecurityGroupId('sg-0123'),
      KarpenterSecurityGroupTerm.fromName('nodes'),
      KarpenterSecurityGroupTerm.fromTags({ team: 'blue' }),
    ],
    capacityReservationSelectorTerms: [
      KarpenterCapacityReservationTerm.fromCapacityReservationId('cr-0123'),
      KarpenterCapacityReservationTerm.fromTags({ team: 'blue' }, '123456789012'),
    ],
    instanceStorePolicy: KarpenterInstanceStorePolicy.RAID0,
    metadataHopLimit: 2,
    associatePublicIpAddress: false,
    detailedMonitoring: true,
    context: 'reserved',
    tags: { team: 'blue' },
    additionalSpec: { placementGroupSelector: { name: 'near' } },
  });
  expect(spec).toMatchObject({
    subnetSelectorTerms: [{ id: 'subnet-0123' }, { tags: { tier: 'private', zone: '*' } }],
    securityGroupSelectorTerms: [{ id: 'sg-0123' }, { name: 'nodes' }, { tags: { team: 'blue' } }],
    capacityReservationSelectorTerms: [{ id: 'cr-0123' }, { tags: { team: 'blue' }, ownerID: '123456789012' }],
    instanceStorePolicy: 'RAID0',
    metadataOptions: { httpPutResponseHopLimit: 2 },
    associatePublicIPAddress: false,
    detailedMonitoring: true,
    context: 'reserved',
    tags: { team: 'blue' },
    placementGroupSelector: { name: 'near' },
  });
});

describe('placement', () => {
  test('is in the private subnets of the VPC that the cluster knows', () => {
    const { stack, cluster, vpc } = reachableV2();
    const made = new BottlerocketNodeClass(stack, 'NodeClass', { cluster });
    const { spec } = made.toManifest() as Manifest;
    const ids = stack.resolve(vpc.privateSubnets.map(({ subnetId }) => ({ id: subnetId }))) as unknown;
    expect(spec.subnetSelectorTerms).toEqual(ids);
  });

  test('is found by the tag for that where the cluster knows neither VPC nor security group', () => {
    const stack = new Stack(new App(), 'Stack');
    const cluster = eks.Cluster.fromClusterAttributes(stack, 'Cluster', { clusterName: 'named' });
    const { spec } = new BottlerocketNodeClass(stack, 'NodeClass', { cluster, applyToCluster: false }).toManifest();
    const term = { tags: { 'karpenter.sh/discovery': 'named' } };
    expect(spec).toMatchObject({ subnetSelectorTerms: [term], securityGroupSelectorTerms: [term] });
  });
});

describe('the role', () => {
  test('is made, with an access entry, and both are there before the node class', () => {
    const { stack, cluster } = reachableV2();
    new BottlerocketNodeClass(stack, 'NodeClass', { cluster });
    const template = Template.fromStack(stack);
    const [entry] = Object.keys(template.findResources('AWS::EKS::AccessEntry', { Properties: { Type: 'EC2_LINUX' } }));
    const [resource] = Object.values(template.findResources('Custom::AWSCDK-EKS-KubernetesResource'));
    expect((resource as { DependsOn: string[] }).DependsOn).toEqual(
      expect.arrayContaining([entry, expect.stringContaining('NodeClassNodeRole')]),
    );
    const [manifest] = manifestsOf(stack)[0]!.manifest as Manifest[];
    expect(manifest!.spec.role).toContain('Ref');
  });

  test('of a cluster of aws-eks goes into aws-auth', () => {
    const { stack, cluster } = reachableV1();
    new BottlerocketNodeClass(stack, 'NodeClass', { cluster, joinBy: NodeJoinMethod.AWS_AUTH });
    Template.fromStack(stack).resourceCountIs('AWS::EKS::AccessEntry', 0);
    expect(JSON.stringify(manifestsOf(stack))).toContain('NodeClassNodeRole');
  });

  test('of an instance profile is let in, and the profile is what nodes get', () => {
    const { stack, cluster } = cfnCluster();
    const role = new iam.Role(stack, 'Role', { assumedBy: new iam.ServicePrincipal('ec2.amazonaws.com') });
    const instanceProfile = new iam.InstanceProfile(stack, 'Profile', { role });
    const made = new BottlerocketNodeClass(stack, 'NodeClass', { cluster, applyToCluster: false, instanceProfile });
    const { spec } = made.toManifest() as Manifest;
    expect(spec).toMatchObject({ instanceProfile: { Ref: expect.stringContaining('Profile') as string } });
    expect(spec).not.toHaveProperty('role');
    expect(made.nodeRole).toBe(role);
    Template.fromStack(stack).resourceCountIs('AWS::EKS::AccessEntry', 1);
    Template.fromStack(stack).resourceCountIs('AWS::IAM::Role', 1);
  });

  test('must be known, or something else must let the nodes in', () => {
    const { stack, cluster } = cfnCluster();
    const instanceProfile = iam.InstanceProfile.fromInstanceProfileName(stack, 'Profile', 'nodes');
    const make = (id: string, joinBy?: NodeJoinMethod) =>
      new BottlerocketNodeClass(stack, id, { cluster, applyToCluster: false, instanceProfile, joinBy });
    expect(problemsOf(() => make('One'))).toEqual(['NodeRoleUnknown instanceProfile']);
    expect((make('Two', NodeJoinMethod.NONE).toManifest() as Manifest).spec.instanceProfile).toBe('nodes');
  });

  test('gets the rights that are granted to the node class', () => {
    const { stack, made } = nodeClass();
    iam.Grant.addToPrincipal({ grantee: made, actions: ['s3:GetObject'], resourceArns: ['*'] });
    Template.fromStack(stack).hasResourceProperties('AWS::IAM::Policy', {
      Roles: [{ Ref: Match.stringLikeRegexp('NodeRole') }],
    });
  });

  test('may be handed to instances by Karpenter, and by nothing else', () => {
    const { stack, cluster } = cfnCluster();
    const controllerRole = new iam.Role(stack, 'Karpenter', {
      assumedBy: new iam.ServicePrincipal('pods.eks.amazonaws.com'),
    });
    new BottlerocketNodeClass(stack, 'NodeClass', { cluster, applyToCluster: false, controllerRole });
    Template.fromStack(stack).hasResourceProperties('AWS::IAM::Policy', {
      PolicyDocument: {
        Statement: [
          {
            Action: 'iam:PassRole',
            Resource: { 'Fn::GetAtt': [Match.stringLikeRegexp('NodeRole'), 'Arn'] },
            Condition: { StringEquals: { 'iam:PassedToService': Match.arrayWith(['ec2.amazonaws.com']) } },
          },
        ],
      },
      Roles: [{ Ref: Match.stringLikeRegexp('^Karpenter') }],
    });
  });
});

test('a node class may depend on what installs Karpenter, which depends on the role of Karpenter', () => {
  const { stack, cluster } = cfnCluster();
  const assumedBy = new iam.ServicePrincipal('pods.eks.amazonaws.com');
  const controllerRole = new iam.Role(stack, 'Karpenter', { assumedBy });
  const chart = new CfnResource(stack, 'Chart', { type: 'Custom::Chart' });
  chart.node.addDependency(controllerRole);
  const made = new BottlerocketNodeClass(stack, 'NodeClass', { cluster, applyToCluster: false, controllerRole });
  made.node.addDependency(chart);
  expect(() => Template.fromStack(stack)).not.toThrow();
});

describe('tags', () => {
  test('are those of the app, too', () => {
    const { stack, made } = nodeClass({ tags: { team: 'blue' } });
    Tags.of(stack).add('app', 'shop');
    stack.node.addMetadata('x', 'y');
    (stack.node.root as App).synth();
    expect((made.toManifest() as Manifest).spec.tags).toEqual({ app: 'shop', team: 'blue' });
  });

  test.each(['kubernetes.io/cluster/main', 'karpenter.sh/nodepool', 'eks:eks-cluster-name'])(
    'of Karpenter are refused: %s',
    (key) => {
      expect(nodeClassProblems({ tags: { [key]: 'x' } })).toEqual([`OwnedByKarpenter tags["${key}"]`]);
      const { stack } = nodeClass();
      Tags.of(stack).add(key, 'owned');
      expect(() => (stack.node.root as App).synth()).toThrow('OwnedByKarpenter');
    },
  );
});

test('names that Kubernetes does not take are refused', () => {
  expect(nodeClassProblems({ nodeClassName: 'Main_Nodes' })).toEqual(['InvalidKarpenterName nodeClassName']);
  expect(nodeClassManifest({ nodeClassName: 'main' }).metadata.name).toBe('main');
  expect(nodeClassProblems({ nodeClassName: 'a'.repeat(64) })).toHaveLength(1);
});

test('everything that is wrong comes out in one error', () => {
  expect(
    nodeClassProblems({
      nodeClassName: '-',
      kubernetesVersion: '1.x',
      metadataHopLimit: 65,
      subnetSelectorTerms: [],
      securityGroupSelectorTerms: [KarpenterSecurityGroupTerm.fromSecurityGroupId('subnet-1')],
      capacityReservationSelectorTerms: [KarpenterCapacityReservationTerm.fromTags({}, '12')],
      additionalSpec: { userData: 'x', role: 'y' },
      settings: { kubernetes: { maxPods: -1, nodeTaints: { a: ['b:NoSchedule'] } } },
    }).sort(),
  ).toEqual(
    [
      'InvalidKarpenterName nodeClassName',
      'InvalidKubernetesVersion kubernetesVersion',
      'InvalidMetadataOptions metadataHopLimit',
      'InvalidNodeClass capacityReservationSelectorTerms[0]',
      'InvalidNodeClass capacityReservationSelectorTerms[0]',
      'InvalidNodeClass securityGroupSelectorTerms[0]',
      'InvalidNodeClass subnetSelectorTerms',
      'OwnedNodeClassField additionalSpec.role',
      'OwnedNodeClassField additionalSpec.userData',
      'SettingLostWithKarpenter settings.kubernetes.node-taints',
      'ValueOutOfRange settings.kubernetes.max-pods',
    ].sort(),
  );
});

describe('a cluster in Auto Mode', () => {
  test('takes no node class, since its nodes take no settings', () => {
    const fixture = cfnCluster({ computeConfig: { enabled: true } });
    expect(nodeClassProblems({}, fixture)).toEqual(['AutoModeNodeClass cluster']);
  });

  test('is not held against a cluster that something else defines', () => {
    const { stack, cluster } = importedV2();
    expect(() => new BottlerocketNodeClass(stack, 'NodeClass', { cluster })).not.toThrow();
  });
});

describe.each(Object.entries(UNREACHABLE))('%s', (_, make) => {
  test('takes no manifest, but gives the text of one', () => {
    const { stack, cluster } = make();
    const [found] = issuesThrownBy(() => new BottlerocketNodeClass(stack, 'One', { cluster }));
    expect(found).toMatchObject({ code: 'NoKubectlAccess', path: 'cluster' });
    expect(found!.fix).toContain('kubectlProviderOptions: { kubectlLayer: ');
    expect(found!.fix).toContain('applyToCluster: false');
    const made = new BottlerocketNodeClass(stack, 'Two', { cluster, applyToCluster: false });
    expect(violationsOf(made.toManifest())).toEqual([]);
  });
});

describe('with tokens', () => {
  test('nothing is inspected before it is known, and everything reaches the manifest', () => {
    const { stack, made } = nodeClass({
      nodeClassName: Lazy.string({ produce: () => 'late' }),
      metadataHopLimit: Token.asNumber(Lazy.number({ produce: () => 2 })),
      subnetSelectorTerms: [KarpenterSubnetTerm.fromSubnetId(Token.asString({ Ref: 'Subnet' }))],
      securityGroupSelectorTerms: [KarpenterSecurityGroupTerm.fromTags({ owner: Aws.ACCOUNT_ID })],
      settings: { motd: Aws.REGION, kubernetes: { maxPods: Lazy.number({ produce: () => 30 }) } },
      tags: { account: Aws.ACCOUNT_ID },
    });
    const manifest = made.toManifest() as Manifest;
    expect(manifest).toMatchObject({
      metadata: { name: 'late' },
      spec: {
        metadataOptions: { httpPutResponseHopLimit: 2 },
        subnetSelectorTerms: [{ id: { Ref: 'Subnet' } }],
        securityGroupSelectorTerms: [{ tags: { owner: { Ref: 'AWS::AccountId' } } }],
        kubelet: { maxPods: 30 },
        tags: { account: { Ref: 'AWS::AccountId' } },
      },
    });
    expect(JSON.stringify(manifest.spec.userData)).toContain('AWS::Region');
    expect(() => (stack.node.root as App).synth()).not.toThrow();
  });
});

test('what is wrong only once all settings are there is an error of the synthesis', () => {
  const { stack, made } = nodeClass({ settings: { kubernetes: { evictionSoft: { memoryAvailable: '5%' } } } });
  expect(() => (stack.node.root as App).synth()).toThrow('eviction-soft');
  made.addSettings({ kubernetes: { evictionSoftGracePeriod: { memoryAvailable: '1m' } } });
  expect(() => (stack.node.root as App).synth()).not.toThrow();
});

test('settings that come later are in the manifest, and refused where Karpenter loses them', () => {
  const { stack, cluster } = reachableV2();
  const made = new BottlerocketNodeClass(stack, 'NodeClass', { cluster });
  made.addSettings({ motd: 'hello', kubernetes: { maxPods: 20 } });
  expect(problemsOf(() => made.addSettings({ kubernetes: { reservedCpus: '0' } }))).toEqual([
    'SettingLostWithKarpenter settings.kubernetes.reserved-cpus',
  ]);
  const [manifest] = manifestsOf(stack)[0]!.manifest as Manifest[];
  expect(manifest!.spec).toMatchObject({ userData: '[settings]\nmotd = "hello"\n', kubelet: { maxPods: 20 } });
});

test('warnings are shown on the node class, once', () => {
  const { stack } = nodeClass({ settings: { kubernetes: { nodeLabels: { 'example.com/os': 'bottlerocket' } } } });
  Annotations.fromStack(stack).hasWarning('/Stack/NodeClass', Match.stringLikeRegexp('LabelUnknownToKarpenter'));
});

test('a node class of something else is known by its name', () => {
  const { stack } = cfnCluster();
  expect(BottlerocketNodeClass.fromNodeClassName(stack, 'NodeClass', 'main').nodeClassName).toBe('main');
});
