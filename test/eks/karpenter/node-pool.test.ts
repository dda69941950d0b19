import { App, Aws, Duration, Lazy, Size, Token } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import {
  BottlerocketImage,
  BottlerocketNodeClass,
  BottlerocketNodePool,
  KarpenterCapacityType,
  KarpenterConsolidationPolicy,
  KarpenterDisruptionReason,
  KarpenterPeriod,
  KarpenterRequirement,
  KarpenterRequirementOperator,
  TaintEffect,
} from '../../../lib';
import { manifestsOf } from '../../helpers/charts';
import { cfnCluster } from '../../helpers/clusters';
import { reachableV2 } from '../../helpers/eks-clusters';
import { problemsOf } from '../../helpers/issues';
import { Manifest, nodeClass, nodePoolManifest, nodePoolProblems, violationsOf } from '../../helpers/karpenter';

const { ARM_64, X86_64 } = ec2.InstanceArchitecture;
const ON_DEMAND = { key: 'karpenter.sh/capacity-type', operator: 'In', values: ['on-demand'] };

describe('a node pool without options', () => {
  test('launches On-Demand Instances of the node class', () => {
    const manifest = nodePoolManifest({}, { nodeClassName: 'main' });
    expect(manifest).toMatchObject({ apiVersion: 'karpenter.sh/v1', kind: 'NodePool' });
    expect(manifest.spec).toEqual({
      template: {
        spec: {
          nodeClassRef: { group: 'karpenter.k8s.aws', kind: 'EC2NodeClass', name: 'main' },
          requirements: [ON_DEMAND],
        },
      },
    });
  });
});

test('everything that can be said reaches the manifest', () => {
  const { metadata, spec } = nodePoolManifest({
    nodePoolName: 'general',
    requirements: [
      KarpenterRequirement.architectures(ARM_64, X86_64),
      KarpenterRequirement.capacityTypes(KarpenterCapacityType.SPOT, KarpenterCapacityType.ON_DEMAND),
      KarpenterRequirement.instanceTypes(new ec2.InstanceType('m8g.large')),
      KarpenterRequirement.instanceFamilies('m8g', 'm7i'),
      KarpenterRequirement.instanceCategories('c', 'm'),
      KarpenterRequirement.instanceSizes('xlarge'),
      KarpenterRequirement.instanceGenerationAbove(5),
      KarpenterRequirement.zones('eu-west-1a'),
      KarpenterRequirement.neuronDevices(),
      KarpenterRequirement.gpuNames('l4'),
      KarpenterRequirement.of('example.com/pool', { valueOperator: KarpenterRequirementOperator.EXISTS }),
      KarpenterRequirement.of('example.com/kind', { values: ['a', 'b'], minValues: 2 }),
    ],
    labels: { 'example.com/pool': 'general' },
    annotations: { note: 'x' },
    taints: [{ key: 'dedicated', value: 'x', effect: TaintEffect.NO_SCHEDULE }],
    startupTaints: [{ key: 'example.com/agent', value: '', effect: TaintEffect.NO_EXECUTE }],
    limits: { cpu: 100, memory: Size.gibibytes(400), nvidiaGpus: 8, nodes: 20 },
    disruption: {
      consolidationPolicy: KarpenterConsolidationPolicy.WHEN_EMPTY,
      consolidateAfter: KarpenterPeriod.after(Duration.minutes(5)),
      budgets: [
        {
          nodes: '0',
          schedule: '0 8 * * mon-fri',
          duration: Duration.hours(9),
          reasons: [KarpenterDisruptionReason.DRIFTED],
        },
        { nodes: '10%' },
      ],
    },
    expireAfter: KarpenterPeriod.never(),
    terminationGracePeriod: Duration.minutes(90),
    weight: 10,
  });
  expect(metadata.name).toBe('general');
  expect(spec).toMatchObject({
    limits: { cpu: '100', memory: '409600Mi', 'nvidia.com/gpu': '8', nodes: '20' },
    weight: 10,
    disruption: {
      consolidationPolicy: 'WhenEmpty',
      consolidateAfter: '5m',
      budgets: [{ nodes: '0', schedule: '0 8 * * mon-fri', duration: '9h', reasons: ['Drifted'] }, { nodes: '10%' }],
    },
    template: {
      metadata: { labels: { 'example.com/pool': 'general' }, annotations: { note: 'x' } },
      spec: {
        expireAfter: 'Never',
        terminationGracePeriod: '1h30m',
        taints: [{ key: 'dedicated', value: 'x', effect: 'NoSchedule' }],
        startupTaints: [{ key: 'example.com/agent', effect: 'NoExecute' }],
      },
    },
  });
  expect((spec.template as { spec: { requirements: unknown } }).spec.requirements).toEqual([
    { key: 'kubernetes.io/arch', operator: 'In', values: ['arm64', 'amd64'] },
    { key: 'karpenter.sh/capacity-type', operator: 'In', values: ['spot', 'on-demand'] },
    { key: 'node.kubernetes.io/instance-type', operator: 'In', values: ['m8g.large'] },
    { key: 'karpenter.k8s.aws/instance-family', operator: 'In', values: ['m8g', 'm7i'] },
    { key: 'karpenter.k8s.aws/instance-category', operator: 'In', values: ['c', 'm'] },
    { key: 'karpenter.k8s.aws/instance-size', operator: 'In', values: ['xlarge'] },
    { key: 'karpenter.k8s.aws/instance-generation', operator: 'Gt', values: ['5'] },
    { key: 'topology.kubernetes.io/zone', operator: 'In', values: ['eu-west-1a'] },
    { key: 'karpenter.k8s.aws/instance-accelerator-manufacturer', operator: 'In', values: ['aws'] },
    { key: 'karpenter.k8s.aws/instance-gpu-name', operator: 'In', values: ['l4'] },
    { key: 'example.com/pool', operator: 'Exists' },
    { key: 'example.com/kind', operator: 'In', values: ['a', 'b'], minValues: 2 },
  ]);
});

describe('instances with and without GPUs', () => {
  const keysOf = (...[options, ofClass]: Parameters<typeof nodePoolManifest>) => {
    const { template } = nodePoolManifest(options, ofClass).spec as {
      template: { spec: { requirements: { key: string }[] } };
    };
    return template.spec.requirements.filter(({ key }) => key.includes('-gpu-'));
  };
  const image = BottlerocketImage.fromAmiId('ami-0123456789abcdef0');

  test('are left to Karpenter where it chooses the image by them', () => {
    expect(keysOf()).toEqual([]);
  });

  test('are asked for where the image is made for them', () => {
    const gpus = [{ key: 'karpenter.k8s.aws/instance-gpu-manufacturer', operator: 'In', values: ['nvidia'] }];
    expect(keysOf({}, { nvidia: true })).toEqual(gpus);
    expect(keysOf({}, { nvidia: true, fips: true })).toEqual(gpus);
  });

  test('are kept away from an image without the driver', () => {
    expect(keysOf({}, { fips: true })).toEqual([
      { key: 'karpenter.k8s.aws/instance-gpu-count', operator: 'DoesNotExist' },
    ]);
    expect(nodePoolProblems({ requirements: [KarpenterRequirement.nvidiaGpus()] }, { fips: true })).toEqual([
      'HardwareNotForNodeClass requirements[0]',
    ]);
  });

  test('are left to users whose image it is, or who say it themselves', () => {
    expect(keysOf({}, { image })).toEqual([]);
    expect(keysOf({ requirements: [KarpenterRequirement.gpuNames('l4')] }, { nvidia: true })).toHaveLength(1);
  });

  test.each<[string, Parameters<typeof nodePoolProblems>]>([
    ['GPUs without driver', [{ requirements: [KarpenterRequirement.instanceFamilies('m8g', 'g6')] }, { fips: true }]],
    ['no GPUs for the driver', [{ requirements: [KarpenterRequirement.instanceFamilies('m7i')] }, { nvidia: true }]],
    ['GPUs that nothing drives', [{ requirements: [KarpenterRequirement.instanceFamilies('g4ad')] }]],
    [
      'another architecture',
      [{ requirements: [KarpenterRequirement.architectures(ARM_64)] }, { architectures: [X86_64] }],
    ],
    [
      'a type of another architecture',
      [
        { requirements: [KarpenterRequirement.instanceTypes(new ec2.InstanceType('m8g.large'))] },
        { architectures: [X86_64] },
      ],
    ],
  ])('that the image is not for are refused: %s', (_, [options, ofClass]) => {
    expect(nodePoolProblems(options, ofClass)).toEqual(['HardwareNotForNodeClass requirements[0]']);
  });

  test('of families that are not in the table are left to Karpenter', () => {
    expect(() => nodePoolManifest({ requirements: [KarpenterRequirement.instanceFamilies('z99')] })).not.toThrow();
  });
});

describe('what belongs to Karpenter', () => {
  test.each([
    ['karpenter.sh/nodepool'],
    ['karpenter.sh/do-not-sync-taints'],
    ['karpenter.k8s.aws/made-up'],
    ['sub.karpenter.sh/x'],
    ['kubernetes.io/hostname'],
  ])('is no label and no requirement: %s', (key) => {
    expect(nodePoolProblems({ labels: { [key]: 'x' } })).toContain(`OwnedByKarpenter labels["${key}"]`);
    expect(nodePoolProblems({ requirements: [KarpenterRequirement.of(key, { values: ['x'] })] })).toEqual([
      'OwnedByKarpenter requirements[0].key',
    ]);
  });

  test('is a label where Karpenter lets users set it', () => {
    expect(() => nodePoolManifest({ labels: { 'karpenter.k8s.aws/instance-size': 'large' } })).not.toThrow();
  });

  test('is no taint', () => {
    const taint = { key: 'karpenter.sh/disrupted', effect: TaintEffect.NO_SCHEDULE };
    expect(nodePoolProblems({ taints: [taint] })).toEqual(['OwnedByKarpenter taints[0].key']);
    expect(nodePoolProblems({ startupTaints: [taint] })).toEqual(['OwnedByKarpenter startupTaints[0].key']);
  });
});

test('everything that is wrong comes out in one error', () => {
  const taint = { key: 'a', effect: TaintEffect.NO_SCHEDULE };
  expect(
    nodePoolProblems({
      nodePoolName: 'A',
      labels: { 'a b': 'x' },
      taints: [taint],
      startupTaints: [taint],
      requirements: [
        KarpenterRequirement.of('bad key', { values: ['x'] }),
        KarpenterRequirement.of('a', { values: ['not a value'] }),
        KarpenterRequirement.zones(),
        KarpenterRequirement.of('a', { valueOperator: KarpenterRequirementOperator.EXISTS, values: ['x'] }),
        KarpenterRequirement.of('a', { valueOperator: KarpenterRequirementOperator.AT_LEAST, values: ['x'] }),
        KarpenterRequirement.of('a', { values: ['x'], minValues: 2 }),
        KarpenterRequirement.of('a', { values: ['x'], minValues: 51 }),
      ],
      disruption: {
        budgets: [
          { nodes: 'many' },
          { nodes: '1', schedule: '@daily' },
          { nodes: '1', schedule: '* * *', duration: Duration.seconds(90) },
        ],
      },
      limits: { cpu: -1, nodes: 1.5 },
      weight: 0,
    }),
  ).toEqual([
    'InvalidKarpenterName nodePoolName',
    'InvalidLabel labels["a b"]',
    'InvalidTaint startupTaints[0]',
    'InvalidNodePool requirements[0].key',
    'InvalidNodePool requirements[1].values',
    'InvalidNodePool requirements[2].values',
    'InvalidNodePool requirements[3].values',
    'InvalidNodePool requirements[4].values',
    'InvalidNodePool requirements[5].minValues',
    'InvalidNodePool requirements[6].minValues',
    'InvalidNodePool requirements[6].minValues',
    'InvalidNodePool disruption.budgets[0].nodes',
    'InvalidNodePool disruption.budgets[1]',
    'InvalidNodePool disruption.budgets[2].schedule',
    'InvalidNodePool disruption.budgets[2].duration',
    'InvalidNodePool weight',
    'InvalidNodePool limits.cpu',
    'InvalidNodePool limits.nodes',
  ]);
});

test('nothing is inspected before it is known', () => {
  const { made } = nodeClass();
  const manifest = made
    .addNodePool('Pool', {
      nodePoolName: Lazy.string({ produce: () => 'late' }),
      requirements: [KarpenterRequirement.zones(Token.asString({ Ref: 'Zone' }))],
      limits: { cpu: Token.asNumber({ Ref: 'Cpu' }) },
      taints: [{ key: 'a', value: Aws.REGION, effect: TaintEffect.NO_SCHEDULE }],
      weight: Lazy.number({ produce: () => 7 }),
    })
    .toManifest() as Manifest;
  expect(manifest).toMatchObject({ metadata: { name: 'late' }, spec: { limits: { cpu: { Ref: 'Cpu' } }, weight: 7 } });
});

describe('in a cluster', () => {
  test('the node class comes first', () => {
    const { stack, cluster } = reachableV2();
    const ofClass = new BottlerocketNodeClass(stack, 'NodeClass', { cluster, nodeClassName: 'main' });
    new BottlerocketNodePool(stack, 'Pool', { cluster, nodeClass: ofClass, nodePoolName: 'one' });
    ofClass.addNodePool('Inner', { nodePoolName: 'two' });
    const resources = Template.fromStack(stack).findResources('Custom::AWSCDK-EKS-KubernetesResource');
    const byKind = manifestsOf(stack).map(({ id, manifest }) => ({ id, ...(manifest as Manifest[])[0]! }));
    const first = byKind.find(({ kind }) => kind === 'EC2NodeClass')!;
    const pools = byKind.filter(({ kind }) => kind === 'NodePool');
    expect(pools.map(({ metadata }) => metadata.name).sort()).toEqual(['one', 'two']);
    pools.forEach(({ id }) => expect((resources[id] as { DependsOn: string[] }).DependsOn).toContain(first.id));
    expect(() => (stack.node.root as App).synth()).not.toThrow();
  });

  test('that cannot be reached, only the manifest can be had', () => {
    const { stack, cluster } = cfnCluster();
    const ofClass = BottlerocketNodeClass.fromNodeClassName(stack, 'NodeClass', 'main');
    const make = (id: string, applyToCluster?: boolean) =>
      new BottlerocketNodePool(stack, id, { cluster, nodeClass: ofClass, applyToCluster });
    expect(problemsOf(() => make('One'))).toEqual(['NoKubectlAccess cluster']);
    expect(violationsOf(make('Two', false).toManifest())).toEqual([]);
  });
});

test('requirements as in a manifest are refused, all at once', () => {
  const requirements = [
    ON_DEMAND,
    KarpenterRequirement.zones('eu-central-1a'),
    'arm64',
    null,
    { key: 'a', options: null },
  ] as never;
  expect(nodePoolProblems({ requirements })).toEqual([
    'InvalidNodePool requirements[0]',
    'InvalidNodePool requirements[2]',
    'InvalidNodePool requirements[3]',
    'InvalidNodePool requirements[4]',
  ]);
  expect(nodePoolProblems({ requirements: ON_DEMAND as never })).toEqual(['InvalidNodePool requirements']);
});
